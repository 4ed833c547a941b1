"""Say how a lesson of 45 minutes goes, and what each of its files is for."""

from __future__ import annotations

from argmap.core.language import Words

LESSON = Words(
    {
        "title": "How to teach this in 45 minutes",
        "question": "The question",
        "accounts": "The accounts",
        "minutes": "Minutes",
        "what": "What happens",
        "files": "Files",
        "plan": "The plan",
        "before": "Before the lesson",
        "print": "Print for each student what the plan names under “{reading}” and “{map}”; keep "
        "the keys. Open the offline edition once on the machine that you show from.",
        "all": "What is in this folder",
        "keys": "Answer keys are for you: {files}",
        "missing": "Could not be made",
        "fair": "The files describe what the accounts hold. They do not say who is right, and the "
        "lesson does not need to.",
    }
)
"""Headings and standing words of a lesson's cover page."""

PHASES: tuple[tuple[str, int, int], ...] = (
    ("opener", 0, 5), ("reading", 5, 18), ("map", 18, 30), ("debate", 30, 40), ("exit", 40, 45),
)  # fmt: skip
"""The parts of a lesson, each with the minutes at which it begins and ends."""

PHASE = Words(
    {
        "opener": "Opener",
        "reading": "Reading",
        "map": "Work on the map",
        "debate": "Debate",
        "exit": "Exit ticket",
        "after": "To prepare, and for later",
    }
)
"""What the parts of a lesson are called."""

PHASE_MEANS = Words(
    {
        "opener": "Show the question. Each student writes one sentence: what would you need to "
        "know to answer it?",
        "reading": "In pairs, each reads one account and two of its documents, and tells the other "
        "what it holds and on what it rests.",
        "map": "Students fill in the map or a sheet: which document supports which claim, and what "
        "answers it? Compare with the key.",
        "debate": "Groups speak, each for one account in its best form. Whoever begins to speak "
        "first restates what was said before. Then the groups change accounts.",
        "exit": "Each student answers a few questions and names one document that would settle a "
        "point, and one point that no document settles.",
        "after": "Data, citations and pages to prepare from or to go on with.",
    }
)
"""What happens in each part of a lesson, for the teacher."""
