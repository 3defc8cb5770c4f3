"""Records of one work become one, field by field, and what contradicts is told with both places."""

from __future__ import annotations

from typing import Any

from reportcite.record.model import Record
from reportcite.record.works.merge import merge, renamed
from tests.record.works.works import dated, names, work


def fields(*records: Record) -> dict[str, Any]:
    return {**merge(records).record.fields}


def told(*records: Record) -> list[str]:
    return [f"{one.place}: {one.message}" for one in merge(records).conflicts]


def test_the_first_keeps_its_id_and_gets_what_it_lacks() -> None:
    one = work(title="Soil", year=2024)
    other = work(id_="b", title="Soil", year=(2024, 5), publisher="Acker", abstract="Of soil.")
    found, conflicts = merge([one, other])
    assert found.id == "a" and found.place == one.place and not conflicts
    assert [*found.fields.items()] == [
        ("title", "Soil"),
        ("issued", dated(2024, 5)),
        ("publisher", "Acker"),
        ("abstract", "Of soil."),
    ]


def test_a_work_keeps_the_key_of_the_first_and_takes_none_from_others() -> None:
    keyed = work(id_="b", title="Soil", citation_key="feld")
    assert fields(work(title="Soil"), keyed) == {"title": "Soil"}
    assert fields(keyed, work(title="Soil", citation_key="other"))["citation-key"] == "feld"
    assert told(keyed, work(title="Soil", citation_key="other")) == []


def test_contradictions_are_told_where_the_value_stands_that_is_not_kept() -> None:
    one, other = work(publisher="Acker", line=3), work(id_="b", publisher="Feld", line=7)
    assert told(one, other) == [
        "b.bib:7: publisher “Feld” is not kept: the same work has “Acker” in a.bib:3"
    ]
    wrong, right = work(DOI="in press", line=3), work(id_="b", DOI="10.1234/a", line=7)
    assert told(wrong, right) == [
        "a.bib:3: DOI “in press” is not kept: the same work has “10.1234/a” in b.bib:7"
    ]


def test_a_value_of_the_second_is_compared_with_the_third() -> None:
    several = work(), work(id_="b", publisher="Acker"), work(id_="c", publisher="Feld")
    assert told(*several) == [
        "c.bib:1: publisher “Feld” is not kept: the same work has “Acker” in b.bib:1"
    ]


def test_title_and_subtitle_go_together() -> None:
    joined, apart = work(title="Soil: a guide"), work(title="Soil", subtitle="A guide")
    assert (
        fields(joined, apart) == fields(apart, joined) == {"title": "Soil", "subtitle": "A guide"}
    )
    assert fields(work(title="Resilience of cities"), work(title="Resilience of cities: A survey"))[
        "title"
    ].endswith("survey")
    short = work(title="Soil", subtitle="A guide")
    assert fields(short, work(title="SOIL: A GUIDE")) == {"title": "Soil", "subtitle": "A guide"}
    assert fields(work(title="SOIL"), work(title="Soil"))["title"] == "Soil"
    assert fields(work(), short) == {"title": "Soil", "subtitle": "A guide"}
    assert told(joined, apart) == []


def test_of_other_titles_the_first_is_kept_and_told() -> None:
    one, other = work(title="Fields of soil"), work(id_="b", title="Felder, Böden und Länder")
    assert fields(one, other)["title"] == "Fields of soil"
    assert "“Felder" in told(one, other)[0]
    slip = work(title="Feilds of soil and sand")
    right = work(id_="b", title="Fields of soil and sand")
    assert fields(slip, right)["title"] == "Feilds of soil and sand"
    assert len(told(slip, right)) == 1


def test_the_list_that_has_all_names_is_kept() -> None:
    cut_short = work(author=["Beck, U."])._replace(truncated=frozenset({"author"}))
    whole = work(id_="b", author=["Beck, Ulrich", "Ng, Bo"])
    for records in ((cut_short, whole), (whole, cut_short)):
        found, conflicts = merge(records)
        assert found.fields["author"] == names("Beck, Ulrich", "Ng, Bo")
        assert found.truncated == frozenset() and not conflicts
    same = work(id_="b", author=["Beck, Ulrich"])
    assert merge([cut_short, same]).record.truncated == frozenset()


def test_of_two_lists_the_longer_is_kept_and_the_other_told() -> None:
    one, other = work(author=["Beck, U."]), work(id_="b", author=["Beck, U.", "Ng, Bo"])
    assert fields(one, other)["author"] == fields(other, one)["author"] == other.fields["author"]
    assert told(one, other) == [
        "a.bib:1: author “Beck” is not kept: the same work has “Beck; Ng” in b.bib:1"
    ]


def test_what_is_known_of_people_goes_with_their_names() -> None:
    orcid = {"ORCID": "0000-0002-1825-0097"}
    one = work(author=["Beck, Ulrich"])
    other = work(id_="b", author=["Beck, U."])._replace(
        custom={"contributors": {"author": [orcid]}}
    )
    for records in ((one, other), (other, one)):
        assert merge(records).record.custom == {"contributors": {"author": [orcid]}}
    longer = work(id_="c", author=["Beck, U.", "Ng, Bo"])
    assert merge([other, longer]).record.custom == {}
    assert merge([work(), other]).record.custom == {"contributors": {"author": [orcid]}}


def test_what_csl_has_no_place_for_is_kept_of_both() -> None:
    one = work()._replace(custom={"bibtex": {"file": "a.pdf"}})
    other = work(id_="b")._replace(custom={"bibtex": {"file": "b.pdf", "rating": "5"}})
    found, conflicts = merge([one, other])
    assert found.custom == {"bibtex": {"file": "a.pdf", "rating": "5"}}
    assert [conflict.message for conflict in conflicts] == [
        "custom/bibtex/file is not kept: the same work has another in a.bib:1"
    ]


def test_a_type_that_says_something_beats_one_that_says_nothing() -> None:
    plain, report = work("document", title="Soil"), work("report", title="Soil")
    assert merge([plain, report]).record.type == merge([report, plain]).record.type == "report"
    assert merge([work("book"), report]).record.type == "book"


def test_what_there_is_none_of_gives_way_to_what_there_is() -> None:
    none = work()._replace(stated_none=frozenset({"author", "publisher"}))
    assert merge([none, work(author="Ng, Bo")]).record.stated_none == {"publisher"}
    assert merge([work(author="Ng, Bo"), none]).record.stated_none == {"publisher"}


def test_places_are_those_of_the_first_in_whose_file_they_are() -> None:
    one = work(title="Soil", publisher="ACKER")._replace(
        places={"title": (2, 1), "publisher": (3, 1)}
    )
    found = merge([one, work(publisher="Acker")]).record
    assert found.fields["publisher"] == "Acker" and found.places == {"title": (2, 1)}


def test_a_new_id_is_the_new_citation_key() -> None:
    assert renamed(work(), "b").id == "b"
    found = renamed(work(citation_key="a"), "b")
    assert (found.id, found.fields) == ("b", {"citation-key": "b"})
    assert renamed(work(citation_key="c"), "b").fields == {"citation-key": "c"}
