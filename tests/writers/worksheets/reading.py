"""Read a sheet with readers that did not write it: poppler for the page, pypdf for the file."""

from __future__ import annotations

from tests.writers import printed


def text_of(content: bytes) -> str:
    """Give what stands on the pages, from left to right and downwards, without spaces."""
    return printed.bare(
        "".join(word.text for page in printed.words(content) for word in page.words)
    )


def check_page(content: bytes) -> None:
    """See that no page is empty, all stands inside the margins, and a class can read it."""
    assert printed.problems_of_ua(content) == []
    assert printed.smallest_pt(content) >= 7.99
    for page in printed.words(content):
        assert page.words, "an empty page"
        for word in page.words:
            assert 40 <= word.left <= word.right <= page.width - 40, word
            assert 20 <= word.top <= word.bottom <= page.height - 20, word
            # PT Sans is 1.29 times as high as its size; head and foot are no reading matter.
            if word.top > 50 and word.bottom < page.height - 40:
                assert word.bottom - word.top >= 10 * 1.29 - 0.1, word
