"""What is fuzzed: each target takes any bytes and returns, and whatever it raises is a bug."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from io import BytesIO
from typing import Any, NamedTuple

from reportcite.cli.configuration.loading import load
from reportcite.csl import Cite, Processor
from reportcite.documents.citation_syntax import parse_citation
from reportcite.documents.citing import engine_citations
from reportcite.errors import InputError, Place, StyleError, UsageError
from reportcite.formats.loss import Fields
from reportcite.formats.pasted.read import read_reference
from reportcite.formats.registry import FORMATS, format_named
from reportcite.problems import Problem
from reportcite.record.checks.check import check
from reportcite.tables.clean import Counts, begin, cleaned
from reportcite.tables.identifiers import IDENTIFIERS
from reportcite.tables.isbns import ISBNS
from reportcite.tables.read import read_table
from tests.conftest import ROOT
from tests.fuzz.made_files import MADE as MADE_FILES
from tests.fuzz.made_trees import TREES
from tests.fuzz.styles import style_of

READABLE = sorted(name for name in FORMATS if format_named(name).read)
ITEMS: list[dict[str, Any]] = [
    {
        "id": "a",
        "type": "report",
        "title": "A “quoted” <i>title</i>: why?",
        "author": [{"family": "F", "given": "Gil H."}, {"literal": "L"}],
        "issued": {"date-parts": [[2024, 5], [2024, 6]]},
        "page": "1-12, 15",
        "volume": "2",
    },
    {
        "id": "b",
        "type": "book",
        "title": "B",
        "author": [{"family": "F", "given": "Ida", "non-dropping-particle": "de"}],
        "editor": [{"family": "E", "given": "K", "suffix": "Jr."}],
        "issued": {"date-parts": [[-44]], "circa": True},
    },
    {"id": "c", "type": "report", "author": [{"family": "F", "given": "Gil"}]},
]
MADE: Mapping[str, Callable[[bytes], bytes]] = {**MADE_FILES, **TREES}
WRITABLE = sorted(name for name in FORMATS if format_named(name).write)


class Target(NamedTuple):
    """A function of any bytes, files to begin with, and words its files are made of."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...]


def read(name: str, data: bytes) -> None:
    """Reading gives records and problems; records can be checked, cited and written."""
    reader = format_named(name).read
    assert reader is not None
    for result in reader(BytesIO(data), "fuzz"):
        if isinstance(result, Problem):
            assert result.message and result.place.file == "fuzz"
            continue
        assert result.id and result.type
        check(result, only_errors=True)
        processor_of("apa").retain(())
        assert processor_of("apa").bibliography([result.item()])
        for other in ("yaml", "csl-json", "bibtex", WRITABLE[len(data) % len(WRITABLE)]):
            write = format_named(other).write
            assert write is not None
            write(Fields(result), "key").encode()


@cache
def processor_of(style: str) -> Processor:
    """The processor of a style, which is compiled once."""
    return Processor(style)


def load_style(data: bytes) -> None:
    """A style is loaded, compiled and used, or refused."""
    try:
        processor = Processor(data)
        processor.document(ITEMS)
        processor.citation([Cite("a", locator="2-3", label="page"), Cite("b", prefix="see ")])
    except StyleError as error:
        assert error.message


def load_made_style(data: bytes) -> None:
    """As `load_style`, with the style that `data` chooses."""
    load_style(style_of(data))


def cite_as_pandoc(data: bytes) -> None:
    """A citation is understood and set, or is none."""
    processor = Processor("apa")
    processor.register(ITEMS)
    if citation := parse_citation(data.decode("utf-8", "replace"), processor.locator_labels.get):
        assert processor.cite_all(engine_citations([citation], {"a": "a", "b": "b"}, [0]))


def judge_table(data: bytes) -> None:
    """Every row of a table has a verdict, or the table is refused."""
    with suppress(InputError, UsageError):
        for judging in (ISBNS, IDENTIFIERS):
            cleaning = begin(read_table(BytesIO(data), "fuzz.csv", judging), judging)
            list(cleaned(cleaning, judging, Counts()))


def load_settings(data: bytes) -> None:
    """Settings are loaded, or refused with a place."""
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(data)
        file.flush()
        try:
            load([file.name], {})
        except UsageError as error:
            assert error.place


def read_pasted(data: bytes) -> None:
    """A pasted reference is a record, or a problem."""
    result = read_reference(data.decode("utf-8", "replace"), Place("fuzz", 1))
    if isinstance(result, Problem):
        assert result.message
    else:
        check(result)


def _made(name: str) -> Target:
    takes: dict[str, Callable[[bytes], None]] = {
        "citation": cite_as_pandoc,
        "table": judge_table,
        "settings": load_settings,
        "pasted": read_pasted,
    }
    run = takes.get(name, partial(read, name))
    return Target(lambda data: run(MADE[name](data)), (bytes(range(256)), bytes(99)), ())


def _seeds(name: str) -> tuple[bytes, ...]:
    from tests.formats.files import BOTH, file_of, reports

    if name not in BOTH:
        return ()
    return tuple(file_of(name, record)[0].encode() for record in reports())


def _styles() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "styles").glob("*.csl")))


_YAML = "title: author: issued: references: id: - | > & * !! <<: --- ... %YAML ? [ ] { } \" ' #"
_BIBTEX = (
    '@report{ @string{ @comment @preamble title = author = crossref = and others { } " # \\" \\'
)
_RIS = "TY__- ER__- AU__- TI__- PY__- N1__- M1__- SN__- ID__- RPRT \r\n"
_CSL = (
    "<style <macro <text <names <name <date <date-part <group <choose <if <else <sort <key <label "
    "<layout <citation <bibliography <locale <term <info <substitute variable= macro= prefix= "
    "delimiter= et-al-min= form= and= position= disambiguate= name-part= type= match= /> > </ "
)
TARGETS: Mapping[str, Callable[[], Target]] = {
    "yaml": lambda: Target(
        lambda data: read("yaml", data), _seeds("yaml"), tuple(_YAML.split(" "))
    ),
    "bibtex": lambda: Target(
        lambda data: read("bibtex", data), _seeds("bibtex"), tuple(_BIBTEX.split(" "))
    ),
    "ris": lambda: Target(
        lambda data: read("ris", data), _seeds("ris"), tuple(_RIS.replace("_", " ").split("  "))
    ),
    "style": lambda: Target(load_style, _styles(), tuple(_CSL.split(" "))),
    **{f"made-{name}": partial(_made, name) for name in MADE},
    "made-style": lambda: Target(load_made_style, (bytes(range(256)), bytes(300)), ()),
}
