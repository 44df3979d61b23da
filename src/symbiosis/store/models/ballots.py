"""Secret votes: what is handed in before one opens, ballots on their way to the board, and what was refused.

None of these rows knows a person and a ballot: who is a trustee stands beside a key, never beside a ballot, and a
waiting ballot has no time, no address, and no number that tells when it came.
"""

from django.db import models


class Ceremony(models.Model):
    """A secret vote that is being prepared: what will be asked, and the public credentials once they are made.

    `opening` are the fields of the opening act, as a role typed them in; `voters` is how many may vote.
    """

    body = models.CharField(max_length=52)
    voting = models.CharField(max_length=64)
    uuid = models.CharField(max_length=22)
    opening = models.JSONField()
    voters = models.PositiveIntegerField()
    credentials = models.TextField(blank=True)
    since = models.DateField()

    class Meta:
        """One preparation for each vote."""

        constraints = (models.UniqueConstraint(fields=["body", "voting"], name="ceremony_once"),)


class TrusteeMessage(models.Model):
    """What a trustee handed in for the key, by round: the node passes it on and cannot read what is sealed in it."""

    ceremony = models.ForeignKey(Ceremony, on_delete=models.CASCADE)
    round = models.PositiveSmallIntegerField()
    trustee = models.PositiveSmallIntegerField()
    person = models.ForeignKey("store.Person", null=True, on_delete=models.SET_NULL)
    text = models.TextField()

    class Meta:
        """One message from each trustee in each round."""

        constraints = (models.UniqueConstraint(fields=["ceremony", "round", "trustee"], name="message_once"),)


class WaitingBallot(models.Model):
    """An encrypted ballot that was accepted and is not posted yet.

    `id` is drawn at random, so that rows lie in no order of arrival (in SQLite an automatic key is the row's own
    number; any other key would leave a hidden one that counts). `slot` is a hash of the public credential that
    stands in the ballot, and `turn` counts the ballots of one slot: a later one is posted in a later batch.
    """

    id = models.BigAutoField(primary_key=True)
    body = models.CharField(max_length=52)
    voting = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    slot = models.CharField(max_length=64)
    turn = models.PositiveSmallIntegerField()
    data = models.BinaryField()

    class Meta:
        """A ballot waits once."""

        constraints = (models.UniqueConstraint(fields=["body", "voting", "sha256"], name="ballot_once"),)


class RefusedBallots(models.Model):
    """How many ballots a vote refused, by reason: no ballot is kept, and no time."""

    body = models.CharField(max_length=52)
    voting = models.CharField(max_length=64)
    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        """One row for each reason."""

        constraints = (models.UniqueConstraint(fields=["body", "voting", "code"], name="refused_once"),)
