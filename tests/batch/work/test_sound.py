"""Sound records are parted from those with errors, and what was found is counted."""

from __future__ import annotations

import pytest

from reportcite.batch.chunks import results
from reportcite.batch.rules import EMPTY_FOLDER, PASSED_OVER, UNREADABLE
from reportcite.batch.work.sound import OnError, Screening, stands_for_record
from reportcite.errors import Place
from reportcite.formats.rules import EMPTY_FILE, ENCODING, JSON_SYNTAX, NO_ENTRIES, NO_RECORDS
from reportcite.policy import Policy
from reportcite.problems import Ignored, Problem
from reportcite.record.model import Record
from tests.batch.records import chunk_of, line

SOUND = line("sound")
DOUBTFUL = line("doubtful", publisher_plase="B")
BAD = line("bad", publisher=None)
NO_RECORD = '{"id": \n'


def found_in(*lines: str) -> list[Record | Problem]:
    return list(results(chunk_of("".join(lines))))


def screened(
    *found: Record | Problem, on_error: OnError | None = None
) -> tuple[list[str], Screening]:
    """The ids of the sound records, and what was found."""
    screening = Screening(on_error)
    return [record.id for record in screening.to_write(found)], screening


def test_sound_records_are_passed_on_and_counted() -> None:
    sound, screening = screened(*found_in(SOUND, SOUND))
    assert sound == ["sound", "sound"]
    assert (screening.read, screening.findings, screening.stopped) == (2, [], False)
    assert (screening.with_errors, screening.with_warnings, screening.left_out) == (0, 0, 0)
    assert (screening.ids.ids, screening.doubtful) == (["sound", "sound"], set())


def test_a_record_with_an_error_is_left_out_and_named() -> None:
    screening = Screening()
    sound = [record.id for record in screening.to_write(found_in(SOUND, BAD, SOUND))]
    assert sound == ["sound", "sound"]
    assert (screening.read, screening.with_errors, screening.with_warnings) == (3, 1, 0)
    assert [one.rule.name for one in screening.findings] == ["required-field"]
    assert not screening.stopped


def test_a_warning_of_loading_is_named_and_the_record_kept() -> None:
    sound, screening = screened(*found_in(DOUBTFUL))
    assert sound == ["doubtful"]
    assert (screening.read, screening.with_errors, screening.with_warnings) == (1, 0, 1)
    assert [one.rule.name for one in screening.findings] == ["unknown-key"]
    assert screening.doubtful == {0}


def test_the_ids_of_what_is_written_are_noted_and_those_with_warnings_marked() -> None:
    _, screening = screened(*found_in(BAD, SOUND, DOUBTFUL, SOUND))
    assert screening.ids.ids == ["sound", "doubtful", "sound"]
    assert [place.line for place in screening.ids.places] == [2, 3, 4]
    assert screening.doubtful == {1}


def test_advice_is_not_the_business_of_other_commands_than_check() -> None:
    from reportcite.record.checks.check import check

    [record] = found_in(line("a", title="„Half a quotation"))
    assert isinstance(record, Record)
    assert {one.severity for one in check(record)} == {"warning"}
    assert screened(record)[1].findings == []


def test_errors_and_warnings_of_a_record_are_in_the_order_of_its_lines() -> None:
    text = "title: T\nfoo: x\nauthor: A\nissued: 2024\nbar: y\nISBN: 12\n"
    found = list(results(chunk_of(text, "in.yaml", "yaml")))
    _, screening = screened(*found)
    lines = [one.place.line for one in screening.findings]
    assert lines == sorted(lines)
    assert {2, 5, 6} <= set(lines)
    assert (screening.with_errors, screening.with_warnings) == (1, 1)


def test_an_error_of_loading_is_named_once_and_is_no_warning() -> None:
    text = "title: !!python/object T\nauthor: A\nissued: 2024\npublisher: P\n"
    found = results(chunk_of(text, "in.yaml", "yaml"))
    _, screening = screened(*found)
    assert [one.severity for one in screening.findings] == ["error"]
    assert (screening.with_errors, screening.with_warnings) == (1, 0)


def test_what_could_not_become_a_record_counts_as_one_with_errors() -> None:
    sound, screening = screened(*found_in(NO_RECORD, SOUND))
    assert sound == ["sound"]
    assert (screening.read, screening.with_errors) == (2, 1)
    assert [one.rule for one in screening.findings] == [JSON_SYNTAX]


@pytest.mark.parametrize("rule", [UNREADABLE, EMPTY_FOLDER, EMPTY_FILE, NO_ENTRIES, NO_RECORDS])
def test_a_file_or_folder_without_records_is_no_record(rule: object) -> None:
    assert rule.whole_file  # type: ignore[attr-defined]
    problem = rule.found("it is empty")  # type: ignore[attr-defined]
    assert not stands_for_record(problem)
    _, screening = screened(problem)
    assert (screening.findings, screening.read, screening.with_errors) == ([problem], 0, 0)


def test_only_an_error_stands_for_a_record() -> None:
    assert stands_for_record(JSON_SYNTAX.found("no JSON"))
    assert not stands_for_record(PASSED_OVER.found("a link"))


@pytest.mark.parametrize("bad", [BAD, NO_RECORD])
def test_fail_fast_stops_at_the_first_bad_record(bad: str) -> None:
    found = iter(found_in(SOUND, DOUBTFUL, bad, BAD, SOUND))
    screening = Screening("stop")
    assert [record.id for record in screening.to_write(found)] == ["sound", "doubtful"]
    assert (screening.read, screening.with_errors, screening.stopped) == (3, 1, True)
    assert len(list(found)) == 2  # nothing is read after it


def test_fail_fast_stops_at_a_file_that_cannot_be_read() -> None:
    problem = UNREADABLE.found("cannot be read")
    sound, screening = screened(problem, *found_in(SOUND), on_error="stop")
    assert (sound, screening.stopped) == ([], True)


def test_fail_fast_does_not_stop_at_a_notice() -> None:
    notice = PASSED_OVER.found("passed over, because it is a link")
    sound, screening = screened(notice, *found_in(SOUND), on_error="stop")
    assert (sound, screening.stopped) == (["sound"], False)
    assert screening.findings == [notice]


THEIRS = "@misc{a,}\n@misc{b, title={B}}\n"


def of_bibtex(on_error: OnError | None) -> tuple[list[str], Screening]:
    found = results(chunk_of(THEIRS, "in.bib", "bibtex"))
    return screened(*found, on_error=on_error)


@pytest.mark.parametrize("on_error", [None, "keep"])
def test_records_of_other_formats_are_passed_on_with_warnings(on_error: OnError | None) -> None:
    ids, screening = of_bibtex(on_error)
    assert ids == ["a", "b"]
    assert (screening.with_errors, screening.with_warnings, screening.left_out) == (0, 1, 0)
    assert {(one.rule.name, one.severity) for one in screening.findings} == {
        ("required-field", "warning")
    }


def test_records_of_other_formats_are_left_out_on_request() -> None:
    ids, screening = of_bibtex("skip")
    assert ids == ["b"]
    assert (screening.with_errors, screening.with_warnings, screening.left_out) == (1, 0, 1)
    assert [one.severity for one in screening.findings] == ["error"]
    assert not screening.stopped
    ids, screening = of_bibtex("stop")
    assert (ids, screening.stopped) == ([], True)


def test_own_records_are_passed_on_as_bad_ones_on_request() -> None:
    ids, screening = screened(*found_in(BAD, NO_RECORD, SOUND), on_error="keep")
    assert ids == ["bad", "sound"]
    assert (screening.with_errors, screening.left_out, screening.stopped) == (2, 1, False)
    assert [one.severity for one in screening.findings] == ["error", "error"]


def test_how_a_rule_is_judged_decides_what_is_left_out() -> None:
    for level in ("warning", "off"):
        screening = Screening(policy=Policy({"required-field": level}))
        assert [record.id for record in screening.to_write(found_in(BAD))] == ["bad"]
        assert (screening.with_errors, screening.left_out) == (0, 0)
    screening = Screening(policy=Policy({"unknown-key": "error"}))
    assert [record.id for record in screening.to_write(found_in(SOUND, DOUBTFUL))] == ["sound"]
    assert [one.severity for one in screening.findings] == ["error"]


def test_advice_that_is_an_error_here_is_looked_for() -> None:
    future = line("future", issued="2999")
    assert screened(*found_in(future))[0] == ["future"]
    screening = Screening(policy=Policy({"date-future": "error"}))
    assert [record.id for record in screening.to_write(found_in(future, SOUND))] == ["sound"]
    assert [one.rule.name for one in screening.findings] == ["date-future"]


def test_what_is_no_record_counts_as_one_however_it_is_judged() -> None:
    screening = Screening("stop", policy=Policy({"encoding": "off"}))
    results = [ENCODING.found("x"), *found_in(SOUND)]
    assert [record.id for record in screening.to_write(results)] == ["sound"]
    assert screening.findings == []
    assert (screening.left_out, screening.stopped) == (1, False)


def test_records_that_are_known_to_be_sound_are_counted_without_a_look() -> None:
    found = [one for one in found_in(line("a"), line("b")) if isinstance(one, Record)]
    placed = found[1]._replace(places={"id": (9, 3)})
    screening = Screening()
    screening.take([found[0], placed])
    assert (screening.read, screening.ids.ids) == (2, ["a", "b"])
    assert screening.ids.places == [found[0].place, found[1].place._replace(line=9, column=3)]


def test_comments_of_a_record_are_kept_by_its_place_among_those_written() -> None:
    comment = Ignored(("isbn-checksum",), Place("a.yaml", 3, 1), True, "ignore")
    first, bad, last = found_in(SOUND, BAD, SOUND)
    assert isinstance(last, Record)
    _, screening = screened(first, bad, last._replace(ignored=(comment,)))
    assert screening.ignored == {1: (comment,)}
    assert Screening(ignored=screening.ignored).ignored is screening.ignored


def test_the_id_of_a_record_stands_where_its_source_has_it() -> None:
    first, last = found_in(SOUND, SOUND)
    assert isinstance(first, Record) and isinstance(last, Record)
    placed = first._replace(places={"id": (7, 3)})
    _, screening = screened(placed, last._replace(places={}))
    assert screening.ids.places == [Place(first.place.file, 7, 3), last.place]


def test_a_record_that_is_left_out_is_not_marked_as_doubtful() -> None:
    _, screening = screened(*found_in(line("bad", publisher=None, publisher_plase="B")))
    assert (screening.left_out, screening.with_warnings, screening.doubtful) == (1, 1, set())
