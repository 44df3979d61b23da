# Scenario A: a constitutional proposal goes from the base to a congress, is amended, a delegate is recalled,
# the congress passes it, and the members of all bodies decide.
story A constitutional proposal: base, congress, amendment, recall, referendum
zone America/Mexico_City

charter assembly {
charter = 1
name = "Assembly"
timezone = "America/Mexico_City"
languages = ["en"]

[roles.secretary]
title = "Secretary of the assembly"
powers = ["*"]

[meetings]
notice_days = 5
quorum = [{ share = "1/5", minimum = 12 }, { call = 2, share = "1/5", minimum = 12, after_days = 8 }]

[decisions]
ProposalPut = "proposing"
SeatRecalled = "recall"
BodyLeft = "leaving"
WaiverGiven = "waiver"

[matters.proposing]
title = "Put a proposal to the congress"
[[matters.proposing.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.mandate]
title = "Mandate our delegation on an item"
[[matters.mandate.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.waiver]
title = "Waive a late translation"
[[matters.waiver.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.recall]
title = "Recall a delegate"
[[matters.recall.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.leaving]
title = "Leave a confederation"
[[matters.leaving.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "at_least", share = "2/3" }]
}

charter congress {
charter = 1
name = "Congress of the Confederation"
timezone = "America/Mexico_City"
languages = ["es", "en", "fr"]

[roles.chair]
title = "Chair of the congress"
powers = ["*"]

[roles.translator]
title = "Translators' circle"
powers = ["TranslationReady"]

[meetings]
notice_days = 60

[bodies]
admission = "open"

[bodies.apportionment]
per = 25
rounding = "started"
cap = 10
record_date = "2027-03-01"

[bodies.delegations]
delegates = 2
alternates = 1
observers = 2
composition = [
    { traits = ["women"], needs = "at_least", share = "2/5" },
    { traits = ["women"], needs = "at_most", share = "1/2", scope = "delegation", unmet = "refuse" },
    { traits = ["men"], needs = "at_most", share = "1/2", scope = "delegation", unmet = "refuse" },
]

[bodies.mandates]
split = "largest_remainder"
on_breach = "refuse"

[matters.constitution]
title = "Constitutional proposal"
seconds = 2
freeze_days = 60
review_days = 180

[matters.constitution.translations]
required = [["en", "text"], ["es", "text"], ["fr", "text"], ["zap", "audio"]]
days_before = 45
on_change = [["es", "text"], ["fr", "text"], ["zap", "audio"]]
waiver = "4/5"

# The congress: valid mandates of at least 2/3 of the bodies for the version voted on; passes with at least
# 2/3 of the bodies and more than 1/2 of the votes, both of yes and no.
[[matters.constitution.stages]]
electorate = "delegations"
in_meeting = true
needs_mandate = true
quorum = [{ counts = "with_mandate", needs = "at_least", share = "2/3", of = "all", counted_in = "bodies" }]
conditions = [
    { needs = "at_least", share = "2/3", counted_in = "bodies" },
    { needs = "more_than", share = "1/2", counted_in = "votes" },
]

# The members of all bodies: turnout at least 25 %, at least 60 % of yes and no, and at least 3/4 of the bodies.
[[matters.constitution.stages]]
electorate = "referendum"
secrecy = "hands"
open_days = 14
late_grace_hours = 120
contest_days = 10
counters = 2
quorum = [{ counts = "cast", needs = "at_least", share = "1/4", of = "entitled" }]
conditions = [
    { needs = "at_least", share = "3/5" },
    { needs = "at_least", share = "3/4", of = "all", counted_in = "bodies" },
]
}

at 2027-03-01 09:00
say The twelve bodies and their congress (record date 1 March 2027).
found Congress charter=congress
found A1 charter=assembly name="Cedar Hill" languages=[en]
found A2 charter=assembly name="Tideflat" languages=[en]
found A3 charter=assembly name="Kiln Street" languages=[en, es]
found B1 charter=assembly name="Magnolia" languages=[en]
found B2 charter=assembly name="Little Fork" languages=[en]
found B3 charter=assembly name="Bayou Commons" languages=[en, es, vi]
found C1 charter=assembly name="Parc-du-Rail" languages=[fr, en]
found C2 charter=assembly name="Basse-Rive" languages=[fr]
found C3 charter=assembly name="Stone Bridge" languages=[en]
found D1 charter=assembly name="Viento del Istmo" languages=[es]
found D2 charter=assembly name="Barrio Jacaranda" languages=[es]
found D3 charter=assembly name="Cooperativa Maíz" languages=[es]
A1/secretary: RollCounted members=212
A1/secretary: BodyJoined to=@Congress code=a1 members=212 languages=[en] region=A
A2/secretary: RollCounted members=64
A2/secretary: BodyJoined to=@Congress code=a2 members=64 languages=[en] region=A
A3/secretary: RollCounted members=148
A3/secretary: BodyJoined to=@Congress code=a3 members=148 languages=[en, es] region=A
B1/secretary: RollCounted members=260
B1/secretary: BodyJoined to=@Congress code=b1 members=260 languages=[en] region=B
B2/secretary: RollCounted members=41
B2/secretary: BodyJoined to=@Congress code=b2 members=41 languages=[en] region=B
B3/secretary: RollCounted members=87
B3/secretary: BodyJoined to=@Congress code=b3 members=87 languages=[en, es, vi] region=B
C1/secretary: RollCounted members=133
C1/secretary: BodyJoined to=@Congress code=c1 members=133 languages=[fr, en] region=C
C2/secretary: RollCounted members=38
C2/secretary: BodyJoined to=@Congress code=c2 members=38 languages=[fr] region=C
C3/secretary: RollCounted members=75
C3/secretary: BodyJoined to=@Congress code=c3 members=75 languages=[en] region=C
D1/secretary: RollCounted members=318
D1/secretary: BodyJoined to=@Congress code=d1 members=318 languages=[es] audio=[zap, mxp] region=D
D2/secretary: RollCounted members=96
D2/secretary: BodyJoined to=@Congress code=d2 members=96 languages=[es] region=D
D3/secretary: RollCounted members=54
D3/secretary: BodyJoined to=@Congress code=d3 members=54 languages=[es] region=D
expect bodies Congress = 12
expect votes Congress A1 = 9
expect votes Congress A2 = 3
expect votes Congress A3 = 6
expect votes Congress B1 = 10
expect votes Congress B2 = 2
expect votes Congress B3 = 4
expect votes Congress C1 = 6
expect votes Congress C2 = 2
expect votes Congress C3 = 3
expect votes Congress D1 = 10
expect votes Congress D2 = 4
expect votes Congress D3 = 3
expect all-votes Congress = 62

say Step 1. D2 proposes; A3 and C1 second; the agenda closes 60 days before; languages.
at 2027-03-05 10:00
D2/secretary: MeetingCalled meeting=march on=2027-03-10
at 2027-03-10 19:00
D2/secretary: AttendanceStated meeting=march present=31
expect meeting D2 march = 31 of 20, quorate
D2/secretary: VotingOpened voting=propose-levy matter=proposing meeting=march about={act: ProposalPut, proposal: levy}
D2/secretary: TallyReported voting=propose-levy counts={yes: 27, no: 3, abstain: 1} tellers=[teller-1, teller-2]
D2/secretary: VotingClosed voting=propose-levy
expect outcome D2 propose-levy = adopted
D2/secretary: ProposalPut to=@Congress proposal=levy title="Cuota de solidaridad: el 2 % de los ingresos de cada cuerpo" matter=constitution \
    texts={es: $text("Cada cuerpo aporta el 2 % de sus ingresos a un fondo común de solidaridad.")} voting=propose-levy
at 2027-03-20 10:00
A3/secretary: ProposalSupported to=@Congress proposal=levy
Congress/chair: VersionFrozen proposal=levy version=1
expect refused = TooFewSeconds
C1/secretary: ProposalSupported to=@Congress proposal=levy
expect seconds Congress levy = a3 c1
at 2027-04-13 09:00
Congress/chair: MeetingCalled meeting=congress on=2027-06-12 items=[levy]
Congress/chair: VersionFrozen proposal=levy version=1 meeting=congress
expect proposal Congress levy = frozen
at 2027-04-23 12:00
Congress/translator: TranslationReady proposal=levy version=1 language=fr text=$text("Chaque organisme verse 2 % de ses revenus à un fonds commun de solidarité.")
at 2027-04-27 12:00
Congress/translator: TranslationReady proposal=levy version=1 language=zap text=$audio("zap recording of version 1")
at 2027-04-29 12:00
Congress/translator: TranslationReady proposal=levy version=1 language=en text=$text("Each body pays 2 % of its income into a common solidarity fund.")
expect translation Congress levy 1 es text = authentic
expect translation Congress levy 1 fr text = ready
expect translation Congress levy 1 zap audio = ready
expect translation Congress levy 1 en text = late
expect affected Congress en text = a1 a2 b1 b2 c3
C1/secretary: WaiverGiven to=@Congress proposal=levy version=1 language=en
expect refused = NotDecided
at 2027-04-30 10:00
A1/secretary: MeetingCalled meeting=may on=2027-05-08
A2/secretary: MeetingCalled meeting=may on=2027-05-08
B1/secretary: MeetingCalled meeting=may on=2027-05-08
B2/secretary: MeetingCalled meeting=may on=2027-05-08
C3/secretary: MeetingCalled meeting=may on=2027-05-08
at 2027-05-08 18:00
A1/secretary: AttendanceStated meeting=may present=60
expect meeting A1 may = 60 of 43, quorate
A1/secretary: VotingOpened voting=waive-en matter=waiver meeting=may about={act: WaiverGiven, proposal: levy, language: en}
A1/secretary: TallyReported voting=waive-en counts={yes: 58, no: 2} tellers=[teller-1, teller-2]
A1/secretary: VotingClosed voting=waive-en
expect outcome A1 waive-en = adopted
A1/secretary: WaiverGiven to=@Congress proposal=levy version=1 language=en voting=waive-en
expect translation Congress levy 1 en text = late
A2/secretary: AttendanceStated meeting=may present=20
expect meeting A2 may = 20 of 13, quorate
A2/secretary: VotingOpened voting=waive-en matter=waiver meeting=may about={act: WaiverGiven, proposal: levy, language: en}
A2/secretary: TallyReported voting=waive-en counts={yes: 18, no: 2} tellers=[teller-1, teller-2]
A2/secretary: VotingClosed voting=waive-en
expect outcome A2 waive-en = adopted
A2/secretary: WaiverGiven to=@Congress proposal=levy version=1 language=en voting=waive-en
expect translation Congress levy 1 en text = late
B1/secretary: AttendanceStated meeting=may present=55
expect meeting B1 may = 55 of 52, quorate
B1/secretary: VotingOpened voting=waive-en matter=waiver meeting=may about={act: WaiverGiven, proposal: levy, language: en}
B1/secretary: TallyReported voting=waive-en counts={yes: 53, no: 2} tellers=[teller-1, teller-2]
B1/secretary: VotingClosed voting=waive-en
expect outcome B1 waive-en = adopted
B1/secretary: WaiverGiven to=@Congress proposal=levy version=1 language=en voting=waive-en
expect translation Congress levy 1 en text = late
C3/secretary: AttendanceStated meeting=may present=22
expect meeting C3 may = 22 of 15, quorate
C3/secretary: VotingOpened voting=waive-en matter=waiver meeting=may about={act: WaiverGiven, proposal: levy, language: en}
C3/secretary: TallyReported voting=waive-en counts={yes: 20, no: 2} tellers=[teller-1, teller-2]
C3/secretary: VotingClosed voting=waive-en
expect outcome C3 waive-en = adopted
C3/secretary: WaiverGiven to=@Congress proposal=levy version=1 language=en voting=waive-en
expect translation Congress levy 1 en text = waived
B2/secretary: AttendanceStated meeting=may present=9
expect meeting B2 may = 9 of 12, not quorate
B2/secretary: VotingOpened voting=waive-en matter=waiver meeting=may about={act: WaiverGiven, proposal: levy, language: en}
expect refused = NotQuorate

say Step 2. The assemblies mandate their delegations; B2 is not quorate, twice.
B2/secretary: MeetingCalled meeting=may-second on=2027-05-15 call=2 first=may
expect refused = SecondCallTooSoon
B2/secretary: MeetingCalled meeting=may-second on=2027-05-16 call=2 first=may
at 2027-05-10 10:00
A1/secretary: MeetingCalled meeting=mandates on=2027-05-20
A2/secretary: MeetingCalled meeting=mandates on=2027-05-20
A3/secretary: MeetingCalled meeting=mandates on=2027-05-20
B1/secretary: MeetingCalled meeting=mandates on=2027-05-20
B3/secretary: MeetingCalled meeting=mandates on=2027-05-20
C1/secretary: MeetingCalled meeting=mandates on=2027-05-20
C2/secretary: MeetingCalled meeting=mandates on=2027-05-20
C3/secretary: MeetingCalled meeting=mandates on=2027-05-20
D2/secretary: MeetingCalled meeting=mandates on=2027-05-20
D3/secretary: MeetingCalled meeting=mandates on=2027-05-20
at 2027-05-16 18:00
B2/secretary: AttendanceStated meeting=may-second present=10
expect meeting B2 may-second = 10 of 12, not quorate
B2/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may-second about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
expect refused = NotQuorate
B2/secretary: NoMandateGiven to=@Congress proposal=levy reason=not_quorate
at 2027-05-20 19:00
A1/secretary: AttendanceStated meeting=mandates present=70
expect meeting A1 mandates = 70 of 43, quorate
A1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
A1/secretary: TallyReported voting=mandate-levy counts={yes: 52, no: 18} tellers=[teller-1, teller-2]
A1/secretary: VotingClosed voting=mandate-levy
expect outcome A1 mandate-levy = adopted
A1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
expect mandate Congress levy A1 = guided yes 9
A2/secretary: AttendanceStated meeting=mandates present=25
expect meeting A2 mandates = 25 of 13, quorate
A2/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
A2/secretary: TallyReported voting=mandate-levy counts={yes: 20, no: 5} tellers=[teller-1, teller-2]
A2/secretary: VotingClosed voting=mandate-levy
expect outcome A2 mandate-levy = adopted
A2/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
expect mandate Congress levy A2 = guided yes 3
A3/secretary: AttendanceStated meeting=mandates present=56
expect meeting A3 mandates = 56 of 30, quorate
A3/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
A3/secretary: TallyReported voting=mandate-levy counts={yes: 37, no: 19} tellers=[teller-1, teller-2]
A3/secretary: VotingClosed voting=mandate-levy
expect outcome A3 mandate-levy = adopted
A3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy split=true red_lines=[rate]
expect mandate Congress levy A3 = guided yes 4, no 2
B1/secretary: AttendanceStated meeting=mandates present=80
expect meeting B1 mandates = 80 of 52, quorate
B1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
B1/secretary: TallyReported voting=mandate-levy counts={yes: 61, no: 19} tellers=[teller-1, teller-2]
B1/secretary: VotingClosed voting=mandate-levy
expect outcome B1 mandate-levy = adopted
B1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
expect mandate Congress levy B1 = guided yes 10
B3/secretary: AttendanceStated meeting=mandates present=30
expect meeting B3 mandates = 30 of 18, quorate
B3/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
B3/secretary: TallyReported voting=mandate-levy counts={yes: 9, no: 21} tellers=[teller-1, teller-2]
B3/secretary: VotingClosed voting=mandate-levy
expect outcome B3 mandate-levy = not_adopted
B3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy red_lines=[rate]
expect mandate Congress levy B3 = guided no 4
C1/secretary: AttendanceStated meeting=mandates present=40
expect meeting C1 mandates = 40 of 27, quorate
C1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
C1/secretary: TallyReported voting=mandate-levy counts={yes: 31, no: 9} tellers=[teller-1, teller-2]
C1/secretary: VotingClosed voting=mandate-levy
expect outcome C1 mandate-levy = adopted
C1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
expect mandate Congress levy C1 = guided yes 6
C2/secretary: AttendanceStated meeting=mandates present=20
expect meeting C2 mandates = 20 of 12, quorate
C2/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
C2/secretary: TallyReported voting=mandate-levy counts={yes: 16, no: 4} tellers=[teller-1, teller-2]
C2/secretary: VotingClosed voting=mandate-levy
expect outcome C2 mandate-levy = adopted
C2/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=strict voting=mandate-levy
expect mandate Congress levy C2 = strict yes 2
C3/secretary: AttendanceStated meeting=mandates present=24
expect meeting C3 mandates = 24 of 15, quorate
C3/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
C3/secretary: TallyReported voting=mandate-levy counts={yes: 6, no: 18} tellers=[teller-1, teller-2]
C3/secretary: VotingClosed voting=mandate-levy
expect outcome C3 mandate-levy = not_adopted
C3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy red_lines=[rate]
expect mandate Congress levy C3 = guided no 3
D2/secretary: AttendanceStated meeting=mandates present=45
expect meeting D2 mandates = 45 of 20, quorate
D2/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
D2/secretary: TallyReported voting=mandate-levy counts={yes: 40, no: 5} tellers=[teller-1, teller-2]
D2/secretary: VotingClosed voting=mandate-levy
expect outcome D2 mandate-levy = adopted
D2/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
expect mandate Congress levy D2 = guided yes 4
D3/secretary: AttendanceStated meeting=mandates present=30
expect meeting D3 mandates = 30 of 12, quorate
D3/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
D3/secretary: TallyReported voting=mandate-levy counts={yes: 26, no: 4} tellers=[teller-1, teller-2]
D3/secretary: VotingClosed voting=mandate-levy
expect outcome D3 mandate-levy = adopted
D3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=strict voting=mandate-levy
expect mandate Congress levy D3 = strict yes 3
at 2027-06-01 10:00
say Delegations: two delegates, one alternate, two observers each; composition as attested counts.
A1/secretary: DelegationElected to=@Congress seats=[{credential: a1-1, kind: delegate}, {credential: a1-2, kind: delegate}, {credential: a1-a, kind: alternate}, {credential: a1-o1, kind: observer}, {credential: a1-o2, kind: observer}] composition={women: 1, men: 1}
A2/secretary: DelegationElected to=@Congress seats=[{credential: a2-1, kind: delegate}, {credential: a2-2, kind: delegate}, {credential: a2-a, kind: alternate}, {credential: a2-o1, kind: observer}, {credential: a2-o2, kind: observer}] composition={women: 2}
expect refused = CompositionRefused
A2/secretary: DelegationElected to=@Congress seats=[{credential: a2-1, kind: delegate}, {credential: a2-2, kind: delegate}, {credential: a2-a, kind: alternate}, {credential: a2-o1, kind: observer}, {credential: a2-o2, kind: observer}] composition={women: 1, men: 1}
A3/secretary: DelegationElected to=@Congress seats=[{credential: a3-1, kind: delegate}, {credential: a3-2, kind: delegate}, {credential: a3-a, kind: alternate}, {credential: a3-o1, kind: observer}, {credential: a3-o2, kind: observer}] composition={women: 1, men: 1}
B1/secretary: DelegationElected to=@Congress seats=[{credential: b1-1, kind: delegate}, {credential: b1-2, kind: delegate}, {credential: b1-a, kind: alternate}, {credential: b1-o1, kind: observer}, {credential: b1-o2, kind: observer}] composition={women: 1, men: 1}
B2/secretary: DelegationElected to=@Congress seats=[{credential: b2-1, kind: delegate}, {credential: b2-2, kind: delegate}, {credential: b2-a, kind: alternate}, {credential: b2-o1, kind: observer}, {credential: b2-o2, kind: observer}] composition={women: 1, men: 1}
B3/secretary: DelegationElected to=@Congress seats=[{credential: b3-1, kind: delegate}, {credential: b3-2, kind: delegate}, {credential: b3-a, kind: alternate}, {credential: b3-o1, kind: observer}, {credential: b3-o2, kind: observer}] composition={women: 1, men: 1}
C1/secretary: DelegationElected to=@Congress seats=[{credential: c1-1, kind: delegate}, {credential: c1-2, kind: delegate}, {credential: c1-a, kind: alternate}, {credential: c1-o1, kind: observer}, {credential: c1-o2, kind: observer}] composition={men: 1, nonbinary: 1}
C2/secretary: DelegationElected to=@Congress seats=[{credential: c2-1, kind: delegate}, {credential: c2-2, kind: delegate}, {credential: c2-a, kind: alternate}, {credential: c2-o1, kind: observer}, {credential: c2-o2, kind: observer}] composition={women: 1, men: 1}
C3/secretary: DelegationElected to=@Congress seats=[{credential: c3-1, kind: delegate}, {credential: c3-2, kind: delegate}, {credential: c3-a, kind: alternate}, {credential: c3-o1, kind: observer}, {credential: c3-o2, kind: observer}] composition={women: 1, men: 1}
D1/secretary: DelegationElected to=@Congress seats=[{credential: d1-1, kind: delegate}, {credential: d1-2, kind: delegate}, {credential: d1-a, kind: alternate}, {credential: d1-o1, kind: observer}, {credential: d1-o2, kind: observer}] composition={women: 1, men: 1}
D2/secretary: DelegationElected to=@Congress seats=[{credential: d2-1, kind: delegate}, {credential: d2-2, kind: delegate}, {credential: d2-a, kind: alternate}, {credential: d2-o1, kind: observer}, {credential: d2-o2, kind: observer}] composition={women: 1, men: 1}
D3/secretary: DelegationElected to=@Congress seats=[{credential: d3-1, kind: delegate}, {credential: d3-2, kind: delegate}, {credential: d3-a, kind: alternate}, {credential: d3-o1, kind: observer}, {credential: d3-o2, kind: observer}] composition={women: 1, men: 1}
expect credentials Congress levy = valid 10, awaited 1, not_quorate 1
expect credential Congress levy D1 = awaited
expect credential Congress levy B2 = not_quorate

say Step 3. Congress, day 1.
at 2027-06-04 10:00
D1/secretary: MeetingCalled meeting=mandates on=2027-06-11
C3/secretary: MeetingCalled meeting=june on=2027-06-12
at 2027-06-11 19:00
D1/secretary: AttendanceStated meeting=mandates present=120
expect meeting D1 mandates = 120 of 64, quorate
D1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=mandates about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
D1/secretary: TallyReported voting=mandate-levy counts={yes: 95, no: 25} tellers=[teller-1, teller-2]
D1/secretary: VotingClosed voting=mandate-levy
expect outcome D1 mandate-levy = adopted
at 2027-06-12 10:00
Congress/chair: AttendanceStated meeting=congress present=12
expect meeting Congress congress = 12 of 0, quorate
at 2027-06-12 10:30
D1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=strict voting=mandate-levy channel=sms confirmed=true
expect mandate Congress levy D1 = strict yes 10
expect credentials Congress levy = valid 11, not_quorate 1
expect composition Congress women = 11/24
consider A1/secretary: AlternateSeated to=@Congress alternate=a1-a instead_of=a1-1 composition={men: 1, nonbinary: 1}
expect warning = none
A1/secretary: AlternateSeated to=@Congress alternate=a1-a instead_of=a1-1 composition={men: 1, nonbinary: 1}
expect composition Congress women = 10/24
consider B1/secretary: AlternateSeated to=@Congress alternate=b1-a instead_of=b1-1 composition={men: 1, nonbinary: 1}
expect warning = women 9/24
expect composition Congress women = 10/24
expect seat Congress B1 b1-1 = seated

say Step 4. An amendment from A1, accepted by D2, makes version 2.
at 2027-06-12 11:00
A1/secretary: AmendmentPut to=@Congress proposal=levy amendment=cap version=1 touches=[cap] \
    texts={en: $text("Each body pays 2 % of its income, at most 500 a year, into a common solidarity fund.")}
D2/secretary: AmendmentAccepted to=@Congress proposal=levy amendment=cap
expect versions Congress levy = 2
expect credentials Congress levy 2 = valid 8, silent 3, not_quorate 1
expect credential Congress levy 2 D1 = silent
expect credential Congress levy 2 D3 = silent
expect credential Congress levy 2 C2 = silent
at 2027-06-12 14:00
Congress/translator: TranslationReady proposal=levy version=2 language=es text=$text("Cada cuerpo aporta el 2 % de sus ingresos, hasta 500 al año, a un fondo común de solidaridad.")
Congress/translator: TranslationReady proposal=levy version=2 language=fr text=$text("Chaque organisme verse 2 % de ses revenus, au plus 500 par an, à un fonds commun de solidarité.")
Congress/chair: VotingOpened voting=levy-congress matter=constitution proposal=levy version=2 meeting=congress
expect refused = TranslationMissing
at 2027-06-12 15:00
Congress/translator: TranslationReady proposal=levy version=2 language=zap text=$audio("zap recording of version 2")
expect translation Congress levy 2 zap audio = ready

say Step 5. C3 recalls its delegate in the middle of the session.
at 2027-06-12 15:05
C3/secretary: AttendanceStated meeting=june present=18
expect meeting C3 june = 18 of 15, quorate
C3/secretary: VotingOpened voting=recall-c3-1 matter=recall meeting=june about={act: SeatRecalled, to: @Congress, credential: c3-1}
C3/secretary: TallyReported voting=recall-c3-1 counts={yes: 12, no: 4} tellers=[teller-1, teller-2]
at 2027-06-12 15:10
C3/secretary: VotingClosed voting=recall-c3-1
expect condition C3 recall-c3-1 1 = 12/16 is 3/4 met
C3/secretary: SeatRecalled to=@Congress credential=c3-1 voting=recall-c3-1
expect seat Congress C3 c3-1 = recalled
at 2027-06-12 15:22
C3/secretary: AlternateSeated to=@Congress alternate=c3-a instead_of=c3-1 composition={women: 1, men: 1}
expect seat Congress C3 c3-a = seated
at 2027-06-12 15:40
Congress/chair: VotingOpened voting=levy-congress matter=constitution proposal=levy version=2 meeting=congress
expect electorate Congress levy-congress = 12 bodies, 62
at 2027-06-12 15:42
Congress: CouncilVoteCast voting=levy-congress sender=@C3 credential=c3-1 votes={yes: 3} reason="sent at 15:00, before the recall"
expect refused = SeatWasRecalled
expect cast Congress levy-congress C3 = none
Congress: CouncilVoteCast voting=levy-congress sender=@C3 credential=c3-a votes={no: 3} reason="the cap does not touch our red line"

say Step 6. The vote on version 2.
Congress: CouncilVoteCast voting=levy-congress sender=@A1 credential=a1-a votes={yes: 9}
expect refused = ReasonNeeded
Congress: CouncilVoteCast voting=levy-congress sender=@A1 credential=a1-a votes={yes: 9} reason="the cap keeps to our mandate"
Congress: CouncilVoteCast voting=levy-congress sender=@A2 credential=a2-1 votes={yes: 3} reason="the cap keeps to our mandate"
Congress: CouncilVoteCast voting=levy-congress sender=@A3 credential=a3-1 votes={yes: 4, no: 2} reason="the cap keeps to our mandate"
Congress: CouncilVoteCast voting=levy-congress sender=@B1 credential=b1-1 votes={yes: 10} reason="the cap keeps to our mandate"
Congress: CouncilVoteCast voting=levy-congress sender=@B3 credential=b3-1 votes={no: 4} reason="the cap keeps to our mandate"
Congress: CouncilVoteCast voting=levy-congress sender=@C1 credential=c1-1 votes={yes: 6} reason="the cap keeps to our mandate"
Congress: CouncilVoteCast voting=levy-congress sender=@D2 credential=d2-1 votes={yes: 4} reason="the cap keeps to our mandate"
Congress: CouncilVoteCast voting=levy-congress sender=@D1 credential=d1-1 votes={yes: 10} reason="we like it"
expect refused = MandateIsSilent
Congress: CouncilVoteCast voting=levy-congress sender=@B2 credential=b2-1 votes={yes: 2}
expect refused = NoMandate
Congress: CouncilVoteCast voting=levy-congress sender=@D1 credential=d1-1 votes={abstain: 10}
Congress: CouncilVoteCast voting=levy-congress sender=@D3 credential=d3-1 votes={abstain: 3}
Congress: CouncilVoteCast voting=levy-congress sender=@C2 credential=c2-1 votes={abstain: 2}
at 2027-06-12 16:10
Congress/chair: VotingClosed voting=levy-congress
Congress/chair: ItemReferredBack voting=levy-congress body=@D1
Congress/chair: ItemReferredBack voting=levy-congress body=@D3
Congress/chair: ItemReferredBack voting=levy-congress body=@C2
expect cast Congress levy-congress A1 = yes 9
expect cast Congress levy-congress A2 = yes 3
expect cast Congress levy-congress A3 = yes 4, no 2
expect cast Congress levy-congress B1 = yes 10
expect cast Congress levy-congress B2 = none
expect cast Congress levy-congress B3 = no 4
expect cast Congress levy-congress C1 = yes 6
expect cast Congress levy-congress C2 = abstain 2
expect cast Congress levy-congress C3 = no 3
expect cast Congress levy-congress D1 = abstain 10
expect cast Congress levy-congress D2 = yes 4
expect cast Congress levy-congress D3 = abstain 3
expect referred-back Congress levy = c2 d1 d3
expect quorum Congress levy-congress 1 = 8/12 is 2/3 met
expect figure Congress levy-congress votes/yes = 36
expect figure Congress levy-congress votes/no = 9
expect figure Congress levy-congress votes/abstain = 15
expect figure Congress levy-congress bodies/yes = 6
expect figure Congress levy-congress bodies/no = 2
expect figure Congress levy-congress bodies/abstain = 3
expect condition Congress levy-congress 1 = 6/8 is 3/4 met
expect condition Congress levy-congress 2 = 36/45 is 4/5 met
expect outcome Congress levy-congress = adopted
expect standing Congress levy-congress = provisional

say Step 7. C2 leaves before the referendum's roll opens.
at 2027-06-14 10:00
C2/secretary: MeetingCalled meeting=leaving on=2027-06-20
at 2027-06-20 18:00
C2/secretary: AttendanceStated meeting=leaving present=26
expect meeting C2 leaving = 26 of 12, quorate
C2/secretary: VotingOpened voting=leave matter=leaving meeting=leaving about={act: BodyLeft, to: @Congress}
C2/secretary: TallyReported voting=leave counts={yes: 20, no: 6} tellers=[teller-1, teller-2]
C2/secretary: VotingClosed voting=leave
expect outcome C2 leave = adopted
C2/secretary: BodyLeft to=@Congress effective=2027-07-01 voting=leave
at 2027-07-05 12:00
expect cast Congress levy-congress C2 = abstain 2
Congress/chair: VotingOpened voting=levy-referendum matter=constitution stage=2 proposal=levy version=2
expect electorate Congress levy-referendum = 11 bodies, 1488
expect bodies Congress = 11
C2/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 1, no: 0} tellers=[teller-1, teller-2]
expect refused = NotAMember

say Step 8. Totals received by the close (yes, no, blank).
at 2027-07-19 10:00
A1/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 88, no: 31, blank: 4} tellers=[teller-1, teller-2]
A2/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 30, no: 9, blank: 1} tellers=[teller-1, teller-2]
A3/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 41, no: 38, blank: 2} tellers=[teller-1, teller-2]
B1/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 97, no: 44, blank: 6} tellers=[teller-1, teller-2]
B2/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 9, no: 7, blank: 0} tellers=[teller-1, teller-2]
B3/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 12, no: 33, blank: 1} tellers=[teller-1, teller-2]
C1/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 35, no: 36, blank: 3} tellers=[teller-1, teller-2]
C3/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 11, no: 26, blank: 0} tellers=[teller-1, teller-2]
D1/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 131, no: 58, blank: 9} tellers=[teller-1, teller-2]
D2/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 29, no: 19, blank: 2} tellers=[teller-1, teller-2]
D3/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 17, no: 11, blank: 0} tellers=[teller-1, teller-2]
at 2027-07-19 12:00
Congress/chair: VotingClosed voting=levy-referendum
expect tally Congress levy-referendum A1 = yes 88, no 31, blank 4
expect tally Congress levy-referendum A2 = yes 30, no 9, blank 1
expect tally Congress levy-referendum A3 = yes 41, no 38, blank 2
expect tally Congress levy-referendum B1 = yes 97, no 44, blank 6
expect tally Congress levy-referendum B2 = yes 9, no 7
expect tally Congress levy-referendum B3 = yes 12, no 33, blank 1
expect tally Congress levy-referendum C1 = yes 35, no 36, blank 3
expect tally Congress levy-referendum C3 = yes 11, no 26
expect tally Congress levy-referendum D1 = yes 131, no 58, blank 9
expect tally Congress levy-referendum D2 = yes 29, no 19, blank 2
expect tally Congress levy-referendum D3 = yes 17, no 11
expect figure Congress levy-referendum members/cast = 840
expect figure Congress levy-referendum members/entitled = 1488
expect quorum Congress levy-referendum 1 = 840/1488 is 35/62 met
expect condition Congress levy-referendum 1 = 500/812 is 125/203 met
expect condition Congress levy-referendum 2 = 8/11 is 8/11 unmet
expect outcome Congress levy-referendum = not_adopted
expect standing Congress levy-referendum = provisional

say Step 9. Six sealed ballots of C1 arrive two days later, within the grace.
at 2027-07-21 12:00
C1/secretary: TallyReported to=@Congress voting=levy-referendum counts={yes: 5, no: 1} tellers=[teller-1, teller-2] sealed=$at("2027-07-19 11:00")
Congress/chair: LateTallyAccepted voting=levy-referendum body=@C1 report=$entry("C1/TallyReported")
expect tally Congress levy-referendum C1 = yes 40, no 37, blank 3
expect figure Congress levy-referendum members/cast = 846
expect condition Congress levy-referendum 1 = 505/818 is 505/818 met
expect condition Congress levy-referendum 2 = 9/11 is 9/11 met
expect outcome Congress levy-referendum = adopted
expect standing Congress levy-referendum = provisional
Congress/chair: OutcomeCertified voting=levy-referendum
expect refused = NotYetOver

say Step 10. D3 contests D1's count; one counter each of D2 and A2 counts again.
at 2027-07-24 12:00
D3/secretary: OutcomeContested to=@Congress voting=levy-referendum body=@D1 reason="a box was sorted by two people only"
expect standing Congress levy-referendum = contested
at 2027-07-26 12:00
Congress/chair: RecountReported voting=levy-referendum body=@D1 counts={yes: 113, no: 76, blank: 9} counters=[@D2, @D1]
expect refused = WrongCounters
Congress/chair: RecountReported voting=levy-referendum body=@D1 counts={yes: 113, no: 76, blank: 9} counters=[@D2, @A2]
expect standing Congress levy-referendum = recounted
expect tally Congress levy-referendum D1 = yes 113, no 76, blank 9
expect condition Congress levy-referendum 1 = 487/818 is 487/818 unmet
expect condition Congress levy-referendum 2 = 9/11 is 9/11 met
at 2027-07-30 12:00
Congress/chair: OutcomeCertified voting=levy-referendum
expect outcome Congress levy-referendum = not_adopted
expect standing Congress levy-referendum = certified
expect history Congress levy-referendum = provisional not_adopted, provisional adopted, recounted not_adopted, certified not_adopted
expect proposal Congress levy = lost
expect review Congress levy = 2028-01-26
Congress/chair: DecisionInForce voting=levy-referendum on=2027-08-01
expect refused = NotAdopted
expect records = sound
