"""Bytes, trees, checkpoints, proofs and bundles: what makes a record provable by anyone."""
