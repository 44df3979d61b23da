# Four communities that live alone and meet on need: two of them have the others convened, a plan is worked out and
# goes back to each assembly, and binds those that approve it.
story The ready rulebooks "communities-on-need" and "community"
zone America/Mexico_City

charter community rulebook=community
charter collective rulebook=communities-on-need

at 2027-03-01 10:00
say Four communities join a collective that nobody has convened yet.
found Collective charter=collective
found Ceiba charter=community name="Community of the ceiba"
Ceiba/authorities: RollCounted members=80
Ceiba/authorities: MeetingCalled meeting=march on=2027-03-04
found Maize charter=community name="Community of the maize"
Maize/authorities: RollCounted members=60
Maize/authorities: MeetingCalled meeting=march on=2027-03-04
found Spring charter=community name="Community of the spring"
Spring/authorities: RollCounted members=40
Spring/authorities: MeetingCalled meeting=march on=2027-03-04
found Ridge charter=community name="Community of the ridge"
Ridge/authorities: RollCounted members=30
Ridge/authorities: MeetingCalled meeting=march on=2027-03-04
at 2027-03-04 18:00
Ceiba/authorities: AttendanceStated meeting=march present=44
Ceiba/authorities: VotingOpened voting=join matter=joining meeting=march about={act: BodyJoined, to: @Collective}
Ceiba/teller: TallyReported voting=join counts={yes: 44, no: 0} tellers=[teller-1, teller-2]
Ceiba/authorities: VotingClosed voting=join
Ceiba/authorities: BodyJoined to=@Collective code=ceiba members=80 languages=[es] voting=join
Ceiba/authorities: VotingOpened voting=delegates matter=election meeting=march about={act: DelegationElected, to: @Collective}
Ceiba/teller: TallyReported voting=delegates counts={yes: 44, no: 0} tellers=[teller-1, teller-2]
Ceiba/authorities: VotingClosed voting=delegates
Ceiba/authorities: DelegationElected to=@Collective until=2028-03-03 voting=delegates \
    seats=[{credential: ceiba-1, kind: delegate}, {credential: ceiba-2, kind: delegate}]
Maize/authorities: AttendanceStated meeting=march present=33
Maize/authorities: VotingOpened voting=join matter=joining meeting=march about={act: BodyJoined, to: @Collective}
Maize/teller: TallyReported voting=join counts={yes: 33, no: 0} tellers=[teller-1, teller-2]
Maize/authorities: VotingClosed voting=join
Maize/authorities: BodyJoined to=@Collective code=maize members=60 languages=[es] voting=join
Maize/authorities: VotingOpened voting=delegates matter=election meeting=march about={act: DelegationElected, to: @Collective}
Maize/teller: TallyReported voting=delegates counts={yes: 33, no: 0} tellers=[teller-1, teller-2]
Maize/authorities: VotingClosed voting=delegates
Maize/authorities: DelegationElected to=@Collective until=2028-03-03 voting=delegates \
    seats=[{credential: maize-1, kind: delegate}, {credential: maize-2, kind: delegate}]
Spring/authorities: AttendanceStated meeting=march present=21
Spring/authorities: VotingOpened voting=join matter=joining meeting=march about={act: BodyJoined, to: @Collective}
Spring/teller: TallyReported voting=join counts={yes: 21, no: 0} tellers=[teller-1, teller-2]
Spring/authorities: VotingClosed voting=join
Spring/authorities: BodyJoined to=@Collective code=spring members=40 languages=[es] voting=join
Spring/authorities: VotingOpened voting=delegates matter=election meeting=march about={act: DelegationElected, to: @Collective}
Spring/teller: TallyReported voting=delegates counts={yes: 21, no: 0} tellers=[teller-1, teller-2]
Spring/authorities: VotingClosed voting=delegates
Spring/authorities: DelegationElected to=@Collective until=2028-03-03 voting=delegates \
    seats=[{credential: spring-1, kind: delegate}, {credential: spring-2, kind: delegate}]
Ridge/authorities: AttendanceStated meeting=march present=18
Ridge/authorities: VotingOpened voting=join matter=joining meeting=march about={act: BodyJoined, to: @Collective}
Ridge/teller: TallyReported voting=join counts={yes: 18, no: 0} tellers=[teller-1, teller-2]
Ridge/authorities: VotingClosed voting=join
Ridge/authorities: BodyJoined to=@Collective code=ridge members=30 languages=[es] voting=join
Ridge/authorities: VotingOpened voting=delegates matter=election meeting=march about={act: DelegationElected, to: @Collective}
Ridge/teller: TallyReported voting=delegates counts={yes: 18, no: 0} tellers=[teller-1, teller-2]
Ridge/authorities: VotingClosed voting=delegates
Ridge/authorities: DelegationElected to=@Collective until=2028-03-03 voting=delegates \
    seats=[{credential: ridge-1, kind: delegate}, {credential: ridge-2, kind: delegate}]
expect bodies Collective = 4

say The directors convene nobody by themselves, and put nothing.
Collective/directors: MeetingCalled meeting=ours on=2027-03-10 kind=convened
expect refused = PetitionNotReached
Collective/directors: ProposalPut proposal=road title="A road" matter=plan texts={es: $text("Un camino.")}
expect refused = NotInThePower

say The well of Ceiba runs dry. Ceiba and Spring need the others, each by its own assembly.
Collective/directors: PetitionPut petition=water matter=convened
Ceiba/authorities: PetitionSupported to=@Collective petition=water
expect refused = NotDecided
Ceiba/authorities: VotingOpened voting=need matter=need meeting=march about={act: PetitionSupported, to: @Collective, petition: water}
Ceiba/teller: TallyReported voting=need counts={yes: 40, no: 4} tellers=[teller-1, teller-2]
Ceiba/authorities: VotingClosed voting=need
Ceiba/authorities: PetitionSupported to=@Collective petition=water voting=need
expect petition Collective water = 1, not reached
Spring/authorities: VotingOpened voting=need matter=need meeting=march about={act: PetitionSupported, to: @Collective, petition: water}
Spring/teller: TallyReported voting=need counts={yes: 15, no: 6} tellers=[teller-1, teller-2]
Spring/authorities: VotingClosed voting=need
Spring/authorities: PetitionSupported to=@Collective petition=water voting=need
expect petition Collective water = 2, reached
at 2027-03-11 10:00
Collective/scribes: MeetingCalled meeting=water on=2027-03-20 kind=convened petition=water
expect refused = NotYetOverdue
at 2027-03-22 10:00
Collective/scribes: MeetingCalled meeting=water on=2027-03-25 kind=convened petition=water

say The plan is put by a community, and can be dealt with in a convened meeting alone.
Ceiba/authorities: ProposalPut to=@Collective proposal=pipe title="Water for Ceiba" matter=plan texts={es: $text("Juntos llevamos agua del manantial a Ceiba.")}
Collective/directors: VersionFrozen proposal=pipe version=1
Collective/directors: MeetingCalled meeting=any on=2027-03-25 items=[pipe]
expect refused = NotForThisMeeting
at 2027-03-25 10:00
Collective/scribes: AttendanceStated meeting=water present=4
Collective/directors: VotingOpened voting=pipe matter=plan proposal=pipe version=1 meeting=water
Collective: CouncilVoteCast voting=pipe sender=@Ceiba credential=ceiba-1 votes={agree: 1}
Collective: CouncilVoteCast voting=pipe sender=@Maize credential=maize-1 votes={agree: 1}
Collective: CouncilVoteCast voting=pipe sender=@Spring credential=spring-2 votes={reservation: 1}
Collective: CouncilVoteCast voting=pipe sender=@Ridge credential=ridge-1 votes={stand_aside: 1}
Collective/directors: VotingClosed voting=pipe
expect outcome Collective pipe = adopted
Collective/scribes: OutcomeCertified voting=pipe
Collective/scribes: DecisionInForce voting=pipe on=2027-03-26
expect refused = NotAdopted

say It goes home: each assembly approves or rejects it. Ridge rejects it; Maize does not meet again in time.
Collective/directors: VotingOpened voting=pipe-home matter=plan stage=2 proposal=pipe version=1 meeting=water
Ceiba/authorities: MeetingCalled meeting=april on=2027-04-02
Maize/authorities: MeetingCalled meeting=april on=2027-04-02
Spring/authorities: MeetingCalled meeting=april on=2027-04-02
Ridge/authorities: MeetingCalled meeting=april on=2027-04-02
at 2027-04-02 18:00
Ceiba/authorities: AttendanceStated meeting=april present=50
Ceiba/authorities: VotingOpened voting=pipe matter=ratification meeting=april about={act: RatificationGiven, to: @Collective, voting: pipe-home}
Ceiba/teller: TallyReported voting=pipe counts={yes: 50, no: 0} tellers=[teller-1, teller-2]
Ceiba/authorities: VotingClosed voting=pipe
Ceiba/authorities: RatificationGiven to=@Collective voting=pipe-home own=pipe
Spring/authorities: AttendanceStated meeting=april present=25
Spring/authorities: VotingOpened voting=pipe matter=ratification meeting=april about={act: RatificationGiven, to: @Collective, voting: pipe-home}
Spring/teller: TallyReported voting=pipe counts={yes: 19, no: 6} tellers=[teller-1, teller-2]
Spring/authorities: VotingClosed voting=pipe
Spring/authorities: RatificationGiven to=@Collective voting=pipe-home own=pipe
Ridge/authorities: AttendanceStated meeting=april present=16
Ridge/authorities: VotingOpened voting=pipe matter=ratification meeting=april about={act: RatificationGiven, to: @Collective, voting: pipe-home}
Ridge/teller: TallyReported voting=pipe counts={yes: 3, no: 13} tellers=[teller-1, teller-2]
Ridge/authorities: VotingClosed voting=pipe
Ridge/authorities: RatificationGiven to=@Collective voting=pipe-home own=pipe
Maize/authorities: AttendanceStated meeting=april present=20
expect meeting Maize april = 20 of 30, not quorate
Maize/authorities: VotingOpened voting=pipe matter=ratification meeting=april about={act: RatificationGiven, to: @Collective, voting: pipe-home}
expect refused = NotQuorate
Maize/authorities: MeetingCalled meeting=april-2 call=2 first=april on=2027-04-08
expect refused = SecondCallTooSoon
Maize/authorities: MeetingCalled meeting=april-2 call=2 first=april on=2027-04-09
at 2027-04-09 18:00
Maize/authorities: AttendanceStated meeting=april-2 present=18
expect meeting Maize april-2 = 18 of 15, quorate
Maize/authorities: VotingOpened voting=pipe matter=ratification meeting=april-2 about={act: RatificationGiven, to: @Collective, voting: pipe-home}
Maize/teller: TallyReported voting=pipe counts={yes: 17, no: 1} tellers=[teller-1, teller-2]
Maize/authorities: VotingClosed voting=pipe
Maize/authorities: RatificationGiven to=@Collective voting=pipe-home own=pipe
at 2027-05-23 10:00
Collective/directors: VotingClosed voting=pipe-home
expect refused = NotYetOver
at 2027-05-24 12:00
Collective/directors: VotingClosed voting=pipe-home
expect condition Collective pipe-home 1 = 3/4 is 3/4 met
Collective/scribes: OutcomeCertified voting=pipe-home
Collective/scribes: DecisionInForce voting=pipe-home on=2027-05-25
expect bound Collective pipe-home = ceiba maize spring

say Ridge, which rejected it, is bound by nothing; it leaves by its own assembly, and goes on alone.
Ridge/authorities: MeetingCalled meeting=leaving on=2027-05-26
at 2027-05-26 18:00
Ridge/authorities: AttendanceStated meeting=leaving present=20
Ridge/authorities: VotingOpened voting=leave matter=leaving meeting=leaving about={act: BodyLeft, to: @Collective}
Ridge/teller: TallyReported voting=leave counts={yes: 14, no: 6} tellers=[teller-1, teller-2]
Ridge/authorities: VotingClosed voting=leave
Ridge/authorities: BodyLeft to=@Collective effective=2027-06-01 voting=leave
at 2027-06-02 10:00
Collective/directors: PetitionPut petition=next matter=convened
expect bodies Collective = 3
Ridge/authorities: MeetingCalled meeting=june on=2027-06-05
expect records = sound
