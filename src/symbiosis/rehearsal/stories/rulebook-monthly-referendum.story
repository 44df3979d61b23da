# The ready rulebook "monthly-referendum", from an empty confederation to a decision of the whole membership.
story Everybody decides at the end of the month
zone UTC

charter confederation rulebook=monthly-referendum
charter assembly {
charter = 1
name = "Assembly"
timezone = "UTC"
languages = ["en"]

[roles.secretary]
title = "Secretary"
powers = ["*"]
}

at 2027-11-24 09:00
say The founding: there is nobody yet to vote, and only for that reason an admission without votes passes.
found All charter=confederation
found Harbour charter=assembly name="Harbour assembly"
found Valley charter=assembly name="Valley assembly"
found Delta charter=assembly name="Delta assembly"
found Large charter=assembly name="At-large members"
found Press charter=assembly name="Friends' press"
found Ridge charter=assembly name="Ridge assembly"
Harbour/secretary: BodyJoined to=@All code=harbour members=120 languages=[en]
expect refused = NotAdmitted
All/coordination: VotingOpened voting=admit-harbour matter=admission about={act: BodyAdmitted, body: @Harbour, code: harbour}
All/coordination: VotingOpened voting=admit-valley matter=admission about={act: BodyAdmitted, body: @Valley, code: valley}
All/coordination: VotingOpened voting=admit-delta matter=admission about={act: BodyAdmitted, body: @Delta, code: delta}
All/coordination: VotingOpened voting=admit-large matter=admission about={act: BodyAdmitted, body: @Large, code: at-large}
All/coordination: VotingOpened voting=admit-press matter=admission about={act: BodyAdmitted, body: @Press, code: press}
at 2027-11-30 09:00
All/coordination: VotingClosed voting=admit-harbour
All/coordination: VotingClosed voting=admit-valley
All/coordination: VotingClosed voting=admit-delta
All/coordination: VotingClosed voting=admit-large
All/coordination: VotingClosed voting=admit-press
expect outcome All admit-press = adopted
All/coordination: BodyAdmitted body=@Harbour code=harbour voting=admit-valley
expect refused = DecidedSomethingElse
All/coordination: BodyAdmitted body=@Harbour code=harbour voting=admit-harbour
All/coordination: BodyAdmitted body=@Valley code=valley voting=admit-valley
All/coordination: BodyAdmitted body=@Delta code=delta voting=admit-delta
All/coordination: BodyAdmitted body=@Large code=at-large voting=admit-large
All/coordination: BodyAdmitted body=@Press code=press voting=admit-press
Harbour/secretary: BodyJoined to=@All code=harbour members=120 languages=[en]
Valley/secretary: BodyJoined to=@All code=valley members=60 languages=[es]
Delta/secretary: BodyJoined to=@All code=delta members=40 languages=[en]
Large/secretary: BodyJoined to=@All code=at-large members=20 languages=[en, fr]
Press/secretary: BodyJoined to=@All code=press members=9 languages=[en] partner=true

at 2027-12-16 10:00
say The people in no assembly put an item. It is debated for a week before its text is fixed.
Large/secretary: ProposalPut to=@All proposal=school title="A school of our own" matter=item \
    texts={en: $text("A travelling school, two weeks in each place.")}
at 2027-12-20 10:00
Valley/secretary: AmendmentPut to=@All proposal=school amendment=three-weeks version=1 \
    texts={en: $text("A travelling school, three weeks in each place.")}
Large/secretary: AmendmentAccepted to=@All proposal=school amendment=three-weeks
All/coordination: VersionFrozen proposal=school version=2
expect refused = DiscussedTooShort
at 2027-12-24 10:00
All/coordination: VersionFrozen proposal=school version=2
All/coordination: VotingOpened voting=school matter=item proposal=school version=2
expect refused = FrozenTooLate

say The last seven days of December: every member of every body votes, partners do not.
at 2027-12-25 10:00
All/coordination: VotingOpened voting=school matter=item proposal=school version=2
All/coordination: VotingOpened voting=admit-ridge matter=admission about={act: BodyAdmitted, body: @Ridge, code: ridge}
expect electorate All school = 4 bodies, 240
at 2027-12-30 20:00
Harbour/secretary: TallyReported to=@All voting=school counts={yes: 30, no: 31} tellers=[t-1, t-2]
Valley/secretary: TallyReported to=@All voting=school counts={yes: 22, no: 20, blank: 1} tellers=[t-1, t-2]
Delta/secretary: TallyReported to=@All voting=school counts={yes: 8, no: 9} tellers=[t-1, t-2]
Press/secretary: TallyReported to=@All voting=school counts={yes: 9} tellers=[t-1, t-2]
expect refused = NotInTheElectorate
All/coordination: VotingClosed voting=school
expect refused = NotYetOver
at 2027-12-31 10:00
All/coordination: VotingClosed voting=school
All/coordination: VotingClosed voting=admit-ridge
expect condition All school 1 = 60/120 is 1/2 unmet
expect outcome All school = not_adopted
expect outcome All admit-ridge = not_adopted
say Nobody had voted on the ridge: now that there are bodies, silence admits nobody.
All/coordination: BodyAdmitted body=@Ridge code=ridge voting=admit-ridge
expect refused = NotAdopted

say The at-large members' ballots were sealed in time and come by post; then the harbour is counted again.
at 2028-01-01 15:00
Large/secretary: TallyReported to=@All voting=school counts={yes: 6, no: 5} tellers=[t-1, t-2] sealed=$at("2027-12-31 08:00")
All/teller: LateTallyAccepted voting=school body=@Large report=$entry("Large/TallyReported")
expect condition All school 1 = 66/131 is 66/131 met
Valley/secretary: OutcomeContested to=@All voting=school body=@Harbour reason="two boxes, one count"
at 2028-01-03 15:00
All/coordination: OutcomeCertified voting=school
expect refused = ContestIsOpen
All/teller: RecountReported voting=school body=@Harbour counts={yes: 31, no: 30} counters=[@Valley, @Large]
expect refused = WrongCounters
All/teller: RecountReported voting=school body=@Harbour counts={yes: 31, no: 30} counters=[@Delta, @Large]
expect condition All school 1 = 67/131 is 67/131 met
at 2028-01-04 10:00
All/coordination: OutcomeCertified voting=school
expect history All school = provisional not_adopted, provisional adopted, recounted adopted, certified adopted
All/coordination: DecisionInForce voting=school on=2028-01-05
expect proposal All school = adopted
expect bound All school = at-large delta harbour valley
expect records = sound
