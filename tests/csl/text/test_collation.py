"""Order of words, as a reader of the language looks for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl.text.collation import collation_key, is_without_order


def ordered(words: str, language: str = "en-US") -> str:
    """The words, separated by " | ", sorted from their reversed order."""
    back = reversed(words.split(" | "))
    return " | ".join(sorted(back, key=lambda word: collation_key(word, language)))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv-SE", "Aberg | Orn | Zorn | Åberg | Ärla | Öberg"),
        ("fi-FI", "Aalto | Zilliacus | Åbo | Äijä | Öst"),
        ("da-DK", "Abel | Zoo | Ære | Øre | Aagaard | Åse"),
        ("nn-NO", "Abel | Zoo | Ære | Øre | Åse | Aase"),
        ("hu-HU", "Cukor | Czakó | Csaba | Dudás | Dzurinda | Ors | Ör | Őry | Zuk | Zsák"),
        ("nb-NO", "Berg | Zoo | Ærø | Ølund | Åse"),
        ("is-IS", "Dagur | Ðuríður | Elín | Zoëga | Ær | Ör"),
        ("et-EE", "Oja | Wiik | Õun | Äär | Ööbik | Ülo"),
        ("es-ES", "Nunez | Nuñez | Nuzez | Ñandú | Ocho"),
        ("pl-PL", "Lucas | Lzz | Łukasz | Mann | Zola | Źrebak | Żak"),
        ("cs-CZ", "Hus | Chalupa | Ibl | Shaw | Schulz | Szabo | Šimek"),
        ("cs-CZ", "Cermak | Čapek | Dvořák | Sova | Šimek | Zeman | Žižka"),
        ("tr-TR", "Can | Çelik | Dal | Sen | Şen | Tan"),
        ("ro-RO", "Sima | Știr | Toma | Țepeș"),
    ],
)
def test_a_language_may_have_letters_of_its_own(language: str, words: str) -> None:
    assert ordered(words, language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da-DK", "MØLLER | Møller | møller"),  # capitals first
        ("de-DE", "möller | Möller"),
        ("fr-FR", "cote | coté | côte | côté"),
        ("fr-CA", "cote | côte | coté | côté"),  # the last accent decides
        ("sv-SE", "Yxa | Üxa | Yxe | Zorn | Ås | Ängel | Æsop | Østberg | Österberg"),
        ("tr-TR", "Hale | Ilgaz | Işık | İnci | Jale"),
        ("tr-TR", "Ilgaz | Îlgaz"),
        ("hu-HU", "Cz | Ccsa | Cseh | Csuka"),
        ("hu-HU", "Nagy | Naggy | Nagyi"),
        ("th-TH", "กา ขา | เกา | ไกข"),  # the letter before a vowel that is written first
        ("vi-VN", "Dung | Đan | Lan | Làn | Lản | Lãn | Lán | Lạn | Lăn | Lân"),
        ("ar", "أحمد | إدريس | بدر | تميم | ليلى"),
        ("fa-IR", "آذر | اکبر | پرویز | چنگیز | کاوه | گلی | ورزی | هدایت"),
        ("el-GR", "Άλκης | Αλμα | Βλάχος | Doe"),
        ("uk-UA", "Гнат | Ґава | Ілько | Їжак | Йосип"),
        ("ko-KR", "가 | 강 | Doe"),
        ("lt-LT", "Ibis | Ypač | Įtaka"),
        ("et-EE", "Sepp | Šmidt | Zorn | Žukov | Tamm | Wiik | Õun"),
        ("hi-IN", "अंक | अकबर | कल"),
        ("hr-HR", "Luka | Ljubić | Marin | Nada | Njegoš"),
        ("sr-Latn-RS", "Luka | Ljubić | Marin"),
        ("sr-Cyrl-RS", "Дара | Ђура | Јован | Лука | Љуба | Doe"),
    ],
)
def test_what_else_is_special_to_a_language(language: str, words: str) -> None:
    assert ordered(words, language) == words


@pytest.mark.parametrize("language", ["en-US", "de-DE", "fr-FR", "it-IT", ""])
def test_elsewhere_an_accent_counts_only_between_words_else_the_same(language: str) -> None:
    words = "Aberg | Åberg | Abt | Muller | Müller | Mulo | Öberg | Orn | Zorn"

    assert ordered(words, language) == words


@pytest.mark.parametrize(
    "words",
    [
        "Bækkelund | Baer",  # æ as ae
        "Œuvre | Of",
        "Masse | Maßnahme | Mast",
        "Đorđević | Dostal",
        "Lukas | Łukasz | Lumen",
    ],
)
def test_other_latin_letters_stand_with_their_plain_likes(words: str) -> None:
    assert ordered(words) == words


def test_capitals_count_last_and_come_after_small_letters() -> None:
    assert ordered("apple | Apple | APPLE | banana | Cherry") == (
        "apple | Apple | APPLE | banana | Cherry"
    )


def test_digits_come_before_letters_and_spaces_before_both() -> None:
    words = "10 things | 9 lives | de Boer | De Boer | Deacon | Nine"

    assert ordered(words) == words


def test_full_stops_and_commas_do_not_decide() -> None:
    assert ordered("A. Abc | A Abd | A, Abe") == "A. Abc | A Abd | A, Abe"


def test_other_scripts_follow_in_their_own_order() -> None:
    words = "Zorn | Αβραάμ | Παπάς | Абрамов | Елена | Жуков | 张"

    assert ordered(words) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru-RU", "Абрамов | Жуков | Adams | 张"), ("zh-CN", "张 | Adams | Жуков")],
)
def test_the_script_of_the_language_comes_first(language: str, words: str) -> None:
    assert ordered(words, language) == words


def test_hyphens_and_apostrophes_do_not_decide() -> None:
    words = "De Aar | Debye | D'Eme | De-Mella | Demelo"

    assert ordered(words) == words


@given(st.text(), st.text(), st.sampled_from(["", "en-US", "sv-SE", "de-DE", "cs-CZ"]))
def test_any_two_texts_can_be_compared(one: str, other: str, language: str) -> None:
    first, second = collation_key(one, language), collation_key(other, language)

    assert (first < second) + (first == second) + (first > second) == 1
    assert first == collation_key(one, language)


@pytest.mark.usefixtures("without_icu")
class TestWithoutIcu:
    def test_han_and_kana_follow_their_code_points(self) -> None:
        assert ordered("Doe | あ | 一 | 丁", "ja-JP") == "Doe | あ | 一 | 丁"
        assert ordered("一 | 丁 | Doe", "zh-CN") == "一 | 丁 | Doe"
        assert ordered("김 | 이 | Doe", "ko-KR") == "김 | 이 | Doe"

    @pytest.mark.parametrize("text", ["山田", "Doe 山", "やまだ", "ヤマダ", "ﾔﾏﾀﾞ", "𠮷"])
    def test_and_it_is_known_that_this_is_no_order(self, text: str) -> None:
        assert is_without_order(collation_key(text, "en-US")[0])

    @pytest.mark.parametrize("text", ["Doe", "Ärla", "김", "ใจดี", "शर्मा"])
    def test_other_scripts_have_their_order(self, text: str) -> None:
        assert not is_without_order(collation_key(text, "ko-KR")[0])
