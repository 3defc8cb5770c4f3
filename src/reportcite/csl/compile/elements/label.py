"""cs:label outside cs:names: the term that goes with a number (CSL 1.0.2, "Label")."""

from __future__ import annotations

from reportcite.csl.compile.elements.decoration import decorate
from reportcite.csl.compile.elements.text import says_label
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import NONE, Context, Render
from reportcite.csl.locale import Locale
from reportcite.csl.style.xml import Element
from reportcite.csl.text.numbers import is_plural, whole_number
from reportcite.csl.tokens import Tokens
from reportcite.patterns import pattern
from reportcite.values.locators.own_label import has_label, has_label_behind
from reportcite.values.pages import DASHES

# In identifiers they part no numbers, nor does a space before a letter (“US 7654321 B2”).
_HYPHENS = pattern(rf"[{DASHES}]|(?<=\d) (?=[^\W\d_]\d)")
_COUNTS = frozenset({"number-of-pages", "number-of-volumes"})


def compile_label(element: Element, scope: Scope) -> Render:
    """The label of a number variable or locator.

    Without its number a label counts as any term does: the group round it decides. Styles rely
    on that, as on `page` for the label of number-of-pages.
    """
    attributes = element.attributes
    variable = attributes.get("variable", "")
    form = attributes.get("form", "long")
    plural = attributes.get("plural", "contextual")
    if variable == "locator" and scope.area == "bibliography":
        render = _page_label(form, plural, scope)
    elif variable == "locator":
        render = _locator_label(form, plural, scope)
    else:
        render = _number_label(variable, form, plural, scope)
    return decorate(render, attributes, language=scope.locale.language)


def _locator_label(form: str, plural: str, scope: Scope) -> Render:
    locale = scope.locale

    def render_locator_label(context: Context, out: Tokens) -> int:
        if not context.locator:
            return NONE
        many = plural == "always" or (plural == "contextual" and is_plural(context.locator))
        term = _term(locale, context.label, form, many) if context.label else ""
        if term:
            out.append(term)
        return NONE

    return render_locator_label


def _page_label(form: str, plural: str, scope: Scope) -> Render:
    """A bibliography has no locators: styles that label one there mean the pages they print."""
    render_label = _number_label("page", form, plural, scope)

    def render_page_label(context: Context, out: Tokens) -> int:
        return render_label(context, out) if "page" in context.texts else NONE

    return render_page_label


def _number_label(variable: str, form: str, plural: str, scope: Scope) -> Render:
    single = _term(scope.locale, variable, form, False)
    multiple = _term(scope.locale, variable, form, True)
    identifies = scope.is_identifier(variable)

    def render_number_label(context: Context, out: Tokens) -> int:
        text = context.texts.get(variable, "")
        own = text != "" and not text.isdecimal()
        if own and (has_label(text) or has_label_behind(text, single)):
            return NONE
        if identifies:
            text = _HYPHENS.sub("", text)
        many = plural == "always" or (plural == "contextual" and counts_many(variable, text))
        term = multiple if many else single
        if term and (text or not says_label(out, term)):
            out.append(term)
        return NONE

    return render_number_label


def counts_many(variable: str, text: str) -> bool:
    """Whether the value of `variable` asks for the plural: several numbers, or a count above 1."""
    if variable in _COUNTS:
        return bool(text) and whole_number(text) not in (0, 1)
    return is_plural(text)


def _term(locale: Locale, name: str, form: str, plural: bool) -> str:
    term = locale.term(name, form, plural=plural) or ""
    return term.replace("'", "’")  # as in all that is printed: folio’s
