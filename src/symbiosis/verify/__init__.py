"""Replays records from files and says what is sound. Needs no node, no network, no clock."""
