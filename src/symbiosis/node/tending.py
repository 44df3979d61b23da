"""What a node does by itself: ballots are posted when their time has come, and what is done with is forgotten.

A process of its own, beside the one that serves: it ends when that one does. Each round is finished or refused by the
same checks as anybody's act, so that it does not matter whether a round comes twice, late, or never.
"""

from __future__ import annotations

import os
import sys
import time

EVERY_SECONDS = 60


def tend(at: int) -> None:
    """One round, at the node's clock."""
    from symbiosis.actions import secret_votes

    secret_votes.post_due(at=at)
    secret_votes.forget_ceremonies()


def tend_forever(parent: int) -> None:
    """Rounds until the process that serves is gone. What one round could not do, the next one does."""
    import django
    from django.db import OperationalError

    from symbiosis.errors import SymbiosisError

    django.setup()
    due = 0
    while os.getppid() == parent:
        now = int(time.time())
        if now >= due:
            due = now + EVERY_SECONDS
            try:
                tend(now)
            except (SymbiosisError, OperationalError) as error:
                print(f"What waits could not be done: {error}", file=sys.stderr, flush=True)
        time.sleep(1)


if __name__ == "__main__":
    tend_forever(int(sys.argv[1]))
