"""Read YAML with the place of every value, taking nothing for what it is not.

Every scalar stays the text it was written as: `no` is the word "no", a date is a text. Anchors,
aliases and tags are refused, so what is read is never larger than what was written. The events
of the parser are taken one by one, so depth and size are bounded before anything grows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

MAX_DEPTH = 20
MAX_VALUES = 250_000
_MAX_CONTROLS = 20

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_CONTAINERS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Entry(NamedTuple):
    """A value of a mapping, and where its key begins."""

    key_start: int
    node: Node


@dataclass(slots=True)
class Node:
    """A value and where it begins, as a position in the file's text.

    `value` is a text, None where nothing is written, a list of nodes, or a mapping from keys to
    entries in the order written.
    """

    start: int
    value: str | list[Node] | dict[str, Entry] | None

    def plain(self) -> Any:
        """Return the value without its places."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: entry.node.plain() for key, entry in self.value.items()}
        return self.value


class Fault(NamedTuple):
    """What is wrong with a YAML text, and where, as a position in it."""

    code: str
    message: str
    start: int


@dataclass(slots=True)
class Parsed:
    """A YAML text that was read.

    `root` is None where the text is empty. Where `is_whole` is false, reading stopped at the
    last fault and `root` holds the records before it. `values` counts its nodes.
    """

    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)
    is_whole: bool = True
    values: int = 0


class _Stop(Exception):
    def __init__(self, code: str, message: str, start: int) -> None:
        super().__init__(message)
        self.fault = Fault(code, message, start)


def parse(text: str, *, max_values: int = MAX_VALUES) -> Parsed:
    """Read one YAML document.

    Args:
        text: The file's text, without a byte order mark, its lines ended by line feeds.
        max_values: The most nodes to make, keys included.

    Returns:
        The nodes and all faults: E001 to E005, E009, E013 and E209, in the order of the text.
        Reading goes on after a fault where that makes sense.

    Cost: O(length of the text).
    """
    parsed = Parsed()
    for match in list(_CONTROLS.finditer(text))[:_MAX_CONTROLS]:
        message = f"The character U+{ord(match[0]):04X} cannot be shown; take it out."
        parsed.faults.append(Fault("E209", message, match.start()))
    reading = _Reading(parsed, max_values)
    loader = None
    try:
        loader = _Loader(_CONTROLS.sub("?", text))
        while (event := loader.get_event()) is not None:
            reading.take(event)
    except _Stop as stop:
        reading.break_off(stop.fault)
    except yaml.YAMLError as error:
        deep = "nesting depth" in str(getattr(error, "problem", ""))
        reading.break_off(reading.too_deep(text) if deep else _syntax_fault(text, error))
    finally:
        if loader is not None:
            loader.dispose()
    parsed.faults.sort(key=lambda fault: fault.start)
    return parsed


class _Reading:
    """Build nodes from events, without recursion."""

    def __init__(self, parsed: Parsed, max_values: int) -> None:
        self._parsed = parsed
        self._max_values = max_values
        self._open: list[Node] = []
        self._keys: list[tuple[str, int] | None] = []
        self._documents = 0
        self._taken = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event up."""
        if event.end_mark is not None:
            self._taken = event.end_mark.index
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                message = "A second document begins here: give it a file of its own."
                raise _Stop("E009", message, _start(event))
        elif isinstance(event, _ENDS):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event)

    def _take_node(self, event: yaml.NodeEvent) -> None:
        start = _start(event)
        self._parsed.values += 1
        if self._parsed.values > self._max_values:
            raise _Stop("E005", "The files hold too many values from here on.", start)
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            message = "Claim files have no anchors (&), aliases (*) and tags (!): write it out."
            self._parsed.faults.append(Fault("E003", message, start))
        if isinstance(event, yaml.ScalarEvent):
            empty = event.value == "" and not event.style
            self._add(Node(start, None if empty else event.value))
        elif isinstance(event, _CONTAINERS):
            self._enter(event, start)
        else:
            self._add(Node(start, None))

    def _enter(self, event: yaml.NodeEvent, start: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise _Stop("E004", _TOO_DEEP, start)
        node = Node(start, {} if isinstance(event, yaml.MappingStartEvent) else [])
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def too_deep(self, text: str) -> Fault:
        """Find the bracket that is too deep where the scanner, which reads ahead, gave up first."""
        depth = len(self._open)
        for at in range(self._taken, len(text)):
            depth += (text[at] in "[{") - (text[at] in "]}")
            if depth > MAX_DEPTH:
                return Fault("E004", _TOO_DEEP, at)
        return Fault("E004", _TOO_DEEP, self._taken)

    def _add(self, node: Node) -> None:
        if not self._open:
            self._parsed.root = node
            return
        parent = self._open[-1].value
        key = self._keys[-1]
        if isinstance(parent, list):
            parent.append(node)
        elif isinstance(parent, dict) and key is None:
            self._keys[-1] = self._key(node)
        elif isinstance(parent, dict) and key is not None:
            self._keys[-1] = None
            if key[0] in parent:
                message = f"The key {key[0][:80]!r} stands here twice."
                self._parsed.faults.append(Fault("E002", message, key[1]))
            else:
                parent[key[0]] = Entry(key[1], node)

    def _key(self, node: Node) -> tuple[str, int]:
        if isinstance(node.value, list | dict):
            message = "A key must be a text; put quotes around a text that begins with [ or {."
            raise _Stop("E013", message, node.start)
        return node.value or "", node.start

    def break_off(self, fault: Fault) -> None:
        """Note why reading stopped, and drop the record it stopped in, which is not whole."""
        self._parsed.faults.append(fault)
        self._parsed.is_whole = False
        if len(self._open) < 2:
            return
        top, part = self._open[0].value, self._open[1].value
        if isinstance(part, list) and len(self._open) > 2:
            part.pop()
        elif isinstance(top, dict) and isinstance(part, dict) and top:
            top.popitem()


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark is not None else 0


def _syntax_fault(text: str, error: yaml.YAMLError) -> Fault:
    """Say what is wrong in an author's words, at the place where it began to go wrong."""
    problem = str(getattr(error, "problem", None) or "it cannot be read")
    found, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    begins_it = any(words in problem for words in ("end of stream", "expected ':'"))
    mark = began if found is None or (began is not None and begins_it) else found
    start = mark.index if mark is not None else 0
    advice = f"This is not well-formed YAML: {problem}."
    if text[start : start + 1] == "\t":
        advice = "A tab stands where spaces are expected."
    else:
        advice = next((says for words, says in _ADVICE.items() if words in problem), advice)
    return Fault("E001", advice, start)


_TOO_DEEP = f"Values are nested more than {MAX_DEPTH} deep."
_ADVICE = {
    "end of stream": "A quotation mark or bracket opens here and is never closed.",
    "did not find expected ','": (
        "A comma or the closing bracket is missing before this place; the list or mapping that a "
        "bracket opened still goes on."
    ),
    "mapping values are not allowed": (
        "A colon with a space after it is not expected here: put the text in quotes, or indent "
        "the line like its neighbours."
    ),
    "cannot start any token": "A text that begins with this character needs quotes around it.",
    "could not find expected ':'": (
        "A key and a colon are expected here: indent the line more if it goes on with a text."
    ),
    "did not find expected key": (
        "This does not go on with the mapping above: check the indentation and the quotes."
    ),
    "did not find expected '-' indicator": (
        "This does not go on with the list above: check the indentation."
    ),
}
