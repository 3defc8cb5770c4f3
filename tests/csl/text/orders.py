"""Names in many languages, to try the order of letters with: made of the letters of each."""

from __future__ import annotations

import random
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_LATIN: Final = "a b c d e f g h i j k l m n o p q r s t u v w x y z"

LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "af-ZA": f"{_LATIN} ê ë é ï ô û",
        "ar": "ا أ إ آ ء ؤ ئ ى ي ة ت ب ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و",
        "bg-BG": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я",
        "ca-AD": f"{_LATIN} à ç é è í ï l·l ó ò ú ü",
        "cs-CZ": f"{_LATIN} ch á č ď é ě í ň ó ř š ť ú ů ý ž",
        "cy-GB": f"{_LATIN} ch dd ff ng ll ph rh th â ê ŵ ŷ",
        "da-DK": f"{_LATIN} aa æ ø å ö ü é þ ð đ",
        "de-AT": f"{_LATIN} ä ö ü ß ss ae",
        "de-DE": f"{_LATIN} ä ö ü ß ss ae",
        "el-GR": "α ά β γ δ ε έ ζ η ή θ ι ί ϊ κ λ μ ν ξ ο ό π ρ σ τ υ ύ φ χ ψ ω ώ",
        "en-US": f"{_LATIN} é è ç ñ ö ø æ ł đ þ",
        "es-ES": f"{_LATIN} á é í ñ ó ú ü ch ll",
        "et-EE": f"{_LATIN} š ž õ ä ö ü",
        "eu": f"{_LATIN} ñ ç ü",
        "fa-IR": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی ئ أ ء",
        "fi-FI": f"{_LATIN} å ä ö š ž ø æ ü",
        "fr-CA": f"{_LATIN} à â é è ê ë î ï ô œ ù û ç",
        "fr-FR": f"{_LATIN} à â é è ê ë î ï ô œ ù û ç",
        "gl-ES": f"{_LATIN} á é í ñ ó ú",
        "he-IL": "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
        "hi-IN": "अ आ इ ई उ ऊ ए ऐ ओ औ क ख ग घ च छ ज झ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स "
        "ह कं कँ का कि की कु कू के को क्",
        "hr-HR": f"{_LATIN} č ć dž đ lj nj š ž",
        "hu-HU": f"{_LATIN} á é í ó ö ő ú ü ű cs dz dzs gy ly ny sz ty zs ccs ssz ggy ddzs",
        "hy-AM": "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք օ ֆ",
        "is-IS": f"{_LATIN} á ð é í ó ú ý þ æ ö ø å",
        "it-IT": f"{_LATIN} à è é ì ò ù",
        "km-KH": "ក ខ គ ឃ ង ច ឆ ជ ញ ត ថ ទ ន ប ផ ព ភ ម យ រ ល វ ស ហ អ ឥ ឧ ឫ កា កិ កុ កំ កះ ក្ក",
        "lt-LT": f"{_LATIN} ą č ę ė į š ų ū ž",
        "lv-LV": f"{_LATIN} ā č ē ģ ī ķ ļ ņ š ū ž",
        "mn-MN": "а б в г д е ё ж з и й к л м н о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
        "nb-NO": f"{_LATIN} aa æ ø å ö ü é",
        "nl-NL": f"{_LATIN} é ë ï ij ö",
        "nn-NO": f"{_LATIN} aa æ ø å ö ü é",
        "pl-PL": f"{_LATIN} ą ć ę ł ń ó ś ź ż",
        "pt-BR": f"{_LATIN} á â ã à ç é ê í ó ô õ ú",
        "ro-RO": f"{_LATIN} ă â î ș ț",
        "ru-RU": "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
        "sk-SK": f"{_LATIN} ch á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž",
        "sl-SI": f"{_LATIN} č ć đ š ž",
        "sr-Cyrl-RS": "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш",
        "sr-Latn-RS": f"{_LATIN} č ć dž đ lj nj š ž",
        "sv-SE": f"{_LATIN} å ä ö æ ø ü é",
        "th-TH": "ก ข ค ง จ ช ซ ญ ด ต ถ ท ธ น บ ป ผ ฝ พ ฟ ภ ม ย ร ล ว ศ ษ ส ห อ ฮ กะ กา กำ กิ กี กุ "
        "เก แก โก ใก ไก ก่ ก้ ก็ ก์",
        "tr-TR": f"{_LATIN} ç ğ ı ö ş ü â î",
        "uk-UA": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
        "vi-VN": f"{_LATIN} à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ậ đ ê ề ễ ế ệ ô ồ ổ ỗ ố ộ ơ ờ ớ ợ ư ừ ứ ự ỳ",
    }
)
"""Locale → its letters, and several letters, or one with vowel signs, that may be sorted as one."""

_CAPITALS_OF: Final = {"tr-TR": str.maketrans("iı", "İI")}


def names_in(locale: str, count: int = 60) -> list[str]:
    """So many different names in the letters of `locale`, always the same ones.

    Half of them differ from another one in a single letter, so that accents and capitals decide.
    """
    letters = LETTERS[locale].split(" ")
    choose = random.Random(locale)
    names: list[list[str]] = []
    while len(names) < count // 2:
        names.append([choose.choice(letters) for _ in range(choose.randint(1, 4))])
    for name in names[: count - len(names)]:
        other = [*name]
        other[choose.randrange(len(name))] = choose.choice(letters)
        names.append(other)
    return list(dict.fromkeys([_capitalized("".join(name), locale) for name in names]))


def _capitalized(name: str, locale: str) -> str:
    return name[0].translate(_CAPITALS_OF.get(locale, {})).upper() + name[1:]
