"""What people do in their own browsers in a secret vote, for a rehearsal: keys, credentials, ballots, the count.

Secrets are given back to whoever rehearses, and kept nowhere else; what is handed in goes through the actions of the
node as it does from a page.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from gmpy2 import mpz

from symbiosis.actions import ceremonies, folds, secret_votes
from symbiosis.actions.attachments import bytes_at
from symbiosis.ballots import ceremony as rounds
from symbiosis.ballots import threshold
from symbiosis.ballots.ballot import make_ballot
from symbiosis.ballots.credentials import new_credential, public_credential, write_credentials
from symbiosis.ballots.decryption import decrypt
from symbiosis.ballots.groups import Group, SecretPowers
from symbiosis.ballots.proofs import pok_prefix, prove_knowledge
from symbiosis.ballots.questions import Added
from symbiosis.ballots.shuffles import make_shuffle
from symbiosis.ballots.tally import to_shuffle
from symbiosis.ballots.wire import TrusteePublicKey, encode
from symbiosis.core.charters import Ballots
from symbiosis.core.state import Voting
from symbiosis.store.models import Ceremony, Person
from symbiosis.verify.ballots import election_of, tally_of

draw = secrets.randbelow


def rule_of(ceremony: Ceremony) -> Ballots:
    """How many trustees there are, and how many are enough."""
    return ceremonies.stage_of(folds.caught_up(ceremony.body), ceremony.opening)[1]


def group_of(ceremony: Ceremony) -> Group:
    """The group of the election."""
    return ceremonies.group_of(folds.caught_up(ceremony.body), ceremony)


def make_key(ceremony: Ceremony, people: Sequence[Person]) -> dict[int, str]:
    """All rounds of all trustees; gives the secret of each by number, as their page would let them save it."""
    return (_by_threshold if ceremonies.is_threshold(rule_of(ceremony)) else _singles)(ceremony, people)


def _singles(ceremony: Ceremony, people: Sequence[Person]) -> dict[int, str]:
    group = group_of(ceremony)
    g = SecretPowers(group, group.g)
    kept = {}
    for number, person in enumerate(people, 1):
        secret = group.exponent(draw)
        public = g.of(secret)
        key = TrusteePublicKey(prove_knowledge(g, secret, pok_prefix(group, public), draw), public)
        ceremonies.hand_in(ceremony, person, 1, encode(key).decode())
        kept[number] = f'"{secret}"'
    return kept


def _by_threshold(ceremony: Ceremony, people: Sequence[Person]) -> dict[int, str]:
    group = group_of(ceremony)
    seeds = {number: rounds.make_seed(draw) for number in range(1, len(people) + 1)}
    for number, seed in seeds.items():
        text = rounds.make_certificate(group, seed, draw)
        ceremonies.hand_in(ceremony, people[number - 1], 1, text.decode())
    opened = ceremonies.opened_ceremony(ceremony, group, rule_of(ceremony))
    for number, seed in seeds.items():
        text = threshold.make_polynomial(opened, seed, draw)
        ceremonies.hand_in(ceremony, people[number - 1], 2, text.decode())
    polynomials = _polynomials(ceremony)
    for number, seed in seeds.items():
        text = threshold.make_verification_key(polynomials, seed, draw)
        ceremonies.hand_in(ceremony, people[number - 1], 3, text.decode())
    return seeds


def _polynomials(ceremony: Ceremony) -> threshold.Polynomials:
    opened = ceremonies.opened_ceremony(ceremony, group_of(ceremony), rule_of(ceremony))
    texts = [text.encode() for text in ceremonies.messages(ceremony, 2).values()]
    return threshold.read_polynomials(opened, texts)


def key_of(ceremony: Ceremony, secret: str) -> mpz:
    """A trustee's key for the count, from the secret that they kept."""
    if ceremonies.is_threshold(rule_of(ceremony)):
        return threshold.decryption_key(_polynomials(ceremony), secret)
    return mpz(secret.strip('"'))


def make_credentials(ceremony: Ceremony) -> list[str]:
    """The commission's part: one credential for each who may vote, whose public half is handed in."""
    group = group_of(ceremony)
    g = SecretPowers(group, group.g)
    made = [new_credential(draw) for _ in range(ceremony.voters)]
    public = sorted(public_credential(g, ceremony.uuid, each) for each in made)
    ceremonies.hand_in_credentials(ceremony, write_credentials(dict.fromkeys(public, 1)).decode())
    ceremony.refresh_from_db()
    return made


def held(ceremony: Ceremony) -> Voting:
    """The vote, once it is open."""
    return folds.caught_up(ceremony.body).board.votings[ceremony.voting]


def ballot(ceremony: Ceremony, credential: str, *numbers: int) -> bytes:
    """What a voter's booth would send for these marks."""
    election, _ = election_of(held(ceremony), bytes_at)
    return make_ballot(election, credential, [numbers], draw)


def numbers_of(ceremony: Ceremony, paper: str) -> list[int] | None:
    """The numbers of a ballot that says "yes" (a position), or "1 2 0" (a mark for each option); None for another."""
    question = ceremonies.question_of(folds.caught_up(ceremony.body), ceremony.opening)
    if isinstance(question, Added):
        if paper not in question.answers:
            return None
        return [int(each == paper) for each in question.answers]
    marks = paper.split()
    if len(marks) != len(question.answers) or not all(mark.isascii() and mark.isdecimal() for mark in marks):
        return None
    return [int(mark) for mark in marks]


def count(body: str, voting: str, kept: Mapping[int, str], *, at: int, by: str) -> None:
    """The ballot ends by a role, then as many trustees as are needed, the first of them, mix and open the count."""
    secret_votes.end_ballot(body, voting, at=at, by=by)
    ceremony = Ceremony.objects.get(body=body, voting=voting)
    rule, ballots = rule_of(ceremony), held(ceremony).ballots
    if ballots is None or not ballots.counted:
        return
    some = list(kept)[: ballots.enough]
    if ballots.shuffled:
        for trustee in some:
            mix(ceremony, trustee, at=at, by=rule.trustees)
    for trustee in some:
        open_part(ceremony, trustee, key_of(ceremony, kept[trustee]), at=at, by=rule.trustees)


def mix(ceremony: Ceremony, trustee: int, *, at: int, by: str) -> None:
    """A trustee mixes the papers as they are now."""
    election, _ = election_of(held(ceremony), bytes_at)
    before = to_shuffle(election, tally_of(held(ceremony), election, bytes_at))
    data = encode(make_shuffle(election.group, election.fingerprint, election.y, before, draw))
    secret_votes.hand_in_shuffle(ceremony.body, ceremony.voting, trustee, data, at=at, by=by)


def open_part(ceremony: Ceremony, trustee: int, key: mpz, *, at: int, by: str) -> None:
    """A trustee opens their part of the count."""
    election, _ = election_of(held(ceremony), bytes_at)
    tally = tally_of(held(ceremony), election, bytes_at)
    g = SecretPowers(election.group, election.group.g)
    data = encode(decrypt(election, g, tally, key, draw))
    secret_votes.hand_in_decryption(ceremony.body, ceremony.voting, trustee, data, at=at, by=by)
