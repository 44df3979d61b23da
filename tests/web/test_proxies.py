"""An absent member's vote is cast on their word, through the page of the vote, and theirs takes its place."""

from __future__ import annotations

import secrets
import time

from symbiosis.actions import folds, people
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
from tests.practice.worlds import matter, rules, stage
from tests.web.conftest import Person as Somebody
from tests.web.conftest import text_of


def joined(body: str, name: str, now: int):
    [slip] = people.invite(body, [name], by="desk", at=now)
    return people.claim(slip.code, people.create_account(name, "a long enough phrase"), at=now)


def signed_in(name: str) -> Somebody:
    client = Somebody()
    client.post("/sign-in", {"username": name, "password": "a long enough phrase"})
    return client


def test_a_vote_for_an_absent_member(node):
    now = int(time.time())
    charter = rules({"plain": matter(stage(proxies=1))})
    random = Randomness(*(secrets.token_bytes(32) for _ in range(4)), secrets.token_bytes(16))
    body = found_body(charter, random, at=now)
    rosa, ana = joined(body, "rosa", now), joined(body, "ana", now)
    perform(body, "RollCounted", {}, at=now, by="desk")
    clients = {name: signed_in(name) for name in ("rosa", "ana")}
    given = {"holder": rosa.token, "until": "2099-01-01"}
    answer = clients["ana"].post(f"/b/{body}/act/ProxyGiven/", given)
    assert answer.status_code == 302, text_of(answer)
    perform(body, "VotingOpened", {"voting": "v", "matter": "plain"}, at=now, by="desk")
    page = clients["rosa"].page(f"/b/{body}/voting/v/")
    assert "For ana, who is absent" in page
    clients["rosa"].post(f"/b/{body}/voting/v/", {"choice": "no"})
    clients["rosa"].post(f"/b/{body}/voting/v/", {"choice": "yes", "for": str(ana.pk)})
    votes = folds.caught_up(body).book.votes["v"]
    assert votes == {rosa.token: "no", ana.token: "yes"}
    assert "Their vote now: Yes" in clients["rosa"].page(f"/b/{body}/voting/v/")
    assert "who is absent" not in clients["ana"].page(f"/b/{body}/voting/v/")
    clients["ana"].post(f"/b/{body}/voting/v/", {"choice": "abstain"})
    assert folds.caught_up(body).book.votes["v"][ana.token] == "abstain"
    refused = clients["rosa"].post(f"/b/{body}/voting/v/", {"choice": "yes", "for": str(ana.pk)})
    assert refused.status_code == 409
    nobody = clients["ana"].post(f"/b/{body}/voting/v/", {"choice": "yes", "for": str(rosa.pk)})
    assert nobody.status_code == 409
