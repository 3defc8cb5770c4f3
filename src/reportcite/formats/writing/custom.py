"""Writes what a record keeps in `custom` into formats that hold it as CSL-JSON does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportcite.formats.loss import Fields
from reportcite.record.custom import CONTRIBUTORS, CSL, details
from reportcite.record.model import Value


def with_custom(
    fields: Fields, values: Mapping[str, Value], *, details_in_names: bool
) -> dict[str, Any]:
    """`values` together with all that the record keeps besides.

    `details_in_names` puts what is known of contributors into their names, as people type it; the
    schema of CSL-JSON allows that in `custom` alone.
    """
    found: dict[str, Any] = {**values}
    custom = fields.custom()
    if not custom:
        return found
    csl = custom.get(CSL)
    if isinstance(csl, dict) and isinstance(csl.get("categories"), list):
        found["categories"] = csl["categories"]
        _replace(custom, CSL, {name: one for name, one in csl.items() if name != "categories"})
    held = custom.get(CONTRIBUTORS)
    if details_in_names and isinstance(held, dict):
        left = {**held}
        for name in held:
            names = found.get(name)
            known = details(custom, name, len(names)) if isinstance(names, list) else ()
            if known:
                found[name] = [one | more for one, more in zip(found[name], known, strict=True)]
                del left[name]
        _replace(custom, CONTRIBUTORS, left)
    if custom:
        found["custom"] = custom
    return found


def _replace(custom: dict[str, Any], name: str, entries: dict[str, Any]) -> None:
    if entries:
        custom[name] = entries
    else:
        del custom[name]
