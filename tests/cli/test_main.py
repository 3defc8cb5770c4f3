"""However a run ends, its exit code and its message say how."""

from __future__ import annotations

import pytest
import typer
from typer.exceptions import TyperException

from reportcite.cli import main as entry
from reportcite.cli.main import main, outcome_of
from reportcite.cli.terminal import ReaderGone
from reportcite.errors import ExitCode, InputError, OutputError, Place, StyleError, UsageError


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (UsageError("wrong", suggestion="right"), 2, "wrong (right)"),
        (InputError("unreadable", place=Place("a", 3)), 3, "a:3: unreadable"),
        (StyleError("unknown"), 3, "unknown"),
        (OutputError("full"), 3, "full"),
        (TyperException("bad."), 2, "bad ('reportcite cite --help' lists what there is)"),
        (KeyboardInterrupt(), 130, ""),
        (typer.Abort(), 130, ""),
        (ReaderGone(), 0, ""),
    ],
)
def test_how_a_run_ends_follows_from_what_ended_it(
    error: BaseException, code: int, message: str
) -> None:
    assert outcome_of(error, "cite") == (code, message)


@pytest.mark.parametrize("error", [ValueError("odd"), OSError(5, "odd")])
def test_anything_else_is_a_bug(error: Exception) -> None:
    code, message = outcome_of(error, "cite")
    assert code is ExitCode.BUG
    assert int(code) == 70
    assert message.startswith(f"internal error: {type(error).__name__}: ")
    assert message.endswith("(please report it, with what REPORTCITE_TRACEBACK=1 prints)")


def test_a_bug_ends_the_process_with_its_own_code_and_one_line(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError("by zero")

    for name in ("_clean_up_when_ended", "gc"):
        monkeypatch.setattr(entry, name, _Nothing())
    monkeypatch.setattr(entry, "main", broken)
    monkeypatch.delenv("REPORTCITE_TRACEBACK", raising=False)
    with pytest.raises(SystemExit) as ended:
        entry.run_process()
    assert ended.value.code == 70
    assert capsysbinary.readouterr().err.startswith(
        b"reportcite: internal error: ZeroDivisionError: by zero ("
    )
    monkeypatch.setenv("REPORTCITE_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        entry.run_process()


def test_a_bug_in_a_command_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(entry, "_app", lambda _, described: broken)
    with pytest.raises(ZeroDivisionError):
        main(["styles"])


class _Nothing:
    """Stands for what would change this process."""

    def __call__(self) -> None:
        """Do nothing."""

    def freeze(self) -> None:
        """Do nothing."""

    def set_threshold(self, _: int) -> None:
        """Do nothing."""
