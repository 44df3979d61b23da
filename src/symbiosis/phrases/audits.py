"""What an audit of a secret election found, in words: the sentences of `docs/spec/ballots.md`."""

from __future__ import annotations

from symbiosis.ballots.reports import Finding, Report
from symbiosis.phrases.catalogues import sayer, translated

AUDITS: dict[str, str] = {
    "ArchiveUnreadable": "From this byte on no record can be told: a header, a length or padding is not as it must be.",
    "EventMalformed": "An event is not spelled as it must be, or of an unknown type.",
    "EventChainBroken": "An event does not name the one before it, or has another height.",
    "EventOutOfOrder": "An event stands where it may not. Ballots before or after could be hidden.",
    "PayloadWrong": "An event does not bring what it must, or names other records than those before it.",
    "RecordUnreferenced": "A record is brought by no event.",
    "SetupMissing": "There is no election to be read.",
    "ElectionMalformed": "The election is not spelled as it must be, asks what cannot be answered, or names an unknown group.",
    "TrusteesMalformed": "The list of trustees is not spelled as it must be.",
    "CredentialsMalformed": "The list of credentials is not spelled as it must be, or has one twice.",
    "CredentialNotInGroup": "A credential is no element of the group.",
    "WeightWithShuffles": "A voter has a weight where papers are shuffled.",
    "TrusteeKeyWrong": "A trustee's key, its proof or its ceremony does not hold.",
    "ElectionKeyWrong": "The key that ballots are encrypted for is not that of the trustees.",
    "BallotMalformed": "A ballot is not spelled as it must be, or does not have the parts that its questions ask for.",
    "BallotTooLarge": "A ballot is longer than any of this election.",
    "BallotOfAnotherElection": "A ballot names another election.",
    "CredentialUnknown": "A ballot comes from nobody on the list. It is not counted.",
    "BallotReplayed": "A ballot comes a second time: someone brings back what its voter had replaced.",
    "BallotNotInGroup": "A ciphertext is no element of the group.",
    "BallotSignatureWrong": "A ballot was not signed by its credential as it stands.",
    "BallotProofWrong": "An answer is not proven to be allowed.",
    "TallyMissing": "There are decryptions and no tally.",
    "TallyWrong": "The tally is not that of the ballots.",
    "TallyCountWrong": "The number or weight of the tallied ballots is another.",
    "ShufflesNotAsAsked": "Papers are opened without a shuffle, or there is a shuffle and nothing to shuffle.",
    "ShuffleWrong": "A shuffle is not proven to hold the same papers.",
    "OwnerUnknown": "A shuffle or decryption is said to be by a trustee who is none.",
    "OwnerTwice": "A trustee shuffles or decrypts twice.",
    "DecryptionWrong": "A trustee's part is not proven, or not of this tally.",
    "DecryptionMissing": "There is a result, and trustees whose parts are needed have given none.",
    "TallyUnopenable": "A sum is no count of the ballots.",
    "ResultWrong": "The result is not the one that follows.",
    "BoardRewritten": "The archive does not begin with all of the earlier copy.",
    "ElectionUnfinished": "The election is under way; it was checked as far as it went.",
    "ElectorateTiny": "Fewer than 5 ballots were opened: the result tells a lot about each of them.",
    "TrusteeAlone": "One trustee alone could open every ballot.",
    "AnswerOverfull": "A paper holds more numbers than its question has answers; those that are too many are dropped.",
}
"""Each finding by its code."""


def audit_finding(finding: Finding, language: str = "en") -> str:
    """One finding: what, where, and the figures that belong to it."""
    figures = ", ".join(f"{name} {value}" for name, value in finding.figures.items())
    place = f"{finding.where}: " if finding.where else ""
    more = f" ({figures})" if figures else ""
    return f"{finding.code}: {place}{translated(language, AUDITS[finding.code])}{more}"


def audit_lines(report: Report, language: str = "en") -> list[str]:
    """A whole audit: the figures that were recomputed, and the result where there is one."""
    say = sayer(language)
    lines = [
        say("The archive as it is here: {head}", head=report.head),
        say("The fingerprint of the election: {fingerprint}", fingerprint=report.fingerprint),
        say(
            "The fingerprint of the list of credentials, for those who made them to compare: {fingerprint}",
            fingerprint=report.credentials,
        ),
        say(
            "{voters} may vote; {ballots} ballots, of which {counted} count and {revotes} were replaced.",
            voters=report.voters,
            ballots=report.ballots,
            counted=report.counted,
            revotes=report.revotes,
        ),
    ]
    for number, row in enumerate(report.result or (), start=1):
        if row and isinstance(row[0], tuple):
            lines.append(
                say("Question {number}: {papers} papers were opened.", number=number, papers=len(row))
            )
        else:
            counts = ", ".join(str(each) for each in row)
            lines.append(
                say("Question {number}: {counts}, in the order of its answers.", number=number, counts=counts)
            )
    return lines
