"""UNIMARC is read by what MARC 21 has for its fields."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.formats.marc.unimarc.converted import as_marc21, is_unimarc
from reportcite.record.model import Record
from tests.formats.marc.catalogue import marc, record_from

LEADER = "00000nam0 2200000   450 "
TITLE = "200 1# $aMarées$eétude$fAnn Ng$gtraduit par Cy Roe$gill. par Di Lee"


def record_of(*lines: str, leader: str = LEADER) -> Record:
    return record_from(TITLE, *lines, leader=leader)


def test_that_a_text_is_printed_is_no_medium() -> None:
    printed = record_from("200 1# $aMarées$bTexte imprimé", leader=LEADER)
    heard = record_from("200 1# $aMarées$bEnregistrement sonore", leader=LEADER)
    assert "medium" not in printed.fields
    assert heard.fields["medium"] == "Enregistrement sonore"


def test_title_and_subtitle() -> None:
    fields = record_of().fields
    assert (fields["title"], fields["subtitle"]) == ("Marées", "étude")
    parts = record_from("200 1# $aMarées$h2$iLa mer", leader=LEADER).fields
    assert parts["title"] == "Marées. 2, La mer"


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("010 ## $a978-3-16-148410-0$bbr.$d12 EUR", {"ISBN": "978-3-16-148410-0"}),
        ("011 ## $a2049-3630", {"ISSN": "2049-3630"}),
        ("017 70 $a10.5555/a$2DOI", {"DOI": "10.5555/a"}),
        ("101 1# $afre$ceng", {"language": "fr"}),
        ("205 ## $a2e éd.", {"edition": "2e éd."}),
        ("210 ## $aParis$cSeuil$d1996",
         {"publisher-place": "Paris", "publisher": "Seuil", "issued": {"date-parts": [[1996]]}}),
        ("214 #0 $aParis$cSeuil$d2021",
         {"publisher-place": "Paris", "publisher": "Seuil", "issued": {"date-parts": [[2021]]}}),
        ("214 #4 $d2021", {"issued": {"date-parts": [[2021]]}}),
        ("215 ## $aV, 201 p.$cill.$d20 cm", {"number-of-pages": "201"}),
        ("225 2# $aMers$v4", {"collection-title": "Mers", "collection-number": "4"}),
        ("410 #0 $1001X1$12001 $aMers$v4",
         {"collection-title": "Mers", "collection-number": "4"}),
        ("300 ## $aIndex", {"note": "Index"}),
        ("330 ## $aDe la mer.", {"abstract": "De la mer."}),
        ("454 #0 $1001X1$12001 $aTides", {"original-title": "Tides"}),
        ("606 ## $aMarées$xHistoire$yFrance$z1900-1945",
         {"keyword": "Marées, Histoire, France, 1900-1945"}),
        ("600 #1 $aNg$bAnn$xCritique", {"keyword": "Ng, Ann; Critique"}),
        ("676 ## $a551.4$v22", {"call-number": "551.4"}),
        ("700 #1 $aNg$bAnn$f1930-$4070", {"author": [{"family": "Ng", "given": "Ann"}]}),
        ("700 #1 $aNg$b, Ann", {"author": [{"family": "Ng", "given": "Ann"}]}),
        ("701 #1 $aNg$bAnn", {"author": [{"family": "Ng", "given": "Ann"}]}),
        ("702 #1 $aNg$bAnn$4340", {"editor": [{"family": "Ng", "given": "Ann"}]}),
        ("702 #1 $aRoe$bCy", {"translator": [{"family": "Roe", "given": "Cy"}]}),
        ("702 #1 $aPo$bEd", {"contributor": [{"family": "Po", "given": "Ed"}]}),
        ("710 02 $aCNRS$bUnité$4070", {"author": [{"literal": "CNRS. Unité"}]}),
        ("712 02 $aSeuil$4650", {}),
        ("856 4# $uhttps://a.example", {"URL": "https://a.example"}),
    ],
)  # fmt: skip
def test_a_field(line: str, fields: dict[str, Any]) -> None:
    found = record_of(line).fields
    assert {name: found[name] for name in found.keys() - {"title", "subtitle"}} == fields


@pytest.mark.parametrize(
    ("coded", "date"),
    [
        ("d19961996", [[1996]]), ("b19901995", [[1990], [1995]]), ("a19909999", [[1990], []]),
        ("j20210304", [[2021, 3, 4]]),
    ],
)  # fmt: skip
def test_coded_dates(coded: str, date: list[list[int]]) -> None:
    record = record_of(f"100 ## $a19961119{coded}||||0frey50      ba")
    assert record.fields["issued"] == {"date-parts": date}


def test_an_article_stands_in_a_journal() -> None:
    record = record_of(
        "463 #0 $tMers et marées$x2049-3630$v12$p3-9$d2020", leader="00000naa0 2200000   450 "
    )
    assert record.type == "article-journal"
    assert record.fields["container-title"] == "Mers et marées"
    assert (record.fields["volume"], record.fields["page"]) == ("12", "3-9")


def test_a_thesis() -> None:
    record = record_of("328 #0 $bThèse de doctorat$cGéologie$eParis 7$d1998")
    assert record.type == "thesis"
    assert (record.fields["genre"], record.fields["publisher"]) == ("Thèse de doctorat", "Paris 7")


@pytest.mark.parametrize(
    ("kind", "csl_type"), [("l", "webpage"), ("b", "manuscript"), ("j", "song")]
)
def test_kinds_of_the_record_label(kind: str, csl_type: str) -> None:
    assert record_of(leader=f"00000n{kind}m0 2200000   450 ").type == csl_type


def test_what_marc21_has_no_field_for_is_kept_as_it_is() -> None:
    record = record_of("801 #0 $aFR$bABES", "700 #1 $aNg$bAnn$3A1", "300 ## $aIndex")
    assert record.custom["unimarc"] == {
        "801": [" 0‡aFR‡bABES"],
        "700": [" 1‡aNg‡bAnn‡3A1"],
    }


def test_only_a_title_in_field_200_makes_it_unimarc() -> None:
    assert is_unimarc(marc("200 1# $aTide"))
    assert not is_unimarc(marc("200 1# $bTide"))
    assert not is_unimarc(marc("245 10 $aTide", "200 1# $aTide"))
    assert as_marc21(marc("001 a1", "200 1# $aTide")).marc.fields == [
        *(("001", "a1"), ("245", "10\x1faTide")),
    ]
