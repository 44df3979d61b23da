// The trustee's page: makes a key, takes part in its rounds, mixes papers, opens a part of the count. What is secret
// stays in this page: it is shown to be saved, read from a file, and never put into what is sent.
"use strict";
(() => {
  const root = document.getElementById("work"), form = document.getElementById("hand-in");
  const given = (id) => JSON.parse(document.getElementById(id).textContent);
  const task = given("task"), words = given("words");

  const { make, p, alarm, button, save } = Elements;
  function show(...inside) {
    root.textContent = "";
    root.append(...inside);
  }
  const sentence = (error) => {
    if (!(error instanceof Ballots.Refused)) return words.unexpected;
    const text = words[error.code] || words.unexpected;
    return error.trustee ? words.fault.replace("{trustee}", String(error.trustee)) : text;
  };

  /** Hands in the public part, as a file since it can be long; the form goes to this node with the person's session. */
  function handIn(text) {
    const carried = new DataTransfer();
    carried.items.add(new File([text], "public.json", { type: "application/json" }));
    form.elements.text.files = carried.files;
    form.elements.task.value = task.kind;
    show(p(words.sending), make("progress", { "aria-label": words.sending }));
    form.submit();
  }

  async function working(label, work) {
    const bar = make("progress", { max: "1", value: "0", "aria-label": label });
    show(p(label), p(words["leave-open"], "small"), bar);
    return Ballots.run(work, (done) => { bar.value = done; });
  }

  // A new key

  function begin() {
    show(p(words["key-lead"], "lead"), button(words["make-key"], async () => {
      try {
        if (task.threshold) {
          const seed = Trustee.seed();
          keep(seed, Trustee.certificate(seed, task.group));
        } else {
          const made = await working(words.making, Trustee.key(task.group));
          keep(made.secret, made.open);
        }
      } catch (error) {
        show(alarm(sentence(error)));
      }
    }));
  }

  function keep(secret, open) {
    const done = make("input", { type: "checkbox", id: "kept" });
    const deed = make("button", { type: "button", disabled: true, click: () => handIn(open) }, words["hand-in"]);
    done.addEventListener("change", () => { deed.disabled = !done.checked; });
    show(p(words["keep-lead"], "lead"), make("pre", {}, make("code", {}, secret)),
      make("div", { class: "deeds" }, button(words["save-secret"], () => save(`trustee-${task.label}.txt`, secret + "\n")),
        button(words.print, () => print())),
      make("label", { class: "choice", for: "kept" }, done, " " + words.kept), deed);
  }

  // What needs the secret that was kept

  function withSecret(lead, deed, work) {
    const place = make("div"), field = make("textarea", {
      id: "secret", rows: "3", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": "secret-help" });
    const file = make("input", { type: "file", id: "secret-file", change: () => {
      const reader = new FileReader();
      reader.onload = () => { field.value = String(reader.result).trim(); };
      reader.readAsText(file.files[0]);
    } });
    const go = async (event) => {
      event.preventDefault();
      const secret = field.value.trim();
      if (!secret) {
        place.replaceChildren(alarm(words["no-secret"]));
        field.focus();
        return;
      }
      try {
        handIn(await work(secret));
      } catch (error) {
        withSecret(lead, deed, work);
        root.prepend(alarm(sentence(error)));
      }
    };
    show(p(lead, "lead"), make("form", { submit: go, autocomplete: "off" },
      make("label", { for: "secret-file" }, words["secret-file"]), file,
      make("label", { for: "secret" }, words.secret), make("p", { class: "help", id: "secret-help" }, words["secret-help"]), field,
      place, make("button", {}, deed)));
  }

  const ceremony = () => Trustee.ceremony(task.label, task.group, task.threshold, task.messages[0]);
  function identity() {
    const shown = ceremony().identity.slice(0, 32).match(/.{4}/g).join(" ");
    return make("details", {}, make("summary", {}, words.compare), p(words["compare-lead"]), make("pre", {}, make("code", {}, shown)));
  }

  function second() {
    withSecret(words["second-lead"], words["hand-in"], (seed) => working(words.making, Trustee.polynomial(ceremony(), seed)));
    root.append(identity());
  }

  function third() {
    withSecret(words["third-lead"], words["hand-in"], (seed) => working(words.checking, (function* () {
      const held = ceremony(), round = yield* Trustee.polynomials(held, task.messages[1]);
      return yield* Trustee.verificationKey(held, seed, round);
    })()));
    root.append(identity());
  }

  function mix() {
    show(p(words["mix-lead"], "lead"), button(words.mix, async () => {
      try {
        const chosen = Ballots.election(task.election);
        handIn(await working(words.mixing, Trustee.shuffled(chosen, task.tally, task.shuffle || null)));
      } catch (error) {
        mix();
        root.prepend(alarm(sentence(error)));
      }
    }));
  }

  /** The ballots and mixes as they stand on the board. */
  async function board() {
    const answer = await fetch(task.board, { cache: "no-store", credentials: "same-origin" });
    if (!answer.ok) throw new Ballots.Refused("tally");
    return answer.json();
  }

  /** One's key for this count, from the secret that was kept; by threshold, also that the ceremony is the published one. */
  function* keyOf(secret, chosen) {
    if (!task.threshold) return Trustee.secretOf(secret, chosen.group);
    const held = ceremony(), round = yield* Trustee.polynomials(held, task.messages[1]);
    const made = yield* Trustee.publicObject(held, round, task.messages[2]);
    Ballots.demand(JSON.stringify([["Pedersen", JSON.parse(made)]]) === task.trustees, "not-published");
    return yield* Trustee.decryptionKey(held, secret, round);
  }

  function open() {
    withSecret(words["open-lead"], words.open, async (secret) => {
      const chosen = Ballots.election(task.election), { credentials, ballots, shuffles } = await board();
      const key = await working(words.making, keyOf(secret, chosen));
      // Whoever opened unchecked what a node hands over could be made to open a single vote.
      const sum = await working(words.reckoning.replace("{n}", String(ballots.length)), Trustee.tallied(chosen, credentials, ballots));
      Ballots.demand(sum === task.tally, "tally");
      if (shuffles.length) await working(words["checking-mixes"], Trustee.shufflesHold(chosen, sum, shuffles));
      const last = shuffles.length ? shuffles[shuffles.length - 1] : null;
      return working(words.opening, Trustee.decryption(chosen, key, sum, last));
    });
  }

  if (typeof BigInt === "undefined") show(alarm(words["too-old"]));
  else ({ "key-1": begin, "key-2": second, "key-3": third, mix, open }[task.kind] || (() => {}))();
})();
