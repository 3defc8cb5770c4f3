"""References and files made of the values of a record."""

from __future__ import annotations

from reportcite.formats.cff.reference import file_about, file_of, reference_of

AUTHORS = [{"name": "anonymous"}]


def test_a_reference_has_type_title_and_authors_at_least() -> None:
    assert reference_of({}, "map", {}) == {"type": "map", "title": "untitled", "authors": AUTHORS}
    assert reference_of({"title": "A", "subtitle": "B"}, "figure", {})["title"] == "A: B"
    assert reference_of({}, "event", {})["type"] == "generic"


def test_an_event_has_a_place_and_days() -> None:
    event = {"event-title": "E", "event-place": "K"}
    days = {"date-parts": [[2015, 11, 15], [2015, 11, 20]]}
    assert reference_of({**event, "event-date": days}, "speech", {})["conference"] == {  # type: ignore[dict-item]
        "name": "E", "city": "K", "date-start": "2015-11-15", "date-end": "2015-11-20",
    }  # fmt: skip
    year = {"date-parts": [[2015]]}
    assert reference_of({**event, "event-date": year}, "speech", {})["conference"] == {  # type: ignore[dict-item]
        "name": "E", "city": "K",
    }  # fmt: skip


def test_a_file_prefers_a_citation_or_is_about_software() -> None:
    issued = {"date-parts": [[2020, 1, 2]]}
    reference = reference_of({"title": "A", "issued": issued}, "software", {})  # type: ignore[dict-item]
    assert file_of(reference)["preferred-citation"] is reference
    assert file_about(reference, "book") is None
    about = file_about(reference, "dataset")
    assert about is not None
    assert about["type"] == "dataset"
    assert about["date-released"] == "2020-01-02"
    assert not about.keys() & {"year", "month", "date-published"}
    bare = file_about(
        reference_of({"issued": {"date-parts": [[2020]]}}, "software", {}), "software"
    )
    assert bare is not None and bare["year"] == 2020
