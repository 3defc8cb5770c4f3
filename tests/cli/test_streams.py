"""Results on stdout, everything else on stderr; whole files or none; nothing steers a terminal."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportcite.cli.output import writing
from reportcite.errors import OutputError
from tests.cli.terminals import run_on_terminal
from tests.conftest import Run

COMMAND = [sys.executable, "-m", "reportcite"]
ESCAPES = "\x1b]0;title\x07\x1b[31mred\x9b31m"


def test_the_result_is_utf8_in_any_locale(spawn: Run, record: Path) -> None:
    done = spawn("cite", record)
    assert "Zeković" in done.stdout
    assert done.stdout.endswith("/\n")


@pytest.mark.parametrize("command", ["check", "cite"])
def test_escape_sequences_in_names_and_fields_are_made_visible(
    run: Run, tmp_path: Path, command: str
) -> None:
    name = f"a{ESCAPES}.yaml"
    (tmp_path / name).write_text(f'title: "{ESCAPES}"\n"{ESCAPES}": x\n', encoding="utf-8")
    (tmp_path / "json.json").write_text('[{"title": "\\u001b[31mred", "\\u001b[0m": 1}]')
    done = run(command, name, "json.json", f"--style={ESCAPES}" if command == "cite" else ".")
    assert done.stderr + done.stdout
    assert not set(done.stderr + done.stdout) & {"\x1b", "\x07", "\x9b"}


@pytest.mark.parametrize("wrong", [["\x1b[31m"], ["cite", "--\x1b[31m"], ["cite", "\x1b[31m.yaml"]])
def test_wrong_usage_cannot_steer_the_terminal(run: Run, wrong: list[str]) -> None:
    assert "\x1b" not in run(*wrong).stderr


def test_a_terminal_gets_no_escape_sequence_from_a_result(tmp_path: Path) -> None:
    item = '[{"id": "a", "type": "book", "title": "\\u001b[31mred"}]'
    request = f'{{"references": {item}, "citations": [{{"citationItems": [{{"id": "a"}}]}}]}}'
    leader, follower = pty.openpty()
    subprocess.run(
        [*COMMAND, "render"], input=request.encode(), stdout=follower, cwd=tmp_path, check=True
    )
    os.close(follower)
    assert b"\x1b" not in os.read(leader, 10_000)
    os.close(leader)


def test_a_closed_pipe_is_left_quietly() -> None:
    done = subprocess.run(
        f"{sys.executable} -m reportcite styles | head -n 1",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert (done.stderr, done.returncode) == (b"", 0)


@pytest.mark.parametrize("command", ["cite --sample", "--help", "--version", "cite --help", ""])
def test_a_full_disk_is_an_error(command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *command.split()], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("cite --sample >&-", "reportcite: <stdout>: cannot be written"),
        ("cite - <&-", "<stdin>:1:1: error empty-file"),
        ("cite nowhere.yaml 2>&-", ""),
        ("list --sample >&-", "reportcite: <stdout>: cannot be written"),
        ("styles apa >&-", "reportcite: <stdout>: cannot be written"),
    ],
)
def test_a_closed_stream_is_an_error(command: str, said: str) -> None:
    done = subprocess.run(
        f"{sys.executable} -m reportcite {command}", shell=True, capture_output=True, check=False
    )
    assert done.returncode == 3
    assert done.stderr.decode().startswith(said)


def test_a_pipe_given_by_name_is_read(spawn: Run, record: Path) -> None:
    done = spawn("cite", "/dev/stdin", "--as", "narrative", stdin=record.read_bytes())
    assert done.stdout == "Ratzmann et al. (2024)\n"


def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    (tmp_path / "old.bib").write_text("old")
    with subprocess.Popen(
        [*COMMAND, "export", "-", "--from", "jsonl", "-o", "old.bib"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b'{"id": "a", "type": "book", "title": "A", "issued": {"raw": "1"}}\n')
        process.stdin.flush()
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old.bib", "old")]


def test_a_file_is_replaced_only_when_complete(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o640)
    with pytest.raises(RuntimeError), writing(str(target)) as write:
        write("half")
        raise RuntimeError
    assert target.read_text() == "old"
    with writing(str(target)) as write:
        write("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    with writing(str(tmp_path / "link.txt")) as write:
        write("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_device_is_written_as_it_is() -> None:
    with writing("/dev/null") as write:
        write("gone")
    with pytest.raises(OutputError), writing("/dev/full") as write:
        write("x" * 100_000)


def test_a_folder_is_read_in_order_without_links(run: Run, tmp_path: Path) -> None:
    text = "{title: T, author: none, issued: 2024, publisher: P}"
    for name in ("b.yaml", "a.yaml", "sub/c.yaml", ".hidden/d.yaml"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "in/link.yaml").symlink_to("/etc/passwd")
    (tmp_path / "in/notes.txt").write_text("no record")
    os.mkfifo(tmp_path / "in/pipe.yaml")
    done = run("export", "in", "--to", "jsonl", "--quiet")
    assert [line.split('"')[3] for line in done.stdout.splitlines()] == ["a", "b", "c"]
    notices = [line.split(":")[0] for line in done.stderr.splitlines()]
    assert notices == ["in/link.yaml", "in/notes.txt", "in/pipe.yaml"]
    assert done.returncode == 0


def test_line_ends_of_a_format_are_those_of_the_terminal_there(tmp_path: Path) -> None:
    command = ["export", "--sample", "--to", "ris", "--quiet"]
    shown = run_on_terminal(command, folder=tmp_path).terminal
    assert shown.startswith("TY  - RPRT\nID  - ")
    piped = run_on_terminal(command, streams=["stderr"], folder=tmp_path).stdout
    assert piped.startswith("TY  - RPRT\r\nID  - ")
