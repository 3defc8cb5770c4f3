r"""Commands that a file defines in an @preamble are read in its fields as LaTeX prints them."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.reading.macros import Macro, definitions, expanded
from reportcite.formats.bibtex.reading.parse import LONGEST_STRING
from reportcite.record.model import Record
from tests.formats.files import read_file

BOOK = "@book{k, title = {%s}, publisher = {Ebb}, year = {%s}}"


def titles(text: str) -> list[object]:
    records = read_file("bibtex", text)
    return [isinstance(one, Record) and one.fields["title"] for one in records]


def title(preamble: str, latex: str) -> object:
    return titles(f'@preamble{{"{preamble}"}}\n{BOOK % (latex, 1999)}')[0]


@pytest.mark.parametrize(
    ("preamble", "latex", "printed"),
    [
        (r"\newcommand{\seas}{Seas}", r"High \seas", "High Seas"),
        (r"\newcommand*\seas{Seas}", r"High \seas{} there", "High Seas there"),
        (r"\providecommand{\sea}[1]{the #1 Sea}", r"On \sea{North}", "On the North Sea"),
        (r"\newcommand{\sea}[2][North]{#1 #2}", r"\sea{Sea}", "North Sea"),
        (r"\newcommand{\sea}[2][North]{#1 #2}", r"\sea[East]{Sea}", "East Sea"),
        (r"\newcommand{\turned}[2]{#2#1}", r"\turned{--90}{1968}", "1968–90"),
        (r"\def\sea#1{\`a #1}", r"On \sea{tides}", "On à tides"),
        (r"\def \sea #1{[#1]}", r"On \sea t", "On [t]"),
        (r"\newcommand{\eg}{e.g.\xspace}", r"\eg tides, \eg, ebb", "e.g. tides, e.g., ebb"),
        (r"\newcommand{\BT}{Bib\TeX}", r"\BT s", "BibTeXs"),
        (r"\def\tide{tide} \def\low{Low \tide}", r"\low", "Low tide"),
        (r"\newcommand{\dropped}[1]{}", r"Tides\dropped{x}", "Tides"),
    ],
)  # fmt: skip
def test_is_read_as_latex_prints_it(preamble: str, latex: str, printed: str) -> None:
    assert title(preamble, latex) == printed


def test_preambles_may_be_joined_of_strings_and_stand_anywhere_before_the_entry() -> None:
    text = (
        f"{BOOK % ('Tides', 1998)}\n@string{{sea = {{\\def\\sea{{Kiel}}}}}}\n"
        '@preamble{sea # "\\newcommand{\\port}[1]{port of #1}"}\n'
        f"{(BOOK % (chr(92) + 'port{' + chr(92) + 'sea}', 1999)).replace('{k', '{l')}"
    )
    assert titles(text) == ["Tides", "port of Kiel"]


def test_an_entry_the_grammar_reads_is_like_one_that_is_known_at_once() -> None:
    text = (
        '@preamble{"\\def\\sea{Kiel}"}\n@book(k, title = "On \\sea", publisher = {E}, year = 1999)'
    )
    assert titles(text) == ["On Kiel"]


@pytest.mark.parametrize(
    ("preamble", "latex", "printed"),
    [
        (r"\def\ss{sea}", r"Stra{\ss}e", "Straße"),
        (r"\def\VorTeX{V\lower.5ex\hbox{O}R\TeX}", r"\VorTeX", "VorTeX"),
        (r"\def\SceX{S\kern-1pt ceX}", r"\SceX", "SceX"),
        (r"\newcommand{\sea}[1]{#1}", r"a \sea", "a"),
        (r"\newcommand{\sea}", r"High Seas", "High Seas"),
        (r"\input seas.sty", r"High Seas", "High Seas"),
    ],
)
def test_what_cannot_be_printed_or_is_known_stays_as_without_a_preamble(
    preamble: str, latex: str, printed: str
) -> None:
    assert title(preamble, latex) == printed


def test_a_broken_preamble_is_no_broken_record() -> None:
    assert titles("@preamble{\n # }\n" + BOOK % ("Tides", 1999)) == ["Tides"]


def test_what_would_grow_without_end_stays_as_it_is() -> None:
    doubled = "\\def\\a{" + "x" * LONGEST_STRING + "}"
    assert dict(definitions(doubled + r"\def\b{\a\a}")) == {
        "a": Macro(0, None, "x" * LONGEST_STRING)
    }
    macros = {"a": Macro(1, None, "#1#1")}
    assert expanded(r"\a{xy}", macros, 4) == "xyxy"
    assert expanded(r"\a{xy}", macros, 3) == r"\a{xy}"
    deep = "\\a{" * 40 + "x" + "}" * 40
    assert len(expanded(deep, macros, 1 << 20)) < 10_000


def test_a_group_that_does_not_end_is_left_as_it_is() -> None:
    assert expanded(r"\a{x\} \a{y}", {"a": Macro(1, None, "#1")}, 100) == r"\a{x\} \a{y}"


def test_what_a_command_defines_when_it_is_called_is_not_defined_before() -> None:
    nested = r"\newcommand{\sea}{\newcommand{\port}{Kiel}}\newcommand{\tide}{Ebb}"
    assert [name for name, _ in definitions(nested)] == ["tide"]
