"""Say in plain English what the comparison, an argument or a source is.

One place for the words of pages, pictures, outlines and exports, so that they agree. No
sentence here calls a claim true or an account better; silence is never a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

from argmap.core.comparison import ClaimComparison, Comparison, Group, Summary, Verdict
from argmap.core.dates import PartialDate, day_of
from argmap.core.graph import ArgumentGraph
from argmap.core.matrix import Matrix, Sharing
from argmap.core.model import (
    Argument,
    Confidence,
    Event,
    Evidence,
    EvidenceKind,
    Narrative,
    Relation,
    Role,
    Source,
    SourceKind,
    Stance,
    StanceKind,
)
from argmap.core.replies import Ledger, ReplyLevel
from argmap.core.selection import DocumentCount
from argmap.core.timeline import DatedDocument, HeldClaim, Timeline, rounded

VERDICT = {
    Verdict.AGREED: "agreed",
    Verdict.CONCEDED: "agreed, conceded",
    Verdict.AGREED_WITH_QUALIFICATION: "agreed in part",
    Verdict.DISPUTED: "disputed",
    Verdict.DISPUTED_IN_PART: "disputed in part",
    Verdict.ONE_SIDED: "told by one only",
    Verdict.ONE_SIDED_DENIAL: "denied by one only",
    Verdict.SHARED_BY_SOME: "shared by some",
    Verdict.REJECTED_BY_ALL: "agreed: rejected",
    Verdict.REJECTED_BY_SOME: "rejected by some",
    Verdict.UNADDRESSED: "not addressed",
}
GROUP = {
    Group.AGREED: "agreed",
    Group.PARTLY: "agreed in part",
    Group.DISPUTED: "disputed",
    Group.ONE_SIDED: "not told by all",
    Group.SILENT: "not addressed",
}
MARK = {
    Group.AGREED: "●",
    Group.PARTLY: "◐",
    Group.DISPUTED: "✕",
    Group.ONE_SIDED: "◯",
    Group.SILENT: "–",
}
STANCE = {
    StanceKind.ASSERTS: "asserts",
    StanceKind.CONCEDES: "concedes",
    StanceKind.QUALIFIES: "accepts in part",
    StanceKind.DENIES: "denies",
    None: "says nothing on this",
}
RELATION = {
    Relation.SUPPORT: "supports",
    Relation.REBUT: "rebuts",
    Relation.UNDERCUT: "undercuts",
    Relation.QUALIFY: "qualifies",
}
LINE = {
    Relation.SUPPORT: "solid line with an arrow",
    Relation.REBUT: "dashed line with a bar",
    Relation.UNDERCUT: "dotted line with a dot",
    Relation.QUALIFY: "thin line with an open diamond",
}
"""How the line of each relation looks, for those who see no colour."""
RELATION_MEANS = {
    Relation.SUPPORT: "a reason for it",
    Relation.REBUT: "a reason against it",
    Relation.UNDERCUT: "that does not follow: it denies the step, not the point",
    Relation.QUALIFY: "grants it in part and limits it",
}
REPLY = {
    ReplyLevel.ANSWERED: "answered",
    ReplyLevel.COUNTERED: "countered",
    ReplyLevel.DISMISSED: "dismissed",
    ReplyLevel.UNANSWERED: "no reply found",
}
REPLY_MEANS = {
    ReplyLevel.ANSWERED: "the account attacks this very step or what it rests on",
    ReplyLevel.COUNTERED: "the account gives reasons of its own against the same point",
    ReplyLevel.DISMISSED: "the account denies what it rests on without giving a reason",
    ReplyLevel.UNANSWERED: "no reply was found in the sources loaded",
}
CONFIDENCE = {
    Confidence.DOCUMENTED: "documented",
    Confidence.WIDELY_REPORTED: "widely reported",
    Confidence.DISPUTED: "disputed",
}
CLAIM = "Claim"
STEP = "Step"
EVIDENCE = {EvidenceKind.QUOTATION: "Quotation", EvidenceKind.FACT: "Fact"}
RECORD = {
    "issue": "issue",
    "claim": "claim",
    "quotation": "quotation",
    "fact": "fact",
    "source": "source",
    "event": "event",
    "sentence": "account’s words",
}
RECORDS = {
    "issue": "issues",
    "claim": "claims",
    "quotation": "quotations",
    "fact": "facts",
    "source": "sources",
    "event": "events",
    "sentence": "accounts’ sentences",
}
AS_QUOTED = "as quoted"
IN_THE_ORIGINAL = "in the original"
IN_TRANSLATION = "translated"
OPPOSITE_ENDS = "used for opposite ends"
SOURCES_BY = {
    "ends": "Use",
    "by": "Used by",
    "kind": "Kind",
    "decade": "From",
    "language": "Language",
    "verified": "Verified",
}
SOURCES_ENDS = {"opposite": "for opposite ends"}
SOURCES_VERIFIED = {"yes": "verified", "no": "not verified"}
SOURCES_ORDER = {
    "ends": "opposite ends first",
    "used": "most used",
    "title": "title",
    "date": "oldest",
    "newest": "newest",
    "kind": "kind",
}
USED_BY_NOBODY = "nobody"
LANGUAGE_UNKNOWN = "not said"
# By its own name, as one looks for it in a list.
LANGUAGE = {
    "ar": "العربية", "az": "azərbaycanca", "be": "беларуская", "bg": "български",
    "bs": "bosanski", "cs": "čeština", "da": "dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "es": "español", "et": "eesti", "fa": "فارسی", "fi": "suomi",
    "fr": "français", "he": "עברית", "hi": "हिन्दी", "hr": "hrvatski", "hu": "magyar",
    "hy": "հայերեն", "it": "italiano", "ja": "日本語", "ka": "ქართული", "kk": "қазақша",
    "ko": "한국어", "la": "Latina", "lt": "lietuvių", "lv": "latviešu", "mk": "македонски",
    "nl": "Nederlands", "no": "norsk", "pl": "polski", "pt": "português", "ro": "română",
    "ru": "русский", "sk": "slovenčina", "sl": "slovenščina", "sq": "shqip", "sr": "српски",
    "sv": "svenska", "tr": "Türkçe", "uk": "українська", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
IN_FULL = "The same claim in full"
STRONGEST = "Its strongest claims, as the editors of this corpus chose them"
STRONGEST_MEANS = (
    "The editors of this corpus chose the claims on which this account would rest its case first. "
    "Below each stands the objection of another account with the most documents behind it: that "
    "says how much was found, and not how good it is."
)
NO_OBJECTION = "No other account objects to this in the sources loaded."
OBSERVER_MEANS = (
    "A voice beside the accounts: it puts arguments forward, takes no stance on any claim and is "
    "not compared."
)
VERIFIED = "checked against the work"
UNVERIFIED = "not verified"
HANDOUT = {
    "answers": "The accounts in their own words",
    "diagram": "The comparison as a diagram",
    "tree": "The arguments as a diagram",
    "continued": "continued",
    "claims": "The claims, and where the accounts stand",
    "evidence": "From the documents",
    "shown": "{shown} of {all} documents are shown, as the accounts use them most.",
    "events": "Events",
    "bibliography": "Bibliography",
    "original": "In the original",
    "translation": "In translation",
    "neutral": "This describes what the accounts hold and does not say who is right.",
    "page": "Page {} of {}",
}
"""Headings and standing words of a handout."""
BLANKED_MAP = {
    "title": "Map to fill in",
    "key-title": "Map to fill in: key",
    "task": "Which claim or document belongs in which numbered box? (Sheet {seed})",
    "key": "What was left out. (Sheet {seed})",
    "answers": "What belongs in the boxes",
    "bank": "To choose from",
    "alternative": "A map of the arguments; {count} of its boxes are empty and numbered.",
}
"""Standing words of a map with blanks and of its key."""
WORKSHEET_TITLE = {
    "three-columns": "Three columns",
    "corroboration": "Corroboration chart",
}
"""What each worksheet is called, by its name among the formats."""
WORKSHEET = {
    "key-title": "{sheet}: key",
    "number": "Sheet {seed}",
    "revised": "revised {date}",
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
}
"""Standing words that worksheets have in common."""
THREE_COLUMNS = {
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
        "Some boxes are empty: what belongs there stands at the end of the sheet, in mixed order."
    ),
    "own": "In your own words",
}
"""Instructions of the three-column sheet."""
CORROBORATION = {
    "two": (
        "Compare what the two accounts say on each point, and tick where they stand. Then write "
        "which document would settle it, and what that document would have to show."
    ),
    "several": (
        "Compare what the accounts say on each point, and tick where they stand. Then write which "
        "document would settle it, and what that document would have to show."
    ),
    "one": (
        "Tick what the account says on each point. Then write which document would settle it, and "
        "what that document would have to show."
    ),
    "hard": "First read what each account answers. What it says on each point is for you to find.",
    "with-bank": "Documents to choose from stand at the end of the sheet, each with a letter.",
    "stand": "Where do they stand?",
    "stand-one": "What does it say?",
    "settle": "Which document would settle it?",
    "answers": "The accounts in their own words",
    "key": (
        "The documents named here are among those that accounts put forward on the point, and for "
        "what. Whether one of them settles it is for the class to discuss."
    ),
    "none": "No document on this point is in the sources loaded.",
}
"""Instructions and headings of the corroboration chart."""
STANDING = {
    Group.AGREED: "They agree",
    Group.PARTLY: "They agree in part",
    Group.DISPUTED: "They differ",
    Group.ONE_SIDED: "Not all of them speak to it",
}
"""Where accounts can stand on a point, to tick; with two, one alone speaks where not all do."""
STANDING_OF_TWO = "Only one speaks to it"
STANDING_OF_ONE = {
    StanceKind.ASSERTS: "It asserts this",
    StanceKind.CONCEDES: "It concedes this",
    StanceKind.QUALIFIES: "It accepts this in part",
    StanceKind.DENIES: "It denies this",
}
"""Where one account can stand on a point, to tick."""
UNVERIFIED_MEANS = "This record rests on memory and has not been checked against the work itself."

NOT_ON_MAP = "The map shows the arguments of some accounts only, and this is not among them."
NOT_UNDER_CLAIM = "This is not among the arguments under this claim."


def standing(accounts: int) -> Mapping[Group, str]:
    """Name where two accounts or more can stand on a point, as something to tick."""
    only = {Group.ONE_SIDED: STANDING_OF_TWO} if accounts == 2 else {}
    return {**STANDING, **only}


def source_kind(kind: SourceKind) -> str:
    """Name a kind of source: "declassified record"."""
    return kind.value.replace("-", " ")


def voice(narrative: Narrative) -> str:
    """Name a narrative as it stands inside a sentence: "the Port account"."""
    if narrative.role is Role.OBSERVER or narrative.name.lower().startswith("the "):
        return narrative.name
    return f"the {narrative.name}"


def voices(graph: ArgumentGraph, ids: Iterable[str]) -> str:
    """Name several narratives inside a sentence, in the order given."""
    return listed(voice(graph.narrative(id)) for id in ids)


def side_by_side(graph: ArgumentGraph, narratives: Iterable[str], issue: str = "") -> str:
    """Name a comparison: "The Port account and the Society account side by side: ..."."""
    text = f"{voices(graph, narratives)} side by side"
    about = f": {graph.issue(issue).title}" if issue else ""
    return f"{text[:1].upper()}{text[1:]}{about}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a stop, if it ends with a word."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…", "”")) else f"{text}."


def all_of(count: int) -> str:
    """Name all accounts compared: "Both accounts", "All three accounts"."""
    if count == 2:
        return "Both accounts"
    numerals = {1: "The one account", 3: "All three accounts", 4: "All four accounts"}
    return numerals.get(count, f"All {count} accounts")


def verdict_sentence(graph: ArgumentGraph, comparison: Comparison, row: ClaimComparison) -> str:
    """Say where the accounts stand on one claim, as a sentence that can be read aloud."""
    holding = {
        kind: [n for n, s in zip(comparison.narratives, row.stances, strict=True) if s == kind]
        for kind in (*StanceKind, None)
    }
    if len(comparison.narratives) == 1:
        return sentence(_alone(graph, comparison.narratives[0], row.stances[0]))
    everyone = all_of(len(comparison.narratives))
    told = [
        f"{voices(graph, holding[kind])} {_holds_this(kind, len(holding[kind]))}"
        for kind in StanceKind
        if holding[kind]
    ]
    silent = "; no answer was found in the sources loaded" if holding[None] else ""
    match row.verdict:
        case Verdict.AGREED:
            return f"{everyone} say this."
        case Verdict.REJECTED_BY_ALL:
            return f"{everyone} reject this."
        case Verdict.UNADDRESSED:
            return "None of the accounts says anything on this in the sources loaded."
        case Verdict.CONCEDED if not holding[StanceKind.ASSERTS]:
            return f"{everyone} concede this."
        case Verdict.ONE_SIDED | Verdict.ONE_SIDED_DENIAL:
            return f"Only {told[0]}{silent}."
    opening = {Group.AGREED: "Agreed", Group.PARTLY: "Agreed in part", Group.DISPUTED: "Disputed"}
    lead = f"{opening[row.group]}: " if row.group in opening else ""
    return sentence(f"{lead}{listed(told, joint='while') if lead else listed(told)}{silent}")


def _alone(graph: ArgumentGraph, account: str, stance: StanceKind | None) -> str:
    """Say what the one account shown holds, without a word on the others."""
    who = voice(graph.narrative(account))
    if stance is None:
        return f"{who} says nothing on this in the sources loaded"
    return f"{who} {_holds_this(stance, 1)}"


def _holds_this(kind: StanceKind, count: int) -> str:
    """Say that one account, or several, take a stance on "this"."""
    one, several = _HOLDS_THIS[kind]
    return one if count == 1 else several


_HOLDS_THIS = {
    StanceKind.ASSERTS: ("asserts this", "assert this"),
    StanceKind.CONCEDES: ("concedes this", "concede this"),
    StanceKind.QUALIFIES: ("accepts this in part", "accept this in part"),
    StanceKind.DENIES: ("denies this", "deny this"),
}


def summary_sentence(summary: Summary, accounts: int) -> str:
    """Sum a comparison up: "Both accounts address 14 of 17 points. They agree on 3, ..."."""
    if not summary.claims:
        return "There is nothing to compare."
    if accounts == 1:
        points = f"{summary.told} of {summary.claims} {_points(summary.claims)}"
        return f"One account alone is shown. It speaks to {points}; nothing is compared."
    groups = summary.groups
    who = all_of(accounts) if accounts == 2 else "At least two accounts"
    noun = _points(summary.claims)
    parts = [
        f"agree on {groups[Group.AGREED] or 'none'}",
        f"agree in part on {groups[Group.PARTLY] or 'none'}",
        f"dispute {groups[Group.DISPUTED] or 'none'}",
    ]
    text = f"{who} address {summary.addressed} of {summary.claims} {noun}. They {listed(parts)}."
    if groups[Group.ONE_SIDED]:
        is_told = "is" if groups[Group.ONE_SIDED] == 1 else "are"
        text += f" {groups[Group.ONE_SIDED]} {is_told} not told by all."
    return text


def narrowed_sentence(
    fitting: Summary, accounts: int, total: int, groups: Sequence[Group], shown: int
) -> str:
    """Sum up what filters leave: "12 of 118 points fit what is chosen. Both accounts ...".

    Args:
        fitting: The points that fit in all but the marks.
        accounts: How many accounts are compared.
        total: How many points there are without any filter.
        groups: The marks chosen; empty for all.
        shown: How many points have one of them.
    """
    if not fitting.claims and total:
        return f"None of the {total} points fits what is chosen."
    text = summary_sentence(fitting, accounts)
    if fitting.claims < total:
        fit = "fits" if fitting.claims == 1 else "fit"
        text = f"{fitting.claims} of {total} points {fit} what is chosen. {text}"
    if groups:
        noun = _points(shown)
        chosen = listed((GROUP[group] for group in groups), joint="or")
        text += f" Shown: {shown or 'no'} {noun}, {chosen}."
    return text


def unanswered_sentence(narrative: Narrative, works: int) -> str:
    """Say what was not found: "No reply of the Port account to this was found ..."."""
    rests = f"It rests on {_counted(works, 'independent work')}." if works else ""
    missing = f"No reply of {voice(narrative)} to this was found in the sources loaded."
    return f"{missing} {rests}".strip()


UNANSWERED_MEANS = (
    "Of the objections of the other accounts shown here that met no reply, the one that rests on "
    "the most independent works. That says how much was found behind it, and not how good it is."
)


def stretch_of_time(start: PartialDate | None, end: PartialDate | None) -> str:
    """Name a time that may be open at one end: "from 1990", "1990 to 1999"."""
    if start and end:
        return start.in_words if start == end else f"{start.in_words} to {end.in_words}"
    if start:
        return f"from {start.in_words}"
    return f"until {end.in_words}" if end else ""


EVIDENCE_KIND = {EvidenceKind.QUOTATION: "quotation", EvidenceKind.FACT: "reported fact"}


def counts_sentence(summary: Summary | None) -> str:
    """Say how many claims of an issue fall where: "6 agreed, 3 agreed in part and 6 disputed"."""
    if summary is None:
        return "No claim stands under this issue yet."
    return listed(f"{count} {GROUP[group]}" for group, count in summary.groups.items() if count)


def stances_sentence(
    narrative: Narrative, stances: Mapping[StanceKind, Sequence[Stance]], claims: int
) -> str:
    """Sum up what one account holds: "The Port account speaks to 14 of 17 points: it ..."."""
    told = sum(map(len, stances.values()))
    who = voice(narrative)
    if not told:
        return sentence(f"{who} takes a stance on no point in the sources loaded")
    parts = [_HELD[kind].format(len(held)) for kind, held in stances.items() if held]
    return sentence(f"{who} speaks to {told} of {claims} {_points(claims)}: it {listed(parts)}")


_HELD = {
    StanceKind.ASSERTS: "asserts {}",
    StanceKind.CONCEDES: "concedes {}",
    StanceKind.QUALIFIES: "accepts {} in part",
    StanceKind.DENIES: "denies {}",
}


def contribution_sentence(narrative: Narrative, arguments: int, issues: int) -> str:
    """Sum up what a voice puts forward: "Local history puts 9 arguments forward on 2 issues."."""
    who = voice(narrative)
    if not arguments:
        return sentence(f"{who} puts no argument forward in the sources loaded")
    return sentence(
        f"{who} puts {_counted(arguments, 'argument')} forward on {_counted(issues, 'issue')}"
    )


def brought(documents: int) -> str:
    """Say how many documents an account brings for a claim: "It brings 8 documents for this."."""
    if not documents:
        return "No document that it brings for this itself is in the sources loaded."
    return f"It brings {_counted(documents, 'document')} for this."


def used(uses: Mapping[Relation, int]) -> str:
    """Say what a voice uses a document for: "In 2 of its arguments: 1 in support and ..."."""
    kinds = {relation: count for relation, count in uses.items() if count}
    lead = f"In {sum(kinds.values())} of its arguments"
    if len(kinds) == 1:
        return f"{lead}, {_USED[next(iter(kinds))]}."
    return f"{lead}: {listed(f'{count} {_USED[kind]}' for kind, count in kinds.items())}."


_USED = {
    Relation.SUPPORT: "in support",
    Relation.REBUT: "in rebuttal",
    Relation.UNDERCUT: "to undercut a step",
    Relation.QUALIFY: "to limit a claim",
}


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _points(count: int) -> str:
    return "point" if count == 1 else "points"


def ledger_sentence(graph: ArgumentGraph, ledger: Ledger) -> str:
    """Sum up an account's replies: "The Port account faces 5 objections: 2 answered, ..."."""
    who = voice(graph.narrative(ledger.narrative))
    total = len(ledger.objections)
    if not total:
        return sentence(f"{who} faces no objection in the sources loaded: nothing to answer")
    noun = "objection" if total == 1 else "objections"
    parts = [f"{count} {REPLY_COUNT[level]}" for level, count in ledger.counts.items() if count]
    return sentence(f"{who} faces {total} {noun}: {listed(parts)}")


REPLY_COUNT = {
    ReplyLevel.ANSWERED: "answered directly",
    ReplyLevel.COUNTERED: "countered",
    ReplyLevel.DISMISSED: "dismissed without a reason",
    ReplyLevel.UNANSWERED: "without a reply in the sources loaded",
}


def quoted(item: Evidence) -> str:
    """Give evidence as text: a quotation in quotation marks, a fact as it is."""
    return f"“{item.text}”" if item.kind is EvidenceKind.QUOTATION else item.text


def attribution(graph: ArgumentGraph, item: Evidence) -> str:
    """Say who said it and when, and in which work it stands.

    "James Baker, 9 February 1990. US Department of State, Memorandum ..."; where the speaker is
    the author of the only work, alone or as its authors are named briefly, the name and an equal
    date are not said twice.
    """
    # A page says it in the picture, in the outline and in the list of documents.
    said = _attributions.setdefault(graph, {})
    if item.id not in said:
        said[item.id] = _attribution(graph, item)
    return said[item.id]


def _attribution(graph: ArgumentGraph, item: Evidence) -> str:
    works = [graph.source(citation.source) for citation in item.citations]
    own = len(works) == 1 and item.speaker in (*works[0].authors[:1], authors(works[0]))
    when = item.date.in_words if item.date else ""
    if own and item.date in (None, works[0].date):
        return _works(graph, item)
    spoken = ", ".join(part for part in (item.speaker, when) if part)
    cited = _works(graph, item, named=not own)
    return ". ".join(part for part in (spoken, cited) if part)


def _works(graph: ArgumentGraph, item: Evidence, *, named: bool = True) -> str:
    return "; ".join(
        work(graph.source(c.source), named=named) + (f", {c.locator}" if c.locator else "")
        for c in item.citations
    )


def work(source: Source, *, named: bool = True) -> str:
    """Name a source briefly: authors (if `named`), title, date, and whether verified."""
    when = f"({source.date.in_words})" if source.date else ""
    author = f"{authors(source)}, " if source.authors and named else ""
    checked = "" if source.verified else f"[{UNVERIFIED}]"
    return " ".join(part for part in (f"{author}{source.title}", when, checked) if part)


def taken_together(premises: int) -> str:
    """Name a step by how many premises it joins."""
    return f"{premises} premises taken together"


def show_steps(count: int) -> str:
    """Offer to show further steps of a map: "Show 3 more steps here"."""
    return f"Show {count} more {_steps(count)} here"


def hide_steps(count: int) -> str:
    """Offer to leave out steps that a map shows: "Hide the 3 steps here"."""
    return f"Hide the {count} {_steps(count)} here" if count > 1 else "Hide the step here"


def _steps(count: int) -> str:
    return "step" if count == 1 else "steps"


def resting_sentence(count: int) -> str:
    """Say how much of a map rests on one source, before the source is named."""
    if not count:
        return "Nothing in this map as it is shown rests on"
    return "1 box in this map rests on" if count == 1 else f"{count} boxes in this map rest on"


def source_line(source: Source) -> str:
    """Say what sort of work a source is, of when and by whom: "letter, 1990, by A and B"."""
    when = source.date.in_words if source.date else "undated"
    by = f"by {listed(source.authors)}" if source.authors else ""
    return ", ".join(part for part in (source_kind(source.kind), when, by) if part)


def event_line(graph: ArgumentGraph, event: Event) -> str:
    """Say when an event was and what each account calls it."""
    called = [f"{graph.narrative(name.narrative).name}: {name.text}" for name in event.names]
    return ". ".join((event.date.in_words, *called))


def search_sentence(total: int, is_counted: bool, is_loose: bool) -> str:
    """Say what a search found: "3 found.", or that nothing has all the words."""
    if not total:
        return "Nothing found. Try fewer words, or only the beginning of one."
    count = f"{total} found" if is_counted else f"More than {total} found, too many to count"
    if is_loose:
        return f"Nothing has all these words. {count} with some of them."
    return f"{count}."


def authors(source: Source) -> str:
    """Name the authors of a work briefly: one, two, or the first "and others"; empty for none."""
    if len(source.authors) > 2:
        return f"{source.authors[0]} and others"
    return " and ".join(source.authors)


def language(code: str) -> str:
    """Name a language by its own name, or by its code where that is not known."""
    return LANGUAGE.get(code.partition("-")[0].lower(), code)


def decade(year: int) -> str:
    """Name ten years: "1990s"."""
    return f"{year}s"


def decade_of_source(value: str) -> str:
    """Name the decade that a work is from: "the 1990s"; works without a date are undated."""
    return f"the {decade(int(value))}" if value.isdigit() else "undated"


def used_by_all(accounts: int) -> str:
    """Name the use of a work by every account: "both accounts"."""
    whose = all_of(accounts)
    return whose[:1].lower() + whose[1:]


def sources_sentence(total: int, shown: int, contested: int) -> str:
    """Sum up a list of works: "12 of 369 works, 3 of them used for opposite ends."."""
    noun = "work" if total == 1 else "works"
    count = f"{total} {noun}" if shown == total else f"{shown} of {total} {noun}"
    whose = f", {contested} of them {OPPOSITE_ENDS}" if contested else ""
    return f"{count}{whose}."


def documents(count: DocumentCount) -> str:
    """Say how many documents a voice uses: "8 documents for, 2 to limit, 3 against"."""
    all_uses = (
        (count.supporting, "for"),
        (count.qualifying, "to limit"),
        (count.opposing, "against"),
    )
    first, *more = [f"{number} {use}" for number, use in all_uses if number] or ["0 in all"]
    number, _, use = first.partition(" ")
    noun = "document" if number == "1" else "documents"
    return ", ".join([f"{number} {noun} {use}", *more])


def argument_sentence(graph: ArgumentGraph, argument: Argument) -> str:
    """Say who makes an argument and what it does: "The Port account rebuts this claim"."""
    who = voices(graph, argument.by)
    verb = RELATION[argument.relation]
    if len(argument.by) > 1:
        verb = verb.removesuffix("s") if argument.relation is not Relation.QUALIFY else "qualify"
    return f"{who[:1].upper()}{who[1:]} {verb} {what_it_bears_on(graph, argument)}"


def what_it_bears_on(graph: ArgumentGraph, argument: Argument) -> str:
    """Say what an argument speaks of, beside the thing itself: "this claim", "this step"."""
    if argument.relation is Relation.UNDERCUT:
        return "this step"
    return "this claim" if argument.target in graph.claims else "this evidence"


TIMELINE = "Timeline"
EVENTS = "What happened"
TIMELINE_CLAIMS = "Claims it speaks to, by the time they are about"
TIMELINE_DOCUMENTS = "Documents it uses, by date"
WAYS = {
    "in": ("+", "Zoom in"),
    "out": ("−", "Zoom out"),
    "earlier": ("←", "Earlier"),
    "later": ("→", "Later"),
    "fit": ("Fit", "Show the time that the issues are about"),
}
TIMELINE_KEY = {
    "asserts": "asserts or concedes",
    "qualifies": "accepts in part",
    "denies": "denies",
    "day": "a day",
    "year": "a month or a year",
    "work": "only the date of the work is known",
}
OF_WORK = "dated by the work it stands in"


def timeline_title(timeline: Timeline) -> str:
    """Name the picture of a stretch of time: "Timeline, 1990 to 1999"."""
    return f"{TIMELINE}, {timeline.stretch.in_words}"


def timeline_sentence(timeline: Timeline) -> str:
    """Say how much lies in a stretch of time, and how much beside it."""
    events, claims = len(timeline.events), len(timeline.rows)
    counted = (
        _counted(events, "event"),
        _counted(claims, "claim"),
        _counted(len(timeline.documents), "document"),
    )
    beside = [f"{timeline.before} earlier"] if timeline.before else []
    beside += [f"{timeline.after} later"] if timeline.after else []
    more = f" {sentence(f'{listed(beside)} not shown')}" if beside else ""
    return f"{timeline.stretch.in_words}: {listed(counted)}.{more}"


def undated(count: int) -> str:
    """Say how much has no date; empty where nothing is left out for that."""
    if not count:
        return ""
    if count == 1:
        return "One claim or document has no date and is not shown."
    return f"{count} claims and documents have no date and are not shown."


def event_sentence(graph: ArgumentGraph, event: Event, narratives: Iterable[str]) -> str:
    """Name an event with its date, and what accounts call it where they differ."""
    chosen = tuple(narratives)
    names = "".join(
        f" {sentence(f'{voice(graph.narrative(n.narrative))}: {n.text}')}"
        for n in event.names
        if n.narrative in chosen
    )
    checked = "" if event.verified else f" [{UNVERIFIED}]"
    return f"{event.date.in_words}: {sentence(event.title)}{names}{checked}"


def held_sentence(graph: ArgumentGraph, narrative: str, held: HeldClaim) -> str:
    """Say what an account holds about a claim, when, and where the accounts stand."""
    who = voice(graph.narrative(narrative))
    verdict = f"; {VERDICT[held.row.verdict]}" if len(held.row.stances) > 1 else ""
    text = f"{held.row.claim.text} ({held.period.in_words}{verdict})"
    return f"{who[:1].upper()}{who[1:]} {STANCE[held.stance]}: {text}"


def dated_document(graph: ArgumentGraph, document: DatedDocument) -> str:
    """Name a document with its date, and say if that is only the date of its work."""
    of_work = f" ({OF_WORK})" if document.is_of_work else ""
    return f"{document.date.in_words}{of_work}: {attribution(graph, document.evidence)}"


def left_out(count: int, days: range) -> str:
    """Say that a part of the time holds more than can be drawn."""
    words = rounded(days).in_words if len(days) > 1 else day_of(days.start).in_words
    return f"{count} more: show {words}"


MATRIX = "Evidence by account"
ALL = "all"


def sharing(accounts: int) -> Mapping[Sharing, str]:
    """Name the ways in which documents are shared between accounts, as filters."""
    return {
        Sharing.OPPOSITE: "for opposite ends",
        Sharing.SHARED: "used by both" if accounts == 2 else "used by more than one",
        Sharing.ONE: "used by one only",
        Sharing.NONE: "used by observers only",
    }


BEARING = {
    Relation.SUPPORT: "for",
    Relation.REBUT: "against",
    Relation.UNDERCUT: "undercuts a step",
    Relation.QUALIFY: "limits",
}
NOT_USED = "not used here"
NOT_USED_MEANS = (
    "A document that an account does not use here says nothing of what the account thinks of it: "
    "no use was found in the sources loaded."
)


def used_for(narrative: Narrative, kinds: Iterable[Relation]) -> str:
    """Say what a narrative uses a document for: "Port account: for and limits"."""
    return f"{narrative.name}: {listed(BEARING[kind] for kind in kinds)}"


def matrix_sentence(matrix: Matrix) -> str:
    """Sum up who uses which documents: "40 documents are used here: 3 for opposite ends, ..."."""
    count = len(matrix.columns)
    if not count:
        return "No document is used here in the sources loaded."
    accounts = "both accounts" if len(matrix.narratives) == 2 else "more than one account"
    ways = {
        Sharing.OPPOSITE: "for opposite ends",
        Sharing.SHARED: f"by {accounts} in another way",
        Sharing.ONE: "by one account only",
        Sharing.NONE: "by observers only",
    }
    found = matrix.sharing
    parts = [f"{found[kind]} {words}" for kind, words in ways.items() if found[kind]]
    verb = "is" if count == 1 else "are"
    return f"{_counted(count, 'document')} {verb} used here: {listed(parts)}."


_attributions: WeakKeyDictionary[ArgumentGraph, dict[str, str]] = WeakKeyDictionary()
