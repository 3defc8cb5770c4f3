"""What stands beside an ISBN in a table."""

from __future__ import annotations

import pytest

from reportcite.tables.isbns import ISBNS

FORMS = ("9783948289829", "3948289824", "978-3-948289-82-9")
VALID_BUT = "valid, but its"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("3948289824 (geb.)", ("yes", *FORMS, "", "")),
        (
            "978-39-4828-982-9",
            ("yes", *FORMS, f"{VALID_BUT} hyphens are in the wrong places", ""),
        ),
        (
            "978.3.948289.82.9",
            ("yes", *FORMS, f"{VALID_BUT} parts are not joined by hyphens", ""),
        ),
        (
            "978?3?948289?82?9",
            ("yes", *FORMS, f"{VALID_BUT} parts are not joined by hyphens", ""),
        ),
        (
            "9786578425568",
            ("yes", "9786578425568", "657842556X", "", "valid, but nobody has its range", ""),
        ),
        (
            "9783948289828",
            ("no", "", "", "", "the check digit is 8, but 9 was expected", "978-3-948289-82-9"),
        ),
        ("9783948289829; 3948289824", ("yes", *FORMS, "", "")),
        ("ISBN-13: 9783948289829 (ISBN-10: 3-948289-82-4)", ("yes", *FORMS, "", "")),
        (
            "ISBN-10 0-306-40615-2, ISBN-13 978-39-4828-982-9",
            (
                *("yes", "9780306406157; 9783948289829", "0306406152; 3948289824"),
                "978-0-306-40615-7; 978-3-948289-82-9",
                "978-39-4828-982-9: its hyphens are in the wrong places; "
                "its ISBN-13 and its ISBN-10 are of two books",
                "",
            ),
        ),
        (
            "9783948289829; 3948289825",
            (
                *("no", *FORMS),
                "3948289825: the check digit is 5, but 4 was expected",
                "978-3-948289-82-5",
            ),
        ),
    ],
)
def test_cells(text: str, cells: tuple[str, ...]) -> None:
    found = ISBNS.judge(text)
    assert found.valid == (cells[0] == "yes")
    assert found.cells[:5] == cells[:5]
    assert bool(found.cells[5]) == bool(cells[5])
    assert len(found.cells) == len(ISBNS.columns)


def test_both_forms_of_an_isbn_are_one_key() -> None:
    assert ISBNS.judge("9783948289829; 3948289824").keys == ("9783948289829",)
    assert ISBNS.judge("3948289824").keys == ("9783948289829",)
    assert ISBNS.judge("3948289825").keys == ()


def test_all_that_is_known_is_there_when_asked_for() -> None:
    [one] = ISBNS.judge("9783948289828").details()
    assert one["candidates"][0] == "978-3-948289-82-9" and one["expected-check-digit"] == "9"
    assert len(ISBNS.judge("9783948289829; 3948289825").details()) == 2
