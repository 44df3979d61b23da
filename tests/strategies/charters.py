"""Charters that leave room: an assembly and a council in which most acts are possible at once."""

ROLES = {
    "desk": {"title": "Desk", "powers": ["*"]},
    "teller": {"title": "Teller", "powers": ["TallyReported"]},
}
HALF = [{"needs": "more_than", "share": "1/2"}]
VOTES = [HALF[0] | {"counted_in": "votes"}]


def assembly(**more) -> dict:
    """People who vote openly, by hands, closed, and by consensus; leaving must be decided."""
    return {
        "charter": 1,
        "name": "Assembly",
        "timezone": "UTC",
        "languages": ["es"],
        "roles": ROLES,
        "meetings": {"quorum": [{"share": "1/2"}, {"call": 2, "share": "1/3", "after_days": 1}]},
        "decisions": {"BodyLeft": "open", "SeatRecalled": "open"},
        "matters": {
            "open": {
                "title": "Open",
                "stages": [{"electorate": "members", "conditions": HALF}],
            },
            "hands": {
                "title": "By hands",
                "seconds": 1,
                "stages": [
                    {
                        "electorate": "members",
                        "secrecy": "hands",
                        "conditions": HALF,
                        "late_grace_hours": 24,
                        "contest_days": 1,
                    }
                ],
            },
            "consensus": {
                "title": "Consensus",
                "stages": [
                    {"electorate": "members", "method": "consensus", "block_grounds": ["safety"]},
                    {
                        "electorate": "members",
                        "after": "no_consensus",
                        "attempts": 1,
                        "conditions": [{"needs": "at_least", "share": "2/3"}],
                    },
                ],
            },
            "recall": {
                "title": "Recall a role",
                "petition": {"share": "1/3"},
                "stages": [{"electorate": "members", "conditions": HALF}],
            },
        },
    } | more


def council(**more) -> dict:
    """Bodies that vote through delegations with mandates, ratify, and ask all members."""
    late = {"late_grace_hours": 24, "contest_days": 1}
    return {
        "charter": 1,
        "name": "Council",
        "timezone": "UTC",
        "languages": ["es", "en"],
        "roles": ROLES,
        "meetings": {"quorum": [{"share": "1/2"}]},
        "bodies": {
            "apportionment": {"per": 2, "cap": 10},
            "delegations": {"delegates": 2, "alternates": 1},
            "mandates": {"split": "largest_remainder"},
        },
        "matters": {
            "spend": {
                "title": "Spend",
                "review_days": 30,
                "translations": {"required": [["es", "text"]], "waiver": "1/2"},
                "stages": [
                    {"electorate": "delegations", "needs_mandate": True, "conditions": VOTES},
                    {"electorate": "bodies", "conditions": [HALF[0] | {"counted_in": "bodies"}]},
                ],
            },
            "voice": {
                "title": "Without mandates",
                "stages": [{"electorate": "delegations", "conditions": VOTES} | late],
            },
            "all": {
                "title": "All members",
                "stages": [{"electorate": "referendum", "conditions": HALF} | late],
            },
            "recall": {
                "title": "Recall",
                "petition": {"share": "1/2", "counted_in": "bodies"},
                "stages": [{"electorate": "bodies", "conditions": [HALF[0] | {"counted_in": "bodies"}]}],
            },
        },
    } | more
