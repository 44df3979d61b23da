"""The key ceremony written a second time, from `docs/spec/trustees.md` alone: plain numbers, nothing of
ours but p, q, g."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable

from symbiosis.ballots.groups import GROUPS

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
Draw = Callable[[int], int]


def sha(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def stretched(text: str, length: int) -> int:
    """The big-endian number of the first `length` bytes of SHA(text + "0") + SHA(text + "1") + …"""
    data = b"".join(sha(f"{text}{block}") for block in range(length // 32 + 1))
    return int.from_bytes(data[:length], "big")


def size(bound: int) -> int:
    return ((bound - 1).bit_length() + 7) // 8


def stream(name: str) -> Draw:
    """The draws of the vectors: a stream with a name."""
    count = -1

    def draw(bound: int) -> int:
        nonlocal count
        count += 1
        return stretched(f"draw|{name}|{count}|", size(bound) + 16) % bound

    return draw


def text_of(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class Trustees:
    """One ceremony; trustees are numbered from 1."""

    def __init__(self, group: str, label: str, threshold: int, seeds: list[str]) -> None:
        held = GROUPS[group]
        self.group, self.label, self.threshold, self.seeds = group, label, threshold, seeds
        self.p, self.q, self.g = int(held.p), int(held.q), int(held.g)
        self.sk = [self.num(f"sk|{seed}") for seed in seeds]
        self.dk = [self.num(f"dk|{seed}") for seed in seeds]
        self.ek = [pow(self.g, dk, self.p) for dk in self.dk]

    def num(self, text: str) -> int:
        return int.from_bytes(sha(text), "big") % self.q

    def proof(self, secret: int, prefix: str, draw: Draw) -> dict[str, str]:
        w = draw(self.q)
        challenge = self.num(f"{prefix}{pow(self.g, w, self.p)}")
        return {"challenge": str(challenge), "response": str((w - secret * challenge) % self.q)}

    def signed(self, i: int, message: str, draw: Draw) -> dict[str, object]:
        return {"message": message, "signature": self.proof(self.sk[i - 1], f"sigmsg|{message}|", draw)}

    def closing(self, i: int, fields: dict[str, object], draw: Draw) -> str:
        message = text_of(fields)
        return text_of(fields | {"signature": self.proof(self.sk[i - 1], f"sigmsg|{message}|", draw)})

    def certificate(self, i: int, draw: Draw) -> str:
        keys = {"verification": str(pow(self.g, self.sk[i - 1], self.p)), "encryption": str(self.ek[i - 1])}
        return text_of(self.signed(i, text_of(keys), draw))

    def open(self, certificates: list[str]) -> None:
        digests = ",".join(sha(each).hex() for each in certificates)
        n = len(certificates)
        self.certificates = certificates
        self.identity = sha(f"ceremony|{self.label}|{self.group}|{self.threshold}|{n}|{digests}").hex()

    def value(self, i: int, x: int) -> int:
        names = [f"coefficient|{self.seeds[i - 1]}|{self.identity}|{k}|" for k in range(self.threshold)]
        self.a = [stretched(name, size(self.q) + 16) % self.q for name in names]
        return sum(a * x**k for k, a in enumerate(self.a)) % self.q

    def sealed(self, i: int, j: int, share: int, draw: Draw) -> dict[str, str]:
        r = draw(self.q)
        alpha, k = pow(self.g, r, self.p), pow(self.ek[j - 1], r, self.p)
        context = f"{self.identity}|{i}|{j}|{alpha}|{self.ek[j - 1]}|{k}"
        key, tag = sha(f"share key|{context}"), sha(f"share tag|{context}")
        length = size(self.q)
        mask = b"".join(hashlib.sha256(key + bytes([0, 0, 0, n])).digest() for n in range(length // 32 + 1))
        data = (share ^ int.from_bytes(mask[:length], "big")).to_bytes(length, "big")
        return {"alpha": str(alpha), "data": data.hex(), "mac": hmac.new(tag, data, "sha256").hexdigest()}

    def polynomial(self, i: int, draw: Draw, wrong: dict[int, int] | None = None) -> str:
        """Round 2; `wrong` adds to the shares of some trustees."""
        shares = {j: self.value(i, j) for j in range(1, len(self.seeds) + 1)}
        shares |= {j: (shares[j] + more) % self.q for j, more in (wrong or {}).items()}
        committed = text_of({"coefexps": [str(pow(self.g, a, self.p)) for a in self.a]})
        coefexps = self.signed(i, committed, draw)
        closed = [self.sealed(i, j, share, draw) for j, share in shares.items()]
        fields = {"ceremony": self.identity, "trustee": i, "coefexps": coefexps, "shares": closed}
        return self.closing(i, fields, draw)

    def collect(self, polynomials: list[str]) -> None:
        self.polynomials = polynomials
        self.digests = [sha(each).hex() for each in polynomials]
        self.digest = sha(f"polynomials|{self.identity}|{','.join(self.digests)}").hex()

    def decryption_key(self, j: int) -> int:
        return sum(self.value(i, j) for i in range(1, len(self.seeds) + 1)) % self.q

    def verification_key(self, j: int, draw: Draw) -> str:
        secret = self.decryption_key(j)
        public = pow(self.g, secret, self.p)
        pok = self.proof(secret, f"pok|{self.group}|{public}|", draw)
        fields = {
            "ceremony": self.identity, "trustee": j, "polynomials": self.digest,
            "public_key": {"pok": pok, "public_key": str(public)},
        }  # fmt: skip
        return self.closing(j, fields, draw)

    def complaint(self, j: int, i: int, draw: Draw, sign: int = 1) -> str:
        """A complaint; with `sign` -1 the key is not in the group."""
        alpha = int(json.loads(self.polynomials[i - 1])["shares"][j - 1]["alpha"])
        key = pow(alpha, self.dk[j - 1], self.p) * sign % self.p
        w = draw(self.q)
        prefix = f"complaint|{self.identity}|{i}|{j}|{self.digests[i - 1]}|{key}|"
        c = self.num(f"{prefix}{pow(self.g, w, self.p)},{pow(alpha, w, self.p)}")
        fields = {
            "ceremony": self.identity, "trustee": j, "against": i, "polynomial": self.digests[i - 1], "key": str(key),
            "proof": {"challenge": str(c), "response": str((w - self.dk[j - 1] * c) % self.q)},
        }  # fmt: skip
        return self.closing(j, fields, draw)

    def public(self, messages: list[str]) -> str:
        return text_of(
            {
                "threshold": self.threshold,
                "certs": [json.loads(each) for each in self.certificates],
                "coefexps": [json.loads(each)["coefexps"] for each in self.polynomials],
                "verification_keys": [json.loads(each)["public_key"] for each in messages],
            }
        )


def seed_of(draw: Draw) -> str:
    return "".join(LETTERS[draw(58)] for _ in range(22))
