"""Codes and figures into sentences, for pages, command line and verifier alike. Pure."""

from symbiosis.phrases.sentences import outcome_lines, refusal, standing, unsound

__all__ = ["outcome_lines", "refusal", "standing", "unsound"]
