"""Nodes to break."""

from tests.store.conftest import node

__all__ = ["node"]
