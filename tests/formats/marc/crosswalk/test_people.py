"""Headings of persons, bodies and conferences."""

from __future__ import annotations

import pytest

from tests.formats.marc.catalogue import record_from

TITLE = "245 10 $aTide /$cAnn Lee ; edited by Bo Ng"


@pytest.mark.parametrize(
    ("line", "variable", "name"),
    [
        ("100 1# $aNg, Ann,$d1930-", "author", {"family": "Ng", "given": "Ann"}),
        ("100 1# $aKing, M. L.,$cJr.,$d1929-1968", "author",
         {"family": "King", "given": "M. L.", "suffix": "Jr."}),
        ("100 1# $aNg, Ann,$cDr.", "author", {"family": "Ng", "given": "Ann"}),
        ("100 0# $aJohn Paul$bII,$cPope", "author", {"literal": "John Paul II"}),
        ("700 1# $aNg, Bo.", "editor", {"family": "Ng", "given": "Bo"}),
        ("700 1# $aRoe, Cy.", "author", {"family": "Roe", "given": "Cy"}),
        ("700 1# $aRoe, Cy,$etranslator.", "translator", {"family": "Roe", "given": "Cy"}),
        ("700 1# $aRoe, Cy$4edt", "editor", {"family": "Roe", "given": "Cy"}),
        ("700 1# $aRoe, Cy$4xxx$eHerausgeber", "editor", {"family": "Roe", "given": "Cy"}),
        ("700 1# $aRoe, Cy$4xxx", "contributor", {"family": "Roe", "given": "Cy"}),
        ("110 2# $aLibrary of X.$bMusic Division.", "author",
         {"literal": "Library of X. Music Division"}),
        ("710 2# $aTide Group$4isb", "author", {"literal": "Tide Group"}),
        ("710 2# $aTide Group", "author", {"literal": "Tide Group"}),
    ],
)  # fmt: skip
def test_names(line: str, variable: str, name: dict[str, str]) -> None:
    record = record_from(TITLE, line)
    names = {field: value for field, value in record.fields.items() if isinstance(value, list)}
    assert names == {variable: [name]}


def test_one_heading_twice_is_one_person() -> None:
    record = record_from(TITLE, "700 1# $aRoe, Cy,$uHU,$eeditor", "700 1# $aRoe, Cy,$uHU,$eeditor")
    assert record.fields["editor"] == [{"family": "Roe", "given": "Cy"}]


def test_bodies_of_one_name_are_one_however_they_are_written() -> None:
    record = record_from("245 00 $aTide", "110 2# $aTide Group.", "710 2# $aTide Group$4aut")
    assert record.fields["author"] == [{"literal": "Tide Group"}]


@pytest.mark.parametrize("line", ["710 2# $aPress$4pbl", "700 1# $aNg$4prt"])
def test_who_made_the_copies_is_no_contributor(line: str) -> None:
    record = record_from(TITLE, "260 ## $bPress", line)
    assert not [value for value in record.fields.values() if isinstance(value, list)]


def test_a_body_without_a_role_is_the_author_where_nobody_else_is_responsible() -> None:
    body = "710 2# $aTide Group"
    alone = record_from(TITLE, "260 ## $bTide Group", body)
    assert alone.fields["author"] == [{"literal": "Tide Group"}]
    beside = record_from(TITLE, "260 ## $bPress", "700 1# $aNg, Bo.", body)
    assert "author" not in beside.fields
    assert beside.fields["contributor"] == [{"literal": "Tide Group"}]
    published = record_from(TITLE, "260 ## $bTide Group", "700 1# $aNg, Bo.", body)
    assert "contributor" not in published.fields


def test_a_work_of_somebody_else_makes_no_contributor() -> None:
    record = record_from(TITLE, "700 12 $aRoe, Cy.$tSonnets.")
    assert "author" not in record.fields
    assert record.custom["marc"]["700"] == ["12‡aRoe, Cy.‡tSonnets."]


@pytest.mark.parametrize(
    "subfield",
    ["$1https://orcid.org/0000-0002-1825-0097", "$0(orcid)0000000218250097"],
)
def test_an_orcid_is_kept_with_its_name(subfield: str) -> None:
    orcid = "https://orcid.org/0000-0002-1825-0097"
    record = record_from(TITLE, f"100 1# $aNg, Ann{subfield}$uHU")
    assert record.custom["contributors"] == {"author": [{"ORCID": orcid, "affiliation": "HU"}]}


def test_a_name_with_two_roles_stands_in_both() -> None:
    record = record_from(TITLE, "700 1# $aRoe, Cy$4edt$4trl")
    assert record.fields["editor"] == record.fields["translator"]


def test_a_conference_is_an_event() -> None:
    record = record_from("111 2# $aTide Society.$eMeeting$n(50th :$d2015 :$cBasel)")
    assert record.fields["event-title"] == "Tide Society. Meeting"
    assert record.fields["event-place"] == "Basel"
    assert record.fields["event-date"] == {"date-parts": [[2015]]}


@pytest.mark.parametrize("tag", ["100", "700"])
def test_a_performer_is_one_on_recordings_too(tag: str) -> None:
    record = record_from(f"{tag} 1# $aRoe, Cy$4prf", leader="00000njm a2200000 a 4500")
    assert record.fields["performer"] == [{"family": "Roe", "given": "Cy"}]
    assert "author" not in record.fields


def test_two_of_one_name_are_two_and_one_heading_is_one_person() -> None:
    born = ("700 1# $aNg, Bo,$d1930-", "700 1# $aNg, Bo,$d1930-")
    assert record_from(TITLE, "100 1# $aNg, Ann", *born).fields["editor"] == [
        {"family": "Ng", "given": "Bo"}
    ]
    two = ("700 1# $aDoe, Jane, 1848-1914.", "700 1# $aDoe, Jane, 1950-")
    assert record_from(TITLE, "100 1# $aNg, Ann", *two).fields["author"] == [
        {"family": "Ng", "given": "Ann"}, *[{"family": "Doe", "given": "Jane"}] * 2
    ]  # fmt: skip
