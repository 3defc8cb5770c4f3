"""Persons and entities, and what is known of them."""

from __future__ import annotations

from reportcite.formats.cff.people import fits_detail, people, read_name, scalar


def test_a_name_is_read_with_all_that_is_known() -> None:
    person = {"family-names": "Ng", "name-particle": "van", "orcid": "o", "alias": "ang"}
    assert read_name("author", person).names == [
        {"family": "Ng", "non-dropping-particle": "van", "ORCID": "o", "alias": "ang"}
    ]
    assert read_name("author", {"alias": "ang", "email": "e"}).names == [
        {"literal": "ang", "email": "e"}
    ]
    assert read_name("author", {"email": "e"}).names == []
    assert read_name("author", "Ng").names == []


def test_names_are_written_each_once_with_what_the_schema_allows() -> None:
    orcid = "https://orcid.org/0000-0002-1825-0097"
    names = [{"family": "Ng", "given": "Ann"}, {"literal": "HU"}, {"literal": "HU"}, {"suffix": ""}]
    known = [{"ORCID": orcid, "email": "no address"}, {"city": "B"}, {"city": "B"}, {}]
    assert people(names, known) == [  # type: ignore[arg-type]
        {"family-names": "Ng", "given-names": "Ann", "orcid": orcid},
        {"name": "HU", "city": "B"},
    ]
    assert people(names[:1]) == [{"family-names": "Ng", "given-names": "Ann"}]  # type: ignore[arg-type]


def test_a_detail_fits_a_person_or_an_entity() -> None:
    assert fits_detail({"name": "HU"}, "location", {"location": "B"})
    assert not fits_detail({"family-names": "Ng"}, "location", {"location": "B"})
    assert not fits_detail({"name": "HU"}, "location", {})


def test_scalars_are_texts() -> None:
    values: list[object] = ["a", 1, 0.5, True, " ", None, []]
    assert [scalar(one) for one in values] == ["a", "1", "0.5", "", "", "", ""]
