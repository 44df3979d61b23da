"""Orders: what people ask a node to do. Each is one act, checked, appended, signed."""
