"""A trustee's device reckons the tally and the shuffles again, as belenios-tool does, and stops at a lie."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ballots_js.elections import Election, choice, ranking

TALLIED = "await Ballots.run(Trustee.tallied(e, ...a))"
HOLD = "await Ballots.run(Trustee.shufflesHold(e, ...a))"


def text(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def test_weights_and_revotes_add_up_as_the_tool_adds_them(election: Election) -> None:
    election.set_up([choice("Who?", "AB", 0, 2, blank=True)], weights=[1, 2, 70])
    for voter, votes in ((0, [1, 0, 0]), (1, [0, 1, 0]), (2, [0, 1, 1]), (1, [0, 0, 1])):
        election.vote(voter, [votes])
    election.close()
    assert election.run(TALLIED, election.listed, election.ballots) == election.tally
    for fewer in (election.ballots[:-1], election.ballots[1:]):
        assert election.run(TALLIED, election.listed, fewer) != election.tally
    election.decrypt()
    assert election.result() == [[1, 70, 72]]
    assert election.verify().returncode == 0
    changed = [election.ballots[0].replace('"response":"', '"response":"1', 1)]
    with pytest.raises(Exception, match="ballot"):
        election.run(TALLIED, election.listed, changed)
    keys = json.loads(election.listed)
    with pytest.raises(Exception, match="credentials"):
        election.run(TALLIED, text(keys[1:]), election.ballots)
    with pytest.raises(Exception, match="credentials"):
        election.run(TALLIED, text([*keys, keys[0]]), election.ballots)


def test_shuffles_are_checked_before_anything_is_opened(election: Election) -> None:
    """Ours and the tool's own hold; a changed number, another order of the list, or a vote put twice does not."""
    election.set_up([ranking("Order?", "AB"), ranking("And?", "CD")], trustees="single 2")
    for voter, votes in enumerate(([[1, 2], [0, 0]], [[2, 1], [1, 1]], [[1, 1], [2, 0]])):
        election.vote(voter, votes)
    election.close()
    assert election.run(TALLIED, election.listed, election.ballots) == election.tally
    election.shuffle(1)
    made = election.tool("election", "shuffle", "--trustee-id=2")
    election.event("Shuffle", made)
    election.shuffles.append(made.splitlines()[0])
    assert election.run(HOLD, election.tally, election.shuffles) is True
    first, second = (json.loads(each) for each in election.shuffles)
    twice = json.loads(election.shuffles[0])
    twice["ciphertexts"][0][0] = twice["ciphertexts"][0][1]
    swapped = json.loads(election.shuffles[0])
    swapped["ciphertexts"][1].reverse()
    fewer = json.loads(election.shuffles[0])
    fewer["ciphertexts"][0].pop()
    for shuffles in ([second, first], [twice], [swapped], [fewer], [first, first], *changes(first)):
        with pytest.raises(Exception, match=r"shuffle|element|number"):
            election.run(HOLD, election.tally, [text(each) for each in shuffles])
    election.event("EndShuffles")
    election.decrypt()
    assert [sorted(each) for each in election.result()] == [
        [[1, 1], [1, 2], [2, 1]],
        [[0, 0], [1, 1], [2, 0]],
    ]
    assert election.verify().returncode == 0


def changes(shuffle: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The shuffle with one number of its first proof put in another's place, once for each part of it."""
    found = []
    for part, place in ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3)):
        changed = json.loads(json.dumps(shuffle))
        changed["proofs"][0][part][place] = changed["proofs"][1][part][place]
        found.append([changed])
    for part, place, inner in ((0, 3, 0), (0, 3, 1), (0, 4, 2), (1, 4, 0), (1, 5, 1)):
        changed = json.loads(json.dumps(shuffle))
        changed["proofs"][0][part][place][inner] = changed["proofs"][1][part][place][inner]
        found.append([changed])
    for part in (2, 3):
        changed = json.loads(json.dumps(shuffle))
        changed["proofs"][0][part].reverse()
        found.append([changed])
    return found
