"""The folders shipped with the package are found in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite import shipped


def test_the_folders_hold_what_they_are_named_for() -> None:
    assert (shipped.styles_folder() / "aliases.yaml").is_file()
    assert list(shipped.styles_folder().glob("*.csl"))
    assert list(shipped.records_folder().glob("*.yaml"))


def test_an_installed_package_holds_them_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "reportcite"
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    assert shipped.styles_folder() == tmp_path / "styles"
    (package / "data" / "styles").mkdir(parents=True)
    assert shipped.styles_folder() == package / "data" / "styles"
    assert shipped.records_folder() == tmp_path / "records"
    (package / "data" / "records").mkdir()
    assert shipped.records_folder() == package / "data" / "records"
