"""A proposal's page: its text and what changed, languages, amendments, reasons, votes, mandates."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from symbiosis.actions.comments import comment
from symbiosis.core import texts
from symbiosis.core.act import Text
from symbiosis.core.charters import matter_of
from symbiosis.core.mandates import covers, mandate_in_force
from symbiosis.core.proposals import proposal_of
from symbiosis.core.state import Amendment, Proposal, Version
from symbiosis.errors import Refusal
from symbiosis.queries.people import comments_on
from symbiosis.queries.records import words_of
from symbiosis.web.answers import sentence
from symbiosis.web.pages import Place, names_near, now, page, place, say, trail
from symbiosis.web.steps import Step, act_address
from symbiosis.web.writing import differences


def proposal(request: HttpRequest, body: str, proposal: str) -> HttpResponse:
    """All there is about one item, the text in the reader's language first."""
    here = place(request, body)
    item = proposal_of(here.board, proposal)
    number = _version(request, item)
    version = item.versions[number - 1]
    shown = _text_for(version, request.GET.get("language", ""), get_language() or "en")
    return page(
        request,
        "proposal.html",
        item.title,
        here=here,
        board=here.board,
        names=names_near(here.board),
        item=item,
        version=version,
        shown=shown,
        change=_change(item, number, shown),
        translations=_translations(here, item, version),
        amendments=[(each, _amended(item, each)) for each in item.amendments.values()],
        comments=comments_on(body, proposal),
        votings=[each for each in here.board.votings.values() if each.proposal == proposal],
        mandates=_mandates(here, item),
        steps=_steps(here, item),
        may_comment=may_comment(here),
        trail=trail(here.board),
    )


def _version(request: HttpRequest, item: Proposal) -> int:
    wanted = request.GET.get("version", "")
    last = len(item.versions)
    return int(wanted) if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= last else last


@dataclass(frozen=True, slots=True)
class Shown:
    """One text of a version: its language, its words (or the recording's hash), whether it is authentic."""

    language: str
    words: str
    text: Text
    authentic: bool
    others: tuple[tuple[str, str], ...]


def _text_for(version: Version, wanted: str, reader: str) -> Shown:
    """The text in the wanted language, else the reader's, else an authentic one."""
    all_of = {(language, text.form): text for language, text in version.texts.items()} | version.hashes
    order = [wanted, reader, reader.partition("-")[0], *version.texts]
    language = next(each for each in order if (each, "text") in all_of or each in version.texts)
    text = all_of.get((language, "text")) or version.texts[language]
    others = tuple(key for key in all_of if key != (language, text.form))
    return Shown(language, words_of(text), text, language in version.texts, others)


def _change(item: Proposal, number: int, shown: Shown) -> SafeString | None:
    if number < 2:
        return None
    before = item.versions[number - 2]
    old = before.texts.get(shown.language) or before.hashes.get((shown.language, "text"))
    return differences(words_of(old), shown.words) if old else None


def _amended(item: Proposal, amendment: Amendment) -> list[tuple[str, SafeString]]:
    """What an amendment changes in the version that it was put to; whole where that had no such language."""
    base = item.versions[amendment.base - 1]
    found = []
    for language, text in amendment.texts.items():
        old = base.texts.get(language) or base.hashes.get((language, "text"))
        words = words_of(text)
        found.append((language, differences(words_of(old), words) if old else escape(words)))
    return found


def _translations(
    here: Place, item: Proposal, version: Version
) -> list[tuple[str, str, str, Text | None, str]]:
    """Each language and form of a version: its standing, its text, and where a missing one is handed in."""
    rule = matter_of(here.board.charter, item.matter).translations
    wanted = list(texts.demanded_for(rule, version)) + list(version.hashes)
    found = []
    for language, form in dict.fromkeys(wanted):
        standing = texts.translation_standing(here.board, item, version, language, form)
        text = version.hashes.get((language, form)) or (
            version.texts.get(language) if form == "text" else None
        )
        missing = text is None and here.may("TranslationReady")
        fields = {"proposal": item.id, "version": str(version.number), "language": language, "form": form}
        found.append(
            (
                language,
                form,
                standing,
                text,
                act_address(here.id, "TranslationReady", fields) if missing else "",
            )
        )
    return found


def _mandates(here: Place, item: Proposal) -> list[tuple[object, object, bool]]:
    board = here.board
    found = []
    for sister in sorted(board.sisters.values(), key=lambda each: each.code):
        mandate = mandate_in_force(board, sister.id, item.id, here.day)
        if mandate is not None:
            found.append((sister, mandate, covers(board, mandate, len(item.versions))))
    return found


def _steps(here: Place, item: Proposal) -> list[Step]:
    """What the viewer may do about an item now."""
    if item.state not in ("put", "frozen"):
        return []
    steps = []
    frozen = bool(item.versions[-1].frozen)
    about = {"proposal": item.id}
    if here.may("SupportGiven") and here.board.charter.bodies is None and not frozen:
        steps.append(Step(_("Support it"), act_address(here.id, "SupportGiven", about)))
    version = str(len(item.versions))
    if here.may("VersionFrozen") and not frozen:
        steps.append(
            Step(_("Freeze the text"), act_address(here.id, "VersionFrozen", about | {"version": version}))
        )
    held = [each for each in here.board.votings.values() if each.proposal == item.id]
    if here.may("VotingOpened") and frozen and not any(not each.closed for each in held):
        stages = (
            here.board.charter.matters[item.matter].stages
            if item.matter in here.board.charter.matters
            else ()
        )
        stage = _next_stage(item, held, len(stages))
        if stage:
            fields = about | {"version": version, "matter": item.matter, "stage": str(stage)}
            name = f"{item.id}-{len(held) + 1}"[:64]
            if item.meeting:
                fields["meeting"] = item.meeting
            steps.append(
                Step(_("Open the vote"), act_address(here.id, "VotingOpened", fields | {"voting": name}))
            )
    if here.may("AmendmentPut"):
        steps.append(
            Step(_("Put an amendment"), act_address(here.id, "AmendmentPut", about | {"version": version}))
        )
    if item.sender == here.id and here.may("ProposalWithdrawn"):
        steps.append(Step(_("Withdraw it"), act_address(here.id, "ProposalWithdrawn", about)))
    return steps


def _next_stage(item: Proposal, held: list[object], stages: int) -> int:
    closed = [each for each in held if getattr(each, "version", 0) == len(item.versions)]
    done = max((getattr(each, "stage", 0) for each in closed), default=0)
    return done + 1 if done < stages else 0


def may_comment(here: Place) -> bool:
    """Members of the body, and of the bodies of a council, give reasons."""
    near = {here.id, *here.board.sisters}
    return any(body in near for body in here.viewer.places)


@require_POST
def add_comment(request: HttpRequest, body: str, proposal: str) -> HttpResponse:
    """A reason in the discussion."""
    here = place(request, body)
    proposal_of(here.board, proposal)
    if not may_comment(here):
        raise Refusal("NotYours", "", who=here.board.name)
    near = {here.id, *here.board.sisters}
    person = here.person or next(each for body_id, each in here.viewer.places.items() if body_id in near)
    try:
        comment(body, proposal, person, request.POST.get("words", ""), get_language() or "en", at=now())
        say(request, _("Your reason is there."))
    except Refusal as error:
        say(request, sentence(error))
    return redirect("proposal", body, proposal)
