# A circle decides by consent: an objection is answered and the second round passes; another stays unresolved and
# the links carry the proposal to the broader circle, which consents.
story The ready rulebooks "consent-circle" and "general-circle"
zone Europe/Berlin

charter circle rulebook=consent-circle
charter general rulebook=general-circle

at 2027-01-11 18:00
say The garden circle: six people, three of them to begin with.
found General charter=general
found Garden charter=circle book=true name="Garden circle"
found Kitchen charter=circle name="Kitchen circle"
Garden/secretary: MemberAdmitted token=$person(ada)
Garden/secretary: MemberAdmitted token=$person(bo)
Garden/secretary: MemberAdmitted token=$person(cleo)
Garden/secretary: MemberAdmitted token=$person(dan)
Garden/secretary: MemberAdmitted token=$person(eve)
Garden/secretary: MemberAdmitted token=$person(finn)
Garden/secretary: RollCounted
expect members Garden = 6
Garden/secretary: RoleGiven token=$person(ada) role=facilitator until=2029-01-11
expect refused = TermTooLong
Garden/secretary: RoleGiven token=$person(ada) role=facilitator until=2028-01-11

say A proposal, presented and fixed; one objection without a ground that counts, and one with.
Garden/facilitator: ProposalPut proposal=bees title="Two hives of bees" matter=proposal texts={en: $text("We keep two hives by the south wall.")}
Garden/facilitator: VersionFrozen proposal=bees version=1
Garden/facilitator: MeetingCalled meeting=january on=2027-01-14 items=[bees]
at 2027-01-14 18:00
Garden/secretary: AttendanceStated meeting=january present=6
expect meeting Garden january = 6 of 3, quorate
Garden/facilitator: VotingOpened voting=bees-1 matter=proposal proposal=bees version=1 meeting=january
Garden: VoteCast voting=bees-1 token=$person(ada) choice=agree
Garden: VoteCast voting=bees-1 token=$person(bo) choice=agree
Garden: VoteCast voting=bees-1 token=$person(cleo) choice=reservation
Garden: VoteCast voting=bees-1 token=$person(dan) choice=stand_aside
expect refused = NotAChoice
Garden: VoteCast voting=bees-1 token=$person(dan) choice=agree
Garden: VoteCast voting=bees-1 token=$person(eve) choice=agree
Garden: VoteCast voting=bees-1 token=$person(finn) choice=block ground=i-do-not-like-it
expect refused = GroundNeeded
Garden: VoteCast voting=bees-1 token=$person(finn) choice=block ground=not-safe-to-try
Garden/facilitator: VotingClosed voting=bees-1
expect outcome Garden bees-1 = no_consensus
expect figure Garden bees-1 members/block = 1
Garden/facilitator: VotingOpened voting=bees-2 matter=proposal stage=2 proposal=bees version=1 meeting=january
expect refused = AttemptNeeded

say The objection is integrated: the hives stand by the north hedge, away from the children.
Garden/facilitator: AmendmentPut proposal=bees amendment=hedge version=1 texts={en: $text("We keep two hives by the north hedge, behind a fence.")}
Garden/facilitator: AmendmentAccepted proposal=bees amendment=hedge
Garden/facilitator: AttemptRecorded voting=bees-1 answer=0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f size=96
Garden/facilitator: VotingOpened voting=bees-2 matter=proposal stage=2 proposal=bees version=2 meeting=january
Garden: VoteCast voting=bees-2 token=$person(ada) choice=agree
Garden: VoteCast voting=bees-2 token=$person(bo) choice=agree
Garden: VoteCast voting=bees-2 token=$person(cleo) choice=reservation
Garden/teller: TallyReported voting=bees-2 counts={agree: 3} tellers=[teller-1, teller-2]
Garden/facilitator: VotingClosed voting=bees-2
expect tally Garden bees-2 = agree 5, reservation 1
expect outcome Garden bees-2 = adopted
Garden/secretary: OutcomeCertified voting=bees-2
Garden/secretary: DecisionInForce voting=bees-2 on=2027-01-15
expect proposal Garden bees = adopted
expect review Garden bees = 2028-01-14

say Both circles join the broader circle; nobody there says no.
General/secretary: VotingOpened voting=admit-garden matter=admission about={act: BodyAdmitted, body: @Garden}
General/secretary: VotingClosed voting=admit-garden
General/secretary: BodyAdmitted body=@Garden code=garden voting=admit-garden
Garden/secretary: BodyJoined to=@General code=garden members=6 languages=[en]
expect refused = NotDecided
Garden/facilitator: VotingOpened voting=join matter=joining meeting=january about={act: BodyJoined, to: @General}
Garden/teller: TallyReported voting=join counts={agree: 6} tellers=[teller-1, teller-2]
Garden/facilitator: VotingClosed voting=join
Garden/secretary: BodyJoined to=@General code=garden members=6 languages=[en] voting=join
Garden/facilitator: VotingOpened voting=links matter=election meeting=january about={act: DelegationElected, to: @General}
Garden/teller: TallyReported voting=links counts={agree: 6} tellers=[teller-1, teller-2]
Garden/facilitator: VotingClosed voting=links
Garden/secretary: DelegationElected to=@General until=2028-01-14 voting=links \
    seats=[{credential: garden-1, kind: delegate}, {credential: garden-2, kind: delegate}]
General/secretary: VotingOpened voting=admit-kitchen matter=admission about={act: BodyAdmitted, body: @Kitchen}
Kitchen/secretary: RollCounted members=5
Kitchen/facilitator: MeetingCalled meeting=january on=2027-01-16
at 2027-01-16 18:00
General: CouncilVoteCast voting=admit-kitchen sender=@Garden credential=garden-1 votes={yes: 1}
General/secretary: VotingClosed voting=admit-kitchen
expect condition General admit-kitchen 1 = 0/1 is 0 met
General/secretary: BodyAdmitted body=@Kitchen code=kitchen voting=admit-kitchen
Kitchen/secretary: AttendanceStated meeting=january present=5
Kitchen/facilitator: VotingOpened voting=join matter=joining meeting=january about={act: BodyJoined, to: @General}
Kitchen/teller: TallyReported voting=join counts={agree: 5} tellers=[teller-1, teller-2]
Kitchen/facilitator: VotingClosed voting=join
Kitchen/secretary: BodyJoined to=@General code=kitchen members=5 languages=[en] voting=join
Kitchen/facilitator: VotingOpened voting=links matter=election meeting=january about={act: DelegationElected, to: @General}
Kitchen/teller: TallyReported voting=links counts={agree: 5} tellers=[teller-1, teller-2]
Kitchen/facilitator: VotingClosed voting=links
Kitchen/secretary: DelegationElected to=@General until=2028-01-14 voting=links \
    seats=[{credential: kitchen-1, kind: delegate}, {credential: kitchen-2, kind: delegate}]
expect bodies General = 2

say The water: two rounds in the garden fail, and the item goes to the links.
Garden/facilitator: ProposalPut proposal=water title="Rain water" matter=proposal texts={en: $text("All rain water of the roofs goes to the garden.")}
Garden/facilitator: VersionFrozen proposal=water version=1
Garden/facilitator: MeetingCalled meeting=february on=2027-02-04 items=[water]
at 2027-02-04 18:00
Garden/secretary: AttendanceStated meeting=february present=5
Garden/facilitator: VotingOpened voting=water-1 matter=proposal proposal=water version=1 meeting=february
Garden/teller: TallyReported voting=water-1 counts={agree: 4, block: 1} tellers=[teller-1, teller-2]
Garden/facilitator: VotingClosed voting=water-1
Garden/facilitator: AttemptRecorded voting=water-1 answer=0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f size=80
Garden/facilitator: VotingOpened voting=water-2 matter=proposal stage=2 proposal=water version=1 meeting=february
Garden/teller: TallyReported voting=water-2 counts={agree: 4, block: 1} tellers=[teller-1, teller-2]
Garden/facilitator: VotingClosed voting=water-2
expect outcome Garden water-2 = no_consensus
expect referred-to Garden water = link
Garden/link: ProposalPut to=@General proposal=water title="Rain water" matter=proposal texts={en: $text("The rain water of the roofs goes to the garden, and in dry weeks half of it to the kitchen.")}
General/facilitator: VersionFrozen proposal=water version=1
General/facilitator: MeetingCalled meeting=february on=2027-02-08 items=[water]
at 2027-02-08 19:00
General/secretary: AttendanceStated meeting=february present=2
General/facilitator: VotingOpened voting=water matter=proposal proposal=water version=1 meeting=february
General: CouncilVoteCast voting=water sender=@Garden credential=garden-2 votes={agree: 1}
General: CouncilVoteCast voting=water sender=@Kitchen credential=kitchen-1 votes={reservation: 1}
General/facilitator: VotingClosed voting=water
General/secretary: OutcomeCertified voting=water
expect outcome General water = adopted
General/secretary: DecisionInForce voting=water on=2027-02-09
expect bound General water = garden kitchen

say The circle takes a link's seat back: with more than half, because with consent the link could keep it.
Garden/secretary: MeetingCalled meeting=recall on=2027-02-11
at 2027-02-11 18:00
Garden/secretary: AttendanceStated meeting=recall present=6
Garden/secretary: VotingOpened voting=recall matter=recall meeting=recall about={act: SeatRecalled, to: @General, credential: garden-2}
Garden/teller: TallyReported voting=recall counts={yes: 4, no: 2} tellers=[teller-1, teller-2]
Garden/secretary: VotingClosed voting=recall
expect condition Garden recall 1 = 4/6 is 2/3 met
Garden/secretary: SeatRecalled to=@General credential=garden-2 voting=recall
expect seat General Garden garden-2 = recalled
expect records = sound
