"""The first record in every output language and in the styles people ask for most, to be read.

After a change that is meant, write the files anew and read the difference:
`python -m tests.golden.test_golden`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite import cite, load
from reportcite.csl import Cite, Processor
from reportcite.record.items import items

HERE = Path(__file__).parent
RECORD = HERE.parents[1] / "records" / "chancen-statt-krise.yaml"
OUTPUTS = {
    "html": "html",
    "markdown": "md",
    "rtf": "rtf",
    "latex": "tex",
    "typst": "typ",
    "org": "org",
    "rst": "rst",
}
STYLES = [
    "apa", "chicago", "chicago-notes", "mla", "ieee", "harvard", "vancouver", "library-card",
]  # fmt: skip


def in_style(style: str) -> str:
    """Everything a style prints of the record, as text, each under its name."""
    processor = Processor(style)
    references = items(load(RECORD))
    processor.register(references)
    one = Cite(str(references[0]["id"]))
    located = one._replace(locator="12")
    printed = {
        "entry": processor.document(),
        "cite": processor.citation([one]),
        "cite of page 12": processor.citation([located]),
        "narrative": processor.narrative(one),
        "narrative of page 12": processor.narrative(located),
    }
    return "\n".join(f"{name}\n{text}\n" for name, text in printed.items())


def in_output(output: str) -> str:
    """The record's APA entry in an output language, as `cite` prints it."""
    return cite(load(RECORD), style="apa", output=output)


def golden() -> dict[str, str]:
    """File name → content of every golden file."""
    named = {f"{RECORD.stem}.{style}.txt": in_style(style) for style in STYLES}
    named |= {f"{RECORD.stem}.apa.{end}": in_output(output) for output, end in OUTPUTS.items()}
    return named


@pytest.mark.parametrize("style", STYLES)
def test_a_style_in_text(style: str) -> None:
    assert (HERE / f"{RECORD.stem}.{style}.txt").read_text(encoding="utf-8") == in_style(style)


@pytest.mark.parametrize("output", OUTPUTS)
def test_apa_in_an_output_language(output: str) -> None:
    file = HERE / f"{RECORD.stem}.apa.{OUTPUTS[output]}"

    assert file.read_text(encoding="utf-8") == in_output(output)


if __name__ == "__main__":
    for name, content in golden().items():
        (HERE / name).write_text(content, encoding="utf-8", newline="\n")
