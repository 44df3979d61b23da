"""Two tellers count the same by hand: only then is there a tally.

Where papers rank or mark options, each teller types in every paper; both piles are compared when both are done.
"""

from __future__ import annotations

from django.db import transaction

from symbiosis.actions.perform import perform
from symbiosis.errors import Refusal
from symbiosis.store.models import TellerReport


def report(
    body: str, council: str, voting: str, teller: str, counts: dict[str, int], *, by: str, at: int
) -> bool:
    """Note what one teller counted; where another has counted the same, report the tally and give True.

    `council` is the body whose voting it is (the body itself at home), `teller` a mark, never a name. Raises
    `Refusal` CountsDiffer (both counts stay, each can be changed) and what `TallyReported` refuses. The tally
    is in the record before the single counts are deleted: a crash in between leaves counts that a second
    report of the same figures would refuse as one too many, never one too few.
    """
    with transaction.atomic():
        TellerReport.objects.update_or_create(
            body=body,
            voting=voting,
            teller=teller,
            defaults={"to": council, "counts": counts, "finished": True},
        )
    others = list(TellerReport.objects.filter(body=body, voting=voting, finished=True).exclude(teller=teller))
    if not others:
        return False
    same = next((each for each in others if each.counts == counts), None)
    if same is None:
        raise Refusal("CountsDiffer", "")
    fields: dict[str, object] = {
        "voting": voting,
        "counts": {choice: count for choice, count in counts.items() if count},
        "tellers": sorted([teller, same.teller]),
    }
    if council != body:
        fields["to"] = council
    perform(body, "TallyReported", fields, at=at, by=by)
    TellerReport.objects.filter(body=body, voting=voting).delete()
    return True


def type_in(body: str, council: str, voting: str, teller: str, position: str, times: int) -> None:
    """Put so many equal papers on a teller's own pile, or take them off again (`times` below 0).

    The pile is unfinished until it is reported. Raises `Refusal` FieldUnreadable where fewer are there to take off.
    """
    with transaction.atomic():
        pile, _new = TellerReport.objects.select_for_update().get_or_create(
            body=body, voting=voting, teller=teller, defaults={"to": council, "counts": {}, "finished": False}
        )
        left = pile.counts.get(position, 0) + times
        if left < 0:
            raise Refusal("FieldUnreadable", "", problem=position)
        pile.counts = {**pile.counts, position: left}
        if not left:
            del pile.counts[position]
        pile.finished = False
        pile.save()


def differing(mine: dict[str, int], other: dict[str, int]) -> list[tuple[str, int, int]]:
    """The papers of which two tellers have different numbers: what it is, how many the one has, how many the other."""
    return [
        (position, mine.get(position, 0), other.get(position, 0))
        for position in sorted(mine.keys() | other.keys())
        if mine.get(position, 0) != other.get(position, 0)
    ]
