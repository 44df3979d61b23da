"""The one table of pages."""

from __future__ import annotations

from django.urls import path
from django.views.i18n import set_language

from symbiosis.web.health import health
from symbiosis.web.views import (
    accounts,
    acts,
    ballots,
    bodies,
    budgets,
    ceremonies,
    charters,
    councils,
    counts,
    founding,
    home,
    passkeys,
    people,
    petitions,
    printing,
    proposals,
    votings,
)

handler400 = "symbiosis.web.answers.bad_request"
handler404 = "symbiosis.web.answers.not_found"
handler500 = "symbiosis.web.answers.broken"

urlpatterns = [
    path("", home.home, name="home"),
    path("bodies/", home.bodies, name="bodies"),
    path("about/", home.about, name="about"),
    path("health", health, name="health"),
    path("language", set_language, name="set_language"),
    path("join/", accounts.join, name="join_with_code"),
    path("join/<str:code>", accounts.join, name="join"),
    path("sign-in", accounts.sign_in, name="sign_in"),
    path("passkey/begin", passkeys.begin, name="passkey_begin"),
    path("passkey/finish", passkeys.finish, name="passkey_finish"),
    path("sign-out", accounts.sign_out, name="sign_out"),
    path("example/<str:key>", accounts.enter_example, name="enter_example"),
    path("me/", accounts.me, name="me"),
    path("me/data", accounts.my_data, name="my_data"),
    path("keeper/", people.keeper, name="keeper"),
    path("found", founding.found, name="found"),
    path("rulebook/<str:name>/", founding.rulebook, name="rulebook"),
    path("b/<str:body>/", bodies.body, name="body"),
    path("b/<str:body>/charter/", charters.charter, name="charter"),
    path("b/<str:body>/charter/change/", charters.change, name="charter_change"),
    path("b/<str:body>/charter/draft/<str:digest>/", charters.draft, name="charter_draft"),
    path("b/<str:body>/record/", bodies.record, name="record"),
    path("b/<str:body>/record/print/", bodies.record_print, name="record_print"),
    path("b/<str:body>/bundle", bodies.export, name="export"),
    path("b/<str:body>/text/<str:sha256>", bodies.attachment, name="attachment"),
    path("b/<str:body>/confederation/", bodies.confederation, name="confederation"),
    path("b/<str:body>/delegation/<str:to>/", bodies.delegation, name="delegation"),
    path("b/<str:body>/people/", people.people, name="people"),
    path("b/<str:body>/people/invite", people.invite, name="invite"),
    path("b/<str:body>/people/<int:person>/slip", people.reissue, name="reissue"),
    path("b/<str:body>/acts/", acts.acts, name="acts"),
    path("b/<str:body>/act/<str:kind>/", acts.act, name="act"),
    path("b/<str:body>/proposal/<str:proposal>/", proposals.proposal, name="proposal"),
    path("b/<str:body>/proposal/<str:proposal>/comment", proposals.add_comment, name="comment"),
    path("b/<str:body>/proposal/<str:proposal>/mandate-form/", printing.mandate_form, name="mandate_form"),
    path("b/<str:body>/council/<str:proposal>/", councils.council, name="council"),
    path("b/<str:body>/petition/<str:petition>/", petitions.petition, name="petition"),
    path("b/<str:body>/meeting/<str:meeting>/agenda/", printing.agenda, name="agenda"),
    path("b/<str:body>/voting/<str:voting>/", votings.voting, name="voting"),
    path("b/<str:body>/voting/<str:voting>/sheet/", printing.tally_sheet, name="tally_sheet"),
    path("b/<str:body>/voting/<str:voting>/papers/", printing.ballot_papers, name="ballot_papers"),
    path("b/<str:body>/secret/<str:voting>/", ceremonies.secret_vote, name="secret_vote"),
    path("b/<str:body>/secret/<str:voting>/trustee/", ceremonies.trustee, name="trustee"),
    path("b/<str:body>/secret/<str:voting>/credentials/", ceremonies.authority, name="authority"),
    path("b/<str:body>/ballots/<str:voting>/", ballots.ballots, name="ballots"),
    path("b/<str:body>/ballots/<str:voting>/archive", ballots.archive, name="ballot_archive"),
    path("b/<str:body>/ballots/<str:voting>/posted", ballots.posted, name="ballots_posted"),
    path("b/<str:body>/booth/<str:voting>/", ballots.booth, name="booth"),
    path("b/<str:body>/booth/<str:voting>/file", ballots.booth_file, name="booth_file"),
    path("b/<str:body>/booth/<str:voting>/cast", ballots.cast, name="cast_ballot"),
    path("b/<str:body>/count/<str:council>/<str:voting>/", counts.count, name="count"),
    path("b/<str:body>/decision/<str:voting>/", votings.decision, name="decision"),
    path("b/<str:body>/decision/<str:voting>/part/", budgets.part, name="budget_part"),
]
