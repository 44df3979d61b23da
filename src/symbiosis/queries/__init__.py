"""Reads: what pages and commands ask of a node."""
