"""Elections that somebody tampered with: what our audit must find in each, and whether belenios-tool 2.0 accepts it.

`../shared/facts/belenios.md`, part 5, and the literature that it names. Each is the same at every run, and kept in
`tests/vectors/ballots/attacks/`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from symbiosis.ballots.archive import Archive
from symbiosis.ballots.ballot import read_ballot
from symbiosis.ballots.groups import BELENIOS_2048
from symbiosis.ballots.questions import Added, Shuffled
from symbiosis.ballots.tally import tally_ballots, write_sized, write_tally
from symbiosis.ballots.wire import SizedTally
from tests.ballots.making import TIME, Made, make
from tests.ballots.steps import Step, archive_of, changed, places, steps_of

YES_NO = Added("Do we?", ("yes", "no"), 1, 1)
RANKED = Shuffled("In what order?", ("a", "b", "c"))
P, Q = BELENIOS_2048.p, BELENIOS_2048.q


@dataclass(frozen=True)
class Attack:
    """How it is made, what is found (codes of defects, all of them), whether belenios-tool accepts it."""

    make: Callable[[], bytes]
    found: frozenset[str]
    accepted: bool


ATTACKS: dict[str, Attack] = {}
NOT_OF_THE_TALLY = ("DecryptionWrong", "DecryptionMissing", "ResultWrong")
"""What is found besides where trustees opened another tally than that of the ballots."""


def attack(*found: str, accepted: bool = False) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Put an attack into the table under its name."""

    def put(make_it: Callable[[], bytes]) -> Callable[[], bytes]:
        ATTACKS[make_it.__name__] = Attack(make_it, frozenset(found), accepted)
        return make_it

    return put


def cast(*votes: tuple[int, int], voters: int = 3, trustees: int = 2) -> Made:
    """An election with ballots: (voter, 0 for yes or 1 for no)."""
    made = make([YES_NO], voters, "attacks", trustees=trustees)
    for voter, choice in votes:
        made.cast(voter, [[1 - choice, choice]])
    return made


def done(made: Made) -> bytes:
    """Close and open it as it should be."""
    made.close()
    made.open(range(1, len(made.trustees.keys()) + 1))
    return made.archive.data


def sound() -> bytes:
    """Three ballots, one of them a revote; nothing is wrong with it."""
    return done(cast((0, 0), (1, 1), (0, 1)))


# The course of the election.


@attack(
    "EventOutOfOrder",
    "TallyWrong",
    "TallyCountWrong",
    "DecryptionWrong",
    "DecryptionMissing",
    "ResultWrong",
    accepted=True,
)
def hidden_ballots() -> bytes:
    """Ballots before a second series of ballots: the tool overlooks them, and the result is of the last one."""
    made = cast((0, 0), (1, 0), (2, 0))
    made.archive.add_event("EndBallots")
    made.ballots = []
    made.cast(0, [[0, 1]])
    return done(made)


@attack(
    "EventOutOfOrder",
    "TallyWrong",
    "TallyCountWrong",
    "DecryptionWrong",
    "DecryptionMissing",
    "ResultWrong",
    accepted=True,
)
def ballot_after_the_tally() -> bytes:
    made = cast((0, 0), (1, 0))
    made.close()
    made.ballots = []
    made.cast(2, [[0, 1]])
    total = tally_ballots(made.election, made.weights, [read_ballot(made.election, made.ballots[0])])
    made.tally, made.total = total.tally(), total
    made.open([1, 2])
    return made.archive.data


@attack("EventOutOfOrder", accepted=True)
def no_end_of_ballots() -> bytes:
    return archive_of(step for step in steps_of(sound()) if step.kind != "EndBallots")


@attack("EventOutOfOrder", "TallyMissing", accepted=True)
def no_tally() -> bytes:
    return archive_of(step for step in steps_of(sound()) if step.kind != "EncryptedTally")


@attack("TallyWrong", accepted=True)
def another_tally() -> bytes:
    other = steps_of(done(cast((0, 0), (1, 0), (2, 0))))
    text = other[places(other, "EncryptedTally")[0]].texts[0]
    return archive_of(changed(steps_of(sound()), "EncryptedTally", lambda _: text))


@attack("TallyCountWrong", accepted=True)
def another_number_of_ballots() -> bytes:
    steps = steps_of(sound())
    at = places(steps, "EncryptedTally")[0]
    steps[at] = replace(steps[at], sized=SizedTally(3, 3, ""))
    return archive_of(steps)


@attack("EventOutOfOrder", "ResultWrong", accepted=True)
def two_results() -> bytes:
    steps = steps_of(sound())
    return archive_of([*steps[:-1], Step("Result", (b'{"result":[[7,7]]}',)), steps[-1]])


@attack("BallotReplayed", accepted=True)
def an_older_ballot_again() -> bytes:
    """The server brings back a ballot that its voter had replaced."""
    made = cast((0, 0), (1, 1))
    first = made.ballots[0]
    made.cast(0, [[0, 1]])
    made.post(first)
    return done(made)


@attack("RecordUnreferenced")
def a_record_that_nobody_brings() -> bytes:
    steps = steps_of(sound())
    archive = Archive(TIME)
    archive.set_up(*steps[0].texts)
    archive.add_data(b'{"note":"for those who know"}')
    return archive.data + archive_of(steps)[len(archive_of(steps[:1])) :]


@attack("EventChainBroken")
def another_parent() -> bytes:
    data = sound()
    steps = steps_of(data)
    begun = archive_of(steps[:2])
    return begun + archive_of([steps[0], *steps[2:]])[len(archive_of(steps[:1])) :]


@attack("EventOutOfOrder", accepted=True)
def shuffles_where_nothing_is_shuffled() -> bytes:
    steps = steps_of(sound())
    at = places(steps, "PartialDecryption")[0]
    return archive_of([*steps[:at], Step("EndShuffles"), *steps[at:]])


# The opening.


@attack("ResultWrong")
def another_result() -> bytes:
    return archive_of(changed(steps_of(sound()), "Result", lambda _: b'{"result":[[1,1]]}'))


@attack("TallyWrong", "DecryptionWrong", "DecryptionMissing", "ResultWrong")
def the_first_ballot_counts() -> bytes:
    """A tally of the ballots that voters had replaced, decrypted as it is."""
    made = cast((0, 0), (1, 1), (0, 1))
    made.archive.add_event("EndBallots")
    read = [read_ballot(made.election, each) for each in made.ballots[:2]]
    made.total = tally_ballots(made.election, made.weights, read)
    made.tally = made.total.tally()
    name = made.archive.add_data(write_tally(made.tally))
    made.archive.add_event("EncryptedTally", made.archive.add_data(write_sized(made.total, name)))
    made.open([1, 2])
    return made.archive.data


@attack("DecryptionMissing", "ResultWrong")
def a_trustee_is_left_out() -> bytes:
    steps = steps_of(sound())
    del steps[places(steps, "PartialDecryption")[1]]
    return archive_of(steps)


@attack("OwnerTwice", "DecryptionWrong", "DecryptionMissing", "ResultWrong")
def one_trustee_for_two() -> bytes:
    """Trustee 1 decrypts twice, once as it should be and once with another's key."""
    made = cast((0, 0), (1, 1), (0, 1))
    made.close()
    made.archive.bring_owned("PartialDecryption", 1, made.part(1))
    made.archive.bring_owned("PartialDecryption", 1, made.part(2))
    made.archive.bring("Result", b'{"result":[[0,2]]}')
    return made.archive.data


@attack("OwnerUnknown", "DecryptionMissing", "ResultWrong")
def a_trustee_who_is_none() -> bytes:
    steps = steps_of(sound())
    second = places(steps, "PartialDecryption")[1]
    steps[second] = replace(steps[second], owner=3)
    return archive_of(steps)
