# An assembly draws a council of 24 by lot from a public seed, half of them women; the council recommends by four
# fifths; the assembly answers with reasons, and decides the next recommendation.
story The ready rulebooks "lot-council" and "answering-assembly"
zone Europe/Brussels

charter assembly rulebook=answering-assembly
charter drawn rulebook=lot-council

charter town {
charter = 1
name = "Town"
timezone = "Europe/Brussels"
languages = ["en"]

[roles.clerk]
title = "Town clerk"
powers = ["*"]
}

at 2027-01-04 09:00
say Three towns of 640 people in all.
found Assembly charter=assembly
found North charter=town name="North"
North/clerk: RollCounted members=260
Assembly/presidency: VotingOpened voting=admit-north matter=admission about={act: BodyAdmitted, body: @North}
Assembly/presidency: VotingClosed voting=admit-north
Assembly/presidency: BodyAdmitted body=@North code=north voting=admit-north
North/clerk: BodyJoined to=@Assembly code=north members=260 languages=[en]
North/clerk: DelegationElected to=@Assembly until=2029-06-30 seats=[{credential: north-1, kind: delegate}, {credential: north-2, kind: delegate}, {credential: north-3, kind: delegate}]
found South charter=town name="South"
South/clerk: RollCounted members=240
Assembly/presidency: VotingOpened voting=admit-south matter=admission about={act: BodyAdmitted, body: @South}
Assembly: CouncilVoteCast voting=admit-south sender=@North credential=north-1 votes={yes: 3}
Assembly/presidency: VotingClosed voting=admit-south
Assembly/presidency: BodyAdmitted body=@South code=south voting=admit-south
South/clerk: BodyJoined to=@Assembly code=south members=240 languages=[en]
South/clerk: DelegationElected to=@Assembly until=2029-06-30 seats=[{credential: south-1, kind: delegate}, {credential: south-2, kind: delegate}, {credential: south-3, kind: delegate}]
found West charter=town name="West"
West/clerk: RollCounted members=140
Assembly/presidency: VotingOpened voting=admit-west matter=admission about={act: BodyAdmitted, body: @West}
Assembly: CouncilVoteCast voting=admit-west sender=@North credential=north-1 votes={yes: 3}
Assembly: CouncilVoteCast voting=admit-west sender=@South credential=south-1 votes={yes: 3}
Assembly/presidency: VotingClosed voting=admit-west
Assembly/presidency: BodyAdmitted body=@West code=west voting=admit-west
West/clerk: BodyJoined to=@Assembly code=west members=140 languages=[en]
West/clerk: DelegationElected to=@Assembly until=2029-06-30 seats=[{credential: west-1, kind: delegate}, {credential: west-2, kind: delegate}, {credential: west-3, kind: delegate}]
expect all-votes Assembly = 8

say The draw: the lists and the source are fixed before the numbers are known. Nobody chooses the numbers.
Assembly/lot-commission: LotAnnounced lot=council-1 groups={men: 310, women: 330} places={men: 12, women: 12} on=2027-01-04 \
    source="the numbers of the national lottery"
expect refused = DateInThePast
Assembly/lot-commission: LotAnnounced lot=council-1 groups={men: 310, women: 330} places={men: 12, women: 12} on=2027-02-01 \
    source="the numbers of the national lottery"
at 2027-01-31 20:00
Assembly/lot-commission: LotDrawn lot=council-1 seed="2027-02-01: 3 11 17 24 38 42" \
    drawn={men: [22, 24, 64, 78, 123, 138, 145, 226, 260, 282, 286, 296], women: [18, 27, 37, 123, 161, 178, 224, 250, 255, 258, 288, 321]}
expect refused = NotYetOver
at 2027-02-01 21:00
Assembly/lot-commission: LotDrawn lot=council-1 seed="2027-02-01: 3 11 17 24 38 42" \
    drawn={men: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], women: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}
expect refused = DrawDiffers
Assembly/lot-commission: LotDrawn lot=council-1 seed="2027-02-01: 3 11 17 24 38 42" \
    drawn={men: [22, 24, 64, 78, 123, 138, 145, 226, 260, 282, 286, 296], women: [18, 27, 37, 123, 161, 178, 224, 250, 255, 258, 288, 321]}

say The 24 meet, and join the assembly as a partner.
found Council charter=drawn name="First council drawn by lot"
Council/secretary: RollCounted members=24
Council/secretary: MeetingCalled meeting=first on=2027-02-10
Assembly/presidency: VotingOpened voting=admit-lot matter=admission about={act: BodyAdmitted, body: @Council}
Assembly: CouncilVoteCast voting=admit-lot sender=@North credential=north-2 votes={yes: 3}
Assembly: CouncilVoteCast voting=admit-lot sender=@South credential=south-2 votes={yes: 3}
Assembly: CouncilVoteCast voting=admit-lot sender=@West credential=west-2 votes={yes: 2}
Assembly/presidency: VotingClosed voting=admit-lot
Assembly/presidency: BodyAdmitted body=@Council code=lot-council voting=admit-lot
at 2027-02-10 18:00
Council/moderators: AttendanceStated meeting=first present=22
expect meeting Council first = 22 of 16, quorate
Council/moderators: VotingOpened voting=join matter=topic meeting=first about={act: BodyJoined, to: @Assembly}
Council/teller: TallyReported voting=join counts={yes: 20, no: 2} tellers=[teller-1, teller-2]
Council/moderators: VotingClosed voting=join
Council/secretary: BodyJoined to=@Assembly code=lot-council members=24 languages=[en] partner=true voting=join

say A topic that people asked for: a hundred are enough, or a tenth of 640. The presidency waits; the lot commission calls.
Assembly/lot-commission: PetitionPut petition=night-bus matter=topic-sitting
Assembly/lot-commission: PetitionCounted petition=night-bus members=60
expect petition Assembly night-bus = 60, not reached
Assembly/lot-commission: PetitionCounted petition=night-bus members=64
expect petition Assembly night-bus = 64, reached
Assembly/lot-commission: MeetingCalled meeting=topic on=2027-02-20 kind=topic-sitting petition=night-bus
expect refused = NotYetOverdue
Assembly/presidency: MeetingCalled meeting=topic on=2027-02-20 kind=topic-sitting petition=night-bus
at 2027-02-20 10:00
Assembly/presidency: AttendanceStated meeting=topic present=3
Assembly/presidency: VotingOpened voting=topic matter=topic meeting=topic
Assembly: CouncilVoteCast voting=topic sender=@North credential=north-1 votes={yes: 3}
Assembly: CouncilVoteCast voting=topic sender=@South credential=south-1 votes={no: 3}
Assembly: CouncilVoteCast voting=topic sender=@West credential=west-1 votes={yes: 2}
Assembly/presidency: VotingClosed voting=topic
expect outcome Assembly topic = adopted

say The council has an assembly of 26 drawn for the topic, and recommends. Three quarters are not enough: four fifths are.
Council/secretary: LotAnnounced lot=night-bus groups={men: 310, women: 330} places={men: 13, women: 13} on=2027-03-01 source="the numbers of the national lottery"
Council/secretary: MeetingCalled meeting=may on=2027-05-10
at 2027-05-10 18:00
Council/moderators: AttendanceStated meeting=may present=24
Council/moderators: VotingOpened voting=buses matter=recommendation meeting=may about={act: ProposalPut, to: @Assembly, proposal: night-bus}
Council/teller: TallyReported voting=buses counts={yes: 18, no: 6} tellers=[teller-1, teller-2]
Council/moderators: VotingClosed voting=buses
expect condition Council buses 1 = 18/24 is 3/4 unmet
Council/secretary: ProposalPut to=@Assembly proposal=night-bus matter=recommendation title="A night bus" texts={en: $text("A bus runs each hour until three.")} voting=buses
expect refused = NotAdopted
Council/moderators: VotingOpened voting=bus-2 matter=recommendation meeting=may about={act: ProposalPut, to: @Assembly, proposal: night-bus}
Council/teller: TallyReported voting=bus-2 counts={yes: 20, no: 4} tellers=[teller-1, teller-2]
Council/moderators: VotingClosed voting=bus-2
expect condition Council bus-2 1 = 20/24 is 5/6 met
North/clerk: ProposalPut to=@Assembly proposal=our-bus matter=recommendation title="A bus for North" texts={en: $text("A bus for North.")}
expect refused = ReservedMatter
Council/secretary: ProposalPut to=@Assembly proposal=night-bus matter=recommendation title="A night bus" texts={en: $text("A bus runs on Fridays and Saturdays until three.")} voting=bus-2
Council/moderators: OutcomeCertified voting=bus-2
expect refused = NotInThePower
Council/secretary: OutcomeCertified voting=bus-2

say The assembly discusses it and does not take it up. It owes its reasons, and gives them.
Assembly/presidency: VersionFrozen proposal=night-bus version=1
Assembly/presidency: MeetingCalled meeting=june on=2027-06-14 items=[night-bus]
at 2027-06-14 10:00
Assembly/presidency: AttendanceStated meeting=june present=3
Assembly/presidency: VotingOpened voting=night-bus matter=recommendation proposal=night-bus version=1 meeting=june
Assembly: CouncilVoteCast voting=night-bus sender=@North credential=north-1 votes={yes: 3}
Assembly: CouncilVoteCast voting=night-bus sender=@South credential=south-1 votes={no: 3}
Assembly: CouncilVoteCast voting=night-bus sender=@West credential=west-1 votes={no: 2}
Assembly/presidency: VotingClosed voting=night-bus
expect condition Assembly night-bus 1 = 3/8 is 3/8 unmet
Assembly/secretariat: OutcomeCertified voting=night-bus
expect proposal Assembly night-bus = lost
Assembly/presidency: AnswerGiven proposal=night-bus text=$text("The drivers' agreement ends in December; until then nobody can be asked to drive at night.")

say In December a second recommendation is decided as it is.
at 2027-11-29 10:00
Council/secretary: MeetingCalled meeting=december on=2027-12-06
Assembly/presidency: MeetingCalled meeting=december on=2027-12-13
at 2027-12-06 18:00
Council/moderators: AttendanceStated meeting=december present=20
Council/moderators: VotingOpened voting=bus-3 matter=recommendation meeting=december about={act: ProposalPut, to: @Assembly, proposal: night-bus-2}
Council/teller: TallyReported voting=bus-3 counts={yes: 16, no: 4} tellers=[teller-1, teller-2]
Council/moderators: VotingClosed voting=bus-3
expect condition Council bus-3 1 = 16/20 is 4/5 met
Council/secretary: ProposalPut to=@Assembly proposal=night-bus-2 again=night-bus matter=recommendation title="A night bus, again" texts={en: $text("From January a bus runs on Saturdays until three.")} voting=bus-3
Assembly/presidency: VersionFrozen proposal=night-bus-2 version=1
at 2027-12-13 10:00
Assembly/presidency: AttendanceStated meeting=december present=2
Assembly/presidency: VotingOpened voting=night-bus-2 matter=recommendation proposal=night-bus-2 version=1 meeting=december
Assembly: CouncilVoteCast voting=night-bus-2 sender=@North credential=north-2 votes={yes: 3}
Assembly: CouncilVoteCast voting=night-bus-2 sender=@West credential=west-1 votes={yes: 2}
Assembly/presidency: VotingClosed voting=night-bus-2
Assembly/secretariat: OutcomeCertified voting=night-bus-2
Assembly/secretariat: DecisionInForce voting=night-bus-2 on=2028-01-01
expect proposal Assembly night-bus-2 = adopted
expect records = sound
