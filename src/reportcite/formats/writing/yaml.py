"""YAML 1.1 text with PyYAML: one mapping, in its order, in the block style people edit."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from reportcite.formats.reading.libyaml import CSafeDumper

# PyYAML quotes what its own reader takes for a number or a truth value; YAML 1.2 (section 10.3.2)
# and other readers of YAML 1.1 know more of them. In a record `none` is a text only in quotes.
_OTHERWISE_READ: Final = re.compile(
    r"y|n|(?-i:none)|[-+]?(?:0[box][0-9a-f_]+|[0-9_]*\.?[0-9_]+(?:e[-+]?[0-9]+)?|\.inf|\.nan)",
    re.IGNORECASE,
)
_WIDTH: Final = 1 << 20  # a value stays on one line, as far as it has no line breaks of its own


class Flow(list[Any]):
    """A list that stands on one line: `[a, b]`."""


class Word(str):
    """A word that stands without quotes, because it means something so: `none`."""

    __slots__ = ()


class _Dumper(CSafeDumper):
    """A safe dumper that repeats a shared value instead of pointing to it, and knows `Flow`."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_flow(dumper: Any, data: Flow) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


def _represent_text(dumper: Any, text: str) -> Any:
    style = None
    if _OTHERWISE_READ.fullmatch(text):
        style = "'"
    elif "\n" in text:
        style = "|"  # PyYAML puts it in quotes where a block cannot hold the text
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_word(dumper: Any, word: Word) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(word))


_Dumper.add_representer(Word, _represent_word)
_Dumper.add_representer(Flow, _represent_flow)
_Dumper.add_representer(str, _represent_text)


def dump_yaml(data: object) -> str:
    """`data` (mappings, lists, texts, whole numbers, booleans) as YAML with a line feed last."""
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    assert isinstance(text, str)
    return text
