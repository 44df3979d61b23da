# Scenario B but for translation and money ledgers: an urgent act, a referral, consensus then nine tenths on bad lines,
# a late paper vote, the judgement of the next assembly, the recall of an office, two co-chairs, report-back.
story Bad lines: an arrest, a caucus, consensus, then nine tenths, and a petition
zone America/Mexico_City

charter group {
charter = 1
name = "Group"
timezone = "America/Mexico_City"
languages = ["es"]

[roles.spokes]
title = "Spokes circle"
powers = ["*"]

[meetings]
quorum = [{ share = "1/2" }]
}

charter council {
charter = 1
name = "Spokescouncil of region D"
timezone = "America/Mexico_City"
languages = ["es"]

[roles.facilitator]
title = "Facilitator"
powers = ["*"]

[roles.coordination]
title = "Coordination: two co-chairs"
powers = ["MeetingCalled", "EmergencyDecided"]
seats = 2
composition = [{ traits = ["women"], needs = "at_least", share = "1/2", unmet = "warn" }]

[roles.woman-chair]
title = "Woman co-chair"
seats = 1
term_days = 365
filled_by = "women"

[roles.man-chair]
title = "Man co-chair: represents outside together with the woman co-chair"
powers = ["BodyAdmitted"]
seats = 1
together_with = "woman-chair"
alone_days = 14

[meetings]
notice_days = 0
quorum = [{ share = "2/3" }]

[decisions]
RoleRecalled = "recall-coordination"

[emergencies]
by = ["coordination"]
matter = "judgement"
judged_days = 14
signers = 2
most = 100000
currency = "USD"

[bodies.caucuses.women]
title = "Women's body"
body = "g21"
referral_hours = 72

[bodies.caucuses.global-majority]
title = "Global Majority Caucus"
body = "g20"
referral_hours = 72

[matters.statement]
title = "A public statement"
[[matters.statement.stages]]
electorate = "delegations"
conditions = [{ needs = "more_than", share = "1/2", counted_in = "bodies" }]

[matters.judgement]
title = "Judge what was done in an emergency"
[[matters.judgement.stages]]
electorate = "delegations"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2", counted_in = "bodies" }]

[bodies.delegations]
delegates = 1
alternates = 1

# Consensus; without it, and after one recorded attempt, at least 9/10 of those not standing aside.
[matters.request]
title = "A request to the common fund, with its statement"
[[matters.request.stages]]
electorate = "delegations"
method = "consensus"
in_meeting = true
block_grounds = ["ethical", "moral", "safety"]
stand_aside_limit = 4
[[matters.request.stages]]
electorate = "delegations"
in_meeting = true
after = "no_consensus"
attempts = 1
conditions = [{ needs = "at_least", share = "9/10", of = "cast-stand_aside", counted_in = "bodies" }]
late_grace_hours = 24
if_lost = "coordination"

[matters.recall-coordination]
title = "Recall the coordination"
petition = { share = "1/10", counted_in = "bodies" }
[[matters.recall-coordination.stages]]
electorate = "delegations"
in_meeting = true
notice_days = 5
conditions = [{ needs = "more_than", share = "1/2", counted_in = "bodies" }]
}

at 2027-03-01 09:00
say Twenty-two groups and their spokescouncil.
found Council charter=council
found G1 charter=group name="Group 1"
G1/spokes: BodyJoined to=@Council code=g1 members=9 languages=[es] region=D
G1/spokes: DelegationElected to=@Council seats=[{credential: g1-s, kind: delegate}, {credential: g1-a, kind: alternate}]
found G2 charter=group name="Group 2"
G2/spokes: BodyJoined to=@Council code=g2 members=10 languages=[es] region=D
G2/spokes: DelegationElected to=@Council seats=[{credential: g2-s, kind: delegate}, {credential: g2-a, kind: alternate}]
found G3 charter=group name="Group 3"
G3/spokes: BodyJoined to=@Council code=g3 members=11 languages=[es] region=D
G3/spokes: DelegationElected to=@Council seats=[{credential: g3-s, kind: delegate}, {credential: g3-a, kind: alternate}]
found G4 charter=group name="Group 4"
G4/spokes: BodyJoined to=@Council code=g4 members=12 languages=[es] region=D
G4/spokes: DelegationElected to=@Council seats=[{credential: g4-s, kind: delegate}, {credential: g4-a, kind: alternate}]
found G5 charter=group name="Group 5"
G5/spokes: BodyJoined to=@Council code=g5 members=13 languages=[es] region=D
G5/spokes: DelegationElected to=@Council seats=[{credential: g5-s, kind: delegate}, {credential: g5-a, kind: alternate}]
found G6 charter=group name="Group 6"
G6/spokes: BodyJoined to=@Council code=g6 members=14 languages=[es] region=D
G6/spokes: DelegationElected to=@Council seats=[{credential: g6-s, kind: delegate}, {credential: g6-a, kind: alternate}]
found G7 charter=group name="Group 7"
G7/spokes: BodyJoined to=@Council code=g7 members=15 languages=[es] region=D
G7/spokes: DelegationElected to=@Council seats=[{credential: g7-s, kind: delegate}, {credential: g7-a, kind: alternate}]
found G8 charter=group name="Group 8"
G8/spokes: BodyJoined to=@Council code=g8 members=16 languages=[es] region=D
G8/spokes: DelegationElected to=@Council seats=[{credential: g8-s, kind: delegate}, {credential: g8-a, kind: alternate}]
found G9 charter=group name="Group 9"
G9/spokes: BodyJoined to=@Council code=g9 members=17 languages=[es] region=D
G9/spokes: DelegationElected to=@Council seats=[{credential: g9-s, kind: delegate}, {credential: g9-a, kind: alternate}]
found G10 charter=group name="Group 10"
G10/spokes: BodyJoined to=@Council code=g10 members=18 languages=[es] region=D
G10/spokes: DelegationElected to=@Council seats=[{credential: g10-s, kind: delegate}, {credential: g10-a, kind: alternate}]
found G11 charter=group name="Group 11"
G11/spokes: BodyJoined to=@Council code=g11 members=19 languages=[es] region=D
G11/spokes: DelegationElected to=@Council seats=[{credential: g11-s, kind: delegate}, {credential: g11-a, kind: alternate}]
found G12 charter=group name="Group 12"
G12/spokes: BodyJoined to=@Council code=g12 members=20 languages=[es] region=D
G12/spokes: DelegationElected to=@Council seats=[{credential: g12-s, kind: delegate}, {credential: g12-a, kind: alternate}]
found G13 charter=group name="Group 13"
G13/spokes: BodyJoined to=@Council code=g13 members=21 languages=[es] region=D
G13/spokes: DelegationElected to=@Council seats=[{credential: g13-s, kind: delegate}, {credential: g13-a, kind: alternate}]
found G14 charter=group name="Group 14"
G14/spokes: BodyJoined to=@Council code=g14 members=22 languages=[es] region=D
G14/spokes: DelegationElected to=@Council seats=[{credential: g14-s, kind: delegate}, {credential: g14-a, kind: alternate}]
found G15 charter=group name="Group 15"
G15/spokes: BodyJoined to=@Council code=g15 members=23 languages=[es] region=D
G15/spokes: DelegationElected to=@Council seats=[{credential: g15-s, kind: delegate}, {credential: g15-a, kind: alternate}]
found G16 charter=group name="Group 16"
G16/spokes: BodyJoined to=@Council code=g16 members=24 languages=[es] region=D
G16/spokes: DelegationElected to=@Council seats=[{credential: g16-s, kind: delegate}, {credential: g16-a, kind: alternate}]
found G17 charter=group name="Group 17"
G17/spokes: BodyJoined to=@Council code=g17 members=25 languages=[es] region=D
G17/spokes: DelegationElected to=@Council seats=[{credential: g17-s, kind: delegate}, {credential: g17-a, kind: alternate}]
found G18 charter=group name="Group 18"
G18/spokes: BodyJoined to=@Council code=g18 members=26 languages=[es] region=D
G18/spokes: DelegationElected to=@Council seats=[{credential: g18-s, kind: delegate}, {credential: g18-a, kind: alternate}]
found G19 charter=group name="Group 19"
G19/spokes: BodyJoined to=@Council code=g19 members=27 languages=[es] region=D
G19/spokes: DelegationElected to=@Council seats=[{credential: g19-s, kind: delegate}, {credential: g19-a, kind: alternate}]
found G20 charter=group name="Group 20"
G20/spokes: BodyJoined to=@Council code=g20 members=28 languages=[es] region=D
G20/spokes: DelegationElected to=@Council seats=[{credential: g20-s, kind: delegate}, {credential: g20-a, kind: alternate}]
found G21 charter=group name="Group 21"
G21/spokes: BodyJoined to=@Council code=g21 members=29 languages=[es] region=D
G21/spokes: DelegationElected to=@Council seats=[{credential: g21-s, kind: delegate}, {credential: g21-a, kind: alternate}]
found G22 charter=group name="Group 22"
G22/spokes: BodyJoined to=@Council code=g22 members=30 languages=[es] region=D
G22/spokes: DelegationElected to=@Council seats=[{credential: g22-s, kind: delegate}, {credential: g22-a, kind: alternate}]
expect bodies Council = 22
expect all-votes Council = 22

G21/spokes: OfficeFilled to=@Council role=woman-chair holders=1 composition={women: 1} until=2027-03-12
Council/facilitator: OfficeFilled role=woman-chair holders=1
expect refused = FilledByAnother
Council/facilitator: OfficeFilled role=coordination holders=2 composition={women: 1}
expect office Council coordination = 2, women 1
expect office Council woman-chair = 1, women 1, until 2027-03-12

say Step 1. Sunday, 21:40: two land defenders are detained. The coordination acts; one treasurer cannot be reached, a deputy signs.
at 2027-03-07 21:40
Council/coordination: EmergencyDecided emergency=lawyer reason="Two were detained tonight." amount=80000 signers=[treasurer-1] text=$text("Un abogado, 800.")
expect refused = TwoTellersNeeded
Council/coordination: EmergencyDecided emergency=lawyer reason="Two were detained tonight." amount=100001 signers=[treasurer-1, deputy] text=$text("Un abogado, 1000.01.")
expect refused = AboveTheCeiling
Council/coordination: EmergencyDecided emergency=lawyer reason="Two were detained tonight." amount=80000 signers=[treasurer-1, deputy] text=$text("Un abogado, 800.")
expect emergency Council lawyer = waiting until 2027-03-21
Council/facilitator: MeetingCalled meeting=monday on=2027-03-08
expect refused = EmergencyOnTheAgenda

say Steps 2 and 3. Group 7 asks for money and for a statement with names and photos; the women's body and a caucus refer the statement.
at 2027-03-08 09:00
G7/spokes: ProposalPut to=@Council proposal=statement title="Declaración con nombres" matter=statement texts={es: $text("Una declaración con nombres y fotos.")}
G7/spokes: ItemReferred to=@Council proposal=statement reason="Let us wait."
expect refused = NoReferral
G21/spokes: ItemReferred to=@Council proposal=statement reason="No consent of the families; one is a minor."
G20/spokes: ItemReferred to=@Council proposal=statement reason="No names of those detained."
Council/facilitator: VersionFrozen proposal=statement version=1
Council/facilitator: VotingOpened voting=statement matter=statement proposal=statement version=1
expect refused = ItemSuspended
G7/spokes: ProposalWithdrawn to=@Council proposal=statement
expect proposal Council statement = withdrawn

say Monday: the request and its statement, version 2 without names, after the women's body and a caucus referred it.
at 2027-03-08 17:00
G7/spokes: ProposalPut to=@Council proposal=request title="Apoyo y declaración" matter=request \
    texts={es: $text("3140 del fondo y una declaración, con la hora de la audiencia, sin nombres.")}
Council/facilitator: MeetingCalled meeting=monday on=2027-03-08 items=[request, lawyer]
at 2027-03-08 18:00
Council/facilitator: AttendanceStated meeting=monday present=22
expect meeting Council monday = 22 of 15, quorate
Council/facilitator: VersionFrozen proposal=request version=1 meeting=monday

say Step 4. Round 1: consensus is tested.
at 2027-03-08 18:30
Council/facilitator: VotingOpened voting=round-1 matter=request proposal=request version=1 meeting=monday
Council: CouncilVoteCast voting=round-1 sender=@G21 credential=g21-s votes={block: 1} ground=tactical
expect refused = GroundNeeded
Council: CouncilVoteCast voting=round-1 sender=@G1 credential=g1-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G2 credential=g2-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G3 credential=g3-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G4 credential=g4-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G5 credential=g5-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G6 credential=g6-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G7 credential=g7-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G8 credential=g8-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G9 credential=g9-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G10 credential=g10-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G11 credential=g11-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G12 credential=g12-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G13 credential=g13-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@G14 credential=g14-s votes={agree: 1} channel=sms
Council: CouncilVoteCast voting=round-1 sender=@G15 credential=g15-s votes={agree: 1} channel=sms
Council: CouncilVoteCast voting=round-1 sender=@G16 credential=g16-s votes={agree: 1} channel=sms
Council: CouncilVoteCast voting=round-1 sender=@G17 credential=g17-s votes={agree: 1} channel=sms
Council: CouncilVoteCast voting=round-1 sender=@G18 credential=g18-s votes={agree: 1} channel=sms confirmed=false
Council: CouncilVoteCast voting=round-1 sender=@G19 credential=g19-s votes={stand_aside: 1} channel=sms confirmed=false
Council: CouncilVoteCast voting=round-1 sender=@G20 credential=g20-s votes={stand_aside: 1} channel=paper
Council: CouncilVoteCast voting=round-1 sender=@G21 credential=g21-s votes={block: 1} ground=safety channel=paper
Council: CouncilVoteCast voting=round-1 sender=@G22 credential=g22-s votes={block: 1} ground=safety channel=paper
Council/facilitator: VotingClosed voting=round-1
expect outcome Council round-1 = no_consensus
expect figure Council round-1 bodies/agree = 18
expect figure Council round-1 bodies/block = 2
expect figure Council round-1 bodies/stand_aside = 2
expect figure Council round-1 bodies/present = 22
Council/facilitator: VotingOpened voting=round-2 matter=request stage=2 proposal=request version=1 meeting=monday
expect refused = AttemptNeeded

say The concern is answered: the hour of the hearing is deleted. One recorded attempt; then the vote.
at 2027-03-08 19:10
G7/spokes: AmendmentPut to=@Council proposal=request amendment=no-hour version=1 touches=[hour] \
    texts={es: $text("3140 del fondo y una declaración, sin la hora de la audiencia y sin nombres.")}
G7/spokes: AmendmentAccepted to=@Council proposal=request amendment=no-hour
Council/facilitator: AttemptRecorded voting=round-1 answer=0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f size=120
Council/facilitator: VotingOpened voting=round-2 matter=request stage=2 proposal=request version=2 meeting=monday
expect electorate Council round-2 = 22 bodies, 22
Council: CouncilVoteCast voting=round-2 sender=@G1 credential=g1-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G2 credential=g2-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G3 credential=g3-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G4 credential=g4-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G5 credential=g5-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G6 credential=g6-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G7 credential=g7-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G8 credential=g8-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G9 credential=g9-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G10 credential=g10-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G11 credential=g11-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G12 credential=g12-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G13 credential=g13-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@G14 credential=g14-s votes={yes: 1} channel=sms
Council: CouncilVoteCast voting=round-2 sender=@G15 credential=g15-s votes={yes: 1} channel=sms
Council: CouncilVoteCast voting=round-2 sender=@G16 credential=g16-s votes={yes: 1} channel=sms
Council: CouncilVoteCast voting=round-2 sender=@G17 credential=g17-s votes={yes: 1} channel=sms
Council: CouncilVoteCast voting=round-2 sender=@G18 credential=g18-s votes={yes: 1} channel=sms confirmed=false
Council: CouncilVoteCast voting=round-2 sender=@G19 credential=g19-s votes={stand_aside: 1} channel=sms confirmed=false
Council: CouncilVoteCast voting=round-2 sender=@G20 credential=g20-s votes={stand_aside: 1} channel=paper
Council: CouncilVoteCast voting=round-2 sender=@G21 credential=g21-s votes={no: 1} channel=paper
expect vote-mark Council round-2 G14 = sms, confirmed
expect vote-mark Council round-2 G18 = sms, unconfirmed
at 2027-03-08 20:00
Council/facilitator: VotingClosed voting=round-2

say Step 5. Group 22's paper vote, a no sealed before the close, is still on its way: 18 of 19.
expect condition Council round-2 1 = 18/19 is 18/19 met
expect outcome Council round-2 = adopted
expect standing Council round-2 = provisional
at 2027-03-09 02:30
Council/facilitator: LateTallyAccepted voting=round-2 body=@G22 counts={no: 1} sealed=$at("2027-03-08 20:05") tellers=[teller-1, teller-2]
expect refused = SealedTooLate
Council/facilitator: LateTallyAccepted voting=round-2 body=@G22 counts={no: 1} sealed=$at("2027-03-08 19:40") tellers=[teller-1, teller-2]
expect cast Council round-2 G22 = no 1
expect condition Council round-2 1 = 18/20 is 9/10 met
expect figure Council round-2 bodies/stand_aside = 2
expect outcome Council round-2 = adopted
expect standing Council round-2 = provisional
Council/facilitator: LateTallyAccepted voting=round-2 body=@G22 counts={no: 1} sealed=$at("2027-03-08 19:40") tellers=[teller-1, teller-2]
expect refused = AlreadyVoted
at 2027-03-09 21:00
Council/facilitator: OutcomeCertified voting=round-2
expect standing Council round-2 = certified
expect history Council round-2 = provisional adopted, provisional adopted, certified adopted
expect proposal Council request = adopted
Council/facilitator: DecisionInForce voting=round-2 on=2027-03-10

say Step 7. Day nine: the next assembly judges the 800.
at 2027-03-16 18:00
Council/facilitator: MeetingCalled meeting=day-nine on=2027-03-16 items=[lawyer]
Council/facilitator: AttendanceStated meeting=day-nine present=22
Council/facilitator: VotingOpened voting=judged matter=judgement meeting=day-nine about={act: EmergencyJudged, emergency: lawyer}
Council: CouncilVoteCast voting=judged sender=@G1 credential=g1-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G2 credential=g2-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G3 credential=g3-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G4 credential=g4-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G5 credential=g5-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G6 credential=g6-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G7 credential=g7-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G8 credential=g8-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G9 credential=g9-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G10 credential=g10-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G11 credential=g11-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G12 credential=g12-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G13 credential=g13-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G14 credential=g14-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G15 credential=g15-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G16 credential=g16-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G17 credential=g17-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G18 credential=g18-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G19 credential=g19-s votes={yes: 1}
Council: CouncilVoteCast voting=judged sender=@G20 credential=g20-s votes={no: 1}
Council: CouncilVoteCast voting=judged sender=@G21 credential=g21-s votes={abstain: 1}
Council: CouncilVoteCast voting=judged sender=@G22 credential=g22-s votes={abstain: 1}
Council/facilitator: EmergencyJudged emergency=lawyer voting=judged
expect refused = NotYetOver
Council/facilitator: VotingClosed voting=judged
expect condition Council judged 1 = 19/20 is 19/20 met
Council/facilitator: EmergencyJudged emergency=lawyer voting=judged
expect emergency Council lawyer = confirmed

say Step 7, had it been refused: a petition to recall the coordination: 10 % of the groups, 3 of 22; then a vote with 5 days' notice.
at 2027-03-17 10:00
Council/facilitator: PetitionPut petition=recall-march matter=recall-coordination about={act: RoleRecalled, role: coordination}
G1/spokes: PetitionSupported to=@Council petition=recall-march
G2/spokes: PetitionSupported to=@Council petition=recall-march
expect petition Council recall-march = 2, not reached
G2/spokes: PetitionSupported to=@Council petition=recall-march
expect refused = AlreadySupported
Council/facilitator: MeetingCalled meeting=early on=2027-03-20
Council/facilitator: MeetingCalled meeting=recall on=2027-03-22
at 2027-03-20 18:00
Council/facilitator: AttendanceStated meeting=early present=20
Council/facilitator: VotingOpened voting=recall-vote matter=recall-coordination meeting=early petition=recall-march about={act: RoleRecalled, role: coordination}
expect refused = NoticeTooShort
at 2027-03-22 18:00
Council/facilitator: AttendanceStated meeting=recall present=22
Council/facilitator: VotingOpened voting=recall-vote matter=recall-coordination meeting=recall petition=recall-march about={act: RoleRecalled, role: coordination}
expect refused = PetitionNotReached
G3/spokes: PetitionSupported to=@Council petition=recall-march
expect petition Council recall-march = 3, reached
Council/facilitator: VotingOpened voting=recall-vote matter=recall-coordination meeting=recall petition=recall-march about={act: RoleRecalled, role: coordination}
Council/facilitator: RoleRecalled role=coordination voting=recall-vote
expect refused = NotAdopted
Council: CouncilVoteCast voting=recall-vote sender=@G1 credential=g1-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G2 credential=g2-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G3 credential=g3-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G4 credential=g4-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G5 credential=g5-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G6 credential=g6-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G7 credential=g7-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G8 credential=g8-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G9 credential=g9-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G10 credential=g10-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G11 credential=g11-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G12 credential=g12-s votes={yes: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G13 credential=g13-s votes={no: 1}
Council: CouncilVoteCast voting=recall-vote sender=@G14 credential=g14-s votes={no: 1} channel=sms
Council: CouncilVoteCast voting=recall-vote sender=@G15 credential=g15-s votes={no: 1} channel=sms
Council: CouncilVoteCast voting=recall-vote sender=@G16 credential=g16-s votes={no: 1} channel=sms
Council: CouncilVoteCast voting=recall-vote sender=@G17 credential=g17-s votes={no: 1} channel=sms
Council: CouncilVoteCast voting=recall-vote sender=@G18 credential=g18-s votes={no: 1} channel=sms confirmed=false
Council: CouncilVoteCast voting=recall-vote sender=@G19 credential=g19-s votes={no: 1} channel=sms confirmed=false
Council: CouncilVoteCast voting=recall-vote sender=@G20 credential=g20-s votes={no: 1} channel=paper
Council: CouncilVoteCast voting=recall-vote sender=@G21 credential=g21-s votes={no: 1} channel=paper
Council: CouncilVoteCast voting=recall-vote sender=@G22 credential=g22-s votes={no: 1} channel=paper
Council/facilitator: VotingClosed voting=recall-vote
expect condition Council recall-vote 1 = 12/22 is 6/11 met
expect outcome Council recall-vote = adopted
Council/facilitator: RoleRecalled role=facilitator voting=recall-vote
expect refused = DecidedSomethingElse
expect role Council coordination = held
Council/facilitator: RoleRecalled role=coordination voting=recall-vote
expect role Council coordination = recalled

say Step 8. The woman co-chair's term has ended; the man co-chair cannot represent alone outside for more than fourteen days.
at 2027-03-26 10:00
Council/man-chair: BodyAdmitted body=@G7 code=g7
expect refused = AlreadyMember
at 2027-03-28 10:00
Council/man-chair: BodyAdmitted body=@G7 code=g7
expect refused = NotAlone
expect office Council woman-chair = vacant since 2027-03-13
at 2027-03-29 19:00
say The women's body meets, 23 present and 15 needed, and elects the successor; the general body cannot.
G21/spokes: MeetingCalled meeting=successor on=2027-03-29
G21/spokes: RollCounted members=29
G21/spokes: AttendanceStated meeting=successor present=23
expect meeting G21 successor = 23 of 15, quorate
G21/spokes: OfficeFilled to=@Council role=woman-chair holders=1 composition={women: 1} until=2028-03-28
expect office Council woman-chair = 1, women 1, until 2028-03-28
Council/man-chair: BodyAdmitted body=@G7 code=g7
expect refused = AlreadyMember

say Step 9. The groups hear their delegates' account of the vote; what is paid is in the ledger, later.
G7/spokes: ReportGiven to=@Council voting=round-2 text=$text("Votamos sí, como dijeron.")
G7/spokes: ReportGiven to=@Council voting=round-2 text=$text("Otra vez.")
expect refused = AlreadyReported
expect records = sound
