# The worked example: twelve assemblies in four regions, their regional councils and their congress.
#
# Everything in it is made up. It ends in the middle of things, on a day when the congress sits, so that every
# page of a node that has played it has something true on it. `symbiosis up --example` plays it with all its
# dates moved by the same number of days, so that its last day is today (or yesterday, early in the morning).
story The worked example: a confederation in the middle of its year
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

[matters.mandate]
title = "Mandate our delegation on an item"
[[matters.mandate.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.proposing]
title = "Put a proposal to the congress"
[[matters.proposing.stages]]
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

charter kiln-street {
charter = 1
name = "Kiln Street"
timezone = "America/Mexico_City"
languages = ["en", "es"]

[roles.secretary]
title = "Secretary of the assembly"
powers = ["*"]

[roles.facilitator]
title = "Facilitator of meetings"
powers = ["MeetingCalled", "AttendanceStated", "ProposalPut", "VersionFrozen", "VotingOpened", "VotingClosed"]

[roles.teller]
title = "Teller"
powers = ["TallyReported"]

[roles.translator]
title = "Translators' circle"
powers = ["TranslationReady"]

[roles.commission]
title = "Election commission"
duties = "Makes the credentials of secret votes and hands them out in envelopes"

[roles.key-holder]
title = "Key holder"
powers = ["BallotsShuffled", "BallotsDecrypted"]

[meetings]
notice_days = 5
quorum = [{ share = "1/5", minimum = 12 }, { call = 2, share = "1/5", minimum = 12, after_days = 8 }]

[decisions]
CharterChanged = "charter"
SeatRecalled = "recall"
RoleRecalled = "recall-office"
BodyLeft = "leaving"
WaiverGiven = "waiver"

# Members vote on a mandate for a week, each openly, on paper slips with their token or from a phone.
[matters.mandate]
title = "Mandate our delegation on an item"
[[matters.mandate.stages]]
electorate = "members"
secrecy = "open"
open_days = 7
quorum = [{ counts = "cast", needs = "at_least", share = "1/5", of = "entitled" }]
conditions = [{ needs = "more_than", share = "1/2" }]

# What touches everybody at home is voted closed: how each one voted is nobody's business.
[matters.common-life]
title = "Our common life"
seconds = 12
review_days = 90
[[matters.common-life.stages]]
electorate = "members"
secrecy = "closed"
open_days = 7
contest_days = 3
quorum = [{ counts = "cast", needs = "at_least", share = "1/5", of = "entitled" }]
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.spending]
title = "Spend from the common purse"
[[matters.spending.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.charter]
title = "Change our charter"
[[matters.charter.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "at_least", share = "2/3" }]

[matters.recall]
title = "Recall a delegate"
[[matters.recall.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.recall-office]
title = "Recall an office"
petition = { share = "1/10" }
[[matters.recall-office.stages]]
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

[matters.leaving]
title = "Leave a confederation"
[[matters.leaving.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "at_least", share = "2/3" }]

[matters.members-demand]
title = "A vote that members demand"
petition = { share = "1/10" }
[[matters.members-demand.stages]]
electorate = "members"
secrecy = "hands"
in_meeting = true
conditions = [{ needs = "more_than", share = "1/2" }]

[matters.courtyard-money]
title = "What the courtyard's money goes to"
[[matters.courtyard-money.stages]]
electorate = "members"
secrecy = "open"
method = "equal-shares-budget"
ties = ["earlier_round"]

# Who speaks for everybody, and what could set neighbours against each other, is voted in secret.
[matters.speakers]
title = "Who speaks for us at the owners' table"
[[matters.speakers.stages]]
electorate = "members"
secrecy = "secret"
open_days = 7
method = "schulze"
ties = ["earlier_round"]
ballots = { authority = "commission", trustees = "key-holder", number = 3, threshold = 2 }

[matters.mediators]
title = "Who mediates when neighbours quarrel"
[[matters.mediators.stages]]
electorate = "members"
secrecy = "secret"
open_days = 7
method = "approval"
seats = 2
ballots = { authority = "commission", trustees = "key-holder", number = 3, threshold = 2 }

[matters.rent-strike]
title = "Whether we withhold the rent"
[[matters.rent-strike.stages]]
electorate = "members"
secrecy = "secret"
open_days = 7
quorum = [{ counts = "cast", needs = "at_least", share = "1/2", of = "entitled" }]
conditions = [{ needs = "at_least", share = "2/3" }]
ballots = { authority = "commission", trustees = "key-holder", number = 3, threshold = 2 }

[matters.priorities]
title = "What the working days go to first"
[[matters.priorities.stages]]
electorate = "members"
secrecy = "open"
open_days = 7
contest_days = 3
method = "schulze"
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

[matters.programme]
title = "Common programme"
seconds = 2
freeze_days = 60
review_days = 180

[matters.programme.translations]
required = [["en", "text"], ["es", "text"], ["fr", "text"], ["zap", "audio"]]
days_before = 45
on_change = [["es", "text"], ["fr", "text"], ["zap", "audio"]]
waiver = "4/5"

[[matters.programme.stages]]
electorate = "delegations"
in_meeting = true
needs_mandate = true
quorum = [{ counts = "with_mandate", needs = "at_least", share = "2/3", of = "all", counted_in = "bodies" }]
conditions = [{ needs = "more_than", share = "1/2", counted_in = "bodies" }]
}

charter regional-council {
charter = 1
name = "Regional council"
timezone = "America/Mexico_City"
languages = ["en"]

[roles.facilitator]
title = "Facilitator of the council"
powers = ["*"]

[meetings]
notice_days = 0
quorum = [{ share = "2/3" }]

[bodies]
admission = "open"

[bodies.delegations]
delegates = 1
alternates = 1

# Consensus; without it, after one recorded attempt to answer the concerns, at least 2/3 of those not aside.
[matters.urgent]
title = "Urgent item"
[[matters.urgent.stages]]
electorate = "delegations"
method = "consensus"
in_meeting = true
block_grounds = ["ethical", "safety"]
stand_aside_limit = 1
[[matters.urgent.stages]]
electorate = "delegations"
in_meeting = true
after = "no_consensus"
attempts = 1
conditions = [{ needs = "at_least", share = "2/3", of = "cast-stand_aside", counted_in = "bodies" }]
late_grace_hours = 24
}


say Twelve assemblies, four regional councils, one congress.
at 2026-08-03 09:00
found Congress charter=congress book=true
found RegionA charter=regional-council name="Council of the Harbor region" languages=[en]
found RegionB charter=regional-council name="Council of the Delta region" languages=[en]
found RegionC charter=regional-council name="Conseil de la vallée du Rail" languages=[fr, en]
found RegionD charter=regional-council name="Consejo Regional del Istmo" languages=[es]
found A1 charter=assembly name="Cedar Hill" languages=[en]
found A2 charter=assembly name="Tideflat" languages=[en]
found A3 charter=kiln-street book=true
found B1 charter=assembly name="Magnolia" languages=[en]
found B2 charter=assembly name="Little Fork" languages=[en]
found B3 charter=assembly name="Bayou Commons" languages=[en, es, vi]
found C1 charter=assembly name="Parc-du-Rail" languages=[fr, en]
found C2 charter=assembly name="Basse-Rive" languages=[fr]
found C3 charter=assembly name="Stone Bridge" languages=[en]
found D1 charter=assembly name="Viento del Istmo" languages=[es]
found D2 charter=assembly name="Barrio Jacaranda" languages=[es]
found D3 charter=assembly name="Cooperativa Maíz" languages=[es]

say The people of Kiln Street, each under a token of its own, and who serves in what role.
A3/secretary: MemberAdmitted token=$person(rosa-m)
A3/secretary: MemberAdmitted token=$person(amal-m)
A3/secretary: MemberAdmitted token=$person(bruno-m)
A3/secretary: MemberAdmitted token=$person(chidi-m)
A3/secretary: MemberAdmitted token=$person(dana-m)
A3/secretary: MemberAdmitted token=$person(elif-m)
A3/secretary: MemberAdmitted token=$person(farid-m)
A3/secretary: MemberAdmitted token=$person(greta-m)
A3/secretary: MemberAdmitted token=$person(hassan-m)
A3/secretary: MemberAdmitted token=$person(ines-m)
A3/secretary: MemberAdmitted token=$person(jonas-m)
A3/secretary: MemberAdmitted token=$person(kemi-m)
A3/secretary: MemberAdmitted token=$person(lucia-m)
A3/secretary: MemberAdmitted token=$person(marek-m)
A3/secretary: MemberAdmitted token=$person(nadia-m)
A3/secretary: MemberAdmitted token=$person(omar-m)
A3/secretary: MemberAdmitted token=$person(pilar-m)
A3/secretary: MemberAdmitted token=$person(quentin-m)
A3/secretary: MemberAdmitted token=$person(ruth-m)
A3/secretary: MemberAdmitted token=$person(samira-m)
A3/secretary: MemberAdmitted token=$person(tomas-m)
A3/secretary: MemberAdmitted token=$person(uma-m)
A3/secretary: MemberAdmitted token=$person(viktor-m)
A3/secretary: MemberAdmitted token=$person(wanda-m)
A3/secretary: MemberAdmitted token=$person(ximena-m)
A3/secretary: MemberAdmitted token=$person(yusuf-m)
A3/secretary: MemberAdmitted token=$person(zoe-m)
A3/secretary: MemberAdmitted token=$person(anton-m)
A3/secretary: MemberAdmitted token=$person(beatriz-m)
A3/secretary: MemberAdmitted token=$person(celine-m)
A3/secretary: MemberAdmitted token=$person(diego-m)
A3/secretary: MemberAdmitted token=$person(esther-m)
A3/secretary: MemberAdmitted token=$person(fatou-m)
A3/secretary: MemberAdmitted token=$person(gabriel-m)
A3/secretary: MemberAdmitted token=$person(hana-m)
A3/secretary: MemberAdmitted token=$person(ivan-m)
A3/secretary: MemberAdmitted token=$person(jamila-m)
A3/secretary: MemberAdmitted token=$person(rosa-c)
A3/secretary: MemberAdmitted token=$person(amal-c)
A3/secretary: MemberAdmitted token=$person(bruno-c)
A3/secretary: MemberAdmitted token=$person(chidi-c)
A3/secretary: MemberAdmitted token=$person(dana-c)
A3/secretary: MemberAdmitted token=$person(elif-c)
A3/secretary: MemberAdmitted token=$person(farid-c)
A3/secretary: MemberAdmitted token=$person(greta-c)
A3/secretary: MemberAdmitted token=$person(hassan-c)
A3/secretary: MemberAdmitted token=$person(ines-c)
A3/secretary: MemberAdmitted token=$person(jonas-c)
A3/secretary: MemberAdmitted token=$person(kemi-c)
A3/secretary: MemberAdmitted token=$person(lucia-c)
A3/secretary: MemberAdmitted token=$person(marek-c)
A3/secretary: MemberAdmitted token=$person(nadia-c)
A3/secretary: MemberAdmitted token=$person(omar-c)
A3/secretary: MemberAdmitted token=$person(pilar-c)
A3/secretary: MemberAdmitted token=$person(quentin-c)
A3/secretary: MemberAdmitted token=$person(ruth-c)
A3/secretary: MemberAdmitted token=$person(samira-c)
A3/secretary: MemberAdmitted token=$person(tomas-c)
A3/secretary: MemberAdmitted token=$person(uma-c)
A3/secretary: MemberAdmitted token=$person(viktor-c)
A3/secretary: MemberAdmitted token=$person(wanda-c)
A3/secretary: MemberAdmitted token=$person(ximena-c)
A3/secretary: MemberAdmitted token=$person(yusuf-c)
A3/secretary: MemberAdmitted token=$person(zoe-c)
A3/secretary: MemberAdmitted token=$person(anton-c)
A3/secretary: MemberAdmitted token=$person(beatriz-c)
A3/secretary: MemberAdmitted token=$person(celine-c)
A3/secretary: MemberAdmitted token=$person(diego-c)
A3/secretary: MemberAdmitted token=$person(esther-c)
A3/secretary: MemberAdmitted token=$person(fatou-c)
A3/secretary: MemberAdmitted token=$person(gabriel-c)
A3/secretary: MemberAdmitted token=$person(hana-c)
A3/secretary: MemberAdmitted token=$person(ivan-c)
A3/secretary: MemberAdmitted token=$person(jamila-c)
A3/secretary: MemberAdmitted token=$person(rosa-k)
A3/secretary: MemberAdmitted token=$person(amal-k)
A3/secretary: MemberAdmitted token=$person(bruno-k)
A3/secretary: MemberAdmitted token=$person(chidi-k)
A3/secretary: MemberAdmitted token=$person(dana-k)
A3/secretary: MemberAdmitted token=$person(elif-k)
A3/secretary: MemberAdmitted token=$person(farid-k)
A3/secretary: MemberAdmitted token=$person(greta-k)
A3/secretary: MemberAdmitted token=$person(hassan-k)
A3/secretary: MemberAdmitted token=$person(ines-k)
A3/secretary: MemberAdmitted token=$person(jonas-k)
A3/secretary: MemberAdmitted token=$person(kemi-k)
A3/secretary: MemberAdmitted token=$person(lucia-k)
A3/secretary: MemberAdmitted token=$person(marek-k)
A3/secretary: MemberAdmitted token=$person(nadia-k)
A3/secretary: MemberAdmitted token=$person(omar-k)
A3/secretary: MemberAdmitted token=$person(pilar-k)
A3/secretary: MemberAdmitted token=$person(quentin-k)
A3/secretary: MemberAdmitted token=$person(ruth-k)
A3/secretary: MemberAdmitted token=$person(samira-k)
A3/secretary: MemberAdmitted token=$person(tomas-k)
A3/secretary: MemberAdmitted token=$person(uma-k)
A3/secretary: MemberAdmitted token=$person(viktor-k)
A3/secretary: MemberAdmitted token=$person(wanda-k)
A3/secretary: MemberAdmitted token=$person(ximena-k)
A3/secretary: MemberAdmitted token=$person(yusuf-k)
A3/secretary: MemberAdmitted token=$person(zoe-k)
A3/secretary: MemberAdmitted token=$person(anton-k)
A3/secretary: MemberAdmitted token=$person(beatriz-k)
A3/secretary: MemberAdmitted token=$person(celine-k)
A3/secretary: MemberAdmitted token=$person(diego-k)
A3/secretary: MemberAdmitted token=$person(esther-k)
A3/secretary: MemberAdmitted token=$person(fatou-k)
A3/secretary: MemberAdmitted token=$person(gabriel-k)
A3/secretary: MemberAdmitted token=$person(hana-k)
A3/secretary: MemberAdmitted token=$person(ivan-k)
A3/secretary: MemberAdmitted token=$person(jamila-k)
A3/secretary: MemberAdmitted token=$person(rosa-t)
A3/secretary: MemberAdmitted token=$person(amal-t)
A3/secretary: MemberAdmitted token=$person(bruno-t)
A3/secretary: MemberAdmitted token=$person(chidi-t)
A3/secretary: MemberAdmitted token=$person(dana-t)
A3/secretary: MemberAdmitted token=$person(elif-t)
A3/secretary: MemberAdmitted token=$person(farid-t)
A3/secretary: MemberAdmitted token=$person(greta-t)
A3/secretary: MemberAdmitted token=$person(hassan-t)
A3/secretary: MemberAdmitted token=$person(ines-t)
A3/secretary: MemberAdmitted token=$person(jonas-t)
A3/secretary: MemberAdmitted token=$person(kemi-t)
A3/secretary: MemberAdmitted token=$person(lucia-t)
A3/secretary: MemberAdmitted token=$person(marek-t)
A3/secretary: MemberAdmitted token=$person(nadia-t)
A3/secretary: MemberAdmitted token=$person(omar-t)
A3/secretary: MemberAdmitted token=$person(pilar-t)
A3/secretary: MemberAdmitted token=$person(quentin-t)
A3/secretary: MemberAdmitted token=$person(ruth-t)
A3/secretary: MemberAdmitted token=$person(samira-t)
A3/secretary: MemberAdmitted token=$person(tomas-t)
A3/secretary: MemberAdmitted token=$person(uma-t)
A3/secretary: MemberAdmitted token=$person(viktor-t)
A3/secretary: MemberAdmitted token=$person(wanda-t)
A3/secretary: MemberAdmitted token=$person(ximena-t)
A3/secretary: MemberAdmitted token=$person(yusuf-t)
A3/secretary: MemberAdmitted token=$person(zoe-t)
A3/secretary: MemberAdmitted token=$person(anton-t)
A3/secretary: MemberAdmitted token=$person(beatriz-t)
A3/secretary: MemberAdmitted token=$person(celine-t)
A3/secretary: MemberAdmitted token=$person(diego-t)
A3/secretary: MemberAdmitted token=$person(esther-t)
A3/secretary: MemberAdmitted token=$person(fatou-t)
A3/secretary: MemberAdmitted token=$person(gabriel-t)
A3/secretary: MemberAdmitted token=$person(hana-t)
A3/secretary: MemberAdmitted token=$person(ivan-t)
A3/secretary: MemberAdmitted token=$person(jamila-t)
A3/secretary: RoleGiven token=$person(ines-m) role=secretary
A3/secretary: RoleGiven token=$person(bruno-m) role=facilitator
A3/secretary: RoleGiven token=$person(greta-m) role=teller
A3/secretary: RoleGiven token=$person(omar-m) role=teller
A3/secretary: RoleGiven token=$person(lucia-m) role=translator
A3/secretary: RoleGiven token=$person(farid-m) role=commission
A3/secretary: RoleGiven token=$person(hassan-m) role=key-holder
A3/secretary: RoleGiven token=$person(nadia-m) role=key-holder
A3/secretary: RoleGiven token=$person(marek-m) role=key-holder

say The congress keeps a book for the people who serve it.
Congress/chair: MemberAdmitted token=$person(amal-h)
Congress/chair: RoleGiven token=$person(amal-h) role=chair
Congress/chair: MemberAdmitted token=$person(tomas-r)
Congress/chair: RoleGiven token=$person(tomas-r) role=chair
Congress/chair: MemberAdmitted token=$person(celine-d)
Congress/chair: RoleGiven token=$person(celine-d) role=translator
Congress/chair: MemberAdmitted token=$person(xunaxi-l)
Congress/chair: RoleGiven token=$person(xunaxi-l) role=translator

say The assemblies join the congress and the council of their region, and elect who goes there.
A1/secretary: RollCounted members=212
A1/secretary: BodyJoined to=@Congress code=a1 members=212 languages=[en] region=A
A1/secretary: BodyJoined to=@RegionA code=a1 members=212 languages=[en] region=A
A2/secretary: RollCounted members=64
A2/secretary: BodyJoined to=@Congress code=a2 members=64 languages=[en] region=A
A2/secretary: BodyJoined to=@RegionA code=a2 members=64 languages=[en] region=A
A3/secretary: RollCounted
A3/secretary: BodyJoined to=@Congress code=a3 members=148 languages=[en, es] region=A
A3/secretary: BodyJoined to=@RegionA code=a3 members=148 languages=[en, es] region=A
B1/secretary: RollCounted members=260
B1/secretary: BodyJoined to=@Congress code=b1 members=260 languages=[en] region=B
B1/secretary: BodyJoined to=@RegionB code=b1 members=260 languages=[en] region=B
B2/secretary: RollCounted members=41
B2/secretary: BodyJoined to=@Congress code=b2 members=41 languages=[en] region=B
B2/secretary: BodyJoined to=@RegionB code=b2 members=41 languages=[en] region=B
B3/secretary: RollCounted members=87
B3/secretary: BodyJoined to=@Congress code=b3 members=87 languages=[en, es, vi] region=B
B3/secretary: BodyJoined to=@RegionB code=b3 members=87 languages=[en, es, vi] region=B
C1/secretary: RollCounted members=133
C1/secretary: BodyJoined to=@Congress code=c1 members=133 languages=[fr, en] region=C
C1/secretary: BodyJoined to=@RegionC code=c1 members=133 languages=[fr, en] region=C
C2/secretary: RollCounted members=38
C2/secretary: BodyJoined to=@Congress code=c2 members=38 languages=[fr] region=C
C2/secretary: BodyJoined to=@RegionC code=c2 members=38 languages=[fr] region=C
C3/secretary: RollCounted members=75
C3/secretary: BodyJoined to=@Congress code=c3 members=75 languages=[en] region=C
C3/secretary: BodyJoined to=@RegionC code=c3 members=75 languages=[en] region=C
D1/secretary: RollCounted members=318
D1/secretary: BodyJoined to=@Congress code=d1 members=318 languages=[es] audio=[zap, mxp] region=D
D1/secretary: BodyJoined to=@RegionD code=d1 members=318 languages=[es] audio=[zap, mxp] region=D
D2/secretary: RollCounted members=96
D2/secretary: BodyJoined to=@Congress code=d2 members=96 languages=[es] region=D
D2/secretary: BodyJoined to=@RegionD code=d2 members=96 languages=[es] region=D
D3/secretary: RollCounted members=54
D3/secretary: BodyJoined to=@Congress code=d3 members=54 languages=[es] region=D
D3/secretary: BodyJoined to=@RegionD code=d3 members=54 languages=[es] region=D
expect bodies Congress = 12
expect all-votes Congress = 62
expect members A3 = 148
at 2026-08-22 11:00
A1/secretary: DelegationElected to=@Congress seats=[{credential: a1-1, kind: delegate}, {credential: a1-2, kind: delegate}, {credential: a1-a, kind: alternate}, {credential: a1-o1, kind: observer}, {credential: a1-o2, kind: observer}] composition={women: 1, men: 1}
A1/secretary: DelegationElected to=@RegionA seats=[{credential: a1-r, kind: delegate}, {credential: a1-ra, kind: alternate}]
A2/secretary: DelegationElected to=@Congress seats=[{credential: a2-1, kind: delegate}, {credential: a2-2, kind: delegate}, {credential: a2-a, kind: alternate}, {credential: a2-o1, kind: observer}, {credential: a2-o2, kind: observer}] composition={women: 1, men: 1}
A2/secretary: DelegationElected to=@RegionA seats=[{credential: a2-r, kind: delegate}, {credential: a2-ra, kind: alternate}]
A3/secretary: DelegationElected to=@Congress seats=[{credential: a3-1, kind: delegate}, {credential: a3-2, kind: delegate}, {credential: a3-a, kind: alternate}, {credential: a3-o1, kind: observer}, {credential: a3-o2, kind: observer}] composition={women: 1, men: 1}
A3/secretary: DelegationElected to=@RegionA seats=[{credential: a3-r, kind: delegate}, {credential: a3-ra, kind: alternate}]
B1/secretary: DelegationElected to=@Congress seats=[{credential: b1-1, kind: delegate}, {credential: b1-2, kind: delegate}, {credential: b1-a, kind: alternate}, {credential: b1-o1, kind: observer}, {credential: b1-o2, kind: observer}] composition={women: 1, men: 1}
B1/secretary: DelegationElected to=@RegionB seats=[{credential: b1-r, kind: delegate}, {credential: b1-ra, kind: alternate}]
B2/secretary: DelegationElected to=@Congress seats=[{credential: b2-1, kind: delegate}, {credential: b2-2, kind: delegate}, {credential: b2-a, kind: alternate}, {credential: b2-o1, kind: observer}, {credential: b2-o2, kind: observer}] composition={women: 1, men: 1}
B2/secretary: DelegationElected to=@RegionB seats=[{credential: b2-r, kind: delegate}, {credential: b2-ra, kind: alternate}]
B3/secretary: DelegationElected to=@Congress seats=[{credential: b3-1, kind: delegate}, {credential: b3-2, kind: delegate}, {credential: b3-a, kind: alternate}, {credential: b3-o1, kind: observer}, {credential: b3-o2, kind: observer}] composition={women: 1, men: 1}
B3/secretary: DelegationElected to=@RegionB seats=[{credential: b3-r, kind: delegate}, {credential: b3-ra, kind: alternate}]
C1/secretary: DelegationElected to=@Congress seats=[{credential: c1-1, kind: delegate}, {credential: c1-2, kind: delegate}, {credential: c1-a, kind: alternate}, {credential: c1-o1, kind: observer}, {credential: c1-o2, kind: observer}] composition={men: 1, nonbinary: 1}
C1/secretary: DelegationElected to=@RegionC seats=[{credential: c1-r, kind: delegate}, {credential: c1-ra, kind: alternate}]
C2/secretary: DelegationElected to=@Congress seats=[{credential: c2-1, kind: delegate}, {credential: c2-2, kind: delegate}, {credential: c2-a, kind: alternate}, {credential: c2-o1, kind: observer}, {credential: c2-o2, kind: observer}] composition={women: 1, men: 1}
C2/secretary: DelegationElected to=@RegionC seats=[{credential: c2-r, kind: delegate}, {credential: c2-ra, kind: alternate}]
C3/secretary: DelegationElected to=@Congress seats=[{credential: c3-1, kind: delegate}, {credential: c3-2, kind: delegate}, {credential: c3-a, kind: alternate}, {credential: c3-o1, kind: observer}, {credential: c3-o2, kind: observer}] composition={women: 1, men: 1}
C3/secretary: DelegationElected to=@RegionC seats=[{credential: c3-r, kind: delegate}, {credential: c3-ra, kind: alternate}]
D1/secretary: DelegationElected to=@Congress seats=[{credential: d1-1, kind: delegate}, {credential: d1-2, kind: delegate}, {credential: d1-a, kind: alternate}, {credential: d1-o1, kind: observer}, {credential: d1-o2, kind: observer}] composition={women: 1, men: 1}
D1/secretary: DelegationElected to=@RegionD seats=[{credential: d1-r, kind: delegate}, {credential: d1-ra, kind: alternate}]
D2/secretary: DelegationElected to=@Congress seats=[{credential: d2-1, kind: delegate}, {credential: d2-2, kind: delegate}, {credential: d2-a, kind: alternate}, {credential: d2-o1, kind: observer}, {credential: d2-o2, kind: observer}] composition={women: 1, men: 1}
D2/secretary: DelegationElected to=@RegionD seats=[{credential: d2-r, kind: delegate}, {credential: d2-ra, kind: alternate}]
D3/secretary: DelegationElected to=@Congress seats=[{credential: d3-1, kind: delegate}, {credential: d3-2, kind: delegate}, {credential: d3-a, kind: alternate}, {credential: d3-o1, kind: observer}, {credential: d3-o2, kind: observer}] composition={women: 1, men: 1}
D3/secretary: DelegationElected to=@RegionD seats=[{credential: d3-r, kind: delegate}, {credential: d3-ra, kind: alternate}]
expect composition Congress women = 11/24

say Autumn. Tideflat proposes that the common fund pays journeys, care and interpreters; it is seconded and frozen.
at 2026-08-26 10:00
A2/secretary: MeetingCalled meeting=late-summer on=2026-09-02
at 2026-09-02 19:00
A2/secretary: AttendanceStated meeting=late-summer present=29
A2/secretary: VotingOpened voting=propose-travel matter=proposing meeting=late-summer about={act: ProposalPut, proposal: travel}
A2/secretary: TallyReported voting=propose-travel counts={yes: 26, no: 2, abstain: 1} tellers=[teller-1, teller-2]
A2/secretary: VotingClosed voting=propose-travel
A2/secretary: OutcomeCertified voting=propose-travel
A2/secretary: ProposalPut to=@Congress proposal=travel title="Journeys, care and interpreters are paid in common" matter=constitution \
    texts={en: $text("## Who comes should not depend on who can pay\n\n1. The common fund pays the journey of every delegate and alternate to a congress, by the cheapest way that arrives rested.\n2. It pays for the care of children and of other people who depend on a delegate, at home or at the congress, as the delegate chooses.\n3. It pays interpreters for every language in which a body works, in writing or by voice.\n4. Bodies that host a congress are paid in advance and account for it within sixty days.")} voting=propose-travel
at 2026-09-14 18:00
B3/secretary: ProposalSupported to=@Congress proposal=travel
D3/secretary: ProposalSupported to=@Congress proposal=travel
at 2026-09-20 09:00
Congress/chair: MeetingCalled meeting=autumn on=2026-12-05 items=[travel]
at 2026-10-01 09:00
Congress/chair: VersionFrozen proposal=travel version=1 meeting=autumn
at 2026-10-08 12:00
Congress/translator: TranslationReady proposal=travel version=1 language=es text=$text("## Que venir no dependa de poder pagar\n\n1. El fondo común paga el viaje de cada persona delegada o suplente a un congreso, por la vía más barata que permita llegar descansada.\n2. Paga el cuidado de niñas, niños y otras personas que dependan de una delegada, en casa o en el congreso, como ella elija.\n3. Paga intérpretes para cada lengua en que trabaja un cuerpo, por escrito o de viva voz.\n4. Los cuerpos que reciben un congreso cobran por adelantado y rinden cuentas en sesenta días.")
at 2026-10-12 12:00
Congress/translator: TranslationReady proposal=travel version=1 language=fr text=$text("## Que venir ne dépende pas de pouvoir payer\n\n1. Le fonds commun paie le voyage de chaque délégué·e ou suppléant·e à un congrès, par le moyen le moins cher qui permet d’arriver reposé.\n2. Il paie la garde des enfants et des autres personnes à charge, à la maison ou au congrès, au choix de la personne déléguée.\n3. Il paie des interprètes pour chaque langue de travail d’un organisme, à l’écrit ou à l’oral.\n4. Les organismes qui accueillent un congrès sont payés d’avance et rendent compte dans les soixante jours.")
at 2026-10-18 12:00
Congress/translator: TranslationReady proposal=travel version=1 language=zap text=$audio("a recording in Zapotec of the text on journeys, care and interpreters")

say At home on Kiln Street: a common kitchen, put, supported, voted closed, in force, and the single votes destroyed.
# Each supporter is one act in the book; the board learns the number alone.
at 2026-10-19 09:00
A3/facilitator: ProposalPut proposal=kitchen title="A common kitchen in the kiln shed" matter=common-life \
    texts={en: $text("The kiln shed becomes a common kitchen.\n\n- Two evenings a week, cooking in turns, open to everyone on the street.\n- The stove is gas for now; the electric one comes when the wiring is done.\n- 1,200 from the common purse, once."), es: $text("El galpón del horno se vuelve cocina común.\n\n- Dos noches por semana, cocinando por turnos, abierta a toda la calle.\n- La estufa es de gas por ahora; la eléctrica llega cuando esté el cableado.\n- 1 200 de la caja común, una sola vez.")}
A3: SupportGiven proposal=kitchen token=$person(rosa-m)
A3: SupportGiven proposal=kitchen token=$person(amal-m)
A3: SupportGiven proposal=kitchen token=$person(bruno-m)
A3: SupportGiven proposal=kitchen token=$person(chidi-m)
A3: SupportGiven proposal=kitchen token=$person(dana-m)
A3: SupportGiven proposal=kitchen token=$person(elif-m)
A3: SupportGiven proposal=kitchen token=$person(farid-m)
A3: SupportGiven proposal=kitchen token=$person(greta-m)
A3: SupportGiven proposal=kitchen token=$person(hassan-m)
A3: SupportGiven proposal=kitchen token=$person(ines-m)
A3: SupportGiven proposal=kitchen token=$person(jonas-m)
A3: SupportGiven proposal=kitchen token=$person(kemi-m)
A3: SupportGiven proposal=kitchen token=$person(lucia-m)
A3: SupportGiven proposal=kitchen token=$person(marek-m)
A3/secretary: SupportCounted proposal=kitchen
A3/facilitator: VersionFrozen proposal=kitchen version=1
at 2026-10-20 09:00
A3/facilitator: VotingOpened voting=kitchen matter=common-life proposal=kitchen version=1
at 2026-10-25 19:00
closed-vote A3 voting=kitchen person=$person(elif-m) choice=yes
closed-vote A3 voting=kitchen person=$person(farid-m) choice=yes
closed-vote A3 voting=kitchen person=$person(greta-m) choice=yes
closed-vote A3 voting=kitchen person=$person(hassan-m) choice=no
closed-vote A3 voting=kitchen person=$person(ines-m) choice=yes
closed-vote A3 voting=kitchen person=$person(jonas-m) choice=yes
closed-vote A3 voting=kitchen person=$person(kemi-m) choice=abstain
closed-vote A3 voting=kitchen person=$person(lucia-m) choice=yes
closed-vote A3 voting=kitchen person=$person(marek-m) choice=no
closed-vote A3 voting=kitchen person=$person(nadia-m) choice=yes
closed-vote A3 voting=kitchen person=$person(omar-m) choice=yes
closed-vote A3 voting=kitchen person=$person(pilar-m) choice=yes
closed-vote A3 voting=kitchen person=$person(quentin-m) choice=yes
closed-vote A3 voting=kitchen person=$person(ruth-m) choice=no
closed-vote A3 voting=kitchen person=$person(samira-m) choice=yes
closed-vote A3 voting=kitchen person=$person(tomas-m) choice=yes
closed-vote A3 voting=kitchen person=$person(uma-m) choice=yes
closed-vote A3 voting=kitchen person=$person(viktor-m) choice=yes
closed-vote A3 voting=kitchen person=$person(wanda-m) choice=no
closed-vote A3 voting=kitchen person=$person(ximena-m) choice=yes
closed-vote A3 voting=kitchen person=$person(yusuf-m) choice=yes
closed-vote A3 voting=kitchen person=$person(zoe-m) choice=yes
closed-vote A3 voting=kitchen person=$person(anton-m) choice=yes
closed-vote A3 voting=kitchen person=$person(beatriz-m) choice=no
closed-vote A3 voting=kitchen person=$person(celine-m) choice=yes
closed-vote A3 voting=kitchen person=$person(diego-m) choice=yes
closed-vote A3 voting=kitchen person=$person(esther-m) choice=yes
closed-vote A3 voting=kitchen person=$person(fatou-m) choice=yes
closed-vote A3 voting=kitchen person=$person(gabriel-m) choice=no
closed-vote A3 voting=kitchen person=$person(hana-m) choice=yes
closed-vote A3 voting=kitchen person=$person(ivan-m) choice=yes
closed-vote A3 voting=kitchen person=$person(jamila-m) choice=yes
closed-vote A3 voting=kitchen person=$person(rosa-c) choice=yes
closed-vote A3 voting=kitchen person=$person(amal-c) choice=no
closed-vote A3 voting=kitchen person=$person(bruno-c) choice=yes
closed-vote A3 voting=kitchen person=$person(chidi-c) choice=yes
closed-vote A3 voting=kitchen person=$person(dana-c) choice=yes
closed-vote A3 voting=kitchen person=$person(elif-c) choice=yes
closed-vote A3 voting=kitchen person=$person(farid-c) choice=no
closed-vote A3 voting=kitchen person=$person(greta-c) choice=yes
closed-vote A3 voting=kitchen person=$person(hassan-c) choice=abstain
closed-vote A3 voting=kitchen person=$person(ines-c) choice=yes
closed-vote A3 voting=kitchen person=$person(jonas-c) choice=yes
closed-vote A3 voting=kitchen person=$person(kemi-c) choice=no
closed-vote A3 voting=kitchen person=$person(lucia-c) choice=yes
closed-vote A3 voting=kitchen person=$person(marek-c) choice=yes
closed-vote A3 voting=kitchen person=$person(nadia-c) choice=yes
closed-vote A3 voting=kitchen person=$person(omar-c) choice=yes
closed-vote A3 voting=kitchen person=$person(pilar-c) choice=no
closed-vote A3 voting=kitchen person=$person(quentin-c) choice=yes
closed-vote A3 voting=kitchen person=$person(ruth-c) choice=yes
closed-vote A3 voting=kitchen person=$person(samira-c) choice=yes
closed-vote A3 voting=kitchen person=$person(tomas-c) choice=yes
closed-vote A3 voting=kitchen person=$person(uma-c) choice=no
closed-vote A3 voting=kitchen person=$person(viktor-c) choice=yes
closed-vote A3 voting=kitchen person=$person(wanda-c) choice=yes
closed-vote A3 voting=kitchen person=$person(ximena-c) choice=yes
closed-vote A3 voting=kitchen person=$person(yusuf-c) choice=abstain
closed-vote A3 voting=kitchen person=$person(zoe-c) choice=no
closed-vote A3 voting=kitchen person=$person(anton-c) choice=yes
closed-vote A3 voting=kitchen person=$person(beatriz-c) choice=yes
at 2026-10-27 09:00
A3/secretary: VotingClosed voting=kitchen
expect outcome A3 kitchen = adopted
at 2026-10-31 10:00
A3/secretary: OutcomeCertified voting=kitchen
purge A3 voting=kitchen
A3/secretary: DecisionInForce voting=kitchen on=2026-11-02
expect proposal A3 kitchen = adopted

say Mandates for the autumn congress; on Kiln Street each member votes from home for a week.
at 2026-11-01 10:00
A1/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
A2/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
B1/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
B2/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
B3/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
C1/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
C2/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
C3/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
D1/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
D2/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
D3/secretary: MeetingCalled meeting=november on=2026-11-14 items=[travel]
A3/facilitator: VotingOpened voting=mandate-travel matter=mandate about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
A3: VoteCast voting=mandate-travel token=$person(chidi-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(dana-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(elif-m) choice=no
A3: VoteCast voting=mandate-travel token=$person(farid-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(greta-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(hassan-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(ines-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(jonas-m) choice=abstain
A3: VoteCast voting=mandate-travel token=$person(kemi-m) choice=no
A3: VoteCast voting=mandate-travel token=$person(lucia-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(marek-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(nadia-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(omar-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(pilar-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(quentin-m) choice=no
A3: VoteCast voting=mandate-travel token=$person(ruth-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(samira-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(tomas-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(uma-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(viktor-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(wanda-m) choice=no
A3: VoteCast voting=mandate-travel token=$person(ximena-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(yusuf-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(zoe-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(anton-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(beatriz-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(celine-m) choice=no
A3: VoteCast voting=mandate-travel token=$person(diego-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(esther-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(fatou-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(gabriel-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(hana-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(ivan-m) choice=no
A3: VoteCast voting=mandate-travel token=$person(jamila-m) choice=yes
A3: VoteCast voting=mandate-travel token=$person(rosa-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(amal-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(bruno-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(chidi-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(dana-c) choice=no
A3: VoteCast voting=mandate-travel token=$person(elif-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(farid-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(greta-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(hassan-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(ines-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(jonas-c) choice=no
A3: VoteCast voting=mandate-travel token=$person(kemi-c) choice=abstain
A3: VoteCast voting=mandate-travel token=$person(lucia-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(marek-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(nadia-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(omar-c) choice=yes
A3: VoteCast voting=mandate-travel token=$person(pilar-c) choice=no
A3: VoteCast voting=mandate-travel token=$person(quentin-c) choice=yes
at 2026-11-08 18:00
A3/secretary: VotingClosed voting=mandate-travel
A3/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=guided voting=mandate-travel
A3/secretary: OutcomeCertified voting=mandate-travel
expect mandate Congress travel A3 = guided yes 6
at 2026-11-14 18:30
A1/secretary: AttendanceStated meeting=november present=75
A1/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
A1/secretary: TallyReported voting=mandate-travel counts={yes: 61, no: 14} tellers=[teller-1, teller-2]
A1/secretary: VotingClosed voting=mandate-travel
A1/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=guided voting=mandate-travel
A1/secretary: OutcomeCertified voting=mandate-travel
A2/secretary: AttendanceStated meeting=november present=26
A2/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
A2/secretary: TallyReported voting=mandate-travel counts={yes: 25, no: 1} tellers=[teller-1, teller-2]
A2/secretary: VotingClosed voting=mandate-travel
A2/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=free voting=mandate-travel
A2/secretary: OutcomeCertified voting=mandate-travel
B1/secretary: AttendanceStated meeting=november present=80
B1/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
B1/secretary: TallyReported voting=mandate-travel counts={yes: 58, no: 22} tellers=[teller-1, teller-2]
B1/secretary: VotingClosed voting=mandate-travel
B1/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=guided voting=mandate-travel
B1/secretary: OutcomeCertified voting=mandate-travel
B3/secretary: AttendanceStated meeting=november present=39
B3/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
B3/secretary: TallyReported voting=mandate-travel counts={yes: 33, no: 6} tellers=[teller-1, teller-2]
B3/secretary: VotingClosed voting=mandate-travel
B3/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=guided voting=mandate-travel
B3/secretary: OutcomeCertified voting=mandate-travel
C1/secretary: AttendanceStated meeting=november present=41
C1/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
C1/secretary: TallyReported voting=mandate-travel counts={yes: 29, no: 12} tellers=[teller-1, teller-2]
C1/secretary: VotingClosed voting=mandate-travel
C1/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=guided voting=mandate-travel
C1/secretary: OutcomeCertified voting=mandate-travel
C3/secretary: AttendanceStated meeting=november present=26
C3/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
C3/secretary: TallyReported voting=mandate-travel counts={yes: 11, no: 15} tellers=[teller-1, teller-2]
C3/secretary: VotingClosed voting=mandate-travel
C3/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=strict voting=mandate-travel
C3/secretary: OutcomeCertified voting=mandate-travel
D1/secretary: AttendanceStated meeting=november present=120
D1/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
D1/secretary: TallyReported voting=mandate-travel counts={yes: 101, no: 19} tellers=[teller-1, teller-2]
D1/secretary: VotingClosed voting=mandate-travel
D1/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=strict voting=mandate-travel
D1/secretary: OutcomeCertified voting=mandate-travel
D2/secretary: AttendanceStated meeting=november present=44
D2/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
D2/secretary: TallyReported voting=mandate-travel counts={yes: 41, no: 3} tellers=[teller-1, teller-2]
D2/secretary: VotingClosed voting=mandate-travel
D2/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=guided voting=mandate-travel
D2/secretary: OutcomeCertified voting=mandate-travel
D3/secretary: AttendanceStated meeting=november present=26
D3/secretary: VotingOpened voting=mandate-travel matter=mandate meeting=november about={act: MandateGiven, to: @Congress, proposal: travel, version: "1"}
D3/secretary: TallyReported voting=mandate-travel counts={yes: 24, no: 2} tellers=[teller-1, teller-2]
D3/secretary: VotingClosed voting=mandate-travel
D3/secretary: MandateGiven to=@Congress proposal=travel version=1 mode=guided voting=mandate-travel
D3/secretary: OutcomeCertified voting=mandate-travel
B2/secretary: AttendanceStated meeting=november present=8
B2/secretary: NoMandateGiven to=@Congress proposal=travel reason=not_quorate
C2/secretary: AttendanceStated meeting=november present=13
C2/secretary: NoMandateGiven to=@Congress proposal=travel reason=undecided
expect credentials Congress travel = valid 10, not_quorate 1, undecided 1

say The autumn congress passes it; the members of all bodies ratify it; it is certified and in force.
at 2026-12-05 10:00
Congress/chair: AttendanceStated meeting=autumn present=12
at 2026-12-05 15:00
Congress/chair: VotingOpened voting=travel-congress matter=constitution proposal=travel version=1 meeting=autumn
Congress: CouncilVoteCast voting=travel-congress sender=@A1 credential=a1-1 votes={yes: 9}
Congress: CouncilVoteCast voting=travel-congress sender=@A2 credential=a2-1 votes={yes: 3}
Congress: CouncilVoteCast voting=travel-congress sender=@A3 credential=a3-1 votes={yes: 6}
Congress: CouncilVoteCast voting=travel-congress sender=@B1 credential=b1-1 votes={yes: 10}
Congress: CouncilVoteCast voting=travel-congress sender=@B3 credential=b3-1 votes={yes: 4}
Congress: CouncilVoteCast voting=travel-congress sender=@C1 credential=c1-1 votes={yes: 6}
Congress: CouncilVoteCast voting=travel-congress sender=@C3 credential=c3-1 votes={no: 3}
Congress: CouncilVoteCast voting=travel-congress sender=@D1 credential=d1-1 votes={yes: 10}
Congress: CouncilVoteCast voting=travel-congress sender=@D2 credential=d2-1 votes={yes: 4}
Congress: CouncilVoteCast voting=travel-congress sender=@D3 credential=d3-1 votes={yes: 3}
at 2026-12-05 16:00
Congress/chair: VotingClosed voting=travel-congress
Congress/chair: OutcomeCertified voting=travel-congress
expect outcome Congress travel-congress = adopted
expect condition Congress travel-congress 1 = 9/10 is 9/10 met
at 2026-12-12 12:00
Congress/chair: VotingOpened voting=travel-referendum matter=constitution stage=2 proposal=travel version=1
expect electorate Congress travel-referendum = 12 bodies, 1526
at 2026-12-25 18:00
A1/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 84, no: 21, blank: 3} tellers=[teller-1, teller-2]
A2/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 35, no: 4} tellers=[teller-1, teller-2]
A3/teller: TallyReported to=@Congress voting=travel-referendum counts={yes: 66, no: 13, blank: 2} tellers=[teller-1, teller-2]
B1/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 88, no: 47, blank: 5} tellers=[teller-1, teller-2]
B2/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 14, no: 5, blank: 1} tellers=[teller-1, teller-2]
B3/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 41, no: 9, blank: 2} tellers=[teller-1, teller-2]
C1/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 44, no: 31, blank: 4} tellers=[teller-1, teller-2]
C2/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 15, no: 9} tellers=[teller-1, teller-2]
C3/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 16, no: 24, blank: 1} tellers=[teller-1, teller-2]
D1/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 139, no: 33, blank: 6} tellers=[teller-1, teller-2]
D2/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 48, no: 7, blank: 1} tellers=[teller-1, teller-2]
D3/secretary: TallyReported to=@Congress voting=travel-referendum counts={yes: 27, no: 4} tellers=[teller-1, teller-2]
at 2026-12-26 12:30
Congress/chair: VotingClosed voting=travel-referendum
expect quorum Congress travel-referendum 1 = 849/1526 is 849/1526 met
expect condition Congress travel-referendum 1 = 617/824 is 617/824 met
expect condition Congress travel-referendum 2 = 11/12 is 11/12 met
expect standing Congress travel-referendum = provisional
at 2027-01-07 12:00
Congress/chair: OutcomeCertified voting=travel-referendum
at 2027-01-10 10:00
Congress/chair: DecisionInForce voting=travel-referendum on=2027-02-01
expect standing Congress travel-referendum = certified
expect proposal Congress travel = adopted

say Spring. Barrio Jacaranda proposes a solidarity levy; the agenda of the June congress closes.
at 2027-03-05 10:00
D2/secretary: MeetingCalled meeting=march on=2027-03-10
at 2027-03-10 19:00
D2/secretary: AttendanceStated meeting=march present=31
D2/secretary: VotingOpened voting=propose-levy matter=proposing meeting=march about={act: ProposalPut, proposal: levy}
D2/secretary: TallyReported voting=propose-levy counts={yes: 27, no: 3, abstain: 1} tellers=[teller-1, teller-2]
D2/secretary: VotingClosed voting=propose-levy
D2/secretary: OutcomeCertified voting=propose-levy
D2/secretary: ProposalPut to=@Congress proposal=levy title="Cuota de solidaridad: el 2 % de los ingresos de cada cuerpo" matter=constitution \
    texts={es: $text("## Cuota de solidaridad\n\n1. Cada cuerpo aporta el 2 % de sus ingresos a un fondo común de solidaridad.\n2. El fondo responde primero a desalojos, despidos, incendios e inundaciones; después, a cuerpos nuevos en su primer año.\n3. Tres personas de tres regiones distintas, elegidas por sorteo para un año, lo administran y publican cada pago sin nombres.\n4. Un cuerpo que no puede pagar lo dice ante el congreso; nadie pierde su voto por eso.")} voting=propose-levy
at 2027-03-20 10:00
A3/secretary: ProposalSupported to=@Congress proposal=levy
C1/secretary: ProposalSupported to=@Congress proposal=levy
expect seconds Congress levy = a3 c1
at 2027-04-12 09:00
Congress/chair: MeetingCalled meeting=june on=2027-06-12 items=[levy]
Congress/chair: VersionFrozen proposal=levy version=1 meeting=june
at 2027-04-23 12:00
Congress/translator: TranslationReady proposal=levy version=1 language=fr text=$text("## Cotisation de solidarité\n\n1. Chaque organisme verse 2 % de ses revenus à un fonds commun de solidarité.\n2. Le fonds répond d’abord aux expulsions, licenciements, incendies et inondations ; ensuite aux nouveaux organismes pendant leur première année.\n3. Trois personnes de trois régions différentes, tirées au sort pour un an, le gèrent et publient chaque paiement sans noms.\n4. Un organisme qui ne peut pas payer le dit devant le congrès ; personne n’y perd sa voix.")
at 2027-04-26 12:00
Congress/translator: TranslationReady proposal=levy version=1 language=en text=$text("## Solidarity levy\n\n1. Each body pays 2 % of its income into a common solidarity fund.\n2. The fund answers evictions, dismissals, fires and floods first; then new bodies in their first year.\n3. Three people from three different regions, drawn by lot for a year, look after it and publish each payment without names.\n4. A body that cannot pay says so before the congress; nobody loses their vote over it.")
at 2027-04-27 12:00
Congress/translator: TranslationReady proposal=levy version=1 language=zap text=$audio("a recording in Zapotec of the solidarity levy, version 1")
expect translation Congress levy 1 en text = ready

say The assemblies mandate their delegations: strict, guided within red lines, split; one is not quorate, twice.
at 2027-05-02 10:00
B2/secretary: MeetingCalled meeting=may on=2027-05-08 items=[levy]
at 2027-05-08 18:00
B2/secretary: AttendanceStated meeting=may present=9
expect meeting B2 may = 9 of 12, not quorate
B2/secretary: MeetingCalled meeting=may-second on=2027-05-16 call=2 first=may items=[levy]
at 2027-05-10 10:00
A1/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
A2/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
B1/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
B3/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
C1/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
C2/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
C3/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
D1/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
D2/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
D3/secretary: MeetingCalled meeting=may on=2027-05-20 items=[levy]
A3/facilitator: VotingOpened voting=mandate-levy matter=mandate about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
at 2027-05-13 20:00
A3: VoteCast voting=mandate-levy token=$person(jonas-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(kemi-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(lucia-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(marek-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(nadia-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(omar-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(pilar-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(quentin-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(ruth-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(samira-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(tomas-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(uma-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(viktor-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(wanda-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(ximena-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(yusuf-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(zoe-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(anton-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(beatriz-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(celine-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(diego-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(esther-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(fatou-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(gabriel-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(hana-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(ivan-m) choice=no
A3: VoteCast voting=mandate-levy token=$person(jamila-m) choice=yes
A3: VoteCast voting=mandate-levy token=$person(rosa-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(amal-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(bruno-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(chidi-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(dana-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(elif-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(farid-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(greta-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(hassan-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(ines-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(jonas-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(kemi-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(lucia-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(marek-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(nadia-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(omar-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(pilar-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(quentin-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(ruth-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(samira-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(tomas-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(uma-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(viktor-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(wanda-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(ximena-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(yusuf-c) choice=no
A3: VoteCast voting=mandate-levy token=$person(zoe-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(anton-c) choice=yes
A3: VoteCast voting=mandate-levy token=$person(beatriz-c) choice=no
at 2027-05-16 18:00
B2/secretary: AttendanceStated meeting=may-second present=10
B2/secretary: NoMandateGiven to=@Congress proposal=levy reason=not_quorate
at 2027-05-17 18:00
A3/secretary: VotingClosed voting=mandate-levy
A3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy split=true red_lines=[rate]
A3/secretary: OutcomeCertified voting=mandate-levy
expect tally A3 mandate-levy = yes 37, no 19
expect mandate Congress levy A3 = guided yes 4, no 2
at 2027-05-20 19:00
A1/secretary: AttendanceStated meeting=may present=70
A1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
A1/secretary: TallyReported voting=mandate-levy counts={yes: 52, no: 18} tellers=[teller-1, teller-2]
A1/secretary: VotingClosed voting=mandate-levy
A1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
A1/secretary: OutcomeCertified voting=mandate-levy
A2/secretary: AttendanceStated meeting=may present=25
A2/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
A2/secretary: TallyReported voting=mandate-levy counts={yes: 20, no: 5} tellers=[teller-1, teller-2]
A2/secretary: VotingClosed voting=mandate-levy
A2/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
A2/secretary: OutcomeCertified voting=mandate-levy
B1/secretary: AttendanceStated meeting=may present=80
B1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
B1/secretary: TallyReported voting=mandate-levy counts={yes: 61, no: 19} tellers=[teller-1, teller-2]
B1/secretary: VotingClosed voting=mandate-levy
B1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy red_lines=[rate, lot]
B1/secretary: OutcomeCertified voting=mandate-levy
B3/secretary: AttendanceStated meeting=may present=30
B3/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
B3/secretary: TallyReported voting=mandate-levy counts={yes: 9, no: 21} tellers=[teller-1, teller-2]
B3/secretary: VotingClosed voting=mandate-levy
B3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
B3/secretary: OutcomeCertified voting=mandate-levy
C1/secretary: AttendanceStated meeting=may present=40
C1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
C1/secretary: TallyReported voting=mandate-levy counts={yes: 31, no: 9} tellers=[teller-1, teller-2]
C1/secretary: VotingClosed voting=mandate-levy
C1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
C1/secretary: OutcomeCertified voting=mandate-levy
C2/secretary: AttendanceStated meeting=may present=20
C2/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
C2/secretary: TallyReported voting=mandate-levy counts={yes: 16, no: 4} tellers=[teller-1, teller-2]
C2/secretary: VotingClosed voting=mandate-levy
C2/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=strict voting=mandate-levy
C2/secretary: OutcomeCertified voting=mandate-levy
C3/secretary: AttendanceStated meeting=may present=24
C3/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
C3/secretary: TallyReported voting=mandate-levy counts={yes: 6, no: 18} tellers=[teller-1, teller-2]
C3/secretary: VotingClosed voting=mandate-levy
C3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy
C3/secretary: OutcomeCertified voting=mandate-levy
D1/secretary: AttendanceStated meeting=may present=120
D1/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
D1/secretary: TallyReported voting=mandate-levy counts={yes: 95, no: 25} tellers=[teller-1, teller-2]
D1/secretary: VotingClosed voting=mandate-levy
D1/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=strict voting=mandate-levy
D1/secretary: OutcomeCertified voting=mandate-levy
D2/secretary: AttendanceStated meeting=may present=45
D2/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
D2/secretary: TallyReported voting=mandate-levy counts={yes: 40, no: 5} tellers=[teller-1, teller-2]
D2/secretary: VotingClosed voting=mandate-levy
D2/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=guided voting=mandate-levy red_lines=[rate]
D2/secretary: OutcomeCertified voting=mandate-levy
D3/secretary: AttendanceStated meeting=may present=30
D3/secretary: VotingOpened voting=mandate-levy matter=mandate meeting=may about={act: MandateGiven, to: @Congress, proposal: levy, version: "1"}
D3/secretary: TallyReported voting=mandate-levy counts={yes: 26, no: 4} tellers=[teller-1, teller-2]
D3/secretary: VotingClosed voting=mandate-levy
D3/secretary: MandateGiven to=@Congress proposal=levy version=1 mode=strict voting=mandate-levy
D3/secretary: OutcomeCertified voting=mandate-levy
expect credentials Congress levy = valid 11, not_quorate 1

say Parc-du-Rail puts shared workshops on the agenda of August; two languages are still missing.
at 2027-05-22 10:00
C1/secretary: MeetingCalled meeting=fin-mai on=2027-05-28
at 2027-05-28 19:00
C1/secretary: AttendanceStated meeting=fin-mai present=34
C1/secretary: VotingOpened voting=proposer-ateliers matter=proposing meeting=fin-mai about={act: ProposalPut, proposal: ateliers}
C1/secretary: TallyReported voting=proposer-ateliers counts={yes: 32, no: 1, abstain: 1} tellers=[teller-1, teller-2]
C1/secretary: VotingClosed voting=proposer-ateliers
C1/secretary: OutcomeCertified voting=proposer-ateliers
C1/secretary: ProposalPut to=@Congress proposal=ateliers title="Ateliers, cuisines et outils partagés" matter=programme \
    texts={fr: $text("## Ateliers partagés\n\n1. Chaque organisme qui a un atelier, une cuisine ou une imprimerie l’ouvre aux autres au moins un jour par mois.\n2. Les outils prêtés sont notés dans une liste commune ; qui casse répare, et le fonds aide si la réparation dépasse 100.\n3. Une rencontre d’apprentissage par saison, dans une région différente chaque fois.")} voting=proposer-ateliers
at 2027-05-31 18:00
A3/secretary: ProposalSupported to=@Congress proposal=ateliers
D3/secretary: ProposalSupported to=@Congress proposal=ateliers
at 2027-06-01 09:00
Congress/chair: MeetingCalled meeting=august on=2027-08-14 items=[ateliers]
Congress/chair: VersionFrozen proposal=ateliers version=1 meeting=august
A2/secretary: MeetingCalled meeting=june on=2027-06-08 items=[ateliers]
D3/secretary: MeetingCalled meeting=junio on=2027-06-20 items=[ateliers]
at 2027-06-04 10:00
A3/facilitator: MeetingCalled meeting=june on=2027-06-11 items=[boiler]
C3/secretary: MeetingCalled meeting=june on=2027-06-12
at 2027-06-05 12:00
Congress/translator: TranslationReady proposal=ateliers version=1 language=en text=$text("## Shared workshops\n\n1. Each body that has a workshop, a kitchen or a print shop opens it to the others at least one day a month.\n2. Tools that are lent are noted in a common list; who breaks one mends it, and the fund helps where mending costs more than 100.\n3. One gathering a season to learn from each other, in another region each time.")
expect translation Congress ateliers 1 es text = missing
expect translation Congress ateliers 1 zap audio = missing
at 2027-06-08 19:00
A2/secretary: AttendanceStated meeting=june present=25
A2/secretary: VotingOpened voting=mandate-ateliers matter=mandate meeting=june about={act: MandateGiven, to: @Congress, proposal: ateliers, version: "1"}
A2/secretary: TallyReported voting=mandate-ateliers counts={yes: 22, no: 3} tellers=[teller-1, teller-2]
A2/secretary: VotingClosed voting=mandate-ateliers
A2/secretary: MandateGiven to=@Congress proposal=ateliers version=1 mode=guided voting=mandate-ateliers
A2/secretary: OutcomeCertified voting=mandate-ateliers

say After a storm, the council of the Istmo tests consensus, answers the concern, and votes.
at 2027-06-09 09:00
RegionD/facilitator: ProposalPut proposal=ayuda title="Agua y techos para Viento del Istmo después de la tormenta" matter=urgent \
    texts={es: $text("Después de la tormenta, Viento del Istmo pide al consejo:\n\n- una pipa de agua a la semana durante un mes;\n- 40 000 del fondo regional para techos;\n- una declaración pública con los nombres de las colonias afectadas y el punto de reunión.")}
RegionD/facilitator: MeetingCalled meeting=urgente on=2027-06-09 items=[ayuda]
RegionD/facilitator: AttendanceStated meeting=urgente present=3
RegionD/facilitator: VersionFrozen proposal=ayuda version=1 meeting=urgente
at 2027-06-09 09:30
RegionD/facilitator: VotingOpened voting=consenso matter=urgent proposal=ayuda version=1 meeting=urgente
RegionD: CouncilVoteCast voting=consenso sender=@D1 credential=d1-r votes={agree: 1}
RegionD: CouncilVoteCast voting=consenso sender=@D2 credential=d2-r votes={agree: 1} channel=sms
RegionD: CouncilVoteCast voting=consenso sender=@D3 credential=d3-r votes={block: 1} ground=safety reason="El punto de reunión no debe hacerse público."
RegionD/facilitator: VotingClosed voting=consenso
expect outcome RegionD consenso = no_consensus
at 2027-06-09 10:30
D1/secretary: AmendmentPut to=@RegionD proposal=ayuda amendment=sin-punto version=1 touches=[lugar] \
    texts={es: $text("Después de la tormenta, Viento del Istmo pide al consejo:\n\n- una pipa de agua a la semana durante un mes;\n- 40 000 del fondo regional para techos;\n- una declaración pública con los nombres de las colonias afectadas.")}
RegionD/facilitator: AmendmentAccepted proposal=ayuda amendment=sin-punto
RegionD/facilitator: AttemptRecorded voting=consenso answer=383dff7938df045772f4f6c9a05263a2c0cff9333cb8c46e7b2235183d898b46 size=218
RegionD/facilitator: VotingOpened voting=votacion matter=urgent stage=2 proposal=ayuda version=2 meeting=urgente
RegionD: CouncilVoteCast voting=votacion sender=@D1 credential=d1-r votes={yes: 1}
RegionD: CouncilVoteCast voting=votacion sender=@D2 credential=d2-r votes={yes: 1} channel=sms confirmed=false
RegionD: CouncilVoteCast voting=votacion sender=@D3 credential=d3-r votes={stand_aside: 1}
at 2027-06-09 11:15
RegionD/facilitator: VotingClosed voting=votacion
expect condition RegionD votacion 1 = 2/2 is 1 met
expect outcome RegionD votacion = adopted

say Kiln Street this week: a mandate voted openly, quiet hours voted closed, a roof discussed, a petition, a count.
at 2027-06-09 18:00
A3/facilitator: ProposalPut proposal=quiet title="Quiet after ten, feasts on Saturdays" matter=common-life \
    texts={en: $text("Quiet in the courtyard after ten in the evening; on Saturdays after midnight. Whoever plans a feast tells the neighbours three days before, and the feast is welcome."), es: $text("Silencio en el patio después de las diez de la noche; los sábados, después de medianoche. Quien prepare una fiesta avisa tres días antes, y la fiesta es bienvenida.")}
A3: SupportGiven proposal=quiet token=$person(tomas-m)
A3: SupportGiven proposal=quiet token=$person(uma-m)
A3: SupportGiven proposal=quiet token=$person(viktor-m)
A3: SupportGiven proposal=quiet token=$person(wanda-m)
A3: SupportGiven proposal=quiet token=$person(ximena-m)
A3: SupportGiven proposal=quiet token=$person(yusuf-m)
A3: SupportGiven proposal=quiet token=$person(zoe-m)
A3: SupportGiven proposal=quiet token=$person(anton-m)
A3: SupportGiven proposal=quiet token=$person(beatriz-m)
A3: SupportGiven proposal=quiet token=$person(celine-m)
A3: SupportGiven proposal=quiet token=$person(diego-m)
A3: SupportGiven proposal=quiet token=$person(esther-m)
A3: SupportGiven proposal=quiet token=$person(fatou-m)
A3/secretary: SupportCounted proposal=quiet
A3/facilitator: VersionFrozen proposal=quiet version=1
A3/facilitator: VotingOpened voting=quiet matter=common-life proposal=quiet version=1
A3/facilitator: VotingOpened voting=working-days matter=priorities options=["Stairs", "Wash house", "Bicycle shed", "Garden wall"] chosen=1
A3/facilitator: VotingOpened voting=courtyard-2027 matter=courtyard-money budget=15000 unit=pesos \
    options=["Bicycle racks", "Tools and seedlings", "Paint for the stairs", "Benches", "Lamp at the gate"] costs=[6000, 4500, 8000, 5600, 2200]
A3/facilitator: VotingOpened voting=mandate-ateliers matter=mandate about={act: MandateGiven, to: @Congress, proposal: ateliers, version: "1"}
A3/facilitator: ProposalPut proposal=roof title="Solar panels on the kiln shed" matter=common-life \
    texts={en: $text("Solar panels on the roof of the kiln shed, about 9 kW. The common purse pays half, a loan over six years the rest; what the panels save pays the loan. The shed's roof is looked at by a carpenter first."), es: $text("Paneles solares en el techo del galpón del horno, unos 9 kW. La caja común paga la mitad y un préstamo a seis años el resto; lo que ahorren los paneles paga el préstamo. Antes, una carpintera revisa el techo.")}
A3: SupportGiven proposal=roof token=$person(chidi-c)
A3: SupportGiven proposal=roof token=$person(dana-c)
A3: SupportGiven proposal=roof token=$person(elif-c)
A3: SupportGiven proposal=roof token=$person(farid-c)
A3: SupportGiven proposal=roof token=$person(greta-c)
A3: SupportGiven proposal=roof token=$person(hassan-c)
A3: SupportGiven proposal=roof token=$person(ines-c)
A3/secretary: SupportCounted proposal=roof
A3/facilitator: ProposalPut proposal=boiler title="A new boiler for the wash house" matter=spending \
    texts={en: $text("A new boiler for the wash house, 2,350 with fitting, from the winter reserve. The old one leaks and cannot be mended again."), es: $text("Una caldera nueva para el lavadero, 2 350 con instalación, de la reserva de invierno. La vieja gotea y ya no se puede reparar.")}
A3/facilitator: VersionFrozen proposal=boiler version=1
A3/secretary: PetitionPut petition=courtyard-gate-open-until-ten matter=members-demand
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(wanda-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(ximena-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(yusuf-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(zoe-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(anton-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(beatriz-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(celine-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(diego-c)
A3: PetitionSigned petition=courtyard-gate-open-until-ten token=$person(esther-c)
A3/secretary: PetitionCounted petition=courtyard-gate-open-until-ten
expect petition A3 courtyard-gate-open-until-ten = 9, not reached
at 2027-06-10 20:00
A3: VoteCast voting=working-days token=$person(diego-m) choice="1 2 3 4"
A3: VoteCast voting=working-days token=$person(esther-m) choice="2 1 - -"
A3: VoteCast voting=working-days token=$person(fatou-m) choice="1 1 2 -"
A3: VoteCast voting=working-days token=$person(wanda-m) choice="3 - 1 2"
A3: VoteCast voting=courtyard-2027 token=$person(diego-m) choice="1 1 - - -"
A3: VoteCast voting=courtyard-2027 token=$person(esther-m) choice="1 - - - 1"
A3: VoteCast voting=courtyard-2027 token=$person(fatou-m) choice="1 - 1 - -"
A3: VoteCast voting=courtyard-2027 token=$person(gabriel-m) choice="- 1 - 1 1"
A3: VoteCast voting=courtyard-2027 token=$person(hana-m) choice="- 1 - 1 -"
A3: VoteCast voting=courtyard-2027 token=$person(ivan-m) choice="- - 1 - 1"
A3: VoteCast voting=courtyard-2027 token=$person(jamila-m) choice="1 1 - 1 -"
A3: VoteCast voting=courtyard-2027 token=$person(rosa-c) choice="- 1 1 - -"
A3: VoteCast voting=courtyard-2027 token=$person(amal-c) choice="1 - - 1 -"
A3: VoteCast voting=courtyard-2027 token=$person(bruno-c) choice="blank"
A3/secretary: VotingClosed voting=courtyard-2027
A3: VoteCast voting=mandate-ateliers token=$person(diego-m) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(esther-m) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(fatou-m) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(gabriel-m) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(hana-m) choice=no
A3: VoteCast voting=mandate-ateliers token=$person(ivan-m) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(jamila-m) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(rosa-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(amal-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(bruno-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(chidi-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(dana-c) choice=no
A3: VoteCast voting=mandate-ateliers token=$person(elif-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(farid-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(greta-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(hassan-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(ines-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(jonas-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(kemi-c) choice=no
A3: VoteCast voting=mandate-ateliers token=$person(lucia-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(marek-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(nadia-c) choice=yes
A3: VoteCast voting=mandate-ateliers token=$person(omar-c) choice=yes
closed-vote A3 voting=quiet person=$person(gabriel-c) choice=yes
closed-vote A3 voting=quiet person=$person(hana-c) choice=no
closed-vote A3 voting=quiet person=$person(ivan-c) choice=yes
closed-vote A3 voting=quiet person=$person(jamila-c) choice=yes
closed-vote A3 voting=quiet person=$person(rosa-k) choice=yes
closed-vote A3 voting=quiet person=$person(amal-k) choice=no
closed-vote A3 voting=quiet person=$person(bruno-k) choice=yes
closed-vote A3 voting=quiet person=$person(chidi-k) choice=yes
closed-vote A3 voting=quiet person=$person(dana-k) choice=yes
closed-vote A3 voting=quiet person=$person(elif-k) choice=no
closed-vote A3 voting=quiet person=$person(farid-k) choice=yes
closed-vote A3 voting=quiet person=$person(greta-k) choice=yes
closed-vote A3 voting=quiet person=$person(hassan-k) choice=yes
closed-vote A3 voting=quiet person=$person(ines-k) choice=no
closed-vote A3 voting=quiet person=$person(jonas-k) choice=yes
closed-vote A3 voting=quiet person=$person(kemi-k) choice=yes
closed-vote A3 voting=quiet person=$person(lucia-k) choice=yes
closed-vote A3 voting=quiet person=$person(marek-k) choice=no
closed-vote A3 voting=quiet person=$person(nadia-k) choice=yes
at 2027-06-10 21:00
RegionD/facilitator: OutcomeCertified voting=votacion
RegionD/facilitator: DecisionInForce voting=votacion on=2027-06-11
expect standing RegionD votacion = certified
at 2027-06-11 19:00
A3/facilitator: AttendanceStated meeting=june present=47
expect meeting A3 june = 47 of 30, quorate
A3/facilitator: VotingOpened voting=boiler matter=spending proposal=boiler version=1 meeting=june

say Today the congress sits. An amendment makes version 2; Stone Bridge recalls a delegate; the vote is open.
at 2027-06-12 09:00
A3/facilitator: MeetingCalled meeting=june-second on=2027-06-19 items=[roof]
Congress/chair: AttendanceStated meeting=june present=12
at 2027-06-12 09:30
B3/secretary: AmendmentPut to=@Congress proposal=levy amendment=half version=1 touches=[rate] \
    texts={en: $text("## Solidarity levy\n\n1. Each body pays 1 % of its income into a common solidarity fund.\n2. The fund answers evictions, dismissals, fires and floods first; then new bodies in their first year.\n3. Three people from three different regions, drawn by lot for a year, look after it and publish each payment without names.\n4. A body that cannot pay says so before the congress; nobody loses their vote over it."), es: $text("## Cuota de solidaridad\n\n1. Cada cuerpo aporta el 1 % de sus ingresos a un fondo común de solidaridad.\n2. El fondo responde primero a desalojos, despidos, incendios e inundaciones; después, a cuerpos nuevos en su primer año.\n3. Tres personas de tres regiones distintas, elegidas por sorteo para un año, lo administran y publican cada pago sin nombres.\n4. Un cuerpo que no puede pagar lo dice ante el congreso; nadie pierde su voto por eso.")}
A1/secretary: AmendmentPut to=@Congress proposal=levy amendment=cap version=1 touches=[cap] \
    texts={en: $text("## Solidarity levy\n\n1. Each body pays 2 % of its income, at most 500 a year, into a common solidarity fund.\n2. The fund answers evictions, dismissals, fires and floods first; then new bodies in their first year.\n3. Three people from three different regions, drawn by lot for a year, look after it and publish each payment without names.\n4. A body that cannot pay says so before the congress; nobody loses their vote over it.")}
D2/secretary: AmendmentAccepted to=@Congress proposal=levy amendment=cap
expect versions Congress levy = 2
expect credentials Congress levy 2 = valid 8, silent 3, not_quorate 1
at 2027-06-12 10:30
Congress/translator: TranslationReady proposal=levy version=2 language=es text=$text("## Cuota de solidaridad\n\n1. Cada cuerpo aporta el 2 % de sus ingresos, hasta 500 al año, a un fondo común de solidaridad.\n2. El fondo responde primero a desalojos, despidos, incendios e inundaciones; después, a cuerpos nuevos en su primer año.\n3. Tres personas de tres regiones distintas, elegidas por sorteo para un año, lo administran y publican cada pago sin nombres.\n4. Un cuerpo que no puede pagar lo dice ante el congreso; nadie pierde su voto por eso.")
Congress/translator: TranslationReady proposal=levy version=2 language=fr text=$text("## Cotisation de solidarité\n\n1. Chaque organisme verse 2 % de ses revenus, au plus 500 par an, à un fonds commun de solidarité.\n2. Le fonds répond d’abord aux expulsions, licenciements, incendies et inondations ; ensuite aux nouveaux organismes pendant leur première année.\n3. Trois personnes de trois régions différentes, tirées au sort pour un an, le gèrent et publient chaque paiement sans noms.\n4. Un organisme qui ne peut pas payer le dit devant le congrès ; personne n’y perd sa voix.")
at 2027-06-12 11:00
Congress/translator: TranslationReady proposal=levy version=2 language=zap text=$audio("a recording in Zapotec of the solidarity levy, version 2, with its cap")
at 2027-06-12 11:10
C3/secretary: AttendanceStated meeting=june present=18
C3/secretary: VotingOpened voting=recall-c3-1 matter=recall meeting=june about={act: SeatRecalled, to: @Congress, credential: c3-1}
C3/secretary: TallyReported voting=recall-c3-1 counts={yes: 12, no: 4} tellers=[teller-1, teller-2]
C3/secretary: VotingClosed voting=recall-c3-1
C3/secretary: OutcomeCertified voting=recall-c3-1
C3/secretary: SeatRecalled to=@Congress credential=c3-1 voting=recall-c3-1
expect seat Congress C3 c3-1 = recalled
at 2027-06-12 11:22
C3/secretary: AlternateSeated to=@Congress alternate=c3-a instead_of=c3-1 composition={women: 1, men: 1}
expect seat Congress C3 c3-a = seated
at 2027-06-12 11:40
Congress/chair: VotingOpened voting=levy-congress matter=constitution proposal=levy version=2 meeting=june
Congress: CouncilVoteCast voting=levy-congress sender=@C3 credential=c3-1 votes={yes: 3} reason="sent before the recall"
expect refused = SeatWasRecalled
Congress: CouncilVoteCast voting=levy-congress sender=@C3 credential=c3-a votes={no: 3} reason="The cap does not answer why our assembly said no."
Congress: CouncilVoteCast voting=levy-congress sender=@A1 credential=a1-1 votes={yes: 9} reason="The cap is our own amendment."
Congress: CouncilVoteCast voting=levy-congress sender=@A2 credential=a2-1 votes={yes: 3} reason="The cap keeps to our mandate."
Congress: CouncilVoteCast voting=levy-congress sender=@B1 credential=b1-2 votes={yes: 10} reason="Rate and lot, our red lines, are untouched."
Congress: CouncilVoteCast voting=levy-congress sender=@B3 credential=b3-1 votes={no: 4} reason="Two per cent is still too much for us."
Congress: CouncilVoteCast voting=levy-congress sender=@D1 credential=d1-1 votes={yes: 10} reason="nos gusta"
expect refused = MandateIsSilent
Congress: CouncilVoteCast voting=levy-congress sender=@D1 credential=d1-1 votes={abstain: 10}
Congress: CouncilVoteCast voting=levy-congress sender=@C2 credential=c2-1 votes={abstain: 2}
expect cast Congress levy-congress C3 = no 3
expect cast Congress levy-congress A3 = none
expect standing Congress levy-congress = open
expect records = sound
