"""What may stand in a web page."""

from __future__ import annotations

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.writing.web import carry_link
from reportcite.record.model import Record


def test_a_link_that_is_no_web_link_is_dropped() -> None:
    values = {"URL": "javascript:x", "license": "https://x.org"}
    fields = Fields(Record("r1", "report", values, Place("x")))
    assert carry_link(fields) == ""
    reason = "only http, https and ftp links are written into a web page"
    assert fields.dropped == {"URL": reason}
    assert carry_link(fields, "license") == "https://x.org"
    assert carry_link(fields, "note") == ""
    assert fields.dropped == {"URL": reason}
