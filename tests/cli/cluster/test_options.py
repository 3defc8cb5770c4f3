"""What means nothing with parts, or without them."""

from __future__ import annotations

import pytest

from reportcite.cli.cluster.options import Parts, of_input
from reportcite.cli.options.input import Input
from reportcite.errors import UsageError


def test_without_a_folder_nothing_is_shared() -> None:
    for parts in (Parts(shard="1/2"), Parts(resume=True), Parts(cluster="local")):
        with pytest.raises(UsageError, match="needs a folder"):
            parts.refuse({})
    Parts().refuse({"-o": "x"})


def test_what_is_excluded_is_named() -> None:
    with pytest.raises(UsageError, match="excludes -o"):
        Parts("out").refuse({"--fix": False, "-o": "x"})
    with pytest.raises(UsageError, match="--shard excludes --cluster"):
        Parts("out", "1/2", cluster="local").refuse({})
    Parts("out", "1/2", resume=True).refuse(of_input(Input()))


@pytest.mark.parametrize(
    "source",
    [Input(keys=("a",)), Input(where=("b",)), Input(cited_in=("c",)), Input(fail_fast=True)],
)
def test_what_one_run_can_do_only(source: Input) -> None:
    with pytest.raises(UsageError):
        Parts("out").refuse(of_input(source))
    with pytest.raises(UsageError):
        Parts("out").refuse(of_input(Input(), "stop"))
