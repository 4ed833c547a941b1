"""Say what a box shows to those who do not see it, in the language of this moment."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.core import wording
from argmap.core.comparison import ClaimComparison
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Evidence, Relation
from argmap.core.selection import DocumentCount


def compared(
    graph: ArgumentGraph,
    row: ClaimComparison,
    narratives: tuple[str, ...],
    documents: Mapping[str, DocumentCount],
) -> str:
    """Say a claim of a comparison: its verdict, each account's stance and documents.

    Args:
        graph: The corpus.
        row: The claim, and the stances of the narratives.
        narratives: The accounts compared, in order.
        documents: What each voice uses on the claim, by narrative id.
    """
    said = [wording.VERDICT[row.verdict]] if len(narratives) > 1 else []
    stances = dict(zip(narratives, row.stances, strict=True))
    for voice in (*narratives, *(v for v in documents if v not in stances)):
        word = wording.STANCE[stances[voice]] if voice in stances else ""
        who = wording.voice(graph.narrative(voice))
        said.append(joined(who, word, counted(documents.get(voice))))
    return f"{row.claim.text} {wording.sentence('; '.join(said))}"


def evidence(
    graph: ArgumentGraph, item: Evidence, note: str, *, sources: bool, is_sure: bool
) -> str:
    """Say a document: its words, who said them, and where they stand unless that is left out."""
    if sources:
        attribution = wording.attribution(graph, item)
    else:
        when = item.date.in_words if item.date else ""
        attribution = ", ".join([part for part in (item.speaker, when) if part])
    doubt = "" if is_sure else wording.sentence(wording.unverified())
    said = wording.sentence(attribution) if attribution else ""
    return joined(wording.quoted(item), said, doubt, note)


def parted(sentence: str, relation: Relation) -> tuple[str, str, str]:
    """Part a sentence on an argument at what it does: who does it, the verb, and to what."""
    for table in (wording.RELATION, wording.RELATION_OF_SEVERAL):
        before, verb, after = sentence.rpartition(f" {table[relation]} ")
        if verb:
            return before, verb.strip(), after
    return sentence, "", ""


def counted(count: DocumentCount | None) -> str:
    """Say how many documents a voice uses, in words that a line may end between and not within."""
    if count is None:
        return ""
    return wording.documents(count).replace(" ", "\xa0").replace(",\xa0", ", ")


def joined(*parts: str) -> str:
    """Join what is not empty."""
    return " ".join([part for part in parts if part])
