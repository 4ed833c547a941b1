"""Say what a box shows to those who do not see it, in the language of this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from argmap.core import wording
from argmap.core.comparison import ClaimComparison
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import DocumentCount
from argmap.core.language import t
from argmap.core.model import Argument, Claim, Evidence, Relation

Note = Callable[[], str]
"""Says what is remarked on a box, in the language of that moment."""


class Aloud:
    """Say the boxes of one drawing; a layout does not wait until that is put together.

    Args:
        graph: The corpus.
        narratives: The accounts shown, in order; where they stand is said of claims.
        sources: Whether works are named and documents counted.
    """

    def __init__(
        self, graph: ArgumentGraph, narratives: tuple[str, ...], *, sources: bool = True
    ) -> None:
        self.graph = graph
        self.narratives = narratives
        self.sources = sources
        self._refrain = wording.Refrain(graph, narratives)

    def root(self, claim: Claim) -> str:
        """Say the claim a tree stands on, and where the accounts stand on it."""
        return f"{claim.text} {self._refrain.standing(claim)}"

    def premise(self, id: str, note: Note | None = None) -> str:
        """Say a claim, or a document: its words, who said them, and where they stand."""
        noted = note() if note else ""
        if (claim := self.graph.claims.get(id)) is not None:
            return joined(claim.text, self._refrain.standing(claim), noted)
        item = self.graph.item(id)
        doubt = "" if self.is_sure(item) else wording.sentence(wording.unverified())
        return joined(wording.quoted(item), self._attribution(item), doubt, noted)

    def single(self, argument: Argument, note: Note | None = None) -> str:
        """Say an argument with one premise: whose it is, what it rests on, and why."""
        (premise,) = argument.premises
        return f"{self._refrain.lead(argument)}: {self.premise(premise, note)}{_because(argument)}"

    def step(self, argument: Argument) -> str:
        """Say the step of an argument whose several premises are said by themselves."""
        together = wording.taken_together(len(argument.premises))
        return f"{self._refrain.lead(argument)}: {together}.{_because(argument)}"

    def compared(self, row: ClaimComparison, documents: Mapping[str, DocumentCount]) -> str:
        """Say a claim of a comparison: its verdict, each account's stance and documents.

        Args:
            row: The claim, and the stances of the narratives.
            documents: What each voice uses on the claim, by narrative id.
        """
        said = [wording.VERDICT[row.verdict]] if len(self.narratives) > 1 else []
        stances = dict(zip(self.narratives, row.stances, strict=True))
        for voice in (*self.narratives, *(v for v in documents if v not in stances)):
            word = wording.STANCE[stances[voice]] if voice in stances else ""
            who = wording.voice(self.graph.narrative(voice))
            said.append(joined(who, word, counted(documents.get(voice))))
        return f"{row.claim.text} {wording.sentence('; '.join(said))}"

    def is_sure(self, item: Evidence) -> bool:
        """Tell whether a document was checked, and the works that are named with it."""
        works = item.citations if self.sources else ()
        return item.verified and all([self.graph.source(work.source).verified for work in works])

    def _attribution(self, item: Evidence) -> str:
        if self.sources:
            said = wording.attribution(self.graph, item)
        else:
            when = item.date.in_words if item.date else ""
            said = ", ".join([part for part in (item.speaker, when) if part])
        return wording.sentence(said) if said else ""


def _because(argument: Argument) -> str:
    return f" {t('Because: {reason}', reason=argument.because)}" if argument.because else ""


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
