"""Records about the work of an earlier one are told, with score and reasons."""

from __future__ import annotations

import pickle
from typing import Any

from reportcite.batch.grouping.gathered import Gathered
from reportcite.batch.grouping.same import same_works
from reportcite.batch.work.noting import note
from reportcite.errors import Place
from reportcite.problems import Ignored
from reportcite.record.model import Record
from tests.record.works.works import work

SOIL: dict[str, Any] = {"title": "Soil", "author": "Feld, Vera", "year": 2024, "publisher": "Acker"}


def told(*records: Record, ignored: tuple[Ignored, ...] = ()) -> list[str]:
    gathered = Gathered()
    for record in records:
        gathered.add(note(record, pickle.dumps((Place("x.bib", 7, 3), ignored))))
    groups = gathered.groups(85, lambda _: None)
    return [f"{one.record}: {one.problem}" for one in same_works(gathered.known, groups)]


def test_a_duplicate_is_told_at_its_title_with_the_place_of_the_other() -> None:
    assert told(work(**SOIL), work(id_="b", **SOIL)) == [
        "b: x.bib:7:3: warning duplicate-title: the work “Soil” is that of a.bib:1, too (same "
        "title, same author, same year, same source: 100 of 100) (make one record of both, as "
        "`reportcite merge` does)"
    ]


def test_what_an_identifier_told_already_is_not_told_again() -> None:
    assert told(work(**SOIL, DOI="10.1234/a"), work(id_="b", **SOIL, DOI="10.1234/A")) == []
    assert told(work(**SOIL, volume="1"), work(id_="b", **SOIL, volume="2")) == []


def test_what_is_ignored_is_not_told() -> None:
    comment = Ignored(("duplicate-title",), Place("x.bib", 7), True, "")
    assert told(work(**SOIL), work(id_="b", **SOIL), ignored=(comment,)) == []
