"""A program of a user, who has only the package: all public functions, their types written out.

It is run, and mypy is run on it alone, by test_script.py.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import reportcite
from reportcite import (
    Citation,
    Cite,
    Contributor,
    Date,
    Document,
    Entry,
    Fix,
    Identifier,
    Isbn,
    Place,
    Problem,
    Record,
    ReportciteError,
    Rule,
    StyleName,
)


def families(record: Record) -> list[str]:
    """The family names of the authors, or the names of organizations."""
    authors = record.fields.get("author", [])
    if not isinstance(authors, list):
        return []
    return [_family(author) for author in authors]


def _family(name: Contributor) -> str:
    return name.get("family") or name.get("literal", "")


def year(record: Record) -> int:
    """The year of publication, 0 where none is known."""
    issued = record.fields.get("issued")
    if isinstance(issued, str | list) or issued is None:
        return 0
    date: Date = issued
    return date.get("date-parts", [[0]])[0][0]


def findings(records: list[Record]) -> dict[str, list[str]]:
    """The names of the rules that records break, by their ids, and where."""
    found: dict[str, list[str]] = {}
    for record in records:
        for problem in reportcite.check(record):
            rule: Rule = problem.rule
            place: Place = problem.place
            fix: Fix | None = problem.fix
            end = f" → {fix.new}" if fix else ""
            found.setdefault(record.id, []).append(f"{place.line} {rule.name}{end}")
    return found


def paper(records: list[Record], style: str | Path) -> Document:
    """The citations of a paper, written and in parts."""
    first: str | Citation = "[see @beck1986, p. 12]"
    second = Citation((Cite("kalt2024", locator="4", suffix="passim"),), narrative=True)
    return reportcite.cite(records, style, "en-GB", "html", citations=[first, second], links=False)


def asked(function: Callable[[], object]) -> str:
    """What is wrong with a request, in its parts."""
    try:
        function()
    except ReportciteError as error:
        where: Place | None = error.place
        return f"{type(error).__name__}|{where or ''}|{error.message}|{error.suggestion}"
    return ""


def main(path: Path) -> None:
    """Print what is found of each kind."""
    problems: list[Problem] = []
    records: list[Record] = reportcite.load(
        [path, path.with_name("missing.bib")], problems=problems
    )
    item: Mapping[str, object] = {"id": "kalt2024", "title": "Trust", "DOI": "doi:10.1234/trust"}
    own = Record.from_fields(item, author=["Kalt, Anna"], issued="2024-05", publisher="DeZIM")
    records.append(reportcite.fix(own))
    print([problem.severity for problem in problems], [families(one) for one in records])
    print([year(one) for one in records], findings([own]))

    document = paper(records, "apa")
    print(document.citations, [entry.id for entry in document.entries])
    entries: list[Entry] = reportcite.entries(records, style="mla")
    bibliography: str = reportcite.cite(records, style="mla", group_by="year", on_error="keep")
    print(all(entry.text in bibliography for entry in entries))
    print(reportcite.export(records[-1], to="jsonl"), end="")

    isbn: Isbn = reportcite.isbn("3-948289-82-4")
    orcid: Identifier = reportcite.identify("0000-0002-1825-0097")
    style: StyleName = reportcite.styles.search("apa")[0]
    print(isbn.valid, isbn.hyphenated13, orcid.kind, orcid.link, style.name, style.kind)
    print([fixed.rule.name for fixed in reportcite.fix(path, write=False)])
    print(asked(lambda: reportcite.load(path, from_="bibtx")))
    print(asked(lambda: reportcite.cite(records, style="chicgo")))


main(Path(sys.argv[1]))
