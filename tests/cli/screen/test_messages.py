"""`--messages json`: all that is said on standard error is JSON Lines that fit their schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reportcite.cli.main import COMMANDS
from reportcite.cli.screen.messages import are_json, messages_as_asked
from reportcite.schemas.catalogue import schema
from tests.conftest import Done, Run

BAD = "type: report\nid: walden\ntitle: Walden\nauthor: Thoreau, Henry\nissued: 1854\n"


def said(done: Done) -> list[dict[str, Any]]:
    validator = jsonschema.Draft7Validator(schema("messages"))
    messages = [json.loads(line) for line in done.stderr.splitlines()]
    for one in messages:
        validator.validate(one)
        assert one.keys() == schema("messages")["properties"].keys()
    return messages


@pytest.fixture
def bad(tmp_path: Path) -> str:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    return "bad.yaml"


def test_a_finding_names_its_rule_its_place_and_its_record(run: Run, bad: str) -> None:
    done = run("export", bad, "--to", "ris", "--messages", "json")
    finding, left_out, flow = said(done)
    assert finding == {
        "kind": "finding",
        "severity": "error",
        "rule": "required-field",
        "message": "a record of type report needs publisher",
        "suggestion": "add “publisher:” with the institution that published it",
        "file": "bad.yaml",
        "line": 1,
        "column": 1,
        "record": "walden",
    }
    assert left_out["message"].startswith("1 record with errors left out")
    assert (flow["kind"], flow["severity"]) == ("note", "notice")
    assert done.returncode == 1


def test_a_loss_names_the_record(run: Run, record: Path) -> None:
    loss, *_ = said(run("export", record, "--to", "ris", "--report-loss", "--messages=json"))
    assert (loss["rule"], loss["record"]) == ("loss", "chancen-statt-krise")


def test_a_file_that_cannot_be_read_is_a_finding(run: Run) -> None:
    missing, *_ = said(run("list", "missing.yaml", "--messages", "json"))
    assert (missing["rule"], missing["file"]) == ("unreadable", "missing.yaml")


def test_what_check_finds_is_its_result_and_stands_on_standard_output(run: Run, bad: str) -> None:
    [note] = said(done := run("check", bad, "--messages", "json"))
    assert note["message"].startswith("1 record, 1 error")
    assert done.stdout.startswith("bad.yaml:1:1: error required-field")


@pytest.mark.parametrize(
    ("arguments", "message", "suggestion"),
    [
        (("cite", "--sample", "--style", "apaa"), "apaa", "did you mean"),
        (("cite",), "nothing to read", "name a file"),
        (("styles", "nosuchstyle"), "no style", ""),
        (("check", "--nosuch"), "No such option: --nosuch", ""),
        (("exprot",), "No such command 'exprot'", ""),
        (("--messages", "json", "list"), "nothing to read", "name a file"),
        (("isbn",), "Missing argument", ""),
    ],
)
def test_a_failure_is_told_in_the_same_way(
    run: Run, arguments: tuple[str, ...], message: str, suggestion: str
) -> None:
    done = run(*arguments, *(() if "--messages" in arguments else ("--messages", "json")))
    [failure] = said(done)
    assert (failure["kind"], failure["severity"]) == ("failure", "error")
    assert message in failure["message"] and suggestion in failure["suggestion"]
    assert done.returncode != 0


def test_the_place_of_a_failure_is_told(run: Run, bad: str) -> None:
    (failure,) = said(run("verify", "missing.txt", bad, "--messages", "json"))
    assert failure["file"] == "missing.txt"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_it(run: Run, command: str) -> None:
    done = run(command, "--nosuch", "--messages", "json")
    assert said(done)[0]["kind"] == "failure"
    assert "--messages" in run(command, "--help").stdout


def test_another_word_is_refused(run: Run) -> None:
    done = run("styles", "apa", "--messages", "jsn")
    assert done.returncode == 2 and "did you mean 'json'?" in done.stderr


def test_nothing_in_a_message_steers_a_terminal(run: Run) -> None:
    done = run("list", "a\x1b[31m\n.yaml", "--messages", "json")
    assert "\x1b" not in done.stderr
    assert said(done)[0]["file"] == "a\x1b[31m\n.yaml"


def test_without_it_messages_are_text(run: Run, bad: str) -> None:
    assert run("export", bad, "--to", "ris").stderr.startswith("bad.yaml:1:1: error ")
    assert run("export", bad, "--to", "ris", "--messages", "text").stderr.startswith("bad.yaml")


def test_the_last_one_before_the_arguments_counts_and_only_while_the_run_lasts() -> None:
    with messages_as_asked(["--messages", "text", "--messages=json"]):
        assert are_json()
    with messages_as_asked(["--", "--messages", "json"]):
        assert not are_json()
    assert not are_json()
