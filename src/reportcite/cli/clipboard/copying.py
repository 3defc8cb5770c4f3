"""Puts HTML and plain text on the clipboard, by what the desktop has for that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from reportcite.errors import OutputError, Place

_WHERE = Place("clipboard")


def copy(html: str, text: str, environment: Mapping[str, str] = os.environ) -> None:
    """Put `html`, a fragment, and `text` on the clipboard, both of the same content.

    Raises OutputError where there is no clipboard, or what is needed for it is not installed.
    """
    page = _page(html)
    if sys.platform == "darwin":
        from reportcite.cli.clipboard.macos import script

        _run(["osascript", "-"], script(page, text), "")
    elif sys.platform == "win32":
        from reportcite.cli.clipboard.windows import script

        _run(["powershell", "-NoProfile", "-STA", "-Command", "-"], script(page, text), "")
    elif environment.get("DISPLAY"):
        _run([sys.executable, "-m", "reportcite.cli.clipboard.x11"], _joined(page, text), "")
    elif environment.get("WAYLAND_DISPLAY"):
        # It offers one kind only, and word processors make text of HTML themselves.
        _run(["wl-copy", "--type", "text/html"], page, "install the package wl-clipboard")
    else:
        raise OutputError(
            "there is no clipboard",
            place=_WHERE,
            suggestion="neither DISPLAY nor WAYLAND_DISPLAY is set; write a file with -o",
        )


def _page(html: str) -> str:
    """A whole page: word processors take a fragment for Latin-1."""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{html}</body></html>'


def _joined(page: str, text: str) -> str:
    return f"{len(page.encode())}\n{page}{text}"


def _run(command: Sequence[str], given: str, missing: str) -> None:
    if shutil.which(command[0]) is None:
        raise OutputError(f"{command[0]} is not installed", place=_WHERE, suggestion=missing)
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OutputError(reason[-1] if reason else "it cannot be written", place=_WHERE)
