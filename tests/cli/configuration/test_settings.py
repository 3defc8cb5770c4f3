"""Each setting is the default of an option, in every command that it names."""

from __future__ import annotations

import pytest

from reportcite.cli.configuration.applying import option_of
from reportcite.cli.configuration.settings import (
    ADDRESSES,
    COMMANDS,
    SETTINGS,
    TABLES,
    Setting,
    setting_named,
)
from reportcite.cli.main import CONFIGURABLE, command_of
from reportcite.cli.report import FAIL_ON
from reportcite.documents.sections import GROUPINGS
from reportcite.lookup.find import SOURCES
from reportcite.problems import SEVERITIES

PAIRS = [(setting, command) for setting in SETTINGS for command in setting.commands]
WITHOUT_OPTION = {"contact"}
KINDS = {"int": "number", "boolean": "truth", "str": "text"}


def test_the_commands_with_settings_are_those_that_read_them() -> None:
    assert set(COMMANDS) == set(CONFIGURABLE)


@pytest.mark.parametrize(
    ("setting", "command"), PAIRS, ids=[f"{command}.{setting.name}" for setting, command in PAIRS]
)
def test_a_setting_is_called_like_an_option_of_its_kind(setting: Setting, command: str) -> None:
    option = option_of(command_of(command), setting.name)
    if setting.name in WITHOUT_OPTION:
        assert option is None
        return
    kind = setting.kind if setting.kind in ("number", "truth") else "text"
    assert KINDS[option.type.name.split()[0]] == kind
    assert option.multiple == (setting.kind == "patterns")
    for choice in setting.choices:
        assert choice in option.help


def test_one_setting_has_one_name() -> None:
    names = [setting.name for setting in SETTINGS]
    assert len(names) == len(set(names))
    assert not set(names) & {*COMMANDS, *TABLES}
    assert all(setting.what.endswith(".") for setting in SETTINGS)


def test_words_are_those_that_options_take() -> None:
    def choices(name: str) -> tuple[str, ...]:
        found = setting_named(name)
        return found.choices if found else ()

    assert choices("severity") == SEVERITIES
    assert choices("fail-on") == FAIL_ON
    assert set(choices("group-by")) == set(GROUPINGS)


def test_settings_are_found_where_they_may_stand() -> None:
    assert setting_named("style") == setting_named("style", "cite") == SETTINGS[0]
    assert setting_named("style", "check") is None
    assert setting_named("format") is None
    assert setting_named("format", "cite") is not None


def test_all_sources_may_have_other_addresses() -> None:
    sources = {source.name for several in SOURCES.values() for source in several}
    assert {name.upper().replace("-", "_") for name in ADDRESSES} == sources
