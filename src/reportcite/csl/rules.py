"""The rules of style files, explained; their findings are made in `validate`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.errors import Rule

_UNKNOWN: Final = {
    "attribute": "An attribute",
    "element": "An element",
    "locator": "A locator",
    "term": "A term",
    "type": "A type of item",
    "value": "The value of an attribute",
    "variable": "A variable",
}

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule(
                "style-class",
                "warning",
                "The style does not say whether it is for notes or for citations in the text.",
                "It is taken for one of citations in the text.",
                'Write class="in-text" or class="note" on cs:style.',
            ),
            Rule(
                "style-version",
                "warning",
                "The style is not written for CSL 1.0.",
                "It is rendered as CSL 1.0.2; what that does not know is not printed.",
                'Update the style, and write version="1.0" on cs:style.',
            ),
            Rule(
                "style-macro-name",
                "warning",
                "A macro has no name.",
                "Nothing can call it.",
                "Give it a name, or delete it.",
            ),
            Rule(
                "style-duplicate-macro",
                "warning",
                "Two macros have the same name.",
                "Only the last is used.",
                "Rename or delete one of them.",
            ),
            Rule(
                "style-nothing-to-print",
                "warning",
                "A cs:text names no variable, macro, term or value.",
                "It prints nothing.",
                "Say what it is to print, or delete it.",
            ),
            *(
                Rule(
                    f"style-unknown-{kind}",
                    "warning",
                    f"{subject} of the style is not one of CSL 1.0.2.",
                    "It prints nothing or has no effect; often a letter is mistyped.",
                    "Compare it with the CSL 1.0.2 specification.",
                )
                for kind, subject in _UNKNOWN.items()
            ),
        )
    }
)
"""By name."""
