"""Notes that stand for the fields `url` and `urldate` are read as these; all others stay notes."""

from __future__ import annotations

import pytest

from reportcite.values.shapes import Date
from reportcite.values.texts.access_note import AccessNote, read_access_note

MAY: Date = {"date-parts": [[2021, 5, 3]]}


@pytest.mark.parametrize(
    "note",
    [
        "[Online; accessed 3-May-2021]",
        "Online; accessed 3 May 2021",
        "Accessed: 2021-05-03",
        "accessed on May 3, 2021.",
        "(last accessed 2021-05-03)",
        "Last visited on 3 May 2021",
        "Zuletzt abgerufen am 3. Mai 2021",
        "Consulté le 3 mai 2021",
        "Letzter Zugriff: 03.05.2021",
        "[Online; Stand 3. Mai 2021]",
    ],
)
def test_when_a_page_was_seen(note: str) -> None:
    assert read_access_note(note) == AccessNote("", MAY)


@pytest.mark.parametrize(
    ("note", "url", "date"),
    [
        ("https://a.org/b?c=1", "https://a.org/b?c=1", None),
        ("https://a.org/b.", "https://a.org/b", None),
        ("https://a.org/b_(c)", "https://a.org/b_(c)", None),
        ("https://a.org/b_(c).", "https://a.org/b_(c)", None),
        ("https://a.org/(b", "https://a.org/(b", None),
        ("Online: https://a.org/b)", "https://a.org/b", None),
        ("Available online: https://a.org", "https://a.org", None),
        ("https://a.org, accessed 2021-05-03", "https://a.org", MAY),
        ("https://a.org (accessed: 3 May 2021)", "https://a.org", MAY),
        ("https://a.org [last visited May 3, 2021]", "https://a.org", MAY),
        ("https://a.org (Zugriff am 3. Mai 2021)", "https://a.org", MAY),
        ("Zugriff am 3. Mai 2021, https://a.org", "https://a.org", MAY),
        ("(accessed 2021-05-03) https://a.org.", "https://a.org", MAY),
        ("Accessed on 2021-05-03. Available at: https://a.org", "https://a.org", MAY),
        ("Available at https://a.org (accessed 2021-05-03)", "https://a.org", MAY),
    ],
)
def test_where_it_is(note: str, url: str, date: object) -> None:
    assert read_access_note(note) == (url, date)


@pytest.mark.parametrize(
    "note",
    [
        "", "Online", "Accessed", "accessed by few", "accessed in the archive",
        "see https://a.org", "https://a.org and more", "Stand 7",
        "accessed 2021-05-03, see https://a.org", "Stand 2021-05-03 and https://a.org",
        "ISBN 3948289824", "2021-05-03",
    ],
)  # fmt: skip
def test_other_notes(note: str) -> None:
    assert read_access_note(note) is None
