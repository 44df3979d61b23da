"""The command line: what a person at a terminal may ask."""
