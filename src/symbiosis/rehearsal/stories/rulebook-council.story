# The ready rulebooks "assembly" and "council": mandates under a council, ratified at home, and a recall by petition.
story A common oven
zone UTC

charter assembly rulebook=assembly
charter council rulebook=council

at 2027-03-01 09:00
say Three assemblies and their council. Each has one vote for every twenty-five members or part of them.
found Council charter=council
found Hill charter=assembly name="Hill assembly"
found Dale charter=assembly name="Dale assembly"
found Port charter=assembly name="Port assembly"
Hill/secretary: BodyJoined to=@Council code=hill members=40 languages=[en]
Hill/secretary: RollCounted members=40
Hill/secretary: DelegationElected to=@Council seats=[{credential: hill-1, kind: delegate}, {credential: hill-2, kind: delegate}, {credential: hill-a, kind: alternate}]
Dale/secretary: BodyJoined to=@Council code=dale members=30 languages=[en]
Dale/secretary: RollCounted members=30
Dale/secretary: DelegationElected to=@Council seats=[{credential: dale-1, kind: delegate}, {credential: dale-2, kind: delegate}, {credential: dale-a, kind: alternate}]
Port/secretary: BodyJoined to=@Council code=port members=20 languages=[en]
Port/secretary: RollCounted members=20
Port/secretary: DelegationElected to=@Council seats=[{credential: port-1, kind: delegate}, {credential: port-2, kind: delegate}, {credential: port-a, kind: alternate}]
expect all-votes Council = 5
Hill/secretary: ProposalPut to=@Council proposal=oven title="A common oven" matter=ratified texts={en: $text("We build an oven together.")}
Council/chair: VersionFrozen proposal=oven version=1
expect refused = TooFewSeconds
Hill/secretary: ProposalSupported to=@Council proposal=oven
expect refused = OwnProposal
Dale/secretary: ProposalSupported to=@Council proposal=oven
Council/chair: VersionFrozen proposal=oven version=1

say Each assembly tells its delegation what to do; the vote at home is open for a day.
at 2027-03-08 18:00
Hill/facilitator: VotingOpened voting=mandate-1 matter=mandate about={act: MandateGiven, to: @Council, proposal: oven, version: "1"}
Hill/teller: TallyReported voting=mandate-1 counts={yes: 30, no: 5} tellers=[t-1, t-2]
Dale/facilitator: VotingOpened voting=mandate-1 matter=mandate about={act: MandateGiven, to: @Council, proposal: oven, version: "1"}
Dale/teller: TallyReported voting=mandate-1 counts={yes: 20, no: 6} tellers=[t-1, t-2]
Port/facilitator: VotingOpened voting=mandate-1 matter=mandate about={act: MandateGiven, to: @Council, proposal: oven, version: "1"}
Port/teller: TallyReported voting=mandate-1 counts={yes: 4, no: 12} tellers=[t-1, t-2]
Hill/facilitator: VotingClosed voting=mandate-1
expect refused = NotYetOver
at 2027-03-09 18:00
Hill/facilitator: VotingClosed voting=mandate-1
Hill/secretary: MandateGiven to=@Council proposal=oven version=1 voting=mandate-1 mode=strict
Dale/facilitator: VotingClosed voting=mandate-1
Dale/secretary: MandateGiven to=@Council proposal=oven version=1 voting=mandate-1 mode=strict
Port/facilitator: VotingClosed voting=mandate-1
Port/secretary: MandateGiven to=@Council proposal=oven version=1 voting=mandate-1 mode=strict
expect credentials Council oven = valid 3
Council/chair: VotingOpened voting=oven matter=ratified proposal=oven version=1
Council: CouncilVoteCast voting=oven sender=@Port credential=port-1 votes={yes: 1}
expect refused = MandateSaysOtherwise
Council: CouncilVoteCast voting=oven sender=@Port credential=port-1 votes={no: 1}
Council: CouncilVoteCast voting=oven sender=@Hill credential=hill-1 votes={yes: 2}
Council: CouncilVoteCast voting=oven sender=@Dale credential=dale-1 votes={yes: 2}
Council/chair: VotingClosed voting=oven
expect condition Council oven 1 = 2/3 is 2/3 met
expect condition Council oven 2 = 4/5 is 4/5 met
expect outcome Council oven = adopted

say Two thirds of the bodies are enough in the council, and not at home: there three quarters must ratify.
at 2027-03-15 18:00
Council/chair: VotingOpened voting=home matter=ratified stage=2 proposal=oven version=1 closes=$at("2027-03-20 18:00")
Hill/facilitator: VotingOpened voting=home-1 matter=ratification about={act: RatificationGiven, to: @Council, voting: home}
Hill/teller: TallyReported voting=home-1 counts={yes: 30, no: 5} tellers=[t-1, t-2]
Dale/facilitator: VotingOpened voting=home-1 matter=ratification about={act: RatificationGiven, to: @Council, voting: home}
Dale/teller: TallyReported voting=home-1 counts={yes: 20, no: 6} tellers=[t-1, t-2]
Port/facilitator: VotingOpened voting=home-1 matter=ratification about={act: RatificationGiven, to: @Council, voting: home}
Port/teller: TallyReported voting=home-1 counts={yes: 13, no: 2} tellers=[t-1, t-2]
at 2027-03-16 18:00
Hill/facilitator: VotingClosed voting=home-1
Hill/secretary: RatificationGiven to=@Council voting=home own=home-1
Dale/facilitator: VotingClosed voting=home-1
Dale/secretary: RatificationGiven to=@Council voting=home own=home-1
Port/facilitator: VotingClosed voting=home-1
Port/secretary: RatificationGiven to=@Council voting=home own=home-1
at 2027-03-20 18:00
Council/chair: VotingClosed voting=home
expect condition Council home 1 = 3/3 is 1 met
Council/chair: OutcomeCertified voting=home
Council/chair: DecisionInForce voting=home on=2027-04-01
expect proposal Council oven = adopted

say Hill is not content with one of its delegates. A tenth of forty is four.
at 2027-04-10 18:00
Hill: PetitionPut petition=enough matter=recall about={act: SeatRecalled, to: @Council, credential: hill-1}
Hill: PetitionCounted petition=enough members=3
expect petition Hill enough = 3, not reached
Hill/facilitator: VotingOpened voting=recall-1 matter=recall petition=enough about={act: SeatRecalled, to: @Council, credential: hill-1}
expect refused = PetitionNotReached
Hill: PetitionCounted petition=enough members=4
Hill/facilitator: VotingOpened voting=recall-1 matter=recall petition=enough about={act: SeatRecalled, to: @Council, credential: hill-1}
Hill/teller: TallyReported voting=recall-1 counts={yes: 21, no: 10} tellers=[t-1, t-2]
Hill/facilitator: VotingClosed voting=recall-1
Hill/secretary: SeatRecalled to=@Council credential=hill-2 voting=recall-1
expect refused = DecidedSomethingElse
Hill/secretary: SeatRecalled to=@Council credential=hill-1 voting=recall-1
Hill/secretary: AlternateSeated to=@Council alternate=hill-a instead_of=hill-1
expect seat Council Hill hill-1 = recalled
expect seat Council Hill hill-a = seated
expect records = sound
