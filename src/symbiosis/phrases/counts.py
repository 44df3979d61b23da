"""What was done in a stage of a count, and what cannot be counted, in sentences."""

from __future__ import annotations

from symbiosis.counting.budget import Part
from symbiosis.counting.counts import Count, NotCountable, Stage
from symbiosis.counting.formats.election import Unreadable
from symbiosis.counting.ties import Tie
from symbiosis.phrases.catalogues import translated

STAGES: dict[str, str] = {
    # The single transferable vote
    "first_preferences": "First preferences are counted.",
    "surplus": "The surplus of {names} moves on.",
    "exclusion": "{names} has the fewest votes and is excluded; the papers move on.",
    "guarded_exclusion": "{names} has the fewest votes of those who can be spared for the reserved seats, and is excluded; the papers move on.",
    "withdrawn": "As seats are reserved, none of these can be elected any more: {names}. They are withdrawn; the papers move on.",
    "last_seats": "As many are left as there are seats: all of them are elected.",
    "batch": "The papers of {names} that came at the next value move on.",
    # Pairs
    "pairs": "Each is compared with each; nobody beats all others.",
    "pairs_winner": "Each is compared with each; {names} beats all others.",
    "paths": "The strongest path from each to each: as strong as its weakest defeat.",
    "by_before": "How many others each comes before.",
    "by_worst_defeat": "The worst defeat of each: the smallest is best.",
    "by_points": "The points of each.",
    "locked": "{names}: the first stays above the second.",
    "locked_by_order": "{names}: it depends on the order of equal defeats whether the first stays above the second.",
    "passed_over": "{names}: this defeat would close a circle and is passed over.",
    # Reserved seats in an order
    "as_reserved": "The first in the order are as many of each group as are reserved.",
    "passed_over_for_reserved": "As seats are reserved, these are passed over: {names}.",
    "by_turns": "Each place goes to the group whose turn it is, and to the first of it in the order.",
    # Marks
    "most_votes": "The votes of each.",
    "by_approvals": "How many approve of each.",
    "by_sum": "The points of each, added up.",
    "by_mean": "The mean of the marks that each was given.",
    "by_dots": "The dots of each.",
    "by_suits": "How many each suits, and how many of them without need.",
    "by_support": "How many gave each grade, how many support and how many oppose.",
    "by_median": "How many gave each grade, and the grade in the middle.",
    # Committees by approval
    "pav_seat": "{names} has most: a paper that has elected one already counts half, two a third.",
    "pav_tie": "Several have most.",
    "phragmen_seat": "{names} burdens those who approve the least.",
    "phragmen_tie": "Several burden those who approve equally little.",
    "shares_seat": "{names} costs those who approve the least, and they pay.",
    "shares_tie": "Several cost those who approve equally little.",
    # A draw
    "pool": "In the draw, each with this chance: {names}.",
    "drawn": "The lot falls on {names}.",
    # A list in proportion
    "harmonic_place": "{names} has the least weight and takes the last free place; its votes go to what else they approve of.",
    "by_weight": "The weight with which each took its place: the largest comes first.",
    "harmonic_none": "Nobody approves of {names}: last.",
    # Budgets
    "budget_start": "Every vote has the same part of the money.",
    "budget_raised": "Every vote is given more to spend, as much as the budget still bears, so that less is left over.",
    "budget_bought": "{names} costs those who approve the least for its worth, and they pay.",
    "budget_tie": "Several are equal.",
    "budget_greedy": "{names} has most support of all that is left and can be paid: what nobody could spend goes there.",
    "budget_rest": "What is not funded, and what those who approve of it have left.",
}
METHOD_NAMES: dict[str, str] = {
    "stv-scottish": "single transferable vote, as Scotland counts it",
    "stv-ers97": "single transferable vote, by hand as the Electoral Reform Society counts it",
    "stv-meek": "single transferable vote by Meek",
    "stv-warren": "single transferable vote by Warren",
    "stv-wigm": "single transferable vote with a quota and decimals of one's own",
    "irv": "instant run-off",
    "schulze": "Schulze, each against each",
    "ranked-pairs": "ranked pairs, each against each",
    "minimax": "smallest worst defeat, each against each",
    "copeland": "most wins, each against each",
    "borda": "Borda points",
    "pav-sequential": "proportional approval, seat by seat",
    "phragmen-sequential": "Phragmén, burdens shared equally",
    "equal-shares": "equal shares: every vote buys with the same money",
    "harmonic": "a list in proportion: every vote shared out among what it approves of",
    "sortition": "a draw by lot",
    "equal-shares-budget": "budget by equal shares: every vote has the same money for projects",
    "majority": "one tick, most votes",
    "approval": "approval",
    "score": "points",
    "dots": "dots to share out",
    "time-poll": "which time suits most",
    "gradients": "gradients of agreement",
    "majority-judgment": "majority judgment",
}
SETTING_NAMES: dict[str, str] = {
    "quota": "The quota",
    "decimals": "Decimals",
    "strength": "Strength of a defeat",
    "share": "Share that is needed",
    "most": "At most",
    "least": "At least",
    "by": "Points are taken as",
    "dots": "Dots for each",
    "completion": "When nobody can buy any more",
    "utility": "A project is worth",
    "veto": "A veto",
    "grades": "Grades",
}
"""Every setting of a method has its words here."""
TIE_WAYS: dict[str, str] = {
    "earlier_round": "who had more in the rounds before",
    "status_quo": "what stands already",
    "lot": "a lot from a seed that everybody knew",
}
GRADES: dict[str, str] = {
    "time-poll.0": "no",
    "time-poll.1": "if need be",
    "time-poll.2": "yes",
    "majority-judgment.0": "to reject",
    "majority-judgment.1": "poor",
    "majority-judgment.2": "acceptable",
    "majority-judgment.3": "good",
    "majority-judgment.4": "very good",
    "majority-judgment.5": "excellent",
    "gradients.0": "veto",
    "gradients.1": "serious disagreement",
    "gradients.2": "don't like it but will support it",
    "gradients.3": "more discussion needed",
    "gradients.4": "abstain",
    "gradients.5": "support with reservations",
    "gradients.6": "agreement with a minor point of contention",
    "gradients.7": "endorsement",
}
"""Words for the grades of a method, from the worst on."""
FIGURES: dict[str, str] = {
    "votes": "votes",
    "quota": "quota",
    "exhausted": "without a further preference",
    "rounding": "lost in rounding",
    "majority": "half of the votes that are left",
    "keeps": "keeps of each paper",
    "surplus": "surplus not moved yet",
    "value": "value of a paper that moves",
    "wins": "wins",
    "defeats": "defeats",
    "before": "comes before",
    "worst_defeat": "worst defeat",
    "points": "points",
    "strength": "strength",
    "needed_more_than": "needed: more than",
    "approvals": "approvals",
    "place": "place",
    "chance": "chance",
    "panels": "possible panels, each as likely",
    "weight": "weight",
    "load": "burden for each who approves",
    "price": "price for each who approves",
    "cost": "cost",
    "budget": "budget",
    "each": "money for each vote",
    "raised_by": "more for each vote",
    "effective_votes": "votes, as if all paid equally",
    "payers": "votes that pay",
    "most_paid": "paid at most for each vote",
    "purses": "all votes have left",
    "approvals_for_cost": "approvals for each unit of money",
    "supporters_have": "those who approve have left",
    "spent": "spent",
    "unspent": "not spent",
    "marks": "marks given",
    "mean": "mean",
    "dots": "dots",
    "suits": "suits",
    "yes": "without need",
    "support": "support",
    "opposed": "oppose",
    "vetoes": "vetoes",
    "median": "grade in the middle",
}
"""The columns and totals of stages."""
OVER: dict[str, str] = {
    "elect": "Equal, and one of them is chosen: {names}.",
    "exclude": "Equal, and one of them must go: {names}.",
    "transfer": "Equal, and the votes of one of them move first: {names}.",
    "rank": "Equal, and one of them comes first: {names}.",
}
SETTLED: dict[str, str] = {
    "": "No rule settles it.",
    "earlier_round": "The rounds before tell them apart: {chosen}.",
    "status_quo": "What stands already: {chosen}.",
    "lot": "The lot falls on {chosen}.",
}
SPOILED: dict[str, str] = {
    "spoiled": "Spoiled",
    "equal_first": "Spoiled by equals in the first place",
    "twice": "Spoiled by the same option twice",
    "unknown": "Spoiled by an option that there is not",
    "too_many": "Spoiled by too many ticks",
    "too_many_dots": "Spoiled by too many dots",
    "too_dear": "Spoiled by projects that cost too much together",
    "too_few": "Spoiled by too few marks",
    "out_of_range": "Spoiled by a mark that there is not",
}
UNREADABLE: dict[str, str] = {
    "EmptyFile": "The file is empty.",
    "UnknownFormat": "This looks like none of the formats: name one with --format.",
    "NoFile": "{file}: {problem}",
    "OtherPapers": "The papers in this file are of another kind than {method} counts.",
    "NoSuchSetting": "{setting} is no setting here; those there are: {known}.",
    "NothingReserved": "{method} reserves no seats: the single transferable vote does, and methods that give an order, which alone fill places by turns.",
    "ZipperAlone": "Places are filled by turns, or so many of a group are reserved, and not both.",
    "NoSuchName": "{name} does not stand.",
    "NoPair": "A name, = and what it is are needed, such as women=2, and not {text}.",
    "NoSuchTieRule": "{way} settles no ties: earlier_round, status_quo or lot do.",
    "NoNumber": "A whole number is needed and not {text}.",
    "NoWeight": "A number above 0 is needed for how many papers there are, and not {text}.",
    "BltHead": "The first line has two numbers, candidates and seats, and not: {text}",
    "BltPaper": "A paper is a weight, candidates' numbers, and 0 at the end.",
    "BltWithdrawn": "Those who withdrew are their numbers with a minus before each, and nothing else.",
    "BltEnd": "After the papers a line with 0 alone is needed, and then the names.",
    "BltNames": "There are {candidates} candidates and only {names} names after the papers.",
    "NameTwice": "{name} stands there twice: give every candidate a name of their own.",
    "PrefLibPaper": "A paper is a number, a colon, and candidates' numbers with commas, equals in braces.",
    "PrefLibNames": "The candidates are not named one by one from 1 on.",
    "AbifLine": "A line is a number, a colon, and names joined by > = or commas.",
    "CsvLine": "A quotation mark is not closed, or stands where none may.",
    "CsvHead": "The first line names each option once, or the places 1, 2, 3.",
    "PbSections": "META, PROJECTS and VOTES are needed, each once, in this order, on a line alone, and then names of columns.",
    "PbColumn": "In {section} the column {column} is missing.",
    "PbCells": "This line has {cells} cells and its section {columns} columns.",
    "PbMeta": "META does not say: {key}.",
    "PbVoteType": "A vote_type is approval, ordinal, cumulative, scoring or choose-1, and not {text}.",
    "PbMoney": "An amount is needed, and not: {text}",
    "PbProject": "Every project needs an id of its own, and not: {id}",
    "PbNumber": "META says {key} is {said}, and there are {found}.",
    "PbPoints": "A vote names {projects} projects and gives {points} points.",
    "NoPlaceInFormat": "This format has no place for something in this election.",
}
"""What is wrong with a file."""
NOT_COUNTABLE: dict[str, str] = {
    "NoCandidates": "Nobody stands: name at least one candidate.",
    "SameNameTwice": "{name} stands twice: give every candidate a name of their own.",
    "NoSeats": "There are {seats} seats: at least one is needed.",
    "NotSoManySeats": "This method fills {most} at most, not {seats}.",
    "NoBudget": "The costs and the budget are not said: a file of kind .pb holds them.",
    "NothingToSpend": "The budget is nothing: say how much there is.",
    "NoCost": "{name} has no cost above nothing.",
    "SeatsBelowMinimum": "There are {seats} seats, and the minimum of each body together makes {needed}: lower the minimum, or have more seats.",
    "SeatsAboveCap": "There are {seats} seats, and with the cap of each body only {room} can be given: raise the cap, or have fewer seats.",
    "ReservedAgainstItself": "Of {group} at least {least} and at most {most} are to be chosen: change one of the two.",
    "TooFewOfGroup": "Of {group} {needed} are to be chosen and only {standing} stand: find more people, or reserve fewer seats.",
    "MoreReservedThanSeats": "{reserved} seats are reserved and there are only {seats}: reserve fewer, or have more seats.",
    "TooFewForSeats": "As so many of a group may be chosen at most, only {room} of {seats} seats can be filled: find more people of other groups.",
    "MoreSeatsThanCandidates": "There are {seats} seats and only {candidates} candidates: lower the seats, or find more people.",
}


def method_name(method: str, language: str) -> str:
    """A method as people call it; "vote" and the like as they stand."""
    return translated(language, METHOD_NAMES[method]) if method in METHOD_NAMES else method


def grade_names(method: str, grades: int, language: str) -> list[str]:
    """So many grades in words, from the worst on; as numbers where the method has no words for so many."""
    known = [GRADES[f"{method}.{grade}"] for grade in range(grades) if f"{method}.{grade}" in GRADES]
    return (
        [translated(language, name) for name in known]
        if len(known) == grades
        else [str(n) for n in range(grades)]
    )


def setting_name(setting: str, language: str) -> str:
    """What a method asks for."""
    return translated(language, SETTING_NAMES[setting])


def stage_sentence(stage: Stage, language: str) -> str:
    """What was done in this stage."""
    return translated(language, STAGES[stage.done]).format(names=", ".join(stage.names))


def figure_name(code: str, language: str) -> str:
    """A column or a total of a stage."""
    kind, _, rest = code.partition(":")
    if kind == "grade":
        return translated(language, "grade {grade}").format(grade=rest)
    if kind == "path":
        return translated(language, "path to {name}").format(name=rest)
    return translated(language, FIGURES[code])


def tie_sentence(tie: Tie, language: str) -> str:
    """Between whom a tie was, and what settled it for whom."""
    over = translated(language, OVER[tie.over]).format(names=", ".join(tie.among))
    return over + " " + translated(language, SETTLED[tie.settled_by]).format(chosen=tie.chosen)


def part_sentence(part: Part, language: str) -> str:
    """What one vote paid of a project; what does not come out even is rounded to two digits for the eye."""
    paid = str(part.paid) if part.paid.denominator == 1 else f"≈ {float(part.paid):.2f}"
    sentence = translated(language, "Your vote paid {paid} of the {cost} for {name}.")
    return sentence.format(paid=paid, cost=part.cost, name=part.project)


def spoiled_name(reason: str, language: str) -> str:
    """Why papers were set aside."""
    return translated(language, SPOILED[reason])


def count_lines(count: Count, language: str) -> list[str]:
    """The result of a count in a few lines: who is chosen, ties, votes set aside."""

    def say(sentence: str, **figures: object) -> str:
        return translated(language, sentence).format(**figures)

    lines = []
    if count.elected:
        lines.append(say("Chosen, in this order: {names}.", names=", ".join(count.elected)))
    elif count.result == "nobody":
        lines.append(say("Nobody is chosen."))
    lines += [tie_sentence(tie, language) for tie in count.ties]
    if len(count.ranking) > 1:
        lines.append(
            say("The whole order: {order}.", order=" > ".join(" = ".join(group) for group in count.ranking))
        )
    lines.append(
        say("{method}. Valid votes: {votes}.", method=method_name(count.method, language), votes=count.votes)
    )
    if count.blank != "0":
        lines.append(say("Blank: {votes}.", votes=count.blank))
    lines += [f"{spoiled_name(reason, language)}: {votes}." for reason, votes in count.spoiled.items()]
    return lines


def unreadable_sentence(error: Unreadable, language: str) -> str:
    """What is wrong with a file, and in which line."""
    sentence = translated(language, UNREADABLE[error.code]).format(**error.figures)
    if not error.line:
        return sentence
    return translated(language, "Line {line}: {problem}").format(line=error.line, problem=sentence)


def not_countable_sentence(error: NotCountable, language: str) -> str:
    """Why this question cannot be counted, and what to do."""
    return translated(language, NOT_COUNTABLE[error.code]).format(**error.figures)
