"""Write a corpus as claim files, in the one canonical way.

Reading the files gives an equal corpus, whatever its texts hold: prose is folded where folding
gives it back exactly, and quoted where not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from argmap.core.model import SLUG, Corpus
from argmap.schemas.corpus import dump

WIDTH_CHARS = 96
_MAX_FILE_BYTES = 1_000_000

# A file a kind: the files' names sort in this order, so no list changes its order on the way.
_FILES: Mapping[str, tuple[str, ...]] = {
    "00-corpus": ("corpus", "narratives"),
    "01-issues": ("issues",),
    "02-events": ("events",),
    "03-sources": ("sources",),
    "04-evidence": ("evidence",),
    "05-claims": ("claims",),
    "06-stances": ("stances",),
    "07-arguments": ("arguments",),
    "08-accepted": ("accepted",),
}
_DATES = ("date", "period", "revised")

_PRINTABLE = re.compile(
    "[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
)
_PLAIN = re.compile(r"[^\W_](?:(?!: | #)[^\n])*(?<![\s:])")
# What YAML 1.2 takes for a number and YAML 1.1 does not.
_NUMBER = re.compile(r"0o[0-7]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")
_UNESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")
_RESOLVER: Any = yaml.resolver.Resolver()


def files(corpus: Corpus) -> Mapping[str, bytes]:
    """Write the claim files of a corpus.

    Args:
        corpus: A corpus that holds together, its stances in the order of claims, then of
            narratives (the order in which they are read).

    Returns:
        File names with their content in UTF-8, in reading order: a file a kind of record, in
        numbered parts where it would have more than 1 MB. The corpus's id is not in them; it
        is the name of their folder.
    """
    plain = dump(corpus)
    written: dict[str, bytes] = {}
    for name, kinds in _FILES.items():
        parts = _parts(plain, kinds)
        for number, part in enumerate(parts, start=1):
            stem = f"{name}-{number:03d}" if len(parts) > 1 else name
            written[f"{stem}.yaml"] = part
    return written


def _parts(plain: Mapping[str, Any], kinds: Sequence[str]) -> list[bytes]:
    parts: list[bytes] = []
    current: list[str] = []
    size = 0
    for kind in kinds:
        for number, block in enumerate(_blocks(kind, plain.get(kind))):
            weight = len(block.encode())
            if size + weight > _MAX_FILE_BYTES and current:
                parts.append("\n".join(current).encode())
                current, size = [], 0
            current.append(block if number and current else f"{kind}:\n{block}")
            size += weight + 1
    return [*parts, "\n".join(current).encode()] if current else parts


def _blocks(kind: str, value: Any) -> Iterator[str]:
    """Give the text of each record, or of the header, ending with a line feed."""
    if kind == "corpus" and value:
        yield "".join(f"{line}\n" for line in _entries(value, "  "))
    for record in value if isinstance(value, list) else ():
        yield "".join(f"{line}\n" for line in _item(record, ""))


def _item(value: Any, pad: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"{pad}- {_short(value)}"
        return
    for number, line in enumerate(_entries(value, pad + "  ")):
        yield line if number else f"{pad}- {line[len(pad) + 2 :]}"


def _entries(mapping: Mapping[str, Any], pad: str) -> Iterator[str]:
    for key, value in mapping.items():
        head = f"{pad}{_short(key)}:"
        if isinstance(value, Mapping):
            yield head
            yield from _entries(value, pad + "  ")
        elif isinstance(value, list):
            yield from _list(head, value, pad)
        elif key in _DATES or isinstance(value, bool):
            yield f"{head} {str(value).lower()}"
        else:
            yield from _text(head, value, pad + "  ")


def _list(head: str, items: Sequence[Any], pad: str) -> Iterator[str]:
    flow = f"{head} [{', '.join(map(str, items))}]"
    ids = all(isinstance(item, str) and SLUG.fullmatch(item) and _is_word(item) for item in items)
    if ids and len(flow) <= WIDTH_CHARS:
        yield flow
        return
    yield head
    for item in items:
        yield from _item(item, pad)


def _text(head: str, text: str, pad: str) -> Iterator[str]:
    """Write a text after its key: on the same line if it fits, else folded, else quoted."""
    short = f"{head} {_short(text)}"
    if (len(short) <= WIDTH_CHARS and "\n" not in text) or not _folds(text):
        yield short
        return
    yield f"{head} >-"
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            yield ""
        yield from _wrapped(paragraph, pad)


def _wrapped(paragraph: str, pad: str) -> Iterator[str]:
    line = ""
    for word in _BREAK.split(paragraph) if paragraph else ():
        if line and len(pad) + len(line) + 1 + len(word) > WIDTH_CHARS:
            yield pad + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield pad + line


def _folds(text: str) -> bool:
    """Tell whether a folded block gives the text back: lines that begin bare, no odd spaces."""
    lines = text.split("\n")
    whole = bool(lines[0]) and bool(lines[-1])
    return whole and all(line == line.strip(" ") and _PRINTABLE.fullmatch(line) for line in lines)


def _short(text: str) -> str:
    """Write a text on one line: plain if no reader can take it for anything else."""
    if not _PRINTABLE.fullmatch(text):
        escaped = json.dumps(text, ensure_ascii=False)
        return _UNESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)
    if _PLAIN.fullmatch(text) and _is_word(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _is_word(text: str) -> bool:
    if _NUMBER.fullmatch(text):
        return False
    return bool(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == _STRING)


_STRING = "tag:yaml.org,2002:str"
