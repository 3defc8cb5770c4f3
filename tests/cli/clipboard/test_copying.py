"""`cite --copy`: what is needed for the clipboard, and what is said where it is not there."""

from __future__ import annotations

import shutil
import sys

import pytest

from reportcite.cli.clipboard.copying import copy
from reportcite.errors import OutputError
from tests.conftest import Run

linux = pytest.mark.skipif(sys.platform != "linux", reason="of the desktops of Linux")


@linux
def test_without_a_screen_there_is_no_clipboard() -> None:
    with pytest.raises(OutputError, match=r"there is no clipboard .*write a file with -o"):
        copy("<p>a</p>", "a", {})


@linux
def test_what_is_missing_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(OutputError, match=r"wl-copy is not installed \(install .*wl-clipboard"):
        copy("<p>a</p>", "a", {"WAYLAND_DISPLAY": "wayland-0"})


@linux
def test_a_screen_that_cannot_be_reached_is_an_error() -> None:
    with pytest.raises(OutputError, match="clipboard: "):
        copy("<p>a</p>", "a", {"DISPLAY": ":987"})


@linux
def test_what_was_to_be_copied_is_printed_all_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    done = run("cite", "--sample", "--copy")
    assert done.stdout.startswith("Ratzmann")
    assert "there is no clipboard" in done.stderr
    assert done.returncode == 3


def test_copy_is_for_what_is_printed(run: Run) -> None:
    assert run("cite", "--sample", "--copy", "-o", "a.docx").returncode == 2
