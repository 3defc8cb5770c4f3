"""The German National Library is asked by SRU."""

from __future__ import annotations

from reportcite.lookup.sources.dnb import SOURCE


def test_one_record_is_asked_for_in_marcxml() -> None:
    assert SOURCE.address + SOURCE.path("9783948289829") == (
        "https://services.dnb.de/sru/dnb?version=1.1&operation=searchRetrieve"
        "&query=num%3D9783948289829&maximumRecords=1&recordSchema=MARC21-xml"
    )
