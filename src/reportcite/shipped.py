"""Where the files shipped with the package stand: own styles, packed styles, records."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def styles_folder() -> Path:
    """The folder with `aliases.yaml` and the styles this project wrote."""
    return _shipped("styles")


def packed_folder() -> Path:
    """The folder of the archive that `hatch_build.py` makes, in a checkout too."""
    return _PACKAGE / "data"


def records_folder() -> Path:
    """The folder with the sample records."""
    return _shipped("records")


def record_schema_file() -> Path:
    """The JSON Schema of a file of records, as `reportcite schema record` prints it."""
    return _PACKAGE / "schemas" / "record.schema.json"


def _shipped(name: str) -> Path:
    # A wheel holds the folders under data/; a checkout has them at its top.
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / name
