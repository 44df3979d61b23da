"""Files of ballots: what others write is read, and what we hold is written so that others can count it again."""
