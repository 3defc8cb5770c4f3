"""Notations for values as people type them, as CSL-JSON has them, and as records made them."""

from __future__ import annotations

from reportcite.record.assemble.notations import CSL, EXACT, OWN


def test_names_and_dates_are_read_as_people_type_them() -> None:
    for notation in (OWN, CSL):
        assert notation.names("author", "Ng, Ann") == ([{"family": "Ng", "given": "Ann"}], [])
        assert notation.date("issued", "2024-05").date == {"date-parts": [[2024, 5]]}


def test_a_list_of_half_names_is_noticed() -> None:
    for notation in (OWN, CSL):
        assert notation.name_list is not None
        assert notation.name_list(["Ratzmann", "Nora"]) is not None
        assert notation.name_list(["Ratzmann, Nora", "Ng, Ann"]) is None


def test_only_this_projects_own_formats_state_that_there_is_none() -> None:
    assert (OWN.states_none, CSL.states_none, EXACT.states_none) == (True, False, False)
    assert OWN._replace(states_none=False) == CSL


def test_values_that_a_record_made_stay_as_they_are() -> None:
    name = {"family": "Ng, Ann"}
    assert EXACT.names("author", name) == ([name], [])
    date = {"literal": "2024-05"}
    reading = EXACT.date("issued", date)
    assert (reading.date, reading.stated_none, reading.problem) == (date, False, None)
    assert EXACT.name_list is None
