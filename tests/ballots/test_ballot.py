"""A ballot when it is cast: what it may say, what is refused and by which name."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from symbiosis.ballots.ballot import check_ballot, largest_ballot, make_ballot, read_ballot, tracker
from symbiosis.ballots.challenges import sha256_hex
from symbiosis.ballots.credentials import BASE58, check_credential, new_credential
from symbiosis.ballots.election import group_for
from symbiosis.ballots.groups import BELENIOS_2048, RFC_3526_2048
from symbiosis.ballots.questions import Added, Shuffled
from symbiosis.errors import Refusal
from tests.ballots.attacks import YES_NO, P, Q
from tests.ballots.making import Made, make, some_values
from tests.ballots.steps import signed_again

SOME = Added("Which?", ("a", "b", "c"), 1, 2, True)
RANKED = Shuffled("In what order?", ("a", "b", "c"))


def refused(made: Made, data: bytes, seen: frozenset[str] = frozenset()) -> str:
    with pytest.raises(Refusal) as refusal:
        check_ballot(made.election, made.weights, data, seen, made.bases)
    return refusal.value.code


def number_changed(ballot: bytes, field: bytes, change: Callable[[int], int]) -> bytes:
    start = ballot.index(b'"' + field + b'":"') + len(field) + 4
    end = ballot.index(b'"', start)
    return ballot[:start] + str(change(int(ballot[start:end]))).encode() + ballot[end:]


@pytest.fixture(scope="module")
def made() -> Made:
    return make([YES_NO], 2, "ballots")


def test_a_ballot_is_accepted_once(made: Made) -> None:
    data = made.ballot(0, [[1, 0]])
    ballot = check_ballot(made.election, made.weights, data, frozenset())
    assert ballot.data == data
    assert refused(made, data, frozenset([sha256_hex(data)])) == "BallotReplayed"
    assert len(tracker(data)) == 43


@pytest.mark.parametrize(
    "questions", [[SOME], [SOME, YES_NO], [RANKED], [RANKED, Added("?", ("a",), 0, 1, True)]]
)
def test_whatever_is_allowed_is_accepted_and_has_room(questions: list) -> None:
    made = make(questions, 1, "allowed")
    for _ in range(3):
        data = made.ballot(0, some_values(questions, made.draw))
        check_ballot(made.election, made.weights, data, frozenset(), made.bases)
        assert len(data) <= largest_ballot(made.election) < 2 * len(data)


def test_ballots_of_the_same_choice_differ(made: Made) -> None:
    one, other = (read_ballot(made.election, made.ballot(0, [[1, 0]])) for _ in range(2))
    assert one.answers != other.answers


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("BallotMalformed", lambda data: data + b"\n"),
        ("BallotMalformed", lambda data: data.replace(b'"alpha":"', b'"alpha":"0', 1)),
        ("BallotMalformed", lambda data: data.replace(b'"alpha":"', b'"alpha":"-', 1)),
        ("BallotMalformed", lambda data: data.replace(b'"answers":[', b'"answers":[[],', 1)),
        ("BallotMalformed", lambda data: b"[" * 3000),
        ("BallotMalformed", lambda data: b""),
        ("BallotMalformed", lambda data: b"\xff\xfe" + data),
        ("BallotMalformed", lambda data: data.replace(b'"alpha":"', b'"alpha":"' + b"9" * 1000, 1)),
        ("BallotTooLarge", lambda data: data + b" " * 10**6),
        (
            "BallotOfAnotherElection",
            lambda data: data.replace(b'"election_hash":"', b'"election_hash":"x', 1),
        ),
        (
            "BallotOfAnotherElection",
            lambda data: data.replace(b'"election_uuid":"', b'"election_uuid":"x', 1),
        ),
        ("CredentialUnknown", lambda data: number_changed(data, b"credential", lambda number: number + 1)),
        ("BallotNotInGroup", lambda data: number_changed(data, b"alpha", lambda number: int(P) - number)),
        ("BallotNotInGroup", lambda data: number_changed(data, b"beta", lambda number: 0)),
        ("BallotNotInGroup", lambda data: number_changed(data, b"beta", lambda number: number + int(P))),
        ("BallotSignatureWrong", lambda data: data.replace(b'"hash":"', b'"hash":"x', 1)),
        ("BallotSignatureWrong", lambda data: number_changed(data, b"challenge", lambda number: number ^ 1)),
    ],
)
def test_a_ballot_is_refused_by_name(made: Made, code: str, change: Callable[[bytes], bytes]) -> None:
    assert refused(made, change(made.ballot(0, [[1, 0]]))) == code


@pytest.mark.parametrize("field", [b"challenge", b"response"])
@pytest.mark.parametrize(
    "change", [lambda number: number ^ 1, lambda number: number + int(Q), lambda number: 0]
)
def test_a_proof_that_does_not_hold_is_refused_though_signed(
    made: Made, field: bytes, change: Callable[[int], int]
) -> None:
    data = number_changed(made.ballot(0, [[1, 0]]), field, change)
    assert refused(made, signed_again(made, 0, data)) == "BallotProofWrong"


@pytest.mark.parametrize("group", [BELENIOS_2048, RFC_3526_2048])
@pytest.mark.parametrize("place", range(1, 12))
def test_each_number_of_each_proof_matters(group: object, place: int) -> None:
    """Also where one power is computed from the others: a blank vote has all kinds of proofs."""
    made = make([Added("?", ("a",), 0, 1, True)], 1, "each", group=group)  # type: ignore[arg-type]
    data = made.ballot(0, [[0, 1]])
    field = b'"response":"' if place % 2 else b'"challenge":"'
    at = -1
    for _ in range(place // 2 + 1):
        at = data.index(field, at + 1)
    changed = data[:at] + number_changed(data[at:], field[1:-3], lambda number: number ^ 1)
    if data.rindex(b',"signature":') < at:
        assert refused(made, changed) == "BallotSignatureWrong"
    else:
        assert refused(made, signed_again(made, 0, changed)) == "BallotProofWrong"


@pytest.mark.parametrize(
    ("questions", "values", "code"),
    [
        ([YES_NO], [[1, 1]], "TooFewOrTooMany"),
        ([YES_NO], [[0, 0]], "TooFewOrTooMany"),
        ([YES_NO], [[2, 0]], "AnswerNotAllowed"),
        ([YES_NO], [[1]], "AnswerNotAllowed"),
        ([YES_NO], [], "AnswerNotAllowed"),
        ([SOME], [[1, 1, 0, 0]], "BlankWithMarks"),
        ([SOME], [[0, 0, 0, 0]], "TooFewOrTooMany"),
        ([RANKED], [[1, 2]], "AnswerNotAllowed"),
        ([RANKED], [[1, 2, 256]], "AnswerNotAllowed"),
        ([RANKED], [[1, 2, -1]], "AnswerNotAllowed"),
    ],
)
def test_what_a_question_does_not_allow_is_not_encrypted(questions: list, values: list, code: str) -> None:
    made = make(questions, 1, "refused")
    with pytest.raises(Refusal) as refusal:
        made.ballot(0, values)
    assert refusal.value.code == code


def test_nobody_proves_what_is_not_so() -> None:
    """A prover who leaves out the rules of the question makes a ballot that is refused."""
    made = make([YES_NO], 1, "lies")
    loose = make([Added("Do we?", ("yes", "no"), 0, 2)], 1, "lies")
    assert loose.election.y == made.election.y
    for values in ([[1, 1]], [[0, 0]]):
        data = loose.ballot(0, values).replace(
            loose.election.fingerprint.encode(), made.election.fingerprint.encode()
        )
        assert refused(made, signed_again(made, 0, data)) in ("BallotMalformed", "BallotProofWrong")


def test_a_credential_mistyped_is_noticed() -> None:
    draw = random.Random("credentials").randrange
    credential = new_credential(draw)
    assert check_credential(f" {credential}\n") == credential
    unnoticed = 0
    for at, sign in enumerate(credential):
        for other in BASE58 if sign != "-" else "":
            slip = credential[:at] + other + credential[at + 1 :]
            # The checksum is modulo 53, and there are 58 signs: a few pairs of signs are alike to it.
            if abs(BASE58.index(sign) - BASE58.index(other)) in (0, 53) and at != 18:
                unnoticed += other != sign
                assert check_credential(slip) == slip
            elif other != sign:
                with pytest.raises(Refusal, match="CredentialMistyped"):
                    check_credential(slip)
    assert unnoticed <= 14
    for wrong in ("", credential[:-1], credential.replace("-", ""), credential.lower() + "l"):
        with pytest.raises(Refusal, match="CredentialMistyped"):
            check_credential(wrong)


def test_credentials_are_drawn_from_the_whole_alphabet() -> None:
    draw = random.Random("alphabet").randrange
    seen = "".join(new_credential(draw) for _ in range(200))
    assert set(seen) == set(BASE58) | {"-"}


def test_the_voters_own_arithmetic_makes_the_same_kind_of_ballot(made: Made) -> None:
    """Without tables, with powers whose time does not tell the choice."""
    data = make_ballot(made.election, list(made.credentials)[1], [[0, 1]], random.Random(1).randrange)
    check_ballot(made.election, made.weights, data, frozenset(), made.bases)


def test_the_group_follows_from_the_questions() -> None:
    assert group_for((YES_NO, SOME)) is BELENIOS_2048
    assert group_for((YES_NO, RANKED)) is RFC_3526_2048
