"""Hold what the panel beside a claim's map says of one box, as the template reads it."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.core.citing import Text
from argmap.core.model import Claim, Evidence, Relation, Source
from argmap.web.badges import Badge, Mark, Position
from argmap.web.tongues import Tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that an entry of the panel names, as a link."""

    text: Text
    """What it says, whole; a quotation in quotation marks."""

    note: Text
    """Who said it, when, and where it stands; empty for claims."""

    language: str
    """The language of the text, where it is known not to be the corpus's."""

    verified: bool
    """False where the record has not been checked against the work."""

    address: str
    """Where the link leads; empty for none."""

    is_here: bool
    """Whether it selects a box of this map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One argument as the panel tells it: a use of the selected thing, or an answer to it."""

    by: tuple[Badge, ...]
    """Who puts it forward."""

    relation: Relation
    """How it bears on its target."""

    verb: str
    """The relation in words: "supports"."""

    object: str
    """What it bears on, where that is plain: "this step"; empty where `target` says it."""

    target: Named | None
    """What it bears on, where that is not the thing selected."""

    premises: tuple[Named, ...]
    """What it goes out from, where that is not the thing selected."""

    because: str
    """Its warrant; may be empty."""

    box: str
    """The address of its own box on this map; empty where it has none or is the selected one."""

    answers: tuple[Entry, ...] = ()
    """The attacks on the step and on its premises, as many as are shown."""

    more: int = 0
    """How many attacks are not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Where evidence stands in a source."""

    source: Source
    """The source."""

    kind: str
    """What sort of work it is."""

    locator: str
    """The page, paragraph or article; may be empty."""

    address: str
    """The source's own page."""

    reach: str
    """The map with all marked that rests on the source, or without, if it is marked now."""

    is_marked: bool
    """Whether its reach is marked now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A sentence or a name that leads somewhere on the map."""

    text: str
    """What it says."""

    address: str
    """Where it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """An exchange of replies on one step, and where in it the selected box is."""

    way: tuple[Link, ...]
    """The boxes from the step down to the one before the selected."""

    here: str
    """The selected one in words."""

    number: int
    """Its place in the whole exchange, from 1 for the step itself."""

    count: int
    """How many there are, the step itself included."""

    previous: str
    """The address of the one before; empty at the beginning."""

    next: str
    """The address of the one after; empty at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What stands beside the map for the selected box."""

    kicker: str
    """What sort of thing it is, in a word or two."""

    title: str
    """Its name: a claim's text, or who said it and when."""

    close: str
    """The address of the map with nothing selected."""

    own: str
    """The address of its own page; empty where that is this page."""

    missing: str
    """Why the map as it is has no such box; empty where it has."""

    draw: str
    """The address of the map that has it; empty where none has, or this one."""

    toggles: tuple[Link, ...]
    """What opens and closes the branch at the box."""

    item: Evidence | None
    """The evidence in the box; None where it is a claim or a step."""

    tongues: tuple[Tongue, ...]
    """The evidence in every language it is known in; empty where it is one text."""

    confidence: str
    """How firmly a fact is reported, in words; may be empty."""

    works: tuple[Work, ...]
    """Where the evidence stands, the best known place first."""

    is_contested: bool
    """Whether accounts use the evidence for opposite ends."""

    claim: Claim | None
    """The claim in the box; None where it is evidence or a step."""

    mark: Mark | None
    """Where the accounts stand on the claim."""

    sentence: str
    """The same as a sentence."""

    positions: tuple[Position, ...]
    """What each account holds about the claim."""

    here: Entry | None
    """The step that the box takes, with the answers to it; None for the claim at the root."""

    elsewhere: tuple[Entry, ...]
    """The other steps that go out from the same claim or evidence, as many as are shown."""

    more: int
    """How many such steps are not among them."""

    chain: Chain | None
    """The exchange of replies that the box stands in; None where there is none."""

    citation: Text
    """How to cite it; empty for a step."""
