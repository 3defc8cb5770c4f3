"""What stands in fields beside LaTeX text: entities left by databases, and links."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.values import (
    Published,
    decode_line,
    published,
    verbatim,
    with_guillemets,
    without_entities,
)


def test_latex_becomes_one_line_of_text() -> None:
    assert decode_line("{A}\n  {\\'e}t{\\'e}") == "A été"
    assert decode_line("") == ""


@pytest.mark.parametrize(
    ("latex", "meant"),
    [
        ("R&amp;D", r"R\&D"),
        ("&lt;i&gt;", "<i>"),
        ("&amp;#228;", "ä"),
        (r"{\&}lt;", "<"),
        (r"&gt$\mathsemicolon$", ">"),
        (r"\&amp;", r"\&amp;"),
        ("A & B; C", "A & B; C"),
        ("&unheardof;", "&unheardof;"),
        ("none", "none"),
    ],
)
def test_entities_become_what_they_stand_for(latex: str, meant: str) -> None:
    assert without_entities(latex) == meant


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        (r"https://a.de/x\_y\%20\#z", "https://a.de/x_y%20#z"),
        (r"\url{https://a.de}", "https://a.de"),
        (r"\path {10.1/a}", "10.1/a"),
        ("{10.1/a}\n", "10.1/a"),
        ("https://a.de/?b&amp;c", "https://a.de/?b&c"),
        (r"https://a.de/\~{}b/\string~c", "https://a.de/~b/~c"),
        (r"https://a.de/$\sim$b/\textasciitilde c", "https://a.de/~b/~c"),
        (r"https://a.de/{\textasciitilde}b\textunderscore{}c", "https://a.de/~b_c"),
        (r"10.1/(1)1${<}$2\ensuremath{>}3{\textless}4\textgreater{}5$>$6", "10.1/(1)1<2>3<4>5>6"),
        (r"10.1/a$b$\textbf{c}", r"10.1/a$b$\textbfc"),
    ],
)
def test_addresses_are_read_without_escapes(raw: str, address: str) -> None:
    assert verbatim(raw) == address


@pytest.mark.parametrize(
    ("raw", "url", "text"),
    [
        (r"\href{https://a.de}{The page}", "https://a.de", "The page"),
        (r"See \href{https://a.de} {{T}he page}, 2nd", "https://a.de", "See The page, 2nd"),
        (r"\href{https://a.de}", "https://a.de", ""),
        (r"\href{https://a.de}{https://a.de}", "https://a.de", ""),
        (r"Talk, \url{https://a.de/x\_y}", "https://a.de/x_y", "Talk,"),
        (r"Available at: \url{https://a.de}", "https://a.de", ""),
        ("Online, https://a.de.", "https://a.de", ""),
        ("www.a.de (2020);", "www.a.de", "(2020);"),
        ("https://a.de/x_(y),", "https://a.de/x_(y)", ""),
        ("(https://a.de/x)", "https://a.de/x", ""),
        ("Talk in Berlin", "", ""),
    ],
)
def test_a_link_is_taken_out_of_how_something_was_published(raw: str, url: str, text: str) -> None:
    assert published(raw) == Published(url, text)


@pytest.mark.parametrize(
    ("latex", "language", "meant"),
    [
        ("О <<Войне и <<мире>>>>", "ru", "О «Войне и «мире»»"),
        ("О <<Войне>>", "", "О «Войне»"),
        ("О <<Войне>>", "en", "О «Войне»"),
        ("<<Guerra>>", "es-MX", "«Guerra»"),
        ("<< Non >> et <<~oui~>>", "fr", "« Non » et «~oui~»"),
        ("<<Non>>", "fr-CA", "«Non»"),
        ("<<Non>>", "", "<<Non>>"),
        ("<<Non>>", "en", "<<Non>>"),
        ("a << b >> c", "ru", "a << b >> c"),
        ("Если a << b и c >> d", "", "Если a << b и c >> d"),
        (r"<<Да>> $a<<b$ \(c>>d\) \$<<x>>", "ru", r"«Да» $a<<b$ \(c>>d\) \$«x»"),
        ("Сдвиг <<1", "ru", "Сдвиг <<1"),
        ("none", "ru", "none"),
    ],
)
def test_angles_are_quotation_marks_where_language_or_script_says_so(
    latex: str, language: str, meant: str
) -> None:
    assert with_guillemets(latex, language) == meant
