"""Records as they are stored: append-only entries, the tiles of their trees, their heads and keys."""

from django.db import models


class Log(models.Model):
    """A record's head: how long it is and its last signed checkpoint. One row, written with each append."""

    origin = models.CharField(max_length=80, primary_key=True)
    body = models.CharField(max_length=52, db_index=True)
    record = models.CharField(max_length=5)
    size = models.PositiveBigIntegerField()
    checkpoint = models.TextField()


class Entry(models.Model):
    """One act, as its canonical bytes. Never changed, never deleted."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT, db_constraint=False, db_index=False)
    index = models.PositiveBigIntegerField()
    data = models.BinaryField()

    class Meta:
        """An index is given once: two writers cannot both append entry 7."""

        constraints = (models.UniqueConstraint(fields=["log", "index"], name="entry_once"),)


class Tile(models.Model):
    """256 hashes of one level of a record's tree; fewer at the right edge of the levels above the leaves."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT, db_constraint=False, db_index=False)
    level = models.PositiveSmallIntegerField()
    n = models.PositiveBigIntegerField()
    data = models.BinaryField()

    class Meta:
        """A tile is replaced while it grows."""

        constraints = (models.UniqueConstraint(fields=["log", "level", "n"], name="tile_once"),)


class RecordKey(models.Model):
    """The seeds of a record's signing key and of the key announced to follow it."""

    origin = models.CharField(max_length=80, primary_key=True)
    seed = models.BinaryField()
    next_seed = models.BinaryField()


class Attachment(models.Model):
    """A text or recording that acts name by its hash."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    body = models.CharField(max_length=52, db_index=True)
    media = models.CharField(max_length=80)
    data = models.BinaryField()
