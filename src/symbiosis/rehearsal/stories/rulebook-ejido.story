# An ejido of twelve meets by calls: a month is counted exactly, the second call is binding on those who stayed away,
# members have a meeting called over the commissariat's head, and a commissariat is removed.
story The ready rulebook "ejido"
zone America/Mexico_City

charter ejido rulebook=ejido

at 2027-01-04 09:00
say Twelve members, on the roll by token.
found Ejido charter=ejido book=true name="Ejido of the two hills"
Ejido/commissariat: MemberAdmitted token=$person(ana)
Ejido/commissariat: MemberAdmitted token=$person(beto)
Ejido/commissariat: MemberAdmitted token=$person(carmen)
Ejido/commissariat: MemberAdmitted token=$person(diego)
Ejido/commissariat: MemberAdmitted token=$person(elena)
Ejido/commissariat: MemberAdmitted token=$person(fidel)
Ejido/commissariat: MemberAdmitted token=$person(gloria)
Ejido/commissariat: MemberAdmitted token=$person(hugo)
Ejido/commissariat: MemberAdmitted token=$person(irma)
Ejido/commissariat: MemberAdmitted token=$person(juan)
Ejido/commissariat: MemberAdmitted token=$person(karla)
Ejido/commissariat: MemberAdmitted token=$person(luis)
Ejido/board: RollCounted
expect members Ejido = 12

say A special matter, the parcels by the river: thirty days of notice, and three quarters in the first call.
Ejido/commissariat: ProposalPut proposal=parcels title="The parcels by the river" matter=special-matter texts={es: $text("Las parcelas del río vuelven al uso común.")}
Ejido/commissariat: VersionFrozen proposal=parcels version=1
Ejido/commissariat: MeetingCalled meeting=plain on=2027-02-03 kind=ordinary items=[parcels]
expect refused = NotForThisMeeting
Ejido/commissariat: MeetingCalled meeting=river on=2027-02-02 kind=special items=[parcels]
expect refused = NoticeTooShort
Ejido/commissariat: MeetingCalled meeting=river on=2027-02-03 kind=special items=[parcels]
at 2027-02-03 10:00
Ejido/board: AttendanceStated meeting=river present=8
expect meeting Ejido river = 8 of 9, not quorate
Ejido/commissariat: VotingOpened voting=parcels matter=special-matter proposal=parcels version=1 meeting=river
expect refused = NotQuorate

say The second call: thirty days later, counted exactly, with half and one more.
Ejido/commissariat: MeetingCalled meeting=river-2 call=2 first=river on=2027-03-04 kind=special items=[parcels]
expect refused = SecondCallTooSoon
Ejido/commissariat: MeetingCalled meeting=river-2 call=2 first=river on=2027-03-05 kind=special items=[parcels]
at 2027-03-05 10:00
Ejido: ProxyGiven token=$person(luis) holder=$person(ana) until=2027-12-31
Ejido/board: AttendanceStated meeting=river-2 present=9
expect meeting Ejido river-2 = 9 of 7, quorate
Ejido/commissariat: VotingOpened voting=parcels matter=special-matter proposal=parcels version=1 meeting=river-2
Ejido: VoteCast voting=parcels token=$person(ana) choice=yes
Ejido: VoteCast voting=parcels token=$person(beto) choice=yes
Ejido: VoteCast voting=parcels token=$person(carmen) choice=no
Ejido: VoteCast voting=parcels token=$person(luis) choice=yes holder=$person(ana)
expect refused = NoProxy
Ejido/teller: TallyReported voting=parcels counts={yes: 4, no: 2} tellers=[teller-1, teller-2]
Ejido/board: VotingClosed voting=parcels
expect condition Ejido parcels 1 = 6/9 is 2/3 met
expect outcome Ejido parcels = adopted
Ejido/board: OutcomeCertified voting=parcels
Ejido/board: DissentNoted voting=parcels people=3 note="bajo protesta: the river floods, and nobody asked those who plant there"
Ejido/commissariat: DecisionInForce voting=parcels on=2027-04-01

say Members ask for a meeting about the accounts: one fifth of twelve are three. The commissariat does nothing.
at 2027-03-08 09:00
Ejido/speakers: PetitionPut petition=accounts matter=asked-for
Ejido: PetitionSigned petition=accounts token=$person(carmen)
Ejido: PetitionSigned petition=accounts token=$person(diego)
Ejido/vigilance: PetitionCounted petition=accounts
expect petition Ejido accounts = 2, not reached
Ejido: PetitionSigned petition=accounts token=$person(elena)
Ejido/vigilance: PetitionCounted petition=accounts
expect petition Ejido accounts = 3, reached
at 2027-03-15 09:00
Ejido/speakers: MeetingCalled meeting=accounts on=2027-03-23 kind=asked-for petition=accounts
expect refused = NotYetOverdue
at 2027-03-16 09:00
Ejido/speakers: MeetingCalled meeting=accounts on=2027-03-24 kind=asked-for petition=accounts
at 2027-03-24 10:00
Ejido/board: AttendanceStated meeting=accounts present=8
expect meeting Ejido accounts = 8 of 7, quorate

say The accounts are refused, with a proxy: this is an ordinary matter. The commissariat is removed by closed vote.
Ejido/speakers: VotingOpened voting=accounts matter=ordinary-matter meeting=accounts
Ejido: VoteCast voting=accounts token=$person(ana) choice=yes
Ejido: VoteCast voting=accounts token=$person(luis) choice=yes holder=$person(ana)
Ejido/teller: TallyReported voting=accounts counts={no: 7} tellers=[teller-1, teller-2]
Ejido/board: VotingClosed voting=accounts
expect tally Ejido accounts = yes 2, no 7
expect outcome Ejido accounts = not_adopted
Ejido/commissariat: VotingOpened voting=removal matter=removal meeting=accounts about={act: RoleRecalled, role: commissariat}
closed-vote Ejido voting=removal person=$person(ana) choice=no
closed-vote Ejido voting=removal person=$person(carmen) choice=yes
closed-vote Ejido voting=removal person=$person(diego) choice=yes
closed-vote Ejido voting=removal person=$person(elena) choice=yes
closed-vote Ejido voting=removal person=$person(gloria) choice=yes
closed-vote Ejido voting=removal person=$person(irma) choice=yes
Ejido/board: VotingClosed voting=removal
expect condition Ejido removal 1 = 5/8 is 5/8 met
Ejido/board: OutcomeCertified voting=removal
purge Ejido voting=removal
Ejido/vigilance: RoleRecalled role=commissariat voting=removal
expect role Ejido commissariat = recalled
expect records = sound
