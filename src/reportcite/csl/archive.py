"""The styles and locales shipped with the package, packed into one file when it is built.

`data/csl-index.tsv.gz` says where in `data/csl-files.xz` each of them stands; `hatch_build.py`
writes both. What nearly every run needs stands in `data/prepared`, besides, as it is once it has
been read (`csl.preparing`).
"""

from __future__ import annotations

import marshal
from functools import cache, lru_cache
from typing import Any, Final

from reportcite.errors import StyleError
from reportcite.shipped import packed_folder
from reportcite.tuples import NamedTuple

FORMAT: Final = 2
"""Of what is prepared; it counts up when that changes, and another one is passed over."""
_HEAD: Final = 256
"""More bytes than the first line of the index has."""

_GZIP: Final = 31  # the largest window, and the head and end of gzip
_INSTALL_AGAIN = "install reportcite again; in a checkout: pip install -e ."


class PackedFile(NamedTuple):
    """A file of the archive: the number of its block, and its place in the block unpacked."""

    name: str
    block: int
    begin: int
    end: int

    def read(self) -> bytes:
        """What is in it; StyleError where the archive is missing or damaged."""
        return _block(self.block)[self.begin : self.end]


def packed(name: str) -> PackedFile | None:
    """The file of that name, such as `apa.csl`, `dependent/nature-chemistry.csl` or
    `locales-de-DE.xml`; None where there is none. StyleError where the index is missing."""
    index = _index()
    wanted = b"\n%s\t" % name.encode("utf-8", "replace")
    found = index.find(wanted)
    if found < 0:
        return None
    block, size = index[found + len(wanted) : index.index(b"\n", found + 1)].split(b"\t")
    mark = b"\t%s\t" % block
    lines = index.index(b"\n", index.index(b"\n") + 1)
    before = index[index.index(mark, lines) : found].split(mark)[1:]
    begin = sum([int(one.partition(b"\n")[0]) for one in before])
    return PackedFile(name, int(block), begin, begin + int(size))


def content(name: str) -> bytes:
    """What is in the file of that name; StyleError where it is missing."""
    file = packed(name)
    if file is None:
        raise _broken(LookupError(f"{name} is missing"))
    return file.read()


def prepared(name: str) -> Any:
    """What was made of the file of that name when the package was built, as tuples, mappings and
    texts; None where nothing was, where it is damaged, or was made of the files of another version
    of the package: the file itself says all.

    It comes with the package, as its code does, and from nowhere else, so that `marshal`, which
    hostile content can crash, is as safe here as for compiled modules.
    """
    try:
        head, _, made = (packed_folder() / "prepared" / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return marshal.loads(made) if head == head_of(made) else None


def head_of(made: bytes) -> bytes:
    """The first line of what is prepared: its format, what it was made of, and its checksum."""
    import zlib

    return b"%d %s %08x" % (FORMAT, _sources(), zlib.crc32(made))


def _sources() -> bytes:
    """What says of which styles and locales the archive is made: the first line of its index."""
    import zlib

    try:
        with (packed_folder() / "csl-index.tsv.gz").open("rb") as file:
            begins = file.read(_HEAD)
        return zlib.decompressobj(_GZIP).decompress(begins, _HEAD).partition(b"\n")[0]
    except (OSError, zlib.error):
        return b""


@cache
def _index() -> bytes:
    import zlib

    try:
        return zlib.decompress((packed_folder() / "csl-index.tsv.gz").read_bytes(), _GZIP)
    except (OSError, zlib.error) as error:
        raise _broken(error) from error


@lru_cache(maxsize=2)  # who reads all styles reads one block after another; of two kinds
def _block(number: int) -> bytes:
    try:
        import lzma
    except ImportError as error:
        raise StyleError(
            "the citation styles cannot be unpacked: this Python was built without lzma",
            suggestion="install Python with liblzma, and reportcite into that",
        ) from error
    begin, end = map(int, _index().split(b"\n", 2)[1].split(b"\t")[number : number + 2])
    try:
        with (packed_folder() / "csl-files.xz").open("rb") as file:
            file.seek(begin)
            return lzma.decompress(file.read(end - begin))
    except (OSError, lzma.LZMAError) as error:
        raise _broken(error) from error


def _broken(error: Exception) -> StyleError:
    message = f"the citation styles that come with reportcite cannot be read: {error}"
    return StyleError(message, suggestion=_INSTALL_AGAIN)
