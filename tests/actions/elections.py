"""Secret votes for tests: a body, and people who do here what they do in their browsers (`rehearsal.secret_votes`)."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from symbiosis.actions import ceremonies, folds, secret_votes
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
from symbiosis.rehearsal import secret_votes as rehearsed
from symbiosis.rehearsal.secret_votes import draw
from symbiosis.store.models import Ceremony, Person
from tests.practice.worlds import matter, rules, stage

__all__ = [
    "BALLOTS",
    "Held",
    "body_of",
    "draw",
    "give_credentials",
    "give_keys",
    "mix",
    "open_part",
    "opened",
]

BALLOTS = {"authority": "desk", "trustees": "desk", "number": 3, "threshold": 2}


@dataclass
class Held:
    """A secret vote of a body: who has which secret."""

    body: str
    now: int
    people: list[Person]
    ceremony: Ceremony
    credentials: list[str] = field(default_factory=list)
    secrets: dict[int, str] = field(default_factory=dict)

    @property
    def voting(self):
        return rehearsed.held(self.ceremony)

    @property
    def group(self):
        return rehearsed.group_of(self.ceremony)

    def ballot(self, voter: int, *numbers: int) -> bytes:
        """What a voter's booth would send."""
        return rehearsed.ballot(self.ceremony, self.credentials[voter], *numbers)

    def cast(self, voter: int, *numbers: int):
        return secret_votes.cast_ballot(self.body, "vote", self.ballot(voter, *numbers), at=self.now)


def body_of(voters: int, rule: dict, opening: dict, ballots: dict = BALLOTS) -> Held:
    """A body of so many in which a secret vote is being prepared."""
    folds.drop_all()
    now = int(time.time())
    charter = rules({"works": matter(stage(secrecy="secret", ballots=ballots, **rule))})
    random = Randomness(*(secrets.token_bytes(32) for _ in range(4)), secrets.token_bytes(16))
    body = found_body(charter, random, at=now)
    people = []
    for _ in range(voters):
        person = Person.objects.create(body=body, token=secrets.token_hex(16))
        perform(body, "MemberAdmitted", {"token": person.token}, at=now, by="desk")
        people.append(person)
    perform(body, "RollCounted", {}, at=now, by="desk")
    made = ceremonies.prepare(body, {"voting": "vote", "matter": "works"} | opening, at=now, by="desk")
    return Held(body, now, people, made)


def give_keys(held: Held, ballots: dict = BALLOTS) -> None:
    """Every trustee goes through all rounds."""
    held.secrets = rehearsed.make_key(held.ceremony, held.people[: ballots["number"]])


def give_credentials(held: Held) -> None:
    """The authority makes one for each voter and hands in the public half."""
    held.credentials = rehearsed.make_credentials(held.ceremony)


def opened(voters: int, rule: dict | None = None, opening: dict | None = None, ballots=BALLOTS) -> Held:
    """A secret vote that takes ballots."""
    held = body_of(voters, rule or {}, opening or {}, ballots)
    give_keys(held, ballots)
    give_credentials(held)
    ceremonies.open_vote(held.ceremony, at=held.now, by="desk")
    return held


def mix(held: Held, trustee: int) -> None:
    """A trustee mixes the papers as they are now."""
    rehearsed.mix(held.ceremony, trustee, at=held.now, by="desk")


def open_part(held: Held, trustee: int) -> None:
    """A trustee opens their part with the secret that they kept."""
    key = rehearsed.key_of(held.ceremony, held.secrets[trustee])
    rehearsed.open_part(held.ceremony, trustee, key, at=held.now, by="desk")
