"""Jobs: one after the other, bounded, called off, and never in the way of the next."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Callable

import pytest

from argmap.errors import Busy, InvalidInput, UnknownName
from argmap.library import Exported
from argmap.web import jobs as module
from argmap.web.jobs import Job, Jobs, State

SMALL = Exported(format_name="site", content=b"x", file_name="x.zip", media_type="application/zip")


def over(job: Job) -> Job:
    last = time.monotonic() + 60
    while not job.state.is_over and time.monotonic() < last:
        time.sleep(0.005)
    assert job.state.is_over
    return job


class Held:
    """Something that is made step by step until it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.begun = threading.Event()

    def __call__(self, progress: Callable[[str, int, int], None]) -> Exported:
        for number in range(6_000):
            progress("pages", number, 6_000)
            self.begun.set()
            if self.go.wait(0.01):
                return SMALL
        raise AssertionError("nobody let it go")


def test_what_is_made_is_kept_to_be_taken():
    made = Jobs()
    job = over(made.begin("one", "Site", "/one/teach", lambda progress: SMALL))

    assert job.state is State.DONE
    assert made.find("one", job.id).exported == SMALL


def test_progress_is_told_while_it_is_made():
    held, made = Held(), Jobs()
    job = made.begin("one", "Site", "", held)
    assert held.begun.wait(60)

    assert (job.state, job.what, job.total) == (State.MAKING, "pages", 6_000)

    held.go.set()
    over(job)


def test_what_was_made_is_let_go_though_nobody_asks_again(monkeypatch):
    monkeypatch.setattr(module, "LOOKED_EVERY_S", 0.01)
    now = [0.0]
    made = Jobs(now=lambda: now[0])
    over(made.begin("one", "Site", "", lambda progress: SMALL))
    assert made._jobs
    now[0] = module.KEPT_S + 1

    last = time.monotonic() + 60
    while made._jobs and time.monotonic() < last:
        time.sleep(0.005)
    assert not made._jobs


def test_a_job_that_is_called_off_ends_and_the_next_one_is_made():
    held, made = Held(), Jobs()
    job = made.begin("one", "Site", "", held)
    assert held.begun.wait(60)
    made.call_off(job)

    assert over(job).state is State.CALLED_OFF
    assert job.exported is None
    assert over(made.begin("one", "Site", "", lambda progress: SMALL)).state is State.DONE


def test_a_job_called_off_while_it_waits_is_never_begun():
    held, made, begun = Held(), Jobs(), []
    first = made.begin("one", "Site", "", held)
    second = made.begin("two", "Site", "", lambda progress: begun.append(1) or SMALL)
    made.call_off(second)
    held.go.set()
    over(first)

    assert second.state is State.CALLED_OFF
    assert over(made.begin("three", "Site", "", lambda progress: SMALL)).state is State.DONE
    assert begun == []


def test_calling_off_what_is_over_changes_nothing():
    made = Jobs()
    job = over(made.begin("one", "Site", "", lambda progress: SMALL))
    made.call_off(job)

    assert job.state is State.DONE


def test_one_corpus_has_one_job_at_a_time():
    held, made = Held(), Jobs()
    job = made.begin("one", "Site", "", held)

    with pytest.raises(Busy, match="argmap export"):
        made.begin("one", "Site", "", held)
    held.go.set()
    over(job)


def test_no_more_wait_than_may():
    held, made = Held(), Jobs()
    jobs = [made.begin(f"c{n}", "Site", "", held) for n in range(module.MOST_WAITING)]

    with pytest.raises(Busy):
        made.begin("another", "Site", "", held)
    held.go.set()
    assert {over(job).state for job in jobs} == {State.DONE}


def test_many_at_once_begin_one_job_for_a_corpus():
    held, made, taken, refused = Held(), Jobs(), [], []

    def ask() -> None:
        try:
            taken.append(made.begin("one", "Site", "", held))
        except Busy:
            refused.append(1)

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held.go.set()
    over(taken[0])

    assert (len(taken), len(refused)) == (1, 19)


def test_an_error_for_people_is_told_to_them():
    def fail(progress: object) -> Exported:
        raise InvalidInput("There is nothing here.")

    job = over(Jobs().begin("one", "Site", "", fail))

    assert (job.state, job.problem) == (State.FAILED, "There is nothing here.")


def test_a_fault_is_not_told_and_ends_nothing_but_its_job():
    def fail(progress: object) -> Exported:
        raise RuntimeError("/secret/path")

    made = Jobs()
    job = over(made.begin("one", "Site", "", fail))

    assert job.state is State.FAILED
    assert "secret" not in job.problem
    assert over(made.begin("one", "Site", "", lambda progress: SMALL)).state is State.DONE


def test_what_takes_too_long_is_ended():
    clock = iter(range(0, 10**9, 500))
    made = Jobs(now=lambda: float(next(clock)))
    job = over(made.begin("one", "Site", "", Held()))

    assert job.state is State.FAILED
    assert "too long" in job.problem


def test_what_is_too_large_is_not_kept(monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT_BYTES", 0)
    job = over(Jobs().begin("one", "Site", "", lambda progress: SMALL))

    assert (job.state, job.exported) == (State.FAILED, None)


def test_the_oldest_are_dropped_where_too_many_are_kept():
    made = Jobs()
    count = module.MOST_KEPT + 2
    jobs = [over(made.begin("one", "Site", "", lambda progress: SMALL)) for _ in range(count)]

    with pytest.raises(UnknownName):
        made.find("one", jobs[0].id)
    assert made.find("one", jobs[-1].id) is jobs[-1]


def test_nothing_is_kept_for_long():
    now = [0.0]
    made = Jobs(now=lambda: now[0])
    job = over(made.begin("one", "Site", "", lambda progress: SMALL))
    now[0] = module.KEPT_S + 1

    with pytest.raises(UnknownName):
        made.find("one", job.id)


def test_a_job_is_found_under_its_own_corpus_and_nobody_is_told_of_others():
    made = Jobs()
    job = over(made.begin("one", "Site", "", lambda progress: SMALL))

    with pytest.raises(UnknownName) as lost:
        made.find("two", job.id)
    with pytest.raises(UnknownName) as near:
        made.find("one", job.id[:-1])
    assert lost.value.listed == near.value.listed == ()
    assert near.value.near == ""


def test_orders_that_are_called_off_push_out_nobodys_file():
    held, made = Held(), Jobs()
    wanted = over(made.begin("one", "Site", "", lambda progress: SMALL))
    busy = made.begin("one", "Site", "", held)
    assert held.begun.wait(60)
    for _ in range(module.MOST_KEPT * 2):
        made.call_off(made.begin("two", "Site", "", held))

    assert made.find("one", wanted.id).exported == SMALL
    held.go.set()
    over(busy)


def test_what_is_called_off_while_it_waits_is_held_no_longer():
    held, made = Held(), Jobs()
    busy = made.begin("one", "Site", "", held)
    assert held.begun.wait(60)

    def make(progress: object) -> Exported:
        return SMALL

    gone = weakref.ref(make)
    made.call_off(made.begin("two", "Site", "", make))
    del make
    gc.collect()

    assert gone() is None
    held.go.set()
    over(busy)
