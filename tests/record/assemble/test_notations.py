"""The notations of files that hold values as CSL-JSON does."""

from __future__ import annotations

from reportcite.errors import Place
from reportcite.record.assemble.notations import CSL, EXACT, OWN
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped, UntypedRecord, Written

PLACE = Place("a", 3, 1)


def of(notation: Notation, **fields: Untyped) -> Record:
    return assemble(UntypedRecord({"title": "A", **fields}, PLACE, notation, "x"))


def test_only_own_files_state_that_there_is_none() -> None:
    assert OWN.states_none and not CSL.states_none
    assert of(OWN).stated_none == frozenset()
    assert of(CSL).stated_none == {"author", "issued"}
    assert [problem.place for problem in of(CSL).problems] == [PLACE, PLACE]


def test_two_texts_in_a_list_are_doubted_as_halves_of_a_name() -> None:
    for notation in (OWN, CSL):
        found = [one.rule.name for one in of(notation, author=["Ratzmann", "Nora"]).problems]
        assert "name-halves" in found


def test_what_a_record_made_before_is_taken_as_it_is() -> None:
    date: Untyped = {"date-parts": [[2024, 13]]}
    record = of(
        OWN,
        issued=Written(date, EXACT),
        author=[Written({"family": "A", "given": "JA"}, EXACT)],
        DOI=Written("none", EXACT),
    )
    assert record.fields["issued"] == date
    assert record.fields["author"] == [{"family": "A", "given": "JA"}]
    assert record.fields["DOI"] == "none"
    assert record.problems == ()
