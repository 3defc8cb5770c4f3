"""Which shape the elements of a document have that are looked into (pandoc-types 1.23)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

Shape: TypeAlias = Callable[[Any], bool]


def has_shape(document: Any) -> bool:
    """Whether `document` is one of pandoc, as far as its citations and lists go.

    >>> has_shape({"meta": {}, "blocks": [{"t": "Para", "c": [{"t": "Str", "c": "a"}]}]})
    True
    >>> has_shape({"meta": {}, "blocks": [{"t": "Para", "c": [{"t": "Str"}]}]})
    False
    """
    if not isinstance(document, dict) or not isinstance(document.get("meta"), dict):
        return False
    if not _elements(document.get("blocks")) or not _elements([*document["meta"].values()]):
        return False
    waiting: list[Any] = [document["meta"], document["blocks"]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            if "t" in node and not _SHAPES.get(_kind(node), _anything)(node.get("c")):
                return False
            waiting += node.values()
    return True


def _kind(node: Mapping[str, Any]) -> str:
    return node["t"] if isinstance(node["t"], str) else ""


def _anything(content: Any) -> bool:
    del content
    return True


def _text(content: Any) -> bool:
    return isinstance(content, str)


def _elements(content: Any) -> bool:
    return isinstance(content, list) and all(map(_element, content))


def _element(content: Any) -> bool:
    return isinstance(content, dict) and isinstance(content.get("t"), str)


def _tuple(*shapes: Shape) -> Shape:
    """The shape of an array with as many members, each of its own shape."""
    return lambda content: (
        isinstance(content, list)
        and len(content) == len(shapes)
        and all(shape(one) for shape, one in zip(shapes, content, strict=True))
    )


def _list(shape: Shape) -> Shape:
    return lambda content: isinstance(content, list) and all(map(shape, content))


def _citation(content: Any) -> bool:
    return (
        isinstance(content, dict)
        and _text(content.get("citationId"))
        and _elements(content.get("citationPrefix"))
        and _elements(content.get("citationSuffix"))
        and _element(content.get("citationMode"))
    )


def _citations(content: Any) -> bool:
    return bool(content) and _list(_citation)(content)


def _map(content: Any) -> bool:
    return isinstance(content, dict) and _elements([*content.values()])


_ATTRIBUTES: Final = _tuple(_text, _list(_text), _list(_tuple(_text, _text)))


def _of(shape: Shape, kinds: str) -> Iterable[tuple[str, Shape]]:
    return ((kind, shape) for kind in kinds.split())


_SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    dict(
        [
            *_of(_text, "Str MetaString"),
            *_of(
                _elements,
                "Para Plain BlockQuote Note Emph Strong Superscript Subscript SmallCaps Underline"
                " Strikeout MetaInlines MetaBlocks MetaList",
            ),
            *_of(_map, "MetaMap"),
            *_of(_tuple(_element, _elements), "Quoted"),
            *_of(_tuple(_citations, _elements), "Cite"),
            *_of(_tuple(_ATTRIBUTES, _elements), "Span Div"),
            *_of(_tuple(_ATTRIBUTES, _elements, _anything), "Link"),
            *_of(_tuple(_anything, _text), "Code Math RawInline"),
            *_of(_tuple(lambda level: isinstance(level, int), _ATTRIBUTES, _elements), "Header"),
        ]
    )
)
