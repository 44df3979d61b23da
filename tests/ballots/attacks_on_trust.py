"""Setups, trustees and shuffles that somebody tampered with (see `attacks`)."""

from __future__ import annotations

from collections.abc import Sequence

from gmpy2 import mpz

from symbiosis.ballots.archive import Archive
from symbiosis.ballots.election import write_election
from symbiosis.ballots.groups import BELENIOS_2048
from symbiosis.ballots.proofs import sign_message
from symbiosis.ballots.trustees import Trustees, read_trustees, write_trustees
from symbiosis.ballots.wire import CertKeys, SignedMessage, ThresholdParameters, encode
from tests.ballots.attacks import RANKED, YES_NO, P, attack, cast, done
from tests.ballots.making import TIME, Made, make
from tests.ballots.steps import Step, archive_of, changed, places, steps_of


@attack("CredentialsMalformed", "CredentialUnknown")
def one_credential_for_two() -> bytes:
    """Two voters with one credential: only one of them counts (a clash)."""
    made = cast()
    steps = steps_of(made.archive.data)

    def change(text: bytes) -> bytes:
        first, _, third = text[1:-1].split(b",")
        return b"[" + b",".join([first, first, third]) + b"]"

    made.archive = _begun(changed(steps, "Setup", change, text=2))
    made.cast(0, [[1, 0]])
    return made.archive.data


@attack("CredentialNotInGroup")
def a_credential_outside_the_group() -> bytes:
    made = cast()
    steps = changed(steps_of(made.archive.data), "Setup", lambda text: text[:-1] + b',"3"]', text=2)
    made.archive = _begun(steps)
    made.cast(0, [[1, 0]])
    return done(made)


@attack("TrusteeKeyWrong", "ElectionKeyWrong")
def a_trustee_who_does_not_know_their_key() -> bytes:
    """A key made from those of others (rogue key): no proof of knowing its secret."""
    made = cast()
    trustees = read_trustees(steps_of(made.archive.data)[0].texts[1])
    rogue = replace_key(trustees, 1, made.bases.g.of(mpz(5)))
    made.archive = _begun(
        changed(steps_of(made.archive.data), "Setup", lambda _: write_trustees(rogue), text=1)
    )
    return made.archive.data


@attack("ElectionKeyWrong")
def a_key_that_the_trustees_do_not_have() -> bytes:
    """The node encrypts for itself: the election's key is not made of those of the trustees."""
    made = cast()
    text = write_election(
        BELENIOS_2048, made.bases.g.of(mpz(7)), (YES_NO,), made.election.uuid, "An election", "Of what?"
    )
    made.archive = _begun(changed(steps_of(made.archive.data), "Setup", lambda _: text))
    return made.archive.data


@attack("ElectionMalformed")
def a_group_of_ones_own() -> bytes:
    made = cast()
    steps = changed(
        steps_of(made.archive.data), "Setup", lambda text: text.replace(b"BELENIOS-2048", b"MY-OWN-2048")
    )
    return archive_of(steps)


@attack("WeightWithShuffles", accepted=True)
def a_weight_where_papers_are_shuffled() -> bytes:
    return make([RANKED], [1, 2, 1], "weights").archive.data


@attack("ElectionMalformed", accepted=True)
def more_answers_than_fit_into_one_number() -> bytes:
    made = make([RANKED], 2, "capacity")
    many = b'"answers":[' + b",".join(b'"a"' for _ in range(255)) + b"]"
    return archive_of(
        changed(
            steps_of(made.archive.data), "Setup", lambda text: text.replace(b'"answers":["a","b","c"]', many)
        )
    )


@attack("TrusteeKeyWrong", accepted=True)
def a_certificate_outside_the_group() -> bytes:
    """A trustee's key for messages is no element: the tool does not look."""
    made = make([YES_NO], 3, "threshold", trustees=0, threshold=(2, 3))
    g = made.bases.g
    return certified_anew(made, [CertKeys(g.of(mpz(11)), P - g.of(mpz(13)))])


@attack("TrusteeKeyWrong", accepted=True)
def one_person_with_two_parts_of_a_threshold() -> bytes:
    """Two certificates of one key: whoever has it opens the tally alone."""
    made = make([YES_NO], 3, "threshold", trustees=0, threshold=(2, 3))
    g = made.bases.g
    return certified_anew(made, [CertKeys(g.of(mpz(11)), g.of(mpz(secret))) for secret in (13, 17)])


def certified_anew(made: Made, keys: Sequence[CertKeys]) -> bytes:
    steps = steps_of(made.archive.data)
    trustees = with_certificates(read_trustees(steps[0].texts[1]), made, keys)
    return archive_of(changed(steps, "Setup", lambda _: write_trustees(trustees), text=1))


@attack("TrusteeKeyWrong")
def a_threshold_key_that_does_not_follow() -> bytes:
    made = make([YES_NO], 3, "threshold", trustees=0, threshold=(2, 3))
    steps = steps_of(made.archive.data)
    trustees = read_trustees(steps[0].texts[1])
    (group,) = trustees.items
    keys = group.verification_keys  # type: ignore[union-attr]
    swapped = _replaced(group, verification_keys=(keys[1], keys[0], keys[2]))
    return archive_of(changed(steps, "Setup", lambda _: write_trustees(Trustees((swapped,))), text=1))


@attack("BallotMalformed")
def an_unreadable_ballot_in_the_tally() -> bytes:
    """Where a ballot that counts cannot be read, the rest is still checked, against the tally as it was published."""
    made = cast((1, 1), (2, 1))
    good = made.ballot(0, [[1, 0]])
    made.post(good.replace(b",", b", ", 1))
    made.ballots[-1] = good
    return done(made)


@attack("DecryptionWrong", "ResultWrong", "DecryptionMissing")
def a_wrong_part_of_a_threshold() -> bytes:
    made = make([YES_NO], 3, "threshold", trustees=0, threshold=(2, 3))
    made.cast(0, [[1, 0]])
    made.close()
    made.archive.bring_owned("PartialDecryption", 1, made.part(1))
    made.archive.bring_owned("PartialDecryption", 3, made.part(2))
    made.archive.bring("Result", b'{"result":[[1,0]]}')
    return made.archive.data


# Shuffles.


def ranked() -> Made:
    made = make([RANKED], 2, "shuffles", trustees=1)
    made.cast(0, [[1, 2, 3]])
    made.cast(1, [[3, 2, 1]])
    made.close()
    return made


@attack("ShuffleWrong", "DecryptionWrong", "DecryptionMissing", "ResultWrong")
def papers_exchanged_in_a_shuffle() -> bytes:
    """Whoever shuffles puts in papers of their own."""
    made = ranked()
    made.shuffle([1])
    made.open([1])
    other = ranked()
    other.draw = make([RANKED], 2, "other").draw
    other.shuffle([1])
    steps = steps_of(made.archive.data)
    theirs = steps_of(other.archive.data)[places(steps, "Shuffle")[0]].texts[0]
    ours = steps[places(steps, "Shuffle")[0]].texts[0]
    at, end = b'{"ciphertexts":', b',"proofs":'
    assert ours.startswith(at)
    mixed = theirs[: theirs.index(end)] + ours[ours.index(end) :]
    return archive_of(changed(steps, "Shuffle", lambda _: mixed))


@attack("ShufflesNotAsAsked", accepted=True)
def opened_without_a_shuffle() -> bytes:
    """Papers opened in an order that tells whose they are."""
    made = ranked()
    made.open([1])
    return made.archive.data


def _begun(steps: list[Step]) -> Archive:
    archive = Archive(TIME)
    archive.set_up(*steps[0].texts)
    return archive


def _replaced(structure: object, **fields: object) -> object:
    kept = {name: getattr(structure, name) for name in structure.__struct_fields__}  # type: ignore[attr-defined]
    return type(structure)(**{**kept, **fields})


def replace_key(trustees: Trustees, number: int, key: mpz) -> Trustees:
    """The trustees with another key for one of them, and the old proof."""
    items = list(trustees.items)
    items[number] = _replaced(items[number], public_key=key)  # type: ignore[call-overload]
    return Trustees(tuple(items))


def with_certificates(trustees: Trustees, made: Made, keys: Sequence[CertKeys]) -> Trustees:
    """The first trustees' certificates made anew, with these keys; what they sign has the secret 11."""
    (group,) = trustees.items
    assert isinstance(group, ThresholdParameters)
    g, secret = made.bases.g, mpz(11)

    def sign(message: str) -> SignedMessage:
        return SignedMessage(message, sign_message(g, secret, message, made.draw))

    certs = [sign(encode(each).decode()) for each in keys]
    coefexps = [sign(each.message) for each in group.coefexps[: len(keys)]]
    return Trustees(
        (
            _replaced(
                group,
                certs=(*certs, *group.certs[len(keys) :]),
                coefexps=(*coefexps, *group.coefexps[len(keys) :]),
            ),
        )
    )
