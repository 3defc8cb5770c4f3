"""Titles: title and subtitle joined the way a title page reads, and split again; title case found,
and set back to sentence case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from re import Match
from typing import Final

from reportcite.patterns import pattern

_OWN_PUNCTUATION: Final = ":?!."
_DELIMITERS: Final = (": ", " ", "")

PROTECTED: Final = '<span class="nocase">'
"""What begins a part of a title whose case is to stay (CSL 1.0.2, rich text); `</span>` ends it."""

# A word with what joins its parts; marks and protected parts are none.
_WORD: Final = pattern(
    r"<span class=\"nocase\">(?:[^<]|<(?!/span>))*</span>|<[^<>]{1,60}>|"
    r"(?P<word>[^\W_](?:[^\W_]|['’.](?=[^\W_]))*)(?P<hyphen>[-‐‑](?=\w))?"
)
# A quotation mark begins a clause where it opens, or ends a sentence.
_CLAUSE: Final = pattern(r"[:?!.;–—(\[][”\"’]?\s*$|[“”\"]$|\s-\s*$")
_SAY_NOTHING: Final = frozenset({"", " "})
_SMALL_WORD: Final = pattern(r"(?<=[^\W_] )[a-z]+(?=[ ,:;]|$)")
_PROTECTED_PART: Final = pattern(r"<span class=\"nocase\">([^<>]*)</span>")
_PART_OF_WORD: Final = pattern(r"\w+")
_MARKUP: Final = pattern(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]{0,60}>")
# Articles, conjunctions and short prepositions, which title case leaves small.
_SMALL: Final = frozenset(
    """a about above across after against along among an and around as at before behind below
    beneath beside between beyond but by de despite down during en et etc for from in inside into
    la le like near nor of off on onto or out over per pro since so than the through throughout
    till to toward towards under until unto up upon van versus via von vs when with within without
    yet""".split()
)


# Small words that English titles have none of: one of the first group says enough, of the second
# so many do, since they stand in names and in other languages, too.
_SURE: Final = {
    word: tag
    for tag, words in (
        ("de", "und für über zur zum vom beim"),
        ("fr", "une dans aux chez"),
        ("es", "una hacia según"),
        ("it", "della delle degli nella nel"),
        ("pt", "dos das uma não"),
        ("nl", "het een voor naar"),
    )
    for word in words.split()
}
_LIKELY: Final = (
    ("de", 2, frozenset("der die das des dem den von im am ein eine einer".split())),
    ("fr", 3, frozenset("le la les des du et au pour par sur".split())),
    ("es", 3, frozenset("el la los las del de y por para con sobre".split())),
)
_OTHER_WORDS: Final = frozenset(_SURE).union(*(words for _, _, words in _LIKELY))
_ENGLISH: Final = frozenset("the of and for to with on from by at is its are".split())


def other_language(title: str) -> str:
    """The tag of the language that the small words of `title` are of, where it cannot be English,
    as styles take titles to be whose language nobody states; "" where they do not say.

    >>> other_language("Boden und Wasser"), other_language("Lage der Böden im Norden")
    ('de', 'de')
    >>> other_language("The rise of und"), other_language("Die another day"), other_language("Soil")
    ('', '', '')
    """
    words = title.split()
    if _OTHER_WORDS.isdisjoint(words) or not _ENGLISH.isdisjoint(words):
        return ""
    sure = next((_SURE[word] for word in words if word in _SURE), "")
    return sure or next(
        (tag for tag, least, likely in _LIKELY if len(likely.intersection(words)) >= least), ""
    )


def join_title(title: str, subtitle: str) -> str:
    """`title` and `subtitle` as one text: a colon between them, or nothing but a space where the
    title ends in punctuation of its own.

    >>> join_title("Chances", "A Report"), join_title("Chances?", "A Report")
    ('Chances: A Report', 'Chances? A Report')
    """
    if not title or not subtitle:
        return title or subtitle
    delimiter = " " if title[-1] in _OWN_PUNCTUATION else ": "
    return f"{title}{delimiter}{subtitle}"


def split_title(joined: str, subtitle: str) -> str | None:
    """The title that makes `joined` together with `subtitle`; None where there is none.

    >>> split_title("Chances: A Report", "A Report"), split_title("Chances, A Report", "A Report")
    ('Chances', None)
    """
    if not subtitle:
        return None
    for delimiter in _DELIMITERS:
        title = joined.removesuffix(delimiter + subtitle)
        if title != joined and join_title(title, subtitle) == joined:
            return title
    return None


def plain_title(title: str) -> str:
    """`title` without CSL's markup.

    >>> plain_title('On <i>E. coli</i> and <span class="nocase">numpy</span>')
    'On E. coli and numpy'
    """
    return _MARKUP.sub("", title) if "<" in title else title


def without_protection(title: str, keeps: Callable[[str], bool] | None = None) -> str:
    """`title` without the marks of what keeps its case, but for parts that `keeps` holds to need
    them; other markup stays.

    >>> without_protection('<i>The <span class="nocase">numpy</span></i> array')
    '<i>The numpy</i> array'
    """
    if PROTECTED not in title:
        return title
    if keeps is not None and title.count("<") == 2 * title.count(PROTECTED):
        # As in most titles nothing is in another; this runs for each title of a file.
        plain, parts = _PROTECTED_PART.subn(
            lambda match: match[0] if keeps(match[1]) else match[1], title
        )
        if parts == title.count(PROTECTED):
            return plain
    opened: list[int] = []  # where in pieces a protected part begins, -1 for another span
    pieces: list[str] = []
    end = 0
    for match in _MARKUP.finditer(title):
        pieces.append(title[end : match.start()])
        end = match.end()
        if match[0] == "</span>" and opened and (start := opened.pop()) >= 0:
            if keeps and keeps("".join(pieces[start:])):
                pieces.insert(start, PROTECTED)
                pieces.append(match[0])
        elif match[0] == PROTECTED:
            opened.append(len(pieces))
        else:
            if match[0].startswith("<span"):
                opened.append(-1)
            pieces.append(match[0])
    return "".join([*pieces, title[end:]])


def needed_protection(title: str) -> str:
    """`title` without the marks of what keeps its case by itself: words with capitals, which title
    case never changes.

    >>> needed_protection('<span class="nocase">DNA</span> and <span class="nocase">p53</span>')
    'DNA and <span class="nocase">p53</span>'
    """
    return without_protection(title, _has_small_word)


@lru_cache(maxsize=1 << 11)  # the same names stand in many titles
def _has_small_word(part: str) -> bool:
    return any(word.islower() for word in _PART_OF_WORD.findall(plain_title(part)))


def is_title_case(title: str, least: int = 1) -> bool:
    """Whether `title` is English in title case: of its words that could be small all are
    capitalized, at least so many, but for articles, conjunctions and prepositions.

    The first word, those behind a colon, and words with capitals or digits inside say nothing.

    >>> is_title_case("The Rise of Soil"), is_title_case("The rise of soil")
    (True, False)
    >>> is_title_case("Lage und Aussichten"), is_title_case("Soil")
    (False, False)
    """
    # What most titles in sentence case have: a small word that title case would not leave so.
    if "<" not in title and not _SMALL.issuperset(_SMALL_WORD.findall(title)):
        return False
    count = 0
    for match in _words(title):
        word = match["word"]
        if word[1:] != word[1:].lower() or not word.isalpha():
            continue
        if word[0].islower():
            if word not in _SMALL:
                return False
        elif len(word) > 1 and word.lower() not in _SMALL:
            count += 1
    return count >= least


def sentence_case(title: str) -> str:
    """The English `title` in sentence case, as CSL wants titles, if it is in title case.

    Kept are the first word, words behind a colon and the like, what is protected, and words with
    capitals or digits inside; other names cannot be known.

    >>> sentence_case("The Rise of DNA: A New Hope")
    'The rise of DNA: A new hope'
    >>> sentence_case('The <span class="nocase">Python</span> Way'), sentence_case("Soils of Bern")
    ('The <span class="nocase">Python</span> way', 'Soils of bern')
    """
    if not is_title_case(title):
        return title
    pieces: list[str] = []
    end = 0
    for match in _words(title):
        word = match["word"]
        article = word == "A" and title[match.end() : match.end() + 1] == " "
        if (len(word) > 1 or article) and word[1:] == word[1:].lower() and word != "I’m":
            pieces += [title[end : match.start()], word.lower()]
            end = match.end("word")
    return "".join(pieces) + title[end:]


def _words(title: str) -> Iterator[Match[str]]:
    """The words of `title` that no beginning of a sentence capitalizes and nothing protects, one
    after another: the first often says all."""
    end = 0
    begins = True
    for match in _WORD.finditer(title):
        between = title[end : match.start()]
        end = match.end()
        # Nearly all words stand behind one space.
        begins = begins or (between not in _SAY_NOTHING and _CLAUSE.search(between) is not None)
        if match["word"] is None:
            begins = begins and match[0][:1] == "<" and not match[0].startswith(PROTECTED)
            continue
        if not begins:
            yield match
        begins = False


def join_part(title: str, number: str, name: str) -> str:
    """`title` with the number and the name of the part it is about, as ISBD (1.4.5) writes them.

    >>> join_part("Skrifter", "B. 4", "Comedier"), join_part("Skrifter", "", "Comedier")
    ('Skrifter. B. 4, Comedier', 'Skrifter. Comedier')
    """
    part = ", ".join(filter(None, (number, name)))
    if not title or not part:
        return title or part
    return f"{title} {part}" if title[-1] in ".!?" else f"{title}. {part}"


def is_abbreviation(short: str, title: str) -> bool:
    """Whether `short` is the abbreviation of a `title`, as of a journal: the beginnings of its
    words, in order, some of which it leaves out.

    >>> is_abbreviation("J. Field Not.", "Journal of Field Notes"), is_abbreviation("Soil", "Soils")
    (True, True)
    >>> is_abbreviation("Field Notes", "Journal of Air"), is_abbreviation("", "Air")
    (False, False)
    """
    words = iter(_LETTERS.findall(title.casefold()))
    wanted = _LETTERS.findall(short.casefold())
    found = all(any(word.startswith(one) for word in words) for one in wanted)
    return found and bool(wanted) and len(short) < len(title)


_LETTERS: Final = pattern(r"[^\W_]+")
