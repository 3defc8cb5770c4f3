"""Titles without the marks of ISBD."""

from __future__ import annotations

import pytest

from tests.formats.marc.catalogue import fields_of, kept_of


@pytest.mark.parametrize(
    ("line", "title", "subtitle"),
    [
        ("245 10 $aTide :$ba study /$cAnn Ng.", "Tide", "a study"),
        ("245 04 $aThe tide.", "The tide", None),
        ("245 10 $aTide.$nBd. 2,$pShores", "Tide. Bd. 2, Shores", None),
        ("245 10 $aTide.$n2 :$ba study", "Tide. 2", "a study"),
        ("245 10 $aTide :$ba study.$nBd. 2", "Tide", "a study. Bd. 2"),
        ("245 10 $aTide =$bMarée", "Tide", None),
        ("245 10 $aTide :$ba study = Marée : une étude", "Tide", "a study"),
        ("245 10 $aTide =$bMarée$nBd. 2", "Tide. Bd. 2", None),
        ("245 10 $nBd. 2$bTide", "Bd. 2", "Tide"),
        ("245 10 $aTide$nBd. 2$nTeil 3$pShores$pEbb", "Tide. Bd. 2, Teil 3, Shores, Ebb", None),
        ("245 10 $aTide$h[map]$aOther$bStudy", "Tide", "Study"),
    ],
)
def test_title_and_subtitle(line: str, title: str, subtitle: str | None) -> None:
    fields = fields_of(line)
    assert (fields["title"], fields.get("subtitle")) == (title, subtitle)


def test_the_medium_loses_its_brackets() -> None:
    assert fields_of("245 10 $aTide$h[sound recording] /$cA")["medium"] == "sound recording"


def test_a_series_has_a_number() -> None:
    fields = fields_of("490 1# $aTidal studies ;$vv. 3", "830 #0 $aOther series ;$v4")
    assert fields["collection-title"] == "Tidal studies"
    assert fields["collection-number"] == "v. 3"


@pytest.mark.parametrize(
    ("line", "title", "number", "kept"),
    [
        ("490 0# $aTidal studies ; no. 3", "Tidal studies", "no. 3", False),
        ("490 0# $aTidal studies / Sea House ; 3", "Tidal studies", "3", True),
        ("490 0# $aTidal studies / Sea House$v3", "Tidal studies", "3", True),
        ("490 0# $aTides ; and more", "Tides ; and more", None, False),
        ("490 0# $aTides ; 500-8$v4", "Tides", "4", True),
    ],
)
def test_the_number_of_a_series_may_stand_behind_its_title(
    line: str, title: str, number: str | None, kept: bool
) -> None:
    fields = fields_of(line)
    assert (fields["collection-title"], fields.get("collection-number")) == (title, number)
    assert bool(kept_of(line)) == kept


def test_a_part_of_a_series_is_joined_to_its_title() -> None:
    fields = fields_of("830 #0 $aTidal studies.$nA,$pShores ;$v4")
    assert fields["collection-title"] == "Tidal studies. A. Shores"
    assert fields_of("490 0# $aTide$v1$aOther$v2")["collection-title"] == "Tide"
    assert fields_of("490 0# $aTide$v1$aOther$v2")["collection-number"] == "1"


def test_another_series_is_kept_and_so_is_one_without_a_title() -> None:
    assert kept_of("490 0# $aTide$v1", "830 #0 $aTide$v1") == {}
    assert kept_of("490 0# $aTide$v1", "830 #0 $aOther$v2").keys() == {"830"}
    assert kept_of("490 0# $v1").keys() == {"490"}
