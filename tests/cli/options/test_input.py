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


@pytest.mark.parametrize("typed", ["10.1234/abc", "https://doi.org/10.1234/abc"])
def test_a_doi_is_no_file_but_may_be_looked_up(typed: str) -> None:
    with pytest.raises(UsageError) as wrong:
        _ = Input((typed,)).paths
    hint = "`reportcite add 10.1234/abc` looks its record up"
    assert str(wrong.value) == f"{typed} is a DOI, not a file ({hint})"


def test_a_file_may_be_called_like_a_doi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "10.1234").mkdir()
    (tmp_path / "10.1234" / "abc").touch()
    assert Input(("10.1234/abc", "a10.bib")).paths == ["10.1234/abc", "a10.bib"]
