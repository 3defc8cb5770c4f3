"""`reportcite config`: the settings that hold where one works, and where they are set."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reportcite.cli.options.single import AsJson
from reportcite.errors import ExitCode
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.cli.configuration.loading import Loaded, Value
    from reportcite.errors import Place
    from reportcite.path_patterns import PathPatterns


class Row(NamedTuple):
    """A setting, with the command before it whose alone it is; `place` is None for a default."""

    setting: str
    value: Any
    place: "Place | None"


def config(
    as_json: AsJson = False,
) -> ExitCode:
    """Show the settings that hold here, and where each is set.

    Options come before variables (REPORTCITE_STYLE), these before reportcite.toml or
    [tool.reportcite] of pyproject.toml, here or in a folder above, and this before the user's own
    file. With the variable REPORTCITE_CONFIG only the file it names is read; empty, none is.

    \b
    Examples:
      reportcite config
      REPORTCITE_CONFIG= reportcite config --json
    """
    from reportcite.cli.configuration.applying import settings_in
    from reportcite.cli.configuration.found import files_of_settings
    from reportcite.cli.configuration.loading import Loaded
    from reportcite.cli.configuration.reading import shown_path
    from reportcite.cli.output import write_file
    from reportcite.cli.screen.pager import in_pages
    from reportcite.cli.screen.table import rows_for

    loaded = settings_in(os.environ) or Loaded()
    files = [*map(shown_path, files_of_settings(os.environ))]
    rows = [*_settings(loaded), *_tables(loaded)]
    if as_json:
        answer = {"files": files, "settings": [_object(row) for row in rows]}
        write_file("-", json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    else:
        with in_pages() as write:
            for line in rows_for("-", map(_cells, rows), names=2):
                write(line)
    _say_more(files, loaded, quiet=as_json)
    return ExitCode.CLEAN


def _say_more(files: list[str], loaded: "Loaded", *, quiet: bool) -> None:
    from reportcite.cli.configuration.found import FILE, user_file
    from reportcite.cli.screen.messages import print_note

    if not files and not quiet:
        own = user_file(os.environ)
        print_note(f"there is no {FILE} here or above, nor {own or 'one of your own'}")
    for variable in loaded.unknown_variables:
        print_note(f"reportcite: warning: {variable} sets nothing that is known")


def _settings(loaded: "Loaded") -> Iterator[Row]:
    from reportcite.cli.configuration.settings import SETTINGS

    for setting in SETTINGS:
        default = _default(setting.name, setting.commands[0])
        general = loaded.value_of(setting.name, "")
        if setting.shared:
            yield _row(setting.name, general, default)
        for command in setting.commands:
            value = loaded.value_of(setting.name, command)
            if not setting.shared or value != general:
                yield _row(f"{command}.{setting.name}", value, _default(setting.name, command))


def _default(setting: str, command: str) -> Any:
    """What an option is where nothing is set; its words for nothing are those of its kind."""
    from reportcite.cli.configuration.applying import option_of
    from reportcite.cli.main import command_of

    option = option_of(command_of(command), setting)
    return option.default if option is not None else ""


def _row(name: str, value: "Value | None", default: Any) -> Row:
    if value is None:
        return Row(name, default, None)
    return Row(name, _as_in_file(value.value), value.place)


def _as_in_file(value: Any) -> Any:
    """`value` as a file has it."""
    from reportcite.path_patterns import PathPatterns

    return [*value.patterns] if isinstance(value, PathPatterns) else value


def _tables(loaded: "Loaded") -> Iterator[Row]:
    for name, value in loaded.rules.items():
        yield Row(f"rules.{name}", value.value, value.place)
    for number, (override, place) in enumerate(loaded.overrides, 1):
        files: PathPatterns = override.files
        value_ = {"files": [*files.patterns], "rules": dict(override.levels)}
        yield Row(f"overrides.{number}", value_, place)
    for name, value in loaded.addresses.items():
        yield Row(f"address.{name}", value.value, value.place)


def _object(row: Row) -> dict[str, Any]:
    """A setting for programs; `source` is default, file or variable."""
    place = row.place
    source = "default" if place is None else "file" if place.line else "variable"
    return {
        "setting": row.setting,
        "value": row.value,
        "source": source,
        "file": place.file if place and place.line else "",
        "line": place.line if place else 0,
        "variable": place.file if place and not place.line else "",
    }


def _cells(row: Row) -> list[str]:
    from reportcite.cli.terminal import escape_line

    cells = (row.setting, _toml(row.value), str(row.place or "default"))
    return [*map(escape_line, cells)]


def _toml(value: Any) -> str:
    """`value` as it is written in a file of settings; nothing where there is no value."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)
