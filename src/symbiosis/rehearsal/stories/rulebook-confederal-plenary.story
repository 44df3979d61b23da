# The ready rulebooks "base-union", "territorial-plenary" and "confederal-plenary": mandates by tiers.
story From the assembly to the territory to the confederation and back
zone UTC

charter union rulebook=base-union
charter territory rulebook=territorial-plenary
charter confederation rulebook=confederal-plenary

at 2027-03-01 09:00
say Two unions of the north and their plenary; the south and the east have one union each.
found Confed charter=confederation
found North charter=territory name="Plenary of the north" book=true
found Metal charter=union name="Metal union"
found Paper charter=union name="Paper union"
found South charter=union name="Union of all trades, south"
found East charter=union name="Union of all trades, east"
Metal/committee: BodyJoined to=@North code=metal members=9 languages=[en]
expect refused = TooFewMembers
Metal/committee: BodyJoined to=@North code=metal members=60 languages=[en]
Paper/committee: BodyJoined to=@North code=paper members=30 languages=[en]
Metal/committee: RollCounted members=61 to=@North
Paper/committee: RollCounted members=30 to=@North
South/committee: RollCounted members=20
East/committee: RollCounted members=60
Confed/secretariat: BodyAdmitted body=@North code=north
Confed/secretariat: BodyAdmitted body=@South code=south
Confed/secretariat: BodyAdmitted body=@East code=east
North/secretariat: BodyJoined to=@Confed code=north members=90 languages=[en]
North/secretariat: RollCounted to=@Confed
expect members North = 91
South/committee: BodyJoined to=@Confed code=south members=20 languages=[en]
East/committee: BodyJoined to=@Confed code=east members=60 languages=[en]
expect votes Confed North = 4
expect all-votes Confed = 8

say The committee carries out and does not propose. The metal workers' assembly proposes, to its territory first.
Metal/committee: ProposalPut to=@North proposal=strike-fund title="A common strike fund" matter=mandate texts={en: $text("One hour's wage each month.")}
expect refused = NotInThePower
Metal/committee: MeetingCalled meeting=march on=2027-03-06
Paper/committee: MeetingCalled meeting=march on=2027-03-06
North/secretariat: MeetingCalled meeting=march on=2027-03-20
at 2027-03-06 18:00
Metal/table: AttendanceStated meeting=march present=25
Metal/table: VotingOpened voting=propose matter=proposing meeting=march about={act: ProposalPut, to: @North, proposal: strike-fund}
Metal/teller: TallyReported voting=propose counts={yes: 24} tellers=[t-1, t-2]
Metal/table: VotingClosed voting=propose
Metal/table: ProposalPut to=@North proposal=strike-fund title="A common strike fund" matter=mandate texts={en: $text("One hour's wage each month.")} voting=propose
Metal/table: VotingOpened voting=who matter=delegates meeting=march about={act: DelegationElected, to: @North}
Metal/teller: TallyReported voting=who counts={yes: 20, no: 3} tellers=[t-1, t-2]
Metal/table: VotingClosed voting=who
Metal/table: DelegationElected to=@North voting=who seats=[{credential: m-1, kind: delegate}, {credential: m-2, kind: delegate}]
Paper/table: AttendanceStated meeting=march present=5
expect meeting Paper march = 5 of 6, not quorate
Paper/committee: MeetingCalled meeting=march-2 on=2027-03-07 call=2 first=march
at 2027-03-07 18:00
Paper/table: AttendanceStated meeting=march-2 present=5
Paper/table: VotingOpened voting=who matter=delegates meeting=march-2 about={act: DelegationElected, to: @North}
Paper/teller: TallyReported voting=who counts={yes: 5} tellers=[t-1, t-2]
Paper/table: VotingClosed voting=who
Paper/table: DelegationElected to=@North voting=who seats=[{credential: p-1, kind: delegate}]

at 2027-03-20 11:00
say The territory sends it on, and fixes the same text for its own unions.
North/mandate-commission: AttendanceStated meeting=march present=2
North/table: VotingOpened voting=send matter=proposing meeting=march about={act: ProposalPut, to: @Confed, proposal: strike-fund}
North: CouncilVoteCast voting=send sender=@Metal credential=m-1 votes={yes: 3}
North: CouncilVoteCast voting=send sender=@Paper credential=p-1 votes={yes: 2}
North/table: VotingClosed voting=send
North/table: VotingOpened voting=who matter=delegates meeting=march about={act: DelegationElected, to: @Confed}
North: CouncilVoteCast voting=who sender=@Metal credential=m-1 votes={yes: 3}
North/table: VotingClosed voting=who
North/secretariat: DelegationElected to=@Confed voting=who until=2027-06-30 seats=[{credential: n-1, kind: delegate}, {credential: n-a, kind: alternate}]
North/secretariat: ProposalPut to=@Confed proposal=strike-fund title="A common strike fund" matter=agreement texts={en: $text("One hour's wage each month.")} voting=send
North/secretariat: VersionFrozen proposal=strike-fund version=1
Confed/secretariat: MeetingCalled meeting=plenary on=2027-04-30
expect refused = NoticeTooShort
Confed/secretariat: MeetingCalled meeting=plenary on=2027-05-10 items=[strike-fund]
Confed/secretariat: VersionFrozen proposal=strike-fund version=1 meeting=plenary

at 2027-04-20 18:00
say Assemblies, then the territory, then the confederation.
Metal/committee: MeetingCalled meeting=april on=2027-04-25
Paper/committee: MeetingCalled meeting=april on=2027-04-25
South/committee: MeetingCalled meeting=april on=2027-04-25
East/committee: MeetingCalled meeting=april on=2027-04-25
North/secretariat: MeetingCalled meeting=may on=2027-05-01 items=[strike-fund]
at 2027-04-25 18:00
Metal/table: AttendanceStated meeting=april present=30
Metal/table: VotingOpened voting=fund matter=mandate meeting=april about={act: MandateGiven, to: @North, proposal: strike-fund, version: "1"}
Metal/teller: TallyReported voting=fund counts={yes: 26, no: 3} tellers=[t-1, t-2]
Metal/table: VotingClosed voting=fund
Metal/table: MandateGiven to=@North proposal=strike-fund version=1 mode=free voting=fund
expect refused = ModeNotAllowed
Metal/table: MandateGiven to=@North proposal=strike-fund version=1 mode=strict voting=fund
Paper/table: AttendanceStated meeting=april present=9
Paper/table: VotingOpened voting=fund matter=mandate meeting=april about={act: MandateGiven, to: @North, proposal: strike-fund, version: "1"}
Paper/teller: TallyReported voting=fund counts={yes: 2, no: 6} tellers=[t-1, t-2]
Paper/table: VotingClosed voting=fund
Paper/table: MandateGiven to=@North proposal=strike-fund version=1 mode=strict voting=fund
South/table: AttendanceStated meeting=april present=11
South/table: VotingOpened voting=who matter=delegates meeting=april about={act: DelegationElected, to: @Confed}
South/teller: TallyReported voting=who counts={yes: 11} tellers=[t-1, t-2]
South/table: VotingClosed voting=who
South/table: DelegationElected to=@Confed voting=who until=2027-06-30 seats=[{credential: s-1, kind: delegate}]
South/table: VotingOpened voting=fund matter=mandate meeting=april about={act: MandateGiven, to: @Confed, proposal: strike-fund, version: "1"}
South/teller: TallyReported voting=fund counts={yes: 8, no: 2} tellers=[t-1, t-2]
South/table: VotingClosed voting=fund
South/table: MandateGiven to=@Confed proposal=strike-fund version=1 mode=strict voting=fund
East/table: AttendanceStated meeting=april present=20
East/table: VotingOpened voting=who matter=delegates meeting=april about={act: DelegationElected, to: @Confed}
East/teller: TallyReported voting=who counts={yes: 20} tellers=[t-1, t-2]
East/table: VotingClosed voting=who
East/table: DelegationElected to=@Confed voting=who until=2027-06-30 seats=[{credential: e-1, kind: delegate}]
East/table: VotingOpened voting=fund matter=mandate meeting=april about={act: MandateGiven, to: @Confed, proposal: strike-fund, version: "1"}
East/teller: TallyReported voting=fund counts={yes: 7, no: 12} tellers=[t-1, t-2]
East/table: VotingClosed voting=fund
East/table: MandateGiven to=@Confed proposal=strike-fund version=1 mode=strict voting=fund
at 2027-05-01 11:00
North/mandate-commission: AttendanceStated meeting=may present=2
North/table: VotingOpened voting=fund matter=mandate meeting=may proposal=strike-fund version=1 about={act: MandateGiven, to: @Confed, proposal: strike-fund, version: "1"}
North: CouncilVoteCast voting=fund sender=@Paper credential=p-1 votes={yes: 2}
expect refused = MandateSaysOtherwise
North: CouncilVoteCast voting=fund sender=@Paper credential=p-1 votes={no: 2}
North: CouncilVoteCast voting=fund sender=@Metal credential=m-2 votes={yes: 3}
North/table: VotingClosed voting=fund
North/secretariat: MandateGiven to=@Confed proposal=strike-fund version=1 mode=strict voting=fund
expect mandate Confed strike-fund North = strict yes 4
expect credentials Confed strike-fund = valid 3

at 2027-05-10 10:00
say Consensus first. The east may not let it pass: its assembly said no.
Confed/mandate-commission: AttendanceStated meeting=plenary present=3
Confed/table: VotingOpened voting=fund-1 matter=agreement proposal=strike-fund version=1 meeting=plenary
Confed: CouncilVoteCast voting=fund-1 sender=@North credential=n-1 votes={agree: 4}
Confed: CouncilVoteCast voting=fund-1 sender=@South credential=s-1 votes={agree: 1}
Confed: CouncilVoteCast voting=fund-1 sender=@East credential=e-1 votes={reservation: 3}
expect refused = MandateSaysOtherwise
Confed: CouncilVoteCast voting=fund-1 sender=@East credential=e-1 votes={needs_discussion: 3}
Confed/table: VotingClosed voting=fund-1
expect outcome Confed fund-1 = no_consensus
Confed/table: VotingOpened voting=fund-2 matter=agreement stage=2 proposal=strike-fund version=1 meeting=plenary
expect refused = AttemptNeeded
at 2027-05-10 15:00
Confed/table: AttemptRecorded voting=fund-1 answer=0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f size=120
Confed/table: VotingOpened voting=fund-2 matter=agreement stage=2 proposal=strike-fund version=1 meeting=plenary
Confed: CouncilVoteCast voting=fund-2 sender=@North credential=n-1 votes={yes: 4}
Confed: CouncilVoteCast voting=fund-2 sender=@South credential=s-1 votes={yes: 1}
Confed: CouncilVoteCast voting=fund-2 sender=@East credential=e-1 votes={no: 3}
Confed/table: VotingClosed voting=fund-2
expect condition Confed fund-2 1 = 5/8 is 5/8 met
expect condition Confed fund-2 2 = 2/3 is 2/3 met
Confed/table: OutcomeCertified voting=fund-2
Confed/secretariat: DecisionInForce voting=fund-2 on=2027-06-01

at 2027-05-15 18:00
say The minutes go home: the north's account is heard, the metal union's delegation kept its mandate.
North/secretariat: ReportGiven to=@Confed voting=fund-2 text=$text("Four votes for it, as mandated.")
Metal/table: ReportGiven to=@North voting=fund text=$text("Three votes for it, as mandated.")
expect proposal Confed strike-fund = adopted
expect records = sound
