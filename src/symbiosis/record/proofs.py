"""One act with its proof (C2SP tlog-proof): shows without the record that an entry is in it, and where.

`docs/spec/checkpoints.md` has the format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from symbiosis.errors import Unsound
from symbiosis.record.checkpoints import Checkpoint, open_checkpoint
from symbiosis.record.notes import MAX_NOTE, split_note
from symbiosis.record.strict64 import from_base64, to_base64
from symbiosis.record.tree import MAX_PROOF, MAX_SIZE, leaf_hash, verify_inclusion

FIRST_LINE: Final = "c2sp.org/tlog-proof@v1"
_HEAD = re.compile(rf"{re.escape(FIRST_LINE)}\nindex (0|[1-9][0-9]{{0,15}})\n((?:[A-Za-z0-9+/]{{43}}=\n)*)\n")


@dataclass(frozen=True, slots=True)
class Proof:
    """Entry `index`, the hashes from its leaf to the root, and the signed checkpoint with that root."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint_note: str


def write_proof(index: int, hashes: Sequence[bytes], checkpoint_note: str) -> str:
    """Write a proof as text; raises Unsound where no such proof can be."""
    checkpoint = Checkpoint.parse(split_note(checkpoint_note)[0])
    if not 0 <= index < checkpoint.size:
        raise Unsound(f"there is no entry {index} in a tree of {checkpoint.size}")
    if len(hashes) > MAX_PROOF or any(len(value) != 32 for value in hashes):
        raise Unsound("a proof is at most 64 hashes of 32 bytes")
    lines = "".join(f"{to_base64(value)}\n" for value in hashes)
    return f"{FIRST_LINE}\nindex {index}\n{lines}\n{checkpoint_note}"


def read_proof(text: str) -> Proof:
    """Read a proof without judging it; raises Unsound unless it is exactly as we write it.

    A line `extra`, which nothing vouches for, is refused.
    """
    if len(text) > MAX_NOTE + 46 * (MAX_PROOF + 2):
        raise Unsound("the proof is too long")
    found = _HEAD.match(text)
    if not found:
        raise Unsound("not a proof")
    index, lines = int(found[1]), found[2].split("\n")[:-1]
    if index > MAX_SIZE or len(lines) > MAX_PROOF:
        raise Unsound("the proof is too long")
    proof = Proof(index, tuple(from_base64(line, 32) for line in lines), text[found.end() :])
    if write_proof(proof.index, proof.hashes, proof.checkpoint_note) != text:
        raise Unsound("the proof is not written as it should be")
    return proof


def verify_proof(text: str, entry: bytes, origin: str, public_key: bytes) -> Checkpoint:
    """Make sure that this entry is in the record `origin`, signed for with this key.

    Gives the checkpoint that the proof leads to; the entry's place is `read_proof(text).index`. Raises Unsound.
    """
    proof = read_proof(text)
    checkpoint = open_checkpoint(proof.checkpoint_note, origin, public_key)
    verify_inclusion(leaf_hash(entry), proof.index, checkpoint.size, proof.hashes, checkpoint.root)
    return checkpoint
