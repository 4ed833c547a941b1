"""Hold the standing words and the tasks of worksheets."""

from __future__ import annotations

from argmap.core.language import Words

WORKSHEET_TITLE = Words(
    {
        "three-columns": "Three columns",
    },
    context="worksheet",
)
"""What each worksheet is called, by its name among the formats."""
WORKSHEET = Words(
    {
        "key-title": "{sheet}: key",
        "number": "Sheet {seed}",
        "revised": "revised {date}",
        "name": "Name",
        "class": "Class",
        "date": "Date",
        "bank": "To choose from",
        "notes": "Room for notes",
        "shaded": "Shaded: what the class was to find, or one way to say it.",
        "nothing": (
            "No account says anything on this in the sources loaded; choose another issue or claim."
        ),
        "silent": "No statement on this was found in the sources loaded.",
    },
    context="worksheet",
)
"""Standing words that worksheets have in common."""
THREE_COLUMNS = Words(
    {
        "two": (
            "Read what the two accounts say on each point. In the middle, write in your own words "
            "what both say and where they part."
        ),
        "several": (
            "Read what the accounts say on each point. In the last column, write in your own words "
            "what they all say and where they part."
        ),
        "one": (
            "Read what the account says on each point. Beside it, write in your own words what one "
            "would have to know before agreeing or disagreeing with it."
        ),
        "gaps": "Some boxes are empty: write there what that account would say.",
        "gaps-bank": (
            "Some boxes are empty: what belongs there stands at the end of the sheet, in mixed "
            "order."
        ),
        "own": "In your own words",
    },
    context="worksheet",
)
"""Instructions of the three-column sheet."""
