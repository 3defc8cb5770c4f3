"""What a command reads, as the options say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import shared_values
from reportcite.errors import UsageError
from tests.conftest import ROOT


def test_the_sample_is_read_before_the_files() -> None:
    assert Input(("a", "-")).paths == ["a", "-"]
    sample, other = Input(("a",), sample=True).paths
    assert (ROOT / "records").samefile(Path(sample).parent)
    assert other == "a"


def test_nothing_to_read_is_wrong_usage_when_it_is_asked_for() -> None:
    source, _ = shared_values()
    with pytest.raises(UsageError) as wrong:
        print(source.paths)
    assert str(wrong.value) == "nothing to read (name a file, a folder, - or --sample)"
