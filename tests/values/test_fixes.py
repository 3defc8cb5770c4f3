"""What values say of their own fixes: the text that is meant, where that leaves no doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reportcite.problems import Problem
from reportcite.values.doi import doi_problems
from reportcite.values.edition import edition_problems
from reportcite.values.isbn import isbn_doubts, isbn_problems
from reportcite.values.language import language_problems
from reportcite.values.pages import dash_problems, page_problems
from reportcite.values.url import url_problems

Find = Callable[[str], Iterator[Problem]]


def fixed(find: Find, text: str) -> list[str | None]:
    """What becomes of the text by each problem, None where it has no fix."""
    return [
        text.replace(problem.fix.old, problem.fix.new) if problem.fix else None
        for problem in find(text)
    ]


@pytest.mark.parametrize(
    ("find", "text", "meant"),
    [
        (doi_problems, "https://doi.org/10.1234/abc", "10.1234/abc"),
        (doi_problems, "http://dx.doi.org/doi:10.1234/abc", "10.1234/abc"),
        (doi_problems, "DOI: 10.1234/abc", "10.1234/abc"),
        (doi_problems, "https://doi.org/10.1234%2Fabc", "10.1234/abc"),
        (isbn_doubts, "97-83948-289829", "978-3-948289-82-9"),
        (isbn_doubts, "ISBN 97-83948-289829 (pbk.)", "ISBN 978-3-948289-82-9 (pbk.)"),
        (dash_problems, "12–34", "12-34"),
        (dash_problems, "12 -- 34, 40—41", "12-34, 40-41"),
        (dash_problems, "xii − xx", "xii-xx"),
        (dash_problems, "A1‑A5", "A1-A5"),
        (page_problems, "S. 12-14", "12-14"),
        (page_problems, "45 S.", "45"),
        (edition_problems, "2nd edition", "2"),
        (edition_problems, "zweite Auflage", "2"),
        (language_problems, "German", "de"),
        (language_problems, "en_US", "en-US"),
        (url_problems, "www.example.org/a", "https://www.example.org/a"),
        (url_problems, "//example.org", "https://example.org"),
        (url_problems, "http//example.org", "http://example.org"),
        (url_problems, "https/:/example.org", "https://example.org"),
        (url_problems, "http:example.org", "http://example.org"),
        (url_problems, "http:///example.org", "http://example.org"),
        (url_problems, "http:\\\\example.org", "http://example.org"),
        (url_problems, "https//:example.org", "https://example.org"),
        (url_problems, "http;//example.org", "http://example.org"),
        (url_problems, "htps://example.org", "https://example.org"),
        (url_problems, "hhtp://example.org", "http://example.org"),
        (url_problems, "htttp://example.org", "http://example.org"),
        (url_problems, "ttps://example.org", "https://example.org"),
        (url_problems, "http://https://example.org", "https://example.org"),
        (url_problems, "doi:10.1234/abc", "https://doi.org/10.1234/abc"),
        (
            url_problems,
            "urn:nbn:de:101:1-201",
            "https://nbn-resolving.org/urn:nbn:de:101:1-201",
        ),
    ],
)
def test_a_slip_that_leaves_no_doubt_is_fixed_and_then_gone(
    find: Find, text: str, meant: str
) -> None:
    assert fixed(find, text) == [meant]
    assert fixed(find, meant) == []


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (doi_problems, "1234/abc"),
        (doi_problems, "https://example.org/doi/10.1234/abc?download=true"),
        (isbn_problems, "978-3-948289-82-8"),
        (isbn_doubts, "978-3-99999-999-5"),
        (language_problems, "Klingonisch"),
        (url_problems, "https://example.org/a b"),
        (url_problems, "www.example.org/a b"),
        (url_problems, "http//example.org/a b"),
        (url_problems, "javascript:alert(1)"),
        (url_problems, "gopher://example.org"),
        (url_problems, "http://localhost:x"),
        (url_problems, "<Go to ISI>://WOS:1"),
    ],
)
def test_what_is_in_doubt_is_not_fixed(find: Find, text: str) -> None:
    found = fixed(find, text)
    assert set(found) <= {None}


@pytest.mark.parametrize("text", ["12-34", "12", "2–", "12–14–16", "3:2–4", "see 3 – never", ""])
def test_other_pages_stay(text: str) -> None:
    assert fixed(dash_problems, text) == []
