"""Records in a database: durable, unforked, and without a way from a person to a choice."""
