"""cs:citation and cs:bibliography, compiled (CSL 1.0.2, "Citation", "Bibliography")."""

from __future__ import annotations

from collections.abc import Mapping

from reportcite.csl.compile.elements.decoration import surroundings
from reportcite.csl.compile.renderers import Renderers, compile_element, uses_variable
from reportcite.csl.compile.scope import Area, Scope, inherited_name_options
from reportcite.csl.compile.sort_keys import (
    SortKey,
    compile_sort,
    sorts_by_initials,
    sorts_by_number,
)
from reportcite.csl.compile.usage import Usage
from reportcite.csl.items.model import Item
from reportcite.csl.locale import Locale, load_locale
from reportcite.csl.style.layouts import layouts_of
from reportcite.csl.style.style import Style
from reportcite.csl.style.xml import Element
from reportcite.csl.text.punctuation import Quotes
from reportcite.csl.tokens import Tokens
from reportcite.tuples import NamedTuple

NO_PRINTED_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
"""What stands for a cite or numbered entry that the style leaves empty, as in other processors."""


class CompiledLayout(NamedTuple):
    """One of the two areas of a style, ready to render.

    `before` and `after` stand round a whole citation or entry; `fields` are the first element of
    an entry and the rest, where the style sets them apart (second-field-align);
    `sorts_by_initials` says whether the sort keys abbreviate given names, `sorts_by_number` whether
    one is the citation number, `numbered` whether the area prints that; `by_language` are layouts
    for items in other languages.
    """

    attributes: Mapping[str, str]
    before: Tokens
    after: Tokens
    delimiter: str
    body: Renderers
    fields: tuple[Renderers, ...]
    sort: tuple[SortKey, ...]
    sorts_by_initials: bool
    sorts_by_number: bool
    numbered: bool
    by_language: tuple[tuple[str, CompiledLayout], ...] = ()

    def of(self, item: Item) -> CompiledLayout:
        """The layout for `item`: one for its language, if the style has such, or this."""
        if not self.by_language or not item.language:
            return self
        tag = item.language.lower()
        exact = (layout for language, layout in self.by_language if language.lower() == tag)
        alike = (
            layout for language, layout in self.by_language if _primary(language) == _primary(tag)
        )
        return next(exact, None) or next(alike, self)


class Setting(NamedTuple):
    """What both areas of a style share."""

    style: Style
    locale: Locale
    quotes: Quotes
    usage: Usage
    links: bool = False


def compile_layout(element: Element, area: Area, setting: Setting) -> CompiledLayout:
    """The cs:citation or cs:bibliography `element`; renderers are made when first used."""
    layouts = layouts_of(element)
    others = tuple(
        (tag, _compile_one(element, layout, area, _in_language(setting, tag)))
        for tag, layout in layouts.by_language
    )
    return _compile_one(element, layouts.default, area, setting)._replace(by_language=others)


def _in_language(setting: Setting, tag: str) -> Setting:
    """The setting of a layout for items in the language `tag`: its terms are in it, too."""
    locale = load_locale(tag, setting.style.locales)
    return setting._replace(locale=locale)


def _primary(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _compile_one(element: Element, layout: Element, area: Area, setting: Setting) -> CompiledLayout:
    """The area `element` with one of its layouts."""
    attributes = element.attributes
    scope = Scope(
        style=setting.style,
        locale=setting.locale,
        quotes=setting.quotes,
        area=area,
        compile=compile_element,
        macros={},
        name_options=inherited_name_options(setting.style.attributes, attributes),
        tag_names="subsequent-author-substitute" in attributes,
        links=setting.links,
        year_suffix_explicit="year-suffix" in setting.usage.variables,
    )
    own = layout.attributes
    fields: tuple[Renderers, ...] = ()
    if attributes.get("second-field-align") and len(layout.children) > 1:
        # Both fields would be spans of a line that is nowhere left (thieme-german).
        own = {key: value for key, value in own.items() if value != "baseline"}
        rest = Element(layout.name, layout.attributes, layout.children[1:], layout.line)
        fields = (Renderers(scope, layout.children[0]), Renderers(scope, rest))
    before, after = _surroundings(own)
    return CompiledLayout(
        attributes=attributes,
        before=before,
        after=after,
        delimiter=layout.attributes.get("delimiter", ""),
        body=Renderers(scope, layout),
        fields=fields,
        sort=compile_sort(element, scope),
        sorts_by_initials=sorts_by_initials(element, scope),
        sorts_by_number=sorts_by_number(element, scope),
        numbered="citation-number" in setting.usage.variables
        and uses_variable(layout, "citation-number", scope),
    )


def narrative_names(citation: CompiledLayout) -> Renderers:
    """The names of a cite in running text, for styles whose cites print none ("[1]").

    Short forms, "et al." after the first of three and more; without an author the editor, the
    translator or the title.
    """
    options = {
        "form": "short",
        "and": "text",
        "delimiter-precedes-last": "contextual",
        "et-al-min": "3",
        "et-al-use-first": "1",
    }
    name = Element("name", options, (), 0)
    substitutes = (
        Element("names", {"variable": "editor"}, (), 0),
        Element("names", {"variable": "translator"}, (), 0),
        Element("text", {"variable": "title", "form": "short", "font-style": "italic"}, (), 0),
    )
    children = (name, Element("substitute", {}, substitutes, 0))
    return Renderers(citation.body.scope, Element("names", {"variable": "author"}, children, 0))


def _surroundings(attributes: Mapping[str, str]) -> tuple[Tokens, Tokens]:
    """As for any element, but a layout's affixes stand within its formatting."""
    bare = {key: value for key, value in attributes.items() if key not in ("prefix", "suffix")}
    before, after = surroundings(bare)
    if attributes.get("prefix"):
        before = [*before, attributes["prefix"]]
    if attributes.get("suffix"):
        after = [attributes["suffix"], *after]
    return before, after
