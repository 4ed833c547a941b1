from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from argmap.core.model import Corpus
from argmap.errors import InvalidInput
from argmap.readers import claim_files, claim_folder, marked_yaml
from argmap.schemas.codes import CODES
from tests import builders as build

_PACKAGE = Path(claim_folder.__file__).parent.parent

# Sound in itself, and every record of it is used, so that a case shows its own problems only.
BASE = """\
corpus:
  title: Small
narratives:
- id: left
  name: Left account
  short: Left
- id: right
  name: Right account
  short: Right
- id: court
  name: Court
  short: Court
  role: observer
issues:
- id: question
  title: Question
  question: What of it?
sources:
- id: record
  kind: other
  title: Record
- id: minutes
  kind: other
  title: Minutes
evidence:
- id: words
  kind: quotation
  text: It was so.
  speaker: A speaker
  date: 1990
  sources: [record, minutes]
claims:
- id: base-claim
  issue: question
  text: It was so.
  stances:
    left: {stance: asserts}
arguments:
- id: base-step
  by: left
  from: words
  supports: base-claim
  because: The record says it.
"""

# Second files of a folder; «code» stands where a problem of that code must be shown.
BROKEN: Mapping[str, str] = {
    "id used twice": "sources:\n- id: «E101»record\n  kind: other\n  title: Again\n",
    "id used for a claim and for evidence": """\
claims:
- id: «E101»words
  issue: question
  text: A claim.
""",
    "unknown issue": "claims:\n- id: c\n  issue: «E102»qestion\n  text: A claim.\n",
    "unknown source in a list": """\
evidence:
- id: e
  kind: fact
  text: A fact.
  sources: [record, «E102»recrod]
""",
    "unknown source with a locator": """\
evidence:
- id: e
  kind: fact
  text: A fact.
  sources:
  - locator: p. 1
    source: «E102»recrod
""",
    "unknown account as a key": """\
claims:
- id: c
  issue: question
  text: A claim.
  stances:
    «E102»lft: {stance: asserts}
""",
    "unknown names in one argument": """\
arguments:
- id: a
  by: «E102»lft
  from: [words, «E102»wrods]
  supports: «E102»base-clam
""",
    "unknown claim of a stance": """\
stances:
- {narrative: right, claim: «E102»base-clam, stance: denies}
""",
    "undercut of a claim": """\
arguments:
- id: a
  by: right
  from: words
  undercuts: «E103»base-claim
""",
    "support of an argument": """\
arguments:
- id: a
  by: right
  from: words
  supports: «E103»base-step
""",
    "qualification of evidence": """\
arguments:
- id: a
  by: right
  from: base-claim
  qualifies: «E103»words
""",
    "two stances of one account": """\
stances:
- {narrative: «E104»left, claim: base-claim, stance: denies}
""",
    "argument from its own target": """\
arguments:
- id: a
  by: right
  from: base-claim
  rebuts: «E105»base-claim
""",
    "argument that undercuts itself": """\
arguments:
- id: a
  by: right
  from: words
  undercuts: «E105»a
""",
    "stance of an observer": """\
stances:
- {narrative: «E106»court, claim: base-claim, stance: denies}
""",
    "own words of an observer": """\
issues:
- id: other
  title: Other
  question: And that?
  accounts: {«E106»court: We have ruled.}
""",
    "case rested on what is not asserted": """\
narratives:
- {id: new, name: New account, short: New, strongest: [«E108»base-claim]}
""",
    "case rested on a claim that is not there": """\
narratives:
- id: new
  name: New account
  short: New
  strongest:
  - «E102»base-clam
""",
    "case of an observer": """\
narratives:
- {id: new, name: New court, short: New, role: observer, strongest: «E106»[base-claim]}
""",
    "unknown field": "sources:\n- id: s\n  kind: other\n  title: S\n  «E201»titel: T\n",
    "unknown field in a stance": """\
claims:
- id: c
  issue: question
  text: A claim.
  stances:
    left:
      stance: asserts
      «E201»hwo: So.
""",
    "unknown list": "«E201»clams:\n- id: c\n",
    "missing field": "claims:\n- «E202»id: c\n  issue: question\n",
    "mapping where a list is expected": "claims:\n  «E203»id: c\n",
    "list where a mapping is expected": "claims:\n- «E203»[id, c]\n",
    "list where a text is expected": "claims:\n- id: c\n  issue: question\n  text: «E203»[A, B]\n",
    "text where a list of findings is expected": """\
claims:
- id: c
  issue: question
  text: A claim.
  findings: «E203»words
""",
    "text where stances are expected": """\
claims:
- id: c
  issue: question
  text: A claim.
  stances: «E203»left
""",
    "a list as the whole file": "«E203»- id: c\n",
    "a word as the whole file": "«E203»claims\n",
    "value left out": "claims:\n- id: c\n  issue: question\n  text:«E204»\n",
    "blank text": 'claims:\n- id: c\n  issue: question\n  text: «E204»"  "\n',
    "no premise": "arguments:\n- id: a\n  by: left\n  from: «E204»[]\n  supports: base-claim\n",
    "wrong stance": """\
claims:
- id: c
  issue: question
  text: A claim.
  stances: {left: {stance: «E205»agrees}}
""",
    "wrong truth value": """\
sources:
- id: s
  kind: other
  title: S
  verified: «E205»perhaps
""",
    "wrong kind of source": "sources:\n- id: s\n  kind: «E205»blog\n  title: S\n",
    "a day that never was": "events:\n- id: e\n  date: «E206»1990-02-30\n  title: E\n",
    "a date in words": "events:\n- id: e\n  date: «E206»9 February 1990\n  title: E\n",
    "a period that ends before it begins": """\
claims:
- id: c
  issue: question
  text: A claim.
  period: «E206»1991-1990
""",
    "number as id": "sources:\n- id: «E207»12\n  kind: other\n  title: S\n",
    "bad slug": "sources:\n- id: «E207»The_Record\n  kind: other\n  title: S\n",
    "claim too long": f"claims:\n- id: c\n  issue: question\n  text: «E208»{'x' * 2001}\n",
    "too many sources in one event": f"""\
events:
- id: e
  date: 1990
  title: E
  sources: «E208»[{", ".join(["record"] * 201)}]
""",
    "control character as it is": "sources:\n- id: s\n  kind: other\n  title: A «E209»\x07 b\n",
    "control character escaped": 'sources:\n- id: s\n  kind: other\n  title: «E209»"A \\a b"\n',
    "line break in a title": 'sources:\n- id: s\n  kind: other\n  title: «E209»"A\\nb"\n',
    "script for an address": """\
sources:
- id: s
  kind: other
  title: S
  url: «E210»javascript:alert(1)
""",
    "address without a host": "sources:\n- id: s\n  kind: other\n  title: S\n  url: «E210»https://\n",
    "no target": "arguments:\n- «E211»id: a\n  by: left\n  from: words\n",
    "two targets": """\
arguments:
- id: a
  by: left
  from: words
  supports: base-claim
  rebuts: «E211»base-claim
""",
    "second corpus": "«E213»corpus:\n  title: Again\n",
    "language in words": """\
sources:
- id: s
  kind: other
  title: S
  language: «E214»English
""",
    "confidence of a quotation": """\
evidence:
- id: e
  kind: quotation
  text: Words.
  speaker: A speaker
  sources: [record]
  confidence: «E215»documented
""",
    "premise named twice": """\
arguments:
- id: a
  by: left
  from: [words, «E216»words]
  supports: base-claim
""",
    "tab": "claims:\n«E001»\t- id: c\n",
    "colon in a text": "claims:\n- id: c\n  text: He said«E001»: no\n",
    "quotation mark never closed": "claims:\n- id: c\n  text: «E001»'It was so.\n",
    "text without a key": "claims:\n- id: c\n  text: It was so.\n«E001»and more\n",
    "reserved character": "claims:\n- id: c\n  text: «E001»@home\n",
    "wrong indentation": "claims:\n- id: c\n   text«E001»: It was so.\n",
    "doubled key": """\
claims:
- id: c
  issue: question
  text: One.
  «E002»text: Two.
""",
    "anchor and alias": """\
claims:
- id: c
  issue: «E003»&a question
  text: «E003»*a
""",
    "tag": "claims:\n- id: c\n  issue: question\n  text: «E003»!!python/none x\n",
    "alias bomb": "claims: «E003»&a []\nissues: «E003»&b [«E003»*a, «E003»*a]\n",
    "deep nesting": f"claims: {'[' * 19}«E004»{'[' * 5000}\n",
    "several documents": "stances: []\n«E009»---\nstances: []\n",
    "key that is a list": "«E013»[a, b]: c\n",
    "empty file": "«W206»",
    "file of comments": "«W206»# To be written.\n",
    "source that nothing uses": "sources:\n- id: «W201»s\n  kind: other\n  title: S\n",
    "evidence that nothing uses": """\
evidence:
- id: «W202»e
  kind: fact
  text: A fact.
  sources: [record]
""",
    "quotation of nobody": """\
evidence:
- id: «W203»e
  kind: quotation
  text: Words.
  date: 1990
  sources: [record]
arguments:
- {id: a, by: left, from: e, supports: base-claim, because: It says so.}
""",
    "claim nobody speaks to": """\
claims:
- id: «W204»c
  issue: question
  text: A claim.
arguments:
- {id: a, by: left, from: words, supports: c, because: It says so.}
""",
    "argument that does not say why": """\
arguments:
- id: «W205»a
  by: left
  from: words
  supports: base-claim
""",
    "claim without evidence": """\
claims:
- id: «W207»c
  issue: question
  text: A claim.
  stances:
    left: {stance: asserts}
""",
    "dispute in which one side says nothing": """\
claims:
- id: «W208»c
  issue: question
  text: A claim.
  findings: [words]
  stances:
    left: {stance: concedes}
    right: {stance: denies}
evidence:
- {id: more, kind: fact, text: More., sources: [record, minutes]}
arguments:
- {id: a, by: right, from: [words, more], rebuts: c, because: It says otherwise.}
""",
    "account without evidence": """\
issues:
- id: «W209»other
  title: Other
  question: And that?
claims:
- id: c
  issue: other
  text: A claim.
  stances:
    left: {stance: asserts}
    right: {stance: concedes}
arguments:
- {id: a, by: left, from: words, supports: c, because: It says so.}
""",
    "claims that support each other": """\
claims:
- id: «W210»c
  issue: question
  text: A claim.
  stances:
    left: {stance: asserts}
- id: d
  issue: question
  text: Another.
  stances:
    left: {stance: asserts}
arguments:
- {id: a, by: left, from: [words, d], supports: c, because: It follows.}
- {id: b, by: left, from: c, supports: d, because: It follows.}
""",
    "words said after they were printed": """\
sources:
- {id: book, kind: other, title: Book, date: 1980}
evidence:
- id: «W211»e
  kind: quotation
  text: Words.
  speaker: A speaker
  date: 1981-02
  sources: [book]
arguments:
- {id: a, by: left, from: e, supports: base-claim, because: It says so.}
""",
    "claim with a single source": """\
claims:
- id: «W212»c
  issue: question
  text: A claim.
  stances:
    left: {stance: asserts}
evidence:
- {id: e, kind: fact, text: A fact., sources: [minutes]}
arguments:
- {id: a, by: left, from: e, supports: c, because: It says so.}
""",
    "quotation without a date": """\
evidence:
- id: «W213»e
  kind: quotation
  text: Words.
  speaker: A speaker
  sources: [record]
arguments:
- {id: a, by: left, from: e, supports: base-claim, because: It says so.}
""",
    "weakness accepted that is not there": """\
accepted:
- warning: W212
  about: «W214»base-claim
  because: Once it had one source.
""",
    "weakness accepted of what is not there": """\
accepted:
- {warning: W212, about: «E102»base-clam, because: There is no other record.}
""",
    "acceptance of no known weakness": """\
accepted:
- {warning: «E205»W299, about: base-claim, because: There is no other record.}
""",
}

Expected = list[tuple[str, int, int, str]]

_MARK = re.compile("«([EW][0-9]{3})»")


def _write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
    return folder


def _found(folder: Path) -> Expected:
    return [
        (Path(each.file).name, each.line, each.column, each.code)
        for each in claim_folder.read(folder).problems
    ]


def _unmarked(name: str, marked: str) -> tuple[str, Expected]:
    expected: Expected = []
    lines = []
    for number, line in enumerate(marked.split("\n"), start=1):
        while match := _MARK.search(line):
            expected.append((name, number, match.start() + 1, match[1]))
            line = line[: match.start()] + line[match.end() :]
        lines.append(line)
    return "\n".join(lines), expected


def _sound(folder: Path, second: str) -> Corpus:
    reading = claim_folder.read(_write(folder / "small", {"00.yaml": BASE, "10.yaml": second}))
    assert reading.corpus is not None, [str(each) for each in reading.problems]
    return reading.corpus


def test_the_base_of_the_cases_has_no_problem(tmp_path: Path) -> None:
    reading = claim_folder.read(_write(tmp_path / "small", {"00.yaml": BASE}))

    assert reading.problems == ()


@pytest.mark.parametrize("case", BROKEN)
def test_problem_is_shown_at_its_line_and_column(case: str, tmp_path: Path) -> None:
    text, expected = _unmarked("10.yaml", BROKEN[case])
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": text})

    assert _found(folder) == expected


@pytest.mark.parametrize("case", BROKEN)
def test_an_error_leaves_no_corpus_and_a_warning_does(case: str, tmp_path: Path) -> None:
    text, expected = _unmarked("10.yaml", BROKEN[case])
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": text})

    has_error = any(code.startswith("E") for *_, code in expected)
    assert (claim_folder.read(folder).corpus is None) == has_error


# Folders that are broken as folders: each makes one and says what must be shown.


def _huge_file(folder: Path) -> Expected:
    _write(folder, {"00.yaml": BASE})
    with (folder / "10.yaml").open("wb") as file:
        file.truncate(50_000_000)
    return [("10.yaml", 1, 1, "E006")]


def _link_out_of_the_folder(folder: Path) -> Expected:
    _write(folder, {"00.yaml": BASE})
    _write(folder.parent, {"outside.yaml": "claims: []\n"})
    (folder / "10.yaml").symlink_to(folder.parent / "outside.yaml")
    return [("10.yaml", 1, 1, "E008")]


def _link_to_a_folder(folder: Path) -> Expected:
    _write(folder, {"00.yaml": BASE})
    (folder / "again").symlink_to(folder)
    return [("again", 1, 1, "E008")]


def _broken_link(folder: Path) -> Expected:
    _write(folder, {"00.yaml": BASE})
    (folder / "10.yaml").symlink_to(folder / "nowhere.yaml")
    return [("10.yaml", 1, 1, "E010")]


def _pipe(folder: Path) -> Expected:
    _write(folder, {"00.yaml": BASE})
    os.mkfifo(folder / "10.yaml")
    return [("10.yaml", 1, 1, "E008")]


def _not_utf_8(folder: Path) -> Expected:
    text = "claims:\n- id: c\n  text: Größe ".encode() + "Größe\n".encode("latin-1")
    _write(folder, {"00.yaml": BASE, "10.yaml": text})
    return [("10.yaml", 3, 17, "E007")]


def _bad_name(folder: Path) -> Expected:
    folder.rename(folder.parent / "Not an id")
    _write(folder.parent / "Not an id", {"00.yaml": BASE})
    return [("Not an id", 1, 1, "E011")]


def _nothing_in_it(folder: Path) -> Expected:
    _write(folder, {"notes.txt": "Nothing.\n", ".hidden.yaml": "no: matter\n"})
    return [("small", 1, 1, "E012")]


def _no_corpus(folder: Path) -> Expected:
    _write(folder, {"00.yaml": BASE.replace("corpus:\n  title: Small\n", "")})
    return [("00.yaml", 1, 1, "E212")]


def _no_account(folder: Path) -> Expected:
    _write(folder, {"00.yaml": "corpus:\n  title: Small\n"})
    return [("00.yaml", 1, 1, "E107")]


def _too_many_values(folder: Path) -> Expected:
    many = marked_yaml.MAX_VALUES
    _write(folder, {"00.yaml": BASE, "10.yaml": "claims: [[" + "a," * many})
    return [("10.yaml", 1, len("claims: [[") + 2 * (many - 4) + 1, "E005")]


FOLDERS: Mapping[str, tuple[Callable[[Path], Expected], str]] = {
    "50 MB file": (_huge_file, "E006"),
    "link out of the folder": (_link_out_of_the_folder, "E008"),
    "link to a folder": (_link_to_a_folder, "E008"),
    "broken link": (_broken_link, "E010"),
    "pipe": (_pipe, "E008"),
    "not UTF-8": (_not_utf_8, "E007"),
    "bad name": (_bad_name, "E011"),
    "nothing in it": (_nothing_in_it, "E012"),
    "no corpus": (_no_corpus, "E212"),
    "no account": (_no_account, "E107"),
    "too many values": (_too_many_values, "E005"),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_folder_that_cannot_be_read_whole_is_refused(case: str, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    expected = FOLDERS[case][0](folder)
    folder = folder if folder.exists() else tmp_path / "Not an id"

    assert _found(folder) == expected
    assert claim_folder.read(folder).corpus is None


def test_accepted_weakness_is_no_problem_and_keeps_its_place_and_reason(tmp_path: Path) -> None:
    case = BROKEN["claim with a single source"].replace("«W212»", "")
    accepted = "accepted:\n- {warning: W212, about: c, because: No other minutes were kept.}\n"
    reading = claim_folder.read(
        _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": case, "20.yaml": accepted})
    )

    [weakness] = reading.accepted
    assert reading.problems == ()
    assert (weakness.code, weakness.accepted) == ("W212", "No other minutes were kept.")
    assert (Path(weakness.file).name, weakness.line, weakness.column) == ("10.yaml", 2, 7)


def test_every_code_has_a_broken_folder() -> None:
    shown = {code for text in BROKEN.values() for code in _MARK.findall(text)}
    shown |= {code for _, code in FOLDERS.values()}

    assert shown == set(CODES)


def test_every_code_in_the_program_is_listed() -> None:
    parts = [
        path for name in ("core", "schemas", "readers") for path in (_PACKAGE / name).glob("*.py")
    ]
    used = {code for path in parts for code in re.findall(r"\b[EW]\d{3}\b", path.read_text())}

    assert used == set(CODES)


def test_all_problems_of_all_files_are_shown_in_one_run(tmp_path: Path) -> None:
    first, in_first = _unmarked("10.yaml", FIRST_WITH_MANY)
    second, in_second = _unmarked("sub.yaml", SECOND_WITH_MANY)
    folder = tmp_path / "small"
    _write(folder, {"00.yaml": BASE, "10.yaml": first, "20/sub.yaml": second})

    assert _found(folder) == in_first + in_second


FIRST_WITH_MANY = """\
claims:
- «E202»id: «E207»C
  issue: «E102»qestion
  «E201»txt: A claim.
  period: «E206»1990-13
  stances:
    left: {stance: «E205»agrees}
    «E102»rihgt: {stance: denies}
"""
SECOND_WITH_MANY = """\
arguments:
- id: a
  by: [left, «E102»lft]
  from: words
  undercuts: «E103»base-claim
- id: «E101»a
  by: left
  from: words
  rebuts: base-claim
sources:
- id: s
  kind: other
  title: S
  url: «E210»ftp://example.org
  «E002»title: S
  note: «E003»!!str Text
"""


def test_unknown_names_are_not_reported_while_a_file_is_unreadable(tmp_path: Path) -> None:
    files = {
        "00.yaml": BASE,
        "10.yaml": "claims:\n- {id: c, issue: from-the-broken-file, text: A claim.}\n",
        "20.yaml": "issues:\n- 'never closed\n",
    }

    assert _found(_write(tmp_path / "small", files)) == [("20.yaml", 2, 3, "E001")]


def test_near_names_are_offered(tmp_path: Path) -> None:
    second = "claims:\n- {id: c, issue: qestion, text: A claim.}\n"
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": second})

    message = claim_folder.read(folder).problems[0].message
    assert message == "There is no issue 'qestion'. Did you mean 'question'?"


def test_files_are_named_as_they_are_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path / "claims" / "small", {"00.yaml": "claims: no\n"})
    monkeypatch.chdir(tmp_path)

    problem = claim_folder.read(Path("claims/small")).problems[0]
    assert str(problem) == "claims/small/00.yaml:1:9: E203 'claims' must be a list of records."


def test_a_scalar_stays_the_text_it_was_written_as(tmp_path: Path) -> None:
    second = "claims:\n- {id: no, issue: question, text: no, note: 0x10}\n"
    claim = _sound(tmp_path, second).claims[1]

    assert (claim.id, claim.text, claim.note) == ("no", "no", "0x10")


def test_markup_quotes_and_direction_marks_are_kept(tmp_path: Path) -> None:
    text = '<b>&"\\N{}|‏ \u202bرسالة\u202c \U0001f600 \\'
    second = f"claims:\n- id: c\n  issue: question\n  text: '{text}'\n  level: reply\n"

    assert _sound(tmp_path, second).claims[1].text == text


def test_columns_count_characters_after_a_byte_order_mark_and_windows_line_ends(
    tmp_path: Path,
) -> None:
    second = "\ufeffclaims:\r\n- {id: c, text: \U0001f600é, issue: nowhere}\r\n"
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": second})

    column = "- {id: c, text: \U0001f600é, issue: nowhere}".index("nowhere") + 1
    assert _found(folder) == [("10.yaml", 2, column, "E102")]


def test_line_separators_inside_a_text_do_not_move_later_lines(tmp_path: Path) -> None:
    second = "claims:\n- id: c\n  text: 'a\u2028  b'\n  issue: nowhere\n"
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": second})

    assert _found(folder) == [("10.yaml", 4, 10, "E102")]


def test_lists_of_several_files_are_joined_in_the_order_of_their_paths(tmp_path: Path) -> None:
    claim = "claims:\n- {{id: {0}, issue: question, text: A claim.}}\n"
    files = {name: claim.format(f"c{n}") for n, name in enumerate(["b.yml", "a/z.yaml", "c.YAML"])}
    corpus = claim_folder.read(_write(tmp_path / "small", {"00.yaml": BASE, **files})).corpus

    assert corpus is not None
    assert [claim.id for claim in corpus.claims] == ["base-claim", "c1", "c0", "c2"]


def test_stances_come_in_the_order_of_claims_and_narratives(tmp_path: Path) -> None:
    second = """\
stances:
- {narrative: right, claim: base-claim, stance: denies}
claims:
- id: c
  issue: question
  text: A claim.
  stances: {right: {stance: denies}, left: {stance: asserts}}
"""
    corpus = _sound(tmp_path, second)

    order = [(stance.claim, stance.narrative) for stance in corpus.stances]
    assert order == [("base-claim", "left"), ("base-claim", "right"), ("c", "left"), ("c", "right")]


def test_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    folder = _write(tmp_path / "small", {"text.txt": BASE})
    (folder / "00.yaml").symlink_to("text.txt")

    assert claim_folder.read(folder).problems == ()


def test_corpus_is_named_for_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_write(tmp_path / "small", {"00.yaml": BASE}))
    corpus = claim_folder.read(Path()).corpus

    assert corpus is not None
    assert corpus.id == "small"


def test_missing_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="is not a folder"):
        claim_folder.read(tmp_path / "nowhere")


def test_file_instead_of_a_folder_is_an_input_error(tmp_path: Path) -> None:
    folder = _write(tmp_path / "small", {"00.yaml": BASE})

    with pytest.raises(InvalidInput, match="give the folder it is in"):
        claim_folder.read(folder / "00.yaml")


def test_folder_beyond_its_size_is_cut_off_at_the_file_that_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_files, "MAX_FOLDER_BYTES", len(BASE) + 10)
    second = "claims: []\n"
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": second})

    assert _found(folder) == [("10.yaml", 1, 1, "E006")]


def test_values_are_counted_over_the_whole_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_folder, "MAX_FOLDER_VALUES", 5)
    files = {"00.yaml": "claims: []\n", "10.yaml": "stances: []\n", "20.yaml": "events: []\n"}

    assert ("10.yaml", 1, 10, "E005") in _found(_write(tmp_path / "small", files))


def test_linked_corpus_is_named_for_the_link(tmp_path: Path) -> None:
    folder = _write(tmp_path / "elsewhere", {"00.yaml": BASE})
    (tmp_path / "small").symlink_to(folder)
    corpus = claim_folder.read(tmp_path / "small").corpus

    assert corpus is not None
    assert corpus.id == "small"


def test_folder_with_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_files, "MAX_FILES", 1)
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": "claims: []\n"})

    assert _found(folder) == [("small", 1, 1, "E006")]


def test_progress_is_told_after_each_file(tmp_path: Path) -> None:
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": "claims: []\n"})
    told: list[tuple[str, int, int]] = []
    claim_folder.read(folder, progress=lambda *step: told.append(step))

    assert told == [("Reading claim files", 1, 2), ("Reading claim files", 2, 2)]


def test_many_unknown_names_among_many_records_take_no_long_time(tmp_path: Path) -> None:
    known = "".join(f"- {{id: c{n}, issue: question, text: A claim.}}\n" for n in range(3000))
    lost = "".join(
        f"- {{id: a{n}, by: left, from: claim-{n}, supports: c{n}}}\n" for n in range(3000)
    )
    second = f"claims:\n{known}arguments:\n{lost}"
    folder = _write(tmp_path / "small", {"00.yaml": BASE, "10.yaml": second})
    problems = claim_folder.read(folder).problems

    assert sum(problem.code == "E102" for problem in problems) == 3000
    assert sum("Did you mean" in problem.message for problem in problems) <= 100


def test_builders_and_reader_agree_on_what_holds_together(tmp_path: Path) -> None:
    assert _sound(tmp_path, "claims: []\n").narratives[0] == build.narrative("left")
