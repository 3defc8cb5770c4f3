"""The elements of XML are found by its beginning alone."""

from __future__ import annotations

from reportcite.formats.recognition.xml_paths import xml_paths
from tests.formats.hostile import LAUGHS, OUTSIDE


def test_a_path_has_the_names_from_the_root_on_in_document_order() -> None:
    assert xml_paths(b"<a><b><c/></b><d/></a>") == ["a", "a b", "a b c", "a d"]


def test_names_are_those_of_their_namespaces_whatever_the_prefix() -> None:
    assert xml_paths(b'<p:a xmlns:p="urn:x" p:n="1"><b/></p:a>') == ["{urn:x}a", "{urn:x}a b"]
    assert xml_paths(b"<p:a><b/></p:a>") == ["a", "a b"]  # it is declared nowhere


def test_what_is_cut_off_or_wrong_ends_the_list() -> None:
    assert xml_paths(b"<a><b><c") == ["a", "a b"]
    assert xml_paths(b"<a><b></a><c/>") == ["a", "a b"]
    assert xml_paths(b"no XML") == xml_paths(b"") == []


def test_of_many_elements_the_first_are_enough() -> None:
    assert len(xml_paths(b"<a>" + b"<b/>" * 500)) == 200


def test_entities_do_no_harm() -> None:
    assert xml_paths(f"{LAUGHS}<a>&a11;<b/></a>".encode())[0] == "a"
    assert xml_paths(f"{OUTSIDE}<a>&a11;<b/></a>".encode()) == ["a", "a b"]
