"""When this act, then this no."""

from __future__ import annotations

import pytest

from symbiosis.errors import Refusal
from tests.strategies.bodies import Confederation

BY_PERSON = {"VoteCast", "SupportGiven", "PetitionSigned", "CouncilVoteCast", "KeyChanged", "BookKeyChanged"}
"""Acts that no role does."""


def check_refused(world: Confederation, code: str, act: tuple[str, str, dict]) -> None:
    """The act (body, kind, fields) is refused with this code."""
    body, kind, fields = act
    with pytest.raises(Refusal) as caught:
        world.do(body, kind, "" if kind in BY_PERSON else "desk", **fields)
    assert caught.value.code == code
