"""What the fields of PICA+ are in a record."""

from __future__ import annotations

import pytest

from reportcite.formats.pica.crosswalk import Field, crossed


def field(text: str) -> Field:
    tag, _, parts = text.partition(" $")
    return Field(tag, [(part[0], part[1:]) for part in parts.split("$") if part])


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("003@ $0123", {"id": "123"}),
        ("021A $aDer @Turm$dein Roman", {"title": "Der Turm", "subtitle": "ein Roman"}),
        ("033A $pUlm$nVerlag", {"publisher-place": "Ulm", "publisher": "Verlag"}),
        ("034D $aXII, 322 S.", {"number-of-pages": "322"}),
        ("034D $a2 Bde", {"number-of-volumes": "2"}),
        ("036E/00 $aReihe$l4", {"collection-title": "Reihe", "collection-number": "4"}),
        ("036E/00 $aDie @Reihe", {"collection-title": "Die Reihe"}),
        ("036C $aDas @Werk$l2", {"title": "Das Werk", "volume": "2"}),
        ("028A $aNg$dAnn", {"author": [{"family": "Ng", "given": "Ann"}]}),
        ("028A $aBerg$dJan$cvan den",
         {"author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}]}),
        ("028C/01 $ARoe$DCy$4edt", {"editor": [{"family": "Roe", "given": "Cy"}]}),
        ("028C/01 $ARoe$DCy$BHerausgeber", {"editor": [{"family": "Roe", "given": "Cy"}]}),
        ("028C $ARoe$DCy", {"contributor": [{"family": "Roe", "given": "Cy"}]}),
        ("028A $PHomer", {"author": [{"literal": "Homer"}]}),
        ("029A $aBern$bRat", {"author": [{"literal": "Bern. Rat"}]}),
        ("029F $aVerlag$4pbl", {}),
        ("044K $aTurm", {"keyword": "Turm"}),
    ],
)  # fmt: skip
def test_a_field(line: str, fields: dict[str, object]) -> None:
    found = crossed([field(line)])
    assert {name: found[name] for name in found if name not in ("type", "custom")} == fields


@pytest.mark.parametrize(
    ("kind", "lines", "csl_type"),
    [
        ("Aau", [], "book"), ("Abvz", [], "periodical"), ("Osx", ["031A $d3"], "article-journal"),
        ("Aou", [], "chapter"), ("Gau", [], "song"), ("Kau", [], "map"),
        ("Aau", ["037C $dDissertation$eUlm$f2001"], "thesis"),
    ],
)  # fmt: skip
def test_types(kind: str, lines: list[str], csl_type: str) -> None:
    assert crossed([field(f"002@ $0{kind}"), *map(field, lines)])["type"] == csl_type


def test_what_csl_has_no_place_for_is_kept() -> None:
    found = crossed([field("021A $aTurm$hAnn Ng"), field("001A $a5:01-02-03")])
    assert found["custom"] == {"pica": {"021A": ["$aTurm$hAnn Ng"], "001A": ["$a5:01-02-03"]}}


def test_a_volume_with_a_title_of_its_own_stands_in_the_whole_work() -> None:
    found = crossed([field("021A $aTurm"), field("036C $aDas @Werk$dUlmer Bauten$l2")])
    assert (found["title"], found["container-title"], found["volume"]) == (
        "Turm",
        "Das Werk: Ulmer Bauten",
        "2",
    )
    assert "custom" not in found
    same = crossed([field("021A $aTurm"), field("036C $aTurm$l2")])
    assert (same["title"], same["volume"]) == ("Turm", "2") and "container-title" not in same


def test_several_isbns_are_joined() -> None:
    assert crossed([field("004A $03161484100"), field("004A $A9783161484100")])["ISBN"] == (
        "3161484100, 9783161484100"
    )
