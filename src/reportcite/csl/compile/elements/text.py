"""cs:text: a variable, a macro, a term or a value (CSL 1.0.2, "Text")."""

from __future__ import annotations

from collections.abc import Mapping

from reportcite.csl.compile.elements.decoration import decorate, has_italics, upright
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import (
    EMPTY,
    NONE,
    SOME,
    Context,
    Render,
    has_final_verdict,
    render_empty,
    render_nothing,
    with_final_verdict,
)
from reportcite.csl.style.xml import Element
from reportcite.csl.text import markup, pages, textcase
from reportcite.csl.text.links import LINKS, append_linked
from reportcite.csl.text.numbers import is_numeric, join_numbers
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.patterns import pattern
from reportcite.values.locators.own_label import has_label_behind, is_label, without_label
from reportcite.vocabulary import LOCATORS, NUMBER_TERMS, NUMBER_VARIABLES

_LABELS = LOCATORS | NUMBER_TERMS
_NO_WORD = " \u00a0.,:;([–-"
_SHORTEST_WORD = 8  # letters, with what stands around it: "Patent No. " is asked for, too
# Identifiers are printed as they stand: a quote or bracket in them is no markup.
_VERBATIM = frozenset({"URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID"})


def compile_text(element: Element, scope: Scope) -> Render:
    """The renderer of cs:text by the source of its text."""
    attributes = element.attributes
    if "macro" in attributes:
        render = scope.macro(attributes["macro"])
        attributes = {k: v for k, v in attributes.items() if k != "text-case"}
    elif "variable" in attributes:
        behind = attributes.get("suffix", "")
        form = attributes.get("form", "long")
        render = compile_variable(attributes["variable"], form, scope, behind)
    elif "term" in attributes:
        render = _compile_term(attributes, scope)
        if not has_italics(scope.locale.term(attributes["term"]) or ""):
            attributes = upright(attributes)
    else:
        value = attributes.get("value", "")
        render = _constant(value, scope)
        if is_label(value):
            render = _unless_said(render, value)
    language = scope.locale.language if "term" in attributes else None
    decorated = decorate(render, attributes, quotes=True, language=language)
    if "variable" in attributes and "font-style" in attributes:
        set_upright = decorate(render, upright(attributes), quotes=True)
        return _slanted(attributes["variable"], decorated, set_upright)
    return decorated


def _slanted(variable: str, italic: Render, set_upright: Render) -> Render:
    """`italic`, but for texts in scripts that have no italics `set_upright`."""
    if italic is render_empty or italic is render_nothing:
        return italic

    def render_slanted(context: Context, out: Tokens) -> int:
        text = context.texts.get(variable)
        if text is not None and not has_italics(text):
            return set_upright(context, out)
        return italic(context, out)

    return with_final_verdict(render_slanted) if has_final_verdict(italic) else render_slanted


def _compile_term(attributes: Mapping[str, str], scope: Scope) -> Render:
    plural = attributes.get("plural") == "true"
    term = scope.locale.term(attributes["term"], attributes.get("form", "long"), plural=plural)
    render = _constant(term or "", scope)
    if not term or scope.sorting:
        return render
    capitalized = markup.parse(textcase.capitalize_first(term, scope.locale.language), scope.quotes)
    stands_in = scope.area != "citation" and scope.substituting is not None
    if attributes["term"] in _LABELS:
        render = _unless_said(render, term)

    def render_term(context: Context, out: Tokens) -> int:
        # A note that begins with a term ("ibid.") begins a sentence (CSL 1.0.2, "Citation"), as
        # does an entry with one in place of its author ("Anonymous (2018)").
        if (stands_in and _begins_entry(out)) or (
            context.sentence_start and not text_before(out, len(out)).strip(_NO_WORD)
        ):
            out += capitalized
            return NONE
        return render(context, out)

    return render_term


def _unless_said(render: Render, label: str) -> Render:
    """`render`, which prints `label`, but not behind a number that says the same: "2nd edition"."""

    def render_label(context: Context, out: Tokens) -> int:
        return NONE if says_label(out, label) else render(context, out)

    return render_label


def says_label(tokens: Tokens, label: str) -> bool:
    """Whether a number that stands last says itself what `label` does."""
    return bool(tokens) and has_label_behind(_last_word(tokens).rstrip(), label)


def _last_word(tokens: Tokens) -> str:
    """The text at the end, back to the last token that has a word: no number with its suffix."""
    text = ""
    for token in reversed(tokens):
        if isinstance(token, str):
            text = f"{token}{text}"
            if token.strip(_NO_WORD):
                break
    return text


def text_before(tokens: Tokens, end: int) -> str:
    """The text before the place `end`, as far back as a label with a word before it reaches."""
    text = ""
    while end and len(text) < _SHORTEST_WORD:
        end -= 1
        token = tokens[end]
        if isinstance(token, str):
            text = f"{token}{text}"
    return text


def _begins_entry(out: Tokens) -> bool:
    """Whether no word has been printed yet, but for the number of the entry."""
    numbering = False
    for token in out:
        if isinstance(token, str):
            if not numbering and any([character.isalnum() for character in token]):
                return False
        else:
            numbering = token == _CITATION_NUMBER
    return True


def _constant(text: str, scope: Scope) -> Render:
    if not text:
        return render_nothing
    tokens = markup.parse(text, scope.quotes)

    def render_constant(context: Context, out: Tokens) -> int:
        out += tokens
        return NONE

    return render_constant


def compile_variable(variable: str, form: str, scope: Scope, behind: str = "") -> Render:
    """The renderer of a standard or number variable in its long or short form; `behind` follows
    what it prints."""
    if variable in NUMBER_VARIABLES and variable not in _SPECIAL:
        return _number_variable(variable, scope, behind)
    special = _SPECIAL.get(variable)
    if special is not None:
        return special(scope)
    names = _forms(variable, form, scope)
    if not names:
        return render_empty
    if len(names) == 1:
        return _text_variable(names[0], variable, scope)
    first, second = (_text_variable(name, variable, scope) for name in names)

    def render_either(context: Context, out: Tokens) -> int:
        verdict = first(context, out)
        return verdict if verdict == SOME else second(context, out)

    return render_either


def _number_variable(variable: str, scope: Scope, behind: str) -> Render:
    """A number variable as text: several numbers take the dash and spaces of the locale. One that
    says what it is says so once, with what stands before and behind it."""
    as_text = _text_variable(variable, variable, scope)
    if scope.has(variable) is False:
        return render_empty
    delimiters, quotes = scope.number_delimiters(variable), scope.quotes

    def render_numbers(context: Context, out: Tokens) -> int:
        text = context.texts.get(variable)
        if text is None or text.isdecimal():
            return as_text(context, out)
        start = len(out)
        verdict = as_text(context, out)
        if len(out) > start:
            own = without_label(text, text_before(out, start), behind)
            if is_numeric(own):
                out[start:] = [join_numbers(own, None, delimiters)]
            elif own != text:
                out[start:] = markup.parse(own, quotes)
        return verdict

    return with_final_verdict(render_numbers)


def _forms(variable: str, form: str, scope: Scope) -> list[str]:
    """The variables to try, in order: the short form first where it is asked for."""
    names = [f"{variable}-short", variable] if form == "short" else [variable]
    if variable in ("title-short", "container-title-short"):
        names = [variable]
    known = [(name, scope.has(name)) for name in names]
    certain = [name for name, has in known if has]
    return certain[:1] or [name for name, has in known if has is None]


def _text_variable(name: str, variable: str, scope: Scope) -> Render:
    quotes = scope.quotes
    recording = scope.substituting is not None
    verbatim = variable in _VERBATIM
    address_of = LINKS.get(variable) if scope.links and not scope.sorting else None

    def render_variable(context: Context, out: Tokens) -> int:
        text = context.texts.get(name)
        if text is None or (context.suppressed and variable in context.suppressed):
            return EMPTY
        if address_of is not None and (href := address_of(text)):
            append_linked(text, href, out)
        elif verbatim:
            out.append(text)
        else:
            out += markup.parse(text, quotes)
        if recording:
            context.suppressed |= {variable}
        return SOME

    return with_final_verdict(render_variable)


def _compile_page(scope: Scope) -> Render:
    if scope.has("page") is False:
        return render_empty
    mode = scope.option("page-range-format") or None
    delimiter = scope.locale.term("page-range-delimiter") or "–"

    def render_page(context: Context, out: Tokens) -> int:
        text = context.texts.get("page")
        if text is None or "page" in context.suppressed:
            return EMPTY
        if not text[0].isdigit():
            text = without_label(text, text_before(out, len(out)))
        out.append(pages.format_range(text, mode, delimiter))
        return SOME

    return with_final_verdict(render_page)


def _compile_locator(scope: Scope) -> Render:
    mode = scope.option("page-range-format") or None
    delimiter = scope.locale.term("page-range-delimiter") or "–"
    quotes = scope.quotes
    ampersand = scope.locale.ampersand

    def render_locator(context: Context, out: Tokens) -> int:
        text = context.locator
        if not text:
            return EMPTY
        out.append(LOCATOR)
        if "&" in text:
            if is_numeric(text):
                text = _BETWEEN_NUMBERS.sub(f" {ampersand} ", text)
            else:
                text = text.replace("&", ampersand)
        if context.label == "page" and mode is not None:
            out.append(pages.format_range(text, mode, delimiter))
        else:
            out += markup.parse(pages.format_hyphens(text, delimiter), quotes)
        out.append(CLOSE)
        return SOME

    return with_final_verdict(render_locator)


_BETWEEN_NUMBERS = pattern(r"\s*&\s*")
LOCATOR = Open(tag="locator")
_CITATION_NUMBER = Open(tag="citation-number")
_YEAR_SUFFIX = Open(tag="year-suffix")


def _compile_citation_number(scope: Scope) -> Render:
    def render_citation_number(context: Context, out: Tokens) -> int:
        if not context.citation_number:
            return EMPTY
        out += (_CITATION_NUMBER, str(context.citation_number), CLOSE)
        return SOME

    return render_citation_number


def _compile_year_suffix(scope: Scope) -> Render:
    # Once: some styles (din-1505-2) ask for it behind the year and behind the whole cite.
    def render_year_suffix(context: Context, out: Tokens) -> int:
        if not context.year_suffix or context.year_suffix_printed:
            return NONE
        out += (_YEAR_SUFFIX, context.year_suffix, CLOSE)
        context.year_suffix_printed = True
        return SOME

    return render_year_suffix


def _compile_first_note(scope: Scope) -> Render:
    def render_first_note(context: Context, out: Tokens) -> int:
        if not context.first_note:
            return EMPTY
        out.append(str(context.first_note))
        return SOME

    return render_first_note


def _compile_citation_label(scope: Scope) -> Render:
    own = _text_variable("citation-label", "citation-label", scope)

    def render_citation_label(context: Context, out: Tokens) -> int:
        if "citation-label" in context.texts:
            own(context, out)
        else:
            label = trigraph(context)
            if not label:
                return EMPTY
            out.append(label)
        if context.year_suffix:
            out += (_YEAR_SUFFIX, context.year_suffix, CLOSE)
            context.year_suffix_printed = True
        return SOME

    return render_citation_label


def trigraph(context: Context) -> str:
    """The label of an item: letters of up to four family names and two digits of the year.

    One name gives four letters, two give two each, three two and one and one, four one each
    ("Asth08", "AsNe11"); an item without names takes the letters of its title.
    """
    people = context.names.get("author") or next(iter(context.names.values()), ())
    named = [name.family or name.literal for name in people if not name.others]
    stems = named[:4] or [context.texts.get("title", "")]
    lengths = _TRIGRAPH_LENGTHS[len(stems)]
    stem = "".join(
        [text[:length].capitalize() for text, length in zip(stems, lengths, strict=True)]
    )
    date = context.dates.get("issued")
    year = date.start.year % 100 if date and date.start else 0
    return f"{stem}{year:02d}"


_TRIGRAPH_LENGTHS = {1: (4,), 2: (2, 2), 3: (2, 1, 1), 4: (1, 1, 1, 1)}


_SPECIAL = {
    "page": _compile_page,
    "locator": _compile_locator,
    "citation-number": _compile_citation_number,
    "year-suffix": _compile_year_suffix,
    "first-reference-note-number": _compile_first_note,
    "citation-label": _compile_citation_label,
}
