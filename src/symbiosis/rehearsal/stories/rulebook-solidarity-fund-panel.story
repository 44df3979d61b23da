# Five groups run a solidarity fund: an emergency is paid within its ceiling and judged, a request goes from scorers
# to consensus, one goes on by majority after a block, and the coordination is recalled.
story The ready rulebook "solidarity-fund-panel"
zone UTC

charter fund rulebook=solidarity-fund-panel

charter group {
charter = 1
name = "Group"
timezone = "America/Mexico_City"
languages = ["es"]

[roles.circle]
title = "Circle"
powers = ["*"]
}

at 2027-03-01 10:00
say Five groups, each admitted by those before it.
found Fund charter=fund
found Tenants charter=group name="Tenants"
Fund/facilitator: VotingOpened voting=admit-tenants matter=admission about={act: BodyAdmitted, body: @Tenants}
Fund/facilitator: VotingClosed voting=admit-tenants
Fund/facilitator: BodyAdmitted body=@Tenants code=tenants voting=admit-tenants
Tenants/circle: BodyJoined to=@Fund code=tenants members=12 languages=[es]
Tenants/circle: DelegationElected to=@Fund until=2028-02-28 seats=[{credential: tenants-1, kind: delegate}, {credential: tenants-a, kind: alternate}]
found Weavers charter=group name="Weavers"
Fund/facilitator: VotingOpened voting=admit-weavers matter=admission about={act: BodyAdmitted, body: @Weavers}
Fund: CouncilVoteCast voting=admit-weavers sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund/facilitator: VotingClosed voting=admit-weavers
Fund/facilitator: BodyAdmitted body=@Weavers code=weavers voting=admit-weavers
Weavers/circle: BodyJoined to=@Fund code=weavers members=13 languages=[es]
Weavers/circle: DelegationElected to=@Fund until=2028-02-28 seats=[{credential: weavers-1, kind: delegate}, {credential: weavers-a, kind: alternate}]
found Farmers charter=group name="Farmers"
Fund/facilitator: VotingOpened voting=admit-farmers matter=admission about={act: BodyAdmitted, body: @Farmers}
Fund: CouncilVoteCast voting=admit-farmers sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund: CouncilVoteCast voting=admit-farmers sender=@Weavers credential=weavers-1 votes={yes: 1}
Fund/facilitator: VotingClosed voting=admit-farmers
Fund/facilitator: BodyAdmitted body=@Farmers code=farmers voting=admit-farmers
Farmers/circle: BodyJoined to=@Fund code=farmers members=14 languages=[es]
Farmers/circle: DelegationElected to=@Fund until=2028-02-28 seats=[{credential: farmers-1, kind: delegate}, {credential: farmers-a, kind: alternate}]
found Nurses charter=group name="Nurses"
Fund/facilitator: VotingOpened voting=admit-nurses matter=admission about={act: BodyAdmitted, body: @Nurses}
Fund: CouncilVoteCast voting=admit-nurses sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund: CouncilVoteCast voting=admit-nurses sender=@Weavers credential=weavers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=admit-nurses sender=@Farmers credential=farmers-1 votes={yes: 1}
Fund/facilitator: VotingClosed voting=admit-nurses
Fund/facilitator: BodyAdmitted body=@Nurses code=nurses voting=admit-nurses
Nurses/circle: BodyJoined to=@Fund code=nurses members=15 languages=[es]
Nurses/circle: DelegationElected to=@Fund until=2028-02-28 seats=[{credential: nurses-1, kind: delegate}, {credential: nurses-a, kind: alternate}]
found Printers charter=group name="Printers"
Fund/facilitator: VotingOpened voting=admit-printers matter=admission about={act: BodyAdmitted, body: @Printers}
Fund: CouncilVoteCast voting=admit-printers sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund: CouncilVoteCast voting=admit-printers sender=@Weavers credential=weavers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=admit-printers sender=@Farmers credential=farmers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=admit-printers sender=@Nurses credential=nurses-1 votes={yes: 1}
Fund/facilitator: VotingClosed voting=admit-printers
Fund/facilitator: BodyAdmitted body=@Printers code=printers voting=admit-printers
Printers/circle: BodyJoined to=@Fund code=printers members=16 languages=[es]
Printers/circle: DelegationElected to=@Fund until=2028-02-28 seats=[{credential: printers-1, kind: delegate}, {credential: printers-a, kind: alternate}]
expect bodies Fund = 5

say The coordination is elected: two people, not both men.
Fund/facilitator: MeetingCalled meeting=first on=2027-03-01
Fund/facilitator: AttendanceStated meeting=first present=5
Fund/facilitator: VotingOpened voting=coordination matter=office meeting=first about={act: OfficeFilled, role: coordination}
Fund: CouncilVoteCast voting=coordination sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund: CouncilVoteCast voting=coordination sender=@Weavers credential=weavers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=coordination sender=@Farmers credential=farmers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=coordination sender=@Nurses credential=nurses-1 votes={yes: 1}
Fund: CouncilVoteCast voting=coordination sender=@Printers credential=printers-1 votes={no: 1}
Fund/facilitator: VotingClosed voting=coordination
Fund/facilitator: OfficeFilled role=coordination holders=2 composition={men: 2} until=2028-02-28 voting=coordination
expect refused = CompositionRefused
Fund/facilitator: OfficeFilled role=coordination holders=2 composition={men: 1} until=2028-02-28 voting=coordination

say Sunday night, two land defenders are detained: 800 for a lawyer. Not 1,200, not with one signature, not by others.
at 2027-03-07 21:40
Fund/coordination: EmergencyDecided emergency=lawyer reason="a hearing in the morning" text=$text("A lawyer.") signers=[sig-1, sig-2] amount=120000
expect refused = AboveTheCeiling
Fund/coordination: EmergencyDecided emergency=lawyer reason="a hearing in the morning" text=$text("A lawyer.") signers=[sig-1] amount=80000
expect refused = TwoTellersNeeded
Fund/facilitator: EmergencyDecided emergency=lawyer reason="a hearing in the morning" text=$text("A lawyer.") signers=[sig-1, sig-2] amount=80000
expect refused = NotInThePower
Fund/coordination: EmergencyDecided emergency=lawyer reason="a hearing in the morning" text=$text("A lawyer.") signers=[sig-1, sig-2] amount=80000

say A request comes in; two other groups read and score it before the panel does.
at 2027-03-08 17:00
Nurses/circle: ProposalPut to=@Fund proposal=clinic title="Tools for the clinic" matter=request texts={es: $text("1,900.00 para la clínica.")}
Farmers/circle: ProposalSupported to=@Fund proposal=clinic
Nurses/circle: ProposalSupported to=@Fund proposal=clinic
expect refused = OwnProposal
at 2027-03-15 17:00
Fund/facilitator: VersionFrozen proposal=clinic version=1
expect refused = TooFewSeconds
Weavers/circle: ProposalSupported to=@Fund proposal=clinic
expect seconds Fund clinic = farmers weavers
Fund/facilitator: VersionFrozen proposal=clinic version=1
Fund/facilitator: MeetingCalled meeting=march on=2027-03-16 items=[clinic]
expect refused = EmergencyOnTheAgenda
Fund/facilitator: MeetingCalled meeting=march on=2027-03-16 items=[clinic, lawyer]

say The panel: the 800 are judged first, then consensus on the clinic.
at 2027-03-16 18:00
Fund/facilitator: AttendanceStated meeting=march present=5
Fund/facilitator: VotingOpened voting=lawyer matter=judging meeting=march about={act: EmergencyJudged, emergency: lawyer}
Fund: CouncilVoteCast voting=lawyer sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund: CouncilVoteCast voting=lawyer sender=@Weavers credential=weavers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=lawyer sender=@Farmers credential=farmers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=lawyer sender=@Nurses credential=nurses-1 votes={no: 1}
Fund: CouncilVoteCast voting=lawyer sender=@Printers credential=printers-1 votes={abstain: 1}
Fund/facilitator: VotingClosed voting=lawyer
expect condition Fund lawyer 1 = 3/4 is 3/4 met
Fund/facilitator: EmergencyJudged emergency=lawyer voting=lawyer
Fund/facilitator: VotingOpened voting=clinic matter=request proposal=clinic version=1 meeting=march
Fund: CouncilVoteCast voting=clinic sender=@Tenants credential=tenants-1 votes={agree: 1}
Fund: CouncilVoteCast voting=clinic sender=@Weavers credential=weavers-1 votes={agree: 1}
Fund: CouncilVoteCast voting=clinic sender=@Farmers credential=farmers-1 votes={reservation: 1}
Fund: CouncilVoteCast voting=clinic sender=@Nurses credential=nurses-1 votes={agree: 1}
Fund: CouncilVoteCast voting=clinic sender=@Printers credential=printers-1 votes={stand_aside: 1}
Fund/facilitator: VotingClosed voting=clinic
expect outcome Fund clinic = adopted
Fund/facilitator: OutcomeCertified voting=clinic
Fund/facilitator: DecisionInForce voting=clinic on=2027-03-17

say A second request is blocked for the safety of the people in it; one recorded attempt, and then the majority decides.
Tenants/circle: ProposalPut to=@Fund proposal=strike title="Rent strike" matter=request texts={es: $text("2,400.00 para la huelga, con los nombres de las familias.")}
Weavers/circle: ProposalSupported to=@Fund proposal=strike
Printers/circle: ProposalSupported to=@Fund proposal=strike
Fund/facilitator: VersionFrozen proposal=strike version=1
expect refused = DiscussedTooShort
at 2027-03-24 17:00
Fund/facilitator: VersionFrozen proposal=strike version=1
Fund/facilitator: MeetingCalled meeting=april on=2027-03-30 items=[strike]
at 2027-03-30 18:00
Fund/facilitator: AttendanceStated meeting=april present=5
Fund/facilitator: VotingOpened voting=strike-1 matter=request proposal=strike version=1 meeting=april
Fund: CouncilVoteCast voting=strike-1 sender=@Tenants credential=tenants-1 votes={agree: 1}
Fund: CouncilVoteCast voting=strike-1 sender=@Weavers credential=weavers-1 votes={agree: 1}
Fund: CouncilVoteCast voting=strike-1 sender=@Farmers credential=farmers-1 votes={agree: 1}
Fund: CouncilVoteCast voting=strike-1 sender=@Nurses credential=nurses-1 votes={block: 1} ground=safety
Fund: CouncilVoteCast voting=strike-1 sender=@Printers credential=printers-1 votes={agree: 1}
Fund/facilitator: VotingClosed voting=strike-1
expect outcome Fund strike-1 = no_consensus
Tenants/circle: AmendmentPut to=@Fund proposal=strike amendment=no-names version=1 texts={es: $text("2,400.00 para la huelga, sin nombres.")}
Tenants/circle: AmendmentAccepted to=@Fund proposal=strike amendment=no-names
Fund/facilitator: VotingOpened voting=strike-2 matter=request stage=2 proposal=strike version=2 meeting=april
expect refused = AttemptNeeded
Fund/facilitator: AttemptRecorded voting=strike-1 answer=0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f0b5c9c1f size=120
Fund/facilitator: VotingOpened voting=strike-2 matter=request stage=2 proposal=strike version=2 meeting=april
Fund: CouncilVoteCast voting=strike-2 sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund: CouncilVoteCast voting=strike-2 sender=@Weavers credential=weavers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=strike-2 sender=@Farmers credential=farmers-1 votes={stand_aside: 1}
Fund: CouncilVoteCast voting=strike-2 sender=@Nurses credential=nurses-1 votes={no: 1}
Fund/facilitator: VotingClosed voting=strike-2
expect condition Fund strike-2 1 = 2/3 is 2/3 met
expect standing Fund strike-2 = provisional

say The paper of the printers, sealed before the close, comes the next day within the grace.
at 2027-03-31 12:00
Fund/vigilance: LateTallyAccepted voting=strike-2 body=@Printers counts={no: 1} sealed=$at("2027-03-30 17:50") tellers=[teller-1, teller-2]
expect condition Fund strike-2 1 = 2/4 is 1/2 unmet
expect referred-to Fund strike = coordination
at 2027-03-31 19:00
Fund/facilitator: OutcomeCertified voting=strike-2
expect history Fund strike-2 = provisional adopted, provisional not_adopted, certified not_adopted
expect review Fund strike = 2027-04-30
Tenants/circle: ProposalPut to=@Fund proposal=strike-b again=strike title="Rent strike" matter=request texts={es: $text("1,200.00 para la huelga.")}
expect refused = NotBeforeReview

say The coordination wrote no new text; a tenth of the groups, here one, asks for its recall, with five days' notice.
at 2027-04-20 10:00
Fund/facilitator: PetitionPut petition=recall matter=recall about={act: RoleRecalled, role: coordination}
Tenants/circle: PetitionSupported to=@Fund petition=recall
expect petition Fund recall = 1, reached
Fund/facilitator: MeetingCalled meeting=recall on=2027-04-25
at 2027-04-25 18:00
Fund/facilitator: AttendanceStated meeting=recall present=4
Fund/facilitator: VotingOpened voting=recall matter=recall meeting=recall petition=recall about={act: RoleRecalled, role: coordination}
Fund: CouncilVoteCast voting=recall sender=@Tenants credential=tenants-1 votes={yes: 1}
Fund: CouncilVoteCast voting=recall sender=@Weavers credential=weavers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=recall sender=@Farmers credential=farmers-1 votes={yes: 1}
Fund: CouncilVoteCast voting=recall sender=@Nurses credential=nurses-1 votes={no: 1}
Fund/facilitator: VotingClosed voting=recall
Fund/facilitator: RoleRecalled role=coordination voting=recall
expect role Fund coordination = recalled
expect records = sound
