"""JATS, HTML and MathML become the markup of CSL, and all that is no element stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.reading.markup import read_markup


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<jats:italic>E.</jats:italic> <em>c</em> <i>d</i>", "<i>E.</i> <i>c</i> <i>d</i>"),
        ("<bold>a</bold><strong>b</strong>", "<b>a</b><b>b</b>"),
        ("H<sub>2</sub>O<sup/><jats:sup>+</jats:sup>", "H<sub>2</sub>O<sup>+</sup>"),
        ("<scp>dna</scp>", '<span style="font-variant:small-caps;">dna</span>'),
        (
            '<span class="nocase">x</span> <span lang="de">y</span>',
            '<span class="nocase">x</span> y',
        ),
        ("<jats:ext-link xlink:href='x'>a</jats:ext-link> <u>b</u>", "a b"),
        ("<p>a\n  b</p><p>c<br/>d</p>", "a b\nc\nd"),
        ("a &lt; b &amp;amp; c&nbsp;d", "a < b & c\xa0d"),
        ("&lt;p&gt;a&lt;/p&gt;", "a"),
    ],
)
def test_markup_is_that_of_csl(text: str, expected: str) -> None:
    assert read_markup(text) == expected


@pytest.mark.parametrize(
    "text", ["a < b > c", "x <y> z", "AT&T", "1 < 2", "<", "<i>a</i", "a\nb", ""]
)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert read_markup(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<title>Abstract</title><p>A.</p>", "A."),
        ("<jats:title>SUMMARY:</jats:title>\n<jats:p>A.</jats:p>", "A."),
        ("<sec><title>Aim</title><p>A.</p></sec><sec><title>End.</title> <p>B.</p></sec>",
         "Aim: A.\nEnd: B."),
    ],
)  # fmt: skip
def test_headings_stand_before_what_they_are_over(text: str, expected: str) -> None:
    assert read_markup(text) == expected


MATH = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">{}</mml:math>'


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("<mml:mi mathvariant='italic'>N</mml:mi>", "N"),
        ("<mml:msub><mml:mi>H</mml:mi><mml:mn>2</mml:mn></mml:msub>", "H<sub>2</sub>"),
        ("<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>", "x<sup>2</sup>"),
        ("<mml:msubsup><mml:mi>x</mml:mi><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:msubsup>",
         "x<sub>1</sub><sup>2</sup>"),
        ("<mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac>", "1/2"),
        ("<mml:msqrt><mml:mn>2</mml:mn></mml:msqrt>", "√2"),
        ("<mml:mi>a</mml:mi><mml:mspace width='1em'/><mml:mi>b</mml:mi>", "a b"),
        ("<mml:mi>a</mml:mi><mml:mo>&lt;</mml:mo><mml:mi>&alpha;</mml:mi>", "a<α"),
        ("<mml:mi>a<mml:mi>", "a"),  # broken: its text
    ],
)  # fmt: skip
def test_formulas_are_printed_on_one_line(formula: str, expected: str) -> None:
    assert read_markup(MATH.format(formula)) == expected


def test_a_formula_takes_back_the_space_that_folded_lines_lost() -> None:
    formula = MATH.format("<mml:mi>N</mml:mi>")
    assert read_markup(f"Waves in{formula}-coupled{formula}seas") == "Waves in N-coupled N seas"
    assert read_markup(f"A {formula} b") == "A N b"


def test_a_formula_in_tex_beside_one_in_mathml_is_left_out() -> None:
    formula = MATH.format("<mml:mi>N</mml:mi>")
    assert read_markup(f"<alternatives><tex-math>$N$</tex-math>{formula}</alternatives>") == "N"
    assert read_markup("<tex-math>$N$</tex-math>") == "$N$"


@given(
    st.lists(
        st.sampled_from(
            [
                "<i>",
                "</i>",
                "<p>",
                "&lt;",
                "<mml:math>",
                "</mml:math>",
                "a",
                " ",
                "<span x>",
                "</span>",
                "<title>",
                "</title>",
                ">",
            ]
        )
    ).map("".join)
)
def test_no_text_is_too_odd(text: str) -> None:
    assert isinstance(read_markup(text), str)
