"""An archive taken apart into its events, changed, and put together again with hashes that fit.

What an attacker who keeps the board could publish; only what others signed and proved they cannot make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from symbiosis.ballots.archive import Archive, records
from symbiosis.ballots.board import body
from symbiosis.ballots.challenges import sha256_base64
from symbiosis.ballots.credentials import secret_exponent
from symbiosis.ballots.proofs import prove_knowledge
from symbiosis.ballots.wire import Event, NextEvent, Owned, SizedTally, decode, encode
from tests.ballots.making import TIME, Made


@dataclass(frozen=True)
class Step:
    """One event: its type, and the texts that it brings, without those that only name others."""

    kind: str
    texts: tuple[bytes, ...] = ()
    owner: int = 0
    sized: SizedTally | None = None


def steps_of(data: bytes) -> list[Step]:
    """The events of a sound archive."""
    view = memoryview(data)
    found: list[Step] = []
    before: list[bytes] = []
    for record in records(view):
        text = body(view, record)
        if not record.is_event:
            before.append(text)
            continue
        kind = (decode(text, NextEvent) if found else decode(text, Event)).type
        if kind in ("Shuffle", "PartialDecryption"):
            found.append(Step(kind, (before[0],), decode(before[1], Owned).owner))
        elif kind == "EncryptedTally":
            found.append(Step(kind, (before[0],), sized=decode(before[1], SizedTally)))
        else:
            found.append(Step(kind, tuple(before[:3])))
        before = []
    return found


def archive_of(steps: Iterable[Step], timestamp: int = TIME) -> bytes:
    """The archive with these events."""
    archive = Archive(timestamp)
    for step in steps:
        if step.kind == "Setup":
            archive.set_up(*step.texts)
        elif step.kind in ("Shuffle", "PartialDecryption"):
            archive.bring_owned(step.kind, step.owner, step.texts[0])
        elif step.kind == "EncryptedTally":
            assert step.sized is not None
            name = archive.add_data(step.texts[0])
            sized = SizedTally(step.sized.num_tallied, step.sized.total_weight, name)
            archive.add_event(step.kind, archive.add_data(encode(sized)))
        elif step.texts:
            archive.bring(step.kind, step.texts[0])
        else:
            archive.add_event(step.kind)
    return archive.data


def places(steps: list[Step], kind: str) -> list[int]:
    """Where events of a type are."""
    return [at for at, step in enumerate(steps) if step.kind == kind]


def changed(
    steps: list[Step], kind: str, change: Callable[[bytes], bytes], which: int = 0, text: int = 0
) -> list[Step]:
    """The events with one text of one event changed."""
    at = places(steps, kind)[which]
    texts = list(steps[at].texts)
    texts[text] = change(texts[text])
    return [*steps[:at], replace(steps[at], texts=tuple(texts)), *steps[at + 1 :]]


def signed_again(made: Made, voter: int, ballot: bytes) -> bytes:
    """A ballot whose text was changed, signed by the voter: a forger who has a credential."""
    unsigned = ballot[: ballot.rindex(b',"signature":')] + b"}"
    hashed = sha256_base64(unsigned)
    secret = secret_exponent(made.election.group, made.election.uuid, list(made.credentials)[voter])
    proof = prove_knowledge(made.bases.g, secret, f"sig|{hashed}|", made.draw)
    signature = b'{"hash":"' + hashed.encode() + b'","proof":' + encode(proof) + b"}"
    return unsigned[:-1] + b',"signature":' + signature + b"}"
