"""Examples of the rules, examples.toml, and what the commands say to them."""

from __future__ import annotations

import os
import re
import shlex
import sys
import tomllib
from collections.abc import Generator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, TextIO
from unittest.mock import patch

from reportcite.cli.main import main

_RECORD: Final = """\
type: report
title: Soil
author: [{family: Feld, given: Vera}]
issued: 2024
publisher: Acker
publisher-place: Bonn
number-of-pages: 208
ISBN: 978-3-948289-82-9
URL: https://example.org/soil
language: en
"""
_STYLE: Final = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Soil</title><id>soil</id><updated>2024-01-01T00:00:00+00:00</updated></info>
MACROS<citation><layout>LAYOUT</layout></citation>
</style>
"""
_TITLE: Final = '<text variable="title"/>'
_STYLED: Final = "reportcite cite record.yaml --as cite --style style.csl"
_NO_SETTINGS: Final = {"REPORTCITE_CONFIG": "", "NO_COLOR": "1"}
WITHOUT: Final[Mapping[str, str]] = {
    "cut-off": "A packed file that ends too early has it.",
    "marc-characters": "A record with bytes that are no text has it.",
    "no-answer": "An address that nobody answers at has it.",
    "not-fixed": "A file that may be read and not written has it.",
    "not-found": "A DOI that nobody has registered has it.",
    "order-of-script": "Names in Han, where PyICU is not installed, have it.",
    "trailing-bytes": "A packed file with other bytes behind its end has it.",
    "wrong-answer": "An address that answers with a page for logging in has it.",
}
"""What has no example that can be read: it takes a network, a broken file or another machine."""


class Side(NamedTuple):
    """A file and the command that looks at it; `shown` is what of the file the page shows."""

    file: str
    shown: str
    command: str
    content: bytes
    others: Mapping[str, str]


class Said(NamedTuple):
    """How a command ended, and what it wrote to both streams."""

    code: int
    text: str

    def about(self, rule: str) -> list[str]:
        """The findings of the rule called so."""
        return [line for line in self.text.splitlines() if f" {rule}: " in line]


@cache
def _table() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def names() -> list[str]:
    """The rules that have an example."""
    return [*_table()]


def fails(rule: str) -> Side:
    """What the rule called so finds something in."""
    return _side(_table()[rule], "fails", "")


def passes(rule: str) -> Side:
    """What it finds nothing in."""
    return _side(_table()[rule], "passes", "passes-")


def _side(example: dict[str, str], text: str, prefix: str) -> Side:
    file = example.get("file", "record.yaml")
    shown = example.get(text, example["fails"]).removeprefix("\n")
    command = example.get("command", _STYLED if file == "style.csl" else f"reportcite check {file}")
    command = example.get(f"{prefix}command", command)
    encoding = example.get(f"{prefix}encoding", example.get("encoding", "utf-8"))
    whole = shown if "file" in example else record_with(shown)
    whole = style_with(shown) if file == "style.csl" else whole
    others: Mapping[str, str] = example.get("files", {})  # type: ignore[assignment]
    return Side(file, shown, command, whole.encode(encoding), others)


def record_with(lines: str) -> str:
    """A record in order, but for these lines, which stand for those of the same fields.

    >>> record_with("issued: 2023").splitlines()[-2:]
    ['language: en', 'issued: 2023']
    """
    given = set(re.findall(r"^([\w-]+):", lines, re.MULTILINE))
    kept = [line for line in _RECORD.splitlines() if line.partition(":")[0] not in given]
    return "\n".join([*kept, lines.rstrip("\n"), ""])


def style_with(part: str) -> str:
    """A style in order, but for this part: its first line, its macros, or what it prints."""
    head, _, rest = _STYLE.partition("\n")
    if part.startswith("<style"):
        space = head.split()[1]
        return part.replace("<style", f"<style {space}", 1) + rest.replace("MACROS", "").replace(
            "LAYOUT", _TITLE
        )
    macros, layout = (part, _TITLE) if part.startswith("<macro") else ("", part)
    return _STYLE.replace("MACROS", macros).replace("LAYOUT", layout)


def said_of(side: Side) -> Said:
    """What the command of `side` says, run in a folder of its own."""
    with TemporaryDirectory() as folder, chdir(folder), patch.dict(os.environ, _NO_SETTINGS):
        os.environ.pop("FORCE_COLOR", None)
        Path("record.yaml").write_text(_RECORD, encoding="utf-8")
        for name, text in side.others.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text.removeprefix("\n"), encoding="utf-8")
        if side.file:
            Path(side.file).parent.mkdir(parents=True, exist_ok=True)
            Path(side.file).write_bytes(side.content)
        command, _, typed = side.command.partition(" < ")
        given = TextIOWrapper(BytesIO(Path(typed).read_bytes() if typed else b""))
        written = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
        with redirect_stdout(written), redirect_stderr(written), _typed(given):
            code = main(shlex.split(command)[1:])
        written.seek(0)
        return Said(code, written.read())


@contextmanager
def _typed(stream: TextIO) -> Generator[None]:
    """Standard input is `stream`."""
    before, sys.stdin = sys.stdin, stream
    try:
        yield
    finally:
        sys.stdin = before
