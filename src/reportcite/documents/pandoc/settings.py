"""What the metadata of a document says of its citations (pandoc's manual, "Citations")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportcite.documents.pandoc.ast import is_element, markup_of, plain_text, walk
from reportcite.tuples import NamedTuple


class Settings(NamedTuple):
    """What is asked for.

    `bibliographies` are paths by the name of the list they are for, "" without one; `references`
    are CSL-JSON items that stand in the document. `uncited` are the keys of `nocite`.
    `section_level` is the level of headings below each of which a list of its own stands, 0 for
    one list. Lists are parted by `group_by`, "" for not at all; with `entry_language` each entry is
    set in its own language, with `annotated` a note or abstract stands below it.
    """

    bibliographies: Mapping[str, tuple[str, ...]]
    references: tuple[Mapping[str, Any], ...]
    style: str
    locale: str
    uncited: tuple[str, ...]
    suppressed: bool
    linked: bool
    heading: list[Any]
    notes_after_punctuation: bool | None
    section_level: int
    group_by: str = ""
    entry_language: bool = False
    annotated: bool = False


class Defaults(NamedTuple):
    """What holds where a document says nothing; the style is that of pandoc, author and date."""

    style: str = "chicago"
    locale: str = ""
    group_by: str = ""
    entry_language: bool = False
    annotated: bool = False


DEFAULTS = Defaults()


def settings_of(metadata: Mapping[str, Any], defaults: Defaults = DEFAULTS) -> Settings:
    """The settings in a document's metadata, and of `defaults` what it does not say."""
    entry_language, annotated = (
        default if (said := _truth(metadata.get(name))) is None else said
        for name, default in (
            ("entry-language", defaults.entry_language),
            ("annotated", defaults.annotated),
        )
    )
    references = metadata.get("references")
    return Settings(
        bibliographies=_bibliographies(metadata.get("bibliography")),
        references=tuple(map(_item, _members(references))),
        style=_text(metadata, "csl", "citation-style") or defaults.style,
        locale=_text(metadata, "lang", "locale") or defaults.locale,
        uncited=tuple(_keys(metadata.get("nocite"))),
        suppressed=_truth(metadata.get("suppress-bibliography")) or False,
        linked=_truth(metadata.get("link-citations")) or False,
        heading=metadata.get("reference-section-title", {}).get("c", []),
        notes_after_punctuation=_truth(metadata.get("notes-after-punctuation")),
        section_level=_level(references),
        group_by=_text(metadata, "group-by") or defaults.group_by,
        entry_language=entry_language,
        annotated=annotated,
    )


def _bibliographies(value: Any) -> dict[str, tuple[str, ...]]:
    if value is None:
        return {}
    if is_element(value, "MetaMap"):
        return {name: tuple(_paths(one)) for name, one in value["c"].items()}
    return {"": tuple(_paths(value))}


def _paths(value: Any) -> Iterator[str]:
    for one in value["c"] if is_element(value, "MetaList") else [value]:
        if text := plain_text(one).strip():
            yield text


def _members(value: Any) -> list[Any]:
    return value["c"] if is_element(value, "MetaList") else []


def _level(value: Any) -> int:
    """The level in `references: {section: 1}`."""
    if not is_element(value, "MetaMap"):
        return 0
    level = plain_text(value["c"].get("section", [])).strip()
    return int(level) if level.isdecimal() else int(bool(_truth(value["c"].get("section"))))


def _item(value: Any) -> dict[str, Any]:
    found = _json_value(value)
    return found if isinstance(found, dict) else {}


def _json_value(value: Any) -> Any:
    """A value of metadata as that of CSL-JSON."""
    kind, content = value["t"], value.get("c")
    if kind == "MetaMap":
        return {name: _json_value(one) for name, one in content.items()}
    if kind == "MetaList":
        return [_json_value(one) for one in content]
    if kind == "MetaInlines":
        return markup_of(content)
    if kind == "MetaBlocks":
        return " ".join(markup_of(one["c"]) for one in content if one["t"] in {"Para", "Plain"})
    return content


def _text(metadata: Mapping[str, Any], *names: str) -> str:
    for name in names:
        if text := plain_text(metadata.get(name, [])).strip():
            return text
    return ""


def _truth(value: Any) -> bool | None:
    if is_element(value, "MetaBool"):
        return bool(value["c"])
    text = plain_text(value or []).strip().lower()
    return {"true": True, "yes": True, "false": False, "no": False}.get(text)


def _keys(value: Any) -> Iterator[str]:
    for one in walk(value):
        if one["t"] == "Cite":
            yield from (cited["citationId"] for cited in one["c"][0])
