"""Votes into outcomes, each with its explanation: pure, exact, and blind to who anyone is."""
