"""Write the works behind a part of a corpus for reference managers: BibTeX, RIS, CSL-JSON.

Sources: the CSL 1.0.2 specification's appendices on item types and variables; the RIS format as
    Reference Manager laid it down; BibTeX as biblatex and Zotero read it, in UTF-8.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from argmap.core import wording
from argmap.core.citing import Form, Name, Work, work
from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Source, SourceKind
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.part import part

_CSL_TYPES = {
    Form.BOOK: "book",
    Form.CHAPTER: "chapter",
    Form.ARTICLE: "article",
    Form.RECORD: "document",
    Form.TREATY: "treaty",
    Form.SPEECH: "speech",
    Form.INTERVIEW: "interview",
    Form.PAGE: "webpage",
}
_RIS_TYPES = {
    Form.BOOK: "BOOK",
    Form.CHAPTER: "CHAP",
    Form.ARTICLE: "GEN",
    Form.RECORD: "GEN",
    Form.TREATY: "GEN",
    Form.SPEECH: "SPCH",
    Form.INTERVIEW: "PCOMM",
    Form.PAGE: "ELEC",
}
_BIBTEX_TYPES = {Form.BOOK: "book", Form.CHAPTER: "incollection", Form.ARTICLE: "article"}
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def write_csl(order: Order) -> bytes:
    """Write CSL-JSON, a list of items whose ids are those of the sources.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    items = [_csl(source, each) for source, each in _works(order)]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def _csl(source: Source, cited: Work) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.id,
        "type": _csl_type(source, cited),
        "title": cited.title,
        "translated-title": cited.translation,
        "author": [_csl_name(name) for name in cited.names],
        "container-title": cited.container,
        "publisher": cited.publisher,
        "issued": _csl_date(cited.date),
        "archive_location": cited.reference,
        "URL": cited.address,
        "accessed": _csl_date(cited.accessed),
        "genre": cited.descriptor,
        "language": source.language,
        "note": _note(source, cited),
    }
    return {name: value for name, value in item.items() if value}


def _csl_type(source: Source, cited: Work) -> str:
    if cited.form is Form.ARTICLE and source.kind is SourceKind.JOURNALISM:
        return "article-newspaper"
    if cited.form is Form.ARTICLE and source.kind is SourceKind.SCHOLARSHIP:
        return "article-journal"
    return _CSL_TYPES[cited.form]


def _csl_name(name: Name) -> dict[str, str]:
    if not name.is_person:
        return {"literal": name.text}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _csl_date(date: PartialDate | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}


def write_ris(order: Order) -> bytes:
    """Write RIS, a record a work.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    # Only these formats need the libraries that write them.
    from rispy.writer import RisWriter

    class Uncounted(RisWriter):  # type: ignore[misc]
        """Leave out the number that the library puts before each record: it is no part of RIS."""

        def set_header(self, count: int) -> str:
            return ""

    records = [_ris(source, each) for source, each in _works(order)]
    written: str = Uncounted().formats(records)
    return written.encode()


def _ris(source: Source, cited: Work) -> dict[str, Any]:
    date = cited.date
    record: dict[str, Any] = {
        "type_of_reference": "NEWS" if source.kind is SourceKind.JOURNALISM else _ris_type(cited),
        "id": source.id,
        "title": cited.title,
        "translated_title": cited.translation,
        "authors": [name.inverted if name.is_person else name.text for name in cited.names],
        "secondary_title": cited.container,
        "publisher": cited.publisher,
        "year": str(date.year) if date else "",
        "date": f"{date.year}/{date.month or '':02}/{date.day or '':02}/" if date else "",
        "call_number": cited.reference,
        "urls": [cited.address] if cited.address else [],
        "access_date": str(cited.accessed or "").replace("-", "/"),
        "language": source.language,
        "notes": [note] if (note := _note(source, cited)) else [],
    }
    return {name: _on_one_line(value) for name, value in record.items() if value}


def _on_one_line(value: Any) -> Any:
    """Keep a text from beginning a line, where it could be taken for a field."""
    if isinstance(value, list):
        return [_on_one_line(each) for each in value]
    return " ".join(str(value).split())


def _ris_type(cited: Work) -> str:
    return _RIS_TYPES[cited.form]


def write_bibtex(order: Order) -> bytes:
    """Write BibTeX in UTF-8, an entry a work; keys are the ids of the sources.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field

    library = Library()
    for source, cited in _works(order):
        fields = [Field(name, value) for name, value in _bibtex(source, cited)]
        library.add(Entry(_BIBTEX_TYPES.get(cited.form, "misc"), source.id, fields))
    written: str = write_string(library)
    return written.encode()


def _bibtex(source: Source, cited: Work) -> Iterator[tuple[str, str]]:
    """Give the fields; braces around a body's name keep it from being taken apart."""
    names = (_bibtex_name(name) for name in cited.names)
    host = "booktitle" if cited.form is Form.CHAPTER else "journal"
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_latex(cited.title)}}}",
        host: _latex(cited.container),
        "publisher": _latex(cited.publisher),
        "date": str(cited.date or ""),
        "year": str(cited.date.year) if cited.date else "",
        "howpublished": _latex(cited.descriptor),
        "number": _latex(cited.reference) if cited.form is Form.RECORD else "",
        "url": cited.address,
        "urldate": str(cited.accessed or ""),
        "langid": source.language,
        "note": _latex(_note(source, cited)),
    }
    return ((name, _on_one_line(value)) for name, value in fields.items() if value)


def _bibtex_name(name: Name) -> str:
    if name.is_person:
        return _latex(name.inverted)
    # BibTeX's own word for "et al.", which braces would make a name.
    return name.text if name.text == "others" else f"{{{_latex(name.text)}}}"


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _note(source: Source, cited: Work) -> str:
    """Say what a reference manager has no field for, whether the record is verified first."""
    checked = "" if cited.verified else f"[{wording.unverified()}]"
    parts = (checked, cited.details.strip(" ;,"), source.note)
    return " ".join(each for each in parts if each)


def _works(order: Order) -> Iterator[tuple[Source, Work]]:
    graph: ArgumentGraph = order.graph
    return ((source, work(graph, source)) for source in part(order).sources)


CSL_JSON = Format(
    name="csl-json",
    title="Works cited for Zotero and others (CSL-JSON)",
    suffix="csl.json",
    media_type="application/vnd.citationstyles.csl+json",
    scopes=frozenset(Scope),
    write=write_csl,
    purpose="The works cited, for Zotero and other programs that cite.",
    family=Family.DATA,
    contents="works",
)
RIS = Format(
    name="ris",
    title="Works cited for EndNote and others (RIS)",
    suffix="ris",
    media_type="application/x-research-info-systems",
    scopes=frozenset(Scope),
    write=write_ris,
    purpose="The works cited, for EndNote, Mendeley and other programs that cite.",
    family=Family.DATA,
    contents="works",
)
BIBTEX = Format(
    name="bibtex",
    title="Works cited for LaTeX (BibTeX)",
    suffix="bib",
    media_type="application/x-bibtex",
    scopes=frozenset(Scope),
    write=write_bibtex,
    purpose="The works cited, for LaTeX.",
    family=Family.DATA,
    contents="works",
)
