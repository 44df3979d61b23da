"""Codes and figures into sentences, for pages, command line and verifier alike. Pure."""

from symbiosis.phrases.acts import act_sentence, act_title, field_help, field_label, value_label
from symbiosis.phrases.apportionment import apportioned_column, apportioned_lines, divided_name
from symbiosis.phrases.audits import audit_finding, audit_lines
from symbiosis.phrases.charter_keys import key_label
from symbiosis.phrases.charters import charter_lines
from symbiosis.phrases.counts import (
    count_lines,
    figure_name,
    grade_names,
    method_name,
    not_countable_sentence,
    part_sentence,
    spoiled_name,
    stage_sentence,
    tie_sentence,
    unreadable_sentence,
)
from symbiosis.phrases.findings import finding
from symbiosis.phrases.rulebooks import rulebook_line
from symbiosis.phrases.sentences import judged_line, outcome_lines, refusal, refused_ballot, standing, unsound

__all__ = [
    "act_sentence",
    "act_title",
    "apportioned_column",
    "apportioned_lines",
    "audit_finding",
    "audit_lines",
    "charter_lines",
    "count_lines",
    "divided_name",
    "field_help",
    "field_label",
    "figure_name",
    "finding",
    "grade_names",
    "judged_line",
    "key_label",
    "method_name",
    "not_countable_sentence",
    "outcome_lines",
    "part_sentence",
    "refusal",
    "refused_ballot",
    "rulebook_line",
    "spoiled_name",
    "stage_sentence",
    "standing",
    "tie_sentence",
    "unreadable_sentence",
    "unsound",
    "value_label",
]
