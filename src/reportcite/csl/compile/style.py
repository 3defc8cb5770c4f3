"""A whole style, compiled for one locale: what a processor prints with."""

from __future__ import annotations

from reportcite.csl.compile.layout import CompiledLayout, Setting, compile_layout
from reportcite.csl.compile.options import (
    CollapseOptions,
    DisambiguationOptions,
    collapse_options,
    disambiguation_options,
)
from reportcite.csl.compile.usage import usage_of
from reportcite.csl.locale import Locale, has_locale, load_locale
from reportcite.csl.style.style import Style
from reportcite.csl.text.punctuation import Quotes
from reportcite.tuples import NamedTuple


class CompiledStyle(NamedTuple):
    """The two areas of a style, ready to render, with its options.

    `bibliography` is None where the style has none; `is_note` is true for styles of class "note";
    `refers_to_notes` says that the style prints the number of the note that cites an item first.
    """

    citation: CompiledLayout
    bibliography: CompiledLayout | None
    collapse: CollapseOptions
    disambiguation: DisambiguationOptions
    quotes: Quotes
    is_note: bool
    refers_to_notes: bool


def compile_style(style: Style, locale: Locale, *, links: bool = False) -> CompiledStyle:
    """`style` in the language of `locale`, identifiers with `links`; renderers are made when first
    used."""
    quotes = quotes_of(locale)
    usage = usage_of(style)
    setting = Setting(style, locale, quotes, usage, links)
    is_note = style.attributes.get("class") == "note"
    return CompiledStyle(
        citation=compile_layout(style.citation, "citation", setting),
        bibliography=(
            compile_layout(style.bibliography, "bibliography", setting)
            if style.bibliography is not None
            else None
        ),
        collapse=collapse_options(style.citation, note=is_note),
        disambiguation=disambiguation_options(style.citation, conditions=usage.conditions),
        quotes=quotes,
        is_note=is_note,
        refers_to_notes="first-reference-note-number" in usage.variables,
    )


def quotes_of(locale: Locale) -> Quotes:
    """The quotation marks of a locale; those of English for terms it lacks."""
    return Quotes(
        locale.term("open-quote") or "“",
        locale.term("close-quote") or "”",
        locale.term("open-inner-quote") or "‘",
        locale.term("close-inner-quote") or "’",
        locale.options.get("punctuation-in-quote") == "true",
    )


class BibliographyInLanguage(NamedTuple):
    """The bibliography of a style, None where it has none, with the quotation marks of a
    language."""

    layout: CompiledLayout | None
    quotes: Quotes


def bibliography_in(
    language: str, style: Style, locale: Locale, *, links: bool
) -> BibliographyInLanguage | None:
    """The bibliography of `style` with the terms of `language`, a tag, for entries in it.

    None where `locale`, that of the style, serves: for no language, one without a locale, and the
    same language if its region is not named ("en" in a bibliography in British English).
    """
    own, wanted = locale.language.lower(), language.lower()
    if not wanted or wanted in {own, own.partition("-")[0]} or not has_locale(language):
        return None
    other = load_locale(language, style.locales)
    quotes = quotes_of(other)
    setting = Setting(style, other, quotes, usage_of(style), links)
    if style.bibliography is None:
        return BibliographyInLanguage(None, quotes)
    return BibliographyInLanguage(
        compile_layout(style.bibliography, "bibliography", setting), quotes
    )
