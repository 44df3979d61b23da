"""Secret votes for tests: a body, trustees and an authority who do with our pure room what people do in browsers."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from symbiosis.actions import ceremonies, folds, secret_votes
from symbiosis.actions.attachments import bytes_at
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
from symbiosis.ballots import ceremony as rounds
from symbiosis.ballots import threshold
from symbiosis.ballots.ballot import make_ballot
from symbiosis.ballots.credentials import new_credential, public_credential, write_credentials
from symbiosis.ballots.decryption import decrypt
from symbiosis.ballots.groups import SecretPowers
from symbiosis.ballots.proofs import pok_prefix, prove_knowledge
from symbiosis.ballots.shuffles import make_shuffle
from symbiosis.ballots.tally import to_shuffle
from symbiosis.ballots.wire import TrusteePublicKey, encode
from symbiosis.store.models import Ceremony, Person
from symbiosis.verify.ballots import election_of, tally_of
from tests.practice.worlds import matter, rules, stage

draw = secrets.randbelow
BALLOTS = {"authority": "desk", "trustees": "desk", "number": 3, "threshold": 2}


@dataclass
class Held:
    """A secret vote of a body: who has which secret."""

    body: str
    now: int
    people: list[Person]
    ceremony: Ceremony
    credentials: list[str] = field(default_factory=list)
    seeds: dict[int, str] = field(default_factory=dict)
    keys: dict[int, object] = field(default_factory=dict)

    @property
    def voting(self):
        return folds.caught_up(self.body).board.votings[self.ceremony.voting]

    @property
    def election(self):
        return election_of(self.voting, bytes_at)[0]

    @property
    def group(self):
        return ceremonies.group_of(folds.caught_up(self.body), self.ceremony)

    def ballot(self, voter: int, *numbers: int) -> bytes:
        """What a voter's booth would send."""
        return make_ballot(self.election, self.credentials[voter], [numbers], draw)

    def cast(self, voter: int, *numbers: int):
        return secret_votes.cast_ballot(self.body, "vote", self.ballot(voter, *numbers), at=self.now)


def body_of(voters: int, rule: dict, opening: dict, ballots: dict = BALLOTS) -> Held:
    """A body of so many in which a secret vote is being prepared."""
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
    group, number = held.group, ballots["number"]
    g = SecretPowers(group, group.g)
    if ballots.get("threshold", 0) in (0, number):
        for each in range(1, number + 1):
            secret = group.exponent(draw)
            public = g.of(secret)
            key = TrusteePublicKey(prove_knowledge(g, secret, pok_prefix(group, public), draw), public)
            ceremonies.hand_in(held.ceremony, held.people[each - 1], 1, encode(key).decode())
            held.keys[each] = secret
        return
    for each in range(1, number + 1):
        held.seeds[each] = rounds.make_seed(draw)
        text = rounds.make_certificate(group, held.seeds[each], draw)
        ceremonies.hand_in(held.ceremony, held.people[each - 1], 1, text.decode())
    certificates = [text.encode() for text in ceremonies.messages(held.ceremony, 1).values()]
    opened = rounds.open_ceremony(group, held.ceremony.uuid, ballots["threshold"], certificates)
    for each, seed in held.seeds.items():
        text = threshold.make_polynomial(opened, seed, draw)
        ceremonies.hand_in(held.ceremony, held.people[each - 1], 2, text.decode())
    texts = [text.encode() for text in ceremonies.messages(held.ceremony, 2).values()]
    polynomials = threshold.read_polynomials(opened, texts)
    for each, seed in held.seeds.items():
        text = threshold.make_verification_key(polynomials, seed, draw)
        ceremonies.hand_in(held.ceremony, held.people[each - 1], 3, text.decode())
        held.keys[each] = threshold.decryption_key(polynomials, seed)


def give_credentials(held: Held) -> None:
    """The authority makes one for each voter and hands in the public half."""
    group = held.group
    g = SecretPowers(group, group.g)
    held.credentials = [new_credential(draw) for _ in range(held.ceremony.voters)]
    public = {public_credential(g, held.ceremony.uuid, each): 1 for each in held.credentials}
    ceremonies.hand_in_credentials(held.ceremony, write_credentials(dict(sorted(public.items()))).decode())
    held.ceremony.refresh_from_db()


def opened(voters: int, rule: dict | None = None, opening: dict | None = None, ballots=BALLOTS) -> Held:
    """A secret vote that takes ballots."""
    held = body_of(voters, rule or {}, opening or {}, ballots)
    give_keys(held, ballots)
    give_credentials(held)
    ceremonies.open_vote(held.ceremony, at=held.now, by="desk")
    return held


def mix(held: Held, trustee: int) -> None:
    """A trustee mixes the papers as they are now."""
    election = held.election
    before = to_shuffle(election, tally_of(held.voting, election, bytes_at))
    shuffle = make_shuffle(election.group, election.fingerprint, election.y, before, draw)
    data = encode(shuffle)
    secret_votes.hand_in_shuffle(held.body, "vote", trustee, data, at=held.now, by="desk")


def open_part(held: Held, trustee: int) -> None:
    """A trustee opens their part."""
    election = held.election
    tally = tally_of(held.voting, election, bytes_at)
    g = SecretPowers(election.group, election.group.g)
    part = decrypt(election, g, tally, held.keys[trustee], draw)
    secret_votes.hand_in_decryption(held.body, "vote", trustee, encode(part), at=held.now, by="desk")
