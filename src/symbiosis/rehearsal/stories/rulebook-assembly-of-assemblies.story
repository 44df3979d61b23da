# The ready rulebook "assembly-of-assemblies": temperatures are taken, what divides is dropped, the rest goes home.
story A gathering that decides nothing
zone UTC

charter gathering rulebook=assembly-of-assemblies
charter assembly {
charter = 1
name = "Assembly"
timezone = "UTC"
languages = ["en"]

[roles.circle]
title = "The circle at the roundabout"
powers = ["*"]

[meetings]
notice_days = 1

[matters.ratification]
title = "Do we take up the text?"
[[matters.ratification.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]
}

at 2027-01-10 10:00
say Four assemblies answer a call. Two delegates, two observers each, and no more.
found Gathering charter=gathering
found North charter=assembly name="Roundabout north"
found Port charter=assembly name="Port assembly"
found Hill charter=assembly name="Hill assembly"
found Mill charter=assembly name="Mill assembly"
North/circle: BodyJoined to=@Gathering code=north members=40 languages=[en]
Port/circle: BodyJoined to=@Gathering code=port members=90 languages=[en]
Hill/circle: BodyJoined to=@Gathering code=hill members=15 languages=[en]
Mill/circle: BodyJoined to=@Gathering code=mill members=30 languages=[en]
North/circle: RollCounted members=40
Port/circle: RollCounted members=90
Hill/circle: RollCounted members=15
Mill/circle: RollCounted members=30
Gathering/host: MeetingCalled meeting=second on=2027-02-12
North/circle: DelegationElected to=@Gathering until=2027-02-20 seats=[{credential: n-1, kind: delegate}, {credential: n-2, kind: delegate}, {credential: n-3, kind: delegate}]
expect refused = WrongDelegationSize
North/circle: DelegationElected to=@Gathering until=2027-02-20 seats=[{credential: n-1, kind: delegate}, {credential: n-2, kind: delegate}, {credential: n-o1, kind: observer}, {credential: n-o2, kind: observer}]
Port/circle: DelegationElected to=@Gathering until=2027-02-20 seats=[{credential: p-1, kind: delegate}, {credential: p-2, kind: delegate}]
Hill/circle: DelegationElected to=@Gathering until=2027-02-20 seats=[{credential: h-1, kind: delegate}, {credential: h-o1, kind: observer}]
Mill/circle: DelegationElected to=@Gathering until=2027-02-20 seats=[{credential: m-1, kind: delegate}]
North/circle: ProposalPut to=@Gathering proposal=elections title="Stand in elections" matter=call texts={en: $text("We stand in the elections.")}
Port/circle: ProposalPut to=@Gathering proposal=call title="A call to all" matter=call texts={en: $text("We meet on the first Saturday, everywhere.")}

at 2027-02-12 14:00
say The temperature is taken: it binds nobody, however it comes out. Observers do not vote.
Gathering/host: AttendanceStated meeting=second present=4
Gathering/facilitation: VotingOpened voting=warm matter=temperature meeting=second
Gathering: CouncilVoteCast voting=warm sender=@North credential=n-o1 votes={yes: 1}
expect refused = NotSeated
Gathering: CouncilVoteCast voting=warm sender=@North credential=n-1 votes={yes: 1}
Gathering: CouncilVoteCast voting=warm sender=@Port credential=p-1 votes={yes: 1}
Gathering/facilitation: VotingClosed voting=warm
expect outcome Gathering warm = adopted
Gathering/facilitation: OutcomeCertified voting=warm
Gathering/facilitation: DecisionInForce voting=warm on=2027-02-12
expect refused = AdvisoryOnly

say Elections divide: the text is not kept, and there is no vote that could save it.
Gathering/host: VersionFrozen proposal=elections version=1
Gathering/host: VersionFrozen proposal=call version=1
Gathering/facilitation: VotingOpened voting=elections matter=call proposal=elections version=1 meeting=second
Gathering: CouncilVoteCast voting=elections sender=@North credential=n-1 votes={agree: 1}
Gathering: CouncilVoteCast voting=elections sender=@Port credential=p-1 votes={agree: 1}
Gathering: CouncilVoteCast voting=elections sender=@Hill credential=h-1 votes={block: 1} ground=moral
expect refused = NotAChoice
Gathering: CouncilVoteCast voting=elections sender=@Hill credential=h-1 votes={needs_discussion: 1}
Gathering: CouncilVoteCast voting=elections sender=@Mill credential=m-1 votes={agree: 1}
Gathering/facilitation: VotingClosed voting=elections
expect outcome Gathering elections = no_consensus
Gathering/facilitation: VotingOpened voting=elections-home matter=call stage=2 proposal=elections version=1
expect refused = StageNotReached
Gathering/facilitation: OutcomeCertified voting=elections
expect proposal Gathering elections = lost

say The call is kept, and goes home.
Gathering/facilitation: VotingOpened voting=call matter=call proposal=call version=1 meeting=second
Gathering: CouncilVoteCast voting=call sender=@North credential=n-2 votes={reservation: 1}
Gathering: CouncilVoteCast voting=call sender=@Port credential=p-1 votes={agree: 1}
Gathering: CouncilVoteCast voting=call sender=@Hill credential=h-1 votes={agree: 1}
Gathering: CouncilVoteCast voting=call sender=@Mill credential=m-1 votes={agree: 1}
Gathering/facilitation: VotingClosed voting=call
expect outcome Gathering call = adopted
Gathering/facilitation: OutcomeCertified voting=call
Gathering/facilitation: DecisionInForce voting=call on=2027-02-13
expect refused = NotAdopted
at 2027-02-14 10:00
Gathering/facilitation: VotingOpened voting=home matter=call stage=2 proposal=call version=1
Port/circle: MeetingCalled meeting=march on=2027-03-01
North/circle: MeetingCalled meeting=march on=2027-03-01
Mill/circle: MeetingCalled meeting=march on=2027-03-01
at 2027-03-01 18:00
Port/circle: AttendanceStated meeting=march present=50
Port/circle: VotingOpened voting=call matter=ratification meeting=march about={act: RatificationGiven, to: @Gathering, voting: home}
Port/circle: TallyReported voting=call counts={yes: 41, no: 6} tellers=[t-1, t-2]
Port/circle: VotingClosed voting=call
Port/circle: RatificationGiven to=@Gathering voting=home own=call
North/circle: AttendanceStated meeting=march present=22
North/circle: VotingOpened voting=call matter=ratification meeting=march about={act: RatificationGiven, to: @Gathering, voting: home}
North/circle: TallyReported voting=call counts={yes: 15, no: 7} tellers=[t-1, t-2]
North/circle: VotingClosed voting=call
North/circle: RatificationGiven to=@Gathering voting=home own=call
Mill/circle: AttendanceStated meeting=march present=12
Mill/circle: VotingOpened voting=call matter=ratification meeting=march about={act: RatificationGiven, to: @Gathering, voting: home}
Mill/circle: TallyReported voting=call counts={yes: 12} tellers=[t-1, t-2]
Mill/circle: VotingClosed voting=call
Mill/circle: RatificationGiven to=@Gathering voting=home own=call
at 2027-04-20 10:00
Gathering/facilitation: VotingClosed voting=home
expect condition Gathering home 1 = 3/4 is 3/4 met
Gathering/facilitation: OutcomeCertified voting=home
Gathering/facilitation: DecisionInForce voting=home on=2027-05-01
expect bound Gathering home = mill north port
expect records = sound
