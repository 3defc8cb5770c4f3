"""Fields behind tags, as databases write them: one value, several, names, and what is kept."""

from __future__ import annotations

from reportcite.formats.reading.tagged import Field, Tagged
from reportcite.formats.reading.tagged_fields import NOTATION, Collected, take_all
from reportcite.formats.writing.keys import UniqueKeys

NOTHING: frozenset[str] = frozenset()


def collected(*values: tuple[str, str]) -> Collected:
    fields = [Field(tag, line, text) for line, (tag, text) in enumerate(values, 2)]
    return Collected(Tagged(1, clean=fields), "a.txt", "wos")


def test_every_value_goes_to_its_variable_or_is_kept() -> None:
    found = collected(
        ("TI", "A"), ("TI", "B"), ("AU", "Ng, A"), ("AU", "Li, B"), ("XX", "x"), ("XX", "y"),
        ("KW", "a"), ("KW", "b"), ("KW", "a"), ("YY", ""), ("ZZ", "special"),
    )  # fmt: skip
    variables = {"TI": "title", "AU": "author", "KW": "keyword"}
    take_all(found, variables, frozenset({"ZZ"}))
    record = found.record("book", "", UniqueKeys())
    assert record.fields == {
        "title": "A",
        "author": [{"family": "Ng", "given": "A"}, {"family": "Li", "given": "B"}],
        "keyword": "a, b",
    }
    assert record.custom == {"wos": {"TI": "B", "XX": ["x", "y"]}}
    assert record.id == "ngnd-a" or record.id.startswith("ng")
    assert record.places["author/2"] == (5, 1)
    [second] = [one for one in record.problems if one.rule.name == "second-value"]
    assert (second.place.file, second.place.line) == ("a.txt", 3)


def test_what_another_format_has_a_place_for_is_kept_under_its_name() -> None:
    found = collected(("UT", "WOS:1"))
    found.keep(found.source[0], "ris", "AN")
    assert found.record("book", "", UniqueKeys()).custom == {"ris": {"AN": "WOS:1"}}


def test_pages_are_a_range_or_one_page() -> None:
    def pages(*values: tuple[str, str]) -> object:
        found = collected(*values)
        found.pages("BP", "EP")
        return found.fields.get("page")

    assert pages(("BP", "1"), ("EP", "9")) == "1-9"
    assert pages(("BP", "82"), ("EP", "82")) == pages(("BP", "82")) == pages(("EP", "82")) == "82"
    assert pages(("BP", "1-9"), ("EP", "9")) == "1-9"
    assert pages() is None


def test_numbers_of_one_kind_are_one_text() -> None:
    found = collected(("SN", "0378-5955"), ("EI", "1234-5678"), ("SN", "0378-5955"))
    for one in found.source:
        found.number(one, "ISSN")
    assert found.fields == {"ISSN": "0378-5955, 1234-5678"}


def test_the_year_stands_apart_from_the_day() -> None:
    found = collected(("PY", "2011"), ("PD", "FEB 7"))
    found.issued("PY", "PD")
    record = found.record("book", "", UniqueKeys())
    assert record.fields["issued"] == {"date-parts": [[2011, 2, 7]]}
    empty = collected(("TI", "A"))
    empty.issued("PY", "PD")
    assert "issued" not in empty.fields


def test_a_doi_is_bare_and_anything_else_as_it_is() -> None:
    found = collected(("DI", "https://doi.org/10.1234/a"))
    found.doi(found.source[0])
    assert found.fields == {"DOI": "10.1234/a"}
    other = collected(("DI", "none given"))
    other.doi(other.source[0])
    assert other.fields == {"DOI": "none given"}


def test_a_name_may_come_with_what_else_is_known() -> None:
    reading = NOTATION.names("author", {"name": "Ng, Ann", "email": "a@b.de"})
    assert reading.names == [{"family": "Ng", "given": "Ann", "email": "a@b.de"}]
    assert NOTATION.names("author", "Ng, Ann").names == [{"family": "Ng", "given": "Ann"}]
