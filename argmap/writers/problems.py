"""Write problems for people, programs and code review."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from argmap.errors import Problem, UnknownName

MAX_SHOWN = 500


def write(problems: Sequence[Problem], format_name: str, *, limit: int = MAX_SHOWN) -> str:
    """Write the first `limit` problems, and how many more there are.

    Args:
        problems: In the order in which they are shown; accepted weaknesses, which carry their
            reason, may be among them and are told apart.
        format_name: `text` (a line each), `json`, or `github` (annotations of a workflow run).
        limit: The most problems to show.

    Returns:
        Text that ends with a line feed, or is empty where there is nothing to say.

    Raises:
        UnknownName: There is no such format.
    """
    if format_name not in FORMATS:
        raise UnknownName("format", format_name, FORMATS)
    return FORMATS[format_name](problems[:limit], problems[limit:])


def summary(problems: Sequence[Problem]) -> str:
    """Count in words: "2 errors and 1 warning", "no errors and 3 accepted weaknesses"."""
    accepted = sum(bool(problem.accepted) for problem in problems)
    warnings = sum(problem.is_warning for problem in problems) - accepted
    errors = len(problems) - warnings - accepted
    counts = [_count(errors, "error")] if errors or not warnings else []
    counts += [_count(warnings, "warning")] if warnings else []
    if accepted:
        counts.append(f"{accepted} accepted weakness{'' if accepted == 1 else 'es'}")
    return " and ".join((", ".join(counts[:-1]), counts[-1])) if len(counts) > 1 else counts[0]


def exit_code(problems: Sequence[Problem]) -> int:
    """Return 1 if there is an error, 0 if there are none or only warnings."""
    return int(any(not problem.is_warning for problem in problems))


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _text(shown: Sequence[Problem], rest: Sequence[Problem]) -> str:
    lines = [
        _printable(f"{problem} Accepted: {problem.accepted}" if problem.accepted else str(problem))
        for problem in shown
    ]
    lines += [f"... and {summary(rest)} more."] if rest else []
    return "".join(f"{line}\n" for line in lines)


def _json(shown: Sequence[Problem], rest: Sequence[Problem]) -> str:
    every = (*shown, *rest)
    report = {
        "errors": sum(not problem.is_warning for problem in every),
        "warnings": sum(problem.is_warning and not problem.accepted for problem in every),
        "accepted": sum(bool(problem.accepted) for problem in every),
        "omitted": len(rest),
        "problems": [
            {
                "severity": _severity(problem),
                "code": problem.code,
                "file": _printable(problem.file),
                "line": problem.line,
                "column": problem.column,
                "message": problem.message,
                "accepted": problem.accepted,
            }
            for problem in shown
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _github(shown: Sequence[Problem], rest: Sequence[Problem]) -> str:
    """Write workflow commands.

    Escapes as GitHub's own toolkit does it, so that no message ends its command early:
    https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    """
    lines = [
        f"::{_severity(problem)} file={_property(_printable(problem.file))},line={problem.line},"
        f"col={problem.column},title={_property(problem.code)}::"
        + _data(f"{problem.message} {problem.accepted}".strip())
        for problem in shown
    ]
    lines += [f"::notice::... and {summary(rest)} more."] if rest else []
    return "".join(f"{line}\n" for line in lines)


def _severity(problem: Problem) -> str:
    if problem.accepted:
        return "notice"
    return "warning" if problem.is_warning else "error"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _printable(text: str) -> str:
    """Show what a terminal would act on, in the name of a file say, as an escape."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in text
    )


_Writer = Callable[[Sequence[Problem], Sequence[Problem]], str]

FORMATS: Mapping[str, _Writer] = {"text": _text, "json": _json, "github": _github}
"""The ways to write problems, by name."""
