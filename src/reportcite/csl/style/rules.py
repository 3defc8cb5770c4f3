"""What can be wrong with a style; the findings are made in `validate`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.problems import Rule

STYLE_CLASS: Final = Rule(
    "style-class",
    "warning",
    "The style does not say whether it is for notes or for citations in the text.",
    "It is taken for one of citations in the text.",
    'Write class="in-text" or class="note" on cs:style.',
)
STYLE_VERSION: Final = Rule(
    "style-version",
    "warning",
    "The style is not written for CSL 1.0.",
    "It is rendered as CSL 1.0.2; what that does not know is not printed.",
    'Update the style, and write version="1.0" on cs:style.',
)
STYLE_MACRO_NAME: Final = Rule(
    "style-macro-name",
    "warning",
    "A macro has no name.",
    "Nothing can call it.",
    "Give it a name, or delete it.",
)
STYLE_DUPLICATE_MACRO: Final = Rule(
    "style-duplicate-macro",
    "warning",
    "Two macros have the same name.",
    "Only the last is used.",
    "Rename or delete one of them.",
)
STYLE_UNUSED_MACRO: Final = Rule(
    "style-unused-macro",
    "warning",
    "A macro that nothing calls itself calls one that is missing.",
    "It has no effect, as the macro is not printed.",
    "Delete the macro, or add what it calls.",
)
STYLE_NOTHING_TO_PRINT: Final = Rule(
    "style-nothing-to-print",
    "warning",
    "A cs:text names no variable, macro, term or value.",
    "It prints nothing.",
    "Say what it is to print, or delete it.",
)

UNKNOWN: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        kind: Rule(
            f"style-unknown-{kind}",
            "warning",
            f"{subject} of the style is not one of CSL 1.0.2.",
            "It prints nothing or has no effect; often a letter is mistyped.",
            "Compare it with the CSL 1.0.2 specification.",
        )
        for kind, subject in {
            "attribute": "An attribute",
            "element": "An element",
            "locator": "A locator",
            "term": "A term",
            "type": "A type of item",
            "value": "The value of an attribute",
            "variable": "A variable",
        }.items()
    }
)
"""What is not in the vocabulary of CSL, by kind."""
