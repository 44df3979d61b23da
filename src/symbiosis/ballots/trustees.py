"""Who can open the tally: trustees that are all needed, and groups of trustees of whom some are enough.

The key of the election is the product of the keys of all items. An item is a single trustee, or a group with a
threshold (Pedersen) that made its key together. What a private ceremony says between trustees is not here: only what
everyone can check of it. Source: Belenios specification 2.0, 4.5 to 4.7.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from gmpy2 import mpz, powmod
from msgspec import Raw

from symbiosis.ballots.ceremony import read_certificates, read_coefexps, trustee
from symbiosis.ballots.groups import Base, Group
from symbiosis.ballots.proofs import check_knowledge, pok_prefix
from symbiosis.ballots.wire import (
    RawCoefexps,
    ThresholdParameters,
    TrusteePublicKey,
    decode,
    decode_as,
    encode,
)
from symbiosis.errors import Unsound

MAX_TRUSTEES: Final = 100

Checked = TypeVar("Checked")

Item = TrusteePublicKey | ThresholdParameters
"""A single trustee, or a group with a threshold."""


@dataclass(frozen=True)
class Trustees:
    """All who hold a part of the key, in their order: a trustee's number counts from 1 through all items."""

    items: tuple[Item, ...]

    def keys(self) -> list[mpz]:
        """The public key of each trustee; the first belongs to trustee 1."""
        keys = []
        for item in self.items:
            members = [item] if isinstance(item, TrusteePublicKey) else item.verification_keys
            keys += [member.public_key for member in members]
        return keys

    def numbered(self) -> list[tuple[Item, range]]:
        """Each item with the numbers of its trustees."""
        numbered: list[tuple[Item, range]] = []
        first = 1
        for item in self.items:
            size = 1 if isinstance(item, TrusteePublicKey) else len(item.verification_keys)
            numbered.append((item, range(first, first + size)))
            first += size
        return numbered


def read_trustees(data: bytes) -> Trustees:
    """Read trustees.json. Raises Unsound for another spelling; says nothing about proofs."""
    items: list[Item] = []
    for at, (kind, raw) in enumerate(decode_as(data, list[tuple[str, Raw]], "trustees")):
        where = f"trustees {at + 1}"
        if kind == "Single":
            items.append(decode(raw, TrusteePublicKey, where))
        elif kind == "Pedersen":
            items.append(decode(raw, ThresholdParameters, where))
        else:
            raise Unsound(f"a trustee of an unknown kind: {kind[:40]}", where)
    trustees = Trustees(tuple(items))
    if not 1 <= len(trustees.keys()) <= MAX_TRUSTEES:
        raise Unsound(f"an election has 1 to {MAX_TRUSTEES} trustees", "trustees")
    return trustees


def write_trustees(trustees: Trustees) -> bytes:
    """The one spelling of trustees.json."""
    written: list[tuple[str, Any]] = [
        ("Single" if isinstance(item, TrusteePublicKey) else "Pedersen", item) for item in trustees.items
    ]
    return encode(written)


def election_key(group: Group, trustees: Trustees) -> mpz:
    """The key that ballots are encrypted for: the product of the keys of all items."""
    product = mpz(1)
    for item in trustees.items:
        if isinstance(item, TrusteePublicKey):
            product = product * item.public_key % group.p
        else:
            for committed in _commitments(item):
                product = product * committed[0] % group.p
    return product


def check_trustee(g: Base, trustee: TrusteePublicKey, where: str = "") -> None:
    """A trustee's key is an element, and the trustee knows its secret. Raises Unsound."""
    if not g.group.contains(trustee.public_key):
        raise Unsound("a trustee's key is not in the group", where)
    prefix = pok_prefix(g.group, trustee.public_key)
    _at(where, check_knowledge, g, trustee.public_key, trustee.pok, prefix)


def check_threshold(g: Base, parameters: ThresholdParameters, where: str = "") -> None:
    """The public part of a key ceremony holds. Raises Unsound.

    Certificates are signed by their own keys, commitments by their trustee. Every number is an element, and every key
    of a certificate another one, or one person would hold two parts (2.0 of belenios-tool looks at neither). Each
    trustee's key is the one that follows from all commitments: the product over all i and k of A_ik^(j^k).
    """
    group = g.group
    size = len(parameters.certs)
    if not 1 <= parameters.threshold <= size:
        raise Unsound(f"{parameters.threshold} of {size} trustees", where)
    if not size == len(parameters.coefexps) == len(parameters.verification_keys):
        raise Unsound("a group of trustees whose lists differ in length", where)
    keys = _at(where, read_certificates, g, parameters.certs)
    committed = [
        _at(where, read_coefexps, g, each.verification, signed, parameters.threshold, trustee(number))
        for number, (each, signed) in enumerate(zip(keys, parameters.coefexps, strict=True), 1)
    ]
    for at, member in enumerate(parameters.verification_keys):
        check_trustee(g, member, f"{where} {trustee(at + 1)}")
        if member.public_key != member_key(group, committed, at + 1):
            raise Unsound(f"the key of {trustee(at + 1)} does not follow from the commitments", where)


def member_key(group: Group, committed: Sequence[Sequence[mpz]], number: int) -> mpz:
    """The public key of member `number` (from 1) that follows from everyone's commitments."""
    product = mpz(1)
    for commitments in committed:
        # Horner: the constant last, each step raises to the member's small number.
        value = mpz(1)
        for commitment in reversed(commitments):
            value = powmod(value, number, group.p) * commitment % group.p
        product = product * value % group.p
    return product


def _commitments(parameters: ThresholdParameters, where: str = "") -> list[tuple[mpz, ...]]:
    read = [decode(each.message.encode(), RawCoefexps, where).coefexps for each in parameters.coefexps]
    if not all(read):
        raise Unsound("a trustee committed to nothing", where)
    return read


def _at(where: str, check: Callable[..., Checked], *arguments: Any) -> Checked:
    """What a check gives; where it fails, it says in which item too."""
    try:
        return check(*arguments)
    except Unsound as error:
        raise Unsound(error.sentence, f"{where} {error.where}".strip()) from None
