"""All tables of a node, by subject."""

from symbiosis.store.models.ballots import Ceremony, RefusedBallots, TrusteeMessage, WaitingBallot
from symbiosis.store.models.people import Invitation, Passkey, Person, Session
from symbiosis.store.models.records import Attachment, Entry, Log, RecordKey, Tile
from symbiosis.store.models.votes import SealedVote
from symbiosis.store.models.work import Comment, TellerReport

__all__ = [
    "Attachment",
    "Ceremony",
    "Comment",
    "Entry",
    "Invitation",
    "Log",
    "Passkey",
    "Person",
    "RecordKey",
    "RefusedBallots",
    "SealedVote",
    "Session",
    "TellerReport",
    "Tile",
    "TrusteeMessage",
    "WaitingBallot",
]
