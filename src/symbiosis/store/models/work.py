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
    """What the first teller counted, waiting for the second to count the same."""

    body = models.CharField(max_length=52)
    voting = models.CharField(max_length=64)
    to = models.CharField(max_length=52, blank=True)
    teller = models.CharField(max_length=64)
    counts = models.JSONField()

    class Meta:
        """One report a teller."""

        constraints = (models.UniqueConstraint(fields=["body", "voting", "teller"], name="teller_once"),)
