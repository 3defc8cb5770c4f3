"""Checks in parts find what one run finds, in its order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportcite.batch.work.check import CheckSettings
from reportcite.cli.known_rules import all_rules
from reportcite.cluster.check import finding_from, finding_to, findings, finish, steps_of
from reportcite.cluster.outputs import Ending, whole
from reportcite.cluster.partitions import Plan, partitions
from reportcite.errors import ExitCode, Place
from reportcite.formats.rules import ENCODING
from reportcite.policy import Policy
from reportcite.problems import Fix
from reportcite.record.rules import DUPLICATE_ID
from tests.batch.records import line
from tests.cluster.catalogues import done, in_partitions


def checked(folder: Path, paths: list[str], settings: CheckSettings) -> list[str]:
    plan = Plan(str(folder), partitions(paths), settings, "check")
    parts = finish(done(plan, steps_of(plan)))
    assert whole(plan) == (parts, Ending())
    return [f"{record}: {problem}" for problem, record in findings(plan, parts, all_rules())]


def test_what_records_share_is_found_over_all_parts(tmp_path: Path) -> None:
    twice = "978-0-306-40615-7, 0-306-40615-2"  # one ISBN, in two forms
    lines = [
        line("a", ISBN=twice),
        line("b"),
        line("c", ISBN="0-306-40615-2"),
        line("b", ISBN=twice),
    ]
    first, second = in_partitions(tmp_path / "in", lines, 2)
    found = checked(tmp_path / "out", [first, second], CheckSettings())
    isbn, hint = f"is that of {first}:1, too", "(delete one of the records or correct its ISBN)"
    told = [one for one in found if "too" in one]
    assert [one.partition(" error ")[2] for one in told] == [
        f"duplicate-isbn: the ISBN “0-306-40615-2” {isbn} {hint}",
        f"duplicate-id: the id “b” is that of {first}:2, too (give one of them another id)",
        f"duplicate-isbn: the ISBN “978-0-306-40615-7” {isbn} {hint}",
    ]
    assert told[2].startswith(f"b: {second}:2:")


def test_findings_are_judged_and_comments_silence_them(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in "ab":
        text = "id: one\ntitle: T\nauthor: A\nissued: 2024\n"
        (tmp_path / "in" / f"{name}.yaml").write_text(
            text.replace(
                "one\n", "one # reportcite: ignore[duplicate-id]\n" * (name == "b") or "one\n"
            )
        )
    paths = [str(tmp_path / "in/a.yaml"), str(tmp_path / "in/b.yaml")]
    found = checked(tmp_path / "out", paths, CheckSettings())
    assert not [one for one in found if "duplicate-id" in one]
    select = Policy(select=("duplicate-id",))
    assert checked(tmp_path / "out2", [paths[0]] * 2, CheckSettings(policy=select)) == [
        f"one: {paths[0]}:1:1: error duplicate-id: the id “one” is that of {paths[0]}:1, too "
        "(give one of them another id)"
    ]


def test_works_come_behind_all_parts(tmp_path: Path) -> None:
    lines = [line("a", title="Soil"), line("b", title="Sand"), line("c", title="Soil")]
    paths = in_partitions(tmp_path / "in", lines, 3)
    found = checked(tmp_path / "out", paths, CheckSettings(thorough=True))
    assert "duplicate-title" in found[-1] and found[-1].startswith("c: ")
    told = json.loads((tmp_path / "out/manifest.json").read_text())["parts"]
    assert [part["input"] for part in told] == [*paths, None]
    assert [part["records"] for part in told] == [1, 1, 1, 0]


@pytest.mark.parametrize("rule", [DUPLICATE_ID, ENCODING.of("file")])
def test_a_finding_comes_back_from_its_line_as_it_was(rule) -> None:  # type: ignore[no-untyped-def]
    problem = rule.found("m\udc80", "s", Place("f", 1, 2), Fix("a", "b", "DOI"))
    told = json.loads(json.dumps(finding_to(problem, "r")))
    again, record = finding_from(told, all_rules())
    assert (again, record) == (problem, "r")
    assert again.rule.exit is rule.exit
    raised = problem._replace(rule=rule._replace(severity="notice", exit=ExitCode.FINDINGS))
    assert finding_from(finding_to(raised, ""), all_rules())[0] == raised
