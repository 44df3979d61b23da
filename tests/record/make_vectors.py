"""Write docs/spec/vectors from the second writing: `python -m tests.record.make_vectors`."""

from __future__ import annotations

import base64
import json
from pathlib import Path

from tests.record import second

FOLDER = Path(__file__).parents[2] / "docs" / "spec" / "vectors"
SEED = bytes(range(32))
OTHER = bytes(range(1, 33))
# RFC 8032, section 7.1, test 1.
RFC_SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
RFC_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


def canonical() -> dict:
    values = [
        {}, [], None, True, 0, -1, 2**53 - 1, -(2**53 - 1), "", "a", 'quo"te \\ / ', "\b\t\n\f\r\u0000\u001f\u007f",
        "é ñ ü 漢字 🜨", {"b": 1, "a": [1, {"z": None, "Z": "x"}], "_": False}, [[[[]]]],
        {"at": 1813302000, "by": "facilitator", "present": 14, "type": "AttendanceStated", "v": 1},
    ]  # fmt: skip
    valid = [second.spelled(value) for value in values]
    invalid = [
        '{"b":1,"a":2}', '{"a":1,"a":1}', '{"a": 1}', " 1", "1 ", "1.0", "1e3", "01", "-0", "9007199254740992",
        '"\\u00e9"', '"\\/"', '"\\u001F"', '"e\u0301"', '{"é":1}', "[1,]", "nul", "", "NaN", "'a'",
        "[" * 33 + "]" * 33,
    ]  # fmt: skip
    return {
        "valid": [{"text": text, "sha256": second.sha(text.encode()).hex()} for text in valid],
        "invalid": invalid,
    }


def tree() -> dict:
    entries = [f"entry {n}".encode() for n in range(20)]
    sizes = [0, 1, 2, 3, 4, 7, 8, 9, 16, 20]
    inclusion = [
        {"index": i, "size": n, "proof": [h.hex() for h in second.path(i, entries[:n])]}
        for n in sizes[1:]
        for i in sorted({0, n // 2, n - 1})
    ]
    consistency = [
        {"old": m, "new": n, "proof": [h.hex() for h in second.growth(m, entries[:n])]}
        for n in sizes[1:]
        for m in sorted({1, n // 2, n - 1, n} - {0})
    ]
    good = second.path(5, entries[:8])
    wrong = [
        {"index": 5, "size": 8, "proof": [h.hex() for h in good[:-1]]},
        {"index": 5, "size": 8, "proof": [h.hex() for h in [*good, good[0]]]},
        {"index": 4, "size": 8, "proof": [h.hex() for h in good]},
        {"index": 8, "size": 8, "proof": [h.hex() for h in good]},
        {"index": 5, "size": 8, "proof": [h.hex() for h in reversed(good)]},
    ]
    roots = {str(n): second.root(entries[:n]).hex() for n in sizes}
    return {"roots": roots, "inclusion": inclusion, "consistency": consistency, "wrong": wrong}


def notes() -> dict:
    good = second.note("Hello\nall\n", "example", SEED)
    asked = (("example", SEED, "Hello\nall\n"), ("rfc8032", RFC_SEED, "x\n"))
    signed = [
        {"name": name, "seed": seed.hex(), "public": second.public(seed).hex(), "text": text}
        | {"note": second.note(text, name, seed)}
        for name, seed, text in asked
    ]
    assert signed[1]["public"] == RFC_PUBLIC
    malformed = [
        good[:-1], good.replace("\n\n", "\n"), good.replace("\u2014", "-"), good.replace("Hello", "He\tllo"),
        good + "x", "", "\n", good.replace(" example ", " exa+mple "), good.partition("\u2014")[0],
    ]  # fmt: skip
    return {"signed": signed, "forged": [good.replace("Hello", "Hallo")], "malformed": malformed}


def checkpoints() -> dict:
    entries = [f"entry {n}".encode() for n in range(6)]
    origin = f"body/{second.identity(entries[0])}/board"
    made = second.proof(3, origin, entries, SEED)
    base = {
        "origin": origin,
        "public": second.public(SEED).hex(),
        "entry": "entry 3",
        "proof": made,
        "holds": False,
    }
    proofs = [
        base | {"entry": f"entry {n}", "proof": second.proof(n, origin, entries, SEED), "holds": True}
        for n in range(6)
    ]
    wrong = [
        {"entry": "entry 4"},
        {"proof": made.replace("index 3", "index 2")},
        {"public": second.public(OTHER).hex()},
        {"origin": origin.replace("/board", "/book")},
        {"proof": made.replace("tlog-proof@v1\n", "tlog-proof@v1\nextra AAAA\n")},
        {"proof": made.replace(f"{origin}\n6\n", f"{origin}\n7\n")},
    ]
    proofs += [base | each for each in wrong]
    return {"proofs": proofs}


def identity() -> dict:
    entries = ["entry 0", '{"at":1,"type":"BodyFounded","v":1}']
    ids = [{"entry": entry, "id": second.identity(entry.encode())} for entry in entries]
    good = f"body/{ids[0]['id']}/board"
    wrong = [good[:-1], good + "/", good.upper(), good.replace("/board", "/roll"), "body//board", "board", ""]
    return {
        "ids": ids,
        "key_hash": {"public": RFC_PUBLIC, "next": second.sha(bytes.fromhex(RFC_PUBLIC)).hex()},
        "wrong": wrong,
    }


def bundle() -> dict:
    entries = [b"first entry", b"second entry", "thïrd".encode()]
    text = b"An attachment.\n"
    made = second.bundle(entries, SEED, {second.sha(text).hex(): text})
    cuts = [0, 1, 18, 19, 60, len(made) // 2, len(made) - 4, len(made) - 1]
    broken = [made[:cut] for cut in cuts] + [
        made + b"\n",
        made.replace(b"bundle 1", b"bundle 2"),
        made.replace(b"/board 3 ", b"/board 03 "),
        made.replace(b"/board 3 ", b"/board 4 "),
        made.replace(b"second", b"sekond"),
        made.replace(b"first", b"fyrst"),
        made.replace(b"An attachment", b"An Attachment"),
    ]
    return {
        "bundle": base64.b64encode(made).decode(),
        "entries": [entry.decode() for entry in entries],
        "id": second.identity(entries[0]),
        "root": second.root(entries).hex(),
        "broken": [base64.b64encode(each).decode() for each in broken],
    }


FILES = {
    "canonical": canonical,
    "tree": tree,
    "notes": notes,
    "checkpoints": checkpoints,
    "identity": identity,
    "bundle": bundle,
}


def written(name: str) -> str:
    """A file of vectors as it stands in the folder."""
    return json.dumps(FILES[name](), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in FILES:
        (FOLDER / f"{name}.json").write_text(written(name), encoding="utf-8")
