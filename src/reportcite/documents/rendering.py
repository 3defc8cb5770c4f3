"""Requests of editors and other programs, in JSON, and the answers: see `reportcite render`.

Citations have the shape of csl-citation.json, references that of csl-data.json (CSL 1.0.2 schema).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from pathlib import Path
from typing import Any, Final, TypeVar

from reportcite.csl import Citation, Cite, Processor
from reportcite.errors import InputError, Place
from reportcite.values.locators.label import kind_of, names_kind
from reportcite.values.locators.typed import Locator, parse_locator

_KEYS: Final = ("style", "locale", "format", "references", "citations", "abbreviations", "links")
_MODES: Final = ("", "composite", "author-only", "suppress-author")
_UNKNOWN: Final = "[???]"
"""Stands where a reference is cited that is not there. Pandoc prints ???; brackets keep it whole:
before a question mark alone a space would be set as French has it."""
_MOST_KEPT: Final = 8
_Value = TypeVar("_Value")


def read_request(source: bytes, line: int = 1) -> dict[str, Any]:
    """The JSON object in `source`, which begins at `line` of standard input; InputError where
    there is none."""
    try:
        request = json.loads(
            source.decode("utf-8-sig"),
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        place = Place("<stdin>", error.lineno + line - 1, error.colno)
        raise InputError(f"not JSON: {error.msg.removesuffix(' at')}", place=place) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}", place=Place("<stdin>", line)) from error
    return _shaped(request, dict, "the request")


def _whole(digits: str) -> int | str:
    """A number of JSON; one of more digits than anybody counts is text."""
    return int(digits) if len(digits) < 19 else digits


def _fraction(digits: str) -> float | str:
    """A number of JSON; one that is larger than a computer's numbers is text."""
    number = float(digits)
    return number if abs(number) < inf else digits


def _refuse_constant(name: str) -> None:
    """Python's own reader takes NaN and Infinity, which are not JSON."""
    raise ValueError(name)


class Processors:
    """The processors of a run; those of the last few styles are kept, as compiling takes long."""

    def __init__(self) -> None:
        """None has been asked for."""
        self._kept: dict[str, Processor] = {}

    def asked_for(self, request: Mapping[str, Any]) -> Processor:
        """The processor that `request` asks for, without references."""
        style = _shaped(request.get("style", "apa"), str, "style")
        settings: dict[str, Any] = {
            "locale": _shaped(request.get("locale", ""), str, "locale") or None,
            "output": _shaped(request.get("format", "text"), str, "format"),
            "abbreviations": _abbreviations(request),
            "links": _shaped(request.get("links", True), bool, "links"),
        }
        key = json.dumps([style, _changed(style), settings])
        processor = self._kept.pop(key, None)
        if processor is None:
            source = style.encode() if style.lstrip().startswith("<") else style
            processor = Processor(source, **settings)
        processor.clear()
        self._kept[key] = processor
        if len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return processor


def _abbreviations(request: Mapping[str, Any]) -> dict[str, Any]:
    """The short forms of values, by variable, by jurisdiction."""
    given = _shaped(request.get("abbreviations", {}), dict, "abbreviations")
    for jurisdiction, variables in given.items():
        where = f"abbreviations of '{jurisdiction}'"
        for variable, short_forms in _shaped(variables, dict, where).items():
            name = f"{where} for '{variable}'"
            for short in _shaped(short_forms, dict, name).values():
                _shaped(short, str, f"each of the {name}")
    return given


def _changed(style: str) -> int:
    """When the file that `style` names was changed; 0 where it names none."""
    try:
        return Path(style).stat().st_mtime_ns
    except (OSError, ValueError):
        return 0


def answer_to(request: Mapping[str, Any], processors: Processors) -> dict[str, Any]:
    """The answer to one request.

    Raises InputError for a request of another shape, StyleError and UsageError for a style or
    format that cannot be used.
    """
    warnings = [f"unknown key '{key}'" for key in request if key not in _KEYS]
    processor = processors.asked_for(request)
    warnings += [str(problem) for problem in processor.style.problems]
    references = _references(request, warnings)
    sources = _list(request, "citations")
    citations = [
        _citation(source, number, references, processor.locator_labels, warnings)
        for number, source in enumerate(sources, 1)
    ]
    processor.register(_by_first_cite(references, citations))
    return {
        # A citation of unknown references alone must not vanish from the document.
        "citations": [
            _UNKNOWN if source.get("citationItems") and not citation.cites else text
            for source, citation, text in zip(
                sources, citations, processor.cite_all(citations), strict=True
            )
        ],
        "bibliography": [
            {"id": entry.id, "text": entry.text} for entry in processor.bibliography()
        ],
        "warnings": [*warnings, *map(str, processor.problems)],
    }


def _references(request: Mapping[str, Any], warnings: list[str]) -> dict[str, dict[str, Any]]:
    references: dict[str, dict[str, Any]] = {}
    for number, source in enumerate(_list(request, "references"), 1):
        reference = _shaped(source, dict, f"reference {number}")
        id_ = _id(reference, f"reference {number}")
        if id_ in references:
            warnings.append(f"reference {number}: another one has the id '{id_}', too")
        references.setdefault(id_, reference)
    return references


def _by_first_cite(
    references: Mapping[str, dict[str, Any]], citations: Sequence[Citation]
) -> Iterator[dict[str, Any]]:
    """The references in the order in which they are cited, for numbering; uncited ones last."""
    cited = [cite.id for citation in citations for cite in citation.cites]
    for id_ in dict.fromkeys([*cited, *references]):
        yield references[id_]


def _citation(
    source: object,
    number: int,
    references: Mapping[str, object],
    labels: Mapping[str, str],
    warnings: list[str],
) -> Citation:
    name = f"citation {number}"
    citation = _shaped(source, dict, name)
    properties = _shaped(citation.get("properties", {}), dict, f"the properties of {name}")
    cites: list[Cite] = []
    before = ""
    for one in _list(citation, "citationItems"):
        cite = _cite(one, name, labels, warnings)
        if cite.id in references:
            cites.append(cite._replace(prefix=before + cite.prefix))
            before = ""
            continue
        warnings.append(f"{name}: there is no reference '{cite.id}'")
        if cites:
            cites[-1] = cites[-1]._replace(suffix=f"{cites[-1].suffix}; {_UNKNOWN}")
        else:
            before += f"{_UNKNOWN}; "
    mode = _shaped(properties.get("mode", ""), str, f"the mode of {name}")
    if mode not in _MODES:
        raise _wrong(f"the mode of {name} is none of {', '.join(_MODES[1:])}")
    return Citation(
        _text_or_number(citation.get("citationID", number), f"the citationID of {name}"),
        tuple(cites),
        note_number=_shaped(properties.get("noteIndex", 0), int, f"the noteIndex of {name}"),
        mode=mode,
        infix=_shaped(properties.get("infix", ""), str, f"the infix of {name}"),
        sorted=not _flag(properties, "unsorted", name),
        prefix=_shaped(properties.get("prefix", ""), str, f"the prefix of {name}"),
        suffix=_shaped(properties.get("suffix", ""), str, f"the suffix of {name}"),
    )


def _cite(source: object, where: str, labels: Mapping[str, str], warnings: list[str]) -> Cite:
    cite = _shaped(source, dict, f"an item of {where}")
    locator = _locator(cite, where, labels, warnings)
    return Cite(
        _id(cite, f"an item of {where}"),
        locator=locator.value,
        label=locator.label,
        prefix=_shaped(cite.get("prefix") or "", str, f"{where}: prefix"),
        suffix=_shaped(cite.get("suffix") or "", str, f"{where}: suffix"),
        suppress_author=_flag(cite, "suppress-author", where),
        author_only=_flag(cite, "author-only", where),
    )


def _locator(
    cite: Mapping[str, Any], where: str, labels: Mapping[str, str], warnings: list[str]
) -> Locator:
    """The locator and its label, which may stand before it: `S. 5` is page 5."""
    given = _shaped(cite.get("label") or "", str, f"{where}: label")
    text = _text_or_number(cite.get("locator") or "", f"{where}: locator")
    label = kind_of(labels.get(given.lower(), ""))
    if given and not label:
        warnings.append(f"{where}: '{given}' is no label of a locator, so it is taken for a page")
    if not text.strip():
        return Locator(label or "page", "")
    parsed = parse_locator(text, labels)
    return (
        parsed if label in {"", parsed.label} or names_kind(parsed.label) else Locator(label, text)
    )


def _id(source: Mapping[str, Any], name: str) -> str:
    if "id" not in source:
        raise _wrong(f"{name} has no id")
    return _text_or_number(source["id"], f"the id of {name}")


def _text_or_number(value: object, name: str) -> str:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    raise _wrong(f"{name} must be a text or a number")


def _flag(source: Mapping[str, Any], key: str, where: str) -> bool:
    """Whether `key` is true; programs write null and numbers, too."""
    value = source.get(key)
    if value is None or isinstance(value, int | float):
        return bool(value)
    raise _wrong(f"{where}: {key} must be true or false")


def _list(source: Mapping[str, Any], key: str) -> list[Any]:
    return _shaped(source.get(key, []), list, key)


def _shaped(value: object, shape: type[_Value], name: str) -> _Value:
    if isinstance(value, shape) and not (shape is int and isinstance(value, bool)):
        return value
    words = {
        dict: "an object",
        list: "an array",
        str: "a text",
        int: "a whole number",
        bool: "true or false",
    }
    raise _wrong(f"{name} must be {words[shape]}")


def _wrong(message: str) -> InputError:
    return InputError(message, place=Place("<stdin>"), suggestion="see reportcite render --help")
