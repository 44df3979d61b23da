"""Commands for tests: a secret vote on the node of a data folder, by people whom the test knows better than the node.

`python -m tests.store.secret_vote DATA open|cast|batch|end` prints a line of JSON. What only voters and trustees know
(credentials, keys, who cast which ballot) lies in a file beside the data folder, never in it.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from pathlib import Path

from symbiosis.cli.open_node import open_node


def main(data: Path, what: str) -> object:
    """Do one part, and give what the test needs to know of it."""
    from symbiosis.actions import folds, secret_votes
    from symbiosis.actions.perform import perform
    from tests.actions import elections

    outside = data.parent / "outside.pickle"
    if what == "open":
        held = elections.opened(VOTERS, ballots=BALLOTS)
        outside.write_bytes(pickle.dumps((held.body, held.ceremony.pk, held.credentials, held.secrets)))
        return {"body": held.body, "tokens": [person.token for person in held.people]}
    from symbiosis.store.models import Ceremony

    body, ceremony, credentials, kept = pickle.loads(outside.read_bytes())
    row = Ceremony.objects.get(pk=ceremony)
    held = elections.Held(body, int(time.time()), [], row, credentials, kept)
    if what == "cast":
        return [held.cast(voter, *choice(voter)).sha256 for voter in range(VOTERS - 1)]
    if what == "batch":
        return secret_votes.post_due(at=held.now + 1000)
    if what == "late":
        return held.cast(VOTERS - 1, *choice(VOTERS - 1)).sha256
    secret_votes.end_ballot(body, "vote", at=held.now + 1000, by="desk")
    elections.open_part(held, 1)
    voting = folds.caught_up(body).board.votings["vote"]
    perform(body, "VotingClosed", {"voting": "vote"}, at=held.now, by="desk")
    return dict(voting.tally)


VOTERS = 15
BALLOTS = {"authority": "desk", "trustees": "desk", "number": 1}


def choice(voter: int) -> tuple[int, ...]:
    """Every third says no."""
    return (0, 1, 0) if voter % 3 == 0 else (1, 0, 0)


if __name__ == "__main__":
    open_node(Path(sys.argv[1]))
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
