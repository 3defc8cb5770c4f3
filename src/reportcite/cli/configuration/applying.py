"""Applies settings to a run: as defaults of the options of its command, and as what has no option.

Nothing is imported where no file and no variable sets anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from reportcite.cli.configuration.found import CONFIG, PREFIX, files_of_settings
from reportcite.policy import POLICY, Policy
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    import typer

    from reportcite.cli.configuration.loading import Loaded
    from reportcite.errors import Place
    from reportcite.path_patterns import PathPatterns

_FORMATS: Final = ("to", "output_format", "report_format")
"""The names of options for formats, in the functions of commands."""

_NO_ADDRESSES: Final[Mapping[str, str]] = {}


class Configured(NamedTuple):
    """What is set for a command beside the defaults of its options.

    `addresses` are those of sources, under the names that `lookup` has for them.
    """

    policy: Policy = POLICY
    exclude: PathPatterns | None = None
    contact: str = ""
    addresses: Mapping[str, str] = _NO_ADDRESSES


NOTHING_SET: Final = Configured()


def settings_in(environment: Mapping[str, str]) -> Loaded | None:
    """What files and variables set; None where nothing is. Raises UsageError for what is wrong."""
    files = files_of_settings(environment)
    if not files and not any(name.startswith(PREFIX) and name != CONFIG for name in environment):
        return None
    from reportcite.cli.configuration.loading import load

    loaded = load(files, environment)
    if loaded.named:
        from reportcite.cli.known_rules import require

        # Thousands of overrides name the same few.
        firsts: dict[str, Place] = {}
        for name, place in loaded.named:
            if firsts.setdefault(name, place) is place:
                require(name, place)
    return loaded


def apply(loaded: Loaded, context: typer.Context, command: str) -> None:
    """Have the options of `command`, a member of the group that `context` is of, default to what is
    set, and the rest be at `context.obj`."""
    commands: Mapping[str, Any] = getattr(context.command, "commands", {})
    context.default_map = defaults(loaded, commands[command], command)
    context.obj = configured(loaded, command)


def defaults(loaded: Loaded, command: Any, name: str) -> MutableMapping[str, Any]:
    """What is set for the options of a command, under the name of the command and theirs."""
    from reportcite.cli.configuration.settings import SETTINGS

    found = {}
    for setting in SETTINGS:
        parameter = option_of(command, setting.name)
        value = loaded.value_of(setting.name, name)
        if name in setting.commands and value and parameter and setting.kind != "patterns":
            found[parameter.name] = value.value
    return {name: found}


def option_of(command: Any, setting: str) -> Any:
    """The option of a command that a setting is called like; None where it has none."""
    name = f"--{setting}"
    return next((one for one in command.params if name in one.opts), None)


def configured(loaded: Loaded, command: str) -> Configured:
    """What `loaded` sets for `command` beside the defaults of its options."""
    exclude, contact = loaded.value_of("exclude", command), loaded.value_of("contact", command)
    levels = {name: value.value for name, value in loaded.rules.items()}
    return Configured(
        Policy(levels, tuple(override for override, _ in loaded.overrides)),
        exclude.value if exclude else None,
        contact.value if contact else "",
        {name.upper().replace("-", "_"): value.value for name, value in loaded.addresses.items()},
    )


def configured_for(context: typer.Context) -> Configured:
    """What is set for the command that `context` is of."""
    return context.obj if isinstance(context.obj, Configured) else NOTHING_SET


def origin(loaded: Loaded, command: str, message: str) -> str:
    """Where the value is set that `message` complains of, in quotation marks; "" if it is not.

    Names of styles, formats and languages are looked up when they are used, and no sooner.
    """
    from reportcite.cli.configuration.settings import SETTINGS

    for setting in SETTINGS:
        value = loaded.value_of(setting.name, command)
        if command in setting.commands and value and isinstance(value.value, str):
            quoted = (f"'{value.value}'", f"“{value.value}”", f"{value.value}:")
            if any(one in message for one in quoted):
                return f"{setting.name} is set in {value.place}"
    return ""


def needless(context: typer.Context, given: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the options `given` that are set, but mean nothing in this run, emptied: a format,
    where the name of the file to be written was typed and says it, and what is for bibliographies,
    where none is printed."""
    return _needless_formats(context, given) | _needless_in_cites(context, given)


def _needless_formats(context: typer.Context, given: Mapping[str, Any]) -> dict[str, Any]:
    output = str(given.get("output") or given.get("output_dir") or "")
    if not PurePath(output).suffix:
        return {}
    formats = [name for name in _FORMATS if name in given]
    return {name: "" for name in formats if _is_set(context, name)}


def _needless_in_cites(context: typer.Context, given: Mapping[str, Any]) -> dict[str, Any]:
    if given.get("citations"):
        printed = given["bibliography"]
    else:
        printed = given.get("kind", "entry") == "entry"
    grouped = printed and not given.get("unsorted")
    options = {"group_by": grouped, "entry_language": printed, "annotated": printed}
    return {
        name: "" if name == "group_by" else False
        for name, has_meaning in options.items()
        if name in given and not has_meaning and _is_set(context, name)
    }


def _is_set(context: typer.Context, parameter: str) -> bool:
    """Whether the value of an option is from a file or variable."""
    source = context.get_parameter_source(parameter)
    return source is not None and source.name == "DEFAULT_MAP"
