"""Changing case, as the test suite's textcase fixtures show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl.text.markup import parse
from reportcite.csl.text.punctuation import Quotes
from reportcite.csl.text.textcase import apply, capitalize_first
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of
from tests.csl.style_xml import printed

CASES = ["lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"]


def cased(case: str, text: str, *, english: bool = True, language: str = "") -> str:
    """The text alone, after its markup was read and its case changed."""
    return text_of(apply(case, parse(text, Quotes()), english=english, language=language))


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("All for one. For all.", "All for One. For All."),
        ("the end of", "The End Of"),
        (
            "out-of-fashion initiatives: a second story",
            "Out-of-Fashion Initiatives: A Second Story",
        ),
        ("employee pro-environmental behavior", "Employee Pro-Environmental Behavior"),
        ("emotional stability—with job satisfaction", "Emotional Stability—with Job Satisfaction"),
        ("the scientist–practitioner gap", "The Scientist–Practitioner Gap"),
        ("john van doe? a life", "John van Doe? A Life"),
        ("about john d'doe! a life", "About John d’doe! A Life"),
        ("a pen that is a cat/mouse pencil", "A Pen That Is a Cat/Mouse Pencil"),
        ("response to shafi'i comment", "Response to Shafi’i Comment"),
        ('from "distance" to "friction"', "From Distance to Friction"),
        ("arvâsî and arva\u0302si\u0302", "Arvâsî and Arva\u0302si\u0302"),
        ("a\u00a0study\u00a0of rain", "A\u00a0Study\u00a0of Rain"),
        ("07-x test", "07-x Test"),
        ("an x-ray of β-carotine", "An X-Ray of β-Carotine"),
        ("an e-mail with p-values: t-tests", "An e-Mail with p-Values: T-Tests"),
        ("an où-test of rain", "An Où-Test of Rain"),
        ("more vitamin c", "More Vitamin c"),
        ("why? a c major scale: e", "Why? A c Major Scale: E"),
        ("rain -and- snow-and-ice-on it", "Rain -and- Snow-and-Ice-on It"),
        ("p53 and v2 of C:\\temp\\new", "P53 and v2 of C:\\temp\\new"),
        ("at @home and {braces} in", "At @home and {braces} In"),
        ("v2 of a pen: the end", "V2 of a Pen: The End"),
    ],
)
def test_title_case_capitalizes_all_but_stop_words(text: str, titled: str) -> None:
    assert cased("title", text) == titled


@pytest.mark.parametrize(
    "text", ["UK", "OC 1", "iPad", "Review of Book by A.N. Author", "THE FISH OF THE SEA", "eBay"]
)
def test_title_case_leaves_words_with_capitals_alone(text: str) -> None:
    assert cased("title", text) == text


def test_title_case_is_for_english_items_only() -> None:
    assert cased("title", "syntax und stilistik", english=False) == "syntax und stilistik"


def test_a_colon_across_marks_starts_a_new_clause() -> None:
    assert cased("title", "first: <i>the second</i> of two") == "First: The Second of Two"


def test_texts_side_by_side_are_one_text() -> None:
    assert apply("title", ["air ", "and", " water"], english=True) == ["Air ", "and", " Water"]
    assert apply("title", ["ai", "r"], english=True) == ["Ai", "r"]


def test_an_unknown_case_changes_nothing() -> None:
    tokens: Tokens = ["air"]

    assert apply("", tokens, english=True) is tokens
    assert apply("title", tokens, english=False) is tokens


def test_a_word_may_run_across_marks() -> None:
    assert cased("title", "the <b>f</b>ish") == "The Fish"


@pytest.mark.parametrize("case", CASES)
def test_shielded_words_keep_their_case(case: str) -> None:
    shielded: Tokens = ["x ", Open(nocase=True), "smith JR", CLOSE, " y"]
    assert "smith JR" in text_of(apply(case, shielded, english=True))


def test_superscripts_and_small_capitals_are_shielded() -> None:
    assert cased("title", "2<sup>nd</sup> <sc>bc</sc> age") == "2nd bc Age"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("This is a Pen that is a Pencil", "This is a pen that is a pencil"),
        ("UK Fish", "UK fish"),
        ("DNA", "DNA"),
        ("THE FISH OF THE SEA", "The fish of the sea"),
        ("over the Sea", "Over the sea"),
    ],
)
def test_sentence_case_lowers_all_but_the_first_word(text: str, sentence: str) -> None:
    assert cased("sentence", text) == sentence


def test_capitalize_all_capitalizes_stop_words_too() -> None:
    assert cased("capitalize-all", "This IS a pen of iPad") == "This IS A Pen Of iPad"


@pytest.mark.parametrize(
    ("text", "capitalized"),
    [
        ("see also", "See also"),
        ("iPad", "iPad"),
        ("(in press)", "(In press)"),
        ("2nd ed", "2nd ed"),
    ],
)
def test_capitalize_first_looks_at_the_first_word(text: str, capitalized: str) -> None:
    assert capitalize_first(text) == capitalized


def test_capital_sharp_s_is_two_letters() -> None:
    assert cased("uppercase", "straße") == "STRASSE"


def test_turkish_has_a_dotted_capital() -> None:
    assert cased("uppercase", "ic and ıd", language="tr-TR") == "İC AND ID"
    assert cased("lowercase", "IĞDIR", language="tr") == "ığdır"
    assert cased("uppercase", "ic", language="en") == "IC"


@given(st.sampled_from(["title", "capitalize-first", "capitalize-all", "sentence"]), st.text())
def test_changing_case_keeps_the_letters(case: str, text: str) -> None:
    changed = text_of(apply(case, [text], english=True))
    assert len(changed) == len(text)
    # Capitals first: "ı" has the capital "I", whose small letter is "i".
    assert changed.upper().casefold() == text.upper().casefold()


@given(st.lists(st.text(), min_size=1), st.sampled_from(["title", "sentence", "capitalize-all"]))
def test_marks_between_texts_do_not_change_the_result(texts: list[str], case: str) -> None:
    spread = [token for text in texts for token in (Open(font_style="italic"), text, CLOSE)]
    whole = apply(case, ["".join(texts)], english=True)
    assert text_of(apply(case, spread, english=True)) == text_of(whole)


@pytest.mark.parametrize(
    ("case", "text", "changed"),
    [
        ("capitalize-first", "içinde", "İçinde"),
        ("capitalize-all", "içinde ile", "İçinde İle"),
        ("title", "izmir ışık", "İzmir Işık"),
        ("sentence", "İZMIR IŞIK", "İzmır ışık"),
    ],
)
def test_the_capital_of_a_turkish_i_has_its_dot(case: str, text: str, changed: str) -> None:
    assert cased(case, text, language="tr-TR") == changed
    assert cased(case, text) != changed


def test_terms_are_cased_by_their_locale_and_titles_by_their_item() -> None:
    layout = """<group delimiter=" ">
      <text term="in" text-case="capitalize-first"/>
      <text variable="title" text-case="capitalize-first"/></group>"""
    assert printed(layout, language="tr-TR", title="ice", language_="en") == "İçinde Ice"
    assert printed(layout, language="en-US", title="izmir", language_="tr") == "In İzmir"


@pytest.mark.parametrize("case", CASES)
def test_formulas_keep_their_case(case: str) -> None:
    titled = apply(case, ["on $E=mc^2$ and ", Open(nocase=True), "x", CLOSE], english=True)
    assert "$E=mc^2$" in text_of(titled)
    assert "$aX + b$" in text_of(apply(case, ["of $aX + b$."], english=True))


@pytest.mark.parametrize("text", ["from US$5 in $ab or", "a$ap or ke$ha a", "$ 5a$ or", "$5a $b"])
def test_money_is_no_formula(text: str) -> None:
    assert text_of(apply("uppercase", [text], english=True)) == text.upper()
