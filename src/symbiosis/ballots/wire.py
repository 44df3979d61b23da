"""The JSON of an election, read strictly: one value has one spelling.

Whoever reads writes the value again and compares every byte, so another order of fields, a blank, a double key, a
number with leading zeros or a field that nobody expects is `Unsound`. belenios-tool 2.0 lets much of that pass inside
of answers, where it can carry things that nobody sees. Large numbers are text in base 10. Source: Belenios
specification 2.0, section 4; the order of fields is that of its structures.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

import msgspec
from gmpy2 import mpz
from msgspec import UNSET, Raw, UnsetType

from symbiosis.errors import Unsound

MAX_DIGITS: Final = 640
"""Digits of the longest number: an element of 2,048 bits has at most 617. Longer ones are not even read."""
SMALL: Final = 2**30
"""From here on a weight or a count is written as text, as the tool's language has no larger small numbers."""

_CONTROL: Final = re.compile(rb"(?<!\\)(?:\\\\)*\\u")
"""An escape of a control character, and not a backslash before the letter u."""

Structure = TypeVar("Structure", bound="Written")


class Written(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Anything that has a spelling: fields in the order in which they are written.

    A field of type mpz is written as text in base 10. Never put an int there: it would be written as a JSON number.
    """


class Ciphertext(Written, frozen=True):
    """What a voter encrypted: (g^r, y^r times the message), for the key y of the election."""

    alpha: mpz
    beta: mpz


class Proof(Written, frozen=True):
    """That somebody knows a secret, without telling it."""

    challenge: mpz
    response: mpz


class TrusteePublicKey(Written, frozen=True):
    """A trustee's key g^x with the proof that its x is known (which stops keys made from those of others)."""

    pok: Proof
    public_key: mpz
    name: str | UnsetType = UNSET


class SignedMessage(Written, frozen=True):
    """A trustee's word to the others in a key ceremony: JSON as text, signed by the key of their certificate."""

    message: str
    signature: Proof


class CertKeys(Written, frozen=True):
    """The two keys in a certificate: for what this trustee signs, and for what is encrypted to them."""

    verification: mpz
    encryption: mpz


class RawCoefexps(Written, frozen=True):
    """Commitments to a trustee's polynomial: g to the power of each coefficient, the constant first."""

    coefexps: tuple[mpz, ...]


class ThresholdParameters(Written, frozen=True):
    """Trustees of whom `threshold` are enough. All four lists are in the order of the trustees."""

    threshold: int
    certs: tuple[SignedMessage, ...]
    coefexps: tuple[SignedMessage, ...]
    verification_keys: tuple[TrusteePublicKey, ...]


class ElectionText(Written, frozen=True):
    """election.json. Questions are read by `questions.py`."""

    version: int
    description: str
    name: str
    group: str
    public_key: mpz
    questions: tuple[Raw, ...]
    uuid: str
    administrator: str | UnsetType = UNSET
    credential_authority: str | UnsetType = UNSET


class SetupData(Written, frozen=True):
    """What the first event points at: three records by their SHA-256."""

    election: str
    trustees: str
    credentials: str


class Signature(Written, frozen=True):
    """A voter's signature; `hash` is that of the ballot without it."""

    hash: str
    proof: Proof


class BallotText(Written, frozen=True):
    """A ballot. Answers are read by the kind of their question."""

    election_uuid: str
    election_hash: str
    credential: mpz
    answers: tuple[Raw, ...]
    signature: Signature


class UnsignedBallot(Written, frozen=True):
    """What a voter signs the hash of."""

    election_uuid: str
    election_hash: str
    credential: mpz
    answers: tuple[Raw, ...]


class AnswerAdded(Written, frozen=True):
    """An answer to a question whose answers are added up while encrypted (homomorphic)."""

    choices: tuple[Ciphertext, ...]
    individual_proofs: tuple[tuple[Proof, Proof], ...]
    overall_proof: tuple[Proof, ...]
    blank_proof: tuple[Proof, Proof] | UnsetType = UNSET


class AnswerShuffled(Written, frozen=True):
    """An answer that is opened one by one after shuffles (non-homomorphic)."""

    choices: Ciphertext
    proof: Proof


class SizedTally(Written, frozen=True):
    """How many ballots were tallied, of what weight in all, and the record with the tally."""

    num_tallied: int
    total_weight: int | str
    encrypted_tally: str


class Owned(Written, frozen=True):
    """Which trustee (from 1, in the order of the trustees) did the shuffle or decryption in a record."""

    owner: int
    payload: str


class PartialDecryption(Written, frozen=True):
    """A trustee's share of the decryption: alpha^x for each ciphertext, and a proof for each."""

    decryption_factors: tuple[tuple[mpz, ...], ...]
    decryption_proofs: tuple[tuple[Proof, ...], ...]


CommitmentRand = tuple[mpz, mpz, mpz, tuple[mpz, mpz], tuple[mpz, ...]]
"""(t1, t2, t3, (t41, t42), t_hat); t41 belongs to beta and t42 to alpha."""
Responses = tuple[mpz, mpz, mpz, mpz, tuple[mpz, ...], tuple[mpz, ...]]
"""(s1, s2, s3, s4, s_hat, s')."""
ShuffleProof = tuple[CommitmentRand, Responses, tuple[mpz, ...], tuple[mpz, ...]]
"""(t, s, c, c_hat) of CHVote 1.3.2."""


class Shuffle(Written, frozen=True):
    """The ciphertexts of each shuffled question in a new order, encrypted anew, with the proof of it."""

    ciphertexts: tuple[tuple[Ciphertext, ...], ...]
    proofs: tuple[ShuffleProof, ...]


class ResultText(Written, frozen=True):
    """The result: for each question counts (added up) or the list of answers (shuffled)."""

    result: tuple[tuple[int | str | tuple[int, ...], ...], ...]


class Event(Written, frozen=True):
    """One step of an election: a link of a chain of hashes. The first has no parent."""

    height: int
    type: str
    payload: str | UnsetType = UNSET


class NextEvent(Written, frozen=True):
    """Every event but the first."""

    parent: str
    height: int
    type: str
    payload: str | UnsetType = UNSET


class Header(Written, frozen=True):
    """The first record of an archive; the time is in seconds since 1970, as text."""

    version: int
    timestamp: str


def _read_special(kind: type, value: Any) -> Any:
    if kind is mpz and type(value) is str:
        if len(value) > MAX_DIGITS:
            raise ValueError(f"a number of {len(value)} digits")
        return mpz(value, 10)
    raise ValueError(f"{kind.__name__} is expected")


def _write_special(value: Any) -> Any:
    if type(value) is mpz:
        return str(value)
    raise Unsound(f"a value of type {type(value).__name__} has no spelling")


_encoder = msgspec.json.Encoder(enc_hook=_write_special)
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def encode(value: Any) -> bytes:
    """Write a structure of this file, or lists of them, in its one spelling."""
    return _encoder.encode(value)


def decode(data: bytes | Raw, kind: type[Structure], where: str = "") -> Structure:
    """Read a structure of this file from bytes that must be its one spelling.

    Raises Unsound for everything else, also for numbers below zero and control characters in texts.
    """
    value: Structure = decode_as(data, kind, where)
    return value


def decode_as(data: bytes | Raw, kind: Any, where: str = "") -> Any:
    """Read any value made of these structures, lists, texts and numbers; as `decode`."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind, dec_hook=_read_special)
    data = bytes(data)
    try:
        value = decoder.decode(data)
        again = _encoder.encode(value)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Unsound(f"not as it must be written: {error}"[:300], where) from None
    if again != data:
        raise Unsound("the same value is spelled differently", where)
    if b'"-' in data and _has_negative(value):
        raise Unsound("a number below zero", where)
    if b"\x7f" in data or (b"\\u" in data and _CONTROL.search(data)):
        raise Unsound("a control character in a text", where)
    return value


def _has_negative(value: Any) -> bool:
    """Walk a value for numbers below zero; a text that begins with a minus sign is none."""
    if isinstance(value, Written):
        return any(_has_negative(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, (tuple, list)):
        return any(map(_has_negative, value))
    return type(value) is mpz and value < 0


def read_weight(value: int | str, where: str = "") -> int:
    """A weight or a count, written as a number below 2^30 and as text from there on. Raises Unsound."""
    if type(value) is int and 0 <= value < SMALL:
        return value
    if type(value) is str and value.isascii() and value.isdecimal() and len(value) <= 20:
        number = int(value)
        if number >= SMALL and str(number) == value:
            return number
    raise Unsound(f"not a count: {str(value)[:40]}", where)


def write_weight(number: int) -> int | str:
    """The spelling of a weight or a count."""
    return number if number < SMALL else str(number)


def is_sha256_hex(text: str) -> bool:
    """Tell whether a text can be the name of a record: 64 small hexadecimal digits."""
    return len(text) == 64 and all(letter in "0123456789abcdef" for letter in text)
