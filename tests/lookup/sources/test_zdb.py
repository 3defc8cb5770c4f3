"""The ZDB is asked by SRU."""

from __future__ import annotations

from reportcite.lookup.sources.zdb import SOURCE


def test_serials_are_asked_for_by_their_issn() -> None:
    assert SOURCE.address + SOURCE.path("0036-8075") == (
        "https://services.dnb.de/sru/zdb?version=1.1&operation=searchRetrieve"
        "&query=iss%3D0036-8075&maximumRecords=10&recordSchema=MARC21-xml"
    )
    assert SOURCE.states == "ISSN"
