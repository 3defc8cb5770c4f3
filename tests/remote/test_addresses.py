from __future__ import annotations

import pytest

from reportcite.errors import UsageError
from reportcite.remote.addresses import (
    Address,
    address_of,
    inside,
    is_remote,
    typed_address,
    without_secrets,
)


@pytest.mark.parametrize("path", ["s3://b/k", "gs://b", "az://c/k", "https://h/p", "HTTP://h"])
def test_an_address_is_told_by_its_scheme(path: str) -> None:
    assert is_remote(path)


@pytest.mark.parametrize(
    "path",
    ["C:\\a.bib", "C:/a.bib", "s3:/b/k", "./s3://b", "doi:10.1/x", "10.1/x", "-", "", "ftp://h/p"],
)
def test_other_paths_are_none(path: str) -> None:
    assert not is_remote(path)


def test_an_object_has_a_bucket_and_a_key() -> None:
    address = address_of("S3://bucket/2024/ä b#1.bib")
    assert address == Address("s3", "bucket", "2024/ä b#1.bib")
    assert str(address) == "s3://bucket/2024/ä b#1.bib"
    assert address_of("gs://bucket") == Address("gs", "bucket")
    assert address_of("az://bucket/folder/").key == "folder/"


def test_a_page_of_the_web_is_its_url() -> None:
    address = address_of("https://example.org/a%20b?c=d#part")
    assert address == Address("https", "https://example.org/a%20b?c=d")
    assert address.is_web and not address_of("s3://b/k").is_web
    assert str(address) == "https://example.org/a%20b"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("https://me:secret@example.org/x.bib?k=secret#secret", "https://example.org/x.bib"),
        ("https://secret@example.org", "https://example.org"),
        ("https://example.org?k=secret", "https://example.org"),
        ("https://example.org/@me", "https://example.org/@me"),
        ("s3://key:sec/ret@bucket/x.bib", "s3://key:sec/ret@bucket/x.bib"),
        ("s3://key:secret@bucket/x#1.bib?k=secret", "s3://bucket/x#1.bib"),
        ("what?.bib", "what?.bib"),
    ],
)
def test_no_secret_is_shown(path: str, shown: str) -> None:
    assert without_secrets(path) == shown


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("https://me:secret@example.org/x", "no user and no password"),
        ("s3://secret@bucket/x", "no user and no password"),
        ("s3:///x", "names no bucket"),
        ("https:///x", "names no host"),
        ("https://?secret", "names no host"),
        ("s3://b/x//y", "no part"),
        ("s3://b/../y", "no part"),
        ("s3://b/./y", "no part"),
    ],
)
def test_what_is_no_address_is_refused(path: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        address_of(path)
    assert "secret" not in str(caught.value)


def test_a_question_mark_is_a_part_of_names_that_are_listed_only() -> None:
    assert address_of("s3://b/what?.bib").key == "what?.bib"
    assert typed_address("https://h/x?y") == address_of("https://h/x?y")
    with pytest.raises(UsageError, match="no question mark") as caught:
        typed_address("s3://b/x?signature=secret")
    assert "secret" not in str(caught.value)


def test_a_name_stands_in_a_folder() -> None:
    assert inside("s3://b", "x") == inside("s3://b/", "x") == "s3://b/x"
