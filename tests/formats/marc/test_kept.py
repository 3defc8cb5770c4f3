"""What a record was read from is put back where it is written to MARC again."""

from __future__ import annotations

import pytest

from reportcite.formats.loss import Fields
from reportcite.formats.marc.fields import shown
from reportcite.formats.marc.written import written
from reportcite.record.fields import Value
from tests.formats.marc.catalogue import record_from

LINES = (
    "001 a1",
    "010 ## $a91758335",
    "020 ## $a3161484100$qpbk.",
    "050 00 $aQA1$b.N3",
    "100 1# $aNg, Ann,$d1930-$0(DE-588)1",
    "245 14 $aThe tide :$ba study /$cAnn Ng ; edited by Bo Roe.",
    "260 ## $aUlm :$bPress,$c2001$ePrinter",
    "300 ## $axii, 322 p. :$bill.",
    "490 0# $aTides ;$v3",
    "490 0# $aOther series ;$v4",
    "505 0# $aContents",
    "650 #7 $aTides$0(DE-588)2$2gnd",
    "700 1# $aRoe, Bo,$d1940-",
)


def rewritten(**changed: Value) -> tuple[dict[str, list[str]], list[str]]:
    record = record_from(*LINES)
    fields = Fields(record._replace(fields={**record.fields, **changed}))
    found: dict[str, list[str]] = {}
    for tag, content in written(fields).fields:
        found.setdefault(tag, []).append(shown(content))
    return found, [loss.field for loss in fields.losses()]


def original(*tags: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in LINES:
        text = line[4:].replace("#", " ").replace(" $", "‡", 1).replace("$", "‡")
        if line[:3] in tags:
            found.setdefault(line[:3], []).append(text)
    return found


def test_fields_come_back_as_they_were() -> None:
    tags = [line[:3] for line in LINES if line[:3] not in ("001", "490")]
    found, losses = rewritten()
    assert {tag: found[tag] for tag in tags} == original(*tags)
    assert losses == []
    assert found["490"] == ["0 ‡aTides‡v3", "0 ‡aOther series ;‡v4"]
    assert not {"264", "653", "710", "852"} & found.keys()


@pytest.mark.parametrize(
    ("variable", "value", "tag"),
    [("title", "Ebb", "245"), ("number-of-pages", "12", "300")],
)
def test_what_was_changed_since_counts(variable: str, value: str, tag: str) -> None:
    found, losses = rewritten(**{variable: value})
    assert [value in text for text in found[tag]] == [True]
    assert losses == [f"custom/marc/{tag}"]


def test_a_keyword_that_was_taken_out_does_not_come_back() -> None:
    found, losses = rewritten(keyword="Shore")
    assert found["653"] == ["  ‡aShore"]
    assert losses


@pytest.mark.parametrize("kept", ["text", {"9": ["  ‡aA"]}, {"900": "  ‡aA"}, {"900": [1]}])
def test_what_is_no_field_is_left_out(kept: object) -> None:
    record = record_from(*LINES)
    fields = Fields(record._replace(custom={"marc": kept}))
    assert "900" not in [tag for tag, _ in written(fields).fields]
    assert fields.losses()


def leader_of(csl_type: str, leader: str) -> tuple[str, list[str]]:
    """The leader that is written of a record whose leader was `leader`, and what is lost."""
    fields = Fields(record_from(*LINES, leader=leader)._replace(type=csl_type))
    return written(fields).leader, [loss.field for loss in fields.losses()]


def test_the_leader_comes_back_without_its_lengths() -> None:
    assert leader_of("book", "01527cam  2200421 i 4500") == ("00000cam a2200000 i 4500", [])


def test_the_leader_of_another_type_does_not() -> None:
    assert leader_of("map", "01527cam a2200421 i 4500") == (
        *("00000nem a2200000 c 4500",),
        ["custom/marc/LDR"],
    )


def test_the_leader_of_a_new_record_is_not_kept() -> None:
    assert "LDR" not in record_from(*LINES, leader="00000nam a2200000 c 4500").custom["marc"]


def test_a_wrong_isbn_comes_back_and_is_no_isbn_of_the_record() -> None:
    record = record_from("020 ## $z3161484109$q(pbk.)", "245 00 $aTide")
    assert "ISBN" not in record.fields
    assert ("020", "  \x1fz3161484109\x1fq(pbk.)") in written(Fields(record)).fields
