"""The sentences of the trustees' and the authority's pages: their scripts hold none."""

from __future__ import annotations

from django.utils.translation import gettext as _


def trustee_sentences() -> dict[str, str]:
    """The sentences by the names that `static/trustee_page.js` calls them by."""
    return _keys() | _count() | _faults()


def _keys() -> dict[str, str]:
    return {
        "key-lead": _(
            "You hold a part of the key. It is made on this device and never leaves it; only its public half is "
            "handed in."
        ),
        "make-key": _("Make my part of the key"),
        "making": _("Your part is being made"),
        "checking": _("What the others sent is being checked"),
        "leave-open": _("Leave this page open."),
        "keep-lead": _(
            "Keep this secret until the vote is counted: on paper or on a stick, not with the node and not with "
            "another trustee. Without it your part of the count cannot be opened."
        ),
        "save-secret": _("Save it as a file"),
        "print": _("Print"),
        "kept": _("I have it in a safe place."),
        "hand-in": _("Hand in the public half"),
        "sending": _("Handing it in"),
        "second-lead": _("All trustees have begun. Seal a share of your part for each of the others."),
        "third-lead": _(
            "All shares are there. Yours are opened and checked on this device, and your public key is made."
        ),
        "compare": _("Compare with the other trustees"),
        "compare-lead": _(
            "Read this aloud to each other, by telephone or in the room: if it is the same with everybody, "
            "nobody stands between you."
        ),
        "secret-file": _("The file with your secret"),
        "secret": _("or the secret itself"),
        "secret-help": _("It stays on this device."),
        "no-secret": _("Your secret is needed: choose its file, or type it in."),
    }


def _count() -> dict[str, str]:
    return {
        "mix-lead": _(
            "The encrypted papers are put into another order and encrypted anew, so that nobody can tell whose is "
            "whose. A proof shows that none was changed, added or lost. Your secret is not needed for it."
        ),
        "mix": _("Mix the papers"),
        "mixing": _("The papers are being mixed; with many of them it takes some minutes"),
        "open-lead": _(
            "Open your part of the count. No single ballot is opened by it: only the sum, or the mixed papers."
        ),
        "open": _("Open my part of the count"),
        "opening": _("Your part is being opened"),
        "reckoning": _("{n} ballots are checked and added up on this device before anything is opened"),
        "checking-mixes": _("The proofs of the mixes are checked on this device"),
    }


def _faults() -> dict[str, str]:
    return {
        "too-old": _("This browser is too old for this. Use another device."),
        "unexpected": _("Something went wrong on this device. Load the page again and start anew."),
        "not-in-ceremony": _(
            "This secret is not the one with which you began: look for the right one, or tell the others that "
            "your part must be made again."
        ),
        "not-my-polynomial": _(
            "What stands here as yours was not made with this secret. Stop, and tell the other trustees."
        ),
        "fault": _(
            "What trustee {trustee} sent does not hold. Stop, and tell the others: the key is made again."
        ),
        "ceremony": _("Something that was handed in does not hold. Stop, and tell the other trustees."),
        "tally": _(
            "The encrypted count is not that of the ballots on the board, so nothing is opened. Tell the other "
            "trustees and the people who run the vote."
        ),
        "shuffle": _("A mix does not hold, so nothing is opened. Tell the other trustees."),
        "credentials": _(
            "A ballot's credential is not on the list, so nothing is opened. Tell the other trustees."
        ),
        "ballot": _("A ballot on the board does not hold, so nothing is opened. Tell the other trustees."),
        "not-published": _(
            "The published key is not the one that you made with the others. Open nothing, and tell them."
        ),
        "election": _("The file of this vote cannot be read. Tell the people who run the vote."),
        "number": _("This is no secret of a trustee: choose the file that you saved."),
    }


def authority_sentences() -> dict[str, str]:
    """The sentences by the names that `static/authority_page.js` and `authority.js` call them by."""
    return {
        "lead": _(
            "One credential for each who may vote is made on this device. Whoever has a slip can vote with it, so "
            "print them where nobody looks on, and keep no list of who gets which."
        ),
        "make": _("Make the credentials"),
        "making": _("The credentials are being made"),
        "print-lead": _(
            "Print the slips now, fold them, and put each into an envelope. They are nowhere else, and cannot be "
            "shown again."
        ),
        "print": _("Print the slips"),
        "printed": _("All slips are printed and can be read."),
        "hand-in": _("Hand in the public halves"),
        "credential": _("Your credential for this vote"),
        "link": _("To vote, open"),
        "fingerprint": _("Fingerprint of the vote"),
        "list-fingerprint": _("Fingerprint of the list of credentials"),
        "list-compare": _(
            "For those who made the slips, not for a voter: keep this. The page of the vote shows the same "
            "fingerprint; if it is another, credentials were exchanged."
        ),
        "weight": _("It counts {weight} times."),
        "keep": _("Show it to nobody. You can vote again until the vote ends; the last ballot counts."),
        "too-old": _("This browser is too old for this. Use another device."),
        "unexpected": _("Something went wrong on this device. Load the page again and start anew."),
    }
