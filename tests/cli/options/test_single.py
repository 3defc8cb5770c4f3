"""Options that several commands have, whatever else they have."""

from __future__ import annotations

import re

from reportcite.cli.options.single import exchange_formats
from tests.cli.options.test_shared import options
from tests.formats.files import WRITTEN


def test_all_formats_are_offered() -> None:
    assert {*WRITTEN} <= {*exchange_formats()}


def test_the_help_of_export_names_all_formats_that_are_written() -> None:
    text = str(options("export")["--to"][1])
    assert set(WRITTEN) <= set(
        re.split(r"\W*[ ,]\W*", text.partition(". ")[0].replace(" or ", ", "))
    )
