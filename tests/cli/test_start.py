"""Ctrl-C ends a run quietly, also while the program is still importing itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")

INTERRUPTED_AT = """
import os, signal, sys

class Finder:
    left = int(sys.argv.pop(1))

    def find_spec(self, name, path=None, target=None):
        self.left -= name.startswith(BEGIN) or self.left < FIRST
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGINT)

FIRST = Finder.left
BEGIN = ("reportcite.cli.main", "reportcite.cli.documents")
signal.signal(signal.SIGINT, HANDLER)
sys.meta_path.insert(0, Finder())
from reportcite.cli.start import SCRIPT as script
script()
"""
"""Runs a program, and interrupts itself at an import: the first is that of what it runs."""


def interrupted_at(
    number: int,
    *arguments: str,
    handler: str = "signal.default_int_handler",
    program: str = "script",
) -> int:
    """The exit code of a run interrupted at an import; no run prints anything."""
    script = INTERRUPTED_AT.replace("HANDLER", handler).replace("SCRIPT", program)
    done = subprocess.run(
        [sys.executable, "-c", script, str(number), *arguments], capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr
    assert b"ignored" not in done.stderr
    return done.returncode


@pytest.mark.parametrize("number", [*range(1, 12), *range(15, 150, 15)])
def test_an_interrupt_during_imports_ends_with_130(number: int) -> None:
    assert interrupted_at(number, "export", "--sample", "--to", "ris") == 130


@pytest.mark.parametrize("number", [1, 2, 3, 5, 10, 20])
def test_so_does_one_of_the_filter(number: int) -> None:
    assert interrupted_at(number, program="filter_script") == 130


def test_a_run_that_is_to_pass_over_interrupts_goes_on() -> None:
    assert interrupted_at(5, "--version", handler="signal.SIG_IGN") == 0


def test_the_package_itself_imports_next_to_nothing() -> None:
    script = (
        "import sys; before = {*sys.modules}; import reportcite; print({*sys.modules} - before)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"{'reportcite'}\n"


def test_an_interrupt_outside_of_a_command_is_one_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import reportcite.cli.main
    from reportcite.cli import start

    class Left(Exception):
        pass

    def leave(code: int) -> None:
        raise Left(code)

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reportcite.cli.main, "run_process", interrupted)
    monkeypatch.setattr(os, "_exit", leave)
    before = signal.getsignal(signal.SIGINT)
    try:
        with pytest.raises(Left, match="130"):
            start.script()
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--version"], 0), (["isbn", "978-3-948289-82-8"], 1), (["isbn", "--nothing"], 2)],
)
def test_the_process_ends_with_the_code_of_the_run_and_all_that_was_printed(
    arguments: list[str], code: int
) -> None:
    script = (
        "import atexit, sys; atexit.register(lambda: print('at exit', flush=True));"
        f"sys.argv[1:] = {arguments!r}; from reportcite.cli.start import script; script()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == code
    assert done.stdout.endswith(b"at exit\n")
    assert (len(done.stdout.splitlines()) > 1) == (code != 2)


def test_other_threads_are_waited_for() -> None:
    script = (
        "import sys, threading; sys.argv[1:] = ['--version']; main = threading.main_thread();"
        "threading.Thread(target=lambda: (main.join(), print('later'))).start();"
        "from reportcite.cli.start import script; script()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.endswith(b"later\n")


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full")
def test_what_cannot_be_written_at_the_end_is_said() -> None:
    script = (
        "import sys; sys.argv[1:] = ['--version'];"
        "import reportcite.cli.main as main; main.main = lambda _: print('lost') or 0;"
        "from reportcite.cli.start import script; script()"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", script],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment,
        )
    assert done.returncode == 120
    assert b"No space left" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "imported"),
    [(["--version"], set()), (["isbn", "978-3-948289-82-9"], {"isbn"}), (["cite", "x"], {"cite"})],
)
def test_only_the_command_that_runs_is_imported(arguments: list[str], imported: set[str]) -> None:
    script = (
        "import sys; from reportcite.cli.main import main;"
        f"main({arguments!r}); sys.stderr.write(chr(10) + ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    loaded = done.stderr.decode().splitlines()[-1].split()
    begin = "reportcite.cli.commands."
    assert {name.removeprefix(begin) for name in loaded if name.startswith(begin)} == imported


def test_the_options_of_commands_are_not_made_for_the_programs_own_help() -> None:
    script = (
        "import sys, typer.main as made; from reportcite.cli.main import main;"
        "counted = []; make = made.get_click_param;"
        "made.get_click_param = lambda param: (counted.append(param), make(param))[1];"
        "main(['--help']); sys.stderr.write(str(len(counted)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert int(done.stderr) < 5
    assert b"cite" in done.stdout
