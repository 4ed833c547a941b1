"""Pack everything there is for one issue, with a page that says how to teach it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from argmap.core import language
from argmap.core.wording import lesson as words
from argmap.core.wording.files import LESSON_HAS
from argmap.errors import ArgmapError
from argmap.writers import options, quoting
from argmap.writers.archive import listed, zipped
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.paper import FRAME, frame, sheet
from argmap.writers.seen import Contents, Entry, Folder
from argmap.writers.typesetting import Document

COVER = "00-how-to-teach-this.pdf"
_KEY = "key"
# What comes in which part of the lesson: by its name where that says more than its family.
_PHASE_OF = {
    "handout": "reading",
    "source-sheet": "reading",
    "corroboration": "debate",
    "debate-cards": "debate",
    "sorting-cards": "opener",
    "png": "after",
    "dot": "after",
    "svg": "after",
}
_PHASE_OF_FAMILY = {
    Family.SCREEN: "opener",
    Family.DIAGRAM: "debate",
    Family.PAPER: "map",
    Family.TEST: "exit",
    Family.BUNDLE: "opener",
}
_AFTER = "after"

_PROGRAM = """\
#let words = it.words
#set document(title: it.title, date: none)
#set text(font: it.font, size: 10.5pt, lang: it.language)
#set par(leading: 0.6em)
#let small(body) = text(size: 9pt, body)
#show: running.with(small: small)
#show heading: set block(above: 1.4em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 12pt)

#let theirs(body) = text(lang: it.theirs, body)
#heading(level: 1, words.title)
#block(below: 1em, text(size: 13pt, theirs(it.title)))
#heading(level: 2, words.accounts)
#list(..it.accounts.map(a => theirs[#strong(a.who)#if a.text != "" [: #a.text]]))
#par(words.fair)
#heading(level: 2, words.before)
#it.before
#if it.keys != "" [#par(it.keys)]
#heading(level: 2, words.plan)
#table(
  columns: (52pt, 1fr, 190pt), inset: 6pt, stroke: 0.5pt + luma(150),
  table.header(..(words.minutes, words.what, words.files).map(w => strong(w))),
  ..it.plan.map(p => (
    [#p.minutes],
    [#strong(p.name) #parbreak() #p.means],
    small(p.files.map(f => [#f]).join(linebreak())),
  )).flatten(),
)
#pagebreak()
#heading(level: 2, words.all)
#for file in it.files {
  block(breakable: false, above: 0.7em)[
    #strong(file.paths) \\ #small[#file.title. #file.purpose]]
}
#if it.missing.len() > 0 [
  #heading(level: 2, words.missing)
  #list(..it.missing.map(m => [#m.title: #m.why]))
]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A file of the lesson, or why it is not there."""

    form: Format
    path: str
    phase: str
    is_key: bool
    content: bytes = b""
    why: str = ""


def bundle(formats: tuple[Format, ...]) -> Format:
    """Make the format that packs all of these formats that an issue has."""
    fitting = tuple(each for each in formats if Scope.ISSUE in each.scopes)

    def write(order: Order) -> bytes:
        made = tuple(_made(order, fitting))
        order.progress(COVER, len(made), len(made) + 1)
        files = {COVER: cover(order, made).pdf()}
        files |= {each.path: each.content for each in made if not each.why}
        return zipped(f"{order.graph.corpus.id}-{order.issue}-lesson", files)

    return Format(
        name="lesson",
        title="Lesson (ZIP)",
        suffix="zip",
        media_type="application/zip",
        scopes=frozenset({Scope.ISSUE}),
        write=write,
        purpose="Everything for one issue, with a page that says how to teach it in 45 minutes.",
        family=Family.BUNDLE,
        options=(options.LANGUAGE,),
        contents="lesson",
        lengthy=frozenset({Scope.ISSUE}),
        seen=listed,
        # As it is where nothing fails, which is seen only when it is made.
        sheets=lambda order: cover(order, _wanted(order, fitting)),
        inside=lambda order: _inside(order, fitting),
    )


def _inside(order: Order, formats: tuple[Format, ...]) -> Contents:
    """Tell what a lesson will hold, in the order of its use."""
    wanted = _wanted(order, formats)
    times = {phase: (begin, end) for phase, begin, end in words.PHASES}
    folders = [Folder(title="", entries=(Entry(COVER, LESSON_HAS["cover"]),))]
    for phase in (*times, _AFTER):
        title = words.PHASE[phase]
        if phase in times:
            begin, end = times[phase]
            title = LESSON_HAS["minutes"].format(phase=title, begin=begin, end=end)
        entries = tuple(_entry(each) for each in wanted if each.phase == phase)
        if entries:
            folders.append(Folder(title=title, note=words.PHASE_MEANS[phase], entries=entries))
    return Contents(folders=tuple(folders), note=LESSON_HAS["missing"])


def _entry(each: _Made) -> Entry:
    title = language.t(each.form.title)
    note = LESSON_HAS["key"].format(title=title) if each.is_key else title
    return Entry(each.path.rpartition("/")[2], note)


def _wanted(order: Order, formats: tuple[Format, ...]) -> list[_Made]:
    """List the files of a lesson before they are made."""
    found = []
    for form in formats:
        phase = _PHASE_OF.get(form.name, _PHASE_OF_FAMILY.get(form.family, _AFTER))
        for is_key in _keys(form):
            path = _path(order, form, phase, is_key)
            found.append(_Made(form=form, path=path, phase=phase, is_key=is_key))
    return found


def _made(order: Order, formats: tuple[Format, ...]) -> Iterator[_Made]:
    wanted = _wanted(order, formats)
    for number, named in enumerate(wanted):
        order.progress(language.t(named.form.title), number, len(wanted) + 1)
        chosen: dict[str, options.Value] = {_KEY: True} if named.is_key else {}
        try:
            # A part tells nobody how far it is: the whole does.
            content = named.form.write(replace(order, chosen=chosen, progress=_passing(order)))
        except ArgmapError as error:
            yield replace(named, why=str(error))
        else:
            yield replace(named, content=content)


def _passing(order: Order) -> Callable[[str, int, int], None]:
    """Let a part be called off by whoever calls the whole off, without a word on the way."""
    return lambda what, done, total: order.progress(what, 0, 0)


def _keys(form: Format) -> tuple[bool, ...]:
    return (False, True) if any(option.name == _KEY for option in form.options) else (False,)


def _path(order: Order, form: Format, phase: str, is_key: bool) -> str:
    places = [*(name for name, _, _ in words.PHASES), _AFTER]
    folder = f"{places.index(phase) + 1}-{phase}"
    stem = "-".join(filter(None, (order.issue, form.contents, _KEY if is_key else "")))
    return f"{folder}/{stem}.{form.suffix}"


def cover(order: Order, made: Iterable[_Made]) -> Document:
    """Lay out the page that says how to teach the lesson.

    Args:
        order: The issue.
        made: The files of the lesson, those too that could not be made.
    """
    graph = order.graph
    issue = graph.issue(order.issue)
    files = [each for each in made if not each.why]
    chosen = graph.choose_accounts(order.narratives)
    texts = {each.narrative: each.text for each in issue.accounts}
    data = {
        "title": issue.question,
        "running": issue.title,
        "language": language.code(),
        "theirs": quoting.language_of(graph.corpus.language, ""),
        **frame(order, replace(sheet(order), side_pt=50, top_pt=56, bottom_pt=56)),
        "words": dict(words.LESSON),
        "accounts": [{"who": graph.narrative(id).name, "text": texts.get(id, "")} for id in chosen],
        "before": words.LESSON["print"].format(
            reading=words.PHASE["reading"], map=words.PHASE["map"]
        ),
        "keys": _key_files(files),
        "plan": list(_plan(files)),
        "files": list(_listed(files)),
        "missing": [
            {"title": language.t(each.form.title), "why": each.why} for each in made if each.why
        ],
    }
    return Document(program=FRAME + _PROGRAM, data=data)


def _listed(files: Iterable[_Made]) -> Iterator[dict[str, str]]:
    """List what there is in the order of its use, each sheet together with its key."""
    found: dict[str, list[_Made]] = {}
    for each in files:
        found.setdefault(each.form.name, []).append(each)
    for named in sorted(found.values(), key=lambda named: named[0].path.partition("/")[0]):
        yield {
            "paths": " · ".join(each.path for each in named),
            "title": language.t(named[0].form.title),
            "purpose": language.t(named[0].form.purpose),
        }


def _key_files(files: Iterable[_Made]) -> str:
    keys = ", ".join(sorted(each.path for each in files if each.is_key))
    return words.LESSON["keys"].format(files=f"{keys}.") if keys else ""


def _plan(files: list[_Made]) -> Iterator[dict[str, Any]]:
    for phase, begin, end in words.PHASES:
        yield {
            "minutes": f"{begin}–{end}",
            "name": words.PHASE[phase],
            "means": words.PHASE_MEANS[phase],
            "files": [each.path for each in files if each.phase == phase],
        }
