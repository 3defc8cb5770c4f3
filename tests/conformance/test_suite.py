"""The CSL test suite: every fixture passes, but for those whose reason to fail is written down."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from tests.conformance.runner import run_fixture

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
SUITE = Path(os.environ.get("CSL_TEST_SUITE") or _ROOT / "../shared/csl-test-suite/fixtures")
FIXTURES = {path.stem: path for path in sorted(SUITE.glob("*.txt"))}
EXPECTED_FAILURES: dict[str, str] = yaml.safe_load(
    (_HERE / "expected_failures.yaml").read_text(encoding="utf-8")
)

needs_suite = pytest.mark.skipif(
    not FIXTURES and not os.environ.get("CI"),
    reason="clone citation-style-language/test-suite, set CSL_TEST_SUITE to processor-tests/humans",
)


@needs_suite
@pytest.mark.parametrize("name", FIXTURES)
def test_fixture(name: str) -> None:
    outcome = run_fixture(FIXTURES[name])
    if name in EXPECTED_FAILURES:
        assert not outcome.passed, "passes now: take it off expected_failures.yaml"
    elif outcome.error:
        pytest.fail(outcome.error)
    else:
        assert outcome.got == outcome.expected


@needs_suite
def test_the_suite_is_there() -> None:
    assert FIXTURES, f"no fixtures in {SUITE}"


@needs_suite
def test_expected_failures_name_fixtures_of_the_suite() -> None:
    assert EXPECTED_FAILURES.keys() <= FIXTURES.keys()


@pytest.mark.parametrize("name", EXPECTED_FAILURES)
def test_an_expected_failure_has_a_reason(name: str) -> None:
    reason = EXPECTED_FAILURES[name]
    assert isinstance(reason, str)
    assert reason.strip()
