"""PyYAML's parser and emitter in C, the only ones used here: they come with its wheels."""

from __future__ import annotations

from reportcite.errors import InputError

try:
    from yaml import CBaseLoader, CSafeDumper
except ImportError as error:
    raise InputError(
        "YAML needs PyYAML with libyaml, and this PyYAML was built without it",
        suggestion="pip install --force-reinstall --only-binary :all: PyYAML",
    ) from error

__all__ = ["CBaseLoader", "CSafeDumper"]
