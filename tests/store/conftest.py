"""One node a database, for the tests of a module."""

from __future__ import annotations

import pytest

from tests.store.databases import KINDS, Node, new_node


@pytest.fixture(scope="module", params=KINDS)
def node(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgresql: str) -> Node:
    """A node with an assembly of 100 and a closed voting under way."""
    name = request.module.__name__.rpartition(".")[2]
    return new_node(request.param, tmp_path_factory.mktemp(name), postgresql, name)
