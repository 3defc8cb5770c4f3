"""The engines that the benchmark compares: each sets one bibliography in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

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
