"""belenios-tool 2.0, the judge that nobody here wrote: elections in a folder of their own, made step by step."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tarfile
from pathlib import Path

from symbiosis.ballots import wire
from symbiosis.ballots.challenges import sha256_base64


def tool(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What the tool answers; a test fails with the tool's own words if it says no."""
    done = ask(folder, *words, given=given)
    assert done.returncode == 0, done.stderr.decode()[-600:]
    return done.stdout


def ask(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What the tool answers, also if it says no."""
    surroundings = {**os.environ, "BELENIOS_USE_URANDOM": "1"}
    return subprocess.run(
        ["belenios-tool", *words], cwd=folder, input=given, env=surroundings, capture_output=True, check=False
    )


def add(folder: Path, kind: str, *payloads: bytes) -> None:
    """Add an event to the archive, with its payload of one or two records."""
    tool(folder, "archive", "add-event", f"--type={kind}", given=b"".join(each + b"\n" for each in payloads))


def add_owned(folder: Path, kind: str, owner: int, payload: bytes) -> None:
    """Add what a trustee did: the record, and the one that says whose it is."""
    digest = hashlib.sha256(payload).hexdigest()
    add(folder, kind, payload, wire.encode(wire.Owned(owner, digest)))


def open_election(
    folder: Path, group: str, questions: list, voters: int, trustees: bytes | None
) -> list[str]:
    """Set up an election; `trustees` is trustees.json, None for two mandatory ones by the tool. Gives the voters'
    private credentials."""
    template = {
        "description": "", "name": "Test", "questions": questions,
        "administrator": "A", "credential_authority": "B",
    }  # fmt: skip
    (folder / "questions.json").write_text(json.dumps(template))
    uuid = tool(folder, "setup", "generate-token").decode().strip()
    named = ("--uuid", uuid, "--group", group)
    tool(folder, "setup", "generate-credentials", *named, "--count", str(voters))
    next(folder.glob("*.pubcreds")).rename(folder / "public_creds.json")
    private = next(folder.glob("*.privcreds")).read_text().splitlines()
    if trustees is None:
        for _ in range(2):
            tool(folder, "setup", "generate-trustee-key", "--group", group)
        keys = sorted(folder.glob("*.pubkey"))
        (folder / "public_keys.jsons").write_bytes(b"".join(key.read_bytes() for key in keys))
        tool(folder, "setup", "make-trustees")
    else:
        (folder / "trustees.json").write_bytes(trustees)
    tool(folder, "setup", "make-election", *named, "--template", "questions.json")
    tool(folder, "archive", "init")
    return [line.split()[1] for line in private]


def cast(folder: Path, credential: str, vote: list) -> None:
    """Let the tool make a ballot and add it."""
    (folder / "credential").write_text(credential + "\n")
    (folder / "vote").write_text(json.dumps(vote))
    ballot = tool(folder, "election", "generate-ballot", "--privcred", "credential", "--ballot", "vote")
    add(folder, "Ballot", ballot.strip())


def close(folder: Path) -> None:
    """End the casting and add the encrypted tally."""
    add(folder, "EndBallots")
    add(folder, "EncryptedTally", *tool(folder, "election", "compute-encrypted-tally").splitlines())


def records(folder: Path) -> dict[str, bytes]:
    """The archive's records by their hash."""
    found = {}
    with tarfile.open(next(folder.glob("*.bel"))) as archive:
        for member in archive:
            held = archive.extractfile(member)
            assert held is not None
            found[member.name.partition(".")[0]] = held.read()
    return found


def election(folder: Path) -> tuple[str, wire.ElectionText]:
    """The fingerprint of the election and what it says."""
    held = records(folder)
    setup = next(data for data in held.values() if data.startswith(b'{"election":'))
    text = held[wire.decode(setup, wire.SetupData).election]
    return sha256_base64(text), wire.decode(text, wire.ElectionText)


def payloads(folder: Path, kind: str) -> list[bytes]:
    """The payloads of all events of a kind, in order; of an owned one the record it points at."""
    held = records(folder)
    found = []
    for data in held.values():
        if (b'"type":"' + kind.encode() + b'"') not in data[:200]:
            continue
        payload = held[json.loads(data)["payload"]]
        pointer = json.loads(payload)
        inner = (
            pointer.get("payload") or pointer.get("encrypted_tally") if isinstance(pointer, dict) else None
        )
        found.append(held[inner] if inner else payload)
    return found


def verify(folder: Path) -> None:
    """Let the tool check the whole archive."""
    done = ask(folder, "election", "verify")
    assert done.returncode == 0, done.stderr.decode()[-600:]


def result(folder: Path) -> list:
    """Let the tool compute the result from the partial decryptions in the archive, and add it."""
    text = tool(folder, "election", "compute-result").strip()
    add(folder, "Result", text)
    verify(folder)
    return json.loads(text)["result"]
