# Three communes and their women's council form the council of a region: the women elect their co-chair, refer an
# item, draft a law; one co-chair does not go on alone; a delegation without enough women is not taken.
story The ready rulebooks "commune", "regional-council" and "womens-council"
zone Europe/Berlin

charter commune rulebook=commune
charter council rulebook=regional-council
charter women rulebook=womens-council

at 2027-02-01 10:00
say Three communes of 120, 90 and 45 people, and a women's council of 60.
found Council charter=council
found Women charter=women name="Women's council of the region"
Women/secretary: RollCounted members=60
Women/secretary: MeetingCalled meeting=first on=2027-02-03
found Olive charter=commune name="Commune of the olive"
Olive/secretary: RollCounted members=120
Olive/secretary: MeetingCalled meeting=first on=2027-02-04
found Fig charter=commune name="Commune of the fig"
Fig/secretary: RollCounted members=90
Fig/secretary: MeetingCalled meeting=first on=2027-02-04
found Well charter=commune name="Commune of the well"
Well/secretary: RollCounted members=45
Well/secretary: MeetingCalled meeting=first on=2027-02-04
at 2027-02-03 18:00
Women/secretary: AttendanceStated meeting=first present=31
expect meeting Women first = 31 of 12, quorate
Women/secretary: VotingOpened voting=join matter=item meeting=first about={act: BodyJoined, to: @Council}
Women/teller: TallyReported voting=join counts={yes: 31, no: 0} tellers=[teller-1, teller-2]
Women/secretary: VotingClosed voting=join
Women/spokeswoman: BodyJoined to=@Council code=womens-council members=60 languages=[en] partner=true voting=join
at 2027-02-04 18:00
Olive/secretary: AttendanceStated meeting=first present=30
Olive/secretary: VotingOpened voting=chair-woman matter=election meeting=first about={act: OfficeFilled, role: co-chair-woman}
Olive/teller: TallyReported voting=chair-woman counts={yes: 28, no: 2} tellers=[teller-1, teller-2]
Olive/secretary: VotingClosed voting=chair-woman
Olive/secretary: OfficeFilled role=co-chair-woman holders=1 composition={women: 1} until=2029-02-03 voting=chair-woman
Olive/secretary: VotingOpened voting=chair matter=election meeting=first about={act: OfficeFilled, role: co-chair}
Olive/teller: TallyReported voting=chair counts={yes: 27, no: 3} tellers=[teller-1, teller-2]
Olive/secretary: VotingClosed voting=chair
Olive/secretary: OfficeFilled role=co-chair holders=1 composition={women: 1} until=2029-02-03 voting=chair
expect refused = CompositionRefused
Olive/secretary: OfficeFilled role=co-chair holders=1 composition={women: 0} until=2029-02-03 voting=chair
Olive/secretary: VotingOpened voting=join matter=joining meeting=first about={act: BodyJoined, to: @Council}
Olive/teller: TallyReported voting=join counts={yes: 30, no: 0} tellers=[teller-1, teller-2]
Olive/secretary: VotingClosed voting=join
Olive/co-chair: BodyJoined to=@Council code=olive members=120 languages=[en] voting=join
Olive/secretary: VotingOpened voting=delegates matter=election meeting=first about={act: DelegationElected, to: @Council}
Olive/teller: TallyReported voting=delegates counts={yes: 29, no: 1} tellers=[teller-1, teller-2]
Olive/secretary: VotingClosed voting=delegates
Olive/co-chair-woman: DelegationElected to=@Council until=2029-02-03 composition={women: 1} voting=delegates \
    seats=[{credential: olive-1, kind: delegate}, {credential: olive-2, kind: delegate}, {credential: olive-a, kind: alternate}]
Fig/secretary: AttendanceStated meeting=first present=25
Fig/secretary: VotingOpened voting=join matter=joining meeting=first about={act: BodyJoined, to: @Council}
Fig/teller: TallyReported voting=join counts={yes: 25, no: 0} tellers=[teller-1, teller-2]
Fig/secretary: VotingClosed voting=join
Fig/co-chair: BodyJoined to=@Council code=fig members=90 languages=[en] voting=join
Fig/secretary: VotingOpened voting=delegates matter=election meeting=first about={act: DelegationElected, to: @Council}
Fig/teller: TallyReported voting=delegates counts={yes: 24, no: 1} tellers=[teller-1, teller-2]
Fig/secretary: VotingClosed voting=delegates
Fig/co-chair-woman: DelegationElected to=@Council until=2029-02-03 composition={women: 0} voting=delegates \
    seats=[{credential: fig-1, kind: delegate}, {credential: fig-2, kind: delegate}, {credential: fig-a, kind: alternate}]
expect refused = CompositionRefused
Fig/co-chair-woman: DelegationElected to=@Council until=2029-02-03 composition={women: 1} voting=delegates \
    seats=[{credential: fig-1, kind: delegate}, {credential: fig-2, kind: delegate}, {credential: fig-a, kind: alternate}]
Well/secretary: AttendanceStated meeting=first present=15
Well/secretary: VotingOpened voting=join matter=joining meeting=first about={act: BodyJoined, to: @Council}
Well/teller: TallyReported voting=join counts={yes: 15, no: 0} tellers=[teller-1, teller-2]
Well/secretary: VotingClosed voting=join
Well/co-chair: BodyJoined to=@Council code=well members=45 languages=[en] voting=join
Well/secretary: VotingOpened voting=delegates matter=election meeting=first about={act: DelegationElected, to: @Council}
Well/teller: TallyReported voting=delegates counts={yes: 14, no: 1} tellers=[teller-1, teller-2]
Well/secretary: VotingClosed voting=delegates
Well/co-chair-woman: DelegationElected to=@Council until=2029-02-03 composition={women: 1} voting=delegates \
    seats=[{credential: well-1, kind: delegate}, {credential: well-2, kind: delegate}, {credential: well-a, kind: alternate}]
expect bodies Council = 4
expect votes Council Olive = 3
expect composition Council women = 3/6

say The first session: the council elects its co-chair, the women's council the woman co-chair; nobody else can.
at 2027-02-05 10:00
Council/secretariat: MeetingCalled meeting=first on=2027-02-12
Women/secretary: MeetingCalled meeting=before on=2027-02-11
at 2027-02-11 18:00
Women/secretary: AttendanceStated meeting=before present=28
Women/secretary: VotingOpened voting=co-chair matter=election meeting=before about={act: OfficeFilled, role: co-chair-woman, to: @Council}
Women/teller: TallyReported voting=co-chair counts={yes: 27, no: 1} tellers=[teller-1, teller-2]
Women/secretary: VotingClosed voting=co-chair
Women/spokeswoman: OfficeFilled to=@Council role=co-chair-woman holders=1 composition={women: 1} until=2028-03-31 voting=co-chair
at 2027-02-12 10:00
Council/secretariat: AttendanceStated meeting=first present=3
expect meeting Council first = 3 of 2, quorate
Council/secretariat: OfficeFilled role=co-chair-woman holders=1 composition={women: 1} until=2028-03-31
expect refused = FilledByAnother
Council/co-chair-woman: VotingOpened voting=co-chair matter=election meeting=first about={act: OfficeFilled, role: co-chair}
Council: CouncilVoteCast voting=co-chair sender=@Olive credential=olive-1 votes={yes: 3}
Council: CouncilVoteCast voting=co-chair sender=@Fig credential=fig-1 votes={yes: 2}
Council: CouncilVoteCast voting=co-chair sender=@Well credential=well-1 votes={no: 1}
Council: CouncilVoteCast voting=co-chair sender=@Women credential=women-1 votes={yes: 1}
expect refused = NotInTheElectorate
Council/co-chair-woman: VotingClosed voting=co-chair
Council/secretariat: OfficeFilled role=co-chair holders=1 composition={women: 0} until=2029-02-11 voting=co-chair

say A dam is proposed; the women's council refers it, once: the item waits for 72 hours.
Olive/co-chair: ProposalPut to=@Council proposal=dam title="A dam at the upper ford" matter=item texts={en: $text("We build a dam at the upper ford.")}
Council/secretariat: VersionFrozen proposal=dam version=1
Council/co-chair: MeetingCalled meeting=second on=2027-02-22 items=[dam]
Women/secretary: MeetingCalled meeting=dam on=2027-02-21
at 2027-02-21 18:00
Women/secretary: AttendanceStated meeting=dam present=22
Women/spokeswoman: ItemReferred to=@Council proposal=dam reason="the washing place is not in the plan"
expect refused = NotDecided
Women/secretary: VotingOpened voting=refer matter=referral meeting=dam about={act: ItemReferred, to: @Council, proposal: dam}
Women/teller: TallyReported voting=refer counts={yes: 20, no: 2} tellers=[teller-1, teller-2]
Women/secretary: VotingClosed voting=refer
Women/spokeswoman: ItemReferred to=@Council proposal=dam reason="the washing place is not in the plan" voting=refer
at 2027-02-22 10:00
Council/secretariat: AttendanceStated meeting=second present=3
Council/co-chair: VotingOpened voting=dam matter=item proposal=dam version=1 meeting=second
expect refused = ItemSuspended

say In the meantime a law on women: only their council may draft it.
Fig/co-chair: ProposalPut to=@Council proposal=land matter=womens-law title="Land for women" texts={en: $text("Half of the common land is held by women.")}
expect refused = ReservedMatter
Women/secretary: VotingOpened voting=draft matter=item meeting=dam about={act: ProposalPut, to: @Council, proposal: land-2}
Women/teller: TallyReported voting=draft counts={yes: 22, no: 0} tellers=[teller-1, teller-2]
Women/secretary: VotingClosed voting=draft
Women/spokeswoman: ProposalPut to=@Council proposal=land-2 matter=womens-law title="Land for women" voting=draft \
    texts={en: $text("Half of the common land is held in women's names.")}
Council/secretariat: VersionFrozen proposal=land-2 version=1
Council/co-chair: VotingOpened voting=land matter=womens-law proposal=land-2 version=1 meeting=second
Council: CouncilVoteCast voting=land sender=@Olive credential=olive-1 votes={yes: 3}
Council: CouncilVoteCast voting=land sender=@Fig credential=fig-2 votes={no: 2}
Council: CouncilVoteCast voting=land sender=@Well credential=well-1 votes={yes: 1}
Council/co-chair: VotingClosed voting=land
expect condition Council land 1 = 4/6 is 2/3 met
expect condition Council land 2 = 2/3 is 2/3 met
Council/secretariat: OutcomeCertified voting=land
Council/secretariat: DecisionInForce voting=land on=2027-03-01
expect bound Council land = fig olive well

say After 72 hours the dam comes back, with the washing place.
at 2027-02-25 10:00
Olive/co-chair: AmendmentPut to=@Council proposal=dam amendment=washing version=1 texts={en: $text("We build a dam at the upper ford, below the washing place.")}
Olive/co-chair: AmendmentAccepted to=@Council proposal=dam amendment=washing
Council/co-chair-woman: VotingOpened voting=dam matter=item proposal=dam version=2 meeting=second
Council: CouncilVoteCast voting=dam sender=@Olive credential=olive-2 votes={yes: 3}
Council: CouncilVoteCast voting=dam sender=@Fig credential=fig-2 votes={yes: 2}
Council: CouncilVoteCast voting=dam sender=@Well credential=well-2 votes={abstain: 1}
Council/co-chair-woman: VotingClosed voting=dam
Council/secretariat: OutcomeCertified voting=dam
expect history Council dam = provisional adopted, certified adopted

say A year later the woman co-chair's term is over. The other goes on for fourteen days, and not longer.
at 2028-04-14 10:00
Council/co-chair: MeetingCalled meeting=spring on=2028-04-21
at 2028-04-16 10:00
Council/co-chair: MeetingCalled meeting=late on=2028-04-23
expect refused = NotAlone
Council/secretariat: MeetingCalled meeting=late on=2028-04-23
Women/secretary: MeetingCalled meeting=again on=2028-04-18
at 2028-04-18 18:00
Women/secretary: AttendanceStated meeting=again present=23
Women/secretary: VotingOpened voting=co-chair-2 matter=election meeting=again about={act: OfficeFilled, role: co-chair-woman, to: @Council}
Women/teller: TallyReported voting=co-chair-2 counts={yes: 23, no: 0} tellers=[teller-1, teller-2]
Women/secretary: VotingClosed voting=co-chair-2
Women/spokeswoman: OfficeFilled to=@Council role=co-chair-woman holders=1 composition={women: 1} until=2030-04-17 voting=co-chair-2
Council/co-chair: MeetingCalled meeting=may on=2028-05-02
expect records = sound
