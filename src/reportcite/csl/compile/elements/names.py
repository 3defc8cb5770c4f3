"""cs:names: the contributors of an item, with labels and substitutes (CSL 1.0.2, "Names")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportcite.csl.compile.elements.decoration import (
    decorate,
    has_italics,
    surroundings,
    upright,
)
from reportcite.csl.compile.elements.group import first_printing
from reportcite.csl.compile.elements.name import name_options, name_span
from reportcite.csl.compile.elements.name_list import RenderNames, compile_name_list
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import (
    EMPTY,
    SOME,
    Context,
    Render,
    render_empty,
    render_nothing,
    with_final_verdict,
)
from reportcite.csl.items.names import Name
from reportcite.csl.style.xml import Element
from reportcite.csl.text import textcase
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.tuples import NamedTuple

_NAMES = Open(tag="names")
_NAME_LIST = Open(tag="name-list")
_FORMATS = frozenset(
    {"font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"}
)


def compile_names(element: Element, scope: Scope) -> Render:
    """The renderer of cs:names and, where its variables are empty, of its substitutes."""
    own = decorate(_compile_own(element, scope), _decoration(element, scope))
    render = first_printing([own, *_compile_substitutes(element, scope)])
    if render is render_empty or render is render_nothing:
        return render_empty
    if scope.substituting is None and (scope.area == "citation" or scope.tag_names):
        render = _tagged(render, repeatable=scope.tag_names)
    return render


def _decoration(element: Element, scope: Scope) -> dict[str, str]:
    """The affixes and formatting of a cs:names, which its substitutes do not take over, but for
    cs:names without children, which do not set it back to normal, either. Names keep their case:
    cs:names takes no text-case."""
    source = _source(element, scope).attributes
    of_names = _formats_of_names(element, scope)
    own = {
        key: value
        for key, value in element.attributes.items()
        if key not in of_names and (value != "normal" or key not in source)
    }
    return {key: value for key, value in {**source, **own}.items() if key != "text-case"}


def _formats_of_names(element: Element, scope: Scope) -> dict[str, str]:
    """What a cs:names without children, in cs:substitute, is set in besides what it takes over:
    it formats the names alone, not their label, and gives way to cs:name, as in other programs."""
    source = _source(element, scope)
    if source is element:
        return {}
    return {
        key: value
        for key, value in element.attributes.items()
        if key in _FORMATS and value not in ("normal", source.attributes.get(key))
    }


def _tagged(render: Render, *, repeatable: bool) -> Render:
    """`render` marked as the names of the cite; left out where the author is suppressed.

    `repeatable` marks what an entry may repeat of the one before: not a term.
    """

    def render_tagged(context: Context, out: Tokens) -> int:
        start = len(out)
        out.append(_NAMES)
        suppressed = context.suppressed
        verdict = render(context, out)
        if len(out) == start + 1:
            out.pop()
        elif repeatable and context.suppressed is suppressed and _NAME_LIST not in out[start:]:
            del out[start]  # a term in place of names ("Anonymous") is nobody's name
        elif context.suppress_author:
            context.suppress_author = False
            del out[start:]
            return EMPTY
        else:
            out.append(CLOSE)
        return verdict

    return render_tagged


def _compile_substitutes(element: Element, scope: Scope) -> list[Render]:
    for child in element.children:
        if child.name == "substitute":
            inner = scope.within_substitute(element)
            renders: list[Render] = []
            for candidate in child.children:
                render = scope.compile(candidate, inner)
                if {"term", "value"} & candidate.attributes.keys():
                    # It is always there to stand in: nothing behind it is reached.
                    return [*renders, _without_variable(render)]
                renders.append(render)
            return renders
    return []


def _without_variable(render: Render) -> Render:
    """A term or value in place of names, which are empty all the same: a group or macro in which
    nothing else has a value is left out."""

    def render_stand_in(context: Context, out: Tokens) -> int:
        return max(EMPTY, render(context, out))

    return render_stand_in


def _part(element: Element, scope: Scope, name: str) -> Element | None:
    """Child `name` of a cs:names; one without children, in cs:substitute, inherits its parent's."""
    return next((child for child in _source(element, scope).children if child.name == name), None)


def _source(element: Element, scope: Scope) -> Element:
    if not element.children and scope.substituting is not None:
        return scope.substituting
    return element


def _compile_own(element: Element, scope: Scope) -> Render:
    variables = [
        variable
        for variable in element.attributes.get("variable", "").split()
        if scope.has(variable) is not False
    ]
    if not variables:
        return render_empty
    name = _part(element, scope, "name")
    options = name_options(name.attributes if name else {}, scope)
    et_al = _compile_et_al(_part(element, scope, "et-al"), scope)
    # A cs:name sets back to normal what a cs:names that takes it over has, but not its own.
    own = {k: v for k, v in _source(element, scope).attributes.items() if v != "normal"}
    formats = _formats_of_names(element, scope)
    span = name_span({**formats, **(name.attributes if name else {})}, own)
    render_names = compile_name_list(name, span, et_al, options, scope)
    labels = _compile_labels(element, variables, scope)
    if options.form == "count":
        return _counted(variables, render_names, "03d" if scope.sorting else "")
    return with_final_verdict(_listed(variables, render_names, labels, element, scope))


def _listed(
    variables: Sequence[str],
    render_names: RenderNames,
    labels: _Labels,
    element: Element,
    scope: Scope,
) -> Render:
    """The names of all variables, one after the other, each list with its label."""
    delimiter = element.attributes.get("delimiter", scope.name_options.get("names-delimiter", ""))
    merging = _names_pair(element) and labels.merged is not None
    recording = scope.substituting is not None
    tagging = scope.tag_names

    def render_own(context: Context, out: Tokens) -> int:
        start = len(out)
        merged = merging and _same(context.names, "editor", "translator")
        for variable in variables:
            people = context.names.get(variable)
            if people is None or variable in context.suppressed:
                continue
            if merged and variable in ("editor", "translator"):
                if variable != next(v for v in variables if v in ("editor", "translator")):
                    continue
                label = labels.merged
            else:
                label = labels.of.get(variable)
            if len(out) > start:
                out.append(delimiter)
            many = len(people) > 1
            if label and labels.before:
                out += label[many]
            if tagging:
                out.append(_NAME_LIST)
            render_names(context, people, out)
            if tagging:
                out.append(CLOSE)
            if label and not labels.before:
                out += label[many]
            if recording:
                context.suppressed |= {variable}
        return SOME if len(out) > start else EMPTY

    return render_own


def _names_pair(element: Element) -> bool:
    """Whether `element` names editors and translators and nobody else (CSL 1.0.2, "Names"): with
    others beside them ("container-author editor translator", oscola) each keeps a label."""
    return sorted(element.attributes["variable"].split()) == ["editor", "translator"]


def _same(names: Mapping[str, tuple[Name, ...]], one: str, other: str) -> bool:
    return one in names and names[one] == names.get(other)


def _counted(variables: Sequence[str], render_names: RenderNames, width: str) -> Render:
    """form="count": the number of names shown, all variables together, in the format `width`."""

    def render_count(context: Context, out: Tokens) -> int:
        total = 0
        for variable in variables:
            people = context.names.get(variable)
            if people is not None and variable not in context.suppressed:
                total += render_names(context, people, out)
        if not total:
            return EMPTY
        out.append(format(total, width))
        return SOME

    return render_count


def _compile_et_al(element: Element | None, scope: Scope) -> Tokens:
    if scope.sorting:
        return []
    attributes = element.attributes if element else {}
    term = scope.locale.term(attributes.get("term", "et-al")) or ""
    return _term_tokens(term, attributes, scope.locale.language)


def _term_tokens(term: str, attributes: Mapping[str, str], language: str) -> Tokens:
    """A term with the decoration of its element; empty where there is no term."""
    if not term:
        return []
    body: Tokens = [term.replace(".", "") if attributes.get("strip-periods") == "true" else term]
    if attributes.get("text-case"):
        body = textcase.apply(attributes["text-case"], body, english=True, language=language)
    before, after = surroundings(attributes if has_italics(term) else upright(attributes))
    return [*before, *body, *after]


class _Labels(NamedTuple):
    """cs:label within cs:names: per variable, its singular and its plural.

    `merged` is the label for people who are both editors and translators, None where the locale
    has no such term; `before` says whether labels stand before the names.
    """

    of: Mapping[str, tuple[Tokens, Tokens]]
    merged: tuple[Tokens, Tokens] | None
    before: bool


def _compile_labels(element: Element, variables: Sequence[str], scope: Scope) -> _Labels:
    label = _part(element, scope, "label")
    if label is None or scope.sorting:
        both = scope.locale.term("editortranslator")
        return _Labels({}, ([], []) if both is not None else None, False)
    order = [child.name for child in _source(element, scope).children]
    before = "name" in order and order.index("label") < order.index("name")
    of = {variable: _label(label, variable, scope) for variable in variables}
    merged = _label(label, "editortranslator", scope)
    return _Labels(of, merged if merged[0] or merged[1] else None, before)


def _label(label: Element, term: str, scope: Scope) -> tuple[Tokens, Tokens]:
    form = label.attributes.get("form", "long")
    plural = label.attributes.get("plural", "contextual")
    single = scope.locale.term(term, form, plural=plural == "always") or ""
    multiple = scope.locale.term(term, form, plural=plural != "never") or ""
    attributes, language = label.attributes, scope.locale.language
    return (
        _term_tokens(single, attributes, language),
        _term_tokens(multiple, attributes, language),
    )
