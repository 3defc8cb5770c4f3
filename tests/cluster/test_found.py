"""What was found comes back from JSON as it was."""

from __future__ import annotations

import json

from reportcite.batch.chunks import results
from reportcite.batch.rules import CUT_OFF, LOSS
from reportcite.batch.work.sound import Screening
from reportcite.cluster.found import problem_from, screening_from, screening_to
from reportcite.errors import Place
from reportcite.problems import Fix, Ignored
from tests.batch.records import chunk_of, line


def test_a_problem_keeps_its_rule_place_and_fix() -> None:
    for rule in (CUT_OFF, LOSS, LOSS.of("--strict")):
        problem = rule.found("m", "s", Place("a\udc80", 1, 2), Fix("a", "b", "DOI")).of_record("r")
        again = problem_from(json.loads(json.dumps(problem)))
        assert again == problem
        assert again.rule.exit is rule.exit
        assert str(again) == str(problem)


def test_what_was_found_in_records_comes_back_but_for_their_ids() -> None:
    screening = Screening("keep")
    text = line("a", title=None) + line("b", DOI="10.1/x y") + "{\n"
    assert len(list(screening.to_write(results(chunk_of(text))))) == 2
    screening.ignored[1] = (Ignored(("doi",), Place("x", 1), True, "# text"),)
    again = screening_from(json.loads(json.dumps(screening_to(screening))))
    assert again.findings == screening.findings != []
    assert (again.read, again.with_errors, again.left_out) == (3, 3, 1)
    assert again.with_warnings == screening.with_warnings
    assert again.doubtful == screening.doubtful
    assert again.ignored == screening.ignored
