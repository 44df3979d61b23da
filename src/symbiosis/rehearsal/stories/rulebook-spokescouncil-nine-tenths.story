# The ready rulebook "spokescouncil-nine-tenths": extreme need, a referral, a block, and exactly nine tenths.
story Nine tenths of those who do not stand aside
zone UTC

charter council rulebook=spokescouncil-nine-tenths
charter group {
charter = 1
name = "Group"
timezone = "UTC"
languages = ["en"]

[roles.circle]
title = "The group's circle"
powers = ["*"]
}

at 2027-03-01 09:00
say Ten groups and the women's body, each with one spoke.
found Council charter=council
found Kitchen charter=group name="Kitchen group"
Kitchen/circle: BodyJoined to=@Council code=kitchen members=12 languages=[en]
Kitchen/circle: DelegationElected to=@Council seats=[{credential: kitchen-s, kind: delegate}, {credential: kitchen-a, kind: alternate}]
found Medics charter=group name="Medics group"
Medics/circle: BodyJoined to=@Council code=medics members=12 languages=[en]
Medics/circle: DelegationElected to=@Council seats=[{credential: medics-s, kind: delegate}, {credential: medics-a, kind: alternate}]
found Library charter=group name="Library group"
Library/circle: BodyJoined to=@Council code=library members=12 languages=[en]
Library/circle: DelegationElected to=@Council seats=[{credential: library-s, kind: delegate}, {credential: library-a, kind: alternate}]
found Street charter=group name="Street group"
Street/circle: BodyJoined to=@Council code=street members=12 languages=[en]
Street/circle: DelegationElected to=@Council seats=[{credential: street-s, kind: delegate}, {credential: street-a, kind: alternate}]
found River charter=group name="River group"
River/circle: BodyJoined to=@Council code=river members=12 languages=[en]
River/circle: DelegationElected to=@Council seats=[{credential: river-s, kind: delegate}, {credential: river-a, kind: alternate}]
found Night charter=group name="Night group"
Night/circle: BodyJoined to=@Council code=night members=12 languages=[en]
Night/circle: DelegationElected to=@Council seats=[{credential: night-s, kind: delegate}, {credential: night-a, kind: alternate}]
found Radio charter=group name="Radio group"
Radio/circle: BodyJoined to=@Council code=radio members=12 languages=[en]
Radio/circle: DelegationElected to=@Council seats=[{credential: radio-s, kind: delegate}, {credential: radio-a, kind: alternate}]
found Garden charter=group name="Garden group"
Garden/circle: BodyJoined to=@Council code=garden members=12 languages=[en]
Garden/circle: DelegationElected to=@Council seats=[{credential: garden-s, kind: delegate}, {credential: garden-a, kind: alternate}]
found Bikes charter=group name="Bikes group"
Bikes/circle: BodyJoined to=@Council code=bikes members=12 languages=[en]
Bikes/circle: DelegationElected to=@Council seats=[{credential: bikes-s, kind: delegate}, {credential: bikes-a, kind: alternate}]
found Legal charter=group name="Legal group"
Legal/circle: BodyJoined to=@Council code=legal members=12 languages=[en]
Legal/circle: DelegationElected to=@Council seats=[{credential: legal-s, kind: delegate}, {credential: legal-a, kind: alternate}]
found Women charter=group name="Women's body"
Women/circle: BodyJoined to=@Council code=women members=12 languages=[en]
Women/circle: DelegationElected to=@Council seats=[{credential: women-s, kind: delegate}, {credential: women-a, kind: alternate}]

say The women elect their co-chair; the council cannot, and neither co-chair acts alone for long.
Council/facilitator: OfficeFilled role=co-chair-woman holders=1 composition={women: 1} until=2027-05-01
expect refused = FilledByAnother
Women/circle: OfficeFilled to=@Council role=co-chair-woman holders=1 composition={women: 1} until=2027-05-01
at 2027-03-05 22:00
Council/co-chair-woman: EmergencyDecided emergency=lawyer reason="two people were detained at nine" text=$text("800 for a lawyer tonight.") signers=[mark-1, mark-2] amount=120000
expect refused = AboveTheCeiling
Council/co-chair-woman: EmergencyDecided emergency=lawyer reason="two people were detained at nine" text=$text("800 for a lawyer tonight.") signers=[mark-1] amount=80000
expect refused = TwoTellersNeeded
Council/co-chair-woman: EmergencyDecided emergency=lawyer reason="two people were detained at nine" text=$text("800 for a lawyer tonight.") signers=[mark-1, mark-2] amount=80000
Kitchen/circle: ProposalPut to=@Council proposal=statement title="A statement with the hour of the hearing" matter=proposal texts={en: $text("Come to the court at ten.")}
Council/co-chair-woman: MeetingCalled meeting=monday on=2027-03-08 items=[statement]
expect refused = EmergencyOnTheAgenda
Council/co-chair-woman: MeetingCalled meeting=monday on=2027-03-08 items=[lawyer, statement]

at 2027-03-08 18:00
say Round one: a block names its ground. Then the women refer the statement, and only the statement waits.
Council/teller: AttendanceStated meeting=monday present=11
Council/facilitator: VersionFrozen proposal=statement version=1 meeting=monday
Council/facilitator: VotingOpened voting=round-1 matter=proposal proposal=statement version=1 meeting=monday
Council: CouncilVoteCast voting=round-1 sender=@Legal credential=legal-s votes={block: 1} ground=taste
expect refused = GroundNeeded
Council: CouncilVoteCast voting=round-1 sender=@Legal credential=legal-s votes={block: 1} ground=safety
Council: CouncilVoteCast voting=round-1 sender=@Kitchen credential=kitchen-s votes={agree: 1}
Council: CouncilVoteCast voting=round-1 sender=@Garden credential=garden-s votes={stand_aside: 1}
Council/facilitator: VotingClosed voting=round-1
expect outcome Council round-1 = no_consensus
Council/facilitator: VotingOpened voting=need matter=judgement meeting=monday about={act: EmergencyJudged, emergency: lawyer}
Council: CouncilVoteCast voting=need sender=@Legal credential=legal-s votes={yes: 1}
Council: CouncilVoteCast voting=need sender=@Kitchen credential=kitchen-s votes={yes: 1}
Council: CouncilVoteCast voting=need sender=@River credential=river-s votes={no: 1}
Council/facilitator: VotingClosed voting=need
Council/facilitator: EmergencyJudged emergency=lawyer voting=need
Women/circle: ItemReferred to=@Council proposal=statement reason="the families have not been asked"
Kitchen/circle: AmendmentPut to=@Council proposal=statement amendment=no-hour version=1 touches=[hour] texts={en: $text("Solidarity with the two who were detained.")}
Kitchen/circle: AmendmentAccepted to=@Council proposal=statement amendment=no-hour
Council/facilitator: AttemptRecorded voting=round-1 answer=0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f size=120
Council/facilitator: VotingOpened voting=round-2 matter=proposal stage=2 proposal=statement version=2 meeting=monday
expect refused = ItemSuspended

at 2027-03-12 18:00
say Four days later. The street group recalls its spoke, the alternate votes; one vote comes on paper.
Council/co-chair-woman: MeetingCalled meeting=friday on=2027-03-12 items=[statement]
Council/teller: AttendanceStated meeting=friday present=11
Council/facilitator: VotingOpened voting=round-2 matter=proposal stage=2 proposal=statement version=2 meeting=friday
Council: CouncilVoteCast voting=round-2 sender=@Street credential=street-s votes={no: 1}
Street/circle: SeatRecalled to=@Council credential=street-s
expect cast Council round-2 Street = none
Street/circle: AlternateSeated to=@Council alternate=street-a instead_of=street-s
Council: CouncilVoteCast voting=round-2 sender=@Kitchen credential=kitchen-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Medics credential=medics-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Library credential=library-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@River credential=river-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Night credential=night-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Radio credential=radio-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Bikes credential=bikes-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Women credential=women-s votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Street credential=street-a votes={yes: 1}
Council: CouncilVoteCast voting=round-2 sender=@Garden credential=garden-s votes={stand_aside: 1}
at 2027-03-12 20:00
Council/facilitator: VotingClosed voting=round-2
expect condition Council round-2 1 = 9/9 is 1 met
at 2027-03-12 23:00
Council/teller: LateTallyAccepted voting=round-2 body=@Legal counts={no: 1} sealed=$at("2027-03-12 19:00") tellers=[t-1, t-2]
expect condition Council round-2 1 = 9/10 is 9/10 met
expect standing Council round-2 = provisional
Council/facilitator: OutcomeCertified voting=round-2
expect refused = NotYetOver
at 2027-03-13 20:30
Council/facilitator: OutcomeCertified voting=round-2
expect proposal Council statement = adopted
at 2027-03-16 18:30
Council/co-chair-woman: DecisionInForce voting=round-2 on=2027-03-17
expect refused = NotAlone
Council/facilitator: VotingOpened voting=man matter=office meeting=friday about={act: OfficeFilled, role: co-chair-man}
Council: CouncilVoteCast voting=man sender=@Medics credential=medics-s votes={yes: 1}
Council/facilitator: VotingClosed voting=man
Council/facilitator: OfficeFilled role=co-chair-man holders=1 until=2027-05-01 voting=man
Council/co-chair-woman: DecisionInForce voting=round-2 on=2027-03-17
expect records = sound
