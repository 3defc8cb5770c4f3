"""Terms, date formats and options of one language (CSL 1.0.2, "Locale Fallback", "Terms")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, TypeAlias, TypedDict

from reportcite.csl.archive import content, prepared
from reportcite.csl.style.xml import Element, Stored, from_stored, read_xml
from reportcite.errors import StyleError
from reportcite.tuples import NamedTuple
from reportcite.vocabulary import LOCATORS, LONG_ORDINAL_TERMS, ORDINAL_TERMS

DEFAULT_LANGUAGE: Final = "en-US"

# Where to look when a term lacks a form (CSL 1.0.2, "Terms").
_FORMS: Final = {
    "long": ("long",),
    "short": ("short", "long"),
    "verb": ("verb", "long"),
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
}

# A language with a masculine and a feminine must not borrow the English "first" for neuter.
_ALL_ORDINAL_TERMS: Final = ORDINAL_TERMS | LONG_ORDINAL_TERMS

TermKey: TypeAlias = tuple[str, str, str]


class Term(NamedTuple):
    """One form of one term."""

    single: str
    multiple: str
    gender: str = ""  # "masculine" | "feminine" | "" (neuter): of the noun itself
    match: str = ""  # ordinal terms: "last-digit" | "last-two-digits" | "whole-number"


class Locale(NamedTuple):
    """The merged localization data of one language, in-style locales first.

    `terms` maps (name, form, gender-form) to a Term; form is "long", "short", "verb",
    "verb-short" or "symbol"; gender-form is "", "masculine" or "feminine".
    `dates` maps "text" and "numeric" to the cs:date element of the locale.
    `options` holds the attributes of cs:style-options ("punctuation-in-quote", …).
    """

    language: str
    terms: Mapping[TermKey, Term]
    dates: Mapping[str, Element]
    options: Mapping[str, str]

    def term(
        self, name: str, form: str = "long", *, plural: bool = False, gender: str = ""
    ) -> str | None:
        """The term's text, falling back verb-short→verb→long, symbol→short→long.

        `None` where no form of the term is defined (an empty term is "").
        """
        for name_form in _FORMS.get(form, ("long",)):
            found = self._variant(name, name_form, gender)
            if found is not None:
                return found.multiple if plural else found.single
        return None

    @property
    def ampersand(self) -> str:
        """The mark for "and", which needs no translation where the language has none."""
        term = self.terms.get(("and", "symbol", ""))
        return (term.single if term else "") or "&"

    def gender(self, name: str) -> str:
        """The gender of the noun term `name`: "masculine", "feminine" or "" (neuter)."""
        term = self.terms.get((name, "long", ""))
        return term.gender if term else ""

    def locator_terms(self) -> dict[str, str]:
        """The terms of locators, in any form and number → the locator each is the term of.

        Of several that share a term, such as § in French, the one that is cited more often has it.
        """
        often = ("page", "chapter", "volume", "section", "issue")
        found: dict[str, str] = {}
        for name in (*often, *sorted(LOCATORS.difference(often))):
            for form in _FORMS:
                if term := self.terms.get((name, form, "")):
                    found.setdefault(term.single, name)
                    found.setdefault(term.multiple, name)
        return found

    def locator_abbreviations(self) -> set[str]:
        """The short terms and symbols of locators, but for pages, in other languages than English.

        Styles choose between the forms of English words, "Chapter 3" or "chap. 3": who types the
        short form of another language ("cap. 3", "§ 5") has chosen.
        """
        if self.language.startswith("en"):
            return set()
        forms = [
            self.terms.get((name, form, ""))
            for name in LOCATORS - {"page"}
            for form in ("short", "symbol")
        ]
        return {text for term in forms if term for text in (term.single, term.multiple) if text}

    def borrowed_locators(self) -> set[str]:
        """The locators, but for pages, for which another language has an English term or two.

        Its translators have left them so (de-DE has "Appendix" and "tbl."): who types "Anhang A"
        or "Tab. 2" has the better word. That may also be a word of both languages ("fig.").
        """
        if self.language.startswith("en"):
            return set()
        english = load_locale(DEFAULT_LANGUAGE).terms
        return {
            name
            for name in LOCATORS - {"page"}
            for key in ((name, "long", ""), (name, "short", ""))
            if (term := self.terms.get(key)) and (borrowed := english.get(key))
            if term.single and term.single.casefold() == borrowed.single.casefold()
        }

    def ordinal(self, number: int, gender: str = "") -> str:
        """The suffix that makes `number` an ordinal ("st", "º"), by the ordinal-NN rules."""
        default = self._variant("ordinal", "long", gender)
        if default is None:
            default = self._variant("ordinal", "long", "masculine")
            if default is None:
                return self._ordinal_of_csl_1_0(number, gender)
            gender = "masculine"  # where there is no neuter, one counts in the masculine
        two_digits = number % 100
        names = [f"ordinal-{two_digits:02}"] if two_digits >= 10 else []
        for name in [*names, f"ordinal-{number % 10:02}"]:
            for form in dict.fromkeys((gender, "")):
                term = self.terms.get((name, "long", form))
                if term and _matches(number, name, term.match):
                    return term.single
        return default.single

    def _variant(self, name: str, form: str, gender: str) -> Term | None:
        """The term for a noun of that gender, else the neuter one."""
        found = self.terms.get((name, form, gender))
        return self.terms.get((name, form, "")) if found is None and gender else found

    def _ordinal_of_csl_1_0(self, number: int, gender: str) -> str:
        """The scheme for locales that define ordinal-01 to ordinal-04 and no ordinal."""
        last = number % 10
        regular = last in (1, 2, 3) and number % 100 not in (11, 12, 13)
        return self.term(f"ordinal-{last if regular else 4:02}", gender=gender) or ""


def _matches(number: int, name: str, match: str) -> bool:
    """Whether the term ordinal-NN applies to `number`, which ends in NN or its last digit."""
    wanted = int(name[-2:])
    if match == "whole-number":
        return number == wanted
    return wanted >= 10 or match != "last-two-digits" or number % 100 == wanted


def load_locale(language: str, in_style: tuple[Element, ...] = ()) -> Locale:
    """The locale for `language` ("de-DE", "de", "") merged by the fallback rules.

    `in_style` are the cs:locale elements of the style. Where the language or a single term, date
    format or option is unknown, en-US stands in (CSL 1.0.2, "Locale Fallback"): for a term as a
    whole, as another form in the language ("verfügbar unter") serves its readers better than the
    form asked for in English ("avail. at").
    """
    dialect = _dialect(language)
    base = _from_files(dialect)
    applying = list(_applying(dialect, in_style))
    return _merged(dialect, base, map(_sections, applying)) if applying else base


def languages() -> list[str]:
    """The dialects that have a locale file, such as "de-AT"."""
    return list(_index()["language-names"])


def has_locale(language: str) -> bool:
    """Whether there is a locale for `language` or for a dialect of it."""
    wanted = language.replace("_", "-").partition("-")[0].lower()
    return wanted in {code.partition("-")[0] for code in _known_dialects()}


def native_name(language: str) -> str:
    """What a language that has a locale is called in itself, "" for any other.

    >>> native_name("fr-CA"), native_name("tlh")
    ('Français', '')
    """
    dialect = _primary_dialects().get(language.replace("_", "-").partition("-")[0].lower(), "")
    names = _index()["language-names"].get(dialect, [""])
    return names[0].partition(" (")[0]


def check_language(language: str) -> None:
    """Raises StyleError, with the codes it may have been meant to be, where there is no locale.

    A dialect without a file of its own ("de-LU") is served by its language.
    """
    if not has_locale(language):
        names = " or ".join(_meant(language.strip().casefold()))
        hint = f"did you mean {names}?" if names else "write a language code such as en-GB or de-DE"
        raise StyleError(f"there is no locale for the language {language!r}", suggestion=hint)


def _meant(language: str) -> list[str]:
    """The codes of languages called or spelled like `language`, most likely first."""
    from difflib import get_close_matches

    primary = _primary_dialects().values()
    codes: dict[str, list[str]] = {}
    for code in sorted(languages(), key=lambda code: code not in primary):
        for name in (*_index()["language-names"][code], code):
            whole = name.casefold()
            for spelling in {whole, whole.partition(" (")[0]}:
                codes.setdefault(spelling, []).append(code)
    near = get_close_matches(language, codes, n=1, cutoff=0.75)
    return list(dict.fromkeys(codes[near[0]]))[:2] if near else []


def _applying(dialect: str, in_style: tuple[Element, ...]) -> Iterator[Element]:
    """The in-style locales for a dialect, weakest first."""
    for wanted in ("", dialect.partition("-")[0], dialect):
        for element in in_style:
            if element.attributes.get("xml:lang", "").lower() == wanted.lower():
                yield element
        if wanted == dialect:  # a dialect that is a language only ("ar", "eu")
            return


@lru_cache(maxsize=32)
def _from_files(dialect: str) -> Locale:
    files = [DEFAULT_LANGUAGE]
    if dialect != DEFAULT_LANGUAGE:
        primary = _primary_dialects().get(dialect.partition("-")[0], "")
        names = dict.fromkeys((DEFAULT_LANGUAGE, primary, dialect))
        files = [name for name in names if name.lower() in _known_dialects()]
    layers = [_read(name) for name in files]
    own = {name for layer in layers[1:] for name, _, _ in layer.terms}
    layers[0] = layers[0]._replace(
        terms={key: term for key, term in layers[0].terms.items() if key[0] not in own}
    )
    if dialect.startswith("de-"):
        layers.append(_german(layers[1]))
    return _merged(dialect, Locale(dialect, {}, {}, {}), layers, _ALL_ORDINAL_TERMS)


def _german(locale: _Sections) -> _Sections:
    """What the locales of German lack, with the genders that theirs has the terms in."""
    from reportcite.csl.german import GERMAN_TERMS

    terms = {}
    for (name, form), words in GERMAN_TERMS.items():
        old = locale.terms.get((name, form, ""))
        terms[name, form, ""] = Term(*words, old.gender if old else "")
    return _Sections(terms, {}, {})


class _Sections(NamedTuple):
    """What one cs:locale element says."""

    terms: Mapping[TermKey, Term]
    dates: Mapping[str, Element]
    options: Mapping[str, str]


def _merged(
    language: str,
    base: Locale,
    layers: Iterable[_Sections],
    ordinals: frozenset[str] = ORDINAL_TERMS,
) -> Locale:
    """`base` overlaid with one layer after the other, unit by unit.

    `ordinals` are one unit: redefining any of them replaces them all.
    """
    terms, dates, options = dict(base.terms), dict(base.dates), dict(base.options)
    for layer in layers:
        terms = _overlaid(terms, layer.terms, ordinals)
        dates.update(layer.dates)
        options.update(layer.options)
    return Locale(language, terms, dates, options)


def _overlaid(
    terms: Mapping[TermKey, Term], layer: Mapping[TermKey, Term], unit: frozenset[str]
) -> dict[TermKey, Term]:
    """`terms` overlaid with those of `layer`; of the terms in `unit`, all or none are replaced."""
    if any(name in unit for name, _, _ in layer):
        terms = {key: term for key, term in terms.items() if key[0] not in unit}
    return {**terms, **layer}


StoredSections: TypeAlias = (
    "tuple[dict[TermKey, tuple[str, str, str, str]], dict[str, Stored], dict[str, str]]"
)


def stored_sections(file: str) -> StoredSections:
    """What a locale's file says, as tuples, mappings and texts."""
    terms, dates, options = _sections(read_xml(content(file), file))
    return (
        {key: (*term,) for key, term in terms.items()},
        {form: date.stored() for form, date in dates.items()},
        {**options},
    )


@lru_cache(maxsize=8)
def _read(dialect: str) -> _Sections:
    file = f"locales-{dialect}.xml"
    stored: StoredSections | None = prepared(file)
    if stored is None:
        return _sections(read_xml(content(file), file))
    terms, dates, options = stored
    return _Sections(
        {key: Term(*term) for key, term in terms.items()},
        {form: from_stored(date) for form, date in dates.items()},
        options,
    )


def _sections(locale: Element) -> _Sections:
    terms: dict[TermKey, Term] = {}
    dates: dict[str, Element] = {}
    options: dict[str, str] = {}
    for child in locale.children:
        if child.name == "terms":
            terms.update(_term(element) for element in child.children if element.name == "term")
        elif child.name == "date":
            dates[child.attributes.get("form", "text")] = child
        elif child.name == "style-options":
            options.update(child.attributes)
    return _Sections(terms, dates, options)


def _term(element: Element) -> tuple[TermKey, Term]:
    attributes = element.attributes
    single = multiple = _unwrapped(element.text)
    if element.children:
        texts = {child.name: _unwrapped(child.text) for child in element.children}
        single = texts.get("single", "")
        multiple = texts.get("multiple", single)
    form, gender_form = attributes.get("form", "long"), attributes.get("gender-form", "")
    term = Term(
        single, multiple, _gender(attributes.get("gender", "")), attributes.get("match", "")
    )
    return (attributes.get("name", ""), form, _gender(gender_form)), term


def _unwrapped(text: str) -> str:
    """A term's text as one line; the spaces of a line count, a line break is only layout."""
    return " ".join(text.split()) if "\n" in text else text


def _gender(value: str) -> str:
    return "" if value == "neuter" else value


def _dialect(language: str) -> str:
    """The dialect a language code stands for: "" → en-US, "de" → de-DE, "DE-at" → de-AT."""
    if not language:
        return DEFAULT_LANGUAGE
    subtags = language.replace("_", "-").split("-")
    known = _known_dialects()
    for length in range(len(subtags), 1, -1):
        found = known.get("-".join(subtags[:length]).lower())
        if found:
            return found
    primary = _primary_dialects().get(subtags[0].lower())
    if primary and len(subtags) == 1:
        return primary
    return "-".join([subtags[0].lower(), *subtags[1:]])


_Index = TypedDict(
    "_Index", {"primary-dialects": dict[str, str], "language-names": dict[str, list[str]]}
)


@cache
def _known_dialects() -> dict[str, str]:
    """The dialects that have a locale file, by their lower-case code."""
    return {name.lower(): name for name in _index()["language-names"]}


@cache
def _primary_dialects() -> Mapping[str, str]:
    return _index()["primary-dialects"]


@cache
def _index() -> _Index:
    import json  # not for the default language

    data: _Index = json.loads(content("locales.json"))
    return data
