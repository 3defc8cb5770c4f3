"""Numbers that no computer counts with, and what is no number, in any field: the other records come
out all the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run

DIGITS = "9" * 5000
SOUND = {"type": "book", "author": [{"family": "Doe", "given": "J."}], "publisher": "P"}
FIELDS = (
    *("id", "type", "title", "author", "issued", "accessed", "volume", "page", "edition"),
    *("number-of-pages", "ISBN", "ISSN", "DOI", "URL", "PMID", "language", "keyword", "note"),
    *("chapter-number", "version", "custom"),
)
VALUES = {  # as JSON
    "text": f'"{DIGITS}"',
    "range": f'"{DIGITS}-{DIGITS}"',
    "date": f'"{DIGITS}-01-01/{DIGITS}"',
    "integer": DIGITS,
    "below zero": f"-{DIGITS}",
    "fraction": f"0.{DIGITS}",
    "infinite": "1e999",
    "NaN": "NaN",
    "Infinity": "-Infinity",
    "list": f'[{DIGITS}, "{DIGITS}"]',
    "year": f'{{"date-parts": [[{DIGITS}, 1, 1]]}}',
    "day": f'{{"date-parts": [[2000, 1, "{DIGITS}"]]}}',
    "season": f'{{"date-parts": [[2000]], "season": {DIGITS}}}',
    "name": f'[{{"family": {DIGITS}}}, {{"literal": NaN}}]',
}
KEYS = {  # BibTeX, RIS
    "bib": ("year", "date", "pages", "volume", "edition", "isbn", "doi", "author", "month"),
    "ris": ("PY", "DA", "SP", "EP", "VL", "ET", "SN", "DO", "AU", "Y2"),
}
SUFFIXES = ("jsonl", "json", pytest.param("yaml", marks=pytest.mark.slow), "bib", "ris")


def json_records() -> Iterator[str]:
    """Each field with each value, and a sound record behind it."""
    for field in FIELDS:
        for name, value in VALUES.items():
            about = f"{field} {name}"
            bad = {**SOUND, "id": f"bad {about}", "title": "Bad", "issued": "2001", field: "HERE"}
            yield json.dumps(bad).replace('"HERE"', value)
            yield json.dumps({**SOUND, "id": about, "title": f"Sound <{about}>", "issued": "2002"})


def file_of(suffix: str) -> str:
    """A file of that format, with as many sound records as others."""
    if suffix == "jsonl":
        return "".join(f"{record}\n" for record in json_records())
    if suffix == "json":
        return "[" + ",\n".join(json_records()) + "]\n"
    if suffix == "yaml":
        return "".join(f"- {record}\n" for record in json_records())
    records: list[str] = []
    for key in KEYS[suffix]:
        for value in (DIGITS, f"-{DIGITS}", f"{DIGITS}-{DIGITS}", f"{DIGITS}/{DIGITS}", "nan"):
            number = len(records)
            if suffix == "bib":
                records.append(f"@book{{b{number}, title = {{Bad}}, {key} = {{{value}}}}}\n")
                records[-1] += f"@book{{s{number}, title = {{Sound <{number}>}}, year = 2002}}\n"
            else:
                records.append(f"TY  - BOOK\nTI  - Bad\n{key}  - {value}\nER  - \n")
                records[-1] += f"TY  - BOOK\nTI  - Sound <{number}>\nPY  - 2002\nER  - \n"
    return "".join(records)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("to", ["", "bibtex", "ris", "csl-json", "mods"])
def test_one_record_does_not_stop_the_others(
    run: Run, tmp_path: Path, suffix: str, to: str
) -> None:
    content = file_of(suffix)
    (tmp_path / f"in.{suffix}").write_text(content)
    command = ("export", "--to", to) if to else ("cite", "--unsorted")
    done = run(command[0], f"in.{suffix}", *command[1:], "--quiet")
    assert done.returncode in {0, 1, 3}, done.stderr[-300:]
    assert "internal error" not in done.stderr
    sound = len(re.findall(r"Sound\b", content))
    assert len(re.findall(r"Sound\b", done.stdout)) >= sound


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_is_checked(run: Run, tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"in.{suffix}").write_text(file_of(suffix))
    done = run("check", f"in.{suffix}")
    assert done.returncode in {1, 3}
    assert "internal error" not in done.stderr
