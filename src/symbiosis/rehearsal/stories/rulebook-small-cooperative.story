# A housing co-operative of ten people: vouching and a trial time, the surplus in the general meeting, an emergency
# judged, the board recalled, and a federation left by a vote that two tellers sign.
story The ready rulebook "small-cooperative"
zone Europe/Vienna

charter coop rulebook=small-cooperative

charter federation {
charter = 1
name = "Federation of houses"
timezone = "Europe/Vienna"
languages = ["en"]

[roles.office]
title = "Office"
powers = ["*"]

[bodies]
admission = "open"
}

at 2027-01-04 18:00
say Ten founders; from the third on, two who are there vouch for each.
found Federation charter=federation
found House charter=coop book=true name="House by the canal"
House/secretary: MemberAdmitted token=$person(amira)
House/secretary: MemberAdmitted token=$person(ben) vouchers=[$person(amira)]
House/secretary: MemberAdmitted token=$person(chloe) vouchers=[$person(amira)]
expect refused = TooFewVouch
House/secretary: MemberAdmitted token=$person(chloe) vouchers=[$person(amira), $person(ben)]
House/secretary: MemberAdmitted token=$person(dario) vouchers=[$person(amira), $person(ben)]
House/secretary: MemberAdmitted token=$person(emil) vouchers=[$person(amira), $person(ben)]
House/secretary: MemberAdmitted token=$person(fatou) vouchers=[$person(amira), $person(ben)]
House/secretary: MemberAdmitted token=$person(gerd) vouchers=[$person(amira), $person(ben)]
House/secretary: MemberAdmitted token=$person(hana) vouchers=[$person(amira), $person(ben)]
House/secretary: MemberAdmitted token=$person(ivo) vouchers=[$person(amira), $person(ben)]
House/secretary: MemberAdmitted token=$person(jana) vouchers=[$person(amira), $person(ben)]
House/secretary: RollCounted
expect members House = 10

say Eight meet in April: the founders' trial time of ninety days is over. Kai came in March and has no vote yet.
at 2027-03-10 18:00
House/secretary: MemberAdmitted token=$person(kai) vouchers=[$person(amira), $person(chloe)]
House/secretary: RollCounted
House/board: ProposalPut proposal=surplus-2026 title="The surplus of 2026" matter=surplus texts={en: $text("Of 9,000: half stays for the roof, a third is shared equally, a sixth goes to the solidarity fund.")}
House/board: MeetingCalled meeting=plain on=2027-04-12 items=[surplus-2026]
expect refused = NotForThisMeeting
House/board: MeetingCalled meeting=general on=2027-04-12 kind=general items=[surplus-2026]
House/board: VersionFrozen proposal=surplus-2026 version=1 meeting=general
at 2027-04-12 19:00
House/secretary: AttendanceStated meeting=general present=8
expect meeting House general = 8 of 6, quorate
House/secretary: VotingOpened voting=surplus matter=surplus proposal=surplus-2026 version=1 meeting=general
expect electorate House surplus = 10
House: VoteCast voting=surplus token=$person(kai) choice=yes
expect refused = NoVoteYet
House: VoteCast voting=surplus token=$person(amira) choice=yes
House: VoteCast voting=surplus token=$person(ben) choice=yes
House: VoteCast voting=surplus token=$person(chloe) choice=yes
House: VoteCast voting=surplus token=$person(dario) choice=yes
House: VoteCast voting=surplus token=$person(emil) choice=yes
House: VoteCast voting=surplus token=$person(fatou) choice=no
House: VoteCast voting=surplus token=$person(gerd) choice=no
House/secretary: VotingClosed voting=surplus
expect condition House surplus 1 = 5/8 is 5/8 met
House/secretary: OutcomeCertified voting=surplus
House/board: DecisionInForce voting=surplus on=2027-05-01
expect review House surplus-2026 = 2028-03-07

say The board is elected by closed vote: five stand, as marks that the house can resolve, and three are chosen. A lot
say would be drawn from what three dice showed before the first vote. Equal numbers are not for this method.
House/secretary: VotingOpened voting=board matter=election meeting=general about={act: OfficeFilled, role: board} options=[A, B, C, D, E] chosen=3
expect refused = SeedNeeded
House/secretary: VotingOpened voting=board matter=election meeting=general about={act: OfficeFilled, role: board} options=[A, B, C, D, E] chosen=3 seed="dice: 4 1 6"
closed-vote House voting=board person=$person(amira) choice="1 2 3 - -"
closed-vote House voting=board person=$person(ben) choice="1 2 - - -"
closed-vote House voting=board person=$person(chloe) choice="2 1 - 3 -"
closed-vote House voting=board person=$person(dario) choice="1 3 2 - -"
closed-vote House voting=board person=$person(emil) choice="- - 3 1 2"
closed-vote House voting=board person=$person(fatou) choice="- - 1 1 2"
expect refused = EqualPlaces
closed-vote House voting=board person=$person(fatou) choice="- - - 1 2"
closed-vote House voting=board person=$person(gerd) choice="- - - 2 1"
House/secretary: VotingClosed voting=board
expect elected House board = A, D, B
House/secretary: OutcomeCertified voting=board
purge House voting=board
House/secretary: OfficeFilled role=board holders=6 until=2029-04-11 voting=board
expect refused = WrongNumberOfHolders
House/secretary: OfficeFilled role=board holders=3 until=2029-04-11 voting=board
House/secretary: RoleGiven token=$person(amira) role=board until=2029-04-11
House/secretary: RoleGiven token=$person(amira) role=audit until=2029-04-11
expect refused = RolesExclude

say The boiler breaks: at most 1,000.00, with two signatures; it is on the next agenda, and is judged there.
at 2027-05-20 08:00
House/board: EmergencyDecided emergency=boiler reason="no warm water for ten people" text=$text("A new pump.") signers=[sig-1, sig-2] amount=140000
expect refused = AboveTheCeiling
House/board: EmergencyDecided emergency=boiler reason="no warm water for ten people" text=$text("A new pump.") signers=[sig-1] amount=92000
expect refused = TwoTellersNeeded
House/board: EmergencyDecided emergency=boiler reason="no warm water for ten people" text=$text("A new pump.") signers=[sig-1, sig-2] amount=92000
House/secretary: MeetingCalled meeting=june on=2027-06-10
expect refused = EmergencyOnTheAgenda
House/secretary: MeetingCalled meeting=june on=2027-06-10 items=[boiler]

say Two people ask for the recall of the board: a tenth of eleven. The notice is two weeks.
House/secretary: PetitionPut petition=board matter=recall-office about={act: RoleRecalled, role: board}
House: PetitionSigned petition=board token=$person(gerd)
House: PetitionSigned petition=board token=$person(hana)
House/secretary: PetitionCounted petition=board
expect petition House board = 2, reached
at 2027-06-10 19:00
House/secretary: AttendanceStated meeting=june present=9
House/secretary: VotingOpened voting=boiler matter=judging meeting=june about={act: EmergencyJudged, emergency: boiler}
House: VoteCast voting=boiler token=$person(amira) choice=yes
House: VoteCast voting=boiler token=$person(ben) choice=yes
House: VoteCast voting=boiler token=$person(chloe) choice=yes
House: VoteCast voting=boiler token=$person(fatou) choice=no
House: VoteCast voting=boiler token=$person(gerd) choice=no
House: VoteCast voting=boiler token=$person(hana) choice=no
House: VoteCast voting=boiler token=$person(ivo) choice=no
House/secretary: VotingClosed voting=boiler
expect outcome House boiler = not_adopted
House/secretary: EmergencyJudged emergency=boiler voting=boiler
House/secretary: VotingOpened voting=recall matter=recall-office meeting=june petition=board about={act: RoleRecalled, role: board}
closed-vote House voting=recall person=$person(fatou) choice=yes
closed-vote House voting=recall person=$person(gerd) choice=yes
closed-vote House voting=recall person=$person(hana) choice=yes
closed-vote House voting=recall person=$person(ivo) choice=yes
closed-vote House voting=recall person=$person(jana) choice=yes
closed-vote House voting=recall person=$person(amira) choice=no
closed-vote House voting=recall person=$person(ben) choice=no
closed-vote House voting=recall person=$person(chloe) choice=no
House/secretary: VotingClosed voting=recall
expect condition House recall 1 = 5/9 is 5/9 met
House/secretary: OutcomeCertified voting=recall
purge House voting=recall
House/secretary: RoleRecalled role=board voting=recall
House/secretary: RoleEnded token=$person(amira) role=board recalled=true
House/secretary: RoleGiven token=$person(amira) role=board until=2029-04-11
expect refused = BarredAfterRecall
expect role House board = recalled

say The house joins the federation, and leaves it after a year: by paper, counted and signed by two, with two thirds.
House/secretary: MeetingCalled meeting=july on=2027-07-05
at 2027-07-05 19:00
House/secretary: RollCounted
House/secretary: AttendanceStated meeting=july present=10
House/secretary: VotingOpened voting=join matter=rules meeting=july about={act: BodyJoined, to: @Federation}
House/teller: TallyReported voting=join counts={yes: 9, no: 1} tellers=[teller-1, teller-2]
House/secretary: VotingClosed voting=join
House/board: BodyJoined to=@Federation code=house members=11 languages=[en] voting=join
at 2028-07-01 10:00
House/secretary: MeetingCalled meeting=leaving on=2028-07-15
at 2028-07-15 19:00
House/secretary: AttendanceStated meeting=leaving present=10
House/secretary: VotingOpened voting=leave matter=leaving meeting=leaving about={act: BodyLeft, to: @Federation}
House/teller: TallyReported voting=leave counts={yes: 6, no: 3} tellers=[teller-1, teller-2]
House/secretary: BodyLeft to=@Federation effective=2028-08-01 voting=leave
expect refused = NotAdopted
House/secretary: VotingClosed voting=leave
expect quorum House leave 1 = 9/11 is 9/11 met
expect condition House leave 1 = 6/9 is 2/3 met
House/audit: OutcomeContested voting=leave body=@House reason="nine papers, and ten who came"
House/secretary: BodyLeft to=@Federation effective=2028-08-01 voting=leave
expect refused = NotAdopted
House/audit: RecountReported voting=leave body=@House counts={yes: 7, no: 3} counters=[teller-3, teller-4]
expect condition House leave 1 = 7/10 is 7/10 met
at 2028-07-24 10:00
House/secretary: OutcomeCertified voting=leave
House/secretary: BodyLeft to=@Federation effective=2028-08-01 voting=leave
expect history House leave = provisional adopted, recounted adopted, certified adopted
expect records = sound
