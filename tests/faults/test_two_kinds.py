"""Faults come in two kinds: failed and not stored; failed but stored. Either way the next act finds its place."""

from __future__ import annotations

from symbiosis.verify.files import verify_bundle
from tests.store.databases import Node

INSIDE = "tests.faults.wounds"


def sound(node: Node) -> None:
    for bundle in node.ask("tests.store.inside", "bundles").values():
        verify_bundle(bytes.fromhex(bundle))


def test_what_failed_and_was_not_stored_is_nowhere(node: Node) -> None:
    what = {"sqlite": "full_disk", "postgresql": "held_lock"}[node.kind]
    told = node.ask(INSIDE, what, "5000")
    assert told["told"] == "Unavailable"
    assert told["kept"], "an act that failed left something behind"
    assert told["index"] == told["expected"], "the same act, done again, took another place"
    sound(node)


def test_what_failed_but_was_stored_is_there_once(node: Node) -> None:
    told = node.ask(INSIDE, "lost_answer", "90000")
    assert told["told"] == "Unavailable"
    assert told["stored"] == [1, 1]
    assert told["again"] == "Refusal", "the same act, done again, would have stood there twice"
    assert told["index"] == told["expected"]
    sound(node)
