"""The ready rulebooks in words: for whom each is, in one line."""

from __future__ import annotations

from symbiosis.phrases.catalogues import translated

RULEBOOKS = {
    "answering-assembly": "A large assembly that must answer what a council drawn by lot recommends.",
    "assembly": "An assembly: members decide by majority of yes and no, and recall by petition.",
    "assembly-of-assemblies": "An assembly of assemblies: what it finds in common is voted on again at home.",
    "base-union": "A base union: its assembly is sovereign and binds its delegates exactly.",
    "commune": "A commune with co-chairs, one a woman, and commissions.",
    "communities-on-need": "Communities that convene a council only when they need one.",
    "community": "A community that governs itself and convenes councils with others.",
    "confederal-plenary": "A confederal plenary: consensus first, then votes by size under mandates.",
    "consent-circle": "A circle that decides by consent: no paramount objection, and a review date.",
    "council": "A council or confederation: bodies send delegates with mandates.",
    "double-majority": "Double majority of people and bodies, with counter-proposals and a deciding question.",
    "ejido": "An ejido: first and second call, graded quorums, binding on those absent.",
    "general-circle": "The general circle to which smaller circles bring what they cannot settle.",
    "lot-council": "A council drawn by lot with quotas, whose recommendations must be answered.",
    "monthly-referendum": "The monthly referendum of the whole membership, without a council.",
    "networked-spokescouncil": "A networked spokescouncil: what it decides binds only the groups that said yes.",
    "regional-council": "A regional council of communes with co-chairs, quotas and a parallel women's council.",
    "small-cooperative": "A small co-operative with a board that its members recall.",
    "solidarity-fund-panel": "The panel of a solidarity fund: consensus, else majority, urgent help judged later.",
    "spokescouncil-nine-tenths": "A spokescouncil: consensus, then nine tenths of those who do not stand aside.",
    "strict-spokescouncil": "A strict spokescouncil: spokes say what their group decided, and nothing else.",
    "territorial-plenary": "A territorial plenary: unions' positions brought together and carried on as a mandate.",
    "union-branch": "A union branch that sends resolutions and a delegate to a convention.",
    "union-convention": "A union convention: resolutions by delegates, then a referendum of all members.",
    "womens-council": "A women's council beside the general ones, with matters of its own.",
}
"""By the name of its file."""


def rulebook_line(name: str, language: str = "en") -> str:
    """For whom a rulebook is."""
    return translated(language, RULEBOOKS[name])
