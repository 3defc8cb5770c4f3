"""Numbers of records and of works."""

from __future__ import annotations

import pytest

from tests.formats.marc.catalogue import fields_of, kept_of, record_from


@pytest.mark.parametrize(
    ("written", "id_"),
    [("a1", "a1"), (" a1", "a1"), ("a1 //r93", "a1"), ("a 1", "a 1")],
)
def test_the_id_is_without_spaces_and_counted_revisions(written: str, id_: str) -> None:
    assert record_from(f"001 {written}", "245 00 $aTides").id == id_


@pytest.mark.parametrize(("written", "kept"), [("a1", False), (" a1", False), ("a1 //r9", True)])
def test_revisions_are_kept(written: str, kept: bool) -> None:
    assert ("001" in kept_of(f"001 {written}")) is kept


@pytest.mark.parametrize(
    ("written", "isbn"),
    [
        ("9783161484100", "9783161484100"),
        ("3161484100 (pbk.) :", "3161484100"),
        ("316148410X [wrong]", "316148410X"),
        ("9783161484100 3161484100", "9783161484100, 3161484100"),
    ],
)
def test_an_isbn_is_without_its_remarks(written: str, isbn: str) -> None:
    assert fields_of(f"020 ## $a{written}")["ISBN"] == isbn


@pytest.mark.parametrize(
    ("field", "kept"),
    [
        ("$a9783161484100", False),
        ("$a9783161484100 (pbk.)", True),
        ("$a9783161484100$qpbk.", True),
        ("$z9783161484100", True),
        ("$a9783161484100$c", False),
    ],
)
def test_what_else_is_said_of_an_isbn_is_kept(field: str, kept: bool) -> None:
    assert ("020" in kept_of(f"020 ## {field}")) is kept


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        (["050 00 $aQA1$b.N4", "082 00 $a510"], "QA1 .N4"),
        (["082 00 $a510$b4$220", "050 00 $z1"], "510"),
        (["090 ## $aX1", "050 00 $aQA1", "852 8# $bvau$kHall$h510"], "Hall 510"),
        (["050 00 $aQA1", "050 00 $aQA2"], "QA1"),
        (["852 8# $bvau", "060 ## $aW1"], "W1"),
        (["050 00 $b", "050 00 $aQA2"], "QA2"),
    ],
)
def test_the_call_number_is_that_of_the_shelf_or_else_of_a_classification(
    fields: list[str], number: str
) -> None:
    assert fields_of(*fields)["call-number"] == number


def test_classifications_are_kept_and_a_mere_shelf_is_not() -> None:
    assert kept_of("050 00 $aQA1").keys() == {"050"}
    assert kept_of("852 8# $hX1") == {}
    assert kept_of("852 8# $bvau$hX1").keys() == {"852"}


def test_a_recording_is_numbered_by_its_label_and_a_book_by_nobody() -> None:
    assert fields_of("028 00 $a1259", leader="00000njm a2200000 a 4500")["number"] == "1259"
    assert "number" not in fields_of("028 52 $a1259")


def test_the_first_number_counts_and_others_are_kept() -> None:
    lines = ("088 ## $aTR-1", "027 ## $aTR-2")
    assert fields_of(*lines)["number"] == "TR-1"
    assert kept_of(*lines).keys() == {"027"}
    assert kept_of("088 ## $aTR-1$q(pbk.)").keys() == {"088"}


@pytest.mark.parametrize(
    ("field", "values", "kept"),
    [
        ("7# $a10.1234/tides$2doi", {"DOI": "10.1234/tides"}, False),
        ("7# $a10.1234/tides", {"DOI": "10.1234/tides"}, False),
        ("7# $atides$2DOI", {"DOI": "tides"}, False),
        ("7# $a10.1234/tides$2doi$qonline", {"DOI": "10.1234/tides"}, True),
        ("7# $a12$2pmid", {"PMID": "12"}, False),
        ("7# $aPMC12$2pmcid$qonline", {"PMCID": "PMC12"}, True),
        ("7# $ahttps://a.example$2uri", {"URL": "https://a.example"}, True),
        ("7# $aurn:nbn:de:1$2uri", {}, True),
        ("7# $ahttps://a.example$2local", {}, True),
        ("7# $a12$2local", {}, True),
        ("2# $aM001$2doi", {}, True),
        ("8# $a10.1234/tides", {}, True),
    ],
)
def test_other_numbers_are_told_by_their_scheme(
    field: str, values: dict[str, str], kept: bool
) -> None:
    fields = fields_of(f"024 {field}")
    assert {name: text for name, text in fields.items() if name != "type"} == values
    assert ("024" in kept_of(f"024 {field}")) is kept


def test_the_first_of_several_identifiers_counts() -> None:
    assert fields_of("024 7# $a1$2pmid", "024 7# $a2$2pmid")["PMID"] == "1"


@pytest.mark.parametrize(("field", "kept"), [("$a1234-5679", False), ("$a1234-5679$l1", True)])
def test_what_else_is_said_of_an_issn_is_kept(field: str, kept: bool) -> None:
    assert fields_of(f"022 ## {field}")["ISSN"] == "1234-5679"
    assert ("022" in kept_of(f"022 ## {field}")) is kept


def test_where_to_order_a_book_is_kept_and_so_is_a_field_without_a_number() -> None:
    assert kept_of("028 52 $aBest. 1").keys() == {"028"}
    assert kept_of("088 ## $z1").keys() == {"088"}
