"""Dates between slashes, or as EDTF behind a label, and what is lost where neither can say it."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.ris.dates import labelled_date, write_date, write_issued
from reportcite.record.model import Record
from reportcite.values.shapes import Date


def fields_with(variable: str, date: Date) -> Fields:
    fields = Fields(Record("r1", "report", {variable: date}, Place("x")))
    fields.carry(variable)
    return fields


@pytest.mark.parametrize(
    ("date", "issued", "accessed", "event"),
    [
        ({"date-parts": [[2024]]}, "PY  - 2024", "Y2  - 2024///", "M1  - Event Date: 2024"),
        ({"date-parts": [[2024, 3]]}, "PY  - 2024|DA  - 2024/03//", "Y2  - 2024/03//",
         "M1  - Event Date: 2024-03"),
        ({"date-parts": [[980, 3, 7]]}, "PY  - 0980|DA  - 0980/03/07/", "Y2  - 0980/03/07/",
         "M1  - Event Date: 0980-03-07"),
        ({"date-parts": [[2023], [2024]]}, "PY  - 2023|M1  - Issued: 2023/2024",
         "M1  - Accessed: 2023/2024", "M1  - Event Date: 2023/2024"),
        ({"date-parts": [[890]], "circa": True}, "PY  - 0890|M1  - Issued: 0890~",
         "M1  - Accessed: 0890~", "M1  - Event Date: 0890~"),
        ({"literal": "in press"}, "M1  - Issued: in press", "M1  - Accessed: in press",
         "M1  - Event Date: in press"),
    ],
)  # fmt: skip
def test_what_slashes_cannot_say_stands_behind_a_label(
    date: Date, issued: str, accessed: str, event: str
) -> None:
    of_issued = fields_with("issued", date)
    of_accessed, of_event = fields_with("accessed", date), fields_with("event-date", date)
    assert write_issued(of_issued, "issued", "DA", date).split("\r\n") == [*issued.split("|"), ""]
    assert write_date(of_accessed, "accessed", "Y2", date) == f"{accessed}\r\n"
    assert labelled_date(of_event, "event-date", date) == f"{event}\r\n"
    assert not [*of_issued.losses(), *of_accessed.losses(), *of_event.losses()]


@pytest.mark.parametrize(
    ("date", "issued", "accessed", "event"),
    [
        ({"literal": "2024"}, "PY  - 2024", "Y2  - 2024///", "M1  - Event Date: 2024"),
        ({"literal": "2024-03"}, "PY  - 2024|DA  - 2024/03//", "Y2  - 2024/03//",
         "M1  - Event Date: 2024-03"),
        ({"date-parts": [[2024]], "literal": "x"}, "PY  - 2024", "Y2  - 2024///",
         "M1  - Event Date: 2024"),
        ({"literal": "March 2024/5"}, "M1  - Issued: March 2024/5", "M1  - Accessed: March 2024/5",
         "M1  - Event Date: March 2024/5"),
    ],
)  # fmt: skip
def test_a_text_that_readers_take_for_a_date_is_written_as_that_date(
    date: Date, issued: str, accessed: str, event: str
) -> None:
    fields = fields_with("issued", date)
    assert write_issued(fields, "issued", "DA", date).split("\r\n") == [*issued.split("|"), ""]
    of_accessed, of_event = fields_with("accessed", date), fields_with("event-date", date)
    assert write_date(of_accessed, "accessed", "Y2", date) == f"{accessed}\r\n"
    assert labelled_date(of_event, "event-date", date) == f"{event}\r\n"
    changed = [] if "March" in issued else ["changed"]
    for one in (fields, of_accessed, of_event):
        assert [loss.kind for loss in one.losses()] == changed


@pytest.mark.parametrize("date", [{"literal": "n.d."}, {"literal": "\x00"}, {"literal": " "}])
def test_a_text_that_states_no_date_is_not_written(date: Date) -> None:
    for variable in ("issued", "accessed"):
        fields = fields_with(variable, date)
        write = write_issued if variable == "issued" else write_date
        assert write(fields, variable, "DA", date) == ""
        assert [(loss.kind, loss.reason) for loss in fields.losses()] == [
            ("dropped", "it holds no date that can be written")
        ]


def test_of_a_date_that_no_calendar_has_the_year_is_written_where_it_was_issued() -> None:
    date = Date({"date-parts": [[2024, 13]]})
    issued, accessed = fields_with("issued", date), fields_with("accessed", date)
    assert write_issued(issued, "issued", "DA", date) == "PY  - 2024\r\n"
    assert write_date(accessed, "accessed", "Y2", date) == ""
    assert [loss.kind for loss in issued.losses()] == ["changed"]
    assert [loss.kind for loss in accessed.losses()] == ["dropped"]


def test_beside_a_label_that_says_another_year_stands_none() -> None:
    """Who reads both takes the label's, and would write the first no more."""
    for literal, written in (("0", "M1  - Issued: 0000"), ("soon", "M1  - Issued: soon")):
        date: Date = {"date-parts": [[1, 2, 30]], "circa": True, "literal": literal}
        fields = Fields(Record("r1", "report", {"issued": date}, Place("x")))
        assert write_issued(fields, "issued", "DA", date) == f"{written}\r\n"
