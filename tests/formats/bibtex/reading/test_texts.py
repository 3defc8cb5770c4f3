"""What LaTeX in each kind of field says."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.fields import FieldKind
from reportcite.formats.bibtex.reading.steps import Step
from reportcite.formats.bibtex.reading.texts import (
    Title,
    are_plain,
    is_doubtful,
    is_title,
    keeps_plain_text,
    read_text,
    read_title,
    reader_of,
    title_of_words,
)


def read(field: str, variable: str, kind: FieldKind, raw: str, **more: object) -> str:
    csl_type, of_biblatex = str(more.get("type", "book")), bool(more.get("of_biblatex"))
    text, lost = reader_of(Step(field, variable, kind), csl_type, of_biblatex)(raw, "")
    assert not lost
    return text


@pytest.mark.parametrize(
    ("field", "variable", "kind", "raw", "expected"),
    [
        ("url", "URL", FieldKind.VERBATIM, r"https://a.org/\_b", "https://a.org/_b"),
        ("pages", "page", FieldKind.PAGES, "1--2, 5---6", "1-2, 5-6"),
        ("type", "genre", FieldKind.GENRE, "patentus", "U.S. patent"),
        ("type", "genre", FieldKind.GENRE, "{patentus}", "patentus"),
        ("journal", "container-title", FieldKind.TITLE, r"\aap", "Astronomy and Astrophysics"),
        ("pubstate", "status", FieldKind.TEXT, "inpress", "in press"),
        ("note", "note", FieldKind.TEXT, "inpress", "inpress"),
        ("address", "publisher-place", FieldKind.LIST, "countryus", "United States"),
        ("address", "publisher-place", FieldKind.LIST, "{countryus}", "countryus"),
    ],
)
def test_each_kind_of_field_is_read_in_its_way(
    field: str, variable: str, kind: FieldKind, raw: str, expected: str
) -> None:
    assert read(field, variable, kind, raw) == expected


def test_and_joins_literals_in_biblatex_and_is_a_word_in_bibtex() -> None:
    publisher = ("publisher", "publisher", FieldKind.LIST)
    assert read(*publisher, "Simon and Schuster") == "Simon and Schuster"
    assert read(*publisher, "{Simon} and {Schuster}") == "Simon; Schuster"
    assert read(*publisher, "Simon and {A and B}", of_biblatex=True) == "Simon; A and B"
    losing = reader_of(Step(*publisher), "book", True)
    assert losing(r"A\x and B\y", "") == ("A; B", (r"\x", r"\y"))


def test_a_genre_that_says_no_more_than_the_type_is_none() -> None:
    genre = ("type", "genre", FieldKind.GENRE)
    assert read(*genre, "Report", type="report") == ""
    assert read(*genre, "Report", type="thesis") == "Report"
    assert read(*genre, "Article", type="article-journal") == ""


def test_text_is_one_line_and_says_what_is_lost() -> None:
    assert read_text("a\n b", "") == ("a b", ())
    assert read_text(r"a \x b", "") == ("a b", (r"\x",))
    assert read_text("<<a>>", "fr") == ("«a»", ())
    assert read_text("<<a>>", "en") == ("<<a>>", ())
    assert read_text("a&amp;b", "") == ("a&b", ())


def test_english_titles_are_in_sentence_case_but_for_what_is_in_braces() -> None:
    raw = "The Rise of {Tides}"
    kept = '<span class="nocase">Tides</span>'
    assert read_title(raw, "en", is_english=True).text == f"The rise of {kept}"
    raw = "The Rise of Big {Tides}"
    assert read_title(raw, "en", is_english=True) == Title(f"The rise of big {kept}", False, ())
    assert read_title(raw, "", is_english=False).text == f"The Rise of Big {kept}"
    assert read_title(f" {{{raw}}}", "", is_english=True).whole
    assert read_title("{Big Tides}", "en", is_english=True) == Title("Big Tides", True, ())
    assert read_title(r"A \x b", "", is_english=False) == Title("A b", False, (r"\x",))


def test_a_periodical_is_called_by_a_name() -> None:
    title = Step("title", "title", FieldKind.TITLE)
    assert is_title(title, "book", has_journal=False)
    assert not is_title(title, "periodical", has_journal=False)
    assert is_title(title, "periodical", has_journal=True)
    assert not is_title(
        Step("series", "collection-title", FieldKind.TITLE), "book", has_journal=False
    )


def test_it_is_known_which_readers_keep_plain_text() -> None:
    keeping = [("note", "note", FieldKind.TEXT), ("journal", "container-title", FieldKind.TITLE),
               ("url", "URL", FieldKind.VERBATIM)]  # fmt: skip
    others = [("type", "genre", FieldKind.GENRE), ("pages", "page", FieldKind.PAGES),
              ("pubstate", "status", FieldKind.TEXT),
              ("address", "publisher-place", FieldKind.LIST)]  # fmt: skip
    assert all(keeps_plain_text(reader_of(Step(*one), "book", False)) for one in keeping)
    assert not any(keeps_plain_text(reader_of(Step(*one), "book", False)) for one in others)


def test_one_word_in_title_case_is_no_doubt() -> None:
    assert is_doubtful("The Rise of Big Tides")
    assert not is_doubtful("The Rise")


@pytest.mark.parametrize(
    ("raw", "text", "marked"),
    [
        ("Tides", "Tides", "Tides"),
        ("The {DNA} of tides", "The DNA of tides",
         'The <span class="nocase">DNA</span> of tides'),
        ("{p53} a", 'p53 a', '<span class="nocase">p53</span> a'),
        ("Of {as is}", 'Of <span class="nocase">as is</span>',
         'Of <span class="nocase">as is</span>'),
        ("Ü {1}{}", "Ü 1", "Ü 1"),
    ],
)  # fmt: skip
def test_titles_of_words_are_soon_read(raw: str, text: str, marked: str) -> None:
    text = text.replace("p53", '<span class="nocase">p53</span>')
    assert title_of_words(raw, marked=False) == text
    assert title_of_words(raw, marked=True) == marked
    assert read_title(raw, "", is_english=False).text == marked


@pytest.mark.parametrize(
    "raw",
    ["", "{a}", "{a} {b}", "a {b {c}}", "a {b}}", "a {b", "}a{", r"a \b", "a  b", "a--b", "a\n",
     " a", "a ", "a{ }{ }b", "a $x$", "a~b", "a&b", "a <b>", "''", "a\u00a0b", "a" * 501],
)  # fmt: skip
def test_all_other_titles_are_left_to_the_decoder(raw: str) -> None:
    assert title_of_words(raw, marked=False) == title_of_words(raw, marked=True) == ""


def test_the_longest_titles_are_soon_read() -> None:
    assert title_of_words("a" * 500, marked=False)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], True), (["a"], True), (["a", "b c"], True), (["ü"], True), ([""], False),
        (["a", ""], False), (["", ""], False), ([" a"], False), (["a "], False),
        (["a", " b"], False), (["a--b"], False), (["a", "''"], False), (["a-", "-b"], True),
        (["a\x1f"], False), (["a\x7f"], False), (["ü\u00a0"], False), (["ü\x85"], False),
        *[([f"a{sign}"], False) for sign in r"\{}$~`&<"],
        *[([f"a{sign}"], True) for sign in "%#_^>'\"@-"],
    ],
)  # fmt: skip
def test_texts_are_plain_that_have_nothing_of_latex(texts: list[str], expected: bool) -> None:
    assert are_plain(texts) is expected
