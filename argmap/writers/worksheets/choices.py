"""Declare what can be chosen about a worksheet; the sheets share these, so that forms agree."""

from __future__ import annotations

from argmap.writers.options import Choice, Number, Pick, Switch

SEED = Number(
    name="seed", title="Version", help="Another number makes another version of the same sheet.",
    default=1, least=0, most=999_999,
)  # fmt: skip
BANK = Switch(
    name="bank", title="Word bank", help="Whether the missing texts are listed to choose from.",
    default=True,
)  # fmt: skip
KEY = Switch(
    name="key", title="Key", help="Whether the answers are written instead of the sheet.",
    default=False,
)  # fmt: skip
DIFFICULTY = Pick(
    name="difficulty",
    title="Difficulty",
    help="How much is left for the class to find out.",
    default="easy",
    choices=(Choice("easy", "Easy"), Choice("medium", "Medium"), Choice("hard", "Hard")),
)
POINTS = Number(
    name="points", title="Points", help="How many claims the sheet is about; 0 takes all.",
    default=6, least=0, most=60,
)  # fmt: skip
