"""Fields stand in the order of a title page."""

from __future__ import annotations

from reportcite.formats.writing.order import ORDER, in_order
from reportcite.record.fields import FIELDS


def test_fields_stand_as_on_a_title_page_and_others_last_as_they_came() -> None:
    assert in_order(["zz", "note", "aa", "author", "id", "title"]) == [
        "id", "title", "author", "note", "zz", "aa",
    ]  # fmt: skip


def test_the_order_names_known_fields_once() -> None:
    assert set(ORDER) - FIELDS == {"id", "type"}
    assert len(ORDER) == len(set(ORDER))


def test_the_order() -> None:
    """As the records of this project and the user's guide show it."""
    assert " ".join(ORDER) == (
        "id type title subtitle title-short author editor translator contributor issued publisher "
        "publisher-place genre number version edition collection-editor collection-title "
        "collection-number container-author container-title volume issue page number-of-pages "
        "ISBN ISSN DOI URL accessed language keyword abstract note"
    )
