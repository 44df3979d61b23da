# Secret votes from their preparation to the count: a yes or no added up while encrypted, papers that three trustees mix,
# of whom one is missing, and one in which nobody votes.
story Who wants to strike nobody shall know
zone America/Detroit

charter hall {
charter = 1
name = "Dock workers"
timezone = "America/Detroit"
languages = ["en"]

[roles.secretary]
title = "Secretary"
powers = ["MemberAdmitted", "RollCounted", "VotingOpened", "BallotingEnded", "VotingClosed", "BallotsPosted"]

[roles.commission]
title = "Election commission"

[roles.key-holder]
title = "Key holder"
powers = ["BallotsShuffled", "BallotsDecrypted"]

[matters.strike]
title = "Whether we strike"
[[matters.strike.stages]]
electorate = "members"
secrecy = "secret"
open_days = 3
quorum = [{ counts = "cast", needs = "at_least", share = "1/2", of = "entitled" }]
conditions = [{ needs = "at_least", share = "2/3" }]
ballots = { authority = "commission", trustees = "key-holder", number = 2 }

[matters.speaker]
title = "Who speaks for us"
[[matters.speaker.stages]]
electorate = "members"
secrecy = "secret"
open_days = 3
method = "schulze"
ballots = { authority = "commission", trustees = "key-holder", number = 3, threshold = 2 }
}

at 2027-03-01 09:00
say Twelve on the roll.
found Dock charter=hall
Dock/secretary: RollCounted members=12

say Eight of nine are for the strike; three stay at home. Each hands in one encrypted ballot.
secret-vote Dock by=secretary voting=strike matter=strike ballots={yes: 8, no: 1}
secret-vote Dock by=secretary voting=strike matter=strike
expect refused = VotingExists
Dock/secretary: VotingClosed voting=strike
expect refused = NotYetOver

at 2027-03-05 09:00
say The time is over, both key holders open the count, and only the sums are ever known.
Dock/secretary: VotingClosed voting=strike
expect refused = NotOpenedYet
secret-count Dock voting=strike by=secretary
Dock/secretary: VotingClosed voting=strike
expect tally Dock strike = yes 8, no 1
expect outcome Dock strike = adopted

say Who speaks: three options in the order of each. The third key holder is away, and it does no harm.
secret-vote Dock by=secretary voting=speaker matter=speaker options=[Amal, Bruno, Kemi] chosen=1 \
  ballots={"1 2 0": 4, "2 1 3": 3, "0 2 1": 2}
at 2027-03-09 09:00
secret-count Dock voting=speaker by=secretary
Dock/secretary: VotingClosed voting=speaker
expect elected Dock speaker = Bruno

say Nobody votes: there is nothing to open, and no quorum.
secret-vote Dock by=secretary voting=again matter=strike
at 2027-03-13 09:00
secret-count Dock voting=again by=secretary
Dock/secretary: VotingClosed voting=again
expect outcome Dock again = not_quorate
