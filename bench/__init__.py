"""Measurements: against a floor measured in the same run, as medians and ratios. Nothing here is a test."""
