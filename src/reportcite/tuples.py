"""Tuples with names, as `typing.NamedTuple` makes them, in a small part of its time.

A cold run makes some hundred of these classes. `typing` compiles the annotation of each of their
fields, which nobody asks for, and `collections.namedtuple` compiles a function for each class.
Here the functions are those below, under the names of the fields.
"""

from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251
else:
    from collections import _tuplegetter

    _new: Final = tuple.__new__
    # What makes a tuple of so many fields, in as much time as a function written for it.
    _MAKING: Final = (
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
    )

    def _replace(self: tuple, /, **values: Any) -> tuple:
        """The tuple with other values for some of its fields."""
        made = _new(self.__class__, map(values.pop, self._fields, self))
        if values:
            raise ValueError(f"Got unexpected field names: {[*values]!r}")
        return made

    def _asdict(self: tuple) -> dict[str, Any]:
        """The values by the names of the fields."""
        return dict(zip(self._fields, self, strict=True))

    def _make(cls: type, values: Any) -> tuple:
        """A tuple of as many values as there are fields."""
        made = _new(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _repr(self: tuple) -> str:
        fields = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)]
        return f"{self.__class__.__name__}({', '.join(fields)})"

    def _getnewargs(self: tuple) -> tuple:
        return tuple(self)

    _METHODS: Final = {
        "__slots__": (),
        "_replace": _replace,
        "__replace__": _replace,
        "_asdict": _asdict,
        "_make": classmethod(_make),
        "__repr__": _repr,
        "__getnewargs__": _getnewargs,
    }

    def _maker(name: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
        """`__new__` of a class with such fields."""
        if len(fields) < len(_MAKING):
            making = _MAKING[len(fields)].__code__
        else:
            named = ", ".join(fields)
            making = eval(f"lambda _cls, {named}: _new(_cls, ({named}))").__code__
        code = making.replace(co_name="__new__", co_varnames=("_cls", *fields))
        made = FunctionType(code, globals(), "__new__", defaults or None)
        made.__qualname__ = f"{name}.__new__"
        return made

    class _Maker(type):
        """Makes a class of tuples where a class is written below `NamedTuple`."""

        def __new__(cls, name: str, _bases: tuple[type, ...], body: dict[str, Any]) -> type:
            annotations = body.get("__annotations__", {})
            fields = tuple(annotations)
            defaults = {field: body[field] for field in fields if field in body}
            members = _METHODS | body
            members["__annotations__"] = annotations
            for number, field in enumerate(fields):
                members[field] = _tuplegetter(number, "")
            members |= {
                "_fields": fields,
                "_field_defaults": defaults,
                "__match_args__": fields,
                "__new__": _maker(name, fields, tuple(defaults.values())),
            }
            return type(name, (tuple,), members)

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
