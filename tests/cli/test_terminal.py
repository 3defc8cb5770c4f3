"""What is printed: nothing in it steers a terminal, and no closed stream is a second failure."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest

from reportcite.cli.terminal import (
    ReaderGone,
    escape_line,
    escape_text,
    flush_results,
    print_error,
    print_message,
    print_result,
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain – ü", "plain – ü"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\nb\tc\rd", r"a\nb\tc\rd"),
        (
            "\u202a\u202e\u202f\u2065\u2066\u2069\u206a\u200f",
            "\\u202a\\u202e\u202f\u2065\\u2066\\u2069\u206a\u200f",
        ),
        ("\x00\x1f\x7f\x80\x9f\xa0", r"\x00\x1f\x7f\x80\x9f" + "\xa0"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\ud800", r"\ud800"),
        ("a\udc80\udcff", r"a\x80\xff"),  # bytes of a file's name
    ],
)
def test_a_line_has_nothing_in_it_that_a_terminal_obeys(text: str, line: str) -> None:
    assert escape_line(text) == line


def test_a_text_keeps_its_lines_and_tabs() -> None:
    assert escape_text("a\n\tb\x1b\r\x0b\x9b\u2028") == "a\n\tb\\x1b\\r\\x0b\\x9b\u2028"


def test_a_text_keeps_its_direction() -> None:
    assert escape_text("\u202eabc\u202c \u2067d\u2069") == "\u202eabc\u202c \u2067d\u2069"


def test_messages_go_to_stderr_and_results_to_stdout(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    print_error("wrong\x1b")
    print_message("said – ü")
    print_result("result\x1b – \ud800\n")
    flush_results()
    out, err = capsysbinary.readouterr()
    assert err.decode() == "reportcite: wrong\\x1b\nsaid – ü\n"
    assert out.decode() == "result\x1b – ?\n"


def test_a_result_is_escaped_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.BytesIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown))
    print_result("a\n\x1b")
    assert shown.getvalue() == b"a\n\\x1b"


def test_a_closed_stderr_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    print_message("nobody hears it")


def test_a_closed_stdout_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OSError, match="Bad file descriptor"):
        print_result("a")
    with pytest.raises(OSError, match="Bad file descriptor"):
        flush_results()


def test_a_reader_that_is_gone_is_no_oserror(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.BytesIO):
        def write(self, data: object, /) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=Gone()))
    with pytest.raises(ReaderGone):
        print_result("x")
    with pytest.raises(ReaderGone):
        flush_results()
