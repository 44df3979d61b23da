"""Write docs/spec/vectors/ballots/trustees.json from the second writing:
`python -m tests.ballots.make_trustee_vectors`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.ballots.second_trustees import Trustees, seed_of, stream, text_of

FILE = Path(__file__).parents[2] / "docs" / "spec" / "vectors" / "ballots" / "trustees.json"


def begun(group: str, label: str, threshold: int, count: int) -> Trustees:
    """A ceremony up to the messages of round 2. Each message has a stream of draws, named by the label."""
    seeds = [seed_of(stream(f"{label} seed {i}")) for i in range(1, count + 1)]
    made = Trustees(group, label, threshold, seeds)
    made.open([made.certificate(i, stream(f"{label} certificate {i}")) for i in range(1, count + 1)])
    made.collect([made.polynomial(i, stream(f"{label} polynomial {i}")) for i in range(1, count + 1)])
    return made


def ceremony(group: str, label: str, threshold: int, count: int) -> dict:
    made = begun(group, label, threshold, count)
    numbers = range(1, count + 1)
    keys = [made.verification_key(j, stream(f"{label} verification key {j}")) for j in numbers]
    return {
        "group": group, "label": label, "threshold": threshold, "seeds": made.seeds,
        "certificates": made.certificates, "identity": made.identity,
        "polynomials": made.polynomials, "polynomials_digest": made.digest,
        "verification_keys": keys, "decryption_keys": [str(made.decryption_key(j)) for j in numbers],
        "public": made.public(keys),
    }  # fmt: skip


def complaint() -> dict:
    """Trustee 2 gave trustee 3 a wrong share; trustee 3 shows it. A complaint against trustee 1 is unfounded."""
    label = "complaint"
    made = begun("BELENIOS-2048", label, 2, 3)
    worse = made.polynomial(2, stream(f"{label} polynomial 2"), wrong={3: 1})
    made.collect([made.polynomials[0], worse, made.polynomials[2]])
    return {
        "group": made.group, "label": label, "threshold": 2, "seeds": made.seeds,
        "certificates": made.certificates, "polynomials": made.polynomials,
        "at_fault": 2, "found_by": 3, "complaint": made.complaint(3, 2, stream(f"{label} 3 against 2")),
        "unfounded": made.complaint(3, 1, stream(f"{label} 3 against 1")),
    }  # fmt: skip


def resigned(made: Trustees, message: str, **fields: object) -> str:
    """A message of trustee 2 with other fields, signed anew by trustee 2: only its content is wrong."""
    held = json.loads(message)
    del held["signature"]
    return made.closing(2, held | fields, stream("resigned"))


def wrong_polynomials(made: Trustees, other: Trustees) -> list[str]:
    """Messages of trustee 2 in round 2 that must be refused."""
    good = made.polynomials[1]
    held = json.loads(good)
    share, *rest = held["shares"]
    alpha, commitments = share["alpha"], json.loads(held["coefexps"]["message"])["coefexps"]
    minus = str(made.p - int(commitments[0]))

    def committed(numbers: list[str], by: int = 2) -> str:
        text = text_of({"coefexps": numbers})
        return resigned(made, good, coefexps=made.signed(by, text, stream("resigned")))

    def with_share(**fields: str) -> str:
        return resigned(made, good, shares=[share | fields, *rest])

    return [
        good.replace(made.identity, other.identity), other.polynomials[1], made.polynomials[0],
        good.replace(share["mac"], share["mac"][::-1]), good.replace('"trustee":2', '"trustee":02'),
        good.replace(alpha, "0" + alpha), good[:-1], good + "\n", good.replace(",", ", ", 1),
        resigned(made, good, ceremony=other.identity), resigned(made, good, trustee=1),
        resigned(made, good, shares=rest), resigned(made, good, shares=[share, share, *rest]),
        resigned(made, good, note="more"),
        with_share(alpha=str(made.p - int(alpha))), with_share(alpha="1"), with_share(alpha="0"),
        with_share(alpha=str(made.p + int(alpha))), with_share(data=share["data"][2:]),
        with_share(data=share["data"][:-1] + "A"), with_share(mac=share["mac"] + "00"),
        committed(commitments[:1]), committed([*commitments, commitments[0]]), committed([minus, commitments[1]]),
        committed([commitments[0], "0"]), committed(commitments, by=1),
    ]  # fmt: skip


def wrong_keys(made: Trustees, other: Trustees) -> list[str]:
    """Messages of trustee 2 in round 3 that must be refused."""
    good = made.verification_key(2, stream("two-of-three verification key 2"))
    held = json.loads(good)["public_key"]
    public = str(pow(made.g, 5, made.p))
    pok = made.proof(5, f"pok|{made.group}|{public}|", stream("resigned"))
    pok_of_other = made.proof(
        made.decryption_key(1), f"pok|{made.group}|{held['public_key']}|", stream("resigned")
    )
    return [
        other.verification_key(2, stream("resigned")), resigned(made, good, ceremony=other.identity),
        made.verification_key(1, stream("resigned")), resigned(made, good, polynomials=other.digest),
        resigned(made, good, public_key={"pok": pok, "public_key": public}),
        resigned(made, good, public_key=held | {"pok": pok_of_other}),
        resigned(made, good, public_key=held | {"name": "Ann"}), good.replace('"trustee":2', '"trustee":3'), good[1:],
    ]  # fmt: skip


def wrong() -> list[dict]:
    """Messages that must be refused in the first ceremony, in the place of trustee 2's, whose fault they are."""
    made = begun("BELENIOS-2048", "two-of-three", 2, 3)
    other = begun("BELENIOS-2048", "another", 2, 3)
    good = made.certificates[1]
    signed = json.loads(good)
    own = signed["message"]

    def certified(message: str) -> str:
        return text_of(made.signed(2, message, stream("resigned")))

    verification = json.loads(own)["verification"]
    certificates = [
        made.certificates[0], good + " ", good.replace('"message"', '"text"'),
        good.replace(signed["signature"]["response"], str(int(signed["signature"]["response"]) + made.q)),
        text_of(made.signed(1, own, stream("resigned"))), certified(own.replace(str(made.ek[1]), str(made.ek[0]))),
        certified(own.replace(str(made.ek[1]), str(made.p - made.ek[1]))), certified(own.replace(",", ", ")),
        certified(own.replace(str(made.ek[1]), "1")), certified(own.replace(str(made.ek[1]), verification)),
    ]  # fmt: skip
    rounds = ((1, certificates), (2, wrong_polynomials(made, other)), (3, wrong_keys(made, other)))
    return [{"round": number, "message": message} for number, messages in rounds for message in messages]


def written() -> str:
    """The file as it stands in the folder."""
    vectors = {
        "ceremonies": [
            ceremony("BELENIOS-2048", "two-of-three", 2, 3),
            ceremony("RFC-3526-2048", "two-of-two", 2, 2),
            ceremony("BELENIOS-2048", "one-of-one", 1, 1),
        ],
        "wrong": wrong(),
        "complaint": complaint(),
    }
    return json.dumps(vectors, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(written(), encoding="utf-8")
