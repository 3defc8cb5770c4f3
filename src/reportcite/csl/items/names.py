"""Names of contributors: their parts, particles and initials (CSL 1.0.2, "Names", "Name")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportcite.csl.tokens import Token
from reportcite.patterns import pattern
from reportcite.values.names.particles import split_family, split_given

# Scripts whose names are written given name first, with a space between the parts.
_ROMANESQUE = pattern(
    "[a-zA-Z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u06ff\u1e00-\u1fff\u200c\u200d"
    "\u200e\u0218\u0219\u021a\u021b\u202a-\u202e]"
)
_PIECE = pattern(r"(?P<lead>(?:<[^>]*>)*)(?P<word>[^\s<>.-]+)(?P<dot>\.?)(?P<trail>(?:</[^>]*>)*)")
_UPPERCASE_RUN = pattern(r"([A-ZÀ-Þ])([A-ZÀ-Þ]+)(?=[a-zß-ÿ])")


class Name:
    """One name as given in CSL-JSON, its particles split off; compared by identity.

    `romanesque` is false for names written family name first and unspaced (Chinese, Japanese…).
    `printed` is for those who print the name, to remember what they printed as long as it lives.
    """

    __slots__ = (
        "comma_suffix",
        "dropping",
        "family",
        "given",
        "literal",
        "non_dropping",
        "others",
        "printed",
        "romanesque",
        "static_ordering",
        "suffix",
    )

    def __init__(  # noqa: PLR0913 - the parts a name has
        self,
        family: str = "",
        given: str = "",
        dropping: str = "",
        non_dropping: str = "",
        suffix: str = "",
        *,
        comma_suffix: bool = False,
        static_ordering: bool = False,
        literal: str = "",
        romanesque: bool = True,
        others: bool = False,
    ) -> None:
        """A person's name by its parts, or `literal`, a name that has none.

        `others` says that it stands at the end of a list for all who are left out.
        """
        self.family = family
        self.given = given
        self.dropping = dropping
        self.non_dropping = non_dropping
        self.suffix = suffix
        self.comma_suffix = comma_suffix
        self.static_ordering = static_ordering
        self.literal = literal
        self.romanesque = romanesque
        self.others = others
        self.printed: dict[object, tuple[Token, ...]] = {}


def parse_name(source: Mapping[str, Any]) -> Name:
    """The name of one CSL-JSON name object; particles inside family or given are found.

    A family name in straight double quotes is taken whole ("Van Dyke").
    """
    text = {key: value.strip() for key, value in source.items() if isinstance(value, str)}
    family, given = text.get("family", ""), text.get("given", "")
    literal = text.get("literal", "")
    if not literal and family and source.get("isInstitution"):
        literal = family
    if literal:
        return Name(literal=literal)
    dropping = text.get("dropping-particle", "")
    non_dropping = text.get("non-dropping-particle", "")
    suffix = text.get("suffix", "")
    comma_suffix = bool(source.get("comma-suffix"))
    if len(family) > 1 and family[0] == family[-1] == '"':
        family = family[1:-1]
    elif not non_dropping and not dropping:
        non_dropping, family = split_family(family)
    if not dropping and not suffix and "," in given:
        given, suffix, dropping, comma_suffix = _split_comma(given, comma_suffix)
    if not dropping and family:
        given, dropping = split_given(given)
    if not family and not suffix:
        # A name of one part (Banksy, Aristotle) is a name that nothing is left out of.
        return Name(literal=given) if given else Name()
    return Name(
        family=family,
        given=given,
        dropping=dropping,
        non_dropping=non_dropping,
        suffix=suffix,
        comma_suffix=comma_suffix,
        static_ordering=bool(source.get("static-ordering")),
        romanesque=_ROMANESQUE.search(family + given) is not None,
    )


def _split_comma(given: str, comma_suffix: bool) -> tuple[str, str, str, bool]:
    """What stands behind a comma in the given name: a suffix, or a title with particle."""
    head, _, tail = given.partition(",")
    tail = tail.strip()
    if tail.startswith("!"):
        return head, tail[1:].strip(), "", True
    if tail and tail == tail.lower() and not tail[0].isdigit() and tail != "jr.":
        return head + ",", "", tail, comma_suffix
    return head, tail, "", comma_suffix


def initials(given: str, initialize_with: str, *, initialize: bool, hyphen: bool) -> str:
    """The given names as initials, each followed by `initialize_with`.

    `initialize=False` touches only what is an initial already (attribute `initialize`);
    `hyphen` keeps the hyphen of compound names (attribute `initialize-with-hyphen`).
    Words wholly in lower case (particles inside the given name) stay as they are.
    """
    core = initialize_with.rstrip()
    gap = initialize_with[len(core) :]
    result: list[str] = []
    position = 0
    wordlike = False  # whether the piece before was a word written out
    for match in _PIECE.finditer(given):
        between = given[position : match.start()]
        position = match.end()
        word, dotted = match["word"], bool(match["dot"])
        hyphened = "-" in between and bool(result)
        if hyphened and initialize and not dotted and word[0].islower():
            continue
        abbreviated = _abbreviate(word, dotted=dotted, initialize=initialize)
        written_out = abbreviated is None
        if result:
            result.append(
                _between_initials(
                    hyphened and (hyphen or written_out), wordlike or written_out, gap
                )
            )
        text = word + match["dot"] if abbreviated is None else abbreviated + core
        result.append(match["lead"] + text + match["trail"])
        wordlike = written_out
    return "".join(result)


def _between_initials(hyphened: bool, spaced: bool, gap: str) -> str:
    if hyphened:
        return "-"
    return " " if spaced else gap


def _abbreviate(word: str, *, dotted: bool, initialize: bool) -> str | None:
    """The initial that stands for `word`; None where the word is to be written out."""
    if dotted:
        return word
    if not initialize:
        return word if len(word) == 1 and word.isupper() else None
    if word[0].islower() or word[0] in "[(":  # "John [Jack]" has one initial
        return None
    run = _UPPERCASE_RUN.match(word)
    if run:
        return run[1] + run[2].lower()
    return word[0]
