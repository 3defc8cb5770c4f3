"""Where files of settings are: the project's, found upwards, and the user's own.

Imported at every start; what costs time is imported where a file is found.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import Final

PREFIX: Final = "REPORTCITE_"
CONFIG: Final = f"{PREFIX}CONFIG"
"""Names the only file of settings that is read; empty, none is."""

FILE: Final = "reportcite.toml"
_PYPROJECT: Final = "pyproject.toml"
_IN_PYPROJECT: Final = ("tool", "reportcite")
# How a table for reportcite begins, or one that may hold it; most projects only depend on it.
_TABLE: Final = rb"""tool["']?\s*\.\s*["']?reportcite|\[\s*["']?tool["']?\s*\]|tool["']?\s*="""
_END_OF_PROJECT: Final = ".git"


def files_of_settings(environment: Mapping[str, str]) -> list[str]:
    """The files whose settings hold where one works; of two, those of the last count."""
    if CONFIG in environment:
        return [environment[CONFIG]] if environment[CONFIG] else []
    own = user_file(environment)
    return [*([own] if own and os.path.isfile(own) else []), *project_files()]  # noqa: PTH113


def user_file(environment: Mapping[str, str]) -> str:
    """Where the user's own settings are looked for; "" where the system has no place for them."""
    if sys.platform != "linux":
        from platformdirs import user_config_path

        return str(user_config_path("reportcite", appauthor=False, roaming=True) / FILE)
    folder = _xdg(environment, "XDG_CONFIG_HOME", ".config")
    return f"{folder}/{FILE}" if folder else ""


def cache_folder(environment: Mapping[str, str]) -> str:
    """Where what can be had again is kept; "" where the system has no place for it."""
    if sys.platform != "linux":
        from platformdirs import user_cache_path

        return str(user_cache_path("reportcite", appauthor=False))
    return _xdg(environment, "XDG_CACHE_HOME", ".cache")


def _xdg(environment: Mapping[str, str], variable: str, otherwise: str) -> str:
    """Our folder in that of the XDG Base Directory Specification, "" where there is none;
    platformdirs takes 6 ms to say the same."""
    folder = environment.get(variable, "")
    if not os.path.isabs(folder):  # noqa: PTH117 - pathlib takes as long as the rest
        home = environment.get("HOME", "")
        folder = f"{home}/{otherwise}" if home else ""
    return f"{folder}/reportcite" if folder else ""


def project_files() -> list[str]:
    """The file of settings that is the nearest above where one works, if there is one.

    It is `reportcite.toml`, or else a `pyproject.toml` that has a table for reportcite; a folder
    with .git is the last that is looked at.
    """
    try:
        folder = os.getcwd()  # noqa: PTH109
    except OSError:  # it was deleted
        return []
    while True:
        for name in (FILE, _PYPROJECT):
            path = os.path.join(folder, name)  # noqa: PTH118
            if os.path.isfile(path) and (name == FILE or _is_ours(path)):  # noqa: PTH113
                return [path]
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder or os.path.exists(os.path.join(folder, _END_OF_PROJECT)):  # noqa: PTH110, PTH118
            return []
        folder = above


def _is_ours(path: str) -> bool:
    """Whether a pyproject.toml has a table for reportcite."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            if not re.search(_TABLE, file.read()):
                return False
    except OSError:  # it is another program's, who will say so
        return False
    from reportcite.cli.configuration.reading import read_toml

    return read_toml(path, keys_above(path)) is not None


def keys_above(path: str) -> tuple[str, ...]:
    """The keys under which the settings stand in the file at `path`."""
    return _IN_PYPROJECT if os.path.basename(path) == _PYPROJECT else ()  # noqa: PTH119
