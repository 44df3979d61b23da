"""Closed votes between casting and certification."""

from django.db import models


class SealedVote(models.Model):
    """One member's closed vote, encrypted under its voting's own key, which backups do not hold.

    `slot` is a keyed hash of the token: a changed vote finds its row, and the row alone names nobody.
    """

    body = models.CharField(max_length=52)
    voting = models.CharField(max_length=64)
    slot = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        """One vote a person; a change takes its place."""

        constraints = (models.UniqueConstraint(fields=["body", "voting", "slot"], name="vote_once"),)
