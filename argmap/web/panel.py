"""Tell all about one box of a claim's tree: what it says, where it stands, who answers it.

The panel stands beside the map. Its links lead to other boxes of the same map where these are
under the claim, and else to the pages of what they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from argmap.core import wording
from argmap.core.citing import Text, cite
from argmap.core.comparison import Comparison, compare_claim, opposite_ends
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Evidence
from argmap.core.replies import ATTACKS, replies_to
from argmap.core.selection import Place, claim_tree
from argmap.web.addresses import address_of
from argmap.web.badges import badges, mark, position
from argmap.web.entries import Chain, Entry, Link, Named, Panel, Work
from argmap.web.passages import label, passage
from argmap.web.tongues import tongues
from argmap.web.treeview import Shown, own_page

MOST_USES = 12
MOST_ANSWERS = 12


def panel(graph: ArgumentGraph, shown: Shown) -> Panel | None:
    """Tell of the selected box; None where none is selected."""
    return _Teller(graph, shown).panel() if shown.view.box else None


def panels(graph: ArgumentGraph, shown: Shown) -> Iterator[tuple[str, Panel]]:
    """Tell of every box of a tree that shows all accounts and all steps, each as if selected."""
    whole = shown.places
    for box in whole:
        selected = replace(shown, view=replace(shown.view, box=box))
        yield box, _Teller(graph, selected, whole).panel()


class _Teller:
    """Make the panel of one box, with what all its entries need to know of the map."""

    def __init__(
        self, graph: ArgumentGraph, shown: Shown, whole: Mapping[str, Place] | None = None
    ) -> None:
        self.graph, self.shown, self.view = graph, shown, shown.view
        of_all = replace(shown.view, accounts=())
        self.whole = whole or claim_tree(graph, self.view.claim, depth=None).places
        self.heard = self.whole
        if self.view.accounts:
            accounts = self.view.accounts
            self.heard = claim_tree(graph, self.view.claim, depth=None, narratives=accounts).places
        self.selecting = shown.view.selecting()
        self.selecting_of_all = of_all.selecting()
        self.place = self.whole.get(self.view.box) or _place_outside(graph, self.view.box)

    def panel(self) -> Panel:
        graph, place = self.graph, self.place
        item = graph.evidence.get(place.record)
        claim = graph.claims.get(place.record)
        step = graph.arguments.get(place.argument)
        others = [each for each in graph.arguments_from(place.record) if each != step]
        row = compare_claim(graph, claim.id) if claim else None
        compared = Comparison(narratives=graph.choose_accounts(), rows=(row,)) if row else None
        return Panel(
            kicker=_kicker(item, claim),
            title=_title(graph, item, claim, step),
            close=replace(self.view, box="").address,
            own=self.own(place),
            missing=self.missing(),
            draw=self.draw(),
            toggles=tuple(self.toggles()),
            item=item,
            tongues=tongues(graph, item) if item else (),
            confidence=wording.CONFIDENCE[item.confidence] if item and item.confidence else "",
            works=tuple(self.works(item)) if item else (),
            is_contested=bool(item and opposite_ends(graph, evidence=[item.id])),
            claim=claim,
            mark=mark(row) if row else None,
            sentence=wording.verdict_sentence(graph, compared, row) if compared and row else "",
            positions=tuple(position(graph, each.id, claim.id) for each in graph.accounts)
            if claim
            else (),
            here=self.step(step) if step else None,
            elsewhere=tuple(self.use(each) for each in others[:MOST_USES]),
            more=len(others[MOST_USES:]),
            chain=self.chain(step) if step else None,
            citation=_citation(graph, item or claim),
        )

    def own(self, place: Place) -> str:
        return "" if place.record == self.view.claim else own_page(self.graph, place.record)

    def missing(self) -> str:
        if self.view.box in self.shown.places:
            return ""
        return wording.not_on_map() if self.view.box in self.whole else wording.not_under_claim()

    def draw(self) -> str:
        box = self.view.box
        is_away = box in self.whole and box not in self.shown.places
        return self.selecting_of_all(box) if is_away else ""

    def toggles(self) -> Iterator[Link]:
        place, tree = self.shown.places.get(self.view.box), self.shown.tree
        if place is None:
            return
        if place.hidden and not tree.is_full:
            address = self.view.opening(place, tree.depth).address
            yield Link(text=wording.show_steps(place.hidden), address=address)
        if place.shown:
            address = self.view.closing(place, tree.depth).address
            yield Link(text=wording.hide_steps(place.shown), address=address)

    def works(self, item: Evidence) -> Iterator[Work]:
        for each in item.citations:
            source = self.graph.source(each.source)
            is_marked = source.id == self.view.source
            yield Work(
                source=source,
                kind=wording.source_kind(source.kind),
                locator=each.locator,
                address=address_of("source", self.graph.corpus.id, source.id),
                reach=replace(self.view, source="" if is_marked else source.id).address,
                is_marked=is_marked,
            )

    def step(self, argument: Argument) -> Entry:
        """Tell of the step that the box takes, what it bears on, and every answer to it."""
        answers = replies_to(self.graph, argument)
        beside = self.place.record != argument.id and len(argument.premises) > 1
        named = argument.premises if self.place.record == argument.id or beside else ()
        return replace(
            self.use(argument),
            premises=tuple(self.premise(argument, id) for id in named if id != self.place.record),
            box=self.to(argument.id)[0] if beside else "",
            answers=tuple(self.answer(each) for each in answers[:MOST_ANSWERS]),
            more=len(answers[MOST_ANSWERS:]),
        )

    def use(self, argument: Argument) -> Entry:
        """Tell of a step that goes out from what is in the box."""
        return self.entry(argument, target=self.target(argument), premises=())

    def answer(self, argument: Argument) -> Entry:
        """Tell of an attack on the step of the box, or on what it rests on."""
        premises = tuple(self.premise(argument, id) for id in argument.premises)
        return self.entry(argument, target=None, premises=premises)

    def entry(
        self, argument: Argument, *, target: Named | None, premises: tuple[Named, ...]
    ) -> Entry:
        address, is_here = self.to(argument.id)
        return Entry(
            by=badges(self.graph, argument.by),
            relation=argument.relation,
            verb=wording.RELATION[argument.relation],
            object="" if target else wording.what_it_bears_on(self.graph, argument),
            target=target,
            premises=premises,
            because=argument.because,
            box=address if is_here else "",
        )

    def target(self, argument: Argument) -> Named:
        place = self.whole.get(argument.id)
        return self.named(argument.target, place.parent if place else "")

    def premise(self, argument: Argument, id: str) -> Named:
        beside = f"{argument.id}/{id}"
        return self.named(id, beside if beside in self.whole else argument.id)

    def named(self, record: str, box: str) -> Named:
        said = passage(self.graph, record)
        address, is_here = self.to(box)
        return Named(
            text=said.text,
            note=said.note,
            language=said.language,
            verified=said.verified,
            address=address if is_here else own_page(self.graph, record),
            is_here=is_here,
        )

    def to(self, box: str) -> tuple[str, bool]:
        """Return the address that selects a box, and whether the map can have it at all."""
        if box not in self.whole:
            return "", False
        return (self.selecting if box in self.heard else self.selecting_of_all)(box), True

    def chain(self, step: Argument) -> Chain | None:
        if step.id not in self.whole:
            return None
        way = [*_answered_by(self.graph, self.whole, step), step]
        exchange = tuple(_exchange(self.graph, self.whole, way[0]))
        if len(exchange) < 2 or step not in exchange:
            return None
        number = exchange.index(step)

        def at(index: int) -> str:
            return self.to(exchange[index].id)[0] if 0 <= index < len(exchange) else ""

        return Chain(
            way=tuple(Link(text=self.told(each), address=self.to(each.id)[0]) for each in way[:-1]),
            here=self.told(step),
            number=number + 1,
            count=len(exchange),
            previous=at(number - 1),
            next=at(number + 1),
        )

    def told(self, argument: Argument) -> str:
        texts = wording.listed(str(passage(self.graph, id).text) for id in argument.premises)
        return f"{wording.argument_sentence(self.graph, argument)}: {texts}"


def _answered_by(
    graph: ArgumentGraph, places: Mapping[str, Place], step: Argument
) -> tuple[Argument, ...]:
    """List the steps that a reply goes back to, from the one that began the exchange."""
    way: list[Argument] = []
    while step.relation in ATTACKS:
        before = graph.arguments.get(places[places[step.id].parent].argument)
        if before is None:
            break
        way.append(before)
        step = before
    return tuple(reversed(way))


def _exchange(
    graph: ArgumentGraph, places: Mapping[str, Place], first: Argument
) -> Iterator[Argument]:
    """Walk a step, the first reply to it, the replies to that, and so on, then the next reply."""
    seen: set[str] = set()
    waiting = [first]
    while waiting:
        step = waiting.pop()
        if step.id in seen:
            continue
        seen.add(step.id)
        yield step
        waiting += [each for each in reversed(replies_to(graph, step)) if each.id in places]


def _place_outside(graph: ArgumentGraph, box: str) -> Place:
    """Make up the place of a box that is not under the claim."""
    name, _, premise = box.partition("/")
    argument = graph.arguments.get(name)
    record = premise or name
    if argument and not premise and len(argument.premises) == 1:
        (record,) = argument.premises
    return Place(
        name=box, record=record, argument=argument.id if argument else "", parent="",
        level=0, shown=0, hidden=0,
    )  # fmt: skip


def _citation(graph: ArgumentGraph, record: Evidence | Claim | None) -> Text:
    return cite(graph, record).note if record else Text()


def _kicker(item: Evidence | None, claim: Claim | None) -> str:
    if claim:
        return wording.claim()
    if item:
        return wording.EVIDENCE[item.kind]
    return wording.step()


def _title(
    graph: ArgumentGraph, item: Evidence | None, claim: Claim | None, step: Argument | None
) -> str:
    if claim:
        return claim.text
    if item:
        return label(graph, item)
    return wording.taken_together(len(step.premises)) if step else ""
