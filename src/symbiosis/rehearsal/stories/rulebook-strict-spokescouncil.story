# The ready rulebook "strict-spokescouncil": no mandate, no vote; a changed text goes home; unanimity minus one.
story Spokes without authority
zone UTC

charter council rulebook=strict-spokescouncil
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

at 2027-05-01 09:00
say Four groups, each with a spoke and a silent note-taker, for one meeting.
found Council charter=council
found River charter=group name="River"
River/circle: RollCounted members=20
River/circle: BodyJoined to=@Council code=river members=20 languages=[en]
River/circle: DelegationElected to=@Council until=2027-05-10 seats=[{credential: river-1, kind: delegate}, {credential: river-2, kind: alternate}, {credential: river-n, kind: notetaker}]
found Dock charter=group name="Dock"
Dock/circle: RollCounted members=20
Dock/circle: BodyJoined to=@Council code=dock members=20 languages=[en]
Dock/circle: DelegationElected to=@Council until=2027-05-10 seats=[{credential: dock-1, kind: delegate}, {credential: dock-2, kind: alternate}, {credential: dock-n, kind: notetaker}]
found Tent charter=group name="Tent"
Tent/circle: RollCounted members=20
Tent/circle: BodyJoined to=@Council code=tent members=20 languages=[en]
Tent/circle: DelegationElected to=@Council until=2027-05-10 seats=[{credential: tent-1, kind: delegate}, {credential: tent-2, kind: alternate}, {credential: tent-n, kind: notetaker}]
found Bakers charter=group name="Bakers"
Bakers/circle: RollCounted members=20
Bakers/circle: BodyJoined to=@Council code=bakers members=20 languages=[en]
Bakers/circle: DelegationElected to=@Council until=2027-05-10 seats=[{credential: bakers-1, kind: delegate}, {credential: bakers-2, kind: alternate}, {credential: bakers-n, kind: notetaker}]
Bakers/circle: ProposalPut to=@Council proposal=gate title="Hold the gate" matter=proposal texts={en: $text("We hold the gate until noon.")}
Council/agenda: MeetingCalled meeting=first on=2027-05-04 items=[gate]
Council/agenda: VersionFrozen proposal=gate version=1 meeting=first
River/circle: VotingOpened voting=mandate-1 matter=mandate about={act: MandateGiven, to: @Council, proposal: gate, version: "1"}
River/circle: TallyReported voting=mandate-1 counts={yes: 14, no: 3} tellers=[t-1, t-2]
River/circle: VotingClosed voting=mandate-1
River/circle: MandateGiven to=@Council proposal=gate version=1 mode=strict voting=mandate-1
Dock/circle: VotingOpened voting=mandate-1 matter=mandate about={act: MandateGiven, to: @Council, proposal: gate, version: "1"}
Dock/circle: TallyReported voting=mandate-1 counts={yes: 4, no: 9} tellers=[t-1, t-2]
Dock/circle: VotingClosed voting=mandate-1
Dock/circle: MandateGiven to=@Council proposal=gate version=1 mode=strict voting=mandate-1
Bakers/circle: VotingOpened voting=mandate-1 matter=mandate about={act: MandateGiven, to: @Council, proposal: gate, version: "1"}
Bakers/circle: TallyReported voting=mandate-1 counts={yes: 18, no: 0} tellers=[t-1, t-2]
Bakers/circle: VotingClosed voting=mandate-1
Bakers/circle: MandateGiven to=@Council proposal=gate version=1 mode=strict voting=mandate-1
expect credentials Council gate = valid 3, awaited 1

at 2027-05-04 18:00
say The tent has not decided: a voice and no vote. The dock's spoke cannot be won over.
Council/agenda: AttendanceStated meeting=first present=4
Council/facilitator: VotingOpened voting=test-1 matter=proposal proposal=gate version=1 meeting=first
Council: CouncilVoteCast voting=test-1 sender=@Tent credential=tent-1 votes={agree: 1}
expect refused = NoMandate
Council: CouncilVoteCast voting=test-1 sender=@River credential=river-n votes={agree: 1}
expect refused = NotSeated
Council: CouncilVoteCast voting=test-1 sender=@Dock credential=dock-1 votes={agree: 1}
expect refused = MandateSaysOtherwise
Council: CouncilVoteCast voting=test-1 sender=@Dock credential=dock-1 votes={block: 1} ground=safety
Council: CouncilVoteCast voting=test-1 sender=@River credential=river-1 votes={agree: 1}
Council: CouncilVoteCast voting=test-1 sender=@Bakers credential=bakers-1 votes={reservation: 1}
Council/facilitator: VotingClosed voting=test-1
expect quorum Council test-1 1 = 3/4 is 3/4 met
expect outcome Council test-1 = no_consensus

say The bakers change their text. No mandate covers it, and nobody may decide what was not decided at home.
Bakers/circle: AmendmentPut to=@Council proposal=gate amendment=exit version=1 texts={en: $text("We hold the gate until noon; the side door stays free.")}
Bakers/circle: AmendmentAccepted to=@Council proposal=gate amendment=exit
Council/facilitator: VotingOpened voting=test-2 matter=proposal proposal=gate version=2 meeting=first
Council: CouncilVoteCast voting=test-2 sender=@River credential=river-1 votes={agree: 1}
expect refused = MandateIsSilent
Council/facilitator: ItemReferredBack voting=test-2 body=@River
Council/facilitator: VotingClosed voting=test-2
expect outcome Council test-2 = not_quorate
Council/facilitator: ItemReferredBack voting=test-2 body=@Dock
expect referred-back Council gate = dock river

at 2027-05-05 09:00
say Home again. Another person speaks at the next meeting.
Council/agenda: MeetingCalled meeting=second on=2027-05-08 items=[gate]
River/circle: DelegationElected to=@Council until=2027-05-15 seats=[{credential: river-1, kind: delegate}]
expect refused = SameDelegateAgain
River/circle: DelegationElected to=@Council until=2027-05-15 seats=[{credential: river-3, kind: delegate}, {credential: river-4, kind: alternate}, {credential: river-n, kind: notetaker}]
Dock/circle: DelegationElected to=@Council until=2027-05-15 seats=[{credential: dock-3, kind: delegate}, {credential: dock-4, kind: alternate}, {credential: dock-n, kind: notetaker}]
Tent/circle: DelegationElected to=@Council until=2027-05-15 seats=[{credential: tent-3, kind: delegate}, {credential: tent-4, kind: alternate}, {credential: tent-n, kind: notetaker}]
Bakers/circle: DelegationElected to=@Council until=2027-05-15 seats=[{credential: bakers-3, kind: delegate}, {credential: bakers-4, kind: alternate}, {credential: bakers-n, kind: notetaker}]
River/circle: VotingOpened voting=mandate-2 matter=mandate about={act: MandateGiven, to: @Council, proposal: gate, version: "2"}
River/circle: TallyReported voting=mandate-2 counts={yes: 16, no: 1} tellers=[t-1, t-2]
River/circle: VotingClosed voting=mandate-2
River/circle: MandateGiven to=@Council proposal=gate version=2 mode=strict voting=mandate-2
Dock/circle: VotingOpened voting=mandate-2 matter=mandate about={act: MandateGiven, to: @Council, proposal: gate, version: "2"}
Dock/circle: TallyReported voting=mandate-2 counts={yes: 5, no: 8} tellers=[t-1, t-2]
Dock/circle: VotingClosed voting=mandate-2
Dock/circle: MandateGiven to=@Council proposal=gate version=2 mode=strict voting=mandate-2
Tent/circle: VotingOpened voting=mandate-2 matter=mandate about={act: MandateGiven, to: @Council, proposal: gate, version: "2"}
Tent/circle: TallyReported voting=mandate-2 counts={yes: 11, no: 2} tellers=[t-1, t-2]
Tent/circle: VotingClosed voting=mandate-2
Tent/circle: MandateGiven to=@Council proposal=gate version=2 mode=strict voting=mandate-2
Bakers/circle: VotingOpened voting=mandate-2 matter=mandate about={act: MandateGiven, to: @Council, proposal: gate, version: "2"}
Bakers/circle: TallyReported voting=mandate-2 counts={yes: 17, no: 0} tellers=[t-1, t-2]
Bakers/circle: VotingClosed voting=mandate-2
Bakers/circle: MandateGiven to=@Council proposal=gate version=2 mode=strict voting=mandate-2

at 2027-05-08 18:00
Council/agenda: AttendanceStated meeting=second present=4
Council/facilitator: VotingOpened voting=test-3 matter=proposal proposal=gate version=2 meeting=second
Council: CouncilVoteCast voting=test-3 sender=@River credential=river-3 votes={agree: 1}
Council: CouncilVoteCast voting=test-3 sender=@Dock credential=dock-3 votes={needs_discussion: 1}
Council: CouncilVoteCast voting=test-3 sender=@Tent credential=tent-3 votes={agree: 1}
Council: CouncilVoteCast voting=test-3 sender=@Bakers credential=bakers-3 votes={agree: 1}
Council/facilitator: VotingClosed voting=test-3
expect outcome Council test-3 = no_consensus
Council/facilitator: AttemptRecorded voting=test-3 answer=0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f size=120
Council/facilitator: VotingOpened voting=vote matter=proposal stage=2 proposal=gate version=2 meeting=second
Council: CouncilVoteCast voting=vote sender=@River credential=river-3 votes={yes: 1}
say The river takes its spoke back in the middle of the vote: what was cast is void until the alternate votes.
River/circle: SeatRecalled to=@Council credential=river-3
expect cast Council vote River = none
River/circle: AlternateSeated to=@Council alternate=river-4 instead_of=river-3
Council: CouncilVoteCast voting=vote sender=@River credential=river-4 votes={yes: 1}
Council: CouncilVoteCast voting=vote sender=@Dock credential=dock-3 votes={no: 1}
Council: CouncilVoteCast voting=vote sender=@Tent credential=tent-3 votes={yes: 1}
Council: CouncilVoteCast voting=vote sender=@Bakers credential=bakers-3 votes={yes: 1}
Council/facilitator: VotingClosed voting=vote
expect condition Council vote 1 = 1/1 is 1 met
expect condition Council vote 2 = 3/4 is 3/4 met
Council/facilitator: OutcomeCertified voting=vote
Council/facilitator: DecisionInForce voting=vote on=2027-05-09
Dock/circle: DissentNoted voting=mandate-2 note="We will not be at the gate." people=8
expect proposal Council gate = adopted
expect records = sound
