"""Published vectors for what is hashed, and what belenios-tool derives from a credential."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from symbiosis.web.booth_file import AUTHORITY, BOOTH, STATIC, TRUSTEE
from tests.ballots_js.elections import H_GROUP, NH_GROUP, Election

BYTES = "const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (x) => parseInt(x, 16));"


def run(page: Page, code: str, *arguments: object) -> object:
    return page.evaluate("([...a]) => { " + BYTES + " return " + code + "; }", list(arguments))


# FIPS 180-4, the examples published with it.
SHA = {
    b"": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    b"abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq": (
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    b"a" * 1_000_000: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
}


@pytest.mark.parametrize("message", SHA, ids=len)
def test_sha256(scripts: Page, message: bytes) -> None:
    assert run(scripts, "Ballots.hex(Ballots.sha256(bytes(a[0])))", message.hex()) == SHA[message]


def test_sha256_of_every_length_of_three_blocks(scripts: Page) -> None:
    messages = [bytes(range(n % 256)) + bytes(n) for n in range(100)]
    found = run(
        scripts, "a.map((each) => Ballots.hex(Ballots.sha256(bytes(each))))", *[m.hex() for m in messages]
    )
    assert found == [hashlib.sha256(m).hexdigest() for m in messages]


# RFC 4231, cases 1, 2, 3, 6 and 7.
HMAC = [
    ("0b" * 20, b"Hi There".hex(), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    (
        b"Jefe".hex(),
        b"what do ya want for nothing?".hex(),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ),
    ("aa" * 20, "dd" * 50, "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    (
        "aa" * 131,
        b"Test Using Larger Than Block-Size Key - Hash Key First".hex(),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    ),
    (
        "aa" * 131,
        (
            b"This is a test using a larger than block-size key and a larger than block-size data. "
            b"The key needs to be hashed before being used by the HMAC algorithm."
        ).hex(),
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
    ),
]


@pytest.mark.parametrize(("key", "message", "mac"), HMAC)
def test_hmac(scripts: Page, key: str, message: str, mac: str) -> None:
    assert run(scripts, "Ballots.hex(Ballots.hmac(bytes(a[0]), bytes(a[1])))", key, message) == mac


# RFC 7914, section 11.
PBKDF2 = [
    (
        "passwd",
        "salt",
        1,
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
    ),
    (
        "Password",
        "NaCl",
        80000,
        "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
        "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
    ),
]


@pytest.mark.parametrize(("password", "salt", "iterations", "derived"), PBKDF2)
def test_pbkdf2(scripts: Page, password: str, salt: str, iterations: int, derived: str) -> None:
    code = "Ballots.hex(Ballots.pbkdf2(Ballots.utf8(a[0]), Ballots.utf8(a[1]), a[2], 64))"
    assert run(scripts, code, password, salt, iterations) == derived


@pytest.mark.parametrize("group", [H_GROUP, NH_GROUP])
def test_credentials_that_the_tool_made(election: Election, group: str) -> None:
    uuid = election.tool("setup", "generate-token").strip()
    election.tool("setup", "generate-credentials", "--uuid", uuid, "--group", group, "--count", "4")
    [private] = election.folder.glob("*.privcreds")
    [public] = election.folder.glob("*.pubcreds")
    texts = [line.split()[1] for line in private.read_text().splitlines()]
    code = """a[0].map((text) => {
      const within = Ballots.GROUPS[a[2]], s = Ballots.secret(Ballots.credential(text), a[1], within);
      return String(Ballots.power(within.g, s, within.p));
    })"""
    found = election.run(code, texts, uuid, group)
    listed = re.findall(r"[0-9]{100,}", public.read_text())
    assert sorted(found) == sorted(listed)
    assert len(set(found)) == 4


def test_the_tool_derives_what_the_authority_publishes(election: Election) -> None:
    made = election.run(
        "await Ballots.run(Authority.credentials(...a))", "Bx2tNc3jf6YdEQ", H_GROUP, [3, 1, 1, 2]
    )
    derived = {}
    for each in made["credentials"]:
        arguments = ("--uuid", "Bx2tNc3jf6YdEQ", "--group", H_GROUP, "--derive", each["credential"])
        derived[int(election.tool("setup", "generate-credentials", *arguments))] = each["weight"]
    listed = re.findall(r'"([0-9]+),([0-9]+)"', made["list"])
    assert [(int(key), int(weight)) for key, weight in listed] == sorted(derived.items())


def code_of(script: Path) -> str:
    """A script without its comments."""
    return re.sub(r"^\s*(//|/?\*).*$", "", script.read_text(), flags=re.M)


def test_nothing_in_the_scripts_is_drawn_but_from_the_browsers_source_or_stored() -> None:
    never = (
        "Math.random",
        "eval(",
        "Function(",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "cookie",
        "console.",
    )
    for script in STATIC.glob("*.js"):
        assert [each for each in never if each in code_of(script)] == [], script.name


def test_nothing_is_newer_than_the_browsers_that_first_had_bigint() -> None:
    """Chrome 67, Firefox 68 and Safari 14: what came later would be a script that does not even begin there."""
    newer = (
        r"\?\.[a-z_\[(]",
        r"\?\?",
        r"\.at\(",
        r"replaceAll",
        r"fromEntries",
        r"\.flat(Map)?\(",
        r"matchAll",
    )
    newer += (
        r"globalThis",
        r"\.#",
        r"replaceChildren",
        r"allSettled",
        r"\(\?<",
        r"[0-9]_[0-9]",
        r"structuredClone",
    )
    newer += (r"subtle", r"randomUUID", r"toSorted", r"hasOwn\(", r"static \{", r"&&=", r"\|\|=", r"trimEnd")
    for name in dict.fromkeys(BOOTH + TRUSTEE + AUTHORITY):
        found = [each for each in newer if re.search(each, code_of(STATIC / name))]
        assert found == [], (name, found)
