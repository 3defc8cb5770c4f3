"""Named tuples are those of `typing` in all that users of them see."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
from typing import NamedTuple as Typed

import pytest

from reportcite.tuples import NamedTuple


class Pair(NamedTuple):
    """Two of a kind."""

    first: str
    second: int = 2

    @property
    def both(self) -> str:
        """First and second."""
        return f"{self.first}{self.second}"

    @classmethod
    def of(cls, text: str) -> Pair:
        """A pair of a text."""
        return cls(text)


class TypedPair(Typed):
    """Two of a kind."""

    first: str
    second: int = 2


def test_fields_are_given_by_place_or_name_and_have_defaults() -> None:
    assert Pair("a") == Pair(first="a", second=2) == ("a", 2)
    assert (Pair("a", 3).first, Pair("a", 3).second) == ("a", 3)
    with pytest.raises(TypeError, match="first"):
        Pair()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="third"):
        Pair("a", third=3)  # type: ignore[call-arg]


def test_methods_and_properties_are_those_of_the_class() -> None:
    assert Pair.of("a").both == "a2"
    assert Pair.of("a")._replace(second=5).both == "a5"


def test_a_tuple_says_what_it_is() -> None:
    assert repr(Pair("a")) == "Pair(first='a', second=2)"
    assert Pair.__doc__ == "Two of a kind."
    assert Pair.__module__ == __name__


@pytest.mark.parametrize(
    "name", ["_fields", "_field_defaults", "__match_args__", "__slots__", "__bases__"]
)
def test_a_class_has_what_typing_gives_it(name: str) -> None:
    assert getattr(Pair, name) == getattr(TypedPair, name)


def test_arguments_and_annotations_are_there_to_be_asked_for() -> None:
    assert list(inspect.signature(Pair).parameters) == ["first", "second"]
    assert Pair.__annotations__ == {"first": "str", "second": "int"}


def test_nothing_can_be_added_to_a_tuple_or_changed() -> None:
    with pytest.raises(AttributeError):
        Pair("a").first = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Pair("a").third = "b"  # type: ignore[attr-defined]


def test_a_tuple_goes_through_a_pickle() -> None:
    again = pickle.loads(pickle.dumps(Pair("a", 3)))
    assert again == Pair("a", 3)
    assert type(again) is Pair


def test_no_annotation_is_compiled() -> None:
    script = (
        "from __future__ import annotations\n"
        "import builtins, typing\n"
        "typing.ForwardRef = None\n"
        "from reportcite.tuples import NamedTuple\n"
        "class Pair(NamedTuple):\n"
        "    first: 'this is no type'\n"
        "print(Pair('a').first)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"a\n"


class Wide(NamedTuple):
    """As many fields as hardly any tuple has."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    l: int  # noqa: E741
    m: int = 13


class Empty(NamedTuple):
    """A tuple without fields."""


def test_a_tuple_has_any_number_of_fields() -> None:
    assert Wide(*range(12)) == (*range(12), 13)
    assert Wide(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, m=5).m == 5
    assert Empty() == ()


def test_other_values_are_taken_for_fields_only() -> None:
    assert Pair("a")._replace(first="b", second=1) == Pair("b", 1)
    with pytest.raises(ValueError, match="third"):
        Pair("a")._replace(third=3)  # type: ignore[call-arg]


def test_a_tuple_is_made_of_values_and_is_a_mapping_of_them() -> None:
    assert Pair._make(["a", 3]) == Pair("a", 3)
    assert Pair("a")._asdict() == {"first": "a", "second": 2}
    with pytest.raises(TypeError, match="Expected 2 arguments, got 1"):
        Pair._make(["a"])


def test_what_makes_a_tuple_goes_by_its_name() -> None:
    assert (Pair.__new__.__name__, Pair.__new__.__qualname__) == ("__new__", "Pair.__new__")
