"""Forms made from the fields of acts: one rule for each kind of field, for every act.

What is known already comes in the address and is shown as words; what follows from the record is not asked.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.actions import folds
from symbiosis.actions.attachments import attach
from symbiosis.core.acts import ACTS
from symbiosis.core.charter_text import read_charter_text
from symbiosis.core.charters import VOTE_CHOICES, Charter, Stage, counted_by
from symbiosis.core.reading import charter_bytes
from symbiosis.core.state import Board
from symbiosis.counting.reserved import marked_group
from symbiosis.errors import Refusal
from symbiosis.queries.people import members_of
from symbiosis.queries.records import councils_here
from symbiosis.queries.ways import free_name
from symbiosis.web.pages import Place, names_near

_ALWAYS = frozenset(["v", "at", "date", "by", "rests_on", "board", "signatures"])
_FILLED = {
    "SupportCounted": {"members"},
    "PetitionCounted": {"members"},
    "VotingOpened": {"entitled", "costs", "ballots", "group_of"},
    "VotingClosed": {"tally", "parts", "outcome"},
    "VotingExtended": {"asked", "closes"},
    "LateTallyAccepted": {"entry", "proof", "outcome"},
    "RecountReported": {"outcome"},
    "OutcomeCertified": {"outcome"},
    "Corrected": {"outcome"},
    "CharterChanged": {"digest"},
    "MandateGiven": {"tally", "votes", "channel", "confirmed"},
    "RatificationGiven": {"tally", "answer"},
    "AttemptRecorded": {"size"},
    "LotDrawn": {"drawn"},
}
"""What the node fills in from the record, by act: never asked for."""
_MAY_FOLLOW = frozenset([("LateTallyAccepted", "sealed"), ("LateTallyAccepted", "tellers")])
"""What an act needs and the node takes from a report that it is given instead."""
_MORE = {"MandateGiven": ("split",), "LateTallyAccepted": ("report",)}
"""What is asked for beside an act's own fields: the node makes fields of it."""
_LONG = frozenset(["note", "charter", "texts", "text"])
_NUMBERS = frozenset(
    [
        "present",
        "members",
        "version",
        "stage",
        "call",
        "entitled",
        "size",
        "entry",
        "report",
        "amount",
        "holders",
        "people",
        "chosen",
        "budget",
    ]
)
_CHECKED = frozenset(["confirmed", "partner", "estimated", "recalled", "accepted", "good", "upheld"])
_NAMES = ("red_lines", "touches", "tellers", "counters", "signers", "vouchers", "before", "after", "bodies")
_LINES = frozenset(
    [*_NAMES, "items", "seats", "languages", "audio", "between", "groups", "places", "options"]
)
_OWN_NAMES = frozenset(
    [
        ("ProposalPut", "proposal"),
        ("AmendmentPut", "amendment"),
        ("MeetingCalled", "meeting"),
        ("VotingOpened", "voting"),
        ("PetitionPut", "petition"),
        ("BodyAdmitted", "code"),
        ("BodyJoined", "code"),
        ("EmergencyDecided", "emergency"),
        ("CaseOpened", "case"),
        ("LotAnnounced", "lot"),
        ("NameDisputed", "name"),
    ]
)
"""Names that an act gives to something new: typed, not chosen from what there is."""


@dataclass(slots=True)
class Field:
    """One field of a form as a page shows it."""

    name: str
    widget: str
    label: str
    help: str = ""
    value: Any = ""
    options: list[tuple[str, str]] = field(default_factory=list)
    required: bool = False
    known: bool = False
    shown: str = ""


def form_of(here: Place, kind: str, known: Mapping[str, str], typed: Mapping[str, str]) -> list[Field]:
    """The fields of an act's form: `known` from the address, `typed` so far."""
    language = get_language() or "en"
    fields = []
    struct = ACTS[kind, 1].act
    left_out = _ALWAYS | _FILLED.get(kind, set())
    if kind == "RollCounted" and here.fold.book is not None:
        left_out = left_out | {"members"}
    left_out = left_out | _without_use(_board_of(here, known).charter, kind)
    asked = {each.name: each for each in msgspec.structs.fields(struct) if each.name not in left_out}
    for name, each in sorted(asked.items(), key=lambda pair: pair[0] != "title"):
        made = Field(name, "text", phrases.field_label(name, language), phrases.field_help(name, language))
        made.required = each.required and (kind, name) not in _MAY_FOLLOW
        _shape(here, kind, made, known)
        if name in known:
            made.known, made.value = True, known[name]
            made.shown = dict(made.options).get(known[name], known[name])
        else:
            made.value = typed.get(name, made.value)
        if name == "about":
            _about(here, made, known)
        fields.append(made)
    for name in _MORE.get(kind, ()):
        widget = "checkbox" if name == "split" else "number"
        fields.append(Field(name, widget, phrases.field_label(name, language), value=typed.get(name, "")))
    return fields


def _without_use(charter: Charter, kind: str) -> set[str]:
    """Fields that nothing in the charter gives a use to."""
    stages = [stage for matter in charter.matters.values() for stage in matter.stages]
    found = set()
    if kind == "VotingOpened" and not any(stage.method == "deciding" for stage in stages):
        found.add("between")
    if kind == "VotingOpened":
        found |= _unasked(stages)
    if kind == "VotingOpened" and not any(matter.petition for matter in charter.matters.values()):
        found.add("petition")
    if kind == "TallyReported" and not any(stage.estimates for stage in stages):
        found.add("estimated")
    if kind == "MeetingCalled" and not charter.meetings.kinds:
        found |= {"kind", "petition"}
    return found


def _unasked(stages: list[Stage]) -> set[str]:
    """What only votes that count papers are asked, as far as no stage does, or none settles ties so."""
    counted = [stage for stage in stages if counted_by(stage)]
    found = set() if counted else {"options", "chosen"}
    if not any(_is_budget(stage) for stage in counted):
        found |= {"budget", "unit"}
    for way, field_name in (("lot", "seed"), ("status_quo", "stands")):
        if not any(way in stage.ties for stage in counted):
            found.add(field_name)
    return found


def _is_budget(stage: Stage) -> bool:
    method = counted_by(stage)
    return method is not None and method.budget


def _about(here: Place, made: Field, known: Mapping[str, str]) -> None:
    about = {name.removeprefix("about."): value for name, value in known.items() if name.startswith("about.")}
    if not about:
        return
    names = names_near(here.board)
    language = get_language() or "en"
    words = [phrases.act_title(about["act"], language)] if about.get("act") in _kinds() else []
    words += [names.get(value, value) for name, value in about.items() if name != "act"]
    made.known, made.value, made.shown = True, json.dumps(about), ", ".join(words)


def _kinds() -> set[str]:
    return {kind for kind, _v in ACTS}


def _shape(here: Place, kind: str, made: Field, known: Mapping[str, str]) -> None:
    """Widget and options of a field, by its name; acts use one name for one thing."""
    name, board = made.name, _board_of(here, known)
    if name in ("until", "on", "effective"):
        made.widget = "date"
    elif name in ("closes", "sealed"):
        made.widget = "moment"
    elif name in _NUMBERS:
        made.widget = "number"
        made.value = {"stage": "1", "call": "1", "version": "1"}.get(name, "")
    elif name in _CHECKED:
        made.widget, made.value, made.required = (
            "checkbox",
            "on" if name in ("confirmed", "accepted") else "",
            False,
        )
    elif name in ("votes", "counts", "composition", "seats") and (kind, name) != (
        "DelegationElected",
        "seats",
    ):
        made.widget = "counts"
        made.options = [
            (each, phrases.value_label(each, get_language() or "en")) for each in _counted(here, name, board)
        ]
    elif name == "texts":
        made.widget = "texts"
        made.options = [(tongue, tongue) for tongue in board.charter.languages]
    elif name in _LONG or (kind, name) == ("AttemptRecorded", "answer"):
        made.widget = "file_or_words" if name == "text" else "long"
        if name == "charter":
            made.value = json.dumps(msgspec.to_builtins(board.charter), indent=1, ensure_ascii=False)
    elif name in _LINES or name == "about":
        made.widget = "lines"
    elif (kind, name) in _OWN_NAMES:
        made.value = _suggested(here, kind, name, board)
        made.required = kind in ("BodyAdmitted", "BodyJoined", "NameDisputed")
    else:
        options = _options(here, kind, name, board)
        if options is not None:
            made.widget, made.options = "select", options


def _suggested(here: Place, kind: str, name: str, board: Board) -> str:
    """A name for something new that is not taken; a proposal's is made of its title when it is sent."""
    if kind == "VotingOpened":
        return free_name(here.board, "vote")
    taken = {
        "meeting": set(here.board.meetings),
        "emergency": set(here.board.emergencies),
        "case": set(here.board.cases),
        "lot": set(here.board.lots),
        "petition": set(here.board.petitions),
        "amendment": {each for item in board.proposals.values() for each in item.amendments},
    }.get(name)
    if taken is None:
        return ""
    return next(f"{name}-{n}" for n in range(1, len(taken) + 2) if f"{name}-{n}" not in taken)


def named_after(title: str) -> str:
    """A short name in small letters and dashes, made of a title in any script."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].strip("-")
    return name or "proposal-" + hashlib.sha256(title.encode()).hexdigest()[:8]


def _board_of(here: Place, known: Mapping[str, str]) -> Board:
    """The board that names in this act are about: the council's where it goes there, else the body's own."""
    to = known.get("to", "")
    return folds.caught_up(to).board if to in folds.known() else here.board


def _counted(here: Place, name: str, board: Board) -> list[str]:
    if name == "composition":
        demands = board.charter.bodies.delegations.composition if board.charter.bodies else ()
        return list(dict.fromkeys(trait for demand in demands for trait in demand.traits)) or ["women", "men"]
    return list(VOTE_CHOICES)


def _options(here: Place, kind: str, name: str, board: Board) -> list[tuple[str, str]] | None:
    """What can be chosen for a field; None where it is typed."""
    language = get_language() or "en"
    names = names_near(board)
    own, sisters = here.board, sorted(board.sisters.values(), key=lambda each: each.code)
    if (kind, name) == ("BodyAdmitted", "body"):
        return None  # it is on no list yet: its id is typed
    if (kind, name) == ("BodyJoined", "to"):
        return [
            (council.id, council.name) for council in councils_here() if council.id not in own.confederations
        ]
    if name == "to":
        near = names_near(own)
        return [
            (council, near.get(council, council)) for council, left in own.confederations.items() if not left
        ]
    if name in ("body", "sender"):
        return [(board.id, names[board.id])] + [(each.id, f"{each.code} {each.name}") for each in sisters]
    if name in ("token", "holder"):
        return [(each.token, each.name or each.token[:8]) for each in members_of(here.fold, here.day)]
    if name == "role":
        return [(role, rule.title) for role, rule in own.charter.roles.items()]
    if name == "matter":
        return [(matter, rule.title) for matter, rule in board.charter.matters.items()]
    if name in ("proposal", "again"):
        return [(each.id, each.title) for each in board.proposals.values()]
    if name == "amendment":
        found = [each for item in board.proposals.values() for each in item.amendments.values()]
        return [(each.id, each.id) for each in found if each.state == "put"]
    if name == "decision":
        return [(each.id, each.id) for each in own.votings.values() if each.outcome and not each.void_from]
    if name == "emergency":
        return [(each.id, f"{each.id}: {each.reason}") for each in own.emergencies.values()]
    if name == "case":
        return [(each.id, each.id) for each in own.cases.values() if not each.done]
    if name == "lot":
        return [(each.id, f"{each.id}: {each.source}") for each in own.lots.values() if each.drawn is None]
    if name == "name":
        return [(each, each) for each in own.disputed]
    if name == "kind":
        return [(each, rule.title) for each, rule in own.charter.meetings.kinds.items()]
    if name == "ground" and own.charter.expulsion:
        return [(each, each) for each in own.charter.expulsion.grounds]
    if name in ("voting", "own"):
        votings = (
            board.votings
            if kind in ("RatificationGiven", "OutcomeContested", "TallyReported", "ReportGiven")
            else own.votings
        )
        votings = own.votings if name == "own" else votings
        return [(each, each) for each in reversed(votings)]
    if name in ("meeting", "first"):
        return [(each.id, f"{each.on} ({each.id})") for each in reversed(own.meetings.values())]
    if name == "petition":
        return [(each, each) for each in board.petitions]
    if name in ("credential", "alternate", "instead_of"):
        sent = own.delegations.get((own.id, board.id))
        seats = sent.credentials.values() if sent else ()
        return [(each.id, f"{each.id} ({phrases.value_label(each.kind, language)})") for each in seats]
    if name == "language":
        return [(each, each) for each in _tongues(board)]
    fixed = {
        "mode": ("strict", "guided", "free"),
        "form": ("text", "audio"),
        "channel": ("web", "paper", "voice", "sms", "file"),
        "answer": ("yes", "no", "abstain"),
        "against": ("member", "body"),
    }
    if name == "reason" and kind == "NoMandateGiven":
        return [(each, phrases.value_label(each, language)) for each in ("not_quorate", "undecided")]
    return [(each, phrases.value_label(each, language)) for each in fixed[name]] if name in fixed else None


def _tongues(board: Board) -> list[str]:
    demanded = [
        tongue
        for matter in board.charter.matters.values()
        if matter.translations
        for tongue, _form in (*matter.translations.required, *matter.translations.on_change)
    ]
    return list(dict.fromkeys([*board.charter.languages, *demanded]))


def read_form(request: HttpRequest, here: Place, fields: list[Field]) -> dict[str, Any]:
    """What was typed, as an act's fields. Raises `Refusal` FieldUnreadable naming the field."""
    found: dict[str, Any] = {}
    for each in fields:
        if each.name == "proposal" and "title" in found and not request.POST.get("proposal", "").strip():
            each.required = False
            found["proposal"] = named_after(str(found["title"]))
            continue
        value = _value(request, here, each)
        if value not in (None, "", [], {}):
            found[each.name] = value
        elif each.required and each.widget not in ("counts", "checkbox"):
            raise Refusal("FieldUnreadable", "", problem=_("“%(field)s” is empty") % {"field": each.label})
    if "budget" in found and "options" in found:
        found["options"], found["costs"] = _costed(found["options"])
    if "options" in found and _reserves(here.board.charter, found):
        pairs = [marked_group(line) for line in found["options"]]
        found["options"] = [name for name, _group in pairs]
        found["group_of"] = [group for _name, group in pairs]
    return found


def _reserves(charter: Charter, found: Mapping[str, Any]) -> bool:
    """Whether the stage that a vote opens has seats for groups."""
    matter, number = charter.matters.get(found.get("matter", "")), found.get("stage", 1)
    if matter is None or not 1 <= number <= len(matter.stages):
        return False
    stage = matter.stages[number - 1]
    return bool(stage.reserved or stage.zipper)


def _costed(lines: list[str]) -> tuple[list[str], list[int]]:
    """Projects and what each costs: the number at the end of each line."""
    pairs = [line.rpartition(" ") for line in lines]
    for name, _space, cost in pairs:
        if not (name.strip() and cost.isascii() and cost.isdigit() and len(cost) < 16):
            raise Refusal(
                "FieldUnreadable",
                "",
                problem=_("“%(line)s” does not end with what it costs, a whole number")
                % {"line": f"{name} {cost}".strip()},
            )
    return [name.strip(" :") for name, _space, _cost in pairs], [int(cost) for _name, _space, cost in pairs]


def _value(request: HttpRequest, here: Place, each: Field) -> Any:
    if each.name == "about" and each.known:
        return json.loads(each.value)
    text = str(each.value) if each.known else request.POST.get(each.name, "").strip()
    if each.widget == "number":
        return _number(text, each.label)
    if each.widget == "checkbox":
        return text == "on"
    if each.widget == "moment":
        return moment_of(here, text, each.label)
    if each.widget == "counts":
        counts = {}
        for option, _label in each.options:
            number = _number(request.POST.get(f"{each.name}.{option}", "").strip(), each.label)
            if number is not None:
                counts[option] = number
        return counts
    if each.widget == "texts":
        written = {tongue: request.POST.get(f"texts.{tongue}", "").strip() for tongue, _label in each.options}
        return {
            tongue: attach(here.id, words.encode(), "text/markdown")
            for tongue, words in written.items()
            if words
        }
    if each.widget == "file_or_words":
        return _text(request, here, each)
    if each.name == "charter":
        return charter_of(text)
    if each.widget == "lines":
        return _lines(each.name, text)
    return text


def _number(text: str, label: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise Refusal("FieldUnreadable", "", problem=_("“%(field)s” is a whole number") % {"field": label})
    return int(text)


def moment_of(here: Place, text: str, label: str) -> int | None:
    """A date and time as typed, in the body's own zone. Raises `Refusal` FieldUnreadable."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    try:
        told = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refusal(
            "FieldUnreadable", "", problem=_("“%(field)s” is a date and a time") % {"field": label}
        ) from error
    return int(told.replace(tzinfo=ZoneInfo(here.board.charter.timezone)).timestamp())


_MOST_AUDIO = 20_000_000


def _text(request: HttpRequest, here: Place, each: Field) -> dict[str, Any] | None:
    file = request.FILES.get("recording")
    if file is not None:
        media = str(file.content_type or "")
        if not media.startswith("audio/") or (file.size or 0) > _MOST_AUDIO:
            raise Refusal("FieldUnreadable", "", problem=_("a recording is an audio file of at most 20 MB"))
        return attach(here.id, file.read(), media)
    words = request.POST.get(each.name, "").strip()
    return attach(here.id, words.encode(), "text/markdown") if words else None


def charter_of(text: str) -> dict[str, Any]:
    """A charter that was typed or pasted, as data. Raises `Refusal` CharterUnreadable with line and suggestion."""
    return dict(msgspec.json.decode(charter_bytes(read_charter_text(text))))


def _lines(name: str, text: str) -> Any:
    if name == "options":
        return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    lines = [line.split() for line in text.splitlines() if line.strip()]
    if name == "seats":
        return [
            {"credential": words[0], "kind": words[1] if len(words) > 1 else "delegate"} for words in lines
        ]
    if name == "about":
        return {words[0]: " ".join(words[1:]) for words in lines}
    if name in ("groups", "places"):
        return {words[0]: _number(words[-1], name) or 0 for words in lines}
    return [word for words in lines for word in words]
