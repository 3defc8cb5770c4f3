"""Writes what a record keeps in `custom` into formats that hold it as CSL-JSON does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportcite.formats.loss import Fields
from reportcite.record.custom import CONTRIBUTORS, CSL, details
from reportcite.record.fields import Value
from reportcite.values.names.doubts import AND_OTHERS
from reportcite.vocabulary import ET_AL


def with_custom(fields: Fields, values: Mapping[str, Value], *, in_names: bool) -> dict[str, Any]:
    """`values` together with all that the record keeps besides.

    `in_names` puts what is known of contributors into their names, and behind them that there are
    others, as people type it; the schema of CSL-JSON allows that in `custom` alone.
    """
    found: dict[str, Any] = {**values}
    custom = fields.custom()
    truncated = fields.record.truncated
    if not (custom or truncated):
        return found
    continued = [name for name in sorted(truncated) if name in found and fields.goes_on(name)]
    if continued and not in_names:
        custom[ET_AL] = continued
    csl = custom.get(CSL)
    if isinstance(csl, dict) and isinstance(csl.get("categories"), list):
        found["categories"] = csl["categories"]
        _replace(custom, CSL, {name: one for name, one in csl.items() if name != "categories"})
    held = custom.get(CONTRIBUTORS)
    if in_names and isinstance(held, dict):
        left = {**held}
        for name in held:
            names = found.get(name)
            known = details(custom, name, len(names)) if isinstance(names, list) else ()
            if known:
                found[name] = [one | more for one, more in zip(found[name], known, strict=True)]
                del left[name]
        _replace(custom, CONTRIBUTORS, left)
    for name in continued if in_names else ():
        found[name] = [*found[name], AND_OTHERS]
    if custom:
        found["custom"] = custom
    return found


def _replace(custom: dict[str, Any], name: str, entries: dict[str, Any]) -> None:
    if entries:
        custom[name] = entries
    else:
        del custom[name]
