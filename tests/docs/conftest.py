"""The documents' stories are played as the others are."""

from tests.stories.conftest import played

__all__ = ["played"]
