"""Pages for people: read a request, call one action or query, show the answer in their words."""
