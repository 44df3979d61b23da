"""Codes and figures into sentences, for pages, command line and verifier alike. Pure."""

from symbiosis.phrases.acts import act_sentence, act_title, field_help, field_label, value_label
from symbiosis.phrases.charter_keys import key_label
from symbiosis.phrases.charters import charter_lines
from symbiosis.phrases.findings import finding
from symbiosis.phrases.rulebooks import rulebook_line
from symbiosis.phrases.sentences import judged_line, outcome_lines, refusal, standing, unsound

__all__ = [
    "act_sentence",
    "act_title",
    "charter_lines",
    "field_help",
    "field_label",
    "finding",
    "judged_line",
    "key_label",
    "outcome_lines",
    "refusal",
    "rulebook_line",
    "standing",
    "unsound",
    "value_label",
]
