"""The tree of hashes over a record (RFC 6962, section 2.1): one root stands for every entry and their order.

Hashes are 32 bytes. Proofs are lists of hashes, from the leaf upwards. `docs/spec/tree.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Final

from symbiosis.errors import Unsound

EMPTY_ROOT: Final = sha256(b"").digest()
"""The root of a record without entries."""
MAX_SIZE: Final = 2**53 - 1
"""The largest record that any number in our formats can name."""
MAX_PROOF: Final = 64
"""The most hashes that a proof may carry."""

RangeRoot = Callable[[int, int], bytes]
"""Gives the root over entries low..high-1, low < high."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash one entry as it stands in the tree."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two neighbouring subtrees into the one above them."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """A growing tree, of which only the roots of its full subtrees are kept (at most 53 hashes).

    `hashes` are those roots, the largest subtree first; `size` is the number of entries.
    """

    __slots__ = ("hashes", "size")

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.hashes = list(hashes)
        if not 0 <= size <= MAX_SIZE or len(self.hashes) != size.bit_count():
            raise Unsound(f"{len(self.hashes)} hashes are no frontier of a tree of {size}")

    def append(self, leaf: bytes) -> None:
        """Add one entry, given by its leaf hash."""
        hashes, size = self.hashes, self.size
        self.size = size + 1
        while size & 1:
            leaf = sha256(b"\x01" + hashes.pop() + leaf).digest()
            size >>= 1
        hashes.append(leaf)

    def root(self) -> bytes:
        """Give the root over all entries so far."""
        if not self.hashes:
            return EMPTY_ROOT
        root = self.hashes[-1]
        for left in self.hashes[-2::-1]:
            root = node_hash(left, root)
        return root

    def copy(self) -> Frontier:
        """Give a frontier that grows on its own from here."""
        return Frontier(self.size, self.hashes)


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """Give the root over these leaf hashes."""
    frontier = Frontier()
    for leaf in leaf_hashes:
        frontier.append(leaf)
    return frontier.root()


def split(size: int) -> int:
    """Give the largest power of two below `size` (at least 2): where a tree divides."""
    return 1 << (size - 1).bit_length() - 1


def inclusion_proof(leaf_hashes: Sequence[bytes], index: int, size: int) -> list[bytes]:
    """Make the proof that entry `index` is in the tree of the first `size` of these leaf hashes.

    Hashes the whole record: for tests and small records; a store uses `tiles`.
    """
    return inclusion_path(_ranges_of(leaf_hashes, size), index, size)


def consistency_proof(leaf_hashes: Sequence[bytes], old_size: int, new_size: int) -> list[bytes]:
    """Make the proof that the tree of `new_size` only adds to the tree of `old_size`.

    Hashes the whole record: for tests and small records; a store uses `tiles`.
    """
    return consistency_path(_ranges_of(leaf_hashes, new_size), old_size, new_size)


def _ranges_of(leaf_hashes: Sequence[bytes], size: int) -> RangeRoot:
    if size > len(leaf_hashes):
        raise Unsound(f"there are {len(leaf_hashes)} entries, not {size}")
    return lambda low, high: root_of(leaf_hashes[low:high])


def inclusion_path(range_root: RangeRoot, index: int, size: int) -> list[bytes]:
    """Find the hashes beside the path from entry `index` to the root of `size`, leaf first."""
    if not 0 <= index < size <= MAX_SIZE:
        raise Unsound(f"there is no entry {index} in a tree of {size}")
    proof, low, high = [], 0, size
    while high - low > 1:
        middle = low + split(high - low)
        if index < middle:
            proof.append(range_root(middle, high))
            high = middle
        else:
            proof.append(range_root(low, middle))
            low = middle
    return proof[::-1]


def consistency_path(range_root: RangeRoot, old_size: int, new_size: int) -> list[bytes]:
    """Find the hashes from which both the root of `old_size` and that of `new_size` can be made."""
    if not 0 < old_size <= new_size <= MAX_SIZE:
        raise Unsound(f"a tree of {new_size} does not grow out of one of {old_size}")
    proof, low, high = [], 0, new_size
    while high != old_size:
        middle = low + split(high - low)
        if old_size <= middle:
            proof.append(range_root(middle, high))
            high = middle
        else:
            proof.append(range_root(low, middle))
            low = middle
    # The old tree itself needs no hash where it is a whole left part of the new one: its root is known.
    if low:
        proof.append(range_root(low, high))
    return proof[::-1]


def _check_hashes(hashes: Sequence[bytes]) -> None:
    if len(hashes) > MAX_PROOF or any(len(value) != 32 for value in hashes):
        raise Unsound("a proof is at most 64 hashes of 32 bytes")


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Make sure that the entry with this leaf hash is number `index` of the record with this size and root.

    Raises Unsound. RFC 9162, section 2.1.3.2.
    """
    _check_hashes([leaf, root])
    _check_hashes(proof)
    if not 0 <= index < size <= MAX_SIZE:
        raise Unsound(f"there is no entry {index} in a tree of {size}")
    inside, last, result = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise Unsound("the inclusion proof is too long")
        if inside & 1 or inside == last:
            result = node_hash(step, result)
            while not inside & 1 and inside:
                inside >>= 1
                last >>= 1
        else:
            result = node_hash(result, step)
        inside >>= 1
        last >>= 1
    if last:
        raise Unsound("the inclusion proof is too short")
    if result != root:
        raise Unsound(f"entry {index} is not in the tree of {size}: the inclusion proof gives another root")


def verify_consistency(
    old_size: int, new_size: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Make sure that the newer record only adds to the older one: nothing was changed or taken away.

    Raises Unsound, also for an old size of 0, from which every tree grows: a caller that allows it says so.
    RFC 9162, section 2.1.4.2.
    """
    _check_hashes([old_root, new_root])
    _check_hashes(proof)
    if not 0 < old_size <= new_size <= MAX_SIZE:
        raise Unsound(f"a tree of {new_size} does not grow out of one of {old_size}")
    if old_size == new_size:
        if proof:
            raise Unsound("the consistency proof is too long")
        if old_root != new_root:
            raise Unsound(f"two different roots for the same size {old_size}: the record was forked")
        return
    inside, last = old_size - 1, new_size - 1
    while inside & 1:
        inside >>= 1
        last >>= 1
    steps = list(proof)
    if not inside:
        steps.insert(0, old_root)
    if not steps:
        raise Unsound("the consistency proof is too short")
    old, new = steps[0], steps[0]
    for step in steps[1:]:
        if last == 0:
            raise Unsound("the consistency proof is too long")
        if inside & 1 or inside == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not inside & 1 and inside:
                inside >>= 1
                last >>= 1
        else:
            new = node_hash(new, step)
        inside >>= 1
        last >>= 1
    if last:
        raise Unsound("the consistency proof is too short")
    if old != old_root or new != new_root:
        raise Unsound(f"the tree of {new_size} does not grow out of the tree of {old_size}")
