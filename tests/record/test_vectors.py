"""Every vector of the formats: what must hold holds, what must be refused is; none is left unrun."""

from __future__ import annotations

import base64
import json

import pytest

from symbiosis.errors import Unsound
from symbiosis.record import bundles, canonical, checkpoints, identity, keys, notes, proofs, tree
from tests.record.make_vectors import FILES, FOLDER, written

ENTRIES = [f"entry {n}".encode() for n in range(20)]
LEAVES = [tree.leaf_hash(entry) for entry in ENTRIES]


def vectors(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def test_each_file_is_here_and_as_the_second_writing_makes_it() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == sorted(FILES)
    for name in FILES:
        assert (FOLDER / f"{name}.json").read_text(encoding="utf-8") == written(name), name


def test_canonical() -> None:
    found = vectors("canonical")
    for each in found["valid"]:
        data = each["text"].encode()
        assert canonical.encode(canonical.decode(data)) == data
        assert canonical.digest(data) == each["sha256"]
    for text in found["invalid"]:
        with pytest.raises(Unsound):
            canonical.decode(text.encode())


def test_tree() -> None:
    found = vectors("tree")
    roots = {int(size): bytes.fromhex(root) for size, root in found["roots"].items()}
    assert roots[0].hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    for size, root in roots.items():
        assert tree.root_of(LEAVES[:size]) == root
    for each in found["inclusion"]:
        proof = [bytes.fromhex(value) for value in each["proof"]]
        assert tree.inclusion_proof(LEAVES, each["index"], each["size"]) == proof
        tree.verify_inclusion(LEAVES[each["index"]], each["index"], each["size"], proof, roots[each["size"]])
    for each in found["consistency"]:
        proof = [bytes.fromhex(value) for value in each["proof"]]
        assert tree.consistency_proof(LEAVES, each["old"], each["new"]) == proof
        tree.verify_consistency(
            each["old"], each["new"], proof, tree.root_of(LEAVES[: each["old"]]), roots[each["new"]]
        )
    for each in found["wrong"]:
        proof = [bytes.fromhex(value) for value in each["proof"]]
        with pytest.raises(Unsound):
            tree.verify_inclusion(LEAVES[5], each["index"], each["size"], proof, roots[8])


def test_notes() -> None:
    found = vectors("notes")
    for each in found["signed"]:
        seed, public = bytes.fromhex(each["seed"]), bytes.fromhex(each["public"])
        assert keys.public_key(seed) == public
        assert notes.sign(each["text"], each["name"], seed) == each["note"]
        assert notes.open_note(each["note"], {each["name"]: public}) == (each["text"], [each["name"]])
        vkey = notes.verifier_key(each["name"], public)
        assert notes.parse_verifier_key(vkey) == (each["name"], public, notes.ED25519)
    known = {each["name"]: bytes.fromhex(each["public"]) for each in found["signed"]}
    for note in found["forged"]:
        with pytest.raises(Unsound):
            notes.open_note(note, known)
    for note in found["malformed"]:
        with pytest.raises(Unsound):
            notes.split_note(note)


def test_checkpoints() -> None:
    for each in vectors("checkpoints")["proofs"]:
        asked = (each["proof"], each["entry"].encode(), each["origin"], bytes.fromhex(each["public"]))
        if each["holds"]:
            assert proofs.verify_proof(*asked).size == 6
        else:
            with pytest.raises(Unsound):
                proofs.verify_proof(*asked)


def test_identity() -> None:
    found = vectors("identity")
    for each in found["ids"]:
        assert identity.body_id(each["entry"].encode()) == each["id"]
        assert identity.parse_origin(identity.board_origin(each["id"])) == (each["id"], "board")
        assert identity.parse_origin(identity.book_origin(each["id"])) == (each["id"], "book")
    assert keys.key_hash(bytes.fromhex(found["key_hash"]["public"])) == found["key_hash"]["next"]
    for origin in found["wrong"]:
        with pytest.raises(Unsound):
            identity.parse_origin(origin)


def test_bundle() -> None:
    found = vectors("bundle")
    data = base64.b64decode(found["bundle"])
    read = bundles.read_bundle(data)
    assert [entry.decode() for entry in read.logs[0].entries] == found["entries"]
    assert identity.parse_origin(read.logs[0].origin)[0] == found["id"]
    assert checkpoints.Checkpoint.parse(notes.split_note(read.logs[0].note)[0]).root.hex() == found["root"]
    assert bundles.write_bundle(read) == data
    for text in found["broken"]:
        with pytest.raises(Unsound):
            bundles.read_bundle(base64.b64decode(text))
