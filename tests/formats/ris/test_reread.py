"""Values that a reader of the reference takes for something else."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.ris.reread import report_reread
from reportcite.record.fields import Value
from reportcite.record.model import Record

ENTITY = "the entity in it is decoded when it is read"
USUAL = "it is read in the way it is usually written"


def reported(values: dict[str, Value], csl_type: str = "report") -> dict[str, str]:
    fields = Fields(Record("r1", csl_type, values, Place("x")))
    report_reread(fields)
    return fields.changed


@pytest.mark.parametrize(
    "value",
    ["R&amp;D", [{"literal": "X"}, {"family": "A &lt; B"}], {"literal": "R&amp;D", "circa": True}],
)
def test_entities_are_decoded_wherever_they_stand(value: Value) -> None:
    assert reported({"title": value}) == {"title": ENTITY}


@pytest.mark.parametrize(
    "value",
    ["R&D", "a; b", [{"literal": "R&D"}], {"date-parts": [[2024]]}, {"literal": "R & D;"}],
)
def test_an_ampersand_alone_is_no_entity(value: Value) -> None:
    assert reported({"title": value}) == {}


def test_languages_and_keywords_are_read_as_usual() -> None:
    assert reported({"language": "ger", "keyword": "a; b"}) == {
        "language": USUAL, "keyword": USUAL,
    }  # fmt: skip
    assert reported({"language": "de", "keyword": "a, b"}) == {}


def test_a_genre_that_the_type_says_already() -> None:
    reason = "readers pass it over, since the type says it"
    assert reported({"genre": "article"}, "article-journal") == {"genre": reason}
