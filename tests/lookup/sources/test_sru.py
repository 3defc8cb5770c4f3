"""Catalogues are asked for a number by SRU, and for the records that have it."""

from __future__ import annotations

from reportcite.lookup.sources.sru import DNB, K10PLUS, ZDB


def test_the_national_library_is_asked_for_one_record_in_marcxml() -> None:
    assert DNB.address + DNB.path("9783948289829") == (
        "https://services.dnb.de/sru/dnb?version=1.1&operation=searchRetrieve"
        "&query=num%3D9783948289829&maximumRecords=1&recordSchema=MARC21-xml"
    )
    assert (DNB.begins, "xml" in DNB.accept, DNB.states) == (b"<", True, "")


def test_k10plus_is_asked_for_one_record_in_mods() -> None:
    assert K10PLUS.address + K10PLUS.path("9783948289829") == (
        "https://sru.k10plus.de/opac-de-627?version=1.1&operation=searchRetrieve"
        "&query=pica.isb%3D9783948289829&maximumRecords=1&recordSchema=mods"
    )
    assert K10PLUS.reader() is not DNB.reader()


def test_serials_are_asked_for_by_their_issn() -> None:
    assert ZDB.address + ZDB.path("0036-8075") == (
        "https://services.dnb.de/sru/zdb?version=1.1&operation=searchRetrieve"
        "&query=iss%3D0036-8075&maximumRecords=10&recordSchema=MARC21-xml"
    )
    assert ZDB.states == "ISSN"
