"""Input made to do harm: to memory, to time, to terminals, to browsers and to spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.faults.runs import COMMAND

SOUND = {"type": "report", "author": [{"literal": "A"}], "publisher": "P"}
DATE = {"issued": {"date-parts": [[2024]]}}


def line(**fields: object) -> str:
    return json.dumps({**SOUND, **DATE, "id": "a", "title": "T", **fields}) + "\n"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="limits memory")
@pytest.mark.parametrize("suffix", ["yaml", "jsonl", "json", "bib", "ris"])
def test_a_scalar_of_100_megabytes_takes_no_such_memory(tmp_path: Path, suffix: str) -> None:
    import resource

    begin, end = {
        "yaml": ("title: big\nabstract: ", "\n---\ntitle: next\n"),
        "jsonl": ('{"title": "', '"}\n{"title": "next"}\n'),
        "json": ('[\n{"title": "', '"},\n{"title": "next"}\n]\n'),
        "bib": ("@book{a, title = {", "}}\n@book{b, title = {next}}\n"),
        "ris": ("TY  - BOOK\nTI  - ", "\nER  - \nTY  - BOOK\nTI  - next\nER  - \n"),
    }[suffix]
    path = tmp_path / f"big.{suffix}"
    with path.open("w") as file:
        file.write(begin)
        for _ in range(100):
            file.write("word " * 200_000)
        file.write(end)
    limit = 400 << 20
    done = subprocess.run(
        [*COMMAND, "check", path, "--jobs", "1"],
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        timeout=300,
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert b"characters" in done.stdout


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", '{"note": ', "[{", "? "])
@pytest.mark.parametrize("suffix", ["yaml", "json", "jsonl"])
def test_deep_nesting_is_a_problem(run: Run, tmp_path: Path, opening: str, suffix: str) -> None:
    (tmp_path / f"deep.{suffix}").write_text(opening * 10_000)
    done = run("check", f"deep.{suffix}")
    assert done.returncode == 3
    assert f"deep.{suffix}:1" in done.stdout


@pytest.mark.parametrize("to", ["jsonl", "yaml", "bibtex", "ris", "csl-json", "mods", "csv"])
def test_odd_characters_are_problems_or_come_out_whole(run: Run, tmp_path: Path, to: str) -> None:
    odd = ["\0", "\x1b[31m", "\x9b", "\ud800", "\ufeff", "\r", "\u2028", "\x85", "\ufffe", "\u202e"]
    texts = "".join(line(id=f"a{n}", title=f"T{char}T") for n, char in enumerate(odd))
    (tmp_path / "odd.jsonl").write_bytes(b"\xef\xbb\xbf" + texts.encode().replace(b"}\n", b"}\r\n"))
    done = run("export", "odd.jsonl", "--to", to, "-o", "out")
    assert done.returncode == 1
    written = (tmp_path / "out").read_bytes().decode("utf-8")
    assert not re.search("[\x00-\x08\x1b\x9b\ud800-\udfff]", written)


@pytest.mark.parametrize(
    "arguments", [("cite", "--format", "html"), ("export", "--to", "coins"),
                  ("export", "--to", "highwire"), ("export", "--to", "schema-org")]
)  # fmt: skip
def test_html_is_safe_to_paste(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    attack = "</span></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    records = [
        line(id="a", title=attack, publisher=attack, URL="https://x.org/\"onclick='a'<b>"),
        line(id="b", author=[{"family": attack}], DOI='10.1000/"><script>'),
        line(id="c", URL="javascript:alert(1)", note=attack, genre=attack),
        line(id="d", URL=" java\tscript:alert(1)"),
        line(id="e", URL="data:text/html,<script>alert(1)</script>"),
    ]
    (tmp_path / "in.jsonl").write_text("".join(records))
    shown = run(arguments[0], "in.jsonl", *arguments[1:]).stdout.lower()
    assert shown
    inside_json = arguments[-1] == "schema-org"
    assert "<script" not in shown.replace('<script type="application/ld+json">', "")
    assert inside_json or "<img" not in shown
    assert not re.search(r"""(href|src)\s*=\s*["']?\s*(javascript|data|java\s)""", shown)
    if not inside_json:
        for tag in re.findall(r"<[^>]*>", shown):
            assert not re.search(r"\son\w+\s*=", re.sub(r'"[^"]*"', '""', tag)), tag


def test_no_csv_cell_is_a_formula(run: Run, tmp_path: Path) -> None:
    starts = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"]
    (tmp_path / "in.jsonl").write_text(
        "".join(
            line(id=start, title=start, publisher=start, author=[{"literal": start}])
            for start in starts
        )
    )
    done = run("export", "in.jsonl", "--to", "csv")
    cells = [cell for row in csv.reader(io.StringIO(done.stdout, newline="")) for cell in row]
    assert len(cells) == 10 * 6  # id, type, title, author, issued and publisher have values
    assert [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@＝"))] == []


@pytest.mark.parametrize("author", ['[{"family": ""}]', '[{"literal": ""}]', "[{}]"])
def test_one_mistake_is_one_finding_in_every_format(run: Run, tmp_path: Path, author: str) -> None:
    entry = line().strip().replace('[{"literal": "A"}]', author)
    files = {"a.jsonl": f"{entry}\n", "a.json": f"[{entry}]", "a.yaml": f"- {entry}\n"}
    for name, content in files.items():
        (tmp_path / name).write_text(content)
        shown = run("check", name).stdout
        assert shown.count(" error ") == 1, shown


GREEDY = {
    "title": [
        "“" * 50_000,
        "{" * 50_000,
        "$" * 50_000,
        "\\" * 50_000,
        "a " * 50_000,
        "<i>" * 30_000,
    ],
    "ISBN": ["9" * 100_000, "9-" * 50_000, "978 " * 30_000, "ISBN " * 20_000, "," * 100_000],
    "DOI": ["10." * 30_000, "10.1/" + "(" * 90_000, "doi:" * 30_000],
    "URL": ["http://" * 20_000, "http://" + "a." * 50_000, "http://" + "%" * 90_000],
    "issued": ["1" * 100_000, "2024-" * 20_000, "2024/" * 20_000, " " * 99_999 + "x", "?" * 99_999],
    "author": ["a, " * 30_000, "van " * 30_000, "." * 100_000, "A." * 50_000, " " * 99_999 + "x"],
    "page": ["1-" * 50_000, "-" * 100_000, "1" * 100_000],
    "keyword": [", " * 50_000, "," * 100_000],
}


@pytest.mark.parametrize("name", GREEDY)
def test_long_values_take_no_time_to_backtrack(run: Run, tmp_path: Path, name: str) -> None:
    """The test ends: on a hundred thousand characters a backtracking expression would not."""
    path = tmp_path / "in.jsonl"
    path.write_text("".join(line(id=f"a{n}", **{name: v}) for n, v in enumerate(GREEDY[name])))
    assert run("check", "in.jsonl").stdout
    for to in ("bibtex", "ris", "yaml", "mods"):
        run("export", "in.jsonl", "--to", to, "--key-format", "authors-title-isbn")
    run("cite", "in.jsonl", "--unsorted")


DOCUMENTS = {
    "a.md": ["<!--", "<!-- a\n", "{cite}`", "@{", "`a ", "```\n", "- nocite: x\n"],
    "b.md": ["".join("`" * size + " " for size in range(700))],
    "a.org": ["#+begin_src\n", "#+begin_example c\n@a\n", "cite", "[cite:", "[cite:@.", "=a "],
    "b.org": ["[cite:" + "@" * 200_000],
    "a.tex": ["\\begin{verbatim}", "\\verb|a\n", "\\cite[", "\\cite{a}", "\\citestyle{", "%"],
    "b.tex": ["\\" + "cite" * 50_000],
    "a.typ": ["/*", "`a ", "#cite(<", "bibliography(full: ", "@a.", "<a"],
}
"""What documents may repeat 200,000 letters long, or be as they are if they are as long."""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_read_in_time_that_grows_as_they_do(
    run: Run, tmp_path: Path, name: str
) -> None:
    """The test ends: from each of these another search through the whole would take hours."""
    options = []
    for number, unit in enumerate(DOCUMENTS[name]):
        path = tmp_path / f"{number}{name}"
        path.write_text(unit * max(1, 200_000 // len(unit)))
        options += ["--cited-in", str(path)]
    assert run("cite", "--sample", *options).returncode in {0, 1}
