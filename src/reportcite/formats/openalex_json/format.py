"""The JSON of OpenAlex's API: a work, a list of results, or works one after another."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.openalex_json.read import read

FORMAT: Final = Format(name="openalex-json", title="OpenAlex JSON", read=read)
