"""The work that another stands in."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.crosswalk.host import kind_of_host
from tests.formats.marc.catalogue import content, fields_of

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
    ("line", "kind"),
    [
        ("0# $x0378-5955", "serial"), ("0# $z9783161484100", "book"), ("0# $7nnas", "serial"),
        ("0# $7nnam", "book"), ("0# $gVol. 1, no. 2", "serial"), ("0# $gp. 2", "unknown"),
    ],
)  # fmt: skip
def test_kind_of_host(line: str, kind: str) -> None:
    assert kind_of_host(content(line)) == kind
