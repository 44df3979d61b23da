"""People on this node: private rows, never in a record."""

from django.db import models


class Person(models.Model):
    """An account's place in one body: its token there and the name it chose, which can be erased."""

    account = models.ForeignKey("auth.User", null=True, blank=True, on_delete=models.CASCADE)
    body = models.CharField(max_length=52, db_index=True)
    token = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=120, blank=True)
    seat_to = models.CharField(max_length=52, blank=True)
    credential = models.CharField(max_length=64, blank=True)


class Invitation(models.Model):
    """A slip of paper that lets one person claim one token, once. Only the hash of its code is kept."""

    code_hash = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    expires = models.DateField()
    used = models.BooleanField(default=False)


class Session(models.Model):
    """A signed-in device, so that it can be listed and revoked from another. No address, no fingerprint."""

    account = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    key_hash = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=60, blank=True)
    since = models.DateField()


class Passkey(models.Model):
    """A key that a device made for signing in; useless anywhere else, and nothing about the device."""

    account = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    credential = models.CharField(max_length=400, unique=True)
    public_key = models.BinaryField()
    uses = models.PositiveBigIntegerField()
    since = models.DateField()
