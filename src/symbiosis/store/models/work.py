"""Working material: changed in place, named by acts through its hash, purged in time."""

from django.db import models


class Comment(models.Model):
    """A reason given in a proposal's discussion, under the name chosen in that body."""

    body = models.CharField(max_length=52)
    proposal = models.CharField(max_length=64)
    person = models.ForeignKey("store.Person", null=True, on_delete=models.SET_NULL)
    language = models.CharField(max_length=8)
    words = models.TextField()
    at = models.DateField()


class TellerReport(models.Model):
    """What one teller counted, waiting for another to count the same; `finished` when no paper is left to type in."""

    body = models.CharField(max_length=52)
    voting = models.CharField(max_length=64)
    to = models.CharField(max_length=52, blank=True)
    teller = models.CharField(max_length=64)
    counts = models.JSONField()
    finished = models.BooleanField(default=True)

    class Meta:
        """One report a teller."""

        constraints = (models.UniqueConstraint(fields=["body", "voting", "teller"], name="teller_once"),)
