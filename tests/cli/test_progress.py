"""How far a run is, on a terminal only, and never where it would tear a result apart."""

from __future__ import annotations

import io
import sys

import pytest

from reportcite.cli.progress import progress
from reportcite.cli.report import Reporting, Tally
from reportcite.errors import Place
from reportcite.formats.rules import YAML_TAG


class Terminal(io.StringIO):
    """What a terminal is sent."""

    def isatty(self) -> bool:
        return True


def shown(
    monkeypatch: pytest.MonkeyPatch,
    output: str = "a.bib",
    *,
    quiet: bool = False,
    both: bool = False,
) -> str:
    """What stderr is sent while a run reads three records and finds a problem."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    if both:
        monkeypatch.setattr(sys, "stdout", Terminal())
    tally = Tally(Reporting(quiet))
    said: list[str] = []
    tally.say = said.append
    with progress(["-"], tally, output) as advance:
        tally.records = 3
        tally.report(YAML_TAG.found("a tag\x07", place=Place("a.yaml", 1, 1)))
        advance(10)
    tally.say("done")
    assert said[-1] == "done"  # what it said with before, it says with again
    return terminal.getvalue()


def test_the_numbers_of_the_run_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch)
    assert "3 records" in text
    assert "1 problems" in text
    assert "a.yaml:1:1: error yaml-tag: a tag\\x07" in text


def test_nothing_is_shown_where_it_is_to_be_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, quiet=True) == ""


@pytest.mark.parametrize("output", ["", "-"])
def test_nothing_is_shown_beside_a_result_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    assert shown(monkeypatch, output, both=True) == ""
    assert shown(monkeypatch, "a.bib", both=True) != ""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert shown(monkeypatch, output) != ""


def test_nothing_is_shown_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (io.StringIO(), None):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress([], Tally(), "a.bib") as advance:
            advance(1)
        assert stream is None or stream.getvalue() == ""
