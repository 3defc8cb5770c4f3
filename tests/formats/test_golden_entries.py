"""The first record in BibTeX, biblatex and RIS, character by character.

Written by `python -m tests.formats.test_golden_entries`.
"""

from __future__ import annotations

import pytest

from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.formats.writing.keys import base_key
from tests.formats.files import ROOT, read_record, reports

GOLDEN = {
    "bibtex": ROOT / "tests" / "golden" / "chancen-statt-krise.bib",
    "biblatex": ROOT / "tests" / "golden" / "chancen-statt-krise.biblatex.bib",
    "ris": ROOT / "tests" / "golden" / "chancen-statt-krise.ris",
}


def entry(name: str) -> bytes:
    first = reports()[0]
    write = format_named(name).write
    assert first.id == "chancen-statt-krise" and write is not None
    return write(Fields(first), base_key(first)).encode()


@pytest.mark.parametrize("name", GOLDEN)
def test_the_first_record(name: str) -> None:
    assert GOLDEN[name].read_bytes() == entry(name)


@pytest.mark.parametrize("name", GOLDEN)
def test_the_file_says_what_the_record_says(name: str) -> None:
    back = read_record(name, GOLDEN[name].read_bytes())
    before, after = reports()[0].item(), back.item()
    # Which part of a title joined to its subtitle is the title, RIS and BibTeX do not say.
    derived = {"citation-key", "title-short"}
    assert {field: before[field] for field in before if field not in derived} | {
        "language": "de"
    } == {
        **{field: after[field] for field in after if field not in derived},
        "id": "chancen-statt-krise",
    }


if __name__ == "__main__":
    for format_name, path in GOLDEN.items():
        path.write_bytes(entry(format_name))
