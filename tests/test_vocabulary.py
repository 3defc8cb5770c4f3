"""The vocabulary of CSL 1.0.2 is complete, and stands in one module only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportcite import vocabulary
from reportcite.csl.locale import load_locale
from reportcite.record.fields import FIELDS, NEVER_NONE, TEXT_FIELDS
from reportcite.vocabulary import (
    DATE_VARIABLES,
    ITEM_TYPES,
    LOCATOR_SPELLINGS,
    LOCATORS,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    ROLES,
    STANDARD_VARIABLES,
    STRING_VARIABLES,
    TITLE_VARIABLES,
    VARIABLES,
)

PACKAGE = Path(vocabulary.__file__).parent
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "vocabulary.py"]
LISTS = {
    "names": NAME_VARIABLES,
    "dates": DATE_VARIABLES,
    "numbers": NUMBER_VARIABLES,
    "titles": TITLE_VARIABLES,
    "strings": STRING_VARIABLES,
    "types": ITEM_TYPES,
    "locators": LOCATORS,
}


def test_kinds_of_variables_do_not_overlap() -> None:
    kinds = (NAME_VARIABLES, DATE_VARIABLES, NUMBER_VARIABLES, TITLE_VARIABLES, STRING_VARIABLES)
    assert sum(map(len, kinds)) == len(VARIABLES)
    assert STANDARD_VARIABLES == NUMBER_VARIABLES | TITLE_VARIABLES | STRING_VARIABLES


def test_a_record_adds_the_subtitle_and_nothing_else() -> None:
    assert FIELDS - VARIABLES == TEXT_FIELDS - STANDARD_VARIABLES == {"subtitle"}
    assert NEVER_NONE < TEXT_FIELDS


def test_every_type_role_and_locator_is_a_term() -> None:
    """Those of authors and the like are empty in the locale files: they need no label."""
    terms = {name for name, _, _ in load_locale("en-US").terms}
    assert terms >= ROLES | LOCATORS | ITEM_TYPES


@pytest.mark.parametrize("language", LOCATOR_SPELLINGS)
def test_no_spelling_of_a_locator_label_stands_for_two(language: str) -> None:
    of_label = LOCATOR_SPELLINGS[language]
    spellings = [word for words in of_label.values() for word in words.split()]
    assert of_label.keys() <= LOCATORS
    assert len(spellings) == len(set(spellings))
    assert LOCATORS.isdisjoint(spellings)
    assert all(word == word.lower().rstrip(".") for word in spellings)


def words_in(module: ast.AST) -> Iterator[set[str]]:
    """The words of every list, set and tuple of texts in a module, and of every text of words."""
    for node in ast.walk(module):
        if isinstance(node, ast.List | ast.Set | ast.Tuple):
            yield {one.value for one in node.elts
                   if isinstance(one, ast.Constant) and isinstance(one.value, str)}  # fmt: skip
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield set(node.value.split())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_other_module_lists_the_vocabulary(path: Path) -> None:
    """A table that says what each of them is in a format is no such list, but a mapping."""
    for words in words_in(ast.parse(path.read_text(encoding="utf-8"))):
        for kind, names in LISTS.items():
            assert len(words & names) <= len(names) / 2, f"a second list of {kind}: {words & names}"
