"""A store of objects for all tests of this folder, and connections that give up soon."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from reportcite.remote import connection
from tests.remote.servers import ObjectStore, object_store


@pytest.fixture(scope="session")
def running_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    with object_store(tmp_path_factory.mktemp("store")) as store:
        yield store


@pytest.fixture
def store(running_store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> ObjectStore:
    """The store, with the credentials of one who may write in the environment."""
    for name, value in running_store.environment().items():
        monkeypatch.setenv(name, value)
    return running_store


@pytest.fixture(autouse=True)
def fresh_connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """None that were made with the environment of another test; few tries are made."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "AZURE_", "GOOGLE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(connection, "RETRIES", 1)
    connection.store_of.cache_clear()
    yield
    connection.store_of.cache_clear()
