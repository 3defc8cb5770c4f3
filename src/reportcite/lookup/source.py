"""What a source of records in the network is: its address, how it is asked, what it answers."""

from __future__ import annotations

from collections.abc import Callable

from reportcite.formats.format import Read
from reportcite.tuples import NamedTuple


class Source(NamedTuple):
    """One service that hands out records.

    `name` is that of REPORTCITE_ADDRESS_<NAME>, which may hold another `address`; behind it comes
    what `path` makes of an identifier. It is asked for the media types `accept`, its answer begins
    with one of `begins`, and `reader` returns who reads that. Of several records in it the first
    counts in which the variable `states` is what was asked for, if that variable is named.
    """

    name: str
    title: str
    address: str
    path: Callable[[str], str]
    accept: str
    begins: bytes
    reader: Callable[[], Read]
    states: str = ""

    def at(self, other: str, identifier: str) -> str:
        """Where it is asked for an identifier, at its own address or at an `other` one, of which
        people forget that it ends in a slash, as its own does."""
        if self.address.endswith("/"):
            other = other.rstrip("/") + "/" if other else ""
        return (other or self.address) + self.path(identifier)


def reader_of(format_name: str) -> Callable[[], Read]:
    """Who returns the reader of a format, which is imported then."""

    def reader() -> Read:
        from reportcite.formats.registry import format_named

        read = format_named(format_name).read
        assert read is not None
        return read

    return reader
