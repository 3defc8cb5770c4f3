"""The engines that the benchmark compares: each sets one bibliography in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

DRIVERS = Path(__file__).parent / "drivers"


@dataclass(frozen=True, slots=True)
class Run:
    """One engine's bibliography: its seconds, and what it printed.

    `compile_ms` is the time to load and compile the style, `peak_mb` the process's peak memory;
    0 where the engine does not separate them.
    """

    seconds: float
    entries: list[str]
    compile_ms: float = 0.0
    peak_mb: float = 0.0


def ours(style: Path, items: Path) -> Run:
    """This project."""
    return _driven([sys.executable, str(DRIVERS / "ours.py"), str(style), str(items)])


def citeproc_py(style: Path, items: Path) -> Run:
    """citeproc-py of PyPI."""
    return _driven([sys.executable, str(DRIVERS / "citeproc_py.py"), str(style), str(items)])


def citeproc_js(module: Path, style: Path, items: Path) -> Run:
    """citeproc-js: `module` is the folder of the npm package `citeproc`."""
    locales = package_folder("citeproc") / "data" / "locales"
    driver = DRIVERS / "citeproc_js.js"
    return _driven(["node", str(driver), str(module), str(style), str(locales), str(items)])


def pandoc(style: Path, items: Path, *, cited: bool) -> Run:
    """pandoc --citeproc: what a run takes longer than one that has nothing to cite.

    With `cited` the document cites every item, as documents do; else its bibliography lists them
    by `nocite: @*`, and no citation needs telling apart.
    """
    empty = items.with_name("empty.json")
    empty.write_text("[]", encoding="utf-8")
    ids = [item["id"] for item in json.loads(items.read_text(encoding="utf-8"))]
    document = "\n\n".join(f"[@{name}]" for name in ids) if cited else "---\nnocite: '@*'\n---\n"
    # The shortest of several: a chance delay of the empty run would be pandoc's gain.
    without_items = min(_pandoc(style, empty, "")[1] for _ in range(5))
    text, busy = _pandoc(style, items, document)
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    return Run(busy - without_items, paragraphs[-len(ids) :])


def ours_in_html(items: Path) -> float:
    """The seconds of a whole run of this project's command, from records to a page of HTML."""
    target = items.with_name("ours.html")
    command = [sys.executable, "-m", "reportcite", "cite", "--quiet", "--jobs", "1"]
    return _timed([*command, "--from", "csl-json", str(items), "-o", str(target)], target)


def typst_in_html(items: Path) -> float:
    """The seconds of a whole run of typst, from the same records in Hayagriva's YAML (of which JSON
    is a part) to a page of HTML; a warm-up is not needed, as nothing is kept."""
    records = json.loads(items.read_text(encoding="utf-8"))
    entries = {record["id"]: _for_hayagriva(record) for record in records}
    items.with_name("refs.yml").write_text(json.dumps(entries), encoding="utf-8")
    source, target = items.with_name("main.typ"), items.with_name("typst.html")
    source.write_text('#bibliography("refs.yml", style: "apa", full: true)\n', encoding="utf-8")
    run = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], format='html')"
    return _timed([sys.executable, "-c", run, str(source), str(target)], target)


def _for_hayagriva(record: Mapping[str, Any]) -> dict[str, Any]:
    """A CSL-JSON report as an entry of Hayagriva's."""
    entry: dict[str, Any] = {
        "type": "report",
        "title": record["title"],
        "author": [f"{name['family']}, {name['given']}" for name in record["author"]],
        "date": str(record["issued"]["date-parts"][0][0]),
    }
    if "publisher" in record:
        place = record.get("publisher-place", "")
        entry["publisher"] = {"name": record["publisher"], "location": place}
    if "URL" in record:
        entry["url"] = record["URL"]
    return entry


def _timed(command: Sequence[str], target: Path) -> float:
    """The seconds that `command` takes, which writes an entry to `target` for each record."""
    started = time.perf_counter()
    subprocess.run(command, check=True)
    seconds = time.perf_counter() - started
    if not target.stat().st_size:
        raise ValueError(f"{command[0]} wrote nothing")
    return seconds


def install_citeproc_js(folder: Path) -> Path:
    """Installs the npm package `citeproc` into `folder`; the folder of its module."""
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "citeproc"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "node_modules" / "citeproc"


def pandoc_path() -> str:
    """The pandoc that pypandoc_binary ships."""
    return str(package_folder("pypandoc") / "files" / "pandoc")


def package_folder(name: str) -> Path:
    """Where the installed package `name` stands."""
    package = find_spec(name)
    if package is None or package.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed: pip install '.[bench]'")
    return Path(package.origin).parent


def _driven(command: Sequence[str]) -> Run:
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return Run(**json.loads(output.stdout))


def _pandoc(style: Path, items: Path, document: str) -> tuple[str, float]:
    command = [
        *(pandoc_path(), "--citeproc", "--from=markdown", "--to=plain", "--wrap=none"),
        *(f"--csl={style}", f"--bibliography={items}"),
    ]
    started = time.perf_counter()
    output = subprocess.run(command, input=document, check=True, capture_output=True, text=True)
    return output.stdout, time.perf_counter() - started
