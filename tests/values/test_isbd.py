"""The marks of library catalogues are no part of a title, a place or a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.isbd import (
    bare_text,
    heading_text,
    pages_in,
    published_by,
    scale_in,
    volumes_in,
    without_stop,
)


@given(st.text(st.sampled_from("Ab. ,:;/=[]()"), max_size=9))
def test_a_heading_loses_its_marks_and_then_its_stop(text: str) -> None:
    assert heading_text(text) == without_stop(bare_text(text))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Soil", "Soil"),
        ("Soil :", "Soil"),
        ("Soil /", "Soil"),
        ("Soil ;", "Soil"),
        ("Soil,", "Soil"),
        ("Soil =", "Soil"),
        ("Soil.", "Soil."),
        ("[Soil]", "Soil"),
        ("(Soil)", "Soil"),
        ("Soil]", "Soil"),
        ("[Soil", "Soil"),
        ("Soil (and more)", "Soil (and more)"),
        ("[Soil] and [more]", "[Soil] and [more]"),
        ("", ""),
        (":", ""),
    ],
)
def test_marks_at_an_end_are_left_out(text: str, bare: str) -> None:
    assert bare_text(text) == bare


@pytest.mark.parametrize("text", ["[S.l.]", "[s.n.]", "S.l. :", "[Place of publication unknown]"])
def test_an_unknown_place_or_publisher_is_none(text: str) -> None:
    assert published_by(text) == ""


@pytest.mark.parametrize("text", ["Slough", "n.p. Press", "Ithaca, N.Y."])
def test_a_known_one_is_kept(text: str) -> None:
    assert published_by(text) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Doe, Jane.", "Doe, Jane"),
        ("Doe, Ann.", "Doe, Ann"),
        ("Doe, Jane,", "Doe, Jane"),
        ("Doe, J.", "Doe, J."),
        ("Doe, Jane, Jr.", "Doe, Jane, Jr."),
        ("Doe, Jane, Ph.D.", "Doe, Jane, Ph.D."),
        ("Doe, Wm.", "Doe, Wm."),
        ("Doe, Geo.", "Doe, Geo."),
        ("Alder Inc.", "Alder Inc."),
        ("Alder Assoc.", "Alder Assoc."),
        ("Alder Assocs.", "Alder Assocs"),
        ("Library of Congress.U.S.", "Library of Congress.U.S."),
        ("Alder,Assoc.", "Alder,Assoc."),
        ("Music Division.", "Music Division"),
        ("Soil...", "Soil..."),
    ],
)
def test_a_closing_full_stop_goes_unless_it_belongs_to_the_word(text: str, bare: str) -> None:
    assert without_stop(text) == bare


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("Scale 1:500.", "1:500"),
        ("Scale: 1:500", "1:500"),
        ("scale [ca. 1:500]", "ca. 1:500"),
        ("1:500", "1:500"),
        ("Scale", "Scale"),
        ("Not to scale.", "Not to scale."),
    ],
)
def test_a_scale(text: str, scale: str) -> None:
    assert scale_in(text) == scale


@pytest.mark.parametrize(
    ("extent", "pages", "volumes"),
    [
        ("vii, 322 p. ; 23 cm.", "322", ""),
        ("[10], 205 pages", "205", ""),
        ("XII, 532 s.", "532", ""),
        ("64 Seiten", "64", ""),
        ("[64] p.", "64", ""),
        ("2 v.", "", "2"),
        ("3 volumes (xii, 500 p.)", "500", "3"),
        ("4 Bde", "", "4"),
        ("1 score (12 p.)", "", ""),
        ("2 videos", "", ""),
        ("205 plates", "", ""),
        ("432 p., 16 p. of plates", "432", ""),
        ("1 Online-Ressource (231 Seiten)", "231", ""),
        ("1 online resource (xii, 231 pages)", "231", ""),
        ("1 vol. (312 p.)", "312", ""),
        ("1 v. (various pagings)", "", ""),
        ("10 v.", "", "10"),
    ],
)
def test_an_extent_counts_pages_or_volumes(extent: str, pages: str, volumes: str) -> None:
    assert (pages_in(extent), volumes_in(extent)) == (pages, volumes)
