"""What publications are called in a site, and what they are grouped and found by."""

from __future__ import annotations

from reportcite.pages.publication import (
    keywords_of,
    people_of,
    publications,
    sort_key,
    terms,
    year_of,
)
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor
from tests.formats.files import a_report

BECK: Contributor = {"family": "Beck", "given": "Ulrich"}
NG: Contributor = {"family": "Ng", "given": "Amy"}


def named(id_: str, **fields: object) -> Record:
    return a_report(**fields)._replace(id=id_)  # type: ignore[arg-type]


def test_files_are_called_by_ids_that_lead_nowhere_else_and_by_no_two_the_same() -> None:
    ids = ["../../etc/passwd", "A b", "a-b", "Größe", "con:1", "..."]
    found = publications([named(one) for one in ids])
    assert [one.name for one in found] == [
        *("etc-passwd", "A-b", "a-b2", "Größe", "con-1", "record"),
    ]
    assert len({one.key for one in found}) == 6


def test_names_do_not_depend_on_what_else_is_there() -> None:
    [_, first] = publications([named("x"), named("y")])
    [second] = publications([named("y")])
    assert first.name == second.name == "y"


def test_people_are_authors_and_editors_each_once() -> None:
    record = a_report(author=[BECK, NG], editor=[NG, {"literal": "Stadt Berlin"}])
    assert people_of(record) == [BECK, NG, {"literal": "Stadt Berlin"}]
    assert people_of(a_report()) == []


def test_keywords_are_told_apart_without_regard_to_case() -> None:
    assert keywords_of(a_report(keyword="work, Risk, risk")) == ["work", "risk"]
    assert keywords_of(a_report()) == []


def test_the_year_is_the_first_that_the_date_names() -> None:
    assert year_of(a_report(issued={"date-parts": [[2023, 5], [2024]]})) == 2023
    assert year_of(a_report(issued={"literal": "soon"})) is None
    assert year_of(a_report()) is None


def test_lists_begin_with_the_newest_and_end_without_a_date() -> None:
    def made(title: str, year: int | None, **fields: object) -> Record:
        date = {"issued": {"date-parts": [[year]]}} if year else {}
        return a_report(title, **date, **fields)  # type: ignore[arg-type]

    records = [
        made("Undated", None),
        made("Zeal", 2020, author=[BECK]),
        made("Alder", 2020, author=[NG]),
        made("Älter", 2020, author=[BECK]),
        made("New", 2024),
    ]
    found = sorted(publications(records), key=lambda one: sort_key(one, "de"))
    titles = [one.record.fields["title"] for one in found]
    assert titles == ["New", "Älter", "Zeal", "Alder", "Undated"]


def test_terms_have_anchors_of_their_own() -> None:
    found = terms(["O’Neill, Eve", "O'Neill, Eve", "京", "OPEN", "Open"], "p-")
    assert found.anchor("open") == found.anchor("OPEN") == "p-open"
    assert found.labels["open"] == "OPEN"
    assert len({*found.anchors.values()}) == len(found.anchors) == 4
    assert not [one for one in found.anchors.values() if not one.startswith("p-") or " " in one]
