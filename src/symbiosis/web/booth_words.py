"""Every sentence of the voting booth. Its scripts hold none: they are given these, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

WITHOUT_SCRIPTS = "without-scripts"
"""The sentence for a browser with scripts off: the page shows it without any script's help."""


def sentences() -> dict[str, str]:
    """The sentences by the names that `static/booth.js` calls them by; words in braces are filled in there."""
    return _steps() | _choosing() | _sealed() | _protection() | _errors()


def _steps() -> dict[str, str]:
    return {
        WITHOUT_SCRIPTS: _(
            "This page encrypts your vote before it leaves your device, and needs scripts for that; your browser "
            "has them switched off. Switch them on for this site, use another device, go to the booth in the "
            "meeting room, or vote on paper: whoever handed out the credentials says where."
        ),
        "loading": _(
            "With scripts, the booth opens here in a moment. If it does not, load the page again; if that does "
            "not help, a script is not the one it should be, and another device or paper is the way to vote."
        ),
        "step": _("Step {n} of 4"),
        "enter": _("Enter your credential"),
        "enter-lead": _("It stands on the slip or letter that you were given: 15 letters and digits."),
        "credential": _("Voting credential"),
        "credential-help": _(
            "Large and small letters differ. Hyphens and spaces do not matter. It stays on this device."
        ),
        "fingerprint": _("Fingerprint of this vote"),
        "fingerprint-help": _("If your slip shows one, it must be the same."),
        "next": _("Continue"),
        "choose": _("Choose"),
        "review": _("Read your ballot"),
        "review-lead": _("This is what will be encrypted. Nobody but you sees it."),
        "change": _("Change it"),
        "encrypt": _("Encrypt my ballot"),
        "encrypting": _("Your ballot is being encrypted"),
        "encrypting-help": _("This takes a few seconds. Leave the page open."),
        "again": _("Start again"),
        "other-credential": _("Use another credential"),
    }


def _choosing() -> dict[str, str]:
    return {
        "choose-one": _("Choose one."),
        "choose-between": _("Choose at least {min} and at most {max}."),
        "choose-most": _("Choose as many as you like, up to {max}."),
        "choose-any": _("Choose as many as you like."),
        "choose-exactly": _("Choose {max}."),
        "rank": _("Give your first choice 1, your second 2, and so on. What you leave open is not placed."),
        "rank-equal": _("Several may have the same number."),
        "mark": _("Give each a mark from {least} to {most}. What you leave open gets none."),
        "dots": _("You gave {given} and have {max} to share out."),
        "no-place": _("not placed"),
        "no-mark": _("no mark"),
        "blank": _("A blank paper: I take part and choose nothing"),
        "none": _("None of these"),
        "is-blank": _("A blank paper"),
        "place": _("Place {n}"),
        "not-placed": _("Not placed"),
    }


def _sealed() -> dict[str, str]:
    return {
        "sealed": _("Your ballot is encrypted"),
        "sealed-lead": _(
            "It has not been sent. Write down the tracker, or at least its first eight characters."
        ),
        "tracker": _("Tracker"),
        "seal": _("Seal"),
        "sealed-help": _(
            "With the tracker you find your ballot among all ballots. The seal is fixed by what is inside. Neither "
            "says what you chose."
        ),
        "cast": _("Cast this ballot"),
        "casting": _("The ballot is being sent"),
        "save-ballot": _("Save the encrypted ballot as a file"),
        "show-ballot": _("Show it as text"),
        "carry": _(
            "Carry the file to any device with a network, or to the people who run the vote, before the vote "
            "closes. Whoever carries it cannot read it or change it."
        ),
        "test": _("Test this device"),
        "test-lead": _(
            "You can have this ballot opened instead, as often as you like, to see whether the device encrypts "
            "what you choose. Write down its seal first. An opened ballot is never cast; you start again after."
        ),
        "opened": _("This was inside"),
        "opened-lead": _(
            "The ballot has been opened and cannot be cast any more. It is not a vote. Save the opening file and "
            "check it on a device that you trust: open this booth there, choose “Check an opened ballot”, and "
            "compare the seal that it shows with the one you wrote down before you pressed “Test this device”."
        ),
        "opening-honest": _(
            "This device finds that the opening fits the seal. Only another device can tell you whether that is true."
        ),
        "save-opening": _("Save the opening file"),
        "opening-how": _(
            "This file opens one encrypted ballot that was never cast. To check it, open the booth of the same "
            "vote on another device and choose “Check an opened ballot”; or reckon again, with any program, that "
            "each alpha is g to the power r and each beta is y to the power r times the content, and that the "
            "seal is the SHA-256 of the text in “ballot”, in base64 without padding. The page docs/spec/booth.md "
            "of the program's source has the details."
        ),
        "check": _("Check an opened ballot"),
        "check-lead": _("Choose the opening file that another device saved."),
        "check-fits": _("The opening fits this seal. Compare it with the one that was written down before."),
        "receipt": _("Your ballot has been received"),
        "receipt-lead": _(
            "Keep the tracker. Until the vote closes you can vote again with the same credential: the last ballot "
            "counts. Ballots are shown in batches, so that yours may take a while to appear."
        ),
        "receipt-promise": _("The node's signed promise"),
        "save-receipt": _("Save the receipt"),
        "print": _("Print"),
        "board": _("See all ballots received"),
        "done": _("The credential and the choice are gone from this page. You can close it."),
    }


def _protection() -> dict[str, str]:
    return {
        "protection": _("What is protected, and what is not"),
        "protection-node": _(
            "The choice is encrypted on this device and never leaves it in clear. The node that keeps the vote "
            "never learns it; only the sum, or the shuffled papers, are opened, by the trustees together."
        ),
        "protection-credential": _(
            "The node gets the public half of your credential, which does not say who you are unless those who "
            "handed out the credentials tell."
        ),
        "protection-device": _(
            "Not protected: a device that somebody else controls sees what you choose. If you do not trust it, "
            "use another, or test it."
        ),
        "protection-watched": _("Not protected: whoever watches the screen sees it too. Vote alone."),
        "protection-coercion": _(
            "Not protected: whoever has your credential can vote in your place, and somebody who forces you can "
            "make you show the screen. Vote again later, alone, from here, the meeting room's booth or on paper: "
            "the last ballot counts."
        ),
    }


def _errors() -> dict[str, str]:
    return {
        "too-old": _(
            "This browser is too old to encrypt a ballot. Use another device, go to the booth in the meeting "
            "room, or vote on paper."
        ),
        "election": _(
            "The file of this vote cannot be read, so no ballot can be made here. Tell the people who run the "
            "vote; the booth in the meeting room or paper may still work."
        ),
        "credential-empty": _("Enter the credential from your slip."),
        "credential-letters": _(
            "There is a character in it that no credential has. The digit 0, the capitals I and O and the small l are "
            "never used: look again whether it is 1, o, Q or i."
        ),
        "credential-length": _("A credential has 15 letters and digits, and this has more or fewer."),
        "credential-checksum": _(
            "This credential has a typing error somewhere: compare each character with your slip, large and small "
            "letters too."
        ),
        "missing": _("Choose at least {min} here."),
        "many": _("Choose at most {max} here."),
        "blank-and-more": _("Either a blank paper or a choice: take one of them away."),
        "twice": _("Two have the same number: give each its own."),
        "ballot": _(
            "The encrypted ballot did not pass its check on this device, and was thrown away. Try again; if it "
            "happens twice, use another device."
        ),
        "no-network": _(
            "The node could not be reached, and nothing is lost. Try again, or save the encrypted ballot as a "
            "file and carry it."
        ),
        "refused": _("The node did not take the ballot: {reason}"),
        "other-answer": _(
            "The node's answer does not name your tracker, so it is not certain that your ballot is in. Try "
            "again, save the ballot as a file, and tell the people who run the vote."
        ),
        "retry": _("Try again"),
        "other-election": _("This file belongs to another vote."),
        "opening": _(
            "The opening does not fit: the file was changed, or the device that made it encrypts something else "
            "than it shows. Do not vote with that device, and tell the people who run the vote."
        ),
        "unreadable": _("This is no opening file: choose the one that the booth saved."),
        "unexpected": _("Something went wrong on this device. Load the page again and start anew."),
    }
