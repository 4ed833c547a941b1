"""Write works and passages the way a bibliography does."""

from __future__ import annotations

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Evidence, EvidenceKind, Source


def reference(source: Source) -> str:
    """Describe a work for a bibliography, with all that is known and nothing that is not."""
    translated = f"[{source.title_translation}]" if source.title_translation else ""
    title = f"{source.title} {translated}".strip()
    when = source.date.in_words if source.date else "undated"
    parts = (wording.listed(source.authors), title, source.publisher, when, source.reference)
    return wording.sentence(". ".join(part.rstrip(".") for part in parts if part))


def how_to_cite(graph: ArgumentGraph, item: Evidence) -> str:
    """Write the note for a piece of evidence: who and when, then each work and the place in it."""
    when = item.date.in_words if item.date else ""
    spoken = ", ".join(part for part in (item.speaker, when) if part)
    works = "; ".join(
        reference(graph.source(each.source)).rstrip(".")
        + (f", {each.locator}" if each.locator else "")
        for each in item.citations
    )
    lead = f"{spoken}, in: " if item.kind is EvidenceKind.QUOTATION and spoken else ""
    return wording.sentence(f"{lead}{works}")
