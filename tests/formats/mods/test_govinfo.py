"""Bills and hearings as govinfo.gov describes them."""

from __future__ import annotations

import pytest

from tests.formats.mods.catalogue import catalogued

GENRE = '<genre authority="marcgt">government publication</genre>'


def extension(*pairs: tuple[str, str]) -> str:
    inside = "".join(f"<{tag}>{text}</{tag}>" for tag, text in pairs)
    return f"<extension>{inside}</extension>"


@pytest.mark.parametrize(
    ("code", "type_"),
    [
        ("BILLS", "bill"),
        ("CHRG", "hearing"),
        ("CRPT", "report"),
        ("PLAW", "legislation"),
        ("USCOURTS", "legal_case"),
        ("UNHEARD", "report"),
    ],
)
def test_the_collection_says_the_type(code: str, type_: str) -> None:
    assert catalogued(GENRE, extension(("collectionCode", code))).type == type_


def test_a_hearing_has_a_chamber_a_committee_and_a_congress() -> None:
    committee = (
        '<extension><congCommittee><name type="authority-standard">Committee on Tides</name>'
        '<name type="authority-short">Tides</name></congCommittee></extension>'
    )
    record = catalogued(
        extension(("collectionCode", "CHRG"), ("chamber", "SENATE"), ("congress", "111")),
        extension(("number", "415")),
        committee,
    )
    assert record.fields == {
        "authority": "Senate",
        "chapter-number": "111",
        "section": "Committee on Tides",
        "number": "415",
    }


def test_a_bill_is_cited_by_its_number_and_has_a_short_title() -> None:
    record = catalogued(
        "<titleInfo><title>An Act</title></titleInfo>",
        '<identifier type="preferred citation">H.R. 3304</identifier>',
        extension(
            ("collectionCode", "BILLS"),
            ("originChamber", "HOUSE"),
            ("chamber", "SENATE"),
            ("shortTitle", "Tides Act"),
        ),
    )
    assert record.fields == {
        "title": "An Act",
        "title-short": "Tides Act",
        "authority": "House",
        "number": "H.R. 3304",
    }


def test_a_bill_is_cited_by_its_name_where_what_it_is_to_do_is_kept() -> None:
    record = catalogued(
        "<titleInfo><title>An Act: To let tides rise</title></titleInfo>",
        extension(
            ("collectionCode", "BILLS"), ("searchTitle", "An Act: To"), ("shortTitle", "Tides Act")
        ),
    )  # fmt: skip
    assert record.fields == {"title": "Tides Act"}
    assert "An Act: To" in str(record.custom["mods"])


def test_other_extensions_say_nothing() -> None:
    assert catalogued(extension(("congress", "111"))).fields == {}
