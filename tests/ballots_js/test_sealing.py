"""What the library refuses, and that a ballot is either cast or opened."""

from __future__ import annotations

import json
import re

import pytest

from tests.ballots_js.elections import Election, choice, ranking

CREDENTIALS = {
    "": "credential-empty",
    "  - ": "credential-empty",
    "abc-def": "credential-length",
    "O11-111-111-111-111": "credential-letters",
    "l23456789012345": "credential-letters",
    "é": "credential-letters",
}


@pytest.mark.parametrize("typed", CREDENTIALS)
def test_what_is_no_credential_is_told_apart(election: Election, typed: str) -> None:
    with pytest.raises(Exception, match=CREDENTIALS[typed]):
        election.run("Ballots.credential(a[0])", typed)


def test_each_changed_sign_of_a_credential_is_found(election: Election) -> None:
    """The checksum finds every single wrong digit, unless the change is a multiple of 53: of 58 digits, few are."""
    code = """(() => {
      const text = Authority.credential(), digits = text.replace(/-/g, "");
      if (Ballots.credential(" " + digits.slice(0, 7) + " " + digits.slice(7)) !== text) return "hyphens";
      let found = 0, missed = 0;
      for (let i = 0; i < 15; i++) for (const other of Ballots.DIGITS) {
        if (other === digits[i]) continue;
        try { Ballots.credential(digits.slice(0, i) + other + digits.slice(i + 1)); missed++; }
        catch (error) { if (error.code !== "credential-checksum") throw error; found++; }
      }
      return [found, missed];
    })()"""
    found, missed = election.run(code)
    assert found + missed == 15 * 57
    assert missed <= 14  # digits that differ by 53: at most one other for each of the 14


def another_digit(found: re.Match[str]) -> str:
    """A digit that is not the one that stands there."""
    return "2" if found[0] == "1" else "1"


def test_opened_or_cast_but_never_both(election: Election) -> None:
    election.set_up([choice("Shall we?", "YN", 0, 1), ranking("Order?", "ABC")], voters=1)
    code = """await (async ([credential, votes, first, second]) => {
      const made = await Ballots.run(Ballots.sealed(e, credential, votes));
      const given = made[first]();
      for (const each of [first, second]) {
        try { made[each](); return "given twice"; } catch (error) { if (error.code !== "used") throw error; }
      }
      return [given, made.seal, made.tracker];
    })(a)"""
    votes = [[1, 0], [2, 0, 1]]
    text, seal, tracker = election.run(code, election.credentials[0], votes, "cast", "open")
    assert json.loads(text)["signature"]["hash"] == seal
    assert election.tool("sha256-b64", given=text).strip() == tracker
    opening, seal, _ = election.run(code, election.credentials[0], votes, "open", "cast")
    assert "signature" not in json.loads(opening["ballot"])
    assert election.tool("sha256-b64", given=opening["ballot"]).strip() == seal
    assert election.run("await Ballots.run(Ballots.reopened(e, ...a))", opening) == votes
    for changed in (
        {**opening, "answers": [{**opening["answers"][0], "votes": [0, 1]}, opening["answers"][1]]},
        {**opening, "answers": [opening["answers"][0], {**opening["answers"][1], "votes": [2, 1, 1]}]},
        {**opening, "seal": seal[::-1]},
        {
            **opening,
            "ballot": re.sub(r'(?<="beta":")[0-9]', another_digit, opening["ballot"], count=1),
        },
    ):
        with pytest.raises(Exception, match="opening"):
            election.run("await Ballots.run(Ballots.reopened(e, ...a))", changed)
    with pytest.raises(Exception, match="other-election"):
        election.run("await Ballots.run(Ballots.reopened(e, ...a))", {**opening, "election": "x"})


VOTES = [
    [[1, 1, 0], [0]],
    [[0, 1, 1]],
    [[1, 0, 1]],
    [[0, 0, 0]],
    [[0, 2, 0]],
    [[0, 1]],
    [[0, 1.5, 0]],
    [[0, -1, 1]],
]


@pytest.mark.parametrize("votes", VOTES)
def test_no_ballot_is_made_of_what_the_question_does_not_allow(election: Election, votes: list) -> None:
    election.set_up([choice("Who?", "AB", 1, 1, blank=True)], voters=1)
    with pytest.raises(Exception, match="vote"):
        election.run("await Ballots.run(Ballots.sealed(e, ...a))", election.credentials[0], votes)


def test_what_is_no_election_of_the_protocol_is_refused(election: Election) -> None:
    election.set_up([choice("Shall we?", "YN", 1, 1)], voters=1)
    read = json.loads(election.text)
    key = int(read["public_key"])
    minus = str(int(election.run("String(e.group.p)")) - key)
    changes = [
        {"version": 2},
        {"group": "toString"},
        {"group": "Ed25519"},
        {"public_key": minus},
        {"public_key": "1"},
        {"public_key": "0" + read["public_key"]},
        {"uuid": "short"},
        {"questions": []},
        {"questions": [ranking("Order?", "AB")]},
        {"questions": [{**read["questions"][0], "max": "1"}]},
        {"questions": [{**read["questions"][0], "max": 3}]},
        {"questions": [{**read["questions"][0], "max": 0}]},
    ]
    for change in changes:
        with pytest.raises(Exception, match=r"election|element|number"):
            election.run("Ballots.election(a[0]).uuid", json.dumps({**read, **change}))
    assert election.run("Ballots.election(a[0]).uuid", json.dumps(read)) == election.uuid
    with pytest.raises(Exception, match="election"):
        election.run("Ballots.election(new Uint8Array([123, 255])).uuid")


def test_no_key_is_raised_on_what_is_not_of_the_group(election: Election) -> None:
    """A partial decryption of such a number would tell a part of the trustee's key."""
    election.set_up([choice("Shall we?", "YN", 1, 1)], voters=1)
    election.vote(0, [[1, 0]])
    election.close()
    tally = json.loads(election.tally)
    p = int(election.run("String(e.group.p)"))
    tally[0][0]["alpha"] = str(p - int(tally[0][0]["alpha"]))
    code = "await Ballots.run(Trustee.decryption(e, BigInt(a[0]), a[1]))"
    with pytest.raises(Exception, match="element"):
        election.run(code, election.keys[0][1], json.dumps(tally))
    with pytest.raises(Exception, match="tally"):
        election.run(code, election.keys[0][1], json.dumps([tally[0][:1]]))


def test_draws_reach_every_number_below_the_limit_and_no_other(election: Election) -> None:
    code = "[...new Set(Array.from({length: 4000}, () => String(Ballots.random(58n))))].map(Number)"
    assert sorted(election.run(code)) == list(range(58))


def test_a_device_that_reckons_wrong_once_gives_no_ballot(election: Election) -> None:
    """Whichever power comes out wrong, in an answer, a proof or the signature: the check before sealing finds it."""
    election.set_up([choice("Shall we?", "YN", 0, 1, blank=True)], voters=1)
    code = """await (async ([credential, votes]) => {
      await Ballots.run(Ballots.prepare(e));
      const { raise, mask } = e, given = [];
      let calls = 0, wrong = 0;
      const faulty = (power) => (x) => (++calls === wrong ? (power(x) * 2n) % e.group.p : power(x));
      Object.assign(e, { raise: faulty(raise), mask: faulty(mask) });
      await Ballots.run(Ballots.sealed(e, credential, votes));
      const all = calls;
      for (wrong = 1; wrong <= all; wrong += 3) {
        calls = 0;
        try { await Ballots.run(Ballots.sealed(e, credential, votes)); given.push(wrong); }
        catch (error) { if (error.code !== "ballot") throw error; }
      }
      return [all, given];
    })(a)"""
    powers, given = election.run(code, election.credentials[0], [[0, 1, 0]])
    assert powers > 30
    assert given == []
