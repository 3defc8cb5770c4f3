"""Locators are understood as people write them, in the language they write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl.locale import load_locale
from reportcite.errors import UsageError
from reportcite.values.locators.label import LABELS, UNLABELLED, as_typed, labels_in
from reportcite.values.locators.typed import parse_locator
from reportcite.vocabulary import LOCATORS


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("12", "page", "12"),
        ("xii", "page", "xii"),
        ("A-12", "page", "A-12"),
        ("S12", "page", "S12"),  # a page of a supplement
        ("p. 12", "page", "12"),
        ("p.12", "page", "12"),
        ("p.xii", "page", "xii"),
        ("pp12-14", "page", "12-14"),
        ("pp. 12-14, 20", "page", "12-14, 20"),
        ("S. 12 f.", "page", "12 f."),
        ("Page 12", "page", "12"),
        ("Seiten 12–14", "page", "12–14"),
        ("ch. 3", "chapter", "3"),
        ("Kap. 3", "chapter", "3"),
        ("chapter three", "chapter", "three"),
        ("§ 4", "section", "4"),
        ("§4", "section", "4"),
        ("§§ 4-6", "section", "4-6"),
        ("¶ 7", "paragraph", "7"),
        ("vol. 2", "volume", "2"),
        ("Bd. 2", "volume", "2"),
        ("fig. 3a", "figure", "3a"),
        ("Abb. 3", "figure", "3"),
        ("n. 5", "note", "5"),
        ("no. 5", "issue", "5"),
        ("opp. 5-7", "opus", "5-7"),
        ("r. 5", "rule", "5"),
        ("s.v. Krise", "sub-verbo", "Krise"),
        ("p. 12; p. 14", "page", "12, 14"),
        ("12, p. 14", "page", "12, 14"),
        ("ch. 3, ch. 5", "chapter", "3, 5"),
        ("00:12:30", "timestamp", "00:12:30"),
        ("1:05-1:10", "timestamp", "1:05-1:10"),
    ],
)
def test_usual_spellings(text: str, label: str, value: str) -> None:
    assert parse_locator(text) == (label, value)


@pytest.mark.parametrize(
    "text", ["Preface", "Table of contents", "Title page", "Bd. 2, S. 5", "p. 3, n. 2", "12, n. 2"]
)
def test_words_and_several_labels_stay_as_typed(text: str) -> None:
    assert parse_locator(text) == (UNLABELLED, text)


@pytest.mark.parametrize("label", sorted(set(LABELS.values())))
def test_every_label_of_csl_is_understood_by_its_own_name(label: str) -> None:
    assert parse_locator(f"{label} 3") == (label, "3")


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_is_no_locator(text: str) -> None:
    with pytest.raises(UsageError):
        parse_locator(text)


@given(st.text())
def test_any_text_but_blanks_is_a_locator(text: str) -> None:
    if text.strip():
        label, value = parse_locator(text)
        assert label in {*LOCATORS, UNLABELLED}
        assert value


@pytest.mark.parametrize(
    "text",
    [
        *("VIII, 89", "II 5", "A 12", "B", "I.3.2", "12 ff.", "12f", "xii–xv", "IV/2", "3.2.1"),
        *("12a", "*12", "[5]", "12, 14 & 16", "C-4", "12v", "12 passim", "e12"),
    ],
)
@pytest.mark.parametrize(("before", "label"), [("", "page"), ("S. ", "page"), ("ch. ", "chapter")])
def test_numbers_have_any_shape(before: str, text: str, label: str) -> None:
    assert parse_locator(before + text) == (label, text)


@pytest.mark.parametrize(
    "text",
    [
        *("Rn. 5", "Rz. 5", "Folie 3", "vgl. S. 3", "Gen 1:1", "chpt. 3", "s. 5", "civil 5"),
        *("3. Kapitel", "note to the reader", "p. ca. 5", "Kap. Einleitung", "pp", "Krise"),
    ],
)
def test_what_is_no_label_and_no_number_stays_as_typed(text: str) -> None:
    assert parse_locator(text, labels_in("en-US", {})) == (
        (UNLABELLED, text) if text != "pp" else ("page", text)
    )


def labels_of(language: str) -> dict[str, str]:
    locale = load_locale(language)
    return dict(labels_in(language, locale.locator_terms()))


@pytest.mark.parametrize(
    ("language", "locators"),
    [
        ("de-DE", "S. 5 = page; Kap. IV = chapter"),
        ("de-DE", "Abs. 2 = paragraph; Anm. 3 = note; Z. 7 = line"),
        ("de-DE", "Nr. 5 = issue; Bd. II = volume"),
        ("de-DE", "Sp. 3 = column; p. 5 = page; s. v. 3 = sub-verbo"),
        ("fr-FR", "p. 5 = page; t. II = volume; n° 5 = issue"),
        ("fr-FR", "nᵒ 5 = issue; fᵒ 3 = folio; § 5 = section"),
        ("fr-FR", "chap. 3 = chapter; l. 4 = line; tableau 3 = table; annexe 2 = appendix"),
        ("es-ES", "cap. 3 = chapter; pág. 5 = page"),
        ("es-ES", "párr. 3 = paragraph; t. 2 = volume; n.º 5 = issue"),
        ("es-ES", "págs. 5-7 = page; núm. 5 = issue"),
        ("es-ES", "secc. 4 = section; fig. 3 = figure; tabla 2 = table"),
        ("it-IT", "pagg. 5-7 = page; capp. 3-4 = chapter"),
        ("it-IT", "r. 5 = line; voll. 2 = volume; sez. 4 = section"),
        ("pt-BR", "pág. 5 = page; seç. 4 = section"),
        ("pt-BR", "fl. 3 = folio; n. 5 = issue; quadro 2 = table"),
        ("pt-PT", "págs. 5-7 = page; liv. 2 = book; art. 5 = article-locator"),
        ("nl-NL", "blz. 5 = page; hfst. 3 = chapter; r. 5 = line"),
        ("nl-NL", "dl. 2 = part; noot 3 = note; afb. 3 = figure"),
        ("ru-RU", "с. 5 = page; гл. 3 = chapter; т. 2 = volume"),
        ("ru-RU", "№ 5 = issue; прим. 4 = note; табл. 2 = table"),
        ("pl-PL", "s. 5 = page; rozdz. 3 = chapter; tom 5 = volume"),
        ("zh-CN", "页 12 = page; 页12 = page; 章3 = chapter"),
        ("en-US", "S. 5 = page; Kap. 3 = chapter; c. 3 = chapter; ¶7 = paragraph"),
    ],
)  # fmt: skip
def test_labels_are_those_of_the_language(language: str, locators: str) -> None:
    labels = labels_of(language)
    for one in locators.split("; "):
        text, label = one.split(" = ")
        assert parse_locator(text, labels)[0] == label, text
        assert parse_locator(text.capitalize(), labels)[0] == label, text


@pytest.mark.parametrize(
    "language", ["de-DE", "fr-FR", "es-ES", "it-IT", "pt-PT", "nl-NL", "ru-RU"]
)
def test_every_term_of_a_locale_is_a_label(language: str) -> None:
    labels = labels_of(language)
    terms = load_locale(language).locator_terms()
    shared = {"r.", "v."}  # of a rule in English, of a line in Italian and Dutch
    for term, label in terms.items():
        if term and term not in shared:
            assert parse_locator(f"{term} 5", labels) == (label, "5")


def test_own_words_stay_as_typed_where_the_language_has_english_terms() -> None:
    terms = {"Appendix": "appendix", "Artikel": "article-locator", "art.": "article-locator"}
    labels = labels_in("de-DE", terms, (), {"appendix", "article-locator"})

    assert parse_locator("Anhang A", labels) == (as_typed("appendix"), "Anhang A")
    assert parse_locator("Anh. 2", labels) == (as_typed("appendix"), "Anh. 2")
    assert parse_locator("app. 2", labels) == ("appendix", "2")
    assert parse_locator("Art. 3", labels) == (as_typed("article-locator"), "Art. 3")
    assert parse_locator("Artikel 3", labels) == (as_typed("article-locator"), "Artikel 3")
    assert parse_locator("art. 3", labels) == ("article-locator", "3")
    assert parse_locator("Tab. 2", labels) == ("table", "2")
    assert labels_in("de-DE", {"Anhang": "appendix"}, ["Anh."], {"appendix"})["Anh."] == as_typed(
        "appendix"
    )


def test_what_is_to_be_kept_stays_as_typed() -> None:
    terms = {"capítulo": "chapter", "cap.": "chapter", "vol.": "volume", "s.\xa0v.": "sub-verbo"}
    labels = labels_in("es-ES", terms, ["cap.", "vol.", "s.\xa0v.", "."])
    chapter = as_typed("chapter")

    assert parse_locator("cap. 3", labels) == (chapter, "cap. 3")
    assert parse_locator("cap.3", labels) == (chapter, "cap.3")
    assert parse_locator("cap. 3, 4", labels) == (chapter, "cap. 3, 4")
    assert parse_locator("cap. 3, cap. 5", labels) == (chapter, "cap. 3, cap. 5")
    assert parse_locator("vol. 2, cap. 5", labels) == (UNLABELLED, "vol. 2, cap. 5")
    assert parse_locator("cap. 5, p. 3", labels) == (UNLABELLED, "cap. 5, p. 3")
    assert parse_locator("5, cap. 3", labels) == (UNLABELLED, "5, cap. 3")
    assert parse_locator("s. v. Krise", labels) == (as_typed("sub-verbo"), "s. v. Krise")
    assert (
        parse_locator("Cap. 3", labels) == parse_locator("capítulo 3", labels) == ("chapter", "3")
    )


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("one two three 5", "chapter", "5"),
        ("one two three four 5", UNLABELLED, "one two three four 5"),  # a label has three words
        ("one", UNLABELLED, "one"),
        ("ab", "page", "ab"),  # so short a text is hardly a word
        ("abc", UNLABELLED, "abc"),
        ("5 kapi", UNLABELLED, "5 kapi"),  # “3. Kapitel”
        ("5 kap", "page", "5 kap"),
        ("one two three 5, 7", "chapter", "5, 7"),
        ("5, one two three 7", UNLABELLED, "5, one two three 7"),
    ],
)
def test_labels_have_up_to_three_words(text: str, label: str, value: str) -> None:
    labels = {"one two three": "chapter", "one two three four": "book", "kapi": "chapter"}
    assert parse_locator(text, {**labels, "kap": "chapter"}) == (label, value)
