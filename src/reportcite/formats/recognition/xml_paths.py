"""The elements that an XML file begins with, found without reading it whole."""

from __future__ import annotations

from typing import Final

_MOST: Final = 200


def xml_paths(beginning: bytes) -> list[str]:
    """The path of each element in `beginning`, of the first two hundred, in document order.

    A path is the names from the root on with a space between; a name in a namespace is
    `{namespace}name`. What is not well-formed ends it.

    >>> xml_paths(b'<a xmlns="urn:x"><b/></a>')
    ['{urn:x}a', '{urn:x}a {urn:x}b']
    """
    # Where a prefix is declared nowhere, names are found without namespaces.
    return _paths(beginning, " ") or _paths(beginning, None)


def _paths(beginning: bytes, separator: str | None) -> list[str]:
    from xml.parsers import expat

    paths: list[str] = []
    above: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        above.append(f"{{{namespace}}}{local}" if namespace else local.rpartition(":")[2])
        if len(paths) < _MOST:
            paths.append(" ".join(above))

    def end(name: str) -> None:
        above.pop()

    parser = expat.ParserCreate(namespace_separator=separator)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(beginning, False)
    except expat.ExpatError:
        return paths
    return paths
