"""Ballots that somebody tampered with (see `attacks`)."""

from __future__ import annotations

import re
from collections.abc import Callable

from gmpy2 import mpz

from symbiosis.ballots.credentials import public_credential
from symbiosis.ballots.wire import BallotText, decode
from tests.ballots.attacks import YES_NO, P, Q, attack, cast, done
from tests.ballots.making import Made, make
from tests.ballots.steps import signed_again


def with_ballot(change: Callable[[Made, bytes], bytes]) -> bytes:
    """One voter's ballot is changed before it is posted; the election is still under way."""
    made = cast((1, 1))
    made.post(change(made, made.ballot(0, [[1, 0]])))
    return made.archive.data


def in_answers(change: Callable[[bytes], bytes]) -> bytes:
    """A voter writes their answers otherwise, and signs that: nobody else could."""

    def resigned(made: Made, ballot: bytes) -> bytes:
        at, end = ballot.index(b'"answers":'), ballot.rindex(b',"signature":')
        return signed_again(made, 0, ballot[:at] + change(ballot[at:end]) + ballot[end:])

    return with_ballot(resigned)


@attack("BallotMalformed", accepted=True)
def leading_zeros() -> bytes:
    return in_answers(lambda text: text.replace(b'"alpha":"', b'"alpha":"0', 1))


@attack("BallotMalformed", accepted=True)
def a_plus_sign() -> bytes:
    return in_answers(lambda text: text.replace(b'"alpha":"', b'"alpha":"+', 1))


@attack("BallotMalformed", accepted=True)
def an_underscore() -> bytes:
    return in_answers(lambda text: re.sub(rb'"alpha":"([0-9])', rb'"alpha":"\1_', text, count=1))


@attack("BallotMalformed", accepted=True)
def a_hexadecimal_number() -> bytes:
    def change(text: bytes) -> bytes:
        start = text.index(b'"alpha":"') + 9
        end = text.index(b'"', start)
        return text[:start] + hex(int(text[start:end])).encode() + text[end:]

    return in_answers(change)


@attack("BallotMalformed", accepted=True)
def a_field_more() -> bytes:
    return in_answers(lambda text: text.replace(b'{"choices":', b'{"seen":"me","choices":', 1))


@attack("BallotMalformed", accepted=True)
def fields_in_another_order() -> bytes:
    def change(text: bytes) -> bytes:
        at = text.index(b'{"alpha":')
        end = text.index(b"}", at)
        alpha, beta = text[at + 1 : end].split(b",")
        return text[: at + 1] + beta + b"," + alpha + text[end:]

    return in_answers(change)


@attack("BallotMalformed", accepted=True)
def a_field_twice() -> bytes:
    return in_answers(lambda text: text.replace(b'{"alpha":"', b'{"alpha":"5","alpha":"', 1))


@attack("BallotMalformed")
def a_blank_in_between() -> bytes:
    return with_ballot(lambda made, ballot: ballot.replace(b",", b", ", 1))


@attack("BallotMalformed")
def a_line_end() -> bytes:
    return with_ballot(lambda made, ballot: ballot + b"\n")


@attack("BallotTooLarge")
def a_huge_ballot() -> bytes:
    return with_ballot(lambda made, ballot: ballot + b" " * 20_000)


@attack("BallotSignatureWrong", "BallotProofWrong")
def a_ballot_under_another_credential() -> bytes:
    """Copying another's vote without knowing it (Cortier, Smyth 2011)."""

    def copied(made: Made, ballot: bytes) -> bytes:
        return _under(made, 2, ballot)

    return with_ballot(copied)


@attack("BallotProofWrong")
def a_ballot_copied_and_signed() -> bytes:
    return with_ballot(lambda made, ballot: signed_again(made, 2, _under(made, 2, ballot)))


def _under(made: Made, voter: int, ballot: bytes) -> bytes:
    text = decode(ballot, BallotText)
    mine = public_credential(made.bases.g, made.election.uuid, list(made.credentials)[voter])
    return ballot.replace(str(text.credential).encode(), str(mine).encode())


@attack(
    "CredentialUnknown",
    "TallyWrong",
    "TallyCountWrong",
    "DecryptionWrong",
    "DecryptionMissing",
    "ResultWrong",
)
def a_ballot_of_a_stranger() -> bytes:
    """Someone without a right to vote, or a server that stuffs ballots, without the credential authority."""
    made = cast((0, 0), (1, 1))
    made.credentials = {**made.credentials, "abc-def-ghj-kmn-pqr": 1}
    made.cast(3, [[1, 0]])
    return done(made)


@attack("BallotNotInGroup", "BallotSignatureWrong")
def a_number_outside_the_group() -> bytes:
    return with_ballot(lambda made, ballot: _with_alpha(ballot, lambda alpha: P - alpha))


@attack("BallotNotInGroup")
def a_number_outside_the_group_signed() -> bytes:
    return with_ballot(
        lambda made, ballot: signed_again(made, 0, _with_alpha(ballot, lambda alpha: P - alpha))
    )


@attack("BallotNotInGroup")
def a_number_above_the_prime() -> bytes:
    return with_ballot(
        lambda made, ballot: signed_again(made, 0, _with_alpha(ballot, lambda alpha: alpha + P))
    )


def _with_alpha(ballot: bytes, change: Callable[[mpz], mpz]) -> bytes:
    start = ballot.index(b'"alpha":"') + 9
    end = ballot.index(b'"', start)
    return ballot[:start] + str(change(mpz(ballot[start:end].decode()))).encode() + ballot[end:]


@attack("BallotProofWrong")
def a_challenge_above_q() -> bytes:
    """The same proof with other numbers: another ballot that counts the same."""

    def change(made: Made, ballot: bytes) -> bytes:
        start = ballot.index(b'"challenge":"') + 13
        end = ballot.index(b'"', start)
        more = str(mpz(ballot[start:end].decode()) + Q).encode()
        return signed_again(made, 0, ballot[:start] + more + ballot[end:])

    return with_ballot(change)


@attack("BallotSignatureWrong")
def a_signature_of_another_ballot() -> bytes:
    def change(made: Made, ballot: bytes) -> bytes:
        other = made.ballot(0, [[0, 1]])
        return ballot[: ballot.rindex(b',"signature":')] + other[other.rindex(b',"signature":') :]

    return with_ballot(change)


@attack("BallotProofWrong")
def the_whole_proof_of_another_ballot() -> bytes:
    def change(made: Made, ballot: bytes) -> bytes:
        other = made.ballot(0, [[0, 1]])
        start, end = ballot.index(b'"overall_proof"'), ballot.rindex(b',"signature":')
        theirs = other[other.index(b'"overall_proof"') : other.rindex(b',"signature":')]
        return signed_again(made, 0, ballot[:start] + theirs + ballot[end:])

    return with_ballot(change)


@attack("BallotProofWrong")
def choices_exchanged() -> bytes:
    def change(made: Made, ballot: bytes) -> bytes:
        start = ballot.index(b'"choices":[') + 11
        end = ballot.index(b"]", start)
        first, second = ballot[start:end].split(b"},{")
        swapped = b"{" + second[:-1] + b"},{" + first[1:] + b"}"
        return signed_again(made, 0, ballot[:start] + swapped + ballot[end:])

    return with_ballot(change)


@attack("BallotOfAnotherElection")
def a_ballot_of_another_election() -> bytes:
    other = make([YES_NO], 3, "another")
    return with_ballot(lambda made, ballot: other.ballot(0, [[1, 0]]))


@attack("BallotMalformed")
def an_answer_left_out() -> bytes:
    def change(made: Made, ballot: bytes) -> bytes:
        start, end = ballot.index(b'"answers":[') + 11, ballot.rindex(b'],"signature":')
        return signed_again(made, 0, ballot[:start] + ballot[end:])

    return with_ballot(change)
