"""Make what takes longer than a page waits: one after the other, each told of and called off.

One thread makes, so that a machine is not brought down by many who ask at once. What is waiting
and what is kept is bounded in number, in bytes and in time; a server that ends takes it all along.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.core.language import as_now, t
from argmap.errors import ArgmapError, Busy, UnknownName
from argmap.library import Exported
from argmap.writers.format import Progress

_log = logging.getLogger(__name__)
MOST_WAITING = 4
MOST_KEPT = 6
MOST_KEPT_BYTES = 150_000_000
MOST_S = 900.0
KEPT_S = 3_600.0
LOOKED_EVERY_S = 60.0


class State(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    MAKING = "making"
    DONE = "done"
    FAILED = "failed"
    CALLED_OFF = "called-off"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self not in (State.WAITING, State.MAKING)


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """Something being made. The thread that makes it writes here, all others read.

    Attributes:
        id: Cannot be guessed: who has it may see the job, call it off and take what it made.
        corpus: The corpus's id.
        title: What is made.
        back: The address of the page where it was ordered.
        state: How far it is.
        what: What is being done now.
        done: How much of that is done.
        total: How much there is; 0 where that is not known.
        exported: The file; None until it is there, and again when it is kept no longer.
        problem: Why there is no file, for whoever ordered it; empty unless it failed.
    """

    id: str
    corpus: str
    title: str
    back: str
    state: State = State.WAITING
    what: str = ""
    done: int = 0
    total: int = 0
    exported: Exported | None = None
    problem: str = ""
    over_s: float = 0.0
    off: threading.Event = field(default_factory=threading.Event)


class _CalledOff(Exception):
    """Nobody wants it any more, or it takes too long; not an error that a writer may pass over."""


class Jobs:
    """The jobs of one server.

    Args:
        now: A clock in seconds that only goes forward.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Condition()
        self._jobs: dict[str, Job] = {}
        self._waiting: dict[str, Callable[[], None]] = {}
        self._thread: threading.Thread | None = None

    def begin(
        self, corpus: str, title: str, back: str, make: Callable[[Progress], Exported]
    ) -> Job:
        """Take an order; it is made when those before it are.

        Args:
            corpus: The corpus's id.
            title: What is made.
            back: The address of the page where it was ordered.
            make: Makes it, in another thread and in the language of this moment.

        Raises:
            Busy: As many jobs as may wait are waiting, or one is of the same corpus.
        """
        job = Job(id=secrets.token_urlsafe(12), corpus=corpus, title=title, back=back)
        with self._lock:
            self._forget()
            open_ = [each for each in self._jobs.values() if not each.state.is_over]
            if len(open_) >= MOST_WAITING or any(each.corpus == corpus for each in open_):
                raise Busy(
                    t(
                        "Something large is being made here already. Try again in a few minutes, "
                        "or make it on the command line with: argmap export."
                    )
                )
            self._jobs[job.id] = job
            self._waiting[job.id] = as_now(lambda: self._make(job, make))
            self._lock.notify()
            if self._thread is None:
                # A server that is stopped does not wait for what it was making.
                self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()
        return job

    def find(self, corpus: str, id: str) -> Job:
        """Return a job.

        Raises:
            UnknownName: There is none, or none any more. Nobody is told of others.
        """
        with self._lock:
            self._forget()
            job = self._jobs.get(id)
        if job is None or job.corpus != corpus:
            raise UnknownName("job", id)
        return job

    def call_off(self, job: Job) -> None:
        """Let a job end at its next step; what is over stays as it is."""
        job.off.set()
        with self._lock:
            if self._waiting.pop(job.id, None):
                self._end(job, State.CALLED_OFF)

    def _work(self) -> None:
        while True:
            with self._lock:
                while not self._waiting:
                    # Nobody may ask for anything again, and files are not kept until they do.
                    self._lock.wait(LOOKED_EVERY_S)
                    self._forget()
                id = next(iter(self._waiting))
                make = self._waiting.pop(id)
                self._jobs[id].state = State.MAKING
            make()
            del make  # it holds a corpus

    def _make(self, job: Job, make: Callable[[Progress], Exported]) -> None:
        last_s = self._now() + MOST_S

        def progress(what: str, done: int, total: int) -> None:
            if job.off.is_set() or self._now() > last_s:
                raise _CalledOff
            if total:
                job.what, job.done, job.total = what, done, total

        try:
            exported = make(progress)
            if len(exported.content) > MOST_KEPT_BYTES:
                job.problem = t("The file is too large to be kept here.")
        except _CalledOff:
            if not job.off.is_set():
                job.problem = t("It took too long. Make it on the command line: argmap export.")
        except ArgmapError as error:
            job.problem = str(error)
        except Exception as error:
            _log.exception("a job failed", exc_info=error)
            job.problem = t("The fault is in the program. It was written to the log.")
        else:
            job.exported = None if job.problem else exported
        with self._lock:
            if job.problem:
                self._end(job, State.FAILED)
            else:
                self._end(job, State.DONE if job.exported else State.CALLED_OFF)

    def _end(self, job: Job, state: State) -> None:
        job.over_s = self._now()
        job.state = state

    def _forget(self) -> None:
        """Drop what has been over for long, and the oldest where too much is kept.

        What left no file is counted by itself: to order and call off again costs nothing, and
        would push out the files of others.
        """
        over = sorted((j for j in self._jobs.values() if j.state.is_over), key=lambda j: j.over_s)
        for jobs in ([j for j in over if j.exported], [j for j in over if not j.exported]):
            size = sum(len(j.exported.content) for j in jobs if j.exported)
            for number, job in enumerate(jobs):
                is_old = self._now() - job.over_s > KEPT_S
                if is_old or len(jobs) - number > MOST_KEPT or size > MOST_KEPT_BYTES:
                    size -= len(job.exported.content) if job.exported else 0
                    del self._jobs[job.id]
