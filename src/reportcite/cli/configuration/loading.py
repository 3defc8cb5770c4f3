"""Makes settings of what files and variables hold, or says in which line something is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from reportcite.cli.configuration.found import CONFIG, PREFIX, keys_above
from reportcite.cli.configuration.reading import Table, read_toml
from reportcite.cli.configuration.settings import (
    ADDRESSES,
    COMMANDS,
    SETTINGS,
    TABLES,
    Setting,
    setting_named,
)
from reportcite.errors import Place, UsageError
from reportcite.path_patterns import PathPatterns, wrong_pattern
from reportcite.policy import LEVELS, Level, Override
from reportcite.suggest import nearest
from reportcite.tuples import NamedTuple

_TRUE: Final = frozenset({"1", "true", "yes", "on"})
_FALSE: Final = frozenset({"0", "false", "no", "off"})
_LONGEST_NUMBER: Final = 19  # digits
_OTHER_VARIABLES: Final = frozenset({CONFIG, f"{PREFIX}TRACEBACK", f"{PREFIX}MESSAGES"})
_ADDRESS: Final = f"{PREFIX}ADDRESS_"
_KINDS: Final = {
    "text": "a text in quotation marks",
    "number": "a whole number",
    "truth": "true or false",
    "patterns": "a list of patterns in quotation marks",
    "folder": "the path of a folder in quotation marks",
    "style": "the name of a style in quotation marks",
}


class Value(NamedTuple):
    """What a setting is set to, and where: a line of a file, or the name of a variable."""

    value: Any
    place: Place


@dataclass(slots=True)
class Loaded:
    """All that is set: settings under the command whose table they stand in, "" for all, and their
    name, of which those that are set last count; levels of rules, overrides, addresses."""

    settings: list[dict[tuple[str, str], Value]] = field(default_factory=list)
    rules: dict[str, Value] = field(default_factory=dict)
    overrides: list[tuple[Override, Place]] = field(default_factory=list)
    named: list[tuple[str, Place]] = field(default_factory=list)
    addresses: dict[str, Value] = field(default_factory=dict)
    unknown_variables: list[str] = field(default_factory=list)

    def value_of(self, name: str, command: str) -> Value | None:
        """What the setting called `name` is for `command`; None where it is not set."""
        for source in self.settings[::-1]:
            for key in ((command, name), ("", name)):
                found = source.get(key)
                if found is not None:
                    return found
        return None


def load(files: Iterable[str], environment: Mapping[str, str]) -> Loaded:
    """What `files` and variables set. Raises UsageError for the first thing that is wrong."""
    loaded = Loaded()
    for file in files:
        table = read_toml(file, keys_above(file))
        if table is not None:
            _load_table(loaded, table)
    _load_variables(loaded, environment)
    return loaded


def _load_table(loaded: Loaded, table: Table) -> None:
    found: dict[tuple[str, str], Value] = {}
    for name, value in table.values.items():
        place = table.place(name)
        if name == "rules":
            levels = _levels(loaded, table, value, "rules")
            loaded.rules |= {
                rule: Value(level, table.place("rules", rule)) for rule, level in levels.items()
            }
        elif name == "overrides":
            _load_overrides(loaded, table, value)
        elif name == "address":
            _load_addresses(loaded, table, value)
        elif name in COMMANDS and setting_named(name) is None:
            for key, one in _mapping(value, name, place).items():
                found[name, key] = _setting(table, one, name, key)
        else:
            found["", name] = _setting(table, value, name)
    loaded.settings.append(found)


_OPTIONS_OF_RULES: Final = ("ignore", "select")
_OFF: Final = 'write each rule below [rules] with what it is, such as recommended-field = "off"'
"""What to write instead of these options of `check`, which are for one run."""


def _setting(table: Table, value: Any, *keys: str) -> Value:
    """The setting under `keys`: its name, or a command and its name."""
    place = table.place(*keys)
    setting = _known(keys[-1], "".join(keys[:-1]), place)
    return Value(_checked(setting, value, table, place), place)


def _known(name: str, command: str, place: Place) -> Setting:
    """The setting called `name`. Raises UsageError where there is none."""
    setting = setting_named(name, command)
    if setting is not None:
        return setting
    elsewhere = [one for one in SETTINGS if one.name == name]
    if elsewhere and not command:
        several = " or ".join(f"[{one}]" for one in elsewhere[0].commands)
        raise UsageError(
            f"{name} is set for one command",
            place=place,
            suggestion=f"write it below {several}",
        )
    where = f"{command} knows no setting" if command else "there is no setting"
    if name in _OPTIONS_OF_RULES:
        raise UsageError(f"{where} called '{name}'", place=place, suggestion=_OFF)
    known = (
        [one.name for one in SETTINGS if command in one.commands]
        if command
        else [*(one.name for one in SETTINGS if one.shared), *COMMANDS, *TABLES]
    )
    raise UsageError(f"{where} called '{name}'", place=place, suggestion=nearest(name, known))


def _checked(setting: Setting, value: Any, table: Table, place: Place) -> Any:
    """`value` as commands take it. Raises UsageError where it is of another kind."""
    kind = setting.kind
    folder = str(Path(table.path).absolute().parent)
    if kind == "number":
        fits = isinstance(value, int) and not isinstance(value, bool)
        if fits and value < setting.least:
            raise UsageError(f"{setting.name} is at least {setting.least}", place=place)
    elif kind == "truth":
        fits = isinstance(value, bool)
    elif kind == "patterns":
        fits = isinstance(value, list) and all(isinstance(one, str) for one in value)
        value = _patterns(value, folder, place) if fits else value
    else:
        fits = isinstance(value, str)
        if fits and setting.choices and value not in setting.choices:
            raise UsageError(
                f"{setting.name} cannot be '{value}'",
                place=place,
                suggestion=nearest(value, setting.choices),
            )
        if fits and (kind == "folder" or (kind == "style" and value.endswith(".csl"))):
            value = os.path.relpath(Path(folder, value))
    if not fits:
        raise UsageError(f"{setting.name} wants {_KINDS[kind]}", place=place)
    return value


def _patterns(patterns: list[str], folder: str, place: Place) -> PathPatterns:
    wrong = wrong_pattern(patterns)
    if wrong is not None:
        hint = "write it as in .gitignore"
        raise UsageError(f"the pattern '{wrong}' means nothing", place=place, suggestion=hint)
    return PathPatterns(tuple(patterns), folder)


def _mapping(value: Any, name: str, place: Place) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{name} wants a table", place=place, suggestion=f"write [{name}]")
    return value


def _levels(loaded: Loaded, table: Table, value: Any, *keys: str | int) -> dict[str, Level]:
    """The levels of rules in the table under `keys`, whose names are noted, to be looked up."""
    found: dict[str, Level] = {}
    for rule, level in _mapping(value, "rules", table.place(*keys)).items():
        place = table.place(*keys, rule)
        if rule in _OPTIONS_OF_RULES:
            raise UsageError(f"there is no rule called {rule}", place=place, suggestion=_OFF)
        if level not in LEVELS:
            raise UsageError(
                f"the rule {rule} wants a severity, or off",
                place=place,
                suggestion=nearest(str(level), LEVELS),
            )
        loaded.named.append((rule, place))
        found[rule] = cast(Level, level)
    return found


def _load_overrides(loaded: Loaded, table: Table, value: Any) -> None:
    several = value if isinstance(value, list) else [value]
    folder = str(Path(table.path).absolute().parent)
    for index, one in enumerate(several):
        place = table.place("overrides", index)
        if not isinstance(one, dict) or not isinstance(value, list):
            hint = "write [[overrides]] above each"
            raise UsageError("overrides wants a list of tables", place=place, suggestion=hint)
        for name in one:
            if name not in ("files", "rules"):
                raise UsageError(
                    f"an override knows no '{name}'",
                    place=table.place("overrides", index, name),
                    suggestion=nearest(name, ("files", "rules")),
                )
        files = one.get("files")
        patterns = [files] if isinstance(files, str) else files
        if (
            not patterns
            or not isinstance(patterns, list)
            or not all(isinstance(pattern, str) for pattern in patterns)
        ):
            hint = 'write files = "imports/*.bib"'
            raise UsageError("an override wants patterns of files", place=place, suggestion=hint)
        levels = _levels(loaded, table, one.get("rules", {}), "overrides", index, "rules")
        override = Override(_patterns(patterns, folder, place), levels)
        loaded.overrides.append((override, place))


def _load_addresses(loaded: Loaded, table: Table, value: Any) -> None:
    for name, address in _mapping(value, "address", table.place("address")).items():
        place = table.place("address", name)
        if name not in ADDRESSES:
            raise UsageError(
                f"there is no source called '{name}'",
                place=place,
                suggestion=nearest(name, ADDRESSES),
            )
        if not isinstance(address, str) or not address.startswith(("http://", "https://")):
            raise UsageError(f"the address of {name} begins with https://", place=place)
        loaded.addresses[name] = Value(address, place)


def _load_variables(loaded: Loaded, environment: Mapping[str, str]) -> None:
    """What variables set; an empty one says nothing, one that nobody knows is noted."""
    known = {
        _variable(command, setting.name): (command, setting)
        for setting in SETTINGS
        for command in (*(("",) if setting.shared else ()), *setting.commands)
    }
    found: dict[tuple[str, str], Value] = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX) or variable in _OTHER_VARIABLES:
            continue
        source = variable.removeprefix(_ADDRESS).lower().replace("_", "-")
        if variable in known and text:
            command, setting = known[variable]
            found[command, setting.name] = Value(_typed(setting, text, variable), Place(variable))
        elif variable.startswith(_ADDRESS) and source in ADDRESSES and text:
            loaded.addresses[source] = Value(text, Place(variable))
        elif variable not in known and not (variable.startswith(_ADDRESS) and source in ADDRESSES):
            loaded.unknown_variables.append(variable)
    loaded.settings.append(found)


def _variable(command: str, name: str) -> str:
    """What a setting is called in the environment: REPORTCITE_STYLE, REPORTCITE_CITE_STYLE."""
    return PREFIX + "_".join(filter(None, (command, name))).upper().replace("-", "_")


def _typed(setting: Setting, text: str, variable: str) -> Any:
    """What the text of a variable means. Raises UsageError where it does not fit."""
    value: Any = text
    if setting.kind == "truth":
        word = text.lower()
        value = True if word in _TRUE else False if word in _FALSE else text
    elif setting.kind == "number":
        is_number = text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER
        value = int(text) if is_number else text
    elif setting.kind == "patterns":
        patterns = [*filter(None, text.split(os.pathsep))]
        return _patterns(patterns, str(Path.cwd()), Place(variable))
    # As if it stood in a file where one works.
    here = Table(str(Path("variable")), {}, {})
    return _checked(setting, value, here, Place(variable))
