"""A server kept for one or several bodies: settings, start, worker, backup and restore."""
