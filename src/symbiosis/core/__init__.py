"""What may happen in a body: acts, the rules that check them, and the state they fold into. Pure."""
