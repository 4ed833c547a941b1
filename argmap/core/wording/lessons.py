"""Hold the standing words of what is told step by step: slides, and the same in a browser."""

from __future__ import annotations

from argmap.core.language import Words

LESSON = Words(
    {
        "accounts": "What the accounts answer",
        "claim": "Claim {number} of {count}",
        "one-claim": "The claim",
        "overview": "Where the accounts agree and where they part",
        "sources": "Sources",
        "because": "Because: {reason}",
        "translation": "In translation: {text}",
        "original": "In the original: {text}",
        "document": "Document: {text}",
        "cited": "Source: {citation}",
        "behind": "Behind this claim: {text}",
        "continued": "{title} (continued)",
        "introduction": "To begin with: {text}",
        "compared": "{claim} ({verdict})",
        "held": "{who}: {stance}",
    },
    context="lesson",
)
"""Headings and standing words of a lesson."""
