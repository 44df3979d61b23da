"""The formats of records, held against a second writing of them."""
