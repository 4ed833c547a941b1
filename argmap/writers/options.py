"""Describe what can be chosen about a format, for pages, addresses and the command line alike.

An option is declared once, beside the writer that heeds it, and read there with `of`. Its values
travel in an order by name; forms, help and refusals are made from the declaration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

from argmap.core.language import OWN_NAMES, t
from argmap.errors import InvalidInput, quoted

Value = str | int | bool
_Value = TypeVar("_Value", str, int, bool)
NOTHING_CHOSEN: Mapping[str, Value] = MappingProxyType({})


class Chosen(Protocol):
    """Anything that holds what was chosen; an order does."""

    @property
    def chosen(self) -> Mapping[str, Value]:
        """Values by the names of options; what is missing has its default."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[_Value]):
    """One thing that can be chosen.

    `name` is what addresses and the command line call it, `title` what a form says, `help` one
    sentence, `default` the value where nothing is chosen. Forms leave it out where it means
    nothing: `scopes` are the values of `Scope` it bears on, none standing for all. The
    kinds are `Pick`, `Number` and `Switch`.
    """

    name: str
    title: str
    help: str
    default: _Value
    scopes: frozenset[str] = frozenset()

    def of(self, order: Chosen) -> _Value:
        """Return the value that an order has for this option."""
        value = order.chosen.get(self.name, self.default)
        return value  # type: ignore[return-value]  # `choose` let nothing else through

    def read(self, text: str) -> _Value:
        """Read a value as it is typed.

        Raises:
            InvalidInput: It is none; the message says what to write.
        """
        raise NotImplementedError

    def write(self, value: _Value) -> str:
        """Write a value as it is typed."""
        return str(value)

    def now(self, order: Chosen) -> str:
        """Return the value that an order has, as it is typed."""
        return self.write(self.of(order))

    @property
    def usual(self) -> str:
        """The default as it is typed."""
        return self.write(self.default)

    def in_a_name(self, value: _Value) -> str:
        """Write a value for the name of a file."""
        return f"{self.name}-{value}"

    @property
    def may_be(self) -> str:
        """Say briefly what may be written: "a4|letter"."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of a `Pick`: as it is typed, and as a form says it."""

    value: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Option[str]):
    """An option with a few named values."""

    choices: tuple[Choice, ...]

    def read(self, text: str) -> str:
        """Take one of the choices; see `Option.read`."""
        known = [choice.value for choice in self.choices]
        if text not in known:
            raise InvalidInput(
                t(
                    "{name} is {value}; write one of: {known}.",
                    name=self.name,
                    value=quoted(text),
                    known=", ".join(known),
                )
            )
        return text

    def in_a_name(self, value: str) -> str:
        """Let the value speak for itself."""
        return value

    @property
    def may_be(self) -> str:
        """List the values."""
        return "|".join(choice.value for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Option[int]):
    """An option that is a whole number between two bounds, both included."""

    least: int
    most: int

    def read(self, text: str) -> int:
        """Take a number within the bounds; see `Option.read`."""
        if text.isascii() and text.isdigit() and len(text) <= 9:
            if self.least <= int(text) <= self.most:
                return int(text)
        raise InvalidInput(
            t(
                "{name} is {value}; write a whole number from {least} to {most}.",
                name=self.name,
                value=quoted(text),
                least=self.least,
                most=self.most,
            )
        )

    @property
    def may_be(self) -> str:
        """Give the bounds."""
        return f"{self.least}-{self.most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch(Option[bool]):
    """An option that is on or off, written `yes` and `no`."""

    def read(self, text: str) -> bool:
        """Take yes or no; see `Option.read`."""
        if text not in ("yes", "no"):
            raise InvalidInput(
                t("{name} is {value}; write yes or no.", name=self.name, value=quoted(text))
            )
        return text == "yes"

    def write(self, value: bool) -> str:
        """Write yes or no."""
        return "yes" if value else "no"

    def in_a_name(self, value: bool) -> str:
        """Say "sources" or "without-sources"."""
        return self.name if value else f"without-{self.name}"

    @property
    def may_be(self) -> str:
        """List the two values."""
        return "yes|no"


AnyOption = Pick | Number | Switch

LANGUAGE = Pick(
    name="language",
    title="Language",
    help="The language of headings and explanations; what the corpus says stays as it is.",
    default="en",
    choices=tuple(Choice(code, name) for code, name in OWN_NAMES.items()),
)
"""The language in which a format says what is not the corpus's own; `library` speaks it."""


def choose(
    what: str, options: Iterable[AnyOption], given: Mapping[str, str]
) -> Mapping[str, Value]:
    """Read what was chosen, as typed, for a format with these options.

    Args:
        what: The format's name, for the sentence that refuses.
        options: What can be chosen.
        given: Texts by the names of options; empty ones count as not given.

    Returns:
        The values that differ from the defaults, in the order of the options.

    Raises:
        InvalidInput: There is no such option here, or no such value of it.
    """
    known = {option.name: option for option in options}
    asked = {name: text for name, text in given.items() if text}
    check(what, known.values(), asked)
    read = {name: known[name].read(asked[name]) for name in known if name in asked}
    return MappingProxyType(
        {name: value for name, value in read.items() if value != known[name].default}
    )


def check(what: str, options: Iterable[AnyOption], chosen: Iterable[str]) -> None:
    """See that a format has the options that were chosen.

    Raises:
        InvalidInput: It lacks one; the message lists those it has.
    """
    known = [option.name for option in options]
    for name in chosen:
        if name not in known:
            has = t("it has: {names}", names=", ".join(known)) if known else t("it has none")
            raise InvalidInput(
                t(
                    "The format {format} has no option {name}; leave it out ({has}).",
                    format=repr(what),
                    name=quoted(name),
                    has=has,
                )
            )


def as_text(options: Iterable[AnyOption], chosen: Mapping[str, Value]) -> dict[str, str]:
    """Write what was chosen as it is typed, in the order of the options; defaults are left out."""
    return {
        option.name: option.write(chosen[option.name])  # type: ignore[arg-type]
        for option in options
        if option.name in chosen and chosen[option.name] != option.default
    }


def in_a_name(options: Iterable[AnyOption], chosen: Mapping[str, Value]) -> str:
    """Write what was chosen for the name of a file: "a4-grey"; empty where nothing was."""
    return "-".join(
        option.in_a_name(chosen[option.name])  # type: ignore[arg-type]
        for option in options
        if option.name in chosen and chosen[option.name] != option.default
    )
