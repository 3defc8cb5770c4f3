"""The work that another stands in."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.crosswalk.host import kind_of_host
from tests.formats.marc.catalogue import content, fields_of, kept_of

LEADER = "00000nab a2200000 a 4500"


@pytest.mark.parametrize(
    ("host", "fields"),
    [
        ("$gVol. 12, no. 3 (May 2004), p. 34-56", ("12", "3", "2004", "34-56")),
        ("$gBd. 12 (2004), H. 3, S. 34–56", ("12", "3", "2004", "34-56")),
        ("$gvolume:12$gnumber:3$gyear:2004$gpages:34-56", ("12", "3", "2004", "34-56")),
        ("$g12:3 (2004), 34-56", ("12", "3", "2004", "34-56")),
        ("$gJg. 12, 2004, 3, S. 7", ("12", None, "2004", "7")),
        ("$q12:3<34", ("12", "3", None, "34")),
        ("$g2004, S. 5", (None, None, "2004", "5")),
    ],
)
def test_parts(host: str, fields: tuple[str | None, ...]) -> None:
    found = fields_of(f"773 0# $tTidal letters{host}", leader=LEADER)
    assert tuple(found.get(name) for name in ("volume", "issue", "issued", "page")) == fields


def test_the_host_has_a_publisher_and_numbers() -> None:
    found = fields_of("773 0# $aNg, Ann.$tTides.$dUlm : Press, 2001.$z9783161484100$pTid.")
    assert found["container-title"] == "Tides"
    assert found["container-title-short"] == "Tid."
    assert (found["publisher-place"], found["publisher"], found["issued"]) == (
        "Ulm", "Press", "2001",
    )  # fmt: skip
    assert found["ISBN"] == "9783161484100"
    assert found["container-author"] == [{"family": "Ng", "given": "Ann"}]


@pytest.mark.parametrize(
    ("published", "place", "name"),
    [
        ("Ulm : Press, 2001.", "Ulm", "Press"), ("Wiesbaden, 2018", "Wiesbaden", None),
        ("Press", None, "Press"), ("[S.l.], 2018", None, None),
    ],
)  # fmt: skip
def test_a_name_with_a_year_is_that_of_a_place(
    published: str, place: str | None, name: str | None
) -> None:
    found = fields_of(f"773 0# $tTides$d{published}", leader=LEADER)
    assert (found.get("publisher-place"), found.get("publisher")) == (place, name)


def test_a_statement_of_responsibility_is_no_part_of_the_title_of_a_host() -> None:
    line = "773 0# $tHandbuch Stadt / Bo Ng (Hrsg.)"
    assert fields_of(line, leader=LEADER)["container-title"] == "Handbuch Stadt"
    assert kept_of(line) == {"773": ["0 ‡tHandbuch Stadt / Bo Ng (Hrsg.)"]}


def test_databases_of_physics_name_a_journal_and_where_in_it_in_subfields_of_their_own() -> None:
    found = fields_of("245 00 $aWaves", "773 ## $pPhys.Rev.D$v91$n2$c23-29$y2015", leader="")
    assert found == {
        "type": "article-journal", "title": "Waves", "container-title": "Phys.Rev.D",
        "volume": "91", "issue": "2", "page": "23-29", "issued": "2015",
    }  # fmt: skip


def test_a_volume_does_not_stand_in_the_whole_that_it_is_a_part_of() -> None:
    lines = ("245 10 $aRecht der Bildung$n2$pHochschulen", "773 08 $tRecht der Bildung$g2")
    assert fields_of(*lines) == {"type": "book", "title": "Recht der Bildung. 2, Hochschulen"}
    assert kept_of(*lines) == {"773": ["08‡tRecht der Bildung‡g2"]}
    other = fields_of(lines[0], "773 08 $tRecht der Bildung$gvolume:7")
    assert other["volume"] == "7"
    assert fields_of(*lines, leader=LEADER)["container-title"] == "Recht der Bildung"
    assert fields_of("245 10 $aWaves", lines[1])["container-title"] == "Recht der Bildung"


def test_who_published_the_record_is_not_who_published_its_host() -> None:
    found = fields_of("773 08 $tTides$dUlm : Press, 2001", "264 #1 $aBerlin ;$aBern$bQuay")
    assert (found["publisher-place"], found["publisher"]) == ("Berlin; Bern", "Quay")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("0# $x0378-5955", "serial"), ("0# $z9783161484100", "book"), ("0# $7nnas", "serial"),
        ("0# $7nnam", "book"), ("0# $gVol. 1, no. 2", "serial"), ("0# $gp. 2", "unknown"),
    ],
)  # fmt: skip
def test_kind_of_host(line: str, kind: str) -> None:
    assert kind_of_host(content(line)) == kind
