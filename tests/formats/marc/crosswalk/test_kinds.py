"""The type of a record by its leader, coded data, host and genres."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.crosswalk.kinds import (
    CODES,
    bare_leader,
    leader_of_text,
    type_of,
    unusual_leader,
)
from reportcite.vocabulary import ITEM_TYPES
from tests.formats.marc.catalogue import fields_of


def leader(kind_and_level: str) -> str:
    return f"00000n{kind_and_level} a2200000 a 4500"


@pytest.mark.parametrize(
    ("kind_and_level", "csl_type"),
    [
        ("am", "book"), ("as", "periodical"), ("ab", "article-journal"), ("ai", "webpage"),
        ("tm", "manuscript"), ("cm", "musical_score"), ("em", "map"), ("gm", "motion_picture"),
        ("jm", "song"), ("km", "graphic"), ("pc", "collection"), ("ac", "collection"),
    ],
)  # fmt: skip
def test_the_leader(kind_and_level: str, csl_type: str) -> None:
    assert type_of(leader(kind_and_level), "", [], thesis=False, host="") == csl_type


@pytest.mark.parametrize(
    ("kind_and_level", "host", "csl_type"),
    [
        ("aa", "serial", "article-journal"),
        ("aa", "book", "chapter"), ("aa", "unknown", "chapter"),
        ("ab", "unknown", "article-journal"), ("am", "book", "book"),
    ],
)  # fmt: skip
def test_what_stands_in_another_work(kind_and_level: str, host: str, csl_type: str) -> None:
    assert type_of(leader(kind_and_level), "", [], thesis=False, host=host) == csl_type


@pytest.mark.parametrize(
    ("kind_and_level", "at", "code", "csl_type"),
    [
        ("am", 23, "m", "book"), ("am", 24, "m", "thesis"),
        ("am", 27, "m", "thesis"), ("am", 25, "t", "report"),
        ("am", 24, "j", "patent"), ("am", 24, "b", "book"), ("am", 28, "m", "book"),
        ("mm", 26, "a", "dataset"), ("mm", 26, "b", "software"), ("mm", 26, "j", "webpage"),
    ],
)  # fmt: skip
def test_coded_data(kind_and_level: str, at: int, code: str, csl_type: str) -> None:
    coded = " " * at + code + " " * (39 - at)
    assert type_of(leader(kind_and_level), coded, [], thesis=False, host="") == csl_type


@pytest.mark.parametrize(
    ("genre", "csl_type"),
    [
        ("Hochschulschrift", "thesis"), ("Academic theses", "book"), ("Theses.", "thesis"),
        ("Technical reports", "report"), ("Festschrift", "book"),
    ],
)  # fmt: skip
def test_genres(genre: str, csl_type: str) -> None:
    assert type_of(leader("am"), "", [genre], thesis=False, host="") == csl_type


def test_a_book_that_is_read_online_is_a_book() -> None:
    leader = "00000nmm a2200000 c 4500"
    assert fields_of("020 ## $a0306406152", leader=leader)["type"] == "book"
    assert fields_of("245 00 $aTides", leader=leader)["type"] == "webpage"
    assert leader_of_text(leader, " " * 26 + "a") == leader
    assert leader_of_text("00000cmi a2200000 c 4500", "") == "00000cmi a2200000 c 4500"


def test_a_thesis_note_decides() -> None:
    assert type_of(leader("tm"), "", [], thesis=True, host="") == "thesis"


@pytest.mark.parametrize(
    ("written", "host", "csl_type"),
    [
        ("00000coc  2200000uu 4500", "serial", "article-journal"),
        ("00000coc a2200000uu 4500", "", "book"),
        ("00000coc a2200000 u 4500", "", "collection"),
        ("00000nom a2200000uu 4500", "", "collection"),
        ("00000cjc a2200000uu 4500", "", "song"),
    ],
)
def test_what_invenio_writes_for_every_record_says_nothing(
    written: str, host: str, csl_type: str
) -> None:
    assert type_of(written, "", [], thesis=False, host=host) == csl_type


def test_types_that_are_written_are_types() -> None:
    assert set(CODES) <= ITEM_TYPES


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("01527cam  2200421 i 4500", "00000cam a2200000 i 4500"),
        ("01527nam  2200421 c 4500", ""),  # that of a new record
        ("01527cam  2200421 i 450", ""),
        ("01527cam  2200421 i 450ä", ""),
        ("01527cam  2200421 i\x1f4500", ""),
        ("", ""),
    ],
)
def test_a_leader_is_kept_without_lengths_if_it_is_one_and_says_anything(
    written: str, bare: str
) -> None:
    assert unusual_leader(written, "book") == bare
    assert bare == "" or bare_leader(written) == bare


@pytest.mark.parametrize(
    "written", ["01527cam  2200421 i 45", "01527cam  2200421 i 450ä", "\x1f" * 24]
)
def test_what_is_no_leader_has_no_bare_one(written: str) -> None:
    assert bare_leader(written) == ""
