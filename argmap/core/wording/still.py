"""Say what pages without a server say, and what their scripts fill in and say."""

from __future__ import annotations

from argmap.core.language import Words

STILL = Words(
    {
        "all_issues": "all issues",
        "accounts": "Accounts",
        "copy_without_server": "This is a copy of the pages that works without a network.",
        "everything": "all marks",
        "found": "Found: {count}.",
        "found_none": "Nothing was found. Try another word, or a part of one.",
        "issue": "Issue",
        "issues": "The issues",
        "mark": "Where they stand",
        "no_scripts": "This is the whole as one document. With scripts allowed, this file also "
        "has the pictures, each claim's own page, comparison, search and a presentation.",
        "none_fits": "No claim fits what is chosen.",
        "reading": "The whole as one document",
        "search": "Search",
        "search_label": "Search this corpus",
        "shown": "Claims shown: {count} of {total}.",
        "two_at_least": "Choose two accounts or more.",
        "words": "Words, in any of their forms",
    }
)
"""What pages without a server say, and what their scripts fill in and say."""
