"""Names of CSL-JSON taken apart for citing: particles, suffixes and institutions in their parts.

CSL-JSON's own documentation ("Name variables") lets programs that have no fields for them write a
particle before the family name or behind the given name, and a suffix behind a comma.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportcite.values.names.particles import split_family, split_given
from reportcite.values.names.scripts import is_small
from reportcite.values.shapes import Contributor


def parts_for_citing(source: Mapping[str, Any]) -> Contributor:
    """The parts of one name object of CSL-JSON, without empty ones; members of no text are left.

    A name of one part (Banksy, Aristotle, an institution) is `literal`: nothing of it is left out
    anywhere; one that is a given name is `given`, too. A family name in straight double quotes is
    taken whole.

    >>> parts_for_citing({"family": "van Gogh", "given": "Vincent"})
    {'family': 'Gogh', 'given': 'Vincent', 'non-dropping-particle': 'van'}
    >>> parts_for_citing({"family": '"van Dyke"', "given": "Ann, Jr."})
    {'family': 'van Dyke', 'given': 'Ann', 'suffix': 'Jr.'}
    >>> parts_for_citing({"given": "Banksy"})
    {'literal': 'Banksy', 'given': 'Banksy'}
    """
    text = {key: value.strip() for key, value in source.items() if isinstance(value, str)}
    family, given = text.get("family", ""), text.get("given", "")
    literal = text.get("literal") or (family if source.get("isInstitution") else "")
    if literal:
        return {"literal": literal}
    dropping = text.get("dropping-particle", "")
    non_dropping = text.get("non-dropping-particle", "")
    suffix = text.get("suffix", "")
    comma_suffix = bool(source.get("comma-suffix"))
    if len(family) > 1 and family[0] == family[-1] == '"':
        family = family[1:-1]
    elif not non_dropping and not dropping:
        non_dropping, family = split_family(family)
    if not dropping and not suffix and "," in given:
        given, suffix, dropping, comma_suffix = _split_comma(given, comma_suffix)
    if not dropping and family:
        given, dropping = split_given(given)
    if not family and not suffix:
        return {"literal": given, "given": given} if given else {}
    name: Contributor = {"family": family}
    if given:
        name["given"] = given
    if dropping:
        name["dropping-particle"] = dropping
    if non_dropping:
        name["non-dropping-particle"] = non_dropping
    if suffix:
        name["suffix"] = suffix
    if comma_suffix:
        name["comma-suffix"] = True
    if source.get("static-ordering"):
        name["static-ordering"] = True
    return name


def _split_comma(given: str, comma_suffix: bool) -> tuple[str, str, str, bool]:
    """What stands behind a comma in the given name: a suffix, or a title with particle."""
    head, _, tail = given.partition(",")
    tail = tail.strip()
    if tail.startswith("!"):
        return head, tail[1:].strip(), "", True
    if is_small(tail) and not tail[0].isdigit() and tail != "jr.":
        return head + ",", "", tail, comma_suffix
    return head, tail, "", comma_suffix
