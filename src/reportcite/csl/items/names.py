"""Names of contributors as the engine keeps them (CSL 1.0.2, "Names", "Name")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportcite.csl.tokens import Token
from reportcite.values.names.cited import parts_for_citing
from reportcite.values.names.scripts import is_closed_up


class Name:
    """One name as given in CSL-JSON, its particles split off; compared by identity.

    `closed_up` is true for names written family name first and unspaced (Chinese, Japanese…).
    `printed` is for those who print the name, to remember what they printed as long as it lives.
    """

    __slots__ = (
        "closed_up",
        "comma_suffix",
        "dropping",
        "family",
        "given",
        "literal",
        "non_dropping",
        "others",
        "printed",
        "static_ordering",
        "suffix",
    )

    def __init__(  # noqa: PLR0913 - the parts a name has
        self,
        family: str = "",
        given: str = "",
        dropping: str = "",
        non_dropping: str = "",
        suffix: str = "",
        *,
        comma_suffix: bool = False,
        static_ordering: bool = False,
        literal: str = "",
        others: bool = False,
        closed_up: bool = False,
    ) -> None:
        """A person's name by its parts, or `literal`, a name that has none; `given` is the same
        where it is a given name.

        `others` says that it stands at the end of a list for all who are left out.
        """
        self.family = family
        self.given = given
        self.dropping = dropping
        self.non_dropping = non_dropping
        self.suffix = suffix
        self.comma_suffix = comma_suffix
        self.static_ordering = static_ordering
        self.literal = literal
        self.others = others
        self.closed_up = closed_up
        self.printed: dict[object, tuple[Token, ...]] = {}

    @property
    def parts(self) -> tuple[str | bool, ...]:
        """All that a name is: of two with the same parts, neither is another one."""
        return (
            *(self.family, self.given, self.dropping, self.non_dropping, self.suffix),
            *(self.comma_suffix, self.static_ordering, self.literal, self.others, self.closed_up),
        )

    def __reduce__(self) -> tuple[Callable[..., Name], tuple[str | bool, ...]]:
        return _of_parts, self.parts

    @property
    def given_letters(self) -> str:
        """The letters that initials are made of: "JA" of John A., "MU" of Marc-Uwe."""
        return "".join([part[0] for part in self.given.replace("-", " ").split()])


def _of_parts(
    family: str, given: str, dropping: str, non_dropping: str, suffix: str, *rest: Any
) -> Name:
    comma_suffix, static_ordering, literal, others, closed_up = rest
    return Name(
        *(family, given, dropping, non_dropping, suffix),
        comma_suffix=comma_suffix,
        static_ordering=static_ordering,
        literal=literal,
        others=others,
        closed_up=closed_up,
    )


def parse_name(source: Mapping[str, Any]) -> Name:
    """The name of one CSL-JSON name object; particles inside family or given are found."""
    parts = parts_for_citing(source)
    if "literal" in parts:
        return Name(literal=parts["literal"], given=parts.get("given", ""))
    family, given = parts.get("family", ""), parts.get("given", "")
    return Name(
        family=family,
        given=given,
        dropping=parts.get("dropping-particle", ""),
        non_dropping=parts.get("non-dropping-particle", ""),
        suffix=parts.get("suffix", ""),
        comma_suffix=parts.get("comma-suffix", False),
        static_ordering=parts.get("static-ordering", False),
        closed_up=is_closed_up(family + given),
    )
