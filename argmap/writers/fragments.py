"""Write pieces of HTML for programs that put them into pages of their own, language by language."""

from __future__ import annotations

import html

from argmap.core.citing import Run, Text


def paragraph(text: Text | str, language: str, tag: str = "p", *, is_strong: bool = False) -> str:
    """Write a text as an element that names its language; nothing for no text.

    Args:
        text: What stands in it. Runs in other languages name theirs.
        language: A BCP 47 tag; empty where it is not known.
        tag: The element.
        is_strong: Whether all of it is set off.
    """
    runs = text.runs if isinstance(text, Text) else (Run(text),)
    inside = "".join(_run(run, language) for run in runs if run.text)
    if not inside:
        return ""
    inside = f"<b>{inside}</b>" if is_strong else inside
    lang = f' lang="{html.escape(language)}"' if language else ""
    return f"<{tag}{lang}>{inside}</{tag}>"


def _run(run: Run, around: str) -> str:
    text = html.escape(run.text, quote=False)
    if run.is_italic:
        text = f"<i>{text}</i>"
    if run.language in ("", around):
        return text
    return f'<span lang="{html.escape(run.language)}">{text}</span>'
