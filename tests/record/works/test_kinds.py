"""Kinds of works keep preprints, reviews, parts and wholes apart."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.record.works.kinds import kind_of


@pytest.mark.parametrize(
    ("type_", "fields", "kind"),
    [
        ("book", {}, "whole"),
        ("report", {}, "whole"),
        ("document", {}, ""),
        ("paper-conference", {}, "part"),
        ("article-magazine", {}, "article"),
        ("article", {}, "preprint"),
        ("article", {"container-title": "Soil"}, "article"),
        ("article", {"container-title": "bioRxiv"}, "preprint"),
        ("article-journal", {"container-title": "arXiv preprint arXiv:2101.00001"}, "preprint"),
        ("article-journal", {"container-title": "Soil", "DOI": "10.48550/arXiv.1"}, "preprint"),
        ("article-journal", {"container-title": "Soil", "DOI": "10.1234/a"}, "article"),
        ("article-journal", {"container-title": "Soil", "archive": "arXiv"}, "article"),
        ("report", {"genre": "Preprint"}, "preprint"),
        ("report", {"genre": "Working paper", "publisher": "DeZIM"}, "whole"),
        ("document", {"URL": "https://arxiv.org/abs/2101.00001"}, "preprint"),
        ("document", {"URL": "https://example.org/arxiv.org"}, ""),
        ("thesis", {"publisher": "SSRN"}, "thesis"),
        ("article-journal", {"reviewed-title": "Walden"}, "review"),
        ("book", {"reviewed-author": []}, "review"),
    ],
)
def test_the_kind_follows_from_type_and_fields(
    type_: str, fields: dict[str, Any], kind: str
) -> None:
    assert kind_of(type_, fields) == kind
