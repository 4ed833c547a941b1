"""Citing: each style on each kind of source that a corpus has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core import citing
from argmap.core.citing import STYLES, SideBySide, cite, cite_page
from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Citation, Source, SourceKind
from argmap.errors import UnknownName
from tests import builders as b

D = PartialDate

MEMCON = b.source(
    "memcon", kind=SourceKind.DECLASSIFIED_RECORD, title="Memorandum of conversation in Moscow",
    authors=("US Department of State",), date=D(1990, 2, 9), reference="FOIA 199504567, Box 38",
    publisher="US Department of State; posted by the National Security Archive",
    url="https://example.org/memcon",
)  # fmt: skip
TREATY = b.source(
    "treaty", kind=SourceKind.TREATY, title="Treaty on the Final Settlement",
    authors=("France", "USSR", "United Kingdom"), date=D(1990, 9, 12), publisher="Facsimile",
)  # fmt: skip
SPEECH = b.source(
    "speech", kind=SourceKind.SPEECH, title="Remarks in Bremen", authors=("Manfred Wörner",),
    date=D(1990, 5, 17), publisher="NATO",
)  # fmt: skip
NEWS = b.source(
    "news", kind=SourceKind.JOURNALISM, title="What Gorbachev Did Not Hear",
    authors=("Kirk Bennett",), date=D(2018, 3, 12), publisher="The American Interest",
    url="https://example.org/hear",
)  # fmt: skip
BOOK = b.source(
    "book", kind=SourceKind.SCHOLARSHIP, title="Not One Inch", authors=("Mary Elise Sarotte",),
    date=D(2021), publisher="Yale University Press",
)  # fmt: skip
CHAPTER = b.source(
    "chapter", kind=SourceKind.MEMOIR, title="Bill, Boris, and NATO", authors=("Strobe Talbott",),
    date=D(2019), publisher="In Open Door: NATO and Security, Johns Hopkins SAIS",
)  # fmt: skip
ARTICLE = b.source(
    "article", kind=SourceKind.SCHOLARSHIP, title="A Broken Promise?",
    authors=("Mary Elise Sarotte",), date=D(2014, 9),
    publisher="Foreign Affairs, September/October 2014",
)  # fmt: skip
UNDATED = b.source(
    "undated", title="Deklaracja warszawska", title_translation="Warsaw Declaration",
    authors=("Wikipedia contributors",), publisher="Polish Wikipedia",
    url="https://example.org/deklaracja",
)  # fmt: skip
SEVERAL = b.source(
    "several", kind=SourceKind.DECLASSIFIED_RECORD, title='What "He" Heard',
    authors=("Svetlana Savranskaya", "Tom Blanton"), date=D(2017, 12, 12), publisher="Archive",
)  # fmt: skip
RUSSIAN = b.source(
    "essay", kind=SourceKind.OFFICIAL_STATEMENT, title="Об историческом единстве",
    title_translation="On the Historical Unity", authors=("Владимир Путин",), date=D(2021, 7, 12),
    language="ru", verified=False,
)  # fmt: skip
PAPER = b.source(
    "paper", kind=SourceKind.JOURNALISM, title="Allies meet", authors=("The Irish Times",),
    date=D(1999, 6, 19), publisher="The Irish Times",
)  # fmt: skip
SOURCES = (
    MEMCON, TREATY, SPEECH, NEWS, BOOK, CHAPTER, ARTICLE, UNDATED, SEVERAL, RUSSIAN, PAPER,
)  # fmt: skip
WORDS = b.quotation(
    "words", speaker="James Baker", date=D(1990, 2, 9),
    citations=(Citation(source="memcon", locator="p. 6"),),
)  # fmt: skip
OWN = b.quotation(
    "own", speaker="Mary Elise Sarotte", citations=(Citation(source="book", locator="pp. 2-3"),)
)
LATER = b.quotation(
    "later", speaker="James Baker", date=D(1990, 2, 10), verified=False,
    citations=(Citation(source="news"), Citation(source="book", locator="p. 55")),
)  # fmt: skip
FACT = b.fact("number", citations=(Citation(source="treaty", locator="Article 6"),))
GRAPH = ArgumentGraph(
    b.corpus(
        title="Small corpus", revised=D(2026, 11, 24), sources=list(SOURCES),
        evidence=[WORDS, OWN, LATER, FACT], claims=[b.claim("point")],
    )
)  # fmt: skip

NOTES = [
    (MEMCON, "chicago", "US Department of State, “Memorandum of conversation in Moscow,” February "
     "9, 1990, FOIA 199504567, Box 38, posted by the National Security Archive, "
     "https://example.org/memcon."),
    (MEMCON, "apa", "(US Department of State, 1990)"),
    (MEMCON, "mla", "(US Department of State)"),
    (MEMCON, "gost", "Memorandum of conversation in Moscow / US Department of State. 09.02.1990 // "
     "FOIA 199504567, Box 38. Posted by the National Security Archive. "
     "URL: https://example.org/memcon (дата обращения: 24.11.2026)."),
    (TREATY, "chicago", "“Treaty on the Final Settlement,” France, USSR, and United Kingdom, "
     "September 12, 1990, Facsimile."),
    (TREATY, "apa", "(*Treaty on the Final Settlement*, 1990)"),
    (TREATY, "mla", "(*Treaty on the Final*)"),
    (SPEECH, "chicago", "Manfred Wörner, “Remarks in Bremen,” speech, May 17, 1990, NATO."),
    (NEWS, "chicago", "Kirk Bennett, “What Gorbachev Did Not Hear,” *The American Interest*, "
     "March 12, 2018, https://example.org/hear."),
    (BOOK, "chicago", "Mary Elise Sarotte, *Not One Inch* (Yale University Press, 2021)."),
    (BOOK, "apa", "(Sarotte, 2021)"),
    (CHAPTER, "chicago", "Strobe Talbott, “Bill, Boris, and NATO,” in *Open Door: NATO and "
     "Security* (Johns Hopkins SAIS, 2019)."),
    (ARTICLE, "chicago", "Mary Elise Sarotte, “A Broken Promise?,” *Foreign Affairs*, "
     "September/October 2014."),
    (UNDATED, "chicago", "Wikipedia contributors, “Deklaracja warszawska” [Warsaw Declaration], "
     "n.d., accessed November 24, 2026, Polish Wikipedia, https://example.org/deklaracja."),
    (SEVERAL, "chicago", "Svetlana Savranskaya and Tom Blanton, “What ‘He’ Heard,” December 12, "
     "2017, Archive."),
    (SEVERAL, "apa", "(Savranskaya & Blanton, 2017)"),
    (SEVERAL, "mla", "(Savranskaya and Blanton)"),
    (RUSSIAN, "chicago", "Владимир Путин, “Об историческом единстве” [On the Historical Unity], "
     "July 12, 2021. [not verified]"),
    (RUSSIAN, "apa", "(Путин, 2021) [not verified]"),
    (PAPER, "chicago", "“Allies meet,” *The Irish Times*, June 19, 1999."),
    (PAPER, "apa", "(The Irish Times, 1999)"),
    (WORDS, "chicago", "James Baker, quoted in US Department of State, “Memorandum of conversation "
     "in Moscow,” February 9, 1990, 6, FOIA 199504567, Box 38, posted by the National Security "
     "Archive, https://example.org/memcon."),
    (WORDS, "apa", "(James Baker, as cited in US Department of State, 1990, p. 6)"),
    (WORDS, "mla", "(qtd. in US Department of State 6)"),
    (OWN, "chicago", "Mary Elise Sarotte, *Not One Inch* (Yale University Press, 2021), 2–3."),
    (OWN, "apa", "(Sarotte, 2021, pp. 2-3)"),
    (OWN, "mla", "(Sarotte 2-3)"),
    (OWN, "gost", "Sarotte M. E. Not One Inch. Yale University Press, 2021. Pp. 2-3."),
    (LATER, "chicago", "James Baker, February 10, 1990, quoted in Kirk Bennett, “What Gorbachev "
     "Did Not Hear,” *The American Interest*, March 12, 2018, https://example.org/hear; Mary Elise "
     "Sarotte, *Not One Inch* (Yale University Press, 2021), 55. [not verified]"),
    (LATER, "apa", "(James Baker, 1990, as cited in Bennett, 2018; Sarotte, 2021, p. 55) "
     "[not verified]"),
    (LATER, "mla", "(qtd. in Bennett; Sarotte 55) [not verified]"),
    (FACT, "chicago", "“Treaty on the Final Settlement,” France, USSR, and United Kingdom, "
     "September 12, 1990, Article 6, Facsimile."),
    (FACT, "mla", "(*Treaty on the Final*, Article 6)"),
]  # fmt: skip

ENTRIES = [
    (MEMCON, "chicago", "US Department of State. “Memorandum of conversation in Moscow.” February "
     "9, 1990. FOIA 199504567, Box 38. Posted by the National Security Archive. "
     "https://example.org/memcon."),
    (MEMCON, "apa", "US Department of State. (1990, February 9). *Memorandum of conversation in "
     "Moscow* (FOIA 199504567, Box 38). Posted by the National Security Archive. "
     "https://example.org/memcon"),
    (MEMCON, "mla", "US Department of State. “Memorandum of conversation in Moscow.” Posted by the "
     "National Security Archive, 9 Feb. 1990, FOIA 199504567, Box 38, https://example.org/memcon."),
    (TREATY, "chicago", "“Treaty on the Final Settlement.” France, USSR, and United Kingdom. "
     "September 12, 1990. Facsimile."),
    (TREATY, "apa", "*Treaty on the Final Settlement*, France, USSR, United Kingdom, September 12, "
     "1990, Facsimile."),
    (TREATY, "mla", "*Treaty on the Final Settlement*. France, USSR, United Kingdom, Facsimile, "
     "12 Sept. 1990."),
    (TREATY, "gost", "Treaty on the Final Settlement / France, USSR, United Kingdom. 12.09.1990. "
     "Facsimile."),
    (SPEECH, "chicago", "Wörner, Manfred. “Remarks in Bremen.” Speech. May 17, 1990. NATO."),
    (SPEECH, "apa", "Wörner, M. (1990, May 17). *Remarks in Bremen* [Speech]. NATO."),
    (SPEECH, "mla", "Wörner, Manfred. “Remarks in Bremen.” NATO, 17 May 1990. Speech."),
    (SPEECH, "gost", "Wörner M. Remarks in Bremen. 17.05.1990. NATO."),
    (NEWS, "chicago", "Bennett, Kirk. “What Gorbachev Did Not Hear.” *The American Interest*, "
     "March 12, 2018. https://example.org/hear."),
    (NEWS, "apa", "Bennett, K. (2018, March 12). What Gorbachev Did Not Hear. *The American "
     "Interest*. https://example.org/hear"),
    (NEWS, "mla", "Bennett, Kirk. “What Gorbachev Did Not Hear.” *The American Interest*, 12 Mar. "
     "2018, https://example.org/hear."),
    (NEWS, "gost", "Bennett K. What Gorbachev Did Not Hear // The American Interest. 12.03.2018. "
     "URL: https://example.org/hear (дата обращения: 24.11.2026)."),
    (BOOK, "chicago", "Sarotte, Mary Elise. *Not One Inch*. Yale University Press, 2021."),
    (BOOK, "apa", "Sarotte, M. E. (2021). *Not One Inch*. Yale University Press."),
    (BOOK, "mla", "Sarotte, Mary Elise. *Not One Inch*. Yale University Press, 2021."),
    (BOOK, "gost", "Sarotte M. E. Not One Inch. Yale University Press, 2021."),
    (CHAPTER, "chicago", "Talbott, Strobe. “Bill, Boris, and NATO.” In *Open Door: NATO and "
     "Security*. Johns Hopkins SAIS, 2019."),
    (CHAPTER, "apa", "Talbott, S. (2019). Bill, Boris, and NATO. In *Open Door: NATO and "
     "Security*. Johns Hopkins SAIS."),
    (CHAPTER, "mla", "Talbott, Strobe. “Bill, Boris, and NATO.” *Open Door: NATO and Security*, "
     "Johns Hopkins SAIS, 2019."),
    (CHAPTER, "gost", "Talbott S. Bill, Boris, and NATO // Open Door: NATO and Security. Johns "
     "Hopkins SAIS, 2019."),
    (ARTICLE, "chicago", "Sarotte, Mary Elise. “A Broken Promise?” *Foreign Affairs*, "
     "September/October 2014."),
    (ARTICLE, "apa", "Sarotte, M. E. (2014, September). A Broken Promise? *Foreign Affairs*, "
     "September/October 2014."),
    (ARTICLE, "mla", "Sarotte, Mary Elise. “A Broken Promise?” *Foreign Affairs*, "
     "September/October 2014."),
    (ARTICLE, "gost", "Sarotte M. E. A Broken Promise? // Foreign Affairs, September/October "
     "2014."),
    (UNDATED, "chicago", "Wikipedia contributors. “Deklaracja warszawska” [Warsaw Declaration]. "
     "n.d., accessed November 24, 2026. Polish Wikipedia. https://example.org/deklaracja."),
    (UNDATED, "apa", "Wikipedia contributors. (n.d.). *Deklaracja warszawska* [Warsaw "
     "Declaration]. Polish Wikipedia. Retrieved November 24, 2026, from https://example.org/deklaracja"),
    (UNDATED, "mla", "Wikipedia contributors. “Deklaracja warszawska” [Warsaw Declaration]. Polish "
     "Wikipedia, n.d., https://example.org/deklaracja. Accessed 24 Nov. 2026."),
    (UNDATED, "gost", "Deklaracja warszawska [Warsaw Declaration] / Wikipedia contributors. "
     "[б. д.]. Polish Wikipedia. URL: https://example.org/deklaracja "
     "(дата обращения: 24.11.2026)."),
    (SEVERAL, "chicago", "Savranskaya, Svetlana, and Tom Blanton. “What ‘He’ Heard.” December 12, "
     "2017. Archive."),
    (SEVERAL, "apa", "Savranskaya, S., & Blanton, T. (2017, December 12). *What \"He\" Heard*. "
     "Archive."),
    (SEVERAL, "mla", "Savranskaya, Svetlana, and Tom Blanton. “What ‘He’ Heard.” Archive, "
     "12 Dec. 2017."),
    (SEVERAL, "gost", "Savranskaya S., Blanton T. What \"He\" Heard. 12.12.2017. Archive."),
    (RUSSIAN, "chicago", "Путин, Владимир. “Об историческом единстве” [On the Historical Unity]. "
     "July 12, 2021. [not verified]"),
    (RUSSIAN, "apa", "Путин, В. (2021, July 12). *Об историческом единстве* [On the Historical "
     "Unity]. [not verified]"),
    (RUSSIAN, "mla", "Путин, Владимир. “Об историческом единстве” [On the Historical Unity]. "
     "12 July 2021. [not verified]"),
    (RUSSIAN, "gost", "Путин В. Об историческом единстве [On the Historical Unity]. 12.07.2021. "
     "[не проверено]"),
    (PAPER, "chicago", "“Allies meet.” *The Irish Times*, June 19, 1999."),
    (PAPER, "apa", "The Irish Times. (1999, June 19). Allies meet."),
    (PAPER, "mla", "“Allies meet.” *The Irish Times*, 19 June 1999."),
    (PAPER, "gost", "Allies meet // The Irish Times. 19.06.1999."),
]  # fmt: skip


def shown(text: citing.Text) -> str:
    """Write a text with its italics between stars."""
    return "".join(f"*{run.text}*" if run.is_italic else run.text for run in text.runs)


@pytest.mark.parametrize(
    ("record", "style", "expected"), NOTES, ids=[f"{n[0].id}-{n[1]}" for n in NOTES]
)
def test_note_has_the_form_of_its_style(record, style: str, expected: str) -> None:
    assert shown(cite(GRAPH, record, style).note) == expected


@pytest.mark.parametrize(
    ("source", "style", "expected"), ENTRIES, ids=[f"{e[0].id}-{e[1]}" for e in ENTRIES]
)
def test_entry_has_the_form_of_its_style(source: Source, style: str, expected: str) -> None:
    assert shown(cite(GRAPH, source, style).entry) == expected


@pytest.mark.parametrize(
    ("style", "note", "entry"),
    [
        (
            "chicago",
            "“Claim point,” *Small corpus*, last modified November 24, 2026, https://a.example/c.",
            "“Claim point.” *Small corpus*. Last modified November 24, 2026. https://a.example/c.",
        ),
        (
            "apa",
            "(*Claim point*, 2026)",
            "*Claim point*. (2026, November 24). *Small corpus*. Retrieved November 24, 2026, from "
            "https://a.example/c",
        ),
        (
            "mla",
            "(“Claim point”)",
            "“Claim point.” *Small corpus*, 24 Nov. 2026, https://a.example/c. Accessed 24 Nov. "
            "2026.",
        ),
        (
            "gost",
            "Claim point // Small corpus. 24.11.2026. URL: https://a.example/c (дата обращения: "
            "24.11.2026).",
            "Claim point // Small corpus. 24.11.2026. URL: https://a.example/c (дата обращения: "
            "24.11.2026).",
        ),
    ],
)
def test_page_of_a_claim_is_cited_by_the_corpus_revision(style: str, note: str, entry: str) -> None:
    citation = cite(GRAPH, GRAPH.claim("point"), style, address="https://a.example/c")

    assert (shown(citation.note), shown(citation.entry)) == (note, entry)


def test_comparison_is_named_by_its_accounts_in_their_order() -> None:
    both = SideBySide(narratives=("right", "left"), issue="question")

    assert str(cite(GRAPH, both).note) == (
        "“The Right account and the Left account side by side: Issue question,” Small corpus, "
        "last modified November 24, 2026."
    )


def test_evidence_from_several_works_has_an_entry_for_each() -> None:
    entries = [str(entry)[:15] for entry in cite(GRAPH, LATER).entries]

    assert entries == ["Bennett, Kirk. ", "Sarotte, Mary E"]


def test_unverified_passage_of_a_verified_work_is_marked() -> None:
    citation = cite(GRAPH, LATER)

    assert str(citation.note).endswith("[not verified]")
    assert "[not verified]" not in str(citation.entry)


def test_corpus_without_a_revision_invents_no_date() -> None:
    graph = ArgumentGraph(b.corpus(sources=[UNDATED]))
    written = [str(cite(graph, UNDATED, style.name).entry) for style in STYLES]
    written += [str(cite_page(graph, "A page", style.name, address="x").entry) for style in STYLES]

    assert not any(any(word in each for word in ("20", "Accessed", "None")) for each in written)


def test_unknown_style_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="chicago"):
        cite(GRAPH, BOOK, "bluebook")


@pytest.mark.parametrize(
    ("written", "inverted"),
    [
        ("George H.W. Bush", "Bush, George H.W."),
        ("James A. Baker III", "Baker, James A., III"),
        ("Jaap de Hoop Scheffer", "de Hoop Scheffer, Jaap"),
        ("Hans-Dietrich Genscher", "Genscher, Hans-Dietrich"),
        ("NATO", "NATO"),
        ("White House", "White House"),
        ("The Guardian", "The Guardian"),
        ("Wikipedia contributors", "Wikipedia contributors"),
        ("Bundeszentrale für politische Bildung", "Bundeszentrale für politische Bildung"),
        ("Министерство иностранных дел", "Министерство иностранных дел"),
        ("Deutsche Welle", "Deutsche Welle"),
        ("Samuel Charap and Timothy J. Colton", "Samuel Charap and Timothy J. Colton"),
    ],
)
def test_only_a_person_is_turned_round(written: str, inverted: str) -> None:
    source = b.source(authors=(written,))
    other = b.source("other", publisher="Deutsche Welle; a copy")
    graph = ArgumentGraph(b.corpus(sources=[source, other]))

    assert citing.work(graph, source).names[0].inverted == inverted


def test_initials_keep_their_hyphen() -> None:
    name = citing.Name(text="", family="Genscher", given="Hans-Dietrich A.B.")

    assert name.initials == "H.-D. A. B."


_TEXT = st.text(min_size=1, max_size=40).filter(str.strip)


@given(title=_TEXT, author=_TEXT, publisher=_TEXT, locator=_TEXT, style=st.sampled_from(STYLES))
def test_any_words_can_be_cited_and_none_are_lost(title, author, publisher, locator, style) -> None:
    source = b.source(title=title, authors=(author,), publisher=publisher)
    item = b.quotation("words", citations=(Citation(source="record", locator=locator),))
    graph = ArgumentGraph(b.corpus(sources=[source], evidence=[item]))
    entry = str(cite(graph, source, style.name).entry)

    def bare(text: str) -> str:
        return "".join(character for character in text.casefold() if character.isalnum())

    assert bare(title) in bare(entry)
    assert str(cite(graph, item, style.name).note)
