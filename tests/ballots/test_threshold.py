"""Trustees by threshold: the ceremony equals its second writing, and whoever sends what is wrong is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

import pytest
from gmpy2 import invert, mpz
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.ballots import complaints, wire
from symbiosis.ballots.ceremony import make_certificate, make_seed, open_ceremony, own_number
from symbiosis.ballots.groups import BELENIOS_2048, GROUPS, Group, SecretPowers
from symbiosis.ballots.sealed_shares import open_share, route, seal_share, shared_key
from symbiosis.ballots.threshold import (
    Polynomials,
    check_published,
    decryption_key,
    make_polynomial,
    make_verification_key,
    public_parameters,
    read_polynomial,
    read_polynomials,
    read_verification_key,
)
from symbiosis.ballots.trustees import Trustees, check_threshold, election_key
from symbiosis.errors import Unsound
from tests.ballots.make_trustee_vectors import FILE, begun, written
from tests.ballots.second_trustees import stream

VECTORS = json.loads(FILE.read_text(encoding="utf-8"))
GROUP = BELENIOS_2048
G = SecretPowers(GROUP, GROUP.g)


def at_fault(step: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(Unsound) as found:
        step(*arguments)
    return found.value.where


def held(
    group: Group, enough: int, count: int, label: str = "test"
) -> tuple[Polynomials, list[str], list[bytes]]:
    """A whole ceremony, with its trustees' seeds and the messages of round 3."""
    draw = Random(f"{label} {enough} {count}").randrange
    seeds = [make_seed(draw) for _ in range(count)]
    opened = open_ceremony(group, label, enough, [make_certificate(group, seed, draw) for seed in seeds])
    polynomials = read_polynomials(opened, [make_polynomial(opened, seed, draw) for seed in seeds])
    return polynomials, seeds, [make_verification_key(polynomials, seed, draw) for seed in seeds]


def read_vector(each: dict, label: str = "label") -> Polynomials:
    certificates = [text.encode() for text in each["certificates"]]
    opened = open_ceremony(GROUPS[each["group"]], each[label], each["threshold"], certificates)
    return read_polynomials(opened, [text.encode() for text in each["polynomials"]])


def test_the_vectors_are_as_the_second_writing_makes_them() -> None:
    assert FILE.read_text(encoding="utf-8") == written()


@pytest.mark.parametrize("each", VECTORS["ceremonies"], ids=lambda each: each["label"])
def test_every_message_is_that_of_the_second_writing(each: dict) -> None:
    group, label = GROUPS[each["group"]], each["label"]
    polynomials = read_vector(each)
    opened = polynomials.ceremony
    assert opened.identity == each["identity"]
    assert polynomials.digest == each["polynomials_digest"]
    for number, seed in enumerate(each["seeds"], 1):
        assert make_seed(stream(f"{label} seed {number}")) == seed
        assert own_number(opened, seed) == number
        made = (
            make_certificate(group, seed, stream(f"{label} certificate {number}")),
            make_polynomial(opened, seed, stream(f"{label} polynomial {number}")),
            make_verification_key(polynomials, seed, stream(f"{label} verification key {number}")),
        )
        expected = (each[name][number - 1] for name in ("certificates", "polynomials", "verification_keys"))
        assert tuple(message.decode() for message in made) == tuple(expected)
        assert str(decryption_key(polynomials, seed)) == each["decryption_keys"][number - 1]
    parameters = public_parameters(polynomials, [text.encode() for text in each["verification_keys"]])
    assert wire.encode(parameters).decode() == each["public"]
    check_published(polynomials, each["seeds"][0], parameters)


@pytest.mark.parametrize("each", range(len(VECTORS["wrong"])))
def test_what_is_wrong_is_its_senders(each: int) -> None:
    good, wrong = VECTORS["ceremonies"][0], VECTORS["wrong"][each]
    message = wrong["message"].encode()
    if wrong["round"] == 1:
        certificates = [text.encode() for text in good["certificates"]]
        certificates[1] = message
        assert at_fault(open_ceremony, GROUP, good["label"], 2, certificates) == "trustee 2"
    elif wrong["round"] == 2:
        messages = [text.encode() for text in good["polynomials"]]
        messages[1] = message
        opened = read_vector(good).ceremony
        assert at_fault(read_polynomials, opened, messages) == "trustee 2"
        assert at_fault(read_polynomial, opened, 2, message) == "trustee 2"
    else:
        messages = [text.encode() for text in good["verification_keys"]]
        messages[1] = message
        polynomials = read_vector(good)
        assert at_fault(public_parameters, polynomials, messages) == "trustee 2"
        assert at_fault(read_verification_key, polynomials, 2, message) == "trustee 2"


def test_a_wrong_share_is_blamed_on_its_sender_and_can_be_shown() -> None:
    each = VECTORS["complaint"]
    polynomials = read_vector(each)
    one, two, three = each["seeds"]
    decryption_key(polynomials, one)
    decryption_key(polynomials, two)
    assert at_fault(decryption_key, polynomials, three) == "trustee 2"
    assert at_fault(make_verification_key, polynomials, three, Random(1).randrange) == "trustee 2"
    shown = complaints.make_complaint(polynomials, 2, three, stream("complaint 3 against 2"))
    assert shown.decode() == each["complaint"]
    assert complaints.judge_complaint(polynomials, 3, shown) == 2


def test_nobody_is_accused_falsely() -> None:
    each = VECTORS["complaint"]
    polynomials = read_vector(each)
    three = each["seeds"][2]
    unfounded = complaints.make_complaint(polynomials, 1, three, stream("complaint 3 against 1"))
    assert unfounded.decode() == each["unfounded"]
    assert at_fault(complaints.judge_complaint, polynomials, 3, unfounded) == "trustee 3"
    shown = each["complaint"].encode()
    assert at_fault(complaints.judge_complaint, polynomials, 1, shown) == "trustee 1"
    # Signed anew by the accuser, with another key, another proof, another polynomial or a stranger.
    second = begun("BELENIOS-2048", "complaint", 2, 3)
    fields = json.loads(shown)
    del fields["signature"]
    worse: list[dict] = [
        {"key": str(int(fields["key"]) * 4 % GROUP.p)}, {"key": str(GROUP.p - int(fields["key"]))}, {"against": 1},
        {"against": 0}, {"against": 4}, {"polynomial": polynomials.digests[0]},
        {"against": 1, "polynomial": polynomials.digests[0]},
        {"proof": fields["proof"] | {"response": str(int(fields["proof"]["response"]) + GROUP.q)}},
    ]  # fmt: skip
    for other in worse:
        text = second.closing(3, fields | other, stream("worse")).encode()
        assert at_fault(complaints.judge_complaint, polynomials, 3, text) == "trustee 3", other
    assert (
        complaints.judge_complaint(polynomials, 3, second.closing(3, fields, stream("worse")).encode()) == 2
    )
    # With an even challenge the proof holds for the negative of the key too, which opens nothing: trustee 1 would be
    # blamed if the key were not looked at.
    second.collect([message.decode() for message in map(wire.encode, polynomials.messages)])
    for attempt in range(8):
        text = second.complaint(3, 1, stream(f"minus {attempt}"), sign=-1).encode()
        assert at_fault(complaints.judge_complaint, polynomials, 3, text) == "trustee 3"


@pytest.mark.parametrize("kind", ["mac", "data", "not below q"])
def test_a_share_that_does_not_open_is_blamed_on_its_sender(kind: str) -> None:
    second = begun("BELENIOS-2048", "complaint", 2, 3)
    fields = json.loads(second.polynomials[1])
    del fields["signature"]
    share = fields["shares"][0]
    if kind == "not below q":
        fields["shares"][0] = second.sealed(2, 1, int(GROUP.q) + second.value(2, 1), stream("worse"))
    else:
        share[kind] = share[kind][::-1]
    second.polynomials[1] = second.closing(2, fields, stream("worse"))
    opened = open_ceremony(GROUP, "complaint", 2, [text.encode() for text in second.certificates])
    polynomials = read_polynomials(opened, [text.encode() for text in second.polynomials])
    assert at_fault(decryption_key, polynomials, second.seeds[0]) == "trustee 2"
    decryption_key(polynomials, second.seeds[2])
    shown = complaints.make_complaint(polynomials, 2, second.seeds[0], stream("shown"))
    assert complaints.judge_complaint(polynomials, 1, shown) == 2


def test_a_server_cannot_show_trustees_different_things() -> None:
    polynomials, seeds, keys = held(GROUP, 2, 3)
    opened = polynomials.ceremony
    draw = Random("server").randrange
    # A certificate of the server's own in the place of trustee 3's: trustee 3 does not find themself.
    server = make_seed(draw)
    certificates = [wire.encode(each) for each in opened.certificates]
    forged = open_ceremony(GROUP, "test", 2, [*certificates[:2], make_certificate(GROUP, server, draw)])
    assert forged.identity != opened.identity
    with pytest.raises(Unsound, match="not in the ceremony"):
        make_polynomial(forged, seeds[2], draw)
    # What trustee 1 said in the forged ceremony is of no use in the true one.
    assert at_fault(read_polynomial, opened, 1, make_polynomial(forged, seeds[0], draw)) == "trustee 1"
    # The same polynomial in a message of its own (other randomness): trustees who saw different ones show it.
    messages = [wire.encode(each) for each in polynomials.messages]
    other = read_polynomials(opened, [make_polynomial(opened, seeds[0], draw), *messages[1:]])
    assert other.coefexps == polynomials.coefexps
    split = [make_verification_key(other, seeds[0], draw), *keys[1:]]
    assert at_fault(public_parameters, polynomials, split) == "trustee 1"
    # A trustee whose own commitments were exchanged by who has their signing key notices.
    second = begun("BELENIOS-2048", "complaint", 2, 3)
    own = second.polynomials[0]
    second.seeds[0] = second.seeds[1]
    changed = second.polynomial(1, stream("changed"))
    assert changed != own
    opened = open_ceremony(GROUP, "complaint", 2, [text.encode() for text in second.certificates])
    texts = [changed, *second.polynomials[1:]]
    exchanged = read_polynomials(opened, [text.encode() for text in texts])
    true_seed = VECTORS["complaint"]["seeds"][0]
    assert at_fault(decryption_key, exchanged, true_seed) == "trustee 1"


def test_what_is_published_must_be_the_ceremony() -> None:
    polynomials, seeds, keys = held(GROUP, 2, 3)
    other, _, other_keys = held(GROUP, 2, 3, "another")
    parameters = public_parameters(polynomials, keys)
    for seed in seeds:
        check_published(polynomials, seed, parameters)
    with pytest.raises(Unsound, match="other trustees"):
        check_published(polynomials, seeds[0], public_parameters(other, other_keys))
    with pytest.raises(Unsound, match="not in the ceremony"):
        check_published(polynomials, make_seed(Random("stranger").randrange), parameters)
    swapped = wire.ThresholdParameters(
        2,
        parameters.certs,
        parameters.coefexps,
        (*parameters.verification_keys[1::-1], parameters.verification_keys[2]),
    )
    with pytest.raises(Unsound):
        check_published(polynomials, seeds[0], swapped)


def test_a_ceremony_has_a_label_and_a_possible_threshold() -> None:
    certificates = [text.encode() for text in VECTORS["ceremonies"][0]["certificates"]]
    for label, enough in (
        ("", 2),
        ("a" * 65, 2),
        ("a|b", 2),
        ("é", 2),
        ("a\n", 2),
        ("a", 0),
        ("a", 4),
        ("a", -1),
    ):
        with pytest.raises(Unsound):
            open_ceremony(GROUP, label, enough, certificates)
    with pytest.raises(Unsound):
        open_ceremony(GROUP, "a", 1, [])
    with pytest.raises(Unsound, match="2 of 51 trustees"):
        open_ceremony(GROUP, "a", 2, certificates * 17)
    opened = open_ceremony(GROUP, "a" * 64, 3, certificates)
    with pytest.raises(Unsound, match="2 messages of 3"):
        read_polynomials(opened, [text.encode() for text in VECTORS["ceremonies"][0]["polynomials"]][:2])


def test_a_seed_that_cannot_be_one_is_refused_and_not_shown() -> None:
    for seed in ("", "1" * 21, "1" * 23, "O" + "1" * 21, "é" + "1" * 21):
        with pytest.raises(Unsound) as found:
            make_certificate(GROUP, seed, Random(1).randrange)
        assert not seed or seed not in str(found.value)


@given(st.integers(0, int(GROUP.q) - 1), st.integers())
@settings(max_examples=30, deadline=None)
def test_a_closed_share_opens_for_its_recipient_and_its_route_only(share: int, seed: int) -> None:
    draw = Random(seed).randrange
    secret = GROUP.exponent(draw)
    key = G.of(secret)
    sealed = seal_share(G, route("c", 1, 2), key, mpz(share), draw)
    shared = shared_key(GROUP, sealed, secret)
    assert open_share(GROUP, route("c", 1, 2), key, sealed, shared, "") == share
    for other in (route("c", 2, 1), route("c", 1, 3), route("d", 1, 2)):
        with pytest.raises(Unsound):
            open_share(GROUP, other, key, sealed, shared, "")
    with pytest.raises(Unsound):
        open_share(GROUP, route("c", 1, 2), key, sealed, shared_key(GROUP, sealed, secret + 1), "")


@pytest.mark.parametrize(("enough", "count"), [(1, 1), (1, 3), (2, 3), (3, 3), (3, 5)])
def test_any_who_are_enough_have_the_whole_key_and_fewer_have_not(enough: int, count: int) -> None:
    polynomials, seeds, keys = held(GROUP, enough, count)
    parameters = public_parameters(polynomials, keys)
    check_threshold(G, parameters)
    public = election_key(GROUP, Trustees((parameters,)))
    shares = {number: decryption_key(polynomials, seed) for number, seed in enumerate(seeds, 1)}
    random = Random(f"{enough} {count}")

    def joined(numbers: list[int]) -> mpz:
        total = mpz(0)
        for j in numbers:
            part = shares[j]
            for k in numbers:
                if k != j:
                    part = part * k * invert((k - j) % GROUP.q, GROUP.q) % GROUP.q
            total = (total + part) % GROUP.q
        return total

    for _ in range(5):
        numbers = random.sample(range(1, count + 1), enough)
        assert G.of(joined(numbers)) == public
        assert enough == 1 or G.of(joined(numbers[1:])) != public
