"""The key ceremony in the browser gives, to the byte, what docs/spec/trustees.md and its vectors say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

VECTORS = json.loads(
    (Path(__file__).parents[2] / "docs" / "spec" / "vectors" / "ballots" / "trustees.json").read_text()
)
STREAM = """const stream = (name) => {
  let n = 0;
  return (bound) => {
    const length = Math.ceil((bound - 1n).toString(2).length / 8) + 16;
    let hex = "";
    for (let i = 0; hex.length < 2 * length; i++) {
      hex += Ballots.hex(Ballots.sha256(Ballots.utf8(`draw|${name}|${n}|${i}`)));
    }
    n++;
    return BigInt("0x" + hex.slice(0, 2 * length)) % bound;
  };
};
const held = Trustee.ceremony(c.label, c.group, c.threshold, c.certificates);"""


def run(page: Page, code: str, ceremony: dict[str, Any], **more: object) -> Any:
    return page.evaluate("async ({c, m}) => { " + STREAM + code + " }", {"c": ceremony, "m": more})


@pytest.mark.parametrize("number", range(len(VECTORS["ceremonies"])))
def test_every_message_of_a_ceremony(scripts: Page, number: int) -> None:
    ceremony = VECTORS["ceremonies"][number]
    code = """
    const made = { certificates: [], polynomials: [], verification_keys: [], decryption_keys: [] };
    made.seeds = c.seeds.map((_, i) => Trustee.seed(stream(`${c.label} seed ${i + 1}`)));
    made.identity = held.identity;
    for (const [i, seed] of c.seeds.entries()) {
      made.certificates.push(Trustee.certificate(seed, c.group, stream(`${c.label} certificate ${i + 1}`)));
      const draw = stream(`${c.label} polynomial ${i + 1}`);
      made.polynomials.push(await Ballots.run(Trustee.polynomial(held, seed, draw)));
    }
    const round = await Ballots.run(Trustee.polynomials(held, c.polynomials));
    made.polynomials_digest = round.digest;
    for (const [i, seed] of c.seeds.entries()) {
      const draw = stream(`${c.label} verification key ${i + 1}`);
      made.verification_keys.push(await Ballots.run(Trustee.verificationKey(held, seed, round, draw)));
      made.decryption_keys.push(String(await Ballots.run(Trustee.decryptionKey(held, seed, round))));
    }
    made.public = await Ballots.run(Trustee.publicObject(held, round, c.verification_keys));
    return made;"""
    made = run(scripts, code, ceremony)
    for field, value in made.items():
        assert value == ceremony[field], field


@pytest.mark.parametrize("number", range(len(VECTORS["wrong"])))
def test_a_wrong_message_is_refused_and_its_sender_named(scripts: Page, number: int) -> None:
    case = VECTORS["wrong"][number]
    code = """
    const put = (texts) => texts.map((text, i) => (i === 1 ? m.message : text));
    try {
      if (m.round === 1) Trustee.ceremony(c.label, c.group, c.threshold, put(c.certificates));
      const round = await Ballots.run(Trustee.polynomials(held, m.round === 2 ? put(c.polynomials) : c.polynomials));
      if (m.round === 2) for (const seed of c.seeds) await Ballots.run(Trustee.decryptionKey(held, seed, round));
      if (m.round === 3) await Ballots.run(Trustee.publicObject(held, round, put(c.verification_keys)));
    } catch (error) {
      return [error.code, error.trustee];
    }
    return "accepted";"""
    assert run(scripts, code, VECTORS["ceremonies"][0], **case) == ["ceremony", 2]


def test_a_complaint_shows_who_is_at_fault(scripts: Page) -> None:
    ceremony = VECTORS["complaint"]
    code = """
    const round = await Ballots.run(Trustee.polynomials(held, c.polynomials)), seed = c.seeds[c.found_by - 1];
    let found;
    try { await Ballots.run(Trustee.decryptionKey(held, seed, round)); } catch (error) { found = error.trustee; }
    const draw = stream(`${c.label} ${c.found_by} against ${c.at_fault}`);
    const complaint = Trustee.complaint(held, seed, round, c.at_fault, draw);
    const [shown, none] = [c.complaint, c.unfounded].map((text) => Trustee.atFault(held, round, text));
    return { found, complaint, shown, none };"""
    made = run(scripts, code, ceremony)
    assert made["found"] == made["shown"] == ceremony["at_fault"]
    assert made["complaint"] == ceremony["complaint"]
    assert made["none"] == ceremony["found_by"]
    code = "Trustee.atFault(held, await Ballots.run(Trustee.polynomials(held, c.polynomials)), m.text);"
    other = ceremony["complaint"].replace('"against":2', '"against":1')
    with pytest.raises(Exception, match="ceremony"):
        run(scripts, code, ceremony, text=other)


def test_whoever_is_not_in_the_list_stops(scripts: Page) -> None:
    with pytest.raises(Exception, match="not-in-ceremony"):
        run(scripts, "Trustee.place(held, Trustee.seed());", VECTORS["ceremonies"][0])
