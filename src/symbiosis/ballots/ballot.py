"""A ballot: encrypted answers with their proofs, signed by a credential.

Whoever has the ballot's text can check that it belongs to this election, comes from someone entitled, and is one that
the questions allow; what it says nobody can read. Source: Belenios specification 2.0, 4.14 and 4.15.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gmpy2 import mpz
from msgspec import Raw

from symbiosis.ballots.answers import Answer, check_answer, check_shape, ciphertexts, make_answer
from symbiosis.ballots.challenges import sha256_base64, sha256_hex
from symbiosis.ballots.credentials import secret_exponent
from symbiosis.ballots.election import Election
from symbiosis.ballots.groups import Base, Draw, Powers, SecretPowers
from symbiosis.ballots.proofs import check_knowledge, prove_knowledge
from symbiosis.ballots.questions import Added, Shuffled
from symbiosis.ballots.questions import check_answer as check_values
from symbiosis.ballots.wire import (
    AnswerAdded,
    AnswerShuffled,
    BallotText,
    Signature,
    UnsignedBallot,
    decode,
    encode,
)
from symbiosis.errors import Refusal, Unsound


@dataclass(frozen=True)
class Ballot:
    """A ballot that was read; `data` is its text, `signed` the hash that its signature must be of."""

    data: bytes
    credential: mpz
    answers: tuple[Answer, ...]
    signature: Signature
    signed: str


@dataclass(frozen=True)
class Bases:
    """Powers of g and of an election's key y: tables for whoever checks, secret powers for whoever votes."""

    g: Base
    y: Base


def verifier_bases(election: Election, window: int = 8) -> Bases:
    """Tables for checking ballots. A wider window is worth its time where there are many."""
    group = election.group
    return Bases(Powers(group, group.g, window), Powers(group, election.y, window))


def voter_bases(election: Election) -> Bases:
    """Powers for making ballots; their time does not tell the choice."""
    return Bases(SecretPowers(election.group, election.group.g), SecretPowers(election.group, election.y))


def tracker(data: bytes) -> str:
    """What a voter looks for on the board: a hash of the ballot, 43 signs."""
    return sha256_base64(data)


def make_ballot(
    election: Election,
    credential: str,
    values: Sequence[Sequence[int]],
    draw: Draw,
    bases: Bases | None = None,
) -> bytes:
    """Encrypt and sign a voter's answers.

    `values` has the numbers of each question: 0 or 1 for each answer where they are added up (before them 0 or 1
    for the blank vote if it is offered), 0 to 255 for each answer where they are shuffled. Raises Refusal for what
    the questions do not allow.
    """
    bases = bases or voter_bases(election)
    group = election.group
    if len(values) != len(election.questions):
        raise Refusal("AnswerNotAllowed", answers=len(election.questions))
    for question, numbers in zip(election.questions, values, strict=True):
        check_values(question, numbers)
    secret = secret_exponent(group, election.uuid, credential)
    public = bases.g.of(secret)
    about = f"{election.fingerprint}|{public}"
    answers = tuple(
        Raw(encode(make_answer(bases.g, bases.y, question, numbers, about, draw)))
        for question, numbers in zip(election.questions, values, strict=True)
    )
    hashed = sha256_base64(encode(UnsignedBallot(election.uuid, election.fingerprint, public, answers)))
    proof = prove_knowledge(bases.g, secret, f"sig|{hashed}|", draw)
    return encode(BallotText(election.uuid, election.fingerprint, public, answers, Signature(hashed, proof)))


def largest_ballot(election: Election) -> int:
    """No honest ballot of this election has more bytes than this."""
    element, exponent = len(str(election.group.p)), len(str(election.group.q))
    ciphertext, proof = 2 * element + 30, 2 * exponent + 40
    size = 500 + element + proof
    for question in election.questions:
        size += 200
        if isinstance(question, Shuffled):
            size += ciphertext + proof
        else:
            parts = question.choices
            spans = question.maximum - question.minimum + 2
            size += parts * (ciphertext + 2 * proof + 4) + (spans + 2) * proof
    return size


def read_ballot(election: Election, data: bytes) -> Ballot:
    """Read a ballot of this election. Raises Refusal: BallotTooLarge, BallotMalformed, BallotOfAnotherElection."""
    most = largest_ballot(election)
    if len(data) > most:
        raise Refusal("BallotTooLarge", size=len(data), most=most)
    try:
        text = decode(data, BallotText)
        if text.election_hash != election.fingerprint or text.election_uuid != election.uuid:
            raise Refusal("BallotOfAnotherElection")
        if len(text.answers) != len(election.questions):
            raise Unsound("another number of answers than of questions")
        answers: list[Answer] = []
        for question, raw in zip(election.questions, text.answers, strict=True):
            added = isinstance(question, Added)
            answer: Answer = decode(raw, AnswerAdded) if added else decode(raw, AnswerShuffled)
            check_shape(question, answer)
            answers.append(answer)
    except Unsound as error:
        raise Refusal("BallotMalformed", problem=error.sentence) from None
    unsigned = UnsignedBallot(text.election_uuid, text.election_hash, text.credential, text.answers)
    return Ballot(data, text.credential, tuple(answers), text.signature, sha256_base64(encode(unsigned)))


def elements(ballot: Ballot) -> list[mpz]:
    """Every number of a ballot that must be an element of the group; the credential is looked up in the list."""
    found = []
    for answer in ballot.answers:
        for each in ciphertexts(answer):
            found += [each.alpha, each.beta]
    return found


def check_signature(ballot: Ballot, g: Base) -> None:
    """The ballot was signed by its credential, as it stands. Raises Refusal BallotSignatureWrong."""
    if ballot.signature.hash != ballot.signed:
        raise Refusal("BallotSignatureWrong")
    try:
        check_knowledge(g, ballot.credential, ballot.signature.proof, f"sig|{ballot.signed}|")
    except Unsound:
        raise Refusal("BallotSignatureWrong") from None


def wrong_answers(election: Election, ballot: Ballot, bases: Bases) -> Iterator[int]:
    """The questions (from 1) whose answer is not proven to be allowed; all numbers must be elements already."""
    about = f"{election.fingerprint}|{ballot.credential}"
    for at, (question, answer) in enumerate(zip(election.questions, ballot.answers, strict=True)):
        try:
            check_answer(bases.g, bases.y, question, answer, about)
        except Unsound:
            yield at + 1


def check_ballot(
    election: Election,
    credentials: Mapping[str, int],
    data: bytes,
    seen: Container[str],
    bases: Bases | None = None,
) -> Ballot:
    """Judge a ballot when it is cast, before anybody promises to count it.

    `credentials` are the public credentials with their weights (`credentials.read_credentials`), `seen` the SHA-256
    (hexadecimal) of every ballot that was ever accepted, also of those that later ones replaced: nobody brings an old
    one back. Whether it comes in time the caller knows. Raises Refusal: BallotTooLarge, BallotMalformed,
    BallotOfAnotherElection, CredentialUnknown, BallotReplayed, BallotNotInGroup, BallotSignatureWrong,
    BallotProofWrong.
    """
    ballot = read_ballot(election, data)
    if str(ballot.credential) not in credentials:
        raise Refusal("CredentialUnknown")
    if sha256_hex(data) in seen:
        raise Refusal("BallotReplayed")
    if not all(election.group.contains(number) for number in elements(ballot)):
        raise Refusal("BallotNotInGroup")
    bases = bases or verifier_bases(election)
    check_signature(ballot, bases.g)
    for question in wrong_answers(election, ballot, bases):
        raise Refusal("BallotProofWrong", question=question)
    return ballot
