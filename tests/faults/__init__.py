"""Nodes that are killed, filled up and cut off: what was acknowledged is there, and what is there is sound."""
