# A real decision: 29 November 2020, the initiative "For responsible businesses - protecting human rights and the
# environment". 50.73 % of the people said yes, and only eight and a half of the 23 votes of the cantons: not
# adopted. It shows a double majority in which people and bodies disagree, and bodies that weigh one half.
#
# Yes and no of each canton are those of Swissvotes, the database of Swiss federal votes (Année Politique Suisse,
# University of Bern, www.swissvotes.ch, CC BY 4.0). Who was entitled is not in that data: `members` is the
# number of valid votes, so that no figure here is made up, and turnout plays no part in the rule.
story 29 November 2020: the people say yes, the cantons say no
zone Europe/Zurich

# What the confederation goes by, in short:
# - A popular initiative is adopted when more than half of the valid votes are yes, AND
# - more than half of the votes of all cantons are yes. A canton says yes when its people do, by more than half.
# - Each canton has one vote; those marked 1/2 have half a vote. That makes 23 in all.
# - Exactly half is not enough, of the people or of the cantons.
charter confederation {
charter = 1
name = "Schweizerische Eidgenossenschaft / Confédération suisse / Confederazione Svizzera / Confederaziun svizra"
timezone = "Europe/Zurich"
languages = ["de", "fr", "it", "rm"]

[roles.chancellery]
title = "Federal Chancellery"
powers = ["*"]

[bodies.apportionment]
weights = { ow = "1/2", nw = "1/2", bs = "1/2", bl = "1/2", ar = "1/2", ai = "1/2" }

[matters.initiative]
title = "Popular initiative: people and cantons"

[[matters.initiative.stages]]
electorate = "referendum"
secrecy = "hands"
# First the people, of yes and no; then the cantons, of all that there are.
conditions = [
    { needs = "more_than", share = "1/2" },
    { needs = "more_than", share = "1/2", of = "all", counted_in = "bodies" },
]
}

# A canton's own rules play no part here: its chancellery reports what its people said.
charter canton {
charter = 1
name = "Canton"
timezone = "Europe/Zurich"
languages = ["de"]

[roles.chancellery]
title = "Cantonal chancellery"
powers = ["*"]
}

at 2020-06-01 09:00
say The confederation and its 26 cantons.
found CH charter=confederation
found ZH charter=canton name="Zürich" languages=[de]
found BE charter=canton name="Bern / Berne" languages=[de, fr]
found LU charter=canton name="Luzern" languages=[de]
found UR charter=canton name="Uri" languages=[de]
found SZ charter=canton name="Schwyz" languages=[de]
found OW charter=canton name="Obwalden" languages=[de]
found NW charter=canton name="Nidwalden" languages=[de]
found GL charter=canton name="Glarus" languages=[de]
found ZG charter=canton name="Zug" languages=[de]
found FR charter=canton name="Fribourg / Freiburg" languages=[fr, de]
found SO charter=canton name="Solothurn" languages=[de]
found BS charter=canton name="Basel-Stadt" languages=[de]
found BL charter=canton name="Basel-Landschaft" languages=[de]
found SH charter=canton name="Schaffhausen" languages=[de]
found AR charter=canton name="Appenzell Ausserrhoden" languages=[de]
found AI charter=canton name="Appenzell Innerrhoden" languages=[de]
found SG charter=canton name="St. Gallen" languages=[de]
found GR charter=canton name="Graubünden / Grischun / Grigioni" languages=[de, rm, it]
found AG charter=canton name="Aargau" languages=[de]
found TG charter=canton name="Thurgau" languages=[de]
found TI charter=canton name="Ticino" languages=[it]
found VD charter=canton name="Vaud" languages=[fr]
found VS charter=canton name="Valais / Wallis" languages=[fr, de]
found NE charter=canton name="Neuchâtel" languages=[fr]
found GE charter=canton name="Genève" languages=[fr]
found JU charter=canton name="Jura" languages=[fr]
ZH/chancellery: RollCounted members=473860
ZH/chancellery: BodyJoined to=@CH code=zh members=473860 languages=[de]
BE/chancellery: RollCounted members=356654
BE/chancellery: BodyJoined to=@CH code=be members=356654 languages=[de, fr]
LU/chancellery: RollCounted members=132909
LU/chancellery: BodyJoined to=@CH code=lu members=132909 languages=[de]
UR/chancellery: RollCounted members=11897
UR/chancellery: BodyJoined to=@CH code=ur members=11897 languages=[de]
SZ/chancellery: RollCounted members=50037
SZ/chancellery: BodyJoined to=@CH code=sz members=50037 languages=[de]
OW/chancellery: RollCounted members=13150
OW/chancellery: BodyJoined to=@CH code=ow members=13150 languages=[de]
NW/chancellery: RollCounted members=15821
NW/chancellery: BodyJoined to=@CH code=nw members=15821 languages=[de]
GL/chancellery: RollCounted members=10614
GL/chancellery: BodyJoined to=@CH code=gl members=10614 languages=[de]
ZG/chancellery: RollCounted members=43599
ZG/chancellery: BodyJoined to=@CH code=zg members=43599 languages=[de]
FR/chancellery: RollCounted members=93018
FR/chancellery: BodyJoined to=@CH code=fr members=93018 languages=[fr, de]
SO/chancellery: RollCounted members=82540
SO/chancellery: BodyJoined to=@CH code=so members=82540 languages=[de]
BS/chancellery: RollCounted members=62283
BS/chancellery: BodyJoined to=@CH code=bs members=62283 languages=[de]
BL/chancellery: RollCounted members=84878
BL/chancellery: BodyJoined to=@CH code=bl members=84878 languages=[de]
SH/chancellery: RollCounted members=33209
SH/chancellery: BodyJoined to=@CH code=sh members=33209 languages=[de]
AR/chancellery: RollCounted members=19593
AR/chancellery: BodyJoined to=@CH code=ar members=19593 languages=[de]
AI/chancellery: RollCounted members=4943
AI/chancellery: BodyJoined to=@CH code=ai members=4943 languages=[de]
SG/chancellery: RollCounted members=147660
SG/chancellery: BodyJoined to=@CH code=sg members=147660 languages=[de]
GR/chancellery: RollCounted members=60621
GR/chancellery: BodyJoined to=@CH code=gr members=60621 languages=[de, rm, it]
AG/chancellery: RollCounted members=186573
AG/chancellery: BodyJoined to=@CH code=ag members=186573 languages=[de]
TG/chancellery: RollCounted members=76372
TG/chancellery: BodyJoined to=@CH code=tg members=76372 languages=[de]
TI/chancellery: RollCounted members=95544
TI/chancellery: BodyJoined to=@CH code=ti members=95544 languages=[it]
VD/chancellery: RollCounted members=213130
VD/chancellery: BodyJoined to=@CH code=vd members=213130 languages=[fr]
VS/chancellery: RollCounted members=102064
VS/chancellery: BodyJoined to=@CH code=vs members=102064 languages=[fr, de]
NE/chancellery: RollCounted members=46143
NE/chancellery: BodyJoined to=@CH code=ne members=46143 languages=[fr]
GE/chancellery: RollCounted members=122117
GE/chancellery: BodyJoined to=@CH code=ge members=122117 languages=[fr]
JU/chancellery: RollCounted members=21580
JU/chancellery: BodyJoined to=@CH code=ju members=21580 languages=[fr]
expect bodies CH = 26

say The question is put, with its text in the official languages.
at 2020-06-19 10:00
CH/chancellery: ProposalPut proposal=businesses title="For responsible businesses - protecting human rights and the environment" matter=initiative \
    texts={de: $text("Für verantwortungsvolle Unternehmen – zum Schutz von Mensch und Umwelt"), \
           fr: $text("Entreprises responsables – pour protéger l'être humain et l'environnement"), \
           it: $text("Per imprese responsabili – a tutela dell'essere umano e dell'ambiente")}
CH/chancellery: VersionFrozen proposal=businesses version=1
at 2020-10-19 08:00
CH/chancellery: VotingOpened voting=businesses matter=initiative proposal=businesses version=1 closes=$at("2020-11-29 12:00")
expect electorate CH businesses = 26 bodies, 2560809

say Sunday, 29 November 2020: each canton's tellers report.
at 2020-11-29 11:50
ZH/chancellery: TallyReported to=@CH voting=businesses counts={yes: 250337, no: 223523} tellers=[teller-1, teller-2]
BE/chancellery: TallyReported to=@CH voting=businesses counts={yes: 194750, no: 161904} tellers=[teller-1, teller-2]
LU/chancellery: TallyReported to=@CH voting=businesses counts={yes: 58599, no: 74310} tellers=[teller-1, teller-2]
UR/chancellery: TallyReported to=@CH voting=businesses counts={yes: 4934, no: 6963} tellers=[teller-1, teller-2]
SZ/chancellery: TallyReported to=@CH voting=businesses counts={yes: 15795, no: 34242} tellers=[teller-1, teller-2]
OW/chancellery: TallyReported to=@CH voting=businesses counts={yes: 4760, no: 8390} tellers=[teller-1, teller-2]
NW/chancellery: TallyReported to=@CH voting=businesses counts={yes: 5095, no: 10726} tellers=[teller-1, teller-2]
GL/chancellery: TallyReported to=@CH voting=businesses counts={yes: 5003, no: 5611} tellers=[teller-1, teller-2]
ZG/chancellery: TallyReported to=@CH voting=businesses counts={yes: 15365, no: 28234} tellers=[teller-1, teller-2]
FR/chancellery: TallyReported to=@CH voting=businesses counts={yes: 52614, no: 40404} tellers=[teller-1, teller-2]
SO/chancellery: TallyReported to=@CH voting=businesses counts={yes: 36174, no: 46366} tellers=[teller-1, teller-2]
BS/chancellery: TallyReported to=@CH voting=businesses counts={yes: 38573, no: 23710} tellers=[teller-1, teller-2]
BL/chancellery: TallyReported to=@CH voting=businesses counts={yes: 40349, no: 44529} tellers=[teller-1, teller-2]
SH/chancellery: TallyReported to=@CH voting=businesses counts={yes: 15689, no: 17520} tellers=[teller-1, teller-2]
AR/chancellery: TallyReported to=@CH voting=businesses counts={yes: 8519, no: 11074} tellers=[teller-1, teller-2]
AI/chancellery: TallyReported to=@CH voting=businesses counts={yes: 1729, no: 3214} tellers=[teller-1, teller-2]
SG/chancellery: TallyReported to=@CH voting=businesses counts={yes: 62491, no: 85169} tellers=[teller-1, teller-2]
GR/chancellery: TallyReported to=@CH voting=businesses counts={yes: 27734, no: 32887} tellers=[teller-1, teller-2]
AG/chancellery: TallyReported to=@CH voting=businesses counts={yes: 80361, no: 106212} tellers=[teller-1, teller-2]
TG/chancellery: TallyReported to=@CH voting=businesses counts={yes: 32347, no: 44025} tellers=[teller-1, teller-2]
TI/chancellery: TallyReported to=@CH voting=businesses counts={yes: 51750, no: 43794} tellers=[teller-1, teller-2]
VD/chancellery: TallyReported to=@CH voting=businesses counts={yes: 127545, no: 85585} tellers=[teller-1, teller-2]
VS/chancellery: TallyReported to=@CH voting=businesses counts={yes: 45635, no: 56429} tellers=[teller-1, teller-2]
NE/chancellery: TallyReported to=@CH voting=businesses counts={yes: 29809, no: 16334} tellers=[teller-1, teller-2]
GE/chancellery: TallyReported to=@CH voting=businesses counts={yes: 78349, no: 43768} tellers=[teller-1, teller-2]
JU/chancellery: TallyReported to=@CH voting=businesses counts={yes: 14823, no: 6757} tellers=[teller-1, teller-2]
at 2020-11-29 17:00
CH/chancellery: VotingClosed voting=businesses
# Yes: ZH, BE, FR, BS, TI, VD, NE, GE, JU; Basel-Stadt has half a vote: 8 1/2. No: the other 17, five of them with half a vote: 14 1/2.
expect figure CH businesses members/yes = 1299129
expect figure CH businesses members/no = 1261680
expect figure CH businesses bodies/yes = 17/2
expect figure CH businesses bodies/no = 29/2
expect figure CH businesses bodies/all = 23
# The people: 50.73 %, more than half.
expect condition CH businesses 1 = 1299129/2560809 is 433043/853603 met
# The cantons: 8 1/2 of 23, and 11 1/2 would not have been enough.
expect condition CH businesses 2 = 17/2/23 is 17/46 unmet
expect outcome CH businesses = not_adopted
expect standing CH businesses = provisional

say The result is certified; what was not adopted cannot be put in force.
at 2020-12-15 10:00
CH/chancellery: OutcomeCertified voting=businesses
expect history CH businesses = provisional not_adopted, certified not_adopted
expect proposal CH businesses = lost
CH/chancellery: DecisionInForce voting=businesses on=2021-01-01
expect refused = NotAdopted
expect records = sound
