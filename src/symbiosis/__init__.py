"""Symbiosis: a confederation of autonomous bodies governs itself from the bottom up."""
