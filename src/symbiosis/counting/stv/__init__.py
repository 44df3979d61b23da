"""The single transferable vote: papers move from candidate to candidate, and no vote is lost on the way."""
