"""The ready rulebooks: readable, complete, and counted as they say."""
