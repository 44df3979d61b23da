// The booth: credential, choice, review, sealed ballot. What is chosen lives in variables of this page and nowhere
// else: not in its address, not in storage, not in what is sent, not printed anywhere. Only an encrypted ballot is
// sent, without cookies. No sentence stands here; all come with the page, in the reader's language.
"use strict";
(() => {
  const root = document.getElementById("booth");
  const { given, words, say, make, p, button, code, alarm, complain, save, part, readText } = Paper;
  const { paperOf, fields, fault, hint, marksOf } = Paper;
  const inWords = (all) => Paper.inWords(chosen, all);

  // A link brings the credential behind "#", which is not sent; it leaves the address bar before anything else happens.
  const brought = location.hash.slice(1);
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  // Going back to this page later must not show what somebody chose.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  let chosen = null,
    ready = null; // the election, and the promise that its tables are made
  let credential = "",
    votes = null,
    drafts = [];
  let shown = false; // whether a step was there before, so that the reader is moved

  /** Shows one step in place of the one before, and puts the reader at its heading. */
  function show(heading, number, ...inside) {
    root.textContent = "";
    if (number) root.append(p(say("step", { n: number }), "small"));
    const title = make("h2", { tabindex: "-1" }, heading);
    root.append(title, ...inside);
    if (shown) {
      title.focus();
      root.scrollIntoView();
    }
    shown = true;
  }
  const known = (error) =>
    error instanceof Ballots.Refused && words[error.code] ? say(error.code) : say("unexpected");

  function protection() {
    const names = ["node", "credential", "device", "watched", "coercion"];
    const list = make("ul", {}, ...names.map((each) => make("li", {}, say("protection-" + each))));
    return make("details", {}, make("summary", {}, say("protection")), list);
  }

  // Step 1

  function enter(fault = "", typed = "") {
    const place = make("div");
    const field = make("input", {
      id: "booth-credential",
      autocomplete: "off",
      autocapitalize: "none",
      autocorrect: "off",
      spellcheck: "false",
      "aria-describedby": "booth-credential-help",
      maxlength: "40",
      value: typed,
    });
    const go = (event) => {
      event.preventDefault();
      try {
        credential = Ballots.credential(field.value);
        choose();
      } catch (error) {
        complain(place, known(error));
        field.setAttribute("aria-invalid", "true");
        field.focus();
      }
    };
    const form = make(
      "form",
      { submit: go, autocomplete: "off", novalidate: true },
      make("label", { for: "booth-credential" }, say("credential")),
      make("p", { class: "help", id: "booth-credential-help" }, say("credential-help")),
      field,
      place,
      make("button", {}, say("next")),
    );
    show(
      say("enter"),
      1,
      p(say("enter-lead"), "lead"),
      form,
      protection(),
      checking(),
      p(say("fingerprint") + ": ", "small"),
      code(chosen.fingerprint),
      p(say("fingerprint-help"), "small"),
    );
    if (fault) complain(place, fault);
  }

  /** For the device that checks what another one opened. */
  function checking() {
    const place = make("div", { role: "status" });
    const file = make("input", {
      type: "file",
      id: "booth-opening",
      change: async () => {
        try {
          await ready;
          const opening = JSON.parse(await readText(file.files[0]));
          const found = await Ballots.run(Ballots.reopened(chosen, opening));
          place.textContent = "";
          place.append(p(say("check-fits")), code(opening.seal), ...inWords(found));
        } catch (error) {
          complain(place, error instanceof Ballots.Refused ? known(error) : say("unreadable"));
        }
      },
    });
    return make(
      "details",
      {},
      make("summary", {}, say("check")),
      make("label", { for: "booth-opening" }, say("check-lead")),
      file,
      place,
    );
  }
  // Step 2

  function choose() {
    const parts = chosen.questions.map((asked, i) =>
      Object.assign(fields(asked, i, drafts[i]), { place: make("div") }),
    );
    const go = (event) => {
      event.preventDefault();
      drafts = parts.map(({ read }) => read());
      const faults = chosen.questions.map((asked, i) => fault(asked, paperOf(asked, i), drafts[i]));
      parts.forEach(({ place }, i) => {
        place.textContent = "";
        if (faults[i]) place.append(alarm(faults[i]));
      });
      const first = faults.findIndex((each) => each);
      if (first >= 0) {
        parts[first].rows[0].querySelector("input, select").focus();
        return;
      }
      votes = chosen.questions.map((asked, i) => marksOf(asked, paperOf(asked, i), drafts[i]));
      review();
    };
    const sets = chosen.questions.map((asked, i) =>
      make(
        "fieldset",
        {},
        make("legend", {}, asked.question),
        make("p", { class: "help", id: `q${i}-hint` }, hint(asked, paperOf(asked, i))),
        ...parts[i].rows,
        parts[i].place,
      ),
    );
    const form = make(
      "form",
      { submit: go, autocomplete: "off", novalidate: true },
      ...sets,
      make("button", {}, say("next")),
    );
    show(
      say("choose"),
      2,
      form,
      protection(),
      make(
        "p",
        {},
        button(
          say("other-credential"),
          () => {
            forget();
            enter();
          },
          true,
        ),
      ),
    );
  }

  // Step 3

  function review() {
    show(
      say("review"),
      3,
      p(say("review-lead"), "lead"),
      ...inWords(votes),
      make("div", { class: "deeds" }, button(say("encrypt"), encrypt), button(say("change"), choose, true)),
      protection(),
    );
  }

  // Step 4

  async function encrypt() {
    const bar = make("progress", { max: "1", value: "0", "aria-label": say("encrypting") });
    show(say("encrypting"), 4, p(say("encrypting-help")), bar);
    try {
      await ready;
      sealed(
        await Ballots.run(Ballots.sealed(chosen, credential, votes), (done) => {
          bar.value = done;
        }),
      );
    } catch (error) {
      show(say("review"), 3, alarm(known(error)), button(say("again"), choose));
    }
  }

  const codes = ({ tracker, seal }) => [
    make("h3", {}, say("tracker")),
    code(tracker),
    make("h3", {}, say("seal")),
    code(seal),
  ];

  function sealed(ballot) {
    const address = root.dataset.cast,
      to = address && new URL(address, location.href);
    const ours = to && to.origin === location.origin; // an encrypted ballot goes to this node or nowhere
    const deed = ours
      ? button(say("cast"), () => cast(ballot.cast(), ballot, to.href))
      : button(say("save-ballot"), () => carried(ballot.cast(), ballot));
    show(
      say("sealed"),
      4,
      p(say("sealed-lead"), "lead"),
      ...codes(ballot),
      p(say("sealed-help"), "small"),
      make("div", { class: "deeds" }, deed),
      make(
        "div",
        { class: "note" },
        p(say("test-lead")),
        button(say("test"), () => open(ballot), true),
      ),
      protection(),
    );
  }

  /** The encrypted ballot to carry: a file, and the same as text. */
  function carrying(text, { tracker }) {
    const shown = make("textarea", {
      readonly: true,
      rows: "6",
      "aria-label": say("show-ballot"),
      class: "long",
    });
    shown.value = text;
    return [
      p(say("carry")),
      make(
        "div",
        { class: "deeds" },
        button(say("save-ballot"), () => save(`ballot-${part(tracker)}.json`, text), true),
      ),
      make("details", {}, make("summary", {}, say("show-ballot")), shown),
    ];
  }
  function carried(text, ballot) {
    forget();
    save(`ballot-${part(ballot.tracker)}.json`, text);
    show(say("sealed"), 0, ...carrying(text, ballot), ...codes(ballot), p(say("done"), "small"), anew());
  }
  const anew = () =>
    button(
      say("again"),
      () => {
        forget();
        enter();
      },
      true,
    );
  function forget() {
    credential = "";
    votes = null;
    drafts = [];
  }

  async function cast(text, ballot, address) {
    forget(); // what is sent is encrypted already; nothing more is wanted of the choice
    show(say("casting"), 4, p(say("encrypting-help")), make("progress", { "aria-label": say("casting") }));
    try {
      const answer = await send(address, text);
      if (answer.tracker !== ballot.tracker) throw say("other-answer");
      received(answer, ballot);
    } catch (reason) {
      show(
        say("sealed"),
        4,
        alarm(typeof reason === "string" ? reason : say("unexpected")),
        button(say("retry"), () => cast(text, ballot, address)),
        ...carrying(text, ballot),
        ...codes(ballot),
        anew(),
      );
    }
  }

  /** Sends the encrypted ballot and nothing else; gives the node's answer, or throws a sentence. */
  async function send(address, text) {
    let answer, read;
    try {
      answer = await fetch(address, {
        method: "POST",
        body: text,
        headers: { "Content-Type": "application/json" },
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
        referrerPolicy: "no-referrer",
        mode: "same-origin",
      });
      read = await answer.json();
    } catch (error) {
      throw say("no-network"); // no connection, or an answer that is none of the node's
    }
    if (!answer.ok) throw read.refused ? say("refused", { reason: read.refused }) : say("no-network");
    return read;
  }

  function received({ tracker, receipt }, { seal }) {
    const promise = receipt ? [make("h3", {}, say("receipt-promise")), code(receipt)] : [];
    const lines = [
      chosen.name,
      `${say("fingerprint")}: ${chosen.fingerprint}`,
      `${say("tracker")}: ${tracker}`,
      `${say("seal")}: ${seal}`,
      ...(receipt ? ["", receipt] : []),
    ];
    const deeds = [
      button(say("save-receipt"), () => save(`receipt-${part(tracker)}.txt`, lines.join("\n") + "\n")),
      button(say("print"), () => print(), true),
    ];
    const board = root.dataset.board
      ? [make("p", {}, make("a", { href: root.dataset.board }, say("board")))]
      : [];
    show(
      say("receipt"),
      0,
      p(say("receipt-lead"), "lead"),
      ...codes({ tracker, seal }),
      ...promise,
      make("div", { class: "deeds" }, ...deeds),
      ...board,
      p(say("done"), "small"),
      anew(),
    );
  }

  async function open(ballot) {
    try {
      const opening = ballot.open(),
        found = await Ballots.run(Ballots.reopened(chosen, opening));
      const file = JSON.stringify(Object.assign({ how: say("opening-how") }, opening), null, 1) + "\n";
      votes = null;
      show(
        say("opened"),
        4,
        p(say("opened-lead"), "lead"),
        ...inWords(found),
        p(say("opening-honest")),
        make("h3", {}, say("seal")),
        code(ballot.seal),
        make(
          "div",
          { class: "deeds" },
          button(say("save-opening"), () => save(`opening-${part(ballot.seal)}.json`, file)),
          button(
            say("again"),
            () => {
              drafts = [];
              choose();
            },
            true,
          ),
        ),
      );
    } catch (error) {
      show(say("test"), 4, alarm(known(error)), anew());
    }
  }

  function begin() {
    if (typeof BigInt === "undefined" || typeof Ballots === "undefined" || !Ballots.sealed) {
      root.textContent = "";
      root.append(alarm(say("too-old")));
      return;
    }
    try {
      chosen = Ballots.election(given("booth-election"));
    } catch (error) {
      root.textContent = "";
      root.append(alarm(say("election")));
      return;
    }
    ready = Ballots.run(Ballots.prepare(chosen));
    ready.catch(() => {}); // whoever waits for it is told
    if (!brought) return enter();
    try {
      credential = Ballots.credential(brought);
    } catch (error) {
      return enter(known(error), brought);
    }
    choose();
  }
  begin();
})();
