# A confederation of four towns and a thousand people: an initiative and a counter-proposal are both adopted, the
# deciding question says which stands; an ordinance of the council is annulled on a petition; a text that has the
# people and not the towns fails.
story The ready rulebook "double-majority"
zone Europe/Zurich

charter confederation rulebook=double-majority

charter town {
charter = 1
name = "Town"
timezone = "Europe/Zurich"
languages = ["en"]

[roles.clerk]
title = "Town clerk"
powers = ["*"]
}

at 2027-01-04 09:00
say Four towns are admitted, one after another.
found Conf charter=confederation
found Uphill charter=town name="Uphill"
Uphill/clerk: RollCounted members=400
Conf/chancery: VotingOpened voting=admit-uphill matter=admission about={act: BodyAdmitted, body: @Uphill}
Conf/chancery: VotingClosed voting=admit-uphill
Conf/council-chair: BodyAdmitted body=@Uphill code=uphill voting=admit-uphill
Uphill/clerk: BodyJoined to=@Conf code=uphill members=400 languages=[en]
Uphill/clerk: DelegationElected to=@Conf until=2030-12-31 seats=[{credential: uphill-1, kind: delegate}, {credential: uphill-2, kind: delegate}]
found Downhill charter=town name="Downhill"
Downhill/clerk: RollCounted members=300
Conf/chancery: VotingOpened voting=admit-downhill matter=admission about={act: BodyAdmitted, body: @Downhill}
Conf: CouncilVoteCast voting=admit-downhill sender=@Uphill credential=uphill-1 votes={yes: 4}
Conf/chancery: VotingClosed voting=admit-downhill
Conf/council-chair: BodyAdmitted body=@Downhill code=downhill voting=admit-downhill
Downhill/clerk: BodyJoined to=@Conf code=downhill members=300 languages=[en]
Downhill/clerk: DelegationElected to=@Conf until=2030-12-31 seats=[{credential: downhill-1, kind: delegate}, {credential: downhill-2, kind: delegate}]
found Lake charter=town name="Lake"
Lake/clerk: RollCounted members=200
Conf/chancery: VotingOpened voting=admit-lake matter=admission about={act: BodyAdmitted, body: @Lake}
Conf: CouncilVoteCast voting=admit-lake sender=@Uphill credential=uphill-1 votes={yes: 4}
Conf: CouncilVoteCast voting=admit-lake sender=@Downhill credential=downhill-1 votes={yes: 3}
Conf/chancery: VotingClosed voting=admit-lake
Conf/council-chair: BodyAdmitted body=@Lake code=lake voting=admit-lake
Lake/clerk: BodyJoined to=@Conf code=lake members=200 languages=[en]
Lake/clerk: DelegationElected to=@Conf until=2030-12-31 seats=[{credential: lake-1, kind: delegate}, {credential: lake-2, kind: delegate}]
found Island charter=town name="Island"
Island/clerk: RollCounted members=100
Conf/chancery: VotingOpened voting=admit-island matter=admission about={act: BodyAdmitted, body: @Island}
Conf: CouncilVoteCast voting=admit-island sender=@Uphill credential=uphill-1 votes={yes: 4}
Conf: CouncilVoteCast voting=admit-island sender=@Downhill credential=downhill-1 votes={yes: 3}
Conf: CouncilVoteCast voting=admit-island sender=@Lake credential=lake-1 votes={yes: 2}
Conf/chancery: VotingClosed voting=admit-island
Conf/council-chair: BodyAdmitted body=@Island code=island voting=admit-island
Island/clerk: BodyJoined to=@Conf code=island members=100 languages=[en]
Island/clerk: DelegationElected to=@Conf until=2030-12-31 seats=[{credential: island-1, kind: delegate}, {credential: island-2, kind: delegate}]
expect bodies Conf = 4
expect all-votes Conf = 10

say An initiative: twenty people of a thousand have signed, and the chancery has examined it.
Uphill/clerk: ProposalPut to=@Conf proposal=rents title="A cap on rents" matter=initiative texts={en: $text("No rent is above a quarter of the median income.")}
Conf/chancery: VersionFrozen proposal=rents version=1
Conf/chancery: PetitionPut petition=rents matter=initiative about={proposal: rents}
Conf/chancery: PetitionCounted petition=rents members=19
expect petition Conf rents = 19, not reached
Conf/chancery: VotingOpened voting=rents matter=initiative proposal=rents version=1 petition=rents about={proposal: rents}
expect refused = PetitionNotReached
at 2028-06-01 09:00
Conf/chancery: PetitionCounted petition=rents members=20
expect petition Conf rents = 20, reached

say The council puts a counter-proposal beside it.
Conf/council-chair: ProposalPut proposal=rents-b title="A cap on the rise of rents" matter=counter-proposal texts={en: $text("No rent rises by more than two in a hundred in a year.")}
Conf/chancery: VersionFrozen proposal=rents-b version=1
Conf/council-chair: MeetingCalled meeting=june on=2028-06-15
at 2028-06-15 10:00
Conf/council-chair: AttendanceStated meeting=june present=4
Conf/council-chair: VotingOpened voting=rents-b matter=counter-proposal proposal=rents-b version=1 meeting=june
Conf: CouncilVoteCast voting=rents-b sender=@Uphill credential=uphill-1 votes={yes: 4}
Conf: CouncilVoteCast voting=rents-b sender=@Downhill credential=downhill-1 votes={yes: 3}
Conf: CouncilVoteCast voting=rents-b sender=@Lake credential=lake-1 votes={no: 2}
Conf: CouncilVoteCast voting=rents-b sender=@Island credential=island-1 votes={yes: 1}
Conf/council-chair: VotingClosed voting=rents-b
expect condition Conf rents-b 1 = 8/10 is 4/5 met
Conf/chancery: VotingOpened voting=rents matter=initiative proposal=rents version=1 petition=rents about={proposal: rents}
Conf/chancery: VotingOpened voting=rents-b-vote matter=counter-proposal stage=2 proposal=rents-b version=1
Conf/chancery: VotingOpened voting=which matter=deciding-question between=[rents, rents-b-vote]
expect electorate Conf which = 4 bodies, 1000

say Everybody may say yes to both. Both have the people and three towns; asked which, 280/520 and 1/4 are less than 1.
at 2028-07-10 18:00
Uphill/clerk: TallyReported to=@Conf voting=rents counts={yes: 120, no: 100} tellers=[teller-1, teller-2]
Downhill/clerk: TallyReported to=@Conf voting=rents counts={yes: 90, no: 60} tellers=[teller-1, teller-2]
Lake/clerk: TallyReported to=@Conf voting=rents counts={yes: 70, no: 30} tellers=[teller-1, teller-2]
Island/clerk: TallyReported to=@Conf voting=rents counts={yes: 20, no: 40} tellers=[teller-1, teller-2]
Uphill/clerk: TallyReported to=@Conf voting=rents-b-vote counts={yes: 150, no: 60} tellers=[teller-1, teller-2]
Downhill/clerk: TallyReported to=@Conf voting=rents-b-vote counts={yes: 60, no: 90} tellers=[teller-1, teller-2]
Lake/clerk: TallyReported to=@Conf voting=rents-b-vote counts={yes: 60, no: 40} tellers=[teller-1, teller-2]
Island/clerk: TallyReported to=@Conf voting=rents-b-vote counts={yes: 50, no: 10} tellers=[teller-1, teller-2]
Uphill/clerk: TallyReported to=@Conf voting=which counts={first: 190, second: 60} tellers=[teller-1, teller-2]
Downhill/clerk: TallyReported to=@Conf voting=which counts={first: 50, second: 70} tellers=[teller-1, teller-2]
Lake/clerk: TallyReported to=@Conf voting=which counts={first: 30, second: 60} tellers=[teller-1, teller-2]
Island/clerk: TallyReported to=@Conf voting=which counts={first: 10, second: 50} tellers=[teller-1, teller-2]
at 2028-07-14 18:00
Conf/chancery: VotingClosed voting=rents
Conf/chancery: VotingClosed voting=rents-b-vote
Conf/chancery: VotingClosed voting=which
expect condition Conf rents 1 = 300/530 is 30/53 met
expect condition Conf rents 2 = 3/4 is 3/4 met
expect condition Conf rents-b-vote 1 = 320/520 is 8/13 met
expect condition Conf rents-b-vote 2 = 3/4 is 3/4 met
expect figure Conf which members/first = 280
expect figure Conf which members/second = 240
expect figure Conf which bodies/first = 1
expect figure Conf which bodies/second = 3
expect outcome Conf which = second
at 2028-07-19 10:00
Conf/chancery: OutcomeCertified voting=rents
Conf/chancery: OutcomeCertified voting=rents-b-vote
Conf/chancery: DecisionInForce voting=rents-b-vote on=2028-08-01
expect refused = RivalUndecided
Conf/chancery: OutcomeCertified voting=which
Conf/chancery: DecisionInForce voting=rents on=2028-08-01
expect refused = RivalPreferred
Conf/chancery: DecisionInForce voting=rents-b-vote on=2028-08-01
expect proposal Conf rents = lost
expect proposal Conf rents-b = adopted

say An ordinance of the council waits for a hundred days. Ten people of a thousand demand a vote, and it falls.
Lake/clerk: ProposalPut to=@Conf proposal=toll title="A toll on the bridge" matter=ordinance texts={en: $text("The bridge costs two.")}
Conf/chancery: VersionFrozen proposal=toll version=1
Conf/council-chair: MeetingCalled meeting=august on=2028-08-10
at 2028-08-10 10:00
Conf/council-chair: AttendanceStated meeting=august present=3
Conf/council-chair: VotingOpened voting=toll matter=ordinance proposal=toll version=1 meeting=august
Conf: CouncilVoteCast voting=toll sender=@Uphill credential=uphill-1 votes={yes: 4}
Conf: CouncilVoteCast voting=toll sender=@Downhill credential=downhill-1 votes={no: 3}
Conf: CouncilVoteCast voting=toll sender=@Lake credential=lake-1 votes={yes: 2}
Conf: CouncilVoteCast voting=toll sender=@Island credential=island-1 votes={no: 1}
Conf/council-chair: VotingClosed voting=toll
expect outcome Conf toll = adopted
Conf/chancery: PetitionPut petition=toll matter=optional-referendum about={act: DecisionAnnulled, decision: toll}
at 2028-11-18 10:00
Conf/chancery: OutcomeCertified voting=toll
expect refused = NotYetOver
Conf/chancery: PetitionCounted petition=toll members=12
expect petition Conf toll = 12, reached
Conf/chancery: VotingOpened voting=toll-falls matter=optional-referendum petition=toll about={act: DecisionAnnulled, decision: toll}
at 2028-12-10 10:00
Uphill/clerk: TallyReported to=@Conf voting=toll-falls counts={yes: 90, no: 60} tellers=[teller-1, teller-2]
Downhill/clerk: TallyReported to=@Conf voting=toll-falls counts={yes: 80, no: 30} tellers=[teller-1, teller-2]
Lake/clerk: TallyReported to=@Conf voting=toll-falls counts={yes: 20, no: 50} tellers=[teller-1, teller-2]
Island/clerk: TallyReported to=@Conf voting=toll-falls counts={yes: 30, no: 10} tellers=[teller-1, teller-2]
at 2028-12-17 10:00
Conf/chancery: VotingClosed voting=toll-falls
expect condition Conf toll-falls 1 = 220/370 is 22/37 met
at 2028-12-22 10:00
Conf/chancery: OutcomeCertified voting=toll-falls
Conf/chancery: DecisionAnnulled decision=toll voting=toll-falls reason="the people did not want it"
Conf/chancery: OutcomeCertified voting=toll
Conf/chancery: DecisionInForce voting=toll on=2029-01-01
expect refused = AlreadyVoid

say The people without the towns: Uphill and Downhill say yes with many, Lake no, Island is undecided.
Downhill/clerk: ProposalPut to=@Conf proposal=seat title="The council meets in Uphill" matter=initiative texts={en: $text("The council meets in Uphill.")}
Conf/chancery: VersionFrozen proposal=seat version=1
Conf/chancery: VotingOpened voting=seat matter=initiative proposal=seat version=1 petition=rents about={proposal: rents}
expect refused = PetitionNotReached
Conf/chancery: PetitionPut petition=seat matter=initiative about={proposal: seat}
Conf/chancery: PetitionCounted petition=seat members=45
Conf/chancery: VotingOpened voting=seat matter=initiative proposal=seat version=1 petition=seat about={proposal: seat}
at 2029-01-15 10:00
Uphill/clerk: TallyReported to=@Conf voting=seat counts={yes: 300, no: 20} tellers=[teller-1, teller-2]
Downhill/clerk: TallyReported to=@Conf voting=seat counts={yes: 200, no: 60} tellers=[teller-1, teller-2]
Lake/clerk: TallyReported to=@Conf voting=seat counts={yes: 40, no: 110} tellers=[teller-1, teller-2]
Island/clerk: TallyReported to=@Conf voting=seat counts={yes: 30, no: 30} tellers=[teller-1, teller-2]
at 2029-01-20 10:00
Conf/chancery: VotingClosed voting=seat
expect condition Conf seat 1 = 570/790 is 57/79 met
expect condition Conf seat 2 = 2/4 is 1/2 unmet
expect outcome Conf seat = not_adopted
expect records = sound
