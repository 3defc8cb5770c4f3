"""Tuples with names, as `typing.NamedTuple` makes them, in a fifth of its time.

A cold run makes some ninety of these classes. `typing` compiles the annotation of each of their
fields, which nobody asks for; without that they are what `collections.namedtuple` makes.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251
else:
    _NOT_TAKEN: Final = frozenset({"__module__", "__qualname__", "__annotations__"})

    class _Maker(type):
        """Makes a class of tuples where a class is written below `NamedTuple`."""

        def __new__(cls, name: str, _bases: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = fields
            for attribute, value in body.items():
                if attribute not in fields and attribute not in _NOT_TAKEN:
                    setattr(made, attribute, value)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
