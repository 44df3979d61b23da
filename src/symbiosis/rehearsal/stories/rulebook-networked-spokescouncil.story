# The ready rulebook "networked-spokescouncil": what is decided binds those who said yes, and nobody else.
story Together, whoever wants to
zone UTC

charter council rulebook=networked-spokescouncil
charter group {
charter = 1
name = "Group"
timezone = "UTC"
languages = ["en"]

[roles.circle]
title = "The group's circle"
powers = ["*"]

[matters.mandate]
title = "What our spoke says"
[[matters.mandate.stages]]
electorate = "members"
secrecy = "hands"
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.ratification]
title = "What we answer"
[[matters.ratification.stages]]
electorate = "members"
secrecy = "hands"
conditions = [{ needs = "more_than", share = "1/2" }]
}

at 2027-06-01 09:00
say Five autonomous groups.
found Council charter=council
found Boat charter=group name="Boat"
Boat/circle: RollCounted members=15
Boat/circle: BodyJoined to=@Council code=boat members=15 languages=[en]
Boat/circle: DelegationElected to=@Council seats=[{credential: boat-1, kind: delegate}, {credential: boat-2, kind: alternate}]
found Choir charter=group name="Choir"
Choir/circle: RollCounted members=15
Choir/circle: BodyJoined to=@Council code=choir members=15 languages=[en]
Choir/circle: DelegationElected to=@Council seats=[{credential: choir-1, kind: delegate}, {credential: choir-2, kind: alternate}]
found Cooks charter=group name="Cooks"
Cooks/circle: RollCounted members=15
Cooks/circle: BodyJoined to=@Council code=cooks members=15 languages=[en]
Cooks/circle: DelegationElected to=@Council seats=[{credential: cooks-1, kind: delegate}, {credential: cooks-2, kind: alternate}]
found Drum charter=group name="Drum"
Drum/circle: RollCounted members=15
Drum/circle: BodyJoined to=@Council code=drum members=15 languages=[en]
Drum/circle: DelegationElected to=@Council seats=[{credential: drum-1, kind: delegate}, {credential: drum-2, kind: alternate}]
found Elms charter=group name="Elms"
Elms/circle: RollCounted members=15
Elms/circle: BodyJoined to=@Council code=elms members=15 languages=[en]
Elms/circle: DelegationElected to=@Council seats=[{credential: elms-1, kind: delegate}, {credential: elms-2, kind: alternate}]
Boat/circle: ProposalPut to=@Council proposal=canal title="On the canal on Saturday" matter=together texts={en: $text("Boats at six, songs at seven, soup at eight.")}
Choir/circle: ProposalPut to=@Council proposal=code title="No glass bottles" matter=recommendation texts={en: $text("We recommend that nobody brings glass.")}
Council/contact: MeetingCalled meeting=park on=2027-06-01 items=[canal, code]

say Two groups in a park are no council.
at 2027-06-01 18:00
Council/circle: AttendanceStated meeting=park present=2
Council/circle: VotingOpened voting=canal matter=together proposal=canal version=1 meeting=park
expect refused = NotFrozen
Council/circle: VersionFrozen proposal=canal version=1
Council/circle: VersionFrozen proposal=code version=1
Council/circle: VotingOpened voting=canal matter=together proposal=canal version=1 meeting=park
expect refused = NotQuorate

at 2027-06-02 18:00
say The next evening there are four. Three will do it, one stands aside, and the elms are not there.
Council/contact: MeetingCalled meeting=bridge on=2027-06-02 items=[canal, code]
Council/circle: AttendanceStated meeting=bridge present=4
Council/circle: VotingOpened voting=canal matter=together proposal=canal version=1 meeting=bridge
Council: CouncilVoteCast voting=canal sender=@Boat credential=boat-1 votes={yes: 1}
Council: CouncilVoteCast voting=canal sender=@Choir credential=choir-1 votes={yes: 1}
Council: CouncilVoteCast voting=canal sender=@Drum credential=drum-1 votes={stand_aside: 1}
Council: CouncilVoteCast voting=canal sender=@Cooks credential=cooks-1 votes={no: 1}
say The cooks thought otherwise at home: they take their spoke back, and the other one says yes.
Cooks/circle: SeatRecalled to=@Council credential=cooks-1
Cooks/circle: AlternateSeated to=@Council alternate=cooks-2 instead_of=cooks-1
Council: CouncilVoteCast voting=canal sender=@Cooks credential=cooks-1 votes={no: 1}
expect refused = SeatWasRecalled
Council: CouncilVoteCast voting=canal sender=@Cooks credential=cooks-2 votes={yes: 1}
at 2027-06-02 20:00
Council/circle: VotingClosed voting=canal
expect condition Council canal 1 = 3/1 is 3 met
expect bound Council canal = boat choir cooks

say A recommendation is adopted by four of five, and is in force for nobody.
Council/circle: VotingOpened voting=code matter=recommendation proposal=code version=1 meeting=bridge
Council: CouncilVoteCast voting=code sender=@Boat credential=boat-1 votes={yes: 1}
Council: CouncilVoteCast voting=code sender=@Choir credential=choir-1 votes={yes: 1}
Council: CouncilVoteCast voting=code sender=@Cooks credential=cooks-2 votes={yes: 1}
Council: CouncilVoteCast voting=code sender=@Drum credential=drum-1 votes={yes: 1}
Council/circle: VotingClosed voting=code
expect condition Council code 1 = 4/5 is 4/5 met
Council/circle: OutcomeCertified voting=code
Council/circle: DecisionInForce voting=code on=2027-06-03
expect refused = AdvisoryOnly
expect bound Council code = none

at 2027-06-04 12:00
say The elms' paper was sealed while the vote was open: they come too.
Council/contact: LateTallyAccepted voting=canal body=@Elms counts={yes: 1} sealed=$at("2027-06-02 19:00") tellers=[t-1, t-2]
expect bound Council canal = boat choir cooks elms
at 2027-06-05 21:00
Council/circle: OutcomeCertified voting=canal
Council/circle: DecisionInForce voting=canal on=2027-06-05

say The council's own rules: one group's no is enough to leave them as they are.
Council/circle: VotingOpened voting=rules matter=rules about={act: CharterChanged, digest: 0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f}
Boat/circle: VotingOpened voting=rules matter=ratification about={act: RatificationGiven, to: @Council, voting: rules}
Boat/circle: TallyReported voting=rules counts={yes: 9, no: 1} tellers=[t-1, t-2]
Boat/circle: VotingClosed voting=rules
Boat/circle: RatificationGiven to=@Council voting=rules own=rules
Choir/circle: VotingOpened voting=rules matter=ratification about={act: RatificationGiven, to: @Council, voting: rules}
Choir/circle: TallyReported voting=rules counts={yes: 9, no: 0} tellers=[t-1, t-2]
Choir/circle: VotingClosed voting=rules
Choir/circle: RatificationGiven to=@Council voting=rules own=rules
Cooks/circle: VotingOpened voting=rules matter=ratification about={act: RatificationGiven, to: @Council, voting: rules}
Cooks/circle: TallyReported voting=rules counts={yes: 7, no: 2} tellers=[t-1, t-2]
Cooks/circle: VotingClosed voting=rules
Cooks/circle: RatificationGiven to=@Council voting=rules own=rules
Drum/circle: VotingOpened voting=rules matter=ratification about={act: RatificationGiven, to: @Council, voting: rules}
Drum/circle: TallyReported voting=rules counts={yes: 8, no: 1} tellers=[t-1, t-2]
Drum/circle: VotingClosed voting=rules
Drum/circle: RatificationGiven to=@Council voting=rules own=rules
Elms/circle: VotingOpened voting=rules matter=ratification about={act: RatificationGiven, to: @Council, voting: rules}
Elms/circle: TallyReported voting=rules counts={yes: 2, no: 6} tellers=[t-1, t-2]
Elms/circle: VotingClosed voting=rules
Elms/circle: RatificationGiven to=@Council voting=rules own=rules
at 2027-07-06 12:00
Council/circle: VotingClosed voting=rules
expect condition Council rules 1 = 1/1 is 1 unmet
expect condition Council rules 2 = 4/5 is 4/5 met
expect outcome Council rules = not_adopted
expect proposal Council canal = adopted
expect records = sound
