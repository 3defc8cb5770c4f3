"""The shapes of structured values: names and dates, as CSL-JSON has them."""

from __future__ import annotations

from typing import TypedDict

# The shapes below are those of CSL-JSON (csl-data.json of the CSL 1.0.2 schema), so that a record
# goes to the citation engine and to CSL-JSON as it stands.
Contributor = TypedDict(
    "Contributor",
    {
        "family": str,
        "given": str,
        "dropping-particle": str,
        "non-dropping-particle": str,
        "suffix": str,
        "comma-suffix": bool,
        "static-ordering": bool,
        "literal": str,
    },
    total=False,
)
Contributor.__doc__ = """A person (`family`, `given`, …) or an organization (`literal`).

>>> import reportcite
>>> van: reportcite.Contributor = {"family": "Beethoven", "non-dropping-particle": "van"}
>>> record = reportcite.Record.from_fields(author=[van, "Ng, A.", {"literal": "DeZIM"}])
>>> record.fields["author"][1:]
[{'family': 'Ng', 'given': 'A.'}, {'literal': 'DeZIM'}]
"""

Date = TypedDict(
    "Date",
    {
        "date-parts": list[list[int]],
        "season": int,
        "circa": bool,
        "literal": str,
    },
    total=False,
)
Date.__doc__ = """One date or a range: `date-parts` holds one or two `[year, month, day]`, shorter
where less is known; years before Christ are negative; an open-ended range ends in an empty list.

>>> import reportcite
>>> record = reportcite.Record.from_fields(issued="2023/2024-05", accessed="2024~")
>>> record.fields["issued"], record.fields["accessed"]
({'date-parts': [[2023], [2024, 5]]}, {'date-parts': [[2024]], 'circa': True})
"""
