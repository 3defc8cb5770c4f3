"""Titles compared: what counts in one, and how much two say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern
from reportcite.record.selection import folded
from reportcite.similarity import one_keystroke
from reportcite.tuples import NamedTuple
from reportcite.values.title import join_title, plain_title

SAME: Final = 1.0
WITHOUT_SUBTITLE: Final = 0.95
"""One of the two lacks the subtitle, and the title is a long one."""
SHORT_WITHOUT_SUBTITLE: Final = 0.85
ONE_SLIP: Final = 0.92
TWO_SLIPS: Final = 0.85
CONTAINED: Final = 0.5
"""All words of one are in the other, too: enough where an identifier is the same, not by itself."""
OTHER: Final = 0.0

_LONG: Final = 15
_LONG_WORD: Final = 5
_MOST_WORDS: Final = 60
_WORDS: Final = pattern(r"[^\W_]+[+#]{0,3}")
_CLAUSE: Final = pattern(r"[:?!.;–—]\s|\s[-–—]\s")
# Articles, and what a sign can stand for.
_SMALL: Final = frozenset(
    """a an and das de dem den der des die e ein eine einer eines el et i il la las le les lo los
    the un una und une y""".split()
)
_NUMBERED: Final = frozenset(
    """part teil partie parte volume band tome tomo vol bd issue heft number nummer nr chapter
    kapitel supplement edition auflage one two three four five six first second third zweiter
    zweite erster erste dritter dritte eins zwei drei final interim abschlussbericht zwischenbericht
    addendum antwort appendix comment comments commentary corrigendum correction errata erratum
    erwiderung kommentar rejoinder replik reply response solution solutions workbook exercises
    answers losung losungen losungsheft losungsbuch ubungsbuch ubungsheft arbeitsbuch arbeitsheft
    lehrerband lehrerheft beiheft begleitheft begleitband registerband register corriges exercices
    soluzioni soluciones""".split()
)
"""Words that tell one of several from the others, or a work from one about it."""
# Short forms that are no beginnings of words.
_CONTRACTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "assn": "association",
        "dept": "department",
        "govt": "government",
        "intl": "international",
        "jnl": "journal",
        "natl": "national",
    }
)
_REMARK: Final = pattern(r"(?<=\S)\s+[(\[][^()\[\]]*[)\]]\s*$")
_ROMAN: Final = pattern(r"[ivxlc]+")


class Title(NamedTuple):
    """The words of a title that count, those of the main title first, `main` in number; all of
    them, and those of the main title, in one word."""

    words: tuple[str, ...]
    main: int
    whole: str
    letters: str


def title_from(words: tuple[str, ...], main: int) -> Title:
    """The title of these words."""
    return Title(words, main, "".join(words), "".join(words[:main]))


def title_of(title: str, subtitle: str) -> Title:
    """What counts in a title: words without case, accents and markup, and no articles.

    >>> title_of("Für <i>alle</i>: The Report", "")
    Title(words=('fur', 'alle', 'report'), main=2, whole='furallereport', letters='furalle')
    >>> title_of("Fuer alle", "Report") == title_of("FÜR ALLE – a report", "")
    True
    """
    whole = plain_title(join_title(title, subtitle))
    main = plain_title(title) if subtitle else _CLAUSE.split(whole.strip(), maxsplit=1)[0]
    words = _words(whole)
    # A title without words, such as “:”, leaves all that is said to the subtitle.
    return title_from(words, min(len(_words(main)) or len(words), len(words)))


def likeness(one: Title, other: Title) -> float:
    """How much two titles say the same: `SAME`, …, `OTHER`.

    Slips are words of five letters or more that one keystroke tells apart, at most two of them.

    >>> likeness(title_of("The Soil", ""), title_of("soil", ""))
    1.0
    >>> likeness(title_of("Report 2001", ""), title_of("Report 2002", ""))
    0.0
    """
    if one.whole == other.whole:
        return SAME
    longer, shorter = (one, other) if len(one.words) > len(other.words) else (other, one)
    if shorter.letters == longer.letters and shorter.main == len(shorter.words):
        if any(map(_numbers, longer.words[longer.main :])):
            return OTHER
        return WITHOUT_SUBTITLE if len(shorter.letters) >= _LONG else SHORT_WITHOUT_SUBTITLE
    slips = _slips(one.words, other.words)
    if slips in (1, 2):
        return ONE_SLIP if slips == 1 else TWO_SLIPS
    words = set(shorter.words)
    if len(words) > 1 and words.issubset(longer.words):
        more = set(longer.words) - words
        return OTHER if any(map(_numbers, more)) else CONTAINED
    return OTHER


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of a journal, a book or a publisher mean one: the same words, or those of
    one are cut short, or it is made of the first letters of the other.

    >>> same_words(words_of("J. Chem. Phys."), words_of("Journal of Chemical Physics"))
    True
    >>> same_words(words_of("BMJ"), words_of("British Medical Journal"))
    True
    >>> same_words(words_of("Soil"), words_of("Sand"))
    False
    """
    if "".join(one) == "".join(other):
        return True
    if len(one) > 1 and len(other) > 1 and (set(one) <= set(other) or set(other) <= set(one)):
        return True
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    if len(shorter) == 1 and len(longer) > 2 and _initials(longer, shorter[0]):
        return True
    first, second = _without_small(one), _without_small(other)
    return len(first) == len(second) and all(map(_abbreviates, first, second))


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` that count."""
    return _words(plain_title(text))


def name_words(text: str) -> tuple[str, ...]:
    """The words of the name of a journal, book or publisher, without a remark in brackets.

    >>> name_words("Nature (London)"), name_words("(Mis)readings")
    (('nature',), ('mis', 'readings'))
    """
    return words_of(_REMARK.sub("", text))


def all_words(text: str) -> tuple[str, ...]:
    """Every word of `text`, as for names, of which none says nothing."""
    return tuple(_WORDS.findall(coarse(text)))


def coarse(text: str) -> str:
    """`text` as `folded`, with an umlaut that is written as two letters as one.

    >>> coarse("Müller"), coarse("Mueller")
    ('muller', 'muller')
    """
    return folded(text).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def one_slip(one: str, other: str) -> bool:
    """Whether one keystroke tells two long words apart, and no digit is concerned.

    >>> one_slip("integration", "intergation"), one_slip("east", "west"), one_slip("2001a", "2002a")
    (True, False, False)
    """
    if min(len(one), len(other)) < _LONG_WORD or abs(len(one) - len(other)) > 1:
        return False
    return one.isalpha() and other.isalpha() and one_keystroke(one, other)


def _slips(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words one keystroke tells apart, all others being the same; 0 where there is more
    than that, or nothing, between the two."""
    if len(one) != len(other):
        return 0
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differing) > 2 or 2 * len(differing) > len(one):
        return 0
    return len(differing) if all(one_slip(*pair) for pair in differing) else 0


@lru_cache(maxsize=1 << 10)  # journals and publishers stand in many records
def _words(text: str) -> tuple[str, ...]:
    found = _WORDS.findall(coarse(text.replace("’", "").replace("'", "")))[:_MOST_WORDS]
    return tuple([word for word in found if word not in _SMALL]) or tuple(found)


def _numbers(word: str) -> bool:
    """Whether `word` tells one of several from the others."""
    return word in _NUMBERED or not word.isalpha() or _ROMAN.fullmatch(word) is not None


def _without_small(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in ("of", "for", "fur", "in", "on", "zur", "zum")]


def _initials(words: Sequence[str], word: str) -> bool:
    kept = "".join([one[0] for one in _without_small(words)])
    return len(word) > 2 and (word in kept or word == "".join([one[0] for one in words]))


def _abbreviates(one: str, other: str) -> bool:
    """Whether one of two words is the other cut short."""
    first, second = _CONTRACTED.get(one, one), _CONTRACTED.get(other, other)
    return first.startswith(second) or second.startswith(first)
