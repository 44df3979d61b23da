# The ready rulebooks "union-branch" and "union-convention": a resolution from a branch meeting to all members.
story From the branch to the convention to every member
zone UTC

charter branch rulebook=union-branch
charter convention rulebook=union-convention

at 2027-03-01 09:00
say The board charters three branches, and a body for the members who are in none.
found Union charter=convention
found Dock charter=branch name="Dock workers' branch"
found Print charter=branch name="Printers' branch"
found Farm charter=branch name="Farm workers' branch"
found Single charter=branch name="Members in no branch"
Union/general-secretary: BodyAdmitted body=@Dock code=dock
expect refused = NotInThePower
Union/executive-board: BodyAdmitted body=@Dock code=dock
Union/executive-board: BodyAdmitted body=@Print code=print
Union/executive-board: BodyAdmitted body=@Farm code=farm
Union/executive-board: BodyAdmitted body=@Single code=single
Dock/recording-secretary: BodyJoined to=@Union code=dock members=83 languages=[en]
Print/recording-secretary: BodyJoined to=@Union code=print members=24 languages=[en]
Farm/recording-secretary: BodyJoined to=@Union code=farm members=41 languages=[en]
Single/recording-secretary: BodyJoined to=@Union code=single members=37 languages=[en]
Dock/treasurer: RollCounted members=83 to=@Union
Print/treasurer: RollCounted members=24 to=@Union
Farm/treasurer: RollCounted members=41 to=@Union
expect votes Union Dock = 9
expect votes Union Print = 3
expect votes Union Farm = 5

say The printers agree to an idea; without the branch's vote nobody could send it.
Print/recording-secretary: MeetingCalled meeting=april on=2027-04-05
at 2027-04-05 19:00
Print/recording-secretary: ProposalPut to=@Union proposal=hours title="Four days" matter=resolution texts={en: $text("We fight for the week of four days.")}
expect refused = NotDecided
Print/chair: AttendanceStated meeting=april present=12
expect refused = NotInThePower
Print/card-conductor: AttendanceStated meeting=april present=12
expect meeting Print april = 12 of 5, quorate
Print/chair: VotingOpened voting=send matter=resolution meeting=april about={act: ProposalPut, to: @Union, proposal: hours}
Print/teller: TallyReported voting=send counts={yes: 9, no: 2} tellers=[t-1, t-2]
Print/chair: VotingClosed voting=send
Print/recording-secretary: ProposalPut to=@Union proposal=hours title="Four days" matter=resolution texts={en: $text("We fight for the week of four days.")} voting=send
Union/general-secretary: MeetingCalled meeting=convention on=2027-09-04 items=[hours]
Union/general-secretary: VersionFrozen proposal=hours version=1 meeting=convention

at 2027-08-10 19:00
say The branches elect and instruct. The farm workers trust their delegate, and say so by a vote.
Dock/recording-secretary: MeetingCalled meeting=august on=2027-08-20
Print/recording-secretary: MeetingCalled meeting=august on=2027-08-20
Farm/recording-secretary: MeetingCalled meeting=august on=2027-08-20
at 2027-08-20 19:00
Dock/card-conductor: AttendanceStated meeting=august present=30
Print/card-conductor: AttendanceStated meeting=august present=10
Farm/card-conductor: AttendanceStated meeting=august present=14
Dock/chair: VotingOpened voting=who matter=delegate meeting=august about={act: DelegationElected, to: @Union}
Dock/teller: TallyReported voting=who counts={yes: 28} tellers=[t-1, t-2]
Dock/chair: VotingClosed voting=who
Dock/recording-secretary: DelegationElected to=@Union voting=who until=2027-12-31 seats=[{credential: dock-1, kind: delegate}, {credential: dock-a, kind: alternate}]
Print/chair: VotingOpened voting=who matter=delegate meeting=august about={act: DelegationElected, to: @Union}
Print/teller: TallyReported voting=who counts={yes: 10} tellers=[t-1, t-2]
Print/chair: VotingClosed voting=who
Print/recording-secretary: DelegationElected to=@Union voting=who until=2027-12-31 seats=[{credential: print-1, kind: delegate}]
Farm/chair: VotingOpened voting=who matter=delegate meeting=august about={act: DelegationElected, to: @Union}
Farm/teller: TallyReported voting=who counts={yes: 13, no: 1} tellers=[t-1, t-2]
Farm/chair: VotingClosed voting=who
Farm/recording-secretary: DelegationElected to=@Union voting=who until=2027-12-31 seats=[{credential: farm-1, kind: delegate}]
Dock/chair: VotingOpened voting=hours matter=mandate meeting=august about={act: MandateGiven, to: @Union, proposal: hours, version: "1"}
Dock/teller: TallyReported voting=hours counts={yes: 16, no: 14} tellers=[t-1, t-2]
Dock/chair: VotingClosed voting=hours
Dock/recording-secretary: MandateGiven to=@Union proposal=hours version=1 mode=strict voting=hours split=true
expect refused = SplitNotAllowed
Dock/recording-secretary: MandateGiven to=@Union proposal=hours version=1 mode=strict voting=hours
Print/chair: VotingOpened voting=hours matter=mandate meeting=august about={act: MandateGiven, to: @Union, proposal: hours, version: "1"}
Print/teller: TallyReported voting=hours counts={yes: 2, no: 7} tellers=[t-1, t-2]
Print/chair: VotingClosed voting=hours
Print/recording-secretary: MandateGiven to=@Union proposal=hours version=1 mode=strict voting=hours
Farm/chair: VotingOpened voting=hours matter=mandate meeting=august about={act: MandateGiven, to: @Union, proposal: hours, version: "1"}
Farm/teller: TallyReported voting=hours counts={yes: 8, no: 5} tellers=[t-1, t-2]
Farm/chair: VotingClosed voting=hours
Farm/recording-secretary: MandateGiven to=@Union proposal=hours version=1 mode=free voting=hours
expect credentials Union hours = valid 3, awaited 1

at 2027-09-04 10:00
say The convention: bundles of votes by the size of the branch.
Union/credentials: AttendanceStated meeting=convention present=3
Union/chair: VotingOpened voting=hours matter=resolution proposal=hours version=1 meeting=convention
Union: CouncilVoteCast voting=hours sender=@Dock credential=dock-1 votes={no: 9}
expect refused = MandateSaysOtherwise
Union: CouncilVoteCast voting=hours sender=@Dock credential=dock-1 votes={yes: 9}
Union: CouncilVoteCast voting=hours sender=@Print credential=print-1 votes={no: 3}
Union: CouncilVoteCast voting=hours sender=@Farm credential=farm-1 votes={no: 5}
Union/chair: VotingClosed voting=hours
expect condition Union hours 1 = 9/17 is 9/17 met
Union/general-secretary: OutcomeCertified voting=hours
Union/general-secretary: DecisionInForce voting=hours on=2027-09-05
expect refused = NotAdopted

at 2027-10-01 09:00
say Delegates make no policy: six weeks for all members, in a branch or not.
Union/chair: VotingOpened voting=members matter=resolution stage=2 proposal=hours version=1 closes=$at("2027-11-01 09:00")
expect refused = OpenTooShort
Union/chair: VotingOpened voting=members matter=resolution stage=2 proposal=hours version=1
expect electorate Union members = 4 bodies, 185
at 2027-11-10 09:00
Dock/teller: TallyReported to=@Union voting=members counts={yes: 40, no: 20} tellers=[t-1, t-2]
Print/teller: TallyReported to=@Union voting=members counts={yes: 9, no: 12, blank: 1} tellers=[t-1, t-2]
Farm/teller: TallyReported to=@Union voting=members counts={yes: 11, no: 19} tellers=[t-1, t-2]
Single/teller: TallyReported to=@Union voting=members counts={yes: 15, no: 6} tellers=[t-1, t-2]
at 2027-11-12 09:00
Union/chair: VotingClosed voting=members
expect condition Union members 1 = 75/132 is 25/44 met
Union/general-secretary: OutcomeCertified voting=members
expect refused = NotYetOver
at 2027-11-27 09:00
Union/general-secretary: OutcomeCertified voting=members
Union/general-secretary: DecisionInForce voting=members on=2028-01-01
expect proposal Union hours = adopted
Farm/recording-secretary: ReportGiven to=@Union voting=hours text=$text("The free mandate went to a no.") accepted=false
expect records = sound
