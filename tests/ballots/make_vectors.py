"""Make the kept archives anew: `python -m tests.ballots.make_vectors [attacks] [ours] [tool]`.

Those of attacks and ours are the same at every run; those of belenios-tool are not, for it draws its own randomness.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import tests.ballots.attacks_on_ballots
import tests.ballots.attacks_on_trust  # noqa: F401
from tests.ballots.attacks import ATTACKS
from tests.ballots.kinds import KINDS, run
from tests.ballots.tool_elections import ELECTIONS, hold
from tests.ballots.vectors import keep


def main(kinds: list[str]) -> None:
    """Write archives of these kinds."""
    if "attacks" in kinds:
        for name, attack in ATTACKS.items():
            keep("attacks", name, attack.make())
    if "ours" in kinds:
        for kind in KINDS:
            keep("ours", kind, run(kind, 1)[0].archive.data)
    if "tool" in kinds:
        for name in ELECTIONS:
            with tempfile.TemporaryDirectory() as folder:
                keep("tool", name, hold(Path(folder), name))


if __name__ == "__main__":
    main(sys.argv[1:] or ["attacks", "ours"])
