"""A large vote on a node: 3,000 different papers close in one act of a person, or not at all; its bundle verifies."""

from __future__ import annotations

import random
import secrets
import time

import pytest
from django.db import transaction

from symbiosis.actions import folds
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
from symbiosis.core.body import read_entry
from symbiosis.errors import Refusal
from symbiosis.queries import records
from symbiosis.record import identity
from symbiosis.store import reader
from symbiosis.verify.files import verify_bundle
from tests.core.test_stated import OPTIONS, PAPERS
from tests.practice.worlds import matter, rules, stage
from tests.web.conftest import text_of
from tests.web.test_proxies import joined, signed_in

OUTCOME = {"result": "not_adopted", "quorum": [], "conditions": [], "figures": {}}


@pytest.fixture
def held(node):
    """A body of 3,000 of whom each has ranked ten options in another order; its id, and rosa, who may close."""
    now = int(time.time())
    charter = rules({"works": matter(stage(method="schulze", ties=["earlier_round"], conditions=[]))})
    random_bytes = Randomness(*(secrets.token_bytes(32) for _ in range(4)), secrets.token_bytes(16))
    body = found_body(charter, random_bytes, at=now)
    rosa = joined(body, "rosa", now)
    perform(body, "RoleGiven", {"token": rosa.token, "role": "desk"}, at=now, by="desk")
    tokens = [rosa.token, *(secrets.token_hex(16) for _ in PAPERS[1:])]
    with transaction.atomic():
        for token in tokens[1:]:
            perform(body, "MemberAdmitted", {"token": token}, at=now, by="desk")
        perform(body, "RollCounted", {}, at=now, by="desk")
        opened = {"voting": "works", "matter": "works", "options": OPTIONS, "chosen": 1}
        perform(body, "VotingOpened", opened, at=now, by="desk")
        papers = random.Random(3000).sample(PAPERS, len(PAPERS))
        for token, paper in zip(tokens, papers, strict=True):
            perform(body, "VoteCast", {"voting": "works", "token": token, "choice": paper}, at=now)
    return body


def test_three_thousand_papers_close_are_read_and_verify(held):
    client, before = signed_in("rosa"), len(reader.board_entries(held))
    answer = client.post(f"/b/{held}/act/VotingClosed/", {"voting": "works"})
    assert answer.status_code == 302, text_of(answer)
    acts = [read_entry(data) for data in reader.board_entries(held)[before:]]
    assert [type(act).__name__ for act in acts] == ["PapersStated", "PapersStated", "VotingClosed"]
    assert [paper for act in acts[:2] for paper in act.tally] == sorted(PAPERS)
    voting = folds.caught_up(held).board.votings["works"]
    assert voting.tally == dict.fromkeys(PAPERS, 1)
    assert "PapersStated" in client.page(f"/b/{held}/record/")
    assert f"chosen: {voting.outcome.elected[0]}" in client.page(f"/b/{held}/decision/works/")
    for book in (False, True):
        verified = verify_bundle(records.bundle(held, book=book))
        assert verified.fold.board.votings["works"].outcome == voting.outcome
        assert verified.fold.board.votings["works"].tally == voting.tally
    folds.drop_all()
    assert folds.caught_up(held).board.votings["works"] == voting


def test_a_closing_that_is_refused_leaves_no_part_and_can_be_repeated(held):
    before = reader.size(identity.board_origin(held))
    now = int(time.time())
    with pytest.raises(Refusal, match="OutcomeDiffers"):
        perform(held, "VotingClosed", {"voting": "works", "outcome": OUTCOME}, at=now, by="desk")
    assert reader.size(identity.board_origin(held)) == before
    assert folds.caught_up(held).board.votings["works"].parts == 0
    receipt = perform(held, "VotingClosed", {"voting": "works"}, at=now, by="desk")
    assert (receipt.index, receipt.act.parts) == (before + 2, 2)
