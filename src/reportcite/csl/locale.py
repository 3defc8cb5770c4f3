"""Terms, date formats and options of one language (CSL 1.0.2, "Locale Files", "Locale Fallback")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportcite.csl.style import Element


@dataclass(frozen=True, slots=True)
class Term:
    """One form of one term."""

    single: str
    multiple: str
    gender: str = ""  # "masculine" | "feminine" | "" (neuter): of the noun itself
    match: str = ""  # ordinal terms: "last-digit" | "last-two-digits" | "whole-number"


@dataclass(frozen=True, slots=True)
class Locale:
    """The merged localization data of one language, in-style locales first.

    `terms` maps (name, form, gender-form) to a Term; form is "long", "short", "verb",
    "verb-short" or "symbol"; gender-form is "", "masculine" or "feminine".
    `dates` maps "text" and "numeric" to the cs:date element of the locale.
    `options` holds the attributes of cs:style-options ("punctuation-in-quote", …).
    """

    language: str
    terms: Mapping[tuple[str, str, str], Term]
    dates: Mapping[str, Element]
    options: Mapping[str, str]

    def term(
        self, name: str, form: str = "long", *, plural: bool = False, gender: str = ""
    ) -> str | None:
        """The term's text, falling back verb-short→verb→long, symbol→short→long.

        `None` where no form of the term is defined (an empty term is "").
        """
        raise NotImplementedError

    def gender(self, name: str) -> str:
        """The gender of the noun term `name`: "masculine", "feminine" or "" (neuter)."""
        raise NotImplementedError

    def ordinal(self, number: int, gender: str = "") -> str:
        """The suffix that makes `number` an ordinal ("st", "º"), by the ordinal-NN rules."""
        raise NotImplementedError


def load_locale(language: str, in_style: tuple[Element, ...] = ()) -> Locale:
    """The locale for `language` ("de-DE", "de", "") merged by the fallback rules; unknown
    languages fall back to en-US for what is missing."""
    raise NotImplementedError
