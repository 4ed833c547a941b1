"""Hold the small corpora that pages are tried on."""

from __future__ import annotations

from argmap.core.dates import PartialDate
from argmap.core.model import AccountText, Citation
from tests import builders as b

HOSTILE_TEXT = (
    "<script>alert(1)</script> <b>&\"\\N{}| ' {{ 7 * 7 }} ${x} javascript:alert(1) \u202eRTL\\"
)
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 60

HOSTILE = b.corpus(
    "hostile",
    title=HOSTILE_TEXT,
    summary=HOSTILE_TEXT,
    licence=HOSTILE_TEXT,
    narratives=[
        b.narrative("left", summary=HOSTILE_TEXT, strongest=("bad", "long")),
        b.narrative("right", summary=LONG_WORD),
        b.observer("watch", summary=HOSTILE_TEXT),
    ],
    issues=[
        b.issue(
            introduction=HOSTILE_TEXT,
            accounts=(AccountText(narrative="left", text=HOSTILE_TEXT),),
        )
    ],
    sources=[
        b.source(
            title_translation=HOSTILE_TEXT,
            authors=(HOSTILE_TEXT, HOSTILE_TEXT),
            publisher=HOSTILE_TEXT,
            reference=HOSTILE_TEXT,
            url="javascript:alert(1)",
            verified=False,
            note=LONG_WORD,
        )
    ],
    events=[
        b.event(
            "day",
            issue="question",
            sources=("record",),
            note=HOSTILE_TEXT,
            names=(AccountText(narrative="left", text=HOSTILE_TEXT),),
        )
    ],
    evidence=[
        b.quotation(
            "words",
            text=HOSTILE_TEXT,
            speaker=HOSTILE_TEXT,
            original=HOSTILE_TEXT,
            translation=HOSTILE_TEXT,
            context=HOSTILE_TEXT,
            wording=HOSTILE_TEXT,
            note=HOSTILE_TEXT,
            citations=(Citation(source="record", locator=HOSTILE_TEXT),),
        ),
        b.fact("number", text=LONG_WORD, verified=False),
    ],
    claims=[
        b.claim(
            "bad", text=HOSTILE_TEXT, in_full=HOSTILE_TEXT, note=HOSTILE_TEXT, findings=("number",)
        ),
        b.claim("long", text=LONG_WORD, in_full=LONG_WORD),
    ],
    stances=[
        b.stance("left", "bad", "asserts", HOSTILE_TEXT),
        b.stance("right", "bad", "denies", LONG_WORD),
        b.stance("left", "long", "asserts"),
    ],
    arguments=[
        b.support("step", "words", "bad", because=HOSTILE_TEXT),
        b.undercut("no", "number", "step", by="right", because=LONG_WORD),
        b.rebut("back", ("words", "long"), "bad", by=("right", "watch"), because=HOSTILE_TEXT),
    ],
)

THREE = b.corpus(
    "three",
    narratives=[
        b.narrative("left", strongest=("split", "both")),
        b.narrative("right"),
        b.narrative("third", strongest=("alone",)),
    ],
    issues=[b.issue(period="1990-1991"), b.issue("other")],
    evidence=[b.quotation("words"), b.fact("number", date=PartialDate(1991))],
    claims=[
        b.claim("both", period="1990"),
        b.claim("split", period="1991", in_full="Claim split, with all that belongs to it."),
        b.claim("alone", issue="other"),
    ],
    stances=[
        b.stance("left", "both"),
        b.stance("right", "both", "concedes"),
        b.stance("left", "split", "asserts", "In left's own terms."),
        b.stance("right", "split", "denies", "In right's own terms."),
        b.stance("third", "split", "qualifies"),
        b.stance("third", "alone"),
    ],
    arguments=[
        b.support("for", "words", "split", by="left"),
        b.rebut("against", "words", "split", by="right"),
        b.undercut("not-so", "number", "for", by="right"),
        b.support("from-claim", "both", "split", by="left"),
    ],
)

LONE = b.corpus(
    "lone",
    narratives=[b.narrative("only")],
    claims=[b.claim("point")],
    stances=[b.stance("only", "point")],
)
BARE = b.corpus("bare", issues=[], sources=[])
TONGUES = b.corpus(
    "tongues",
    sources=[b.source(language='en" onload="alert(1)')],
    evidence=[b.quotation("words", language='ru" onclick="x')],
    claims=[b.claim("point")],
    arguments=[b.support("step", "words", "point")],
)
CORPORA = (HOSTILE, THREE, LONE, BARE, TONGUES)
