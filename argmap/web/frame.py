"""Say what stands around a page: its title, where it is, and what is offered there."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.core.model import Corpus
from argmap.web.cards import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of the way to a page, from the shelf down."""

    title: str
    """What the step is called."""

    address: str
    """Where it leads."""

    is_theirs: bool = False
    """Whether its title is the corpus's, in the corpus's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page has around its own content."""

    title: str
    """The page's title in the browser's tab, before the corpus's."""

    corpus: Corpus | None = None
    """The corpus the page belongs to; None outside of all."""

    trail: tuple[Crumb, ...] = ()
    """The way to the page inside the corpus, the page itself left out."""

    card: Card | None = None
    """What the page says to those who link to it or cite it; None where nobody would."""
