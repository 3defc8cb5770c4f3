"""The LaTeX of most texts is decoded piece by piece, as the decoder does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.bibtex.latex import text as latex
from reportcite.formats.bibtex.latex.simple import decode_pieces


def decoded(text: str) -> str:
    return decode_pieces(text, latex._piece)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"R\&D at 5\% \#1 a\_b", "R&D at 5% #1 a_b"),
        (r"Garc{\'i}a, M{\"u}ller, Nov\'{a}k, Caf\'e", "García, Müller, Novák, Café"),
        (r"Fran\c{c}ois {\c c} {\v{s}} {\'\i} \'{\i}", "François ç š í í"),
        (r"Stra{\ss}e {\textless} {\o}", "Straße < ø"),
        ("1--2, a---b, ``c'' Fig.~1", "1–2, a—b, “c” Fig.\u00a01"),
        ("The {DNA} of {O'Brien-Smith}", "The DNA of O'Brien-Smith"),
    ],
)
def test_pieces_are_replaced_where_they_stand(text: str, expected: str) -> None:
    assert decoded(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        r"\emph{a}", r"{\em a}", "$x$", r"{\log} n", r"{\DNA} a", r"\ss a", r"{a {b}}", "{a",
        "a}", r"{\og} a", r"{\fg}a", r"\\%a", "?`a", "-{-}", "{}", r"{\index}{a}",
        "{" + "a" * 80 + "}", r"{\weird}", "a`b",
    ],
)  # fmt: skip
def test_all_else_is_left_to_the_decoder(text: str) -> None:
    assert decoded(text) == ""


PIECES = st.sampled_from(
    ["a", "B", " ", "{", "}", "{x}", "{Xy}", "{ z }", r"\%", r"\&", "\\", "$", "~", "-", "--",
     "---", "'", "''", "`", "``", "?", "!", r"\'e", r"\'{e}", r"{\'e}", r"{\'\i}", r"\'{\i}",
     r"\c{c}", r"{\c c}", r"{\ss}", r"\ss", r"{\log}", r"{\fg}", r"{\og}", r"{\LaTeX}",
     r"{\index}", r"{\textless}", r"\textit{a}", "{O'B-c}", "ö", "\n", "«", "»", r"{\alpha}",
     r"{\circ}", "^", "{-}", "{é}", "<", "_", r"{\em a}", r"{\bf}"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8).map("".join))
def test_the_decoder_makes_the_same_of_any_text(text: str) -> None:
    for protects, piece in ((False, latex._piece), (True, latex._title_piece)):
        if simple := decode_pieces(text, piece):
            decoder = latex._Decoder(protects=protects)
            assert (simple, decoder.lost) == (decoder.run(text), [])
