"""Read a whole corpus from plain data, with every problem at once, and write it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import ValidationError

from argmap.core import integrity, lint
from argmap.core.language import OWN_NAMES
from argmap.core.model import MAX_ID_CHARS, SLUG, Corpus, Stance
from argmap.errors import Problem, did_you_mean, quoted
from argmap.schemas.faults import Key, Path, Record, fault, from_messages, overlaps
from argmap.schemas.records import HEADER, SCHEMAS, TARGET_KEYS, ClaimRecord, Held

MAX_RECORDS: Mapping[str, int] = {
    "narratives": 50,
    "issues": 2_000,
    "events": 20_000,
    "sources": 20_000,
    "evidence": 50_000,
    "claims": 20_000,
    "stances": 100_000,
    "arguments": 50_000,
    "accepted": 10_000,
}
"""How many records of a kind a corpus may have."""

NEEDS_EVERYTHING = frozenset({"E102", "E107", "E108", "E212"})
"""Problems that prove nothing while a part of the corpus could not be read."""

_NEEDS_STANCES = frozenset({"E108"})

_Where = tuple[Record, Path]


def load(data: object, *, id: str) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """Read a corpus from plain data in the shape of a claim file.

    Args:
        data: Mappings, lists and texts; booleans and whole years may be JSON values. A claim's
            stances may stand under it or in the list `stances`.
        id: The corpus's id, which the files do not hold.

    Returns:
        The corpus, or None if there is an error, and all problems. A problem's `record` and
        `path` lead through `data` (`("corpus", 0)` is the header); a `Key` at the end of a path
        means the key itself. Stances are in the order of claims, then of narratives. Warnings
        are looked for only where there is no error.
    """
    problems = list(shape_problems(data))
    doubtful = frozenset().union(*map(doubtful_after, problems))
    parts = _sound_parts(data)
    if not SLUG.fullmatch(id) or len(id) > MAX_ID_CHARS:
        problems.append(fault("E011", f"{quoted(id)} cannot be the id of a corpus: {_SLUG_RULE}"))
    elif id in OWN_NAMES:
        problems.append(
            fault(
                "E011",
                f"{quoted(id)} cannot be the id of a corpus: addresses that begin with it are "
                "those of a language; give the folder another name",
            )
        )
    loaded = _Loaded(id=id, parts=parts)
    if any(problem.record and problem.record[0] in _HAVE_STANCES for problem in loaded.problems):
        doubtful |= _NEEDS_STANCES
    found = (*loaded.problems, *loaded.integrity_problems())
    problems += (problem for problem in found if problem.code not in doubtful)
    if problems:
        return None, tuple(problems)
    return loaded.corpus, tuple(map(loaded.placed, lint.warnings(loaded.corpus)))


def dump(corpus: Corpus) -> dict[str, Any]:
    """Write a corpus as plain data in the canonical shape and order, defaults left out.

    Loading it again gives an equal corpus, if the corpus holds together and its stances are in
    the order of claims, then of narratives. A stance on a claim that is not there goes into the
    list `stances`.
    """
    held: dict[str, dict[str, Held]] = {claim.id: {} for claim in corpus.claims}
    apart: list[Stance] = []
    for stance in ordered_stances(corpus):
        under = held.get(stance.claim)
        if under is None or stance.narrative in under:
            apart.append(stance)
        else:
            under[stance.narrative] = Held(stance.stance, stance.how)
    lists: dict[str, Iterable[Any]] = {kind: getattr(corpus, kind) for kind in SCHEMAS}
    lists["claims"] = (ClaimRecord(claim, held[claim.id]) for claim in corpus.claims)
    lists["stances"] = apart
    plain = {kind: [SCHEMAS[kind].dump(item) for item in items] for kind, items in lists.items()}
    return {"corpus": HEADER.dump(corpus)} | {kind: items for kind, items in plain.items() if items}


def ordered_stances(corpus: Corpus) -> tuple[Stance, ...]:
    """List the stances in the order of claims, then of narratives; unknown names last."""
    rank = _stance_rank(corpus)
    return tuple(sorted(corpus.stances, key=rank))


def shape_problems(data: object) -> Iterator[Problem]:
    """List what is wrong with the outermost mapping of a claim file: its names and lists."""
    if not isinstance(data, Mapping):
        yield fault("E203", f"A claim file is a mapping of {', '.join(_TOP)}.")
        return
    for key, value in data.items():
        if key not in _TOP:
            offer = did_you_mean(str(key), _TOP)
            message = f"There is no {quoted(str(key))} in a claim file.{offer}"
            yield fault("E201", message, None, (str(key),))
        elif key == "corpus" and not isinstance(value, Mapping):
            yield fault("E203", "'corpus' must be a mapping of fields.", None, (key,))
        elif key != "corpus" and not isinstance(value, list | tuple):
            yield fault("E203", f"{key!r} must be a list of records.", None, (key,))
        elif key != "corpus" and len(value) > MAX_RECORDS[key]:
            limit = MAX_RECORDS[key]
            message = f"There are {len(value):,} {key}; a corpus may have {limit:,}."
            yield fault("E208", message, None, (key,))


def doubtful_after(problem: Problem) -> frozenset[str]:
    """Tell which codes prove nothing beside a problem of the outermost mapping."""
    part = problem.path[0] if problem.path else ""
    if part == "corpus":
        return frozenset({"E212"})
    if part == "stances":
        return _NEEDS_STANCES
    # Nothing names an accepted weakness.
    return frozenset() if part == "accepted" else NEEDS_EVERYTHING


def _sound_parts(data: object) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        return {}
    return {
        kind: data[kind]
        for kind in SCHEMAS
        if isinstance(data.get(kind), list | tuple) and len(data[kind]) <= MAX_RECORDS[kind]
    } | ({"corpus": data["corpus"]} if isinstance(data.get("corpus"), Mapping) else {})


class _Loaded:
    """What could be made of plain data, and the way back from each record to its place."""

    def __init__(self, *, id: str, parts: Mapping[str, Any]) -> None:
        self.problems: list[Problem] = []
        self._parts = parts
        values: dict[str, Any] = {"id": id} | self._header()
        records = {kind: self._records(kind) for kind in SCHEMAS}
        claims: list[ClaimRecord] = records.pop("claims")
        apart: list[Stance] = records.pop("stances")
        values |= {kind: tuple(made) for kind, made in records.items()}
        without = Corpus(**values, claims=tuple(record.claim for record in claims))
        placed = sorted(_all_stances(claims, apart), key=_by_stance(_stance_rank(without)))
        self._stance_places = [each.place for each in placed]
        self.corpus = replace(without, stances=tuple(each.stance for each in placed))

    def _header(self) -> dict[str, Any]:
        if "corpus" not in self._parts:
            message = "No file says what the corpus is: add the mapping 'corpus' with a title."
            self.problems.append(fault("E212", message))
            return {"title": ""}
        made: dict[str, Any] = self._one(HEADER, self._parts["corpus"], ("corpus", 0))
        return made

    def _records(self, kind: str) -> list[Any]:
        items = self._parts.get(kind, ())
        return [self._one(SCHEMAS[kind], item, (kind, at)) for at, item in enumerate(items)]

    def _one(self, schema: Any, item: Any, record: Record) -> Any:
        try:
            return schema.load(item)
        except ValidationError as error:
            self.problems += from_messages(error.messages, record)
            return schema.salvage(error)

    def integrity_problems(self) -> Iterator[Problem]:
        """Give the core's findings their place, but for those a known fault explains."""
        known: dict[Record, list[Path]] = {}
        for problem in self.problems:
            known.setdefault(problem.record, []).append(problem.path)
        for problem in map(self.placed, integrity.problems(self.corpus)):
            if problem.record is None or not overlaps(problem, known):
                yield problem

    def placed(self, problem: Problem) -> Problem:
        """Lead from the corpus back into the plain data."""
        if problem.record is None:
            return problem
        kind, position = problem.record
        path = problem.path
        if kind == "stances":
            record, above = self._stance_places[position]
            return replace(problem, record=record, path=above or path)
        item = self._parts[kind][position]
        return replace(problem, path=_PLACES.get(kind, _as_is)(item, path))


@dataclass(frozen=True, slots=True)
class _PlacedStance:
    stance: Stance
    place: _Where


def _all_stances(claims: Iterable[ClaimRecord], apart: Iterable[Stance]) -> Iterator[_PlacedStance]:
    for position, record in enumerate(claims):
        for narrative, held in record.stances.items():
            stance = Stance(
                narrative=narrative, claim=record.claim.id, stance=held.stance, how=held.how
            )
            place = ("claims", position), ("stances", Key(narrative))
            yield _PlacedStance(stance, place)
    for position, stance in enumerate(apart):
        yield _PlacedStance(stance, (("stances", position), ()))


def _stance_rank(corpus: Corpus) -> Callable[[Stance], tuple[int, int]]:
    claims = {claim.id: rank for rank, claim in enumerate(corpus.claims)}
    narratives = {narrative.id: rank for rank, narrative in enumerate(corpus.narratives)}

    def rank(stance: Stance) -> tuple[int, int]:
        return (
            claims.get(stance.claim, len(claims)),
            narratives.get(stance.narrative, len(narratives)),
        )

    return rank


def _by_stance(rank: Callable[[Stance], Any]) -> Callable[[_PlacedStance], Any]:
    return lambda placed: rank(placed.stance)


def _as_is(_item: Any, path: Path) -> Path:
    return path


def _at_key(_item: Any, path: Path) -> Path:
    return (*path[:-1], Key(path[-1])) if path[:1] in (("accounts",), ("names",)) else path


def _in_evidence(item: Any, path: Path) -> Path:
    if len(path) == 2 and path[0] == "sources" and isinstance(item["sources"][path[1]], Mapping):
        return (*path, "source")
    return path


def _in_argument(item: Any, path: Path) -> Path:
    if path == ("target",):
        return (next((key for key in item if key in TARGET_KEYS), "supports"),)
    if len(path) == 2 and isinstance(item.get(path[0]), str):
        return path[:1]
    return path


_PLACES: Mapping[str, Callable[[Any, Path], Path]] = {
    "issues": _at_key,
    "events": _at_key,
    "evidence": _in_evidence,
    "arguments": _in_argument,
}
_TOP = ("corpus", *SCHEMAS)
_HAVE_STANCES = ("claims", "stances")
_SLUG_RULE = "use a-z, 0-9 and single hyphens inside, with at least one letter."
