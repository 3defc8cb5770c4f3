"""cs:name and cs:et-al: how one name and a list of names print (CSL 1.0.2, "Name", "Et-al")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from reportcite.csl.compile.elements.decoration import formatting
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import (
    GIVEN_AS_STYLED,
    GIVEN_FULL,
    GIVEN_INITIALS,
)
from reportcite.csl.items.names import Name
from reportcite.csl.style.xml import Element
from reportcite.csl.text import markup, textcase
from reportcite.csl.text.punctuation import Quotes
from reportcite.csl.tokens import CLOSE, Open, Token, Tokens
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.names.initials import initials
from reportcite.values.names.particles import takes_space

_WORD: Final = pattern(r"\w+")

FormatName: TypeAlias = Callable[[Name, int, bool], tuple[Token, ...]]
"""(name, given-name level, inverted) → its tokens."""


class NameOptions(NamedTuple):
    """The options of a name list, all sources merged (CSL 1.0.2, "Name")."""

    and_: str
    delimiter: str
    precedes_et_al: str
    precedes_last: str
    precedes_last_institution: str  # behind another one
    et_al_min: int
    et_al_use_first: int
    et_al_subsequent_min: int
    et_al_subsequent_use_first: int
    et_al_use_last: bool
    form: str
    initialize: bool
    initialize_with: str | None
    name_as_sort_order: str
    sort_separator: str
    hyphen: bool
    demote: str

    def count_shown(self, total: int, *, subsequent: bool) -> int:
        """How many of `total` names show before "et al."; all where the list is not abridged."""
        least = self.et_al_subsequent_min if subsequent else self.et_al_min
        first = self.et_al_subsequent_use_first if subsequent else self.et_al_use_first
        return first if least and total >= least and first < total else total

    @property
    def base_level(self) -> int:
        """The given-name level the style starts from."""
        if self.form == "short":
            return GIVEN_AS_STYLED
        return GIVEN_FULL if self.initialize_with is None else GIVEN_INITIALS


def name_options(attributes: Mapping[str, str], scope: Scope) -> NameOptions:
    """The options of one cs:name; `attributes` are merged with what it inherits.

    Of two spaces in a separator one is printed, as in other programs (acta-orthopaedica-belgica).
    """
    given = {**scope.name_options, **attributes, **scope.name_overrides}
    merged = {key: value.replace("  ", " ") for key, value in given.items()}
    and_ = merged.get("and", "")
    conjunction = scope.locale.ampersand if and_ == "symbol" else scope.locale.term("and") or ""
    et_al_min = _number(merged.get("et-al-min"))
    et_al_use_first = _number(merged.get("et-al-use-first"), et_al_min)
    return NameOptions(
        and_=conjunction if and_ and not scope.sorting else "",
        delimiter=merged.get("delimiter", ", "),
        precedes_et_al=merged.get("delimiter-precedes-et-al", "contextual"),
        precedes_last=merged.get("delimiter-precedes-last", "contextual"),
        precedes_last_institution=scope.name_options.get("delimiter-precedes-last", "contextual"),
        et_al_min=et_al_min,
        et_al_use_first=et_al_use_first,
        et_al_subsequent_min=_number(merged.get("et-al-subsequent-min"), et_al_min),
        et_al_subsequent_use_first=_number(
            merged.get("et-al-subsequent-use-first"), et_al_use_first
        ),
        et_al_use_last=merged.get("et-al-use-last") == "true",
        form=merged.get("form", "long"),
        initialize=merged.get("initialize", "true") != "false",
        initialize_with=merged.get("initialize-with"),
        name_as_sort_order="all" if scope.sorting else merged.get("name-as-sort-order", ""),
        sort_separator=merged.get("sort-separator", ", "),
        hyphen=scope.option("initialize-with-hyphen", "true") != "false",
        demote=scope.option("demote-non-dropping-particle", "display-and-sort"),
    )


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text is not None and text.strip().isdigit() else default


class _NamePart(NamedTuple):
    """cs:name-part: formatting, text-case and affixes of the family or the given name."""

    span: Open | None
    case: str
    prefix: str
    suffix: str


def _name_part(name: Element | None, part: str) -> _NamePart:
    for child in name.children if name else ():
        if child.name == "name-part" and child.attributes.get("name") == part:
            attributes = child.attributes
            return _NamePart(
                formatting(attributes),
                attributes.get("text-case", ""),
                attributes.get("prefix", ""),
                attributes.get("suffix", ""),
            )
    return _NamePart(None, "", "", "")


def compile_name(
    element: Element | None, span: Open | None, options: NameOptions, scope: Scope
) -> FormatName:
    """The formatter of one name; `span` formats it whole. What it prints is remembered."""
    family_part = _name_part(element, "family")
    given_part = _name_part(element, "given")
    attributes = element.attributes if element else {}
    affixes = attributes.get("prefix", ""), attributes.get("suffix", "")
    # The name of an institution is but that part, which is not formatted alike twice.
    institution = family_part._replace(span=None) if family_part.span == span else family_part
    parts = family_part, given_part, institution
    builder = _Builder(options, scope.sorting, scope.quotes, *parts)
    return _formatter(builder, span, affixes)


@lru_cache(maxsize=256)  # cs:name is compiled for many kinds of items, which have names in common
def _formatter(builder: _Builder, span: Open | None, affixes: tuple[str, str]) -> FormatName:
    prefix, suffix = affixes
    this = object()

    def format_name(name: Name, level: int, inverted: bool) -> tuple[Token, ...]:
        # Kept with the name, so that it goes when the last item of that name does.
        printed = name.printed
        key = (this, level, inverted)
        tokens = printed.get(key)
        if tokens is None:
            built = builder.name(name, level, inverted)
            built = _joined(built)
            if (name.given or not name.literal) and (prefix or suffix):
                built = [prefix, *built, suffix]
            tokens = printed[key] = (span, *built, CLOSE) if span else tuple(built)
        return tokens

    return format_name


def name_span(attributes: Mapping[str, str], names: Mapping[str, str]) -> Open | None:
    """The formatting of cs:name, by its `attributes`; what `names`, the attributes of its cs:names,
    formats is not set back to normal."""
    return formatting(
        {key: value for key, value in attributes.items() if value != "normal" or key not in names}
    )


def _joined(tokens: Tokens) -> Tokens:
    """Adjoining text as one token: inside a name, punctuation is not up for collision."""
    result: Tokens = []
    for token in tokens:
        if isinstance(token, str) and result and isinstance(result[-1], str):
            result[-1] += token
        elif token != "":
            result.append(token)
    return result


class _Builder(NamedTuple):
    options: NameOptions
    sorting: bool
    quotes: Quotes
    family_part: _NamePart
    given_part: _NamePart
    institution: _NamePart

    def name(self, name: Name, level: int, inverted: bool) -> Tokens:
        if name.literal:
            return self._institution(name.literal) if not name.given else self._only_given(name)
        if name.closed_up:
            return self._closed_up(name, level)
        if level == GIVEN_AS_STYLED:
            sorted_apart = self.sorting and self.options.demote != "never"
            return self._family(name, "" if sorted_apart else name.non_dropping)
        given = self._given(name, level)
        if name.static_ordering:
            return _spaced(self._family(name, name.non_dropping), given)
        if inverted:
            return self._inverted(name, given)
        family = self._parts_of_family(name)
        return _spaced(
            self._affixed(self.given_part, given), self._affixed(self.family_part, family)
        )

    def _institution(self, literal: str) -> Tokens:
        """A name without parts, formatted as a family name is, but without the affixes, which go
        with a family name that a given name follows."""
        part = self.institution
        if part.case == "sentence":
            return self._part(part._replace(case=""), _in_sentence_case(literal))
        return self._part(part, literal)

    def _only_given(self, name: Name) -> Tokens:
        """The only name that somebody has (Plato), formatted as the given name that it is."""
        return self._affixed(self.given_part, self._part(self.given_part, name.literal))

    def _parts_of_family(self, name: Name) -> Tokens:
        """Both particles, the family name and the suffix, as they follow the given name."""
        family = _spaced(
            self._part(self.family_part, name.non_dropping),
            self._part(self.family_part, name.family),
        )
        family = _spaced(self._part(self.given_part, name.dropping), family)
        return self._suffixed(family, name, ", " if name.comma_suffix else " ")

    def _inverted(self, name: Name, given: Tokens) -> Tokens:
        demoted = self.options.demote == "display-and-sort" or (
            self.options.demote == "sort-only" and self.sorting
        )
        family = self._family(name, "" if demoted else name.non_dropping)
        behind = _spaced(given, self._part(self.given_part, name.dropping))
        if demoted:
            behind = _spaced(behind, self._part(self.family_part, name.non_dropping))
        behind = self._affixed(self.given_part, behind)
        if behind:
            family = [*family, self.options.sort_separator, *behind]
        return self._suffixed(family, name, self.options.sort_separator)

    def _closed_up(self, name: Name, level: int) -> Tokens:
        # Without the affixes of parts, which would set these apart.
        family = [
            *self._part(self.family_part, name.non_dropping),
            *self._part(self.family_part, name.family),
        ]
        if level == GIVEN_AS_STYLED:
            return family
        given = [
            *self._part(self.given_part, name.given),
            *self._part(self.given_part, name.dropping),
        ]
        return self._suffixed([*family, *given], name, " ")

    def _given(self, name: Name, level: int) -> Tokens:
        given = name.given
        if level == GIVEN_INITIALS and self.options.initialize_with is not None:
            given = initials(
                given,
                self.options.initialize_with,
                initialize=self.options.initialize,
                hyphen=self.options.hyphen,
            )
        return self._part(self.given_part, given)

    def _family(self, name: Name, particle: str) -> Tokens:
        before = self._part(self.family_part, particle)
        family = self._part(self.family_part, name.family)
        if before and self.sorting:
            return [*before, " ", *family]  # an elided particle is sorted as a word, too
        return self._affixed(self.family_part, _spaced(before, family))

    def _suffixed(self, tokens: Tokens, name: Name, separator: str) -> Tokens:
        suffix = name.suffix
        with_ = self.options.initialize_with
        if with_ is not None and "." not in with_:
            # Where initials go without full stops, so does "Jr".
            suffix = suffix.replace(".", "")
        if not suffix:
            return tokens
        return [*tokens, separator, *markup.parse(suffix, self.quotes)]

    def _part(self, part: _NamePart, text: str) -> Tokens:
        if not text:
            return []
        tokens = _apostrophes(text, self.quotes)
        if part.case:
            tokens = textcase.apply(part.case, tokens, english=True)
        return [part.span, *tokens, CLOSE] if part.span else tokens

    @staticmethod
    def _affixed(part: _NamePart, tokens: Tokens) -> Tokens:
        if not tokens or not (part.prefix or part.suffix):
            return tokens
        end = next((token[-1:] for token in reversed(tokens) if isinstance(token, str)), "")
        # Initials have their full stop: "Albee, E." has no second one.
        suffix = part.suffix[1:] if part.suffix[:1] == end == "." else part.suffix
        return [part.prefix, *tokens, suffix]


def _in_sentence_case(institution: str) -> str:
    """An institution's name in sentence case, but for words in capitals: “JTC 1/SC 22”."""
    (lowered,) = textcase.apply("sentence", [institution], english=True)
    letters = [*str(lowered)]
    for word in _WORD.finditer(institution):
        if word[0].isupper():
            letters[word.start() : word.end()] = word[0]
    return "".join(letters)


def _apostrophes(text: str, quotes: Quotes) -> Tokens:
    """A name's text; a straight quote in a name is an apostrophe."""
    return markup.parse(text.replace("'", "’"), quotes)


def _spaced(first: Tokens, second: Tokens) -> Tokens:
    """Two parts of a name with a space between, unless the first is elided ("d’", "al-")."""
    if not first or not second:
        return first or second
    text = [token for token in first if isinstance(token, str) and token]
    if text and not takes_space(text[-1]):
        return [*first, *second]
    return [*first, " ", *second]
