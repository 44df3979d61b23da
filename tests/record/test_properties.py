"""The formats against the second writing: all small trees, arbitrary values and texts, cosignatures."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.errors import Unsound
from symbiosis.record import canonical, checkpoints, notes, strict64, tree
from tests.record import second

ENTRIES = [bytes([n]) * (n % 5 + 1) for n in range(40)]
LEAVES = [tree.leaf_hash(entry) for entry in ENTRIES]
SEED = bytes(32)
ORIGIN = f"body/{'a' * 52}/board"

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(
    lambda text: normalize("NFC", text)
)
keys_of = st.text(st.characters(max_codepoint=127), max_size=6)
numbers = st.integers(-(2**53 - 1), 2**53 - 1)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys_of, inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_what_is_written_is_spelled_as_the_specification_says_and_read_again(value: object) -> None:
    data = canonical.encode(value)
    assert data.decode() == second.spelled(value)
    assert canonical.decode(data) == value


@pytest.mark.parametrize("value", [1.0, 2**53, {1: 2}, {"é": 1}, "e\u0301", b"x", {"a": {1}}, "\ud800"])
def test_what_has_no_spelling_is_not_written(value: object) -> None:
    with pytest.raises(Unsound):
        canonical.encode(value)


@pytest.mark.parametrize("size", range(41))
def test_every_proof_of_every_small_tree(size: int) -> None:
    root = second.root(ENTRIES[:size])
    assert tree.root_of(LEAVES[:size]) == root
    for index in range(size):
        proof = second.path(index, ENTRIES[:size])
        assert tree.inclusion_proof(LEAVES, index, size) == proof
        tree.verify_inclusion(LEAVES[index], index, size, proof, root)
        for other in {(index + 1) % size, size - 1} - {index}:
            with pytest.raises(Unsound):
                tree.verify_inclusion(LEAVES[other], index, size, proof, root)
    for old in range(1, size + 1):
        proof = second.growth(old, ENTRIES[:size])
        assert tree.consistency_proof(LEAVES, old, size) == proof
        tree.verify_consistency(old, size, proof, second.root(ENTRIES[:old]), root)
        with pytest.raises(Unsound):
            tree.verify_consistency(old, size, proof, second.root([*ENTRIES[: old - 1], b"forged"]), root)


def test_a_frontier_is_the_tree_at_every_size() -> None:
    frontier = tree.Frontier()
    for size, leaf in enumerate(LEAVES):
        assert frontier.root() == second.root(ENTRIES[:size])
        frontier.append(leaf)
    assert tree.Frontier(frontier.size, frontier.hashes).root() == frontier.root()
    with pytest.raises(Unsound):
        tree.Frontier(3, [])


def test_a_witness_says_when_it_saw_the_largest_tree() -> None:
    checkpoint = checkpoints.Checkpoint(ORIGIN, 3, tree.root_of(LEAVES[:3]))
    note = checkpoints.sign_checkpoint(checkpoint, SEED)
    witness, other = bytes([1]) * 32, bytes([2]) * 32
    for time in (5, 9, 7):
        note += checkpoints.cosign_checkpoint(checkpoint, "sister", witness, time)
    note += checkpoints.cosign_checkpoint(checkpoint, "stranger", other, 99)
    known = {"sister": second.public(witness)}
    assert checkpoints.open_cosignatures(note, known) == {"sister": 9}
    assert checkpoints.open_checkpoint(note, ORIGIN, second.public(SEED)) == checkpoint
    forged = note.replace(f"{ORIGIN}\n3\n", f"{ORIGIN}\n4\n")
    with pytest.raises(Unsound):
        checkpoints.open_cosignatures(forged, known)
    with pytest.raises(Unsound):
        checkpoints.open_checkpoint(note, ORIGIN.replace("/board", "/book"), second.public(SEED))


@pytest.mark.parametrize(
    ("origin", "size", "root"),
    [
        ("", 0, tree.EMPTY_ROOT),
        ("a b", 0, tree.EMPTY_ROOT),
        ("a", 0, bytes(32)),
        ("a", -1, bytes(32)),
        ("a", 1, b""),
    ],
)
def test_what_is_no_checkpoint(origin: str, size: int, root: bytes) -> None:
    with pytest.raises(Unsound):
        checkpoints.Checkpoint(origin, size, root)


@given(st.binary(max_size=40))
def test_bytes_have_one_spelling_in_base64(data: bytes) -> None:
    assert (
        strict64.from_base64(strict64.to_base64(data))
        == data
        == strict64.from_base64(second.b64(data), len(data))
    )


@pytest.mark.parametrize("text", ["AB==", "AA", "A", "AA==\n", "AA-_", "ÄA==", " AA=="])
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(Unsound):
        strict64.from_base64(text)


def test_a_note_longer_than_is_read() -> None:
    with pytest.raises(Unsound):
        notes.split_note("a" * notes.MAX_NOTE + "\n\n\u2014 a AAAAAAA=\n")
