"""cs:date: localized and non-localized dates and ranges (CSL 1.0.2, "Date")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportcite.csl.compile.elements.decoration import decorate, formatting, strip_periods
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import EMPTY, SOME, Context, Render, render_empty, with_final_verdict
from reportcite.csl.items.dates import Date, Moment
from reportcite.csl.locale import Locale
from reportcite.csl.style.xml import Element
from reportcite.csl.text import markup, textcase
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.tuples import NamedTuple

_SHOWN = {"year": ("year",), "year-month": ("year", "month")}
_RANK = {"year": 0, "month": 1, "day": 2}
_YEAR_SUFFIX = Open(tag="year-suffix")


class DatePart(NamedTuple):
    """One cs:date-part, compiled: `text` gives its value for a moment, "" where it is unknown."""

    name: str
    text: Callable[[Moment], str]
    prefix: str
    suffix: str
    span: Open | None
    case: str
    language: str  # of the locale: months and seasons are its terms
    strip: bool
    range_delimiter: str

    def body(self, text: str, *, english: bool) -> Tokens:
        """The part's text with periods stripped and in its text-case."""
        tokens: Tokens = [text]
        if self.strip:
            tokens = strip_periods(tokens)
        if not self.case:
            return tokens
        return textcase.apply(self.case, tokens, english=english, language=self.language)


def compile_date(element: Element, scope: Scope) -> Render:
    """The renderer of cs:date."""
    attributes = element.attributes
    variable = attributes.get("variable", "")
    if scope.has(variable) is False:
        return render_empty
    if attributes.get("form"):
        source = scope.locale.dates.get(attributes["form"])
        parts = _localized_parts(element, source, scope)
        # In the form of a locale it keeps the bold that it stands in, as other programs print it
        # where a style asks for "normal" (acta-scientiae-veterinariae).
        own = {key: value for key, value in attributes.items() if value != "normal"}
        decoration = {**(source.attributes if source else {}), **own}
        delimiter = source.attributes.get("delimiter", "") if source else ""
    else:
        parts = [_part(child.attributes, scope.locale) for child in element.children]
        decoration = dict(attributes)
        delimiter = attributes.get("delimiter", "")
    if scope.sorting:
        return _sortable(variable, [part.name for part in parts])
    return decorate(_date_variable(variable, parts, delimiter, scope), decoration)


def _localized_parts(element: Element, source: Element | None, scope: Scope) -> list[DatePart]:
    """The locale's date-parts, limited by `date-parts`, overridden by the style's own."""
    shown = _SHOWN.get(element.attributes.get("date-parts", ""), ("year", "month", "day"))
    own = {child.attributes.get("name"): child.attributes for child in element.children}
    parts: list[DatePart] = []
    for child in source.children if source else ():
        name = child.attributes.get("name", "")
        if name in shown:
            overriding = {
                key: value
                for key, value in own.get(name, {}).items()
                if key not in ("prefix", "suffix")
            }
            parts.append(_part({**child.attributes, **overriding}, scope.locale))
    return parts


def _part(attributes: Mapping[str, str], locale: Locale) -> DatePart:
    name = attributes.get("name", "")
    form = attributes.get("form", "")
    return DatePart(
        name=name,
        text=_TEXTS.get(name, _year)(form, locale),
        prefix=attributes.get("prefix", ""),
        suffix=attributes.get("suffix", ""),
        span=formatting(attributes),
        case=attributes.get("text-case", ""),
        language=locale.language,
        strip=attributes.get("strip-periods") == "true",
        range_delimiter=attributes.get("range-delimiter") or "–",  # never none: "20192021"
    )


def _year(form: str, locale: Locale) -> Callable[[Moment], str]:
    before, after = locale.term("bc") or "", locale.term("ad") or ""

    def text(moment: Moment) -> str:
        year = moment.year
        if year < 0:
            return f"{-year}{before}"
        if year < 1000:  # with two digits, too: "99AD" is no 1999
            return f"{year}{after}"
        return f"{year % 100:02d}" if form == "short" else str(year)

    return text


def _month(form: str, locale: Locale) -> Callable[[Moment], str]:
    seasons = [locale.term(f"season-{number:02d}", form or "long") or "" for number in range(1, 5)]
    if form in ("numeric", "numeric-leading-zeros"):
        width = 2 if form == "numeric-leading-zeros" else 1
        months = [f"{number:0{width}d}" for number in range(1, 13)]
    else:
        form = form or "long"
        months = [locale.term(f"month-{number:02d}", form) or "" for number in range(1, 13)]

    def text(moment: Moment) -> str:
        if moment.month:
            return months[moment.month - 1]
        return seasons[moment.season - 1] if moment.season else moment.season_name

    return text


def _day(form: str, locale: Locale) -> Callable[[Moment], str]:
    width = 2 if form == "numeric-leading-zeros" else 1
    limited = locale.options.get("limit-day-ordinals-to-day-1") == "true"
    genders = [locale.gender(f"month-{number:02d}") for number in range(1, 13)]

    def text(moment: Moment) -> str:
        day = moment.day
        if not day:
            return ""
        if form == "ordinal" and (day == 1 or not limited):
            gender = genders[moment.month - 1] if moment.month else ""
            return f"{day}{locale.ordinal(day, gender)}"
        return f"{day:0{width}d}"

    return text


_TEXTS: Mapping[str, Callable[[str, Locale], Callable[[Moment], str]]] = {
    "year": _year,
    "month": _month,
    "day": _day,
}


def _date_variable(
    variable: str, parts: Sequence[DatePart], delimiter: str, scope: Scope
) -> Render:
    quotes = scope.quotes
    recording = scope.substituting is not None
    # A year-suffix the style does not place itself goes to the first year of the date (CSL 1.0.2,
    # "Disambiguation", disambiguate-add-year-suffix).
    places_suffix = not scope.year_suffix_explicit
    # A date in words stands where the year would: after "in press" no month is asked for.
    place_of_literal = next((part for part in parts if part.name == "year"), None)

    def render_date(context: Context, out: Tokens) -> int:
        date = context.dates.get(variable)
        if date is None or (context.suppressed and variable in context.suppressed):
            return EMPTY
        start = len(out)
        suffixed = places_suffix and bool(context.year_suffix) and not context.year_suffix_printed
        flow = _Flow(context, out, delimiter, suffixed)
        if date.start is not None:
            _render_moments(date, date.start, parts, flow)
        elif place_of_literal is not None:
            _render_literal(markup.parse(date.literal, quotes), place_of_literal, flow)
        if len(out) == start:
            return EMPTY
        if recording:
            context.suppressed |= {variable}
        return SOME

    return with_final_verdict(render_date)


class _Flow(NamedTuple):
    """What the parts of one date are appended to; `suffixed` where the year takes the suffix."""

    context: Context
    out: Tokens
    delimiter: str
    suffixed: bool

    def append_year_suffix(self) -> None:
        """The year-suffix, once per cite or entry."""
        self.out.extend((_YEAR_SUFFIX, self.context.year_suffix, CLOSE))
        self.context.year_suffix_printed = True


def _render_literal(text: Tokens, part: DatePart, flow: _Flow) -> None:
    """A date in words, with the affixes and the formatting of the year."""
    out = flow.out
    if part.prefix:
        out.append(part.prefix)
    if part.span:
        out.append(part.span)
    out += text
    if flow.suffixed:
        flow.append_year_suffix()
    if part.span:
        out.append(CLOSE)
    if part.suffix:
        out.append(part.suffix)


def _render_moments(date: Date, start: Moment, parts: Sequence[DatePart], flow: _Flow) -> None:
    """One date, or two as a range in which what is the same in both is printed once."""
    if date.end is None and not date.open:  # as most are
        _render_run(start, parts, flow)
        return
    shown = [part for part in parts if part.text(start)]
    end = date.end
    first, last = _differing(start, end, shown) if end else (len(shown), -1)
    index = 0
    while index < len(shown):
        run = shown[index : last + 1] if index == first else shown[index : index + 1]
        if index and flow.delimiter:
            flow.out.append(flow.delimiter)
        if index == first and end is not None:
            dash = min(run, key=lambda part: _RANK.get(part.name, 0)).range_delimiter
            _render_run(start, run, flow._replace(suffixed=False), last_suffix=False)
            flow.out.append(dash)
            _render_run(end, run, flow, first_prefix=False)
        else:
            _render_run(start, run, flow)
            if date.open and run[0].name == "year":
                flow.out.append(run[0].range_delimiter)
        index += len(run)


def _differing(start: Moment, end: Moment, shown: Sequence[DatePart]) -> tuple[int, int]:
    """The first and last index of the parts to print twice; (len, -1) where nothing differs."""
    texts = [(part.text(start), part.text(end)) for part in shown]
    if not all(two for _, two in texts):
        return 0, len(shown) - 1  # the end is known less exactly: nothing is said once for both
    ranks = [
        _RANK.get(part.name, 0) for part, (one, two) in zip(shown, texts, strict=True) if one != two
    ]
    if not ranks:
        return len(shown), -1
    largest = min(ranks)
    repeated = [i for i, part in enumerate(shown) if _RANK.get(part.name, 0) >= largest]
    return repeated[0], repeated[-1]


def _render_run(
    moment: Moment,
    run: Sequence[DatePart],
    flow: _Flow,
    *,
    first_prefix: bool = True,
    last_suffix: bool = True,
) -> None:
    """Parts of one date; the two sides of a range lack the affixes towards the dash."""
    out = flow.out
    start = len(out)
    for index, part in enumerate(run):
        text = part.text(moment)
        if not text:
            continue
        inside = len(out) > start
        if inside and flow.delimiter:
            out.append(flow.delimiter)
        if part.prefix and (first_prefix or inside):
            out.append(part.prefix)
        if part.span:
            out.append(part.span)
        out += part.body(text, english=flow.context.english)
        if flow.suffixed and part.name == "year" and not flow.context.year_suffix_printed:
            flow.append_year_suffix()
        if part.span:
            out.append(CLOSE)
        if part.suffix and (last_suffix or index < len(run) - 1):
            out.append(part.suffix)


def _sortable(variable: str, names: Sequence[str]) -> Render:
    """The date as digits that sort by time, as far as the style prints it."""

    def render_sortable(context: Context, out: Tokens) -> int:
        date = context.dates.get(variable)
        if date is None or date.start is None:
            return EMPTY
        out.append(sort_key(date, names))
        return SOME

    return render_sortable


def sort_key(date: Date, names: Sequence[str] = ("year", "month", "day")) -> str:
    """`date` as text that sorts by time: years before Christ first, the end of a range last; ""
    for a date in words, which is at no known time."""
    if date.start is None:
        return ""
    return _moment_key(date.start, names) + ("/" + _moment_key(date.end, names) if date.end else "")


def _moment_key(moment: Moment, names: Sequence[str]) -> str:
    year = moment.year
    # Digits are complemented before Christ, so that 100 BC comes before 50 BC.
    key = f"{year:05d}" if year > 0 else f"+{99999 + year:05d}"
    key += f"{moment.month:02d}" if "month" in names else "00"
    return key + (f"{moment.day:02d}" if "day" in names else "00")
