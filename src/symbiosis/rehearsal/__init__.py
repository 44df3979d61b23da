"""Stories: dated acts and what must come of them, played on a throw-away node by the node's own actions."""
