"""How a value stands in a reference."""

from __future__ import annotations

from reportcite.formats.ris.line import line, with_label


def test_a_value_stands_behind_its_tag() -> None:
    assert line("TI", "A: B") == "TI  - A: B\r\n"
    assert line("ER", "") == "ER  - \r\n"


def test_a_value_without_a_tag_stands_in_a_note_behind_its_label() -> None:
    assert with_label("original-date", "2024") == "M1  - Original Date: 2024\r\n"


def test_a_value_with_a_colon_stands_where_no_reader_takes_the_colon_for_a_labels() -> None:
    assert with_label("references", "A: B") == "N1  - References: A: B\r\n"
