"""The page of the Python library, from the docstrings of its public names."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import ForwardRef, get_args, get_type_hints, is_typeddict

import reportcite
from tests.reference.markdown import block, plain, table, with_examples

_WIDEST = 80
_HEAD = """\
# The library

What `reportcite.__all__` names is public, and what the modules among these name in theirs; all else
may change. The package is typed, and doctest runs the examples.
"""


def library() -> str:
    return "\n".join([_HEAD, *_of(reportcite)])


def _of(module: ModuleType) -> Iterator[str]:
    yield f"## {module.__name__}\n"
    yield with_examples(inspect.getdoc(module) or "")
    yield table(["name", "what it is"], _overview(module.__name__, module))
    for name in module.__all__:
        yield from _name(f"{module.__name__}.{name}", getattr(module, name), "###")


def _overview(within: str, module: ModuleType) -> Iterator[list[str]]:
    """Each public name, also those of modules among them, with its first sentence."""
    for name in module.__all__:
        value, full = getattr(module, name), f"{within}.{name}"
        if inspect.ismodule(value):
            yield from _overview(full, value)
            continue
        sentence = (inspect.getdoc(value) or "").partition("\n\n")[0]
        anchor = _title(full, value).replace(".", "").replace(" ", "-").lower()
        yield [f"[`{full.partition('.')[2]}`](#{anchor})", plain(sentence)]


def _name(name: str, value: object, heading: str) -> Iterator[str]:
    if inspect.ismodule(value):
        for own in value.__all__:
            yield from _name(f"{name}.{own}", getattr(value, own), heading)
        return
    yield f"{heading} {_title(name, value)}\n"
    if is_typeddict(value):
        yield block(_members(value), "python")
    elif callable(value):
        yield block(_signature(name, value), "python")
    yield with_examples(inspect.getdoc(value) or "")
    if inspect.isclass(value):
        for own, member in vars(value).items():
            function = member.__func__ if isinstance(member, classmethod | staticmethod) else member
            if own.startswith("_") or not _documented(function):
                continue
            yield from _name(f"{name}.{own}", getattr(value, own), heading + "#")


def _title(name: str, value: object) -> str:
    """A heading whose anchor tells `Cite` from `cite`."""
    return f"class {name}" if inspect.isclass(value) else name


def _members(shape: object) -> str:
    """The keys of a mapping, all of which may be left out."""
    types = get_type_hints(shape).items()
    found = {key: str(one) if get_args(one) else _type(one) for key, one in types}
    return "\n".join(["{", *(f'    "{key}": {one},' for key, one in found.items()), "}"])


def _documented(member: object) -> bool:
    of_code = inspect.isfunction(member) or isinstance(member, property)
    return of_code and bool(inspect.getdoc(member)) and not _made(member)


def _made(member: object) -> bool:
    """Whether it is none of this package's, such as the methods of a NamedTuple."""
    return not (getattr(member, "__module__", "reportcite") or "").startswith("reportcite")


def _signature(name: str, value: Callable[..., object]) -> str:
    """How `value` is called, a parameter to a line where it is long."""
    found = inspect.signature(value)
    types = getattr(value, "__annotations__", {})
    known = [one for one in found.parameters.values() if one.name != "self"]
    several = [_parameter(one, types.get(one.name, one.annotation)) for one in known]
    names = [*found.parameters]
    keyword_only = [n for n in names if found.parameters[n].kind is inspect.Parameter.KEYWORD_ONLY]
    if keyword_only:
        several.insert(len(several) - len(keyword_only), "*")
    result = found.return_annotation
    end = ")" if result is inspect.Signature.empty else f") -> {_type(result)}"
    line = f"{name}({', '.join(several)}{end}"
    if len(line) <= _WIDEST:
        return line
    return "\n".join([f"{name}(", *(f"    {one}," for one in several), end])


def _parameter(one: inspect.Parameter, annotation: object) -> str:
    name = f"**{one.name}" if one.kind is one.VAR_KEYWORD else one.name
    default = "" if one.default is one.empty else repr(one.default)
    if annotation is one.empty:
        return f"{name}={default}" if default else name
    return f"{name}: {_type(annotation)}" + (f" = {default}" if default else "")


def _type(annotation: object) -> str:
    if isinstance(annotation, str):
        return annotation
    if isinstance(annotation, ForwardRef):
        return annotation.__forward_arg__
    return getattr(annotation, "__name__", str(annotation))
