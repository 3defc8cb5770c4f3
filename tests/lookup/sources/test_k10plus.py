"""K10plus is asked by SRU."""

from __future__ import annotations

from reportcite.lookup.sources.k10plus import SOURCE


def test_one_record_is_asked_for_in_mods() -> None:
    assert SOURCE.address + SOURCE.path("9783948289829") == (
        "https://sru.k10plus.de/opac-de-627?version=1.1&operation=searchRetrieve"
        "&query=pica.isb%3D9783948289829&maximumRecords=1&recordSchema=mods"
    )
