"""What the fields of MARC 21 are in a record, and that nothing is lost."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.crosswalk.crossed import crossed
from tests.formats.marc.catalogue import CODED, fields_of, kept_of, marc


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("020 ## $a3161484100 (pbk.) :$c$12", "ISBN", "3161484100"),
        ("020 ## $a978-3-16-148410-0$qhbk.", "ISBN", "978-3-16-148410-0"),
        ("022 ## $a0378-5955", "ISSN", "0378-5955"),
        ("024 7# $a10.5555/a$2doi", "DOI", "10.5555/a"),
        ("024 7# $ahttps://hdl.example/1$2uri", "URL", "https://hdl.example/1"),
        ("041 ## $afre$hger", "language", "fre"),
        ("050 00 $aQA1$b.N3", "call-number", "QA1 .N3"),
        ("082 04 $a943$223", "call-number", "943"),
        ("088 ## $aTR-7", "number", "TR-7"),
        ("210 0# $aTid. lett.", "title-short", "Tid. lett."),
        ("240 10 $aMarée.$lEnglish", "original-title", "Marée"),
        ("765 0# $tGezeiten", "original-title", "Gezeiten"),
        ("250 ## $a2nd ed. /", "edition", "2nd ed."),
        ("255 ## $aScale 1:25,000", "scale", "1:25,000"),
        ("300 ## $axii, 322 p. :$bill. ;$c22 cm", "number-of-pages", "322"),
        ("300 ## $a2 v.", "number-of-volumes", "2"),
        ("500 ## $aIncludes index.", "note", "Includes index."),
        ("520 ## $aOn tides.", "abstract", "On tides."),
        ("650 #0 $aTides$zFrance$vMaps.", "keyword", "Tides, France, Maps"),
        ("610 20 $aBern.$bRat.", "keyword", "Bern. Rat"),
        ("653 ## $aShore$aTide", "keyword", "Shore, Tide"),
        ("856 40 $uhttps://a.example/", "URL", "https://a.example/"),
        ("856 4# $3Full text$uhttps://a.example/", "URL", "https://a.example/"),
        ("856 41 $3Volltext$uhttps://a.example/", "URL", "https://a.example/"),
        ("099 ## $aWWW 12", "call-number", "WWW 12"),
        ("084 ## $aZP 3200$2rvk", "call-number", "ZP 3200"),
        ("856 40 $uhttps://doi.org/10.5555/a", "DOI", "https://doi.org/10.5555/a"),
    ],
)
def test_a_field(line: str, variable: str, value: str) -> None:
    assert fields_of(line)[variable] == value


def test_a_field_may_be_long() -> None:
    long = "x" * 500
    assert fields_of(f"650 #0 $a{long}.")["keyword"] == long
    assert fields_of(f"100 1# $a{long}, Ann.")["author"] == [{"family": long, "given": "Ann"}]


def test_notes_stand_in_one_text_or_more() -> None:
    assert fields_of("500 ## $aSee$bthere")["note"] == "See there"
    assert fields_of("500 ## $bthere")["note"] == "there"
    assert kept_of("500 ## $bthere") == {}


@pytest.mark.parametrize(
    "line",
    [
        "005 20240307", "010 ## $a91758335", "020 ## $z9783161484101", "035 ## $a(OCoLC)1",
        "505 0# $aContents", "246 1# $aOther title", "538 ## $aPDF", "028 52 $aBestellnr. 1",
        "856 42 $uhttps://a.example/toc", "856 4# $3Contents$uhttps://a.example/toc",
        "999 ## $a$$b‡",
    ],
)  # fmt: skip
def test_what_csl_has_no_place_for_is_kept(line: str) -> None:
    assert fields_of(line) == {"type": "book"}
    assert list(kept_of(line)) == [line[:3]]


@pytest.mark.parametrize(
    "line",
    [
        "245 10 $aTide /$cAnn Ng", "300 ## $a12 p. ;$c22 cm", "100 1# $aNg, Ann$0(DE-588)1",
        "020 ## $a3161484100$qpbk.", "260 ## $aUlm$ePrinter", "041 ## $ager$hfre",
        "773 0# $tTides$w(DE-101)1", "500 ## $aNote$5DLC", "250 ## $a2nd ed.$brev.",
    ],
)  # fmt: skip
def test_a_field_of_which_something_was_not_read_is_kept_whole(line: str) -> None:
    [field] = kept_of(line)[line[:3]]
    assert field == line[4:].replace("#", " ").replace(" $", "‡", 1).replace("$", "‡")


@pytest.mark.parametrize(
    "line",
    ["001 a1", "245 10 $aTide :$ba study", "020 ## $a3161484100", "100 1# $aNg, Ann,$4aut",
     "260 ## $aUlm :$bPress,$c2001", "653 ## $aTides", "500 ## $aNote", "250 ## $a2nd ed."],
)  # fmt: skip
def test_a_field_that_was_read_whole_is_not_kept_as_well(line: str) -> None:
    assert kept_of(line) == {}


def test_coded_data_name_a_language() -> None:
    assert fields_of(f"008 {CODED}")["language"] == "ger"
    assert "language" not in fields_of(f"008 {CODED.replace('ger', 'und')}")


def test_several_numbers_and_notes_are_joined() -> None:
    fields = fields_of(
        "020 ## $a3161484100", "020 ## $a9783161484100", "500 ## $aA.", "500 ## $aB."
    )
    assert fields["ISBN"] == "3161484100, 9783161484100"
    assert fields["note"] == "A.\nB."


def test_where_a_copy_stands_counts_before_how_libraries_class_it() -> None:
    fields = fields_of("082 ## $a943", "852 8# $kVAULT$hAyer$i1343", "050 ## $aQA1")
    assert fields["call-number"] == "VAULT Ayer 1343"


def test_a_music_label_has_a_number() -> None:
    assert fields_of("028 00 $a1259", leader="00000njm a2200000 a 4500")["number"] == "1259"


def test_the_id_is_the_control_number() -> None:
    assert crossed(marc("001   91758335 "))[0] == "91758335"
    assert kept_of("001 73090924 //r82") == {"001": ["73090924 //r82"]}


def test_another_script_stands_for_a_field_that_is_missing() -> None:
    fields = fields_of("880 10 $6245-00/$1$a潮")
    assert fields["title"] == "潮"


def test_another_script_is_kept_beside_the_field_it_belongs_to() -> None:
    lines = ("245 10 $6880-01$aShio", "880 10 $6245-01/$1$a潮")
    assert fields_of(*lines)["title"] == "Shio"
    assert kept_of(*lines) == {"880": ["10‡6245-01/‡1‡a潮"]}
