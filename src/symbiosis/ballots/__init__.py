"""Secret ballots that anyone can verify: Belenios 2.0, pure; `docs/spec/ballots.md`."""
