"""Elections whose every secret is made in the browser, and which belenios-tool, that nobody here wrote, judges."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

H_GROUP, NH_GROUP = "BELENIOS-2048", "RFC-3526-2048"


def choice(
    question: str, answers: Sequence[str], least: int, most: int, blank: bool = False
) -> dict[str, Any]:
    """A question that is counted under encryption."""
    asked: dict[str, Any] = {"answers": list(answers), "min": least, "max": most, "question": question}
    return {"answers": asked.pop("answers"), "blank": True, **asked} if blank else asked


def ranking(question: str, answers: Sequence[str]) -> dict[str, Any]:
    """A question whose papers are shuffled and then opened."""
    return {"type": "NonHomomorphic", "value": {"answers": list(answers), "question": question}}


class Election:
    """One election in a folder: `set_up`, `vote`, `close`, `shuffle`, `decrypt`, `result`, `verify`."""

    def __init__(self, folder: Path, page: Page) -> None:
        self.folder, self.page = folder, page
        self.shuffles: list[str] = []
        self.ballots: list[str] = []

    def tool(self, *arguments: str, given: str = "") -> str:
        """What belenios-tool prints; it must succeed."""
        done = self.ask(*arguments, given=given)
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    def ask(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run belenios-tool in the folder."""
        environment = os.environ | {"BELENIOS_USE_URANDOM": "1"}
        return subprocess.run(
            ["belenios-tool", *arguments],
            cwd=self.folder,
            input=given,
            capture_output=True,
            text=True,
            env=environment,
        )

    def run(self, code: str, *arguments: object) -> Any:
        """Evaluate JavaScript over `a`, the arguments, with `e`, the election, once there is one."""
        given = {"a": list(arguments), "text": getattr(self, "text", None)}
        return self.page.evaluate(
            "async ({a, text}) => { const e = text && Ballots.election(text); return (" + code + "); }", given
        )

    def set_up(
        self,
        questions: Sequence[dict[str, Any]],
        voters: int = 3,
        trustees: str = "single 1",
        weights: Sequence[int] = (),
    ) -> None:
        """Credentials and keys in the browser, everything public through the tool."""
        self.group = NH_GROUP if any("type" in each for each in questions) else H_GROUP
        self.uuid = self.tool("setup", "generate-token").strip()
        made = self.run(
            "await Ballots.run(Authority.credentials(...a))",
            self.uuid,
            self.group,
            list(weights) or [1] * voters,
        )
        self.credentials = [each["credential"] for each in made["credentials"]]
        self.listed = made["list"]
        self.write("public_creds.json", made["list"])
        kind, *numbers = trustees.split()
        self.keys: list[tuple[int, str]] = []
        if kind == "single":
            self._single(int(numbers[0]))
        else:
            self._threshold(int(numbers[0]), int(numbers[1]))
        self.tool("setup", "make-trustees")
        head = {"description": "Déjà décidé", "name": "Élection"}
        tail = {"administrator": "A", "credential_authority": "C"}
        self.write("template.json", json.dumps({**head, "questions": list(questions), **tail}))
        made_by = ("--uuid", self.uuid, "--group", self.group, "--template", "template.json")
        self.tool("setup", "make-election", *made_by)
        self.text = (self.folder / "election.json").read_text().removesuffix("\n")
        self.tool("archive", "init")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def _single(self, count: int) -> None:
        made = [self.run("await Ballots.run(Trustee.key(...a))", self.group) for _ in range(count)]
        self.write("public_keys.jsons", "".join(key["open"] + "\n" for key in made))
        self.keys = [(number, json.loads(key["secret"])) for number, key in enumerate(made, 1)]

    def _threshold(self, needed: int, count: int) -> None:
        """The ceremony, all messages passing through here as through a node."""
        made = self.run(CEREMONY, self.uuid, self.group, needed, count)
        self.write("public_keys.jsons", "")
        self.write("threshold.json", made["open"])
        self.keys = list(enumerate(made["secrets"], 1))

    def ballot(self, voter: int, votes: list[list[int]]) -> str:
        """A sealed ballot, taken to be cast."""
        code = "(await Ballots.run(Ballots.sealed(e, ...a))).cast()"
        return str(self.run(code, self.credentials[voter], votes))

    def vote(self, voter: int, votes: list[list[int]]) -> None:
        self.ballots.append(self.ballot(voter, votes))
        self.event("Ballot", self.ballots[-1])

    def event(self, kind: str, text: str = "") -> None:
        self.tool("archive", "add-event", f"--type={kind}", given=text)

    def close(self) -> None:
        self.event("EndBallots")
        both = self.tool("election", "compute-encrypted-tally")
        self.tally = both.splitlines()[0]
        self.event("EncryptedTally", both)

    def owned(self, kind: str, owner: int, text: str) -> None:
        """An event whose content belongs to a trustee, by number."""
        named = json.dumps({"owner": owner, "payload": hashlib.sha256(text.encode()).hexdigest()})
        self.event(kind, f"{text}\n{named.replace(': ', ':').replace(', ', ',')}")

    def shuffle(self, owner: int) -> None:
        before = self.shuffles[-1] if self.shuffles else None
        self.shuffles.append(self.run("await Ballots.run(Trustee.shuffled(e, ...a))", self.tally, before))
        self.owned("Shuffle", owner, self.shuffles[-1])

    def decrypt(self, *owners: int) -> None:
        """Partial decryptions of these trustees, or of all."""
        code = "await Ballots.run(Trustee.decryption(e, BigInt(a[0]), a[1], a[2]))"
        for owner, secret in self.keys:
            if not owners or owner in owners:
                made = self.run(code, secret, self.tally, self.shuffles[-1] if self.shuffles else None)
                self.owned("PartialDecryption", owner, made)

    def result(self) -> Any:
        both = self.tool("election", "compute-result")
        self.event("Result", both)
        return json.loads(both.splitlines()[0])["result"]

    def verify(self) -> subprocess.CompletedProcess[str]:
        """The judge's word on the archive so far."""
        return self.ask("election", "verify")


CEREMONY = """await (async ([label, group, needed, count]) => {
  const seeds = Array.from({length: count}, () => Trustee.seed());
  const held = Trustee.ceremony(label, group, needed, seeds.map((s) => Trustee.certificate(s, group)));
  const texts = [], keys = [], secrets = [];
  for (const s of seeds) texts.push(await Ballots.run(Trustee.polynomial(held, s)));
  const round = await Ballots.run(Trustee.polynomials(held, texts));
  for (const s of seeds) {
    keys.push(await Ballots.run(Trustee.verificationKey(held, s, round)));
    secrets.push(String(await Ballots.run(Trustee.decryptionKey(held, s, round))));
  }
  return { open: await Ballots.run(Trustee.publicObject(held, round, keys)), secrets };
})(a)"""
