"""Pasted references to films and broadcasts, in the forms of several styles."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.pasted.read import read_reference
from reportcite.record.model import Record

ROE = [{"family": "Roe", "given": "Ann"}]
FILM = {"title": "Tides of Kiel", "director": ROE, "issued": {"date-parts": [[2013]]}}


def read(text: str) -> Record:
    found = read_reference(text, Place("x", 1, 1))
    assert isinstance(found, Record), found
    return found


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Roe, Ann (Director). (2013). Tides of Kiel [Film]. Quay Pictures.",
         {"publisher": "Quay Pictures"}),
        ("Roe, Ann (Regie) (2013): Tides of Kiel. Kiel: Quay.",
         {"publisher-place": "Kiel", "publisher": "Quay"}),
        ("Roe, Ann, dir. Tides of Kiel. Kiel: Quay, 2013. DVD.",
         {"publisher-place": "Kiel", "publisher": "Quay", "medium": "DVD"}),
        ("Roe, Ann, director. 2013. Tides of Kiel. Kiel: Quay.",
         {"publisher-place": "Kiel", "publisher": "Quay"}),
        ("Roe, Ann, director. Tides of Kiel. Quay Pictures, 2013. 2 hr., 29 min.",
         {"publisher": "Quay Pictures"}),
        ("Tides of Kiel. Directed by Ann Roe, Quay Pictures, 2013.",
         {"publisher": "Quay Pictures"}),
        ("Tides of Kiel. Directed by Ann Roe, performances by Bo Ng and Al Poe, Quay, 2013.",
         {"publisher": "Quay"}),
        ("Tides of Kiel (2013) Directed by Ann Roe [Film]. Kiel: Quay Pictures.",
         {"publisher-place": "Kiel", "publisher": "Quay Pictures"}),
        ("Tides of Kiel. 2013. [Film]. Ann Roe. dir. Kiel: Quay.",
         {"publisher-place": "Kiel", "publisher": "Quay"}),
        ("Roe, Ann (R): Tides of Kiel. Kiel: Quay, 2013.",
         {"publisher-place": "Kiel", "publisher": "Quay"}),
        ("Roe, Ann (Regie). Tides of Kiel. Quay, 2013.", {"publisher": "Quay"}),
        ("Tides of Kiel (D 2013, R: Ann Roe)", {"publisher-place": "D"}),
        ("Tides of Kiel. Regie: Ann Roe. D: Quay 2013.",
         {"publisher-place": "D", "publisher": "Quay"}),
    ],
)  # fmt: skip
def test_who_directed_a_film(text: str, more: dict[str, object]) -> None:
    record = read(text)
    assert record.type == "motion_picture"
    assert record.fields == FILM | more


def test_a_disc_is_younger_than_the_film() -> None:
    fields = read("Roe, Ann, dir. Tides of Kiel. 1999; Kiel: Quay, 2013. DVD.").fields
    assert (fields["original-date"], fields["issued"]) == (
        {"date-parts": [[1999]]}, {"date-parts": [[2013]]}
    )  # fmt: skip


def test_several_roles_each_with_its_names() -> None:
    record = read(
        "Roe, A., & Ng, B. (Directors), Poe, C. (Producer), & Lee, D. (Executive Producer)."
        " (2013, May 2). Tides: Part I. The rise [Film; educational DVD]. Quay; Pier."
    )
    names = {
        role: [one["family"] for one in record.fields[role]]  # type: ignore[index]
        for role in ("director", "producer", "executive-producer")
    }
    assert names == {
        "director": ["Roe", "Ng"], "producer": ["Poe"], "executive-producer": ["Lee"]
    }  # fmt: skip
    assert record.fields["title"] == "Tides: Part I. The rise"
    assert record.fields["genre"] == "Film; educational DVD"
    assert record.fields["issued"] == {"date-parts": [[2013, 5, 2]]}


def test_an_episode_of_a_series() -> None:
    record = read(
        "Roe, A. (Writer & Director). (1960). Ebb (Season 2, Episode 6) [TV series episode]. "
        "In B. Ng (Executive Producer), The tides. Quay."
    )
    assert record.type == "broadcast"
    roe = [{"family": "Roe", "given": "A."}]
    assert record.fields == {
        "title": "Ebb", "container-title": "The tides", "volume": "2", "number": "6",
        "script-writer": roe, "director": roe, "publisher": "Quay", "genre": "TV series episode",
        "executive-producer": [{"family": "Ng", "given": "B."}],
        "issued": {"date-parts": [[1960]]},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ng, B. (2010). Directed by women: A history. Film Quarterly, 12(3), 4–5.",
         "article-journal"),
        ("Ng, B. (2010). The film (Director) of Kiel. Quay.", "book"),
        ("Ng, B. (Ed.). (2010). Directors. Quay.", "book"),
    ],
)  # fmt: skip
def test_what_is_about_films_is_none(text: str, type_: str) -> None:
    record = read(text)
    assert record.type == type_ and "director" not in record.fields
