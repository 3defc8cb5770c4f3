"""Values that readers take for something else, reported once."""

from __future__ import annotations

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.writing.reread import AS_USUAL, report_change, report_genre
from reportcite.record.model import Record


def fields(csl_type: str, genre: str) -> Fields:
    return Fields(Record("r1", csl_type, {"genre": genre}, Place("x")))


def test_a_genre_that_says_what_the_type_says_is_reported() -> None:
    seen = fields("article-journal", "Article")
    report_genre(seen)
    assert seen.changed == {"genre": "readers pass it over, since the type says it"}


def test_any_other_genre_is_not() -> None:
    for seen in (fields("report", "Article"), fields("article-journal", "Erratum")):
        report_genre(seen)
        assert seen.changed == {}
    none = Fields(Record("r1", "article-journal", {}, Place("x")))
    report_genre(none)
    assert none.changed == {}


def test_what_is_reported_already_is_not_reported_again() -> None:
    seen = fields("report", "x")
    seen.change("genre", "first")
    report_change(seen, "genre", AS_USUAL)
    seen.drop("title", "left out")
    report_change(seen, "title", AS_USUAL)
    report_change(seen, "note", AS_USUAL)
    assert seen.changed == {"genre": "first", "note": AS_USUAL}
    assert AS_USUAL == "it is read in the way it is usually written"
