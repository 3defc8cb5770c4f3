"""Changing the case of rendered text (CSL 1.0.2, "Text-case").

Where the specification and the test suite disagree, the suite decides: words that hold a capital
are never touched by title case, so an all-caps title stays as it is ("UK", "OC 1").
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from reportcite.csl.tokens import Open, Tokens
from reportcite.patterns import pattern

_PARTICLES_AND_FUNCTION_WORDS: Final = """
    a about above across afore after against al along alongside amid amidst among amongst an and
    apropos apud around as aside astride at athwart atop barring before behind below beneath
    beside besides between beyond but by ca circa d de despite down during e et except for
    forenenst from given in inside into lest like modulo near next nor notwithstanding o of off on
    onto or out over per plus pro qua sans since so than the through throughout thruout till to
    toward towards under underneath until unto up upon van versus via von vs with within without
    y yet
"""
# What title case leaves in lower case: articles, prepositions, conjunctions, name particles.
_STOP_WORDS: Final = frozenset(_PARTICLES_AND_FUNCTION_WORDS.split())

# Combining marks belong to the letter before them; an apostrophe joins ("Shafi’i", "O’Neil").
_WORD: Final = pattern(r"[\w\u0300-\u036f]+(?:['’`][\w\u0300-\u036f]+)*")
_STARTS_A_CLAUSE: Final = pattern(r"[:?!]")
_HYPHENS: Final = "-\u2010\u2011"
_BEFORE_CODE: Final = "\\@{"
_ELIDED_PARTICLES: Final = ("d’", "d'")

# As pandoc reads it: "$5 to $10" and "Ke$ha" have none.
_MATH: Final = pattern(r"(?<![\w$])\$(?=[^\s$])[^$]*(?<=\S)\$(?![\w$])")
_LETTER: Final = pattern(r"[^\W\d_]")
_SHIELD: Final = "\u10a0"  # a capital of a script no title is set in: case leaves it alone

_Rewrite: TypeAlias = Callable[[str, str, bool], str]
"""(text, shield, turkic) → text of the same length; `shield` has a capital for each shielded
letter, `turkic` says whether the capital of i is İ."""

_TO_TURKISH_UPPER: Final = str.maketrans({"i": "İ"})
_TO_TURKISH_LOWER: Final = str.maketrans({"I": "ı", "İ": "i"})


def apply(case: str, tokens: Tokens, *, english: bool, language: str = "") -> Tokens:
    """`tokens` with the text-case `case`; spans marked `nocase` keep theirs.

    `english` says whether the item counts as English: title case touches no other. `language` is
    the tag of the text's language; Turkish and Azeri have two kinds of i. An unknown or empty
    `case` returns `tokens` themselves.
    """
    if case == "title" and not english:
        return tokens
    change = _REWRITES.get(case)
    if change is not None:
        turkic = _is_turkic(language)
        if len(tokens) == 1 and isinstance(text := tokens[0], str):
            return [_rewritten(case, text, turkic)]
        return _across(tokens, change, turkic)
    if case in {"lowercase", "uppercase"}:
        return _each_text(tokens, _upper_or_lower(case, language))
    return tokens


@lru_cache(maxsize=1 << 12)  # a title is printed, sorted by and compared with others
def _rewritten(case: str, text: str, turkic: bool) -> str:
    return _REWRITES[case](text, _with_math_shielded(text), turkic)


def _with_math_shielded(text: str) -> str:
    """`text`, the letters of its formulas ("$E=mc^2$") shielded: their case has a meaning."""
    if "$" not in text:
        return text
    return _MATH.sub(lambda formula: _LETTER.sub(_SHIELD, formula[0]), text)


def capitalize_first(text: str, language: str = "") -> str:
    """`text`, which is in `language`, with its first word capitalized, unless that word holds a
    capital ("iPad")."""
    return _capitalize_first(text, text, _is_turkic(language))


def _is_turkic(language: str) -> bool:
    return language[:2].lower() in {"tr", "az"}


def _upper_or_lower(case: str, language: str) -> Callable[[str], str]:
    turkic = _is_turkic(language)
    if case == "uppercase":
        return (lambda text: text.translate(_TO_TURKISH_UPPER).upper()) if turkic else str.upper
    return (lambda text: text.translate(_TO_TURKISH_LOWER).lower()) if turkic else str.lower


def _outside_math(text: str, change: Callable[[str], str]) -> str:
    changed: list[str] = []
    end = 0
    for formula in _MATH.finditer(text) if "$" in text else ():
        changed += [change(text[end : formula.start()]), formula[0]]
        end = formula.end()
    return "".join([*changed, change(text[end:])])


def _each_text(tokens: Tokens, change: Callable[[str], str]) -> Tokens:
    """`change` applied to every text outside nocase spans, but not to formulas."""
    result: Tokens = []
    open_spans: list[bool] = []
    shielded = 0
    for token in tokens:
        if isinstance(token, str):
            result.append(token if shielded else _outside_math(token, change))
            continue
        if isinstance(token, Open):
            open_spans.append(token.nocase)
            shielded += token.nocase
        else:
            shielded -= open_spans.pop()
        result.append(token)
    return result


def _across(tokens: Tokens, change: _Rewrite, turkic: bool) -> Tokens:
    """`change` applied to the whole text, so that words may run across marks."""
    texts: list[str] = []
    shields: list[str] = []
    open_spans: list[bool] = []
    shielded = 0
    for token in tokens:
        if isinstance(token, str):
            texts.append(token)
            shields.append(_LETTER.sub(_SHIELD, token) if shielded else token)
        elif isinstance(token, Open):
            open_spans.append(token.nocase)
            shielded += token.nocase
        else:
            shielded -= open_spans.pop()
    changed = change("".join(texts), _with_math_shielded("".join(shields)), turkic)
    result: Tokens = []
    start = 0
    for token in tokens:
        if isinstance(token, str):
            result.append(changed[start : start + len(token)])
            start += len(token)
        else:
            result.append(token)
    return result


def _title(text: str, shield: str, turkic: bool) -> str:
    words = list(_WORD.finditer(shield))
    if not words:
        return text
    letters = list(text)
    last = words[-1].start()
    clause_starts = True
    end = 0
    for word in words:
        start = word.start()
        if not clause_starts:
            clause_starts = _STARTS_A_CLAUSE.search(shield, end, start) is not None
        end = word.end()
        form = word.group()
        if (
            _is_lower(form)
            and not _is_code(form, shield, start, starts=clause_starts)
            and (
                _capitalizes(form, shield, start, end)
                if not clause_starts and start != last
                else len(form) > 1 or clause_starts
            )
        ):
            _capitalize_letter(letters, start, turkic)
        clause_starts = False
    return "".join(letters)


def _is_code(form: str, text: str, start: int, *, starts: bool) -> bool:
    """Whether a word is a name in some program, not a word of a title: behind a backslash, an at
    sign or a brace, or lower case with digits ("v2", "p53") where it does not start a clause."""
    if start and text[start - 1] in _BEFORE_CODE:
        return True
    if starts or form.isalpha():  # as most words
        return False
    return form[0].islower() and form.islower() and any(map(str.isdigit, form))


def _capitalizes(form: str, text: str, start: int, end: int) -> bool:
    """Whether title case capitalizes a lowercase word inside a clause, neither first nor last.

    A letter standing alone stays ("07-x", "vitamin c", "p-value") but for "x-ray"; a stop word
    stays ("and", "d’eau") unless it opens a compound ("pro-environmental").
    """
    opens_compound = text[end] in _HYPHENS and text[start - 1] not in _HYPHENS
    if opens_compound:
        return len(form) > 1 or form == "x"
    return len(form) > 1 and form not in _STOP_WORDS and not form.startswith(_ELIDED_PARTICLES)


def _capitalize_all(text: str, shield: str, turkic: bool) -> str:
    letters = list(text)
    for word in _WORD.finditer(shield):
        if _is_lower(word.group()):
            _capitalize_letter(letters, word.start(), turkic)
    return "".join(letters)


def _capitalize_first(text: str, shield: str, turkic: bool) -> str:
    word = _WORD.search(shield)
    if word is None or not _is_lower(word.group()):
        return text
    letters = list(text)
    _capitalize_letter(letters, word.start(), turkic)
    return "".join(letters)


def _sentence(text: str, shield: str, turkic: bool) -> str:
    """The first word keeps its capitals, all else is lowercased (textcase_SentenceCapitalization).

    Of a text all in capitals only the first letter stays one.
    """
    first = _WORD.search(shield)
    if first is None:
        return text
    several_words = _WORD.search(shield, first.end()) is not None
    keep = first.start() + 1 if several_words and text.isupper() else first.end()
    lowered = [
        letter if position < keep or shielded == _SHIELD else _lower_letter(letter, turkic)
        for position, (letter, shielded) in enumerate(zip(text, shield, strict=True))
    ]
    if _is_lower(first.group()):
        _capitalize_letter(lowered, first.start(), turkic)
    return "".join(lowered)


def _is_lower(word: str) -> bool:
    return word[0].islower() and word.islower()


def _capitalize_letter(letters: list[str], position: int, turkic: bool) -> None:
    """Capitalize in place, unless that takes more than one letter ("ß")."""
    letter = letters[position]
    capital = (letter.translate(_TO_TURKISH_UPPER) if turkic else letter).upper()
    if len(capital) == 1:
        letters[position] = capital


def _lower_letter(letter: str, turkic: bool) -> str:
    lowered = (letter.translate(_TO_TURKISH_LOWER) if turkic else letter).lower()
    return lowered if len(lowered) == 1 else letter


_REWRITES: Final[dict[str, _Rewrite]] = {
    "title": _title,
    "sentence": _sentence,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
}
