"""Records that are made at once are those that are made value by value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.errors import Place
from reportcite.formats.bibtex.notation import notation
from reportcite.formats.bibtex.reading.at_once import made_at_once
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import Untyped, UntypedRecord

PLACE = Place("refs.bib", 3)
ENTRY: dict[str, Untyped] = {"id": "ng2024", "type": "report", "title": "Tide"}


def record_at_once(**fields: Untyped) -> Record | None:
    """What is made at once, which is what is made of the same value by value."""
    named = {**ENTRY, **{name.replace("_", "-"): value for name, value in fields.items()}}
    places = dict.fromkeys(fields, (4, 1))
    entry = UntypedRecord(named, PLACE, notation("non-dropping-particle"), "refs", places=places)
    made = made_at_once(entry)
    if made is not None:
        want = assemble(entry._replace(places={**places}))
        assert made == want
        assert [*made.fields] == [*want.fields]
    return made


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"author": "Ng, Ann and Roe, Bo", "issued": {"year": "2024", "month": "may", "day": ""}},
        {"issued": "2024-05"},
        {"issued": "2020/2022"},
        {"language": {"language": "german", "langid": ""}},
        {"edition": "second", "keyword": "a; b"},
        {"ISBN": "978-3-16-148410-0 3161484100", "DOI": "10.5555/a"},
        {"custom": {"bibtex": {"file": "a.pdf"}}},
    ],
)
def test_what_is_read_without_a_doubt_is_made_at_once(fields: dict[str, Untyped]) -> None:
    assert record_at_once(**fields) is not None


@pytest.mark.parametrize(
    "fields",
    [
        {"author": "Ann Ng"},
        {"author": "Ng, Ann and others"},
        {"author": "von Ng, Ann"},
        {"issued": "5~May 2024"},
        {"issued": "2024~"},
        {"issued": {"year": "soon", "month": "", "day": ""}},
        {"DOI": "https://doi.org/10.5555/a"},
        {"title": "none"},
        {"title": "a  b"},
        {"title": ""},
        {"id": ""},
        {"type": "no type"},
    ],
)
def test_all_else_is_looked_at_more_closely(fields: dict[str, Untyped]) -> None:
    assert record_at_once(**fields) is None


def test_an_entry_with_problems_or_advice_or_without_a_key_is_looked_at_more_closely() -> None:
    entry = UntypedRecord(ENTRY, PLACE, notation("non-dropping-particle"), "refs")
    assert made_at_once(entry) is not None
    [problem] = assemble(entry._replace(fields={**ENTRY, "type": "no type"})).problems[:1]
    assert made_at_once(entry._replace(problems=[problem])) is None
    assert made_at_once(entry._replace(advice=[problem])) is None
    without_key = {name: value for name, value in ENTRY.items() if name != "id"}
    assert made_at_once(entry._replace(fields=without_key)) is None


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "author": st.text("ABab ,.{}\\-and", max_size=20),
            "issued": st.text("0129-/~?.", max_size=9),
            "title": st.text("ab \n\xa0\x07none", max_size=6),
            "DOI": st.sampled_from(["10.1/a", "doi:10.1/a", "10.1/%41"]),
            "language": st.fixed_dictionaries(
                {"language": st.text("degr", max_size=6), "langid": st.text("en", max_size=3)}
            ),
        },
    )
)
def test_any_entry_is_the_same_either_way(fields: dict[str, Untyped]) -> None:
    record_at_once(**fields)
