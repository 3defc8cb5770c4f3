"""What grows with its input grows no faster than n log n: readers, checks, citations, exports."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from math import isqrt
from pathlib import Path
from typing import Any

import pytest

from tests.faults.growth import exponent, work

pytestmark = pytest.mark.slow
MOST = 1.3
RUNS = 8
"""How often what seems to grow faster is measured: on a busy machine most runs are disturbed."""
SMALL, LARGE = 6_000, 48_000
"""About so many bytes, times some, has an input that is made for such a number."""
ITEM: dict[str, Any] = {
    "id": "a",
    "type": "book",
    "title": "Soil",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[2001]]},
    "publisher": "P",
}


def name(number: int) -> dict[str, str]:
    return {"family": f"Family{number}", "given": f"G{number} B."}


def one(**fields: object) -> list[dict[str, Any]]:
    return [{**ITEM, **fields}]


def many(count: int, **fields: object) -> list[dict[str, Any]]:
    return [{**ITEM, "id": f"r{number}", **fields} for number in range(count)]


ITEMS: Mapping[str, Callable[[int], list[dict[str, Any]]]] = {
    "records": lambda n: many(n // 40),
    "records of one id": lambda n: many(n // 40, id="a"),
    "records of one ISBN": lambda n: many(n // 40, ISBN="9783948289829"),
    "authors": lambda n: one(author=[name(number) for number in range(n // 4)]),
    "equal lists of authors": lambda n: many(
        isqrt(n) // 2, author=[name(number) for number in range(isqrt(n))]
    ),
    "stairs of authors": lambda n: [
        {**ITEM, "id": f"r{top}", "author": [name(number) for number in range(top + 1)]}
        for top in range(isqrt(n))
    ],
    "stairs of namesakes": lambda n: [
        {**ITEM, "id": f"r{top}", "author": [{"family": "Doe", "given": f"G{number}"}
         for number in range(top + 1)]} for top in range(isqrt(n))
    ],
    "quotes": lambda n: one(title="“a” " * n),
    "quotes that never end": lambda n: one(title="“a " * n),
    "straight quotes": lambda n: one(title='"a" ' * n),
    "straight quotes that never end": lambda n: one(title='"a b ' * n),
    "words": lambda n: one(title="Word " * n),
    "tags": lambda n: one(title="<i>w</i> " * n),
    "braces": lambda n: one(title="{w} " * n),
    "nested braces": lambda n: one(title="{" * n + "}" * n),
    "keywords": lambda n: one(keyword=", ".join(f"k{number}" for number in range(n // 2))),
    "unknown members": lambda n: one(**{f"x{number}": "v" for number in range(n // 3)}),
    "members with a slip": lambda n: one(**{f"titel{number}": "v" for number in range(n // 3)}),
    "unknown types": lambda n: [{**one, "type": f"x{one['id']}"} for one in many(n // 40)],
    "lines of a note": lambda n: one(note="\n".join(f"x{number}: v" for number in range(n))),
    "ISBNs": lambda n: one(ISBN=" ".join(["9783948289829"] * (n // 8))),
    "ranges of pages": lambda n: one(page=", ".join(f"{n}-{n + 2}" for n in range(n // 8))),
    "particles": lambda n: one(author=[{"family": "van der " * n + "Doe", "given": "J. " * n}]),
}  # fmt: skip
COMMANDS = {
    "check": "check in.jsonl",
    "fix": "check --fix in.jsonl",
    "cite": "cite in.jsonl",
    "cites": "cite in.jsonl --as cite",
    "notes": "cite in.jsonl --style chicago-notes --format html",
    "bibtex": "export in.jsonl --to bibtex",
    "ris": "export in.jsonl --to ris",
    "yaml": "export in.jsonl --to yaml",
    "mods": "export in.jsonl --to mods",
    "marc": "export in.jsonl --to marc",
    "merge": "merge in.jsonl --to jsonl",
    "page": "page in.jsonl -o site --style apa --language en",
}


def joined(count: int, entry: str) -> str:
    """An entry so many times, with its number for `#`."""
    return "".join(entry.replace("#", str(number)) for number in range(count))


MARC = "<record><leader>00000nam a2200000 a 4500</leader>{}</record>"
FIELD = '<datafield tag="{}" ind1="1" ind2=" "><subfield code="a">{}</subfield></datafield>'
MODS = '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>T</title></titleInfo>{}</mods>'
NAME = "<name><namePart>#</namePart></name>"
AUTHOR = "<Author><LastName>D#</LastName></Author>"
PUBMED = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T"
    "</ArticleTitle><AuthorList>{}</AuthorList></Article></MedlineCitation></PubmedArticle>"
    "</PubmedArticleSet>"
)
FILES: Mapping[str, tuple[str, Callable[[int], str]]] = {
    "entries with one hub": (
        "bibtex",
        lambda n: "@xdata{h, note={N}}\n" + joined(n // 20, "@book{b#, title={T}, xdata={h}}\n"),
    ),
    "entries with one hub of editors": (
        "bibtex",
        lambda n: "@proceedings{h, editor={" + joined(n // 20, "A and ") + "B}}\n"
        + joined(n // 20, "@inproceedings{b#, title={T}, crossref={h}}\n"),
    ),
    "a chain of xdata": (
        "bibtex",
        lambda n: joined(n // 40, "@xdata{x#, f#={n}}\n@xdata{y#, xdata={x#}}\n")
        + "".join(f"@misc{{z{i}, f{i}={{n}}, xdata={{z{i + 1}}}}}\n" for i in range(n // 40)),
    ),
    "xdata of xdata": (
        "bibtex",
        lambda n: joined(n // 20, "@xdata{x#, f#={n}}\n")
        + "@xdata{h, xdata={" + ",".join(f"x{i}" for i in range(n // 20)) + "}}\n"
        + joined(n // 20, "@book{b#, title={T}, xdata={h}}\n"),
    ),
    "strings joined": ("bibtex", lambda n: "@book{b, title={a}" + " # {a}" * n + "}"),
    "quotes of LaTeX": ("bibtex", lambda n: "@book{a, title={" + "``a'' " * n + "}}"),
    "quotes of LaTeX that never end": ("bibtex", lambda n: "@book{a, title={" + "``a " * n + "}}"),
    "entries that never end": ("bibtex", lambda n: "@book{" * n),
    "commands in commands": ("bibtex", lambda n: "@book{a, title={" + r"\emph{" * n + "}" * n),
    "names without end": ("bibtex", lambda n: "@book{a, author={" + "a and " * n + "}}"),
    "lines": ("ris", lambda n: "TY  - BOOK\nTI  - T\n" + "x\n" * n + "ER  - \n"),
    "links": ("ris", lambda n: "TY  - BOOK\n" + joined(n // 8, "UR  - http://a.org/#\n")),
    "notes": ("ris", lambda n: "TY  - BOOK\n" + joined(n // 8, "N1  - note #\n")),
    "authors in nbib": ("nbib", lambda n: "PMID- 1\n" + joined(n // 8, "FAU - D#\nAD  - X\n")),
    "keywords of EndNote": ("enw", lambda n: "%0 Book\n%T T\n" + joined(n // 4, "%K a#\n")),
    "addresses": ("wos", lambda n: "FN X\nVR 1.0\nPT J\nAU A\nC1 " + joined(n // 8, "   [D#] U\n")),
    "added": ("marcxml", lambda n: MARC.format(joined(n // 20, FIELD.format(700, "D#, J")))),
    "a long statement": (
        "marcxml",
        lambda n: MARC.format(
            '<datafield tag="245" ind1="0" ind2="0"><subfield code="c">' + "x; " * n
            + "</subfield></datafield>" + joined(n // 40, FIELD.format(700, "D#, J"))
        ),
    ),
    "subjects": ("marcxml", lambda n: MARC.format(joined(n // 20, FIELD.format(650, "D#")))),
    "names": ("mods", lambda n: MODS.format(joined(n // 10, NAME))),
    "works in works": (
        "mods",
        lambda n: MODS.format('<relatedItem type="host">' * n + "</relatedItem>" * n),
    ),
    "authors of PubMed": (
        "pubmed-xml", lambda n: PUBMED.format(joined(n // 20, AUTHOR)),
    ),
    "lines of MARC": ("marc-lines", lambda n: "=245  00$aT\n" + "text\n" * (n // 2)),
    "mnemonics": ("marc-lines", lambda n: "=245  00$a" + "{acute}e" * n),
    "fields of PICA": ("pica", lambda n: "021A $aT\n" + joined(n // 4, "028C $aD#$dJ\n")),
    "spans": ("html", lambda n: "<html>" + "<span>" * n),
    "signs": ("html", lambda n: "<html>" + "<" * n),
    "documents": ("yaml", lambda n: "---\ntitle: T\n" * (n // 10)),
    "aliases": ("yaml", lambda n: joined(n // 20, "- &a# {id: a#, title: T}\n- *a#\n")),
    "keys": ("yaml", lambda n: "title: T\n" + joined(n // 4, "titel#: a\n")),
    "escapes": ("yaml", lambda n: 'title: "' + "\\n" * n + '"\n'),
    "contributors": (
        "datacite-json",
        lambda n: json.dumps({"data": {"attributes": {"doi": "10.1/a", "titles": [{"title": "T"}],
            "contributors": [{"name": f"D{i}, A"} for i in range(n // 8)]}}}),
    ),
    "names of RefWorks": ("refworks", lambda n: "RT Book\nT1 T\n" + joined(n // 4, "A1 D#, A\n")),
    "people": (
        "cff",
        lambda n: "cff-version: 1.2.0\nmessage: m\ntitle: T\nauthors:\n"
        + joined(n // 20, "  - family-names: D#\n    given-names: A\n"),
    ),
}  # fmt: skip
DOCUMENTS = {
    "a.md": "See [@a, p. 3; -@b] and @c.\n\n",
    "a.tex": "\\cite[3]{a,b} \\textcite{c}\n",
    "a.typ": "@a #cite(<b>)\n",
    "a.org": "[cite:see @a p. 3;@b]\n",
}


def measured(folder: Path, write: Callable[[Path, int], int], arguments: list[str]) -> float:
    """The exponent of the least that a few runs of each size took, which is that of the work."""
    folders = {number: folder / str(number) for number in (SMALL // 10, SMALL, LARGE)}
    sizes = {}
    for number, path in folders.items():
        path.mkdir()
        sizes[number] = write(path, number)
    first = folders[SMALL // 10]
    small = large = found = 9.0
    for _ in range(RUNS):
        # What takes less than some milliseconds cannot be measured, and is not worth it.
        small = min(small, max(work(folders[SMALL], first, arguments), 0.01))
        large = min(large, max(work(folders[LARGE], first, arguments), 0.01))
        found = exponent((sizes[SMALL], small), (sizes[LARGE], large))
        if found <= MOST:
            break
    return found


def command_lines() -> Iterator[tuple[str, str]]:
    """Each command on each kind of records; sites of some, since each is in many files."""
    for command in COMMANDS:
        for shape in ITEMS:
            if command != "page" or shape in {"authors", "stairs of authors", "keywords", "words"}:
                yield command, shape


@pytest.mark.parametrize(("command", "shape"), [*command_lines()])
def test_a_command_grows_as_the_records(tmp_path: Path, command: str, shape: str) -> None:
    def write(folder: Path, number: int) -> int:
        return (folder / "in.jsonl").write_text(
            "".join(json.dumps(item) + "\n" for item in ITEMS[shape](number))
        )

    arguments = [*COMMANDS[command].split(), "-j", "1"]
    if command not in {"check", "fix"}:
        arguments += ["--on-error", "keep"]
    assert measured(tmp_path, write, arguments) <= MOST


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("command", ["check", "export --on-error keep --to ris"])
def test_a_reader_grows_as_its_file(tmp_path: Path, kind: str, command: str) -> None:
    name, made = FILES[kind]

    def write(folder: Path, number: int) -> int:
        return (folder / "in").write_text(made(number))

    arguments = [*command.split(), "in", "--from", name, "-j", "1"]
    assert measured(tmp_path, write, arguments) <= MOST


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_keys_of_a_document_are_found_in_time_that_grows_as_it(
    tmp_path: Path, name: str
) -> None:
    def write(folder: Path, number: int) -> int:
        return (folder / name).write_text(DOCUMENTS[name] * (number // 10))

    assert measured(tmp_path, write, ["cite", "--sample", "--cited-in", name]) <= MOST
