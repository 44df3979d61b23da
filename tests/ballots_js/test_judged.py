"""belenios-tool accepts what the browser makes, of every kind, and refuses it once it is touched."""

from __future__ import annotations

import json

import pytest

from tests.ballots_js.elections import Election, choice, ranking

THREE = ("Yes", "No", "Abstain")


def accepted(election: Election) -> None:
    done = election.verify()
    assert done.returncode == 0, done.stderr
    assert "all checks passed" in done.stderr


KINDS = {
    "yes, no, abstain": (
        [choice("Shall we?", THREE, 1, 1)],
        [[[1, 0, 0]], [[0, 1, 0]], [[1, 0, 0]]],
        [[2, 1, 0]],
    ),
    "approval": ([choice("Which?", "ABCD", 0, 4)], [[[1, 0, 1, 1]], [[0] * 4], [[1] * 4]], [[2, 1, 2, 2]]),
    "two of four": ([choice("Which?", "ABCD", 1, 2)], [[[1, 0, 0, 0]], [[0, 1, 1, 0]]], [[1, 1, 1, 0]]),
    "blank": (
        [choice("Who?", "AB", 1, 2, blank=True)],
        [[[1, 0, 0]], [[0, 1, 1]], [[0, 0, 1]]],
        [[1, 1, 2]],
    ),
    "blank or nothing": (
        [choice("Who?", "AB", 0, 1, blank=True)],
        [[[1, 0, 0]], [[0, 0, 0]], [[0, 1, 0]]],
        [[1, 1, 0]],
    ),
    "two questions": (
        [choice("Shall we?", THREE, 1, 1), choice("Who?", "AB", 0, 2)],
        [[[0, 0, 1], [1, 1]], [[1, 0, 0], [0, 0]]],
        [[1, 0, 1], [1, 1]],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_counted_under_encryption(election: Election, kind: str) -> None:
    questions, votes, sums = KINDS[kind]
    election.set_up(questions, voters=len(votes), trustees="single 2")
    for voter, each in enumerate(votes):
        election.vote(voter, each)
    accepted(election)
    election.close()
    election.decrypt()
    assert election.result() == sums
    accepted(election)


def test_the_last_ballot_of_a_credential_counts(election: Election) -> None:
    election.set_up([choice("Shall we?", THREE, 1, 1)], voters=2)
    for voter, votes in ((0, [[1, 0, 0]]), (1, [[1, 0, 0]]), (0, [[0, 1, 0]])):
        election.vote(voter, votes)
    election.close()
    election.decrypt()
    assert election.result() == [[1, 1, 0]]
    accepted(election)


def test_ranked_papers_are_shuffled_and_opened(election: Election) -> None:
    """With a question of the other kind beside it, two trustees, and marks up to the largest."""
    papers = [[1, 2, 3], [0, 0, 0], [255, 1, 1]]
    election.set_up([ranking("Order?", "ABC"), choice("Shall we?", "YN", 0, 1)], trustees="single 2")
    for voter, paper in enumerate(papers):
        election.vote(voter, [paper, [1, 0]])
    election.close()
    election.shuffle(1)
    election.shuffle(2)
    election.event("EndShuffles")
    election.decrypt()
    opened, sums = election.result()
    assert sorted(opened) == sorted(papers)
    assert sums == [3, 0]
    accepted(election)


@pytest.mark.parametrize("ranked", [False, True])
def test_two_of_three_trustees_are_enough(election: Election, ranked: bool) -> None:
    questions = [ranking("Order?", "AB")] if ranked else [choice("Shall we?", THREE, 1, 1)]
    election.set_up(questions, voters=2, trustees="threshold 2 3")
    votes = [[2, 1], [1, 2]] if ranked else [[1, 0, 0], [0, 0, 1]]
    for voter, paper in enumerate(votes):
        election.vote(voter, [paper])
    election.close()
    if ranked:
        election.shuffle(3)
        election.event("EndShuffles")
    election.decrypt(1, 3)
    [found] = election.result()
    assert sorted(found) == sorted(votes) if ranked else found == [1, 0, 1]
    accepted(election)


def test_the_judge_refuses_a_changed_ballot(election: Election) -> None:
    """It would not be a judge otherwise; and the script's own check refuses the same."""
    election.set_up([choice("Who?", "AB", 1, 2, blank=True)], voters=1)
    ballot = election.ballot(0, [[0, 1, 0]])
    read = json.loads(ballot)
    [answer] = read["answers"]
    read["answers"] = [{**answer, "choices": answer["choices"][::-1]}]
    for proof in ("overall_proof", "blank_proof"):
        changed = json.loads(ballot)
        changed["answers"][0][proof][0]["response"] = "1"
        for bad in (read, changed):
            text = json.dumps(bad, separators=(",", ":"))
            with pytest.raises(Exception, match="ballot"):
                election.run("await Ballots.run(Ballots.check(e, ...a))", text)
    election.event("Ballot", text)
    assert election.verify().returncode != 0


def test_checks_ballots_that_the_tool_made(election: Election) -> None:
    election.set_up([choice("Who?", "AB", 0, 1, blank=True), ranking("Order?", "ABC")], voters=1)
    election.write("credential", election.credentials[0])
    for votes in ([[1, 0, 0], [3, 1, 2]], [[0, 0, 1], [0, 0, 0]]):
        election.write("votes", json.dumps(votes, separators=(",", ":")))
        made = election.tool("election", "generate-ballot", "--privcred", "credential", "--ballot", "votes")
        election.run("await Ballots.run(Ballots.check(e, ...a))", made.removesuffix("\n"))
        answers = json.loads(made)["answers"]
        for proof in (answers[0]["overall_proof"][1], answers[1]["proof"]):
            changed = made.removesuffix("\n").replace(proof["response"], proof["challenge"])
            with pytest.raises(Exception, match="ballot"):
                election.run("await Ballots.run(Ballots.check(e, ...a))", changed)
