"""What all tests share: the command line, in this process or in its own, and the sample record."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import settings

from reportcite.cli.main import main
from reportcite.csl.text.collation import _order

# A shell that starts the tests in the background lets them, and all that they start, ignore Ctrl-C,
# and `nohup` the end of the terminal.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# How long a case takes says nothing: the machine may be busy. CI tries the same cases every time,
# so that it fails for what a change does, and then new ones (`--hypothesis-profile free`), as are
# tried wherever else the tests run.
settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("free", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("fixed" if os.environ.get("CI") else "free")

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "records" / "chancen-statt-krise.yaml"


class Done(NamedTuple):
    """What a run of the command line left behind."""

    returncode: int
    stdout: str
    stderr: str


class Run(Protocol):
    """`run("cite", "x.yaml", stdin=…)` in the test's own folder."""

    def __call__(self, *arguments: str | Path, stdin: str | bytes = "") -> Done: ...


@pytest.fixture(scope="session")
def record() -> Path:
    """The sample record, as shipped."""
    return RECORD


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """As on a machine without PyICU."""
    monkeypatch.setitem(sys.modules, "icu", None)
    _order.cache_clear()
    yield
    _order.cache_clear()


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """The command line in this process: fast, and an exception fails the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))  # no settings of a developer's own
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg-cache"))

    def run_here(*arguments: str | Path, stdin: str | bytes = "") -> Done:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        capsysbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return run_here


@pytest.fixture
def spawn(tmp_path: Path) -> Run:
    """The command line in a process of its own, in a locale that is not UTF-8."""

    def spawn_process(*arguments: str | Path, stdin: str | bytes = "") -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "reportcite", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env={
                **os.environ,
                "XDG_CONFIG_HOME": str(tmp_path / "xdg"),
                "XDG_CACHE_HOME": str(tmp_path / "xdg-cache"),
                "LC_ALL": "C",
                "PYTHONUTF8": "0",
                "COLUMNS": "80",
            },
            timeout=120,
            check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err, err
        return Done(done.returncode, out, err)

    return spawn_process


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, which installs them, a test of other programs that is skipped has failed."""
    report = yield
    if report.skipped and os.environ.get("CI") and item.get_closest_marker("programs"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report
