"""Catalogues are asked for a number by SRU, and for the records that have it."""

from __future__ import annotations

from reportcite.lookup.sources.sru import catalogue


def test_a_catalogue_is_asked_for_one_record_or_for_several() -> None:
    where = ("A", "a", "https://a.example/sru")
    one = catalogue(*where, index="num", schema="MARC21-xml", reads="marcxml")
    asked = "https://a.example/sru?version=1.1&operation=searchRetrieve&query=num%3D42"
    assert one.at("", "42") == f"{asked}&maximumRecords=1&recordSchema=MARC21-xml"
    several = catalogue(*where, index="num", schema="mods", reads="mods", most=10)
    assert several.at("", "42") == f"{asked}&maximumRecords=10&recordSchema=mods"
    assert (one.begins, "xml" in one.accept, one.states) == (b"<", True, "")
    assert one.reader() is not several.reader()
