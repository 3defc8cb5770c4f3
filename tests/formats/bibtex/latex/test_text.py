"""LaTeX text: what is typed in bibliographies is read, what is written cannot be a command."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.bibtex.latex.text import (
    decode,
    decode_noting,
    decode_title,
    encode,
    whole_in_braces,
)
from reportcite.formats.writing.one_line import one_line
from tests.formats.strategies import texts


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"U}ber Stra{\ss}en in K\"oln", "Über Straßen in Köln"),
        (r"Zekovi\'c, Erd{\H o}s, \v{S}ime\v cek", "Zeković, Erdős, Šimeček"),
        (r"\c{C}a\u{g}lar, \'{\i}", "Çağlar, í"),
        (r"{\O}stergaard, {\L}{\'o}d{\'z}, \AA ngstr\"om", "Østergaard, Łódź, Ångström"),
        ("``quoted'' -- and --- so~on", "“quoted” – and — so\u00a0on"),
        (r"R\&D at 100\,\% \$5 \#1 a\_b \{x\}", "R&D at 100\u2009% $5 #1 a_b {x}"),
        ("The {DNA} of {{Nested}} words", "The DNA of Nested words"),
        (r"\emph{Homo} \textbf{b}", "<i>Homo</i> <b>b</b>"),
        (r"5 $\mu$m at $\geq 2$ of $a \mu m$", "5 μm at ≥ 2 of a μ m"),
        (r"$\Sigma$$^{0}$ and $$x^2$$ y", "Σ<sup>0</sup> and x<sup>2</sup> y"),
        (r"H$_2$O, m$^{2}$", "H<sub>2</sub>O, m<sup>2</sup>"),
        (r"\textsc{un}", '<span style="font-variant:small-caps;">un</span>'),
        (r"{\em whole} {\bf group}", "<i>whole</i> <b>group</b>"),
        (r"$\alpha \leq \beta$, 20\textdegree C, \texteuro{}5", "α≤β, 20°C, €5"),
        (r"$O(n \log n)$ and $\sin(x)$", "O(n log n) and sin(x)"),
        (r"\frac{1}{2}, $\frac12$, $\frac{a+b}{c}$", "1/2, 1/2, (a+b)/c"),
        (r"$\min_{x} f(x)$, $a \cdot b$", "min<sub>x</sub> f(x), a · b"),
        (r"20\,$^{\circ}$C and 5$^\circ$", "20\u2009°C and 5°"),
        (r"one\newline two \\ three", "one two three"),
        (r"A title\footnote{Revised, with \emph{more}.} here", "A title here"),
        (r"see \url{https://x.org/a_b%20~c}", "see https://x.org/a_b%20~c"),
        (r"see \href{https://y.org}{there}", "see there"),
        ("line\n   break \\\\ here", "line break here"),
        (r"\unknowncommand{kept} text", "kept text"),
        (r"\"", ""),
        ("}{ \\", "\\"),
        (r"https://example.org/\~{}ng/\^{}", "https://example.org/~ng/^"),
        (r"\(x^2\) and \[y_1\]", "x<sup>2</sup> and y<sub>1</sub>"),
        (r"\"{ue} \^{\j}", "üe ĵ"),
        (r"$2 x\sin y$, $\sin y$", "2 x sin y, sin y"),
    ],
)  # fmt: skip
def test_decoding(latex: str, text: str) -> None:
    assert decode(latex) == text


@pytest.mark.parametrize(
    ("latex", "lost"),
    [
        (r"A \weird title\footnote{Revised.}", ("\\weird", "\\footnote")),
        (r"{\small A} \mathrm{title} \foo{with} \log x", ()),
        (r"at the end \foo", ("\\foo",)),
        (r"in {\weird} braces, {\weird}", ("\\weird",)),
    ],
)
def test_commands_that_leave_nothing_are_reported(latex: str, lost: tuple[str, ...]) -> None:
    assert decode_noting(latex)[1] == lost


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("<i>E. coli</i> in H<sub>2</sub>O", r"\textit{E. coli} in H\textsubscript{2}O"),
        ("m<sup>2</sup> <b><i>b</i></b>", r"m\textsuperscript{2} \textbf{\textit{b}}"),
        ('<span style="font-variant:small-caps;">un</span>', r"\textsc{un}"),
        ("<i>{</i>}", r"\textit{\{}\}"),
        ("a <b> c", "a <b> c"),
        ("<i>a<b>c</i></b>", "<i>a<b>c</i></b>"),
        ('<span class="x">y</span> <i>z</i>', '<span class="x">y</span> <i>z</i>'),
    ],
)
def test_markup_is_written_as_commands_and_read_again(text: str, latex: str) -> None:
    assert encode(text) == latex
    assert decode(latex) == text


def test_what_keeps_its_capitals_stands_in_braces() -> None:
    assert encode('The <span class="nocase">iPhone</span>') == "The {iPhone}"


_tagged = st.lists(
    st.sampled_from(["<i>", "</i>", "<sup>", "</sup>", "<b>", "a", " ", "{", "}", "-", "'", "`"])
).map("".join)


@given(_tagged)
def test_tags_in_any_order_come_back(text: str) -> None:
    line = one_line(text)[0]
    assert decode(encode(line)) == line


@given(texts)
def test_what_is_encoded_decodes_to_the_same(text: str) -> None:
    line = one_line(text)[0]
    assert decode(encode(line)) == line


@given(texts)
def test_encoded_text_is_balanced_and_holds_no_command_of_the_text(text: str) -> None:
    encoded = encode(one_line(text)[0])
    assert encoded.count("{") == encoded.count("}")
    commands = set(re.findall(r"\\([A-Za-z]+|.)", encoded))
    assert commands <= {
        "&", "%", "$", "#", "_", "{", "}",
        "textit", "textbf", "textsc", "textsuperscript", "textsubscript",
        "textbackslash", "textasciitilde", "textasciicircum", "textbraceleft", "textbraceright",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\emph{{Homo} Sacer}", "<i>[Homo] Sacer</i>"),
        (r"\emph{{{Homo}} Sacer}", "<i>[Homo] Sacer</i>"),
        (r"\textbf{\textit{{Homo}}}", "<b><i>[Homo]</i></b>"),
        (r"\emph{Homo} {\em {Homo}}", "<i>Homo</i> <i>[Homo]</i>"),
        (r"{\emph{{Homo}}} \unknown{{Homo}}", "<i>Homo</i> Homo"),
    ],
)
def test_braces_in_markup_keep_the_case_too(latex: str, text: str) -> None:
    assert marked(latex, emphasis=False) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"On \emph{Apis mellifera} in {B}", "On <i>[Apis mellifera]</i> in [B]"),
        (r"\textit{{Apis} mellifera}", "<i>[Apis mellifera]</i>"),
        (r"\textbf{\textit{apis} m}", "<b>[<i>apis</i> m]</b>"),
        # BibTeX takes it for one letter.
        (r"{\emph{apis}} {\em apis}", "<i>apis</i> <i>apis</i>"),
        (r"{{\emph{apis}}}", "[<i>apis</i>]"),
        (r"{An \emph{apis}}", "[An <i>apis</i>]"),
        (r"$\mathit{x}$ and \emph a", "[<i>x</i>] and <i>a</i>"),
        (r"\enquote{apis} 4\textsuperscript{th}", "“apis” 4<sup>th</sup>"),
    ],
)
def test_the_braces_of_a_font_keep_the_case_as_in_bibtex(latex: str, text: str) -> None:
    assert marked(latex) == text


def marked(latex: str, *, emphasis: bool = True) -> str:
    """The title with brackets round what keeps its case."""
    plain, _ = decode_title(latex, emphasis=emphasis)
    return plain.replace('<span class="nocase">', "[").replace("</span>", "]")


@given(st.text(alphabet="\\{}$^_~`'\"abc Ü-%\n", max_size=60))
def test_any_latex_decodes_to_something(latex: str) -> None:
    assert "\n" not in decode(latex)


@pytest.mark.parametrize(
    "piece", ["{", "\\'{", "\\emph{", "$", "\\'", "{\\em ", "\\url{", "}", "\\frac{", "\\frac1"]
)
def test_deep_and_long_input_is_read_in_bounded_time(piece: str) -> None:
    decode(piece * 50_000)


@pytest.mark.parametrize(
    ("latex", "text", "lost"),
    [
        (r"News of \TUB", "News of TUB", ()),
        (r"\XML{} and \VAX\ tapes", "XML and VAX tapes", ()),
        (r"\XML documents", "XML documents", ()),
        (r"\XML, too", "XML, too", ()),
        (r"\EU law", "EU law", ()),
        (r"About \X", "About", ("\\X",)),
        (r"The \LyX\ guide, \eTeX{} and \MacOSX", "The LyX guide, eTeX and MacOSX", ()),
        (r"About \Xy", "About", ("\\Xy",)),
        (r"A \weird{} one", "A one", ("\\weird",)),
        (r"A \SI{3}{m} wave", "A 3m wave", ()),
        (r"The \LaTeXe{} kernel", "The LaTeX2e kernel", ()),
    ],
)
def test_an_unknown_command_with_a_capital_within_stands_for_its_name(
    latex: str, text: str, lost: tuple[str, ...]
) -> None:
    assert decode_noting(latex) == (text, lost)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\og Les mots\fg{} et", "«\u00a0Les mots\u00a0» et"),
        (r"\og{} Les mots \fg et", "«\u00a0Les mots\u00a0» et"),
        (r"\og Les mots~\fg, et", "«\u00a0Les mots\u00a0», et"),
        (r"\fg", "\u00a0»"),
        (r"\guillemotleft Les mots\guillemotright", "«Les mots»"),
        (r"\guillemetleft{}Les mots\guillemetright{}", "«Les mots»"),
        (r"a << b >> c -- d", "a << b >> c – d"),
    ],
)
def test_french_quotation_marks_hold_the_spaces_within_them(latex: str, text: str) -> None:
    assert decode(latex) == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("a -- b", "a -{}- b"),
        ("the ''end''", "the '{}'end'{}'"),
        ("``quoted", "`{}`quoted"),
        ("what?`", "what?{}`"),
        ("<<a>>", "<{}<a>>"),
        ("a - b, 'c' < d", "a - b, 'c' < d"),
    ],
)
def test_characters_that_are_a_ligature_together_are_kept_apart(text: str, latex: str) -> None:
    assert encode(text) == latex
    assert decode(latex) == text


def test_a_title_without_commands_is_only_folded() -> None:
    assert decode_title("A  title\nin plain words ") == ("A title in plain words", ())


@pytest.mark.parametrize(
    ("latex", "whole"),
    [
        ("{a}", True), ("{a{b}c}", True), ("{}", True), ("{a}{b}", False), ("{a} {b}", False),
        ("{a", False), ("a}", False), ("{a{b}", False), ("a", False), ("", False),
    ],
)  # fmt: skip
def test_one_pair_of_braces_holds_all_or_does_not(latex: str, whole: bool) -> None:
    assert whole_in_braces(latex) == whole
