"""The rules that real confederations use, one test for each by its number in the practice file."""
