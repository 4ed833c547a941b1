"""Hold the standing words and the tasks of worksheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.core.comparison import Group
from argmap.core.language import Words, p, t
from argmap.core.model import Narrative, Relation, Stance, StanceKind
from argmap.core.wording.tables import BEARING
from argmap.core.wording.voices import listed, sentence

WORKSHEET_TITLE = Words(
    {
        "three-columns": "Three columns",
        "corroboration": "Corroboration chart",
        "source-sheet": "Source sheet",
        "sorting-cards": "Sorting cards",
        "debate-cards": "Debate cards",
    },
    context="worksheet",
)
"""What each worksheet is called, by its name among the formats."""
WORKSHEET = Words(
    {
        "key-title": "{sheet}: key",
        "number": "Version {seed}",
        "name": "Name",
        "class": "Class",
        "date": "Date",
        "bank": "To choose from",
        "notes": "Room for notes",
        "shaded": "Shaded: what the class was to find, or one way to say it.",
        "nothing": (
            "No account says anything on this in the sources loaded; choose another issue or claim."
        ),
        "silent": "No statement on this was found in the sources loaded.",
    },
    context="worksheet",
)
"""Standing words that worksheets have in common."""
THREE_COLUMNS = Words(
    {
        "two": (
            "Read what the two accounts say on each point. In the middle, write in your own words "
            "what both say and where they part."
        ),
        "several": (
            "Read what the accounts say on each point. In the last column, write in your own words "
            "what they all say and where they part."
        ),
        "one": (
            "Read what the account says on each point. Beside it, write in your own words what one "
            "would have to know before agreeing or disagreeing with it."
        ),
        "gaps": "Some boxes are empty: write there what that account would say.",
        "gaps-bank": (
            "Some boxes are empty: what belongs there stands at the end of the sheet, in mixed "
            "order."
        ),
        "own": "In your own words",
    },
    context="worksheet",
)
"""Instructions of the three-column sheet."""
CORROBORATION = Words(
    {
        "two": (
            "Compare what the two accounts say on each point, and tick where they stand. Then "
            "write which document would settle it, and what that document would have to show."
        ),
        "several": (
            "Compare what the accounts say on each point, and tick where they stand. Then write "
            "which document would settle it, and what that document would have to show."
        ),
        "one": (
            "Tick what the account says on each point. Then write which document would settle it, "
            "and what that document would have to show."
        ),
        "hard": (
            "First read what each account answers. What it says on each point is for you to find."
        ),
        "with-bank": (
            "Documents to choose from stand at the end of the sheet, each with a letter."
        ),
        "stand": "Where do they stand?",
        "stand-one": "What does it say?",
        "settle": "Which document would settle it?",
        "answers": "The accounts in their own words",
        "key": (
            "The documents named here are among those that accounts put forward on the point, and "
            "for what. Whether one of them settles it is for the class to discuss."
        ),
        "none": "No document on this point is in the sources loaded.",
    },
    context="worksheet",
)
"""Instructions and headings of the corroboration chart."""
SOURCE_SHEET = Words(
    {
        "task": (
            "Read the document. Then write what you find in it and about it, before you say what "
            "you think of it."
        ),
        "key": (
            "What the records say of the document and what accounts use it for. Other answers can "
            "be as good."
        ),
        "who": "Who said or wrote it?",
        "when": "When?",
        "whom": "To whom, or for whom?",
        "kind": "What kind of document is it?",
        "says": "What does the document say?",
        "silent-on": "What does it not say?",
        "uses": "What could each account use it for?",
        "starts-says": "It says that",
        "starts-silent": "It does not say",
        "own-words": "This is for the class to say in its own words; the document stands above.",
        "not-told": "This is not told in the sources loaded.",
        "occasion": (
            "This is not recorded by itself; what is known of the occasion stands below the "
            "document."
        ),
        "undated": "No day or year is told in the sources loaded.",
        "no-limit": "No limit of it is named in the sources loaded.",
        "no-use": "No use of it was found in the sources loaded.",
        "use": "{use}: {about}",
        "nothing": "No account uses a document here; choose another issue or claim.",
        "fewer": "There is no such document; those used here are numbered from 1 to {count}.",
    },
    context="worksheet",
)
"""Questions and instructions of the source sheet."""
SORTING_CARDS = Words(
    {
        "task": "Whose claim is it? Put each card where it belongs, and be ready to say why.",
        "one": (
            "What does the account say about it? Put each card where it belongs, and be ready to "
            "say why."
        ),
        "cut": "Cut the cards out along the dashed lines, or write their numbers here.",
        "key": "Where each card belongs, by its number.",
        "numbers": "Numbers of the cards",
        "why": "Why do they belong here?",
        "several": "More than one of them",
        "none": "None of them",
        "about": "On this point:",
        "empty": "No card of this set.",
    },
    context="worksheet",
)
"""Instructions of the sorting cards."""
DEBATE_CARDS = Words(
    {
        "task": (
            "You speak for this account, whatever you think yourself. Make its case with the "
            "reasons below, then write an answer to each objection."
        ),
        "with-bank": (
            "Answers that this account gives stand at the end of the sheet, in mixed order. Which "
            "of them answers which objection?"
        ),
        "key": (
            "Shaded: what the account answers in the sources loaded. Other answers can be as good."
        ),
        "case": "Its case",
        "objections": "Objections that it must answer",
        "reply": "Your answer",
        "which": "Which document shows it?",
        "raised": "{use}: {about}",
        "no-case": "The account argues nothing on this in the sources loaded.",
        "no-objection": "No objection to it was found in the sources loaded.",
        "no-reply": "No reply of the account was found in the sources loaded.",
    },
    context="worksheet",
)
"""Instructions and headings of the debate cards."""
_HOLDS = Words(
    {
        StanceKind.ASSERTS: "The account asserts this.",
        StanceKind.CONCEDES: "The account concedes this.",
        StanceKind.QUALIFIES: "The account accepts this in part.",
        StanceKind.DENIES: "The account denies this.",
    },
    context="worksheet",
)
_STANDING = Words(
    {
        Group.AGREED: "They agree",
        Group.PARTLY: "They agree in part",
        Group.DISPUTED: "They differ",
        Group.ONE_SIDED: "Not all of them speak to it",
    },
    context="worksheet",
)
STANDING_OF_ONE = Words(
    {
        StanceKind.ASSERTS: "It asserts this",
        StanceKind.CONCEDES: "It concedes this",
        StanceKind.QUALIFIES: "It accepts this in part",
        StanceKind.DENIES: "It denies this",
    },
    context="worksheet",
)
"""Where one account can stand on a point, to tick."""


def holds(stance: Stance) -> str:
    """Say what the account of a sheet holds, then its own words: "The account denies this. ..."."""
    return f"{_HOLDS[stance.stance]} {sentence(stance.how) if stance.how else ''}".strip()


def places(accounts: int) -> Mapping[Group, str]:
    """Name where two accounts or more can stand on a point, as something to tick."""
    if accounts != 2:
        return _STANDING
    return {**_STANDING, Group.ONE_SIDED: p("worksheet", "Only one speaks to it")}


def used_for(narrative: Narrative, kinds: Iterable[Relation]) -> str:
    """Say what a narrative uses a document for: "Port account: for and limits"."""
    uses = listed(BEARING[kind] for kind in kinds)
    return t("{who}: {uses}", who=narrative.name, uses=uses)
