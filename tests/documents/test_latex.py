"""The keys cited in LaTeX."""

from __future__ import annotations

import pytest

from reportcite.documents.latex import control_file_keys, included, keys


@pytest.mark.parametrize(
    "text",
    [
        r"\cite{doe}",
        r"\citep[see][p.~3]{doe}",
        r"\textcite*{doe}",
        r"\Parencite[{[a]}]{doe}",
        r"\autocite [12] {doe}",
        r"\footcite{ doe }",
        r"\nocite{doe}",
        r"\citation{doe}",
        r"\abx@aux@cite{0}{doe}",
        r"\bibentry{doe}",
        r"\% \cite{doe}",
        r"a\\\cite{doe}",
    ],
)
def test_every_command_that_cites_is_known(text: str) -> None:
    assert [*keys(text)] == [("doe", 1)]


def test_one_command_may_cite_several() -> None:
    text = "\\cites(see)(etc.)[1]{doe}[2]{roe}\n\\cite{a,b,\n c}"
    assert [*keys(text)] == [("doe", 1), ("roe", 1), ("a", 2), ("b", 2), ("c", 2)]


@pytest.mark.parametrize(
    "text",
    [
        r"% \cite{doe}",
        r"\begin{verbatim}\cite{doe}\end{verbatim}",
        r"\verb|\cite{doe}|",
        r"\citestyle{doe}",
        r"\newcommand{\mycite}[1]{\cite{#1}}",
        r"\DeclareCiteCommand{\foo}{doe}",
    ],
)
def test_what_is_not_set_cites_nothing(text: str) -> None:
    assert [*keys(text)] == []


def test_everything_may_be_asked_for() -> None:
    assert [*keys(r"\nocite{*}")] == [("*", 1)]


def test_included_files_are_named() -> None:
    assert [*included("\\input{a}\n%\\input{no}\n\\include{b/c.tex}\\@input{d.aux}")] == [
        "a",
        "b/c.tex",
        "d.aux",
    ]


def test_the_control_file_of_biblatex_has_them_too() -> None:
    text = (
        '<bcf:citekey order="1" intorder="1">doe</bcf:citekey>\n<bcf:citekey>a&amp;b</bcf:citekey>'
    )
    assert [*control_file_keys(text)] == [("doe", 1), ("a&b", 2)]


def test_what_does_not_end_is_looked_through_once() -> None:
    assert [*keys(r"\cite{doe}" + r"\begin{verbatim}" * 20_000 + r"\cite{roe}")] == [("doe", 1)]
    assert [*control_file_keys("<bcf:citekey" * 50_000 + ">doe</bcf:citekey>")] == [("doe", 1)]


def test_a_verbatim_word_ends_in_its_line() -> None:
    assert [*keys("\\verb|\\cite{a}| \\verb|\n\\cite{b}|")] == [("b", 2)]
