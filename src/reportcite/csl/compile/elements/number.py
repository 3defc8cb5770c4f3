"""cs:number: a number variable as digits, ordinal or roman numeral (CSL 1.0.2, "Number")."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportcite.csl.compile.elements.decoration import decorate
from reportcite.csl.compile.elements.text import LOCATOR, compile_variable, text_before
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import EMPTY, SOME, Context, Render, render_empty, with_final_verdict
from reportcite.csl.locale import Locale
from reportcite.csl.style.xml import Element
from reportcite.csl.text.numbers import is_numeric, is_plural, join_numbers, roman
from reportcite.csl.tokens import CLOSE, Tokens
from reportcite.values.locators.label import two_kinds
from reportcite.values.locators.own_label import without_label


def compile_number(element: Element, scope: Scope) -> Render:
    """The renderer of cs:number; text that is no number is printed as it is."""
    attributes = element.attributes
    variable = attributes.get("variable", "")
    form = attributes.get("form", "numeric")
    if variable in ("page", "page-first", "citation-number", "first-reference-note-number"):
        render = compile_variable(variable, "long", scope)
    elif scope.has(variable) is False:
        render = render_empty
    else:
        render = _number_variable(element, _converter(form, variable, scope.locale), scope)
    return decorate(render, attributes)


def _number_variable(
    element: Element, convert: Callable[[int], str] | None, scope: Scope
) -> Render:
    variable = element.attributes.get("variable", "")
    behind = element.attributes.get("suffix", "")
    delimiters = scope.number_delimiters(variable)
    locale = scope.locale
    recording = scope.substituting is not None
    located = variable == "locator"

    def render_number(context: Context, out: Tokens) -> int:
        text = context.locator if located else context.texts.get(variable, "")
        if not text or variable in context.suppressed:
            return EMPTY
        if not located and not text.isdecimal():
            text = without_label(text, text_before(out, len(out)), behind)
        printed = (
            join_numbers(text, convert, delimiters)
            if is_numeric(text)
            else _unlike_numbers(text, convert, delimiters, locale)
        )
        if located:
            out += (LOCATOR, printed, CLOSE)
        else:
            out.append(printed)
        if recording:
            context.suppressed |= {variable}
        return SOME

    return with_final_verdict(render_number)


def _unlike_numbers(
    text: str, convert: Callable[[int], str] | None, delimiters: Mapping[str, str], locale: Locale
) -> str:
    """Text that is not numeric as it stands; but of numbers of two kinds, each as a number.

    Only the first are those of the variable: "7, p. 3-8" is "7th, pp. 3–8" (number_OrdinalSpacing).
    """
    kinds = two_kinds(text)
    if kinds is None or not (is_numeric(kinds[0]) and is_numeric(kinds[2])):
        return text
    own, kind, others = kinds
    label = locale.term(kind, "short", plural=is_plural(others)) or ""
    first = join_numbers(own, convert, delimiters)
    return f"{first}, {label} {join_numbers(others, None, delimiters)}"


def _converter(form: str, variable: str, locale: Locale) -> Callable[[int], str] | None:
    """The function from a number to its form; None for digits as they are."""
    if form == "roman":
        return roman
    gender = locale.gender(variable)
    if form == "ordinal":
        return lambda number: f"{number}{locale.ordinal(number, gender)}"
    if form == "long-ordinal":
        return lambda number: long_ordinal(number, locale, gender)
    return None


def long_ordinal(number: int, locale: Locale, gender: str) -> str:
    """The ordinal as a word where the locale has one (first to tenth), else as digits."""
    if 1 <= number <= 10:
        word = locale.term(f"long-ordinal-{number:02d}", gender=gender)
        if word:
            return word
    return f"{number}{locale.ordinal(number, gender)}"
