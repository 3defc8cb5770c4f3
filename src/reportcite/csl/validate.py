"""Checking the structure of a style before it is compiled."""

from __future__ import annotations

from reportcite.csl.xml import Element
from reportcite.errors import Place, Problem, StyleError


def validate(root: Element, file: str) -> tuple[Problem, ...]:
    """Warnings about a style; raises StyleError where it cannot be used."""
    if root.name != "style" or root.child("citation") is None:
        raise StyleError("not a CSL style", place=Place(file, root.line))
    return ()
