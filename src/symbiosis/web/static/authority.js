// The credential authority in a browser: makes the credentials of an election and what may be published of them.
// Whoever runs this hands the slips out, one to each person on the roll, and keeps no list of who got which.
"use strict";
const Authority = {};
(() => {
  const { DIGITS, GROUPS, demand, random, fixed } = Ballots;

  /** One private credential, "XXX-XXX-XXX-XXX-XXX": 14 digits drawn, the 15th checks them. */
  function credential() {
    let digits = "";
    for (let i = 0; i < 14; i++) digits += DIGITS[Number(random(58n))];
    return (digits + Ballots.checksum(digits)).match(/.../g).join("-");
  }

  /**
   * As many credentials as there are weights (1 for each voter, or more where a vote weighs more), and the public list
   * as text, sorted by the numbers themselves so that its order says nothing. The private ones are given in an order
   * of their own: by weight, then as drawn.
   */
  function* credentials(uuid, groupName, weights) {
    demand(Object.prototype.hasOwnProperty.call(GROUPS, groupName), "election");
    demand(
      weights.every((each) => Number.isInteger(each) && each > 0),
      "weight",
    );
    const within = GROUPS[groupName],
      raise = yield* fixed(within.g, within),
      weighed = weights.some((each) => each !== 1);
    const given = [],
      open = [];
    for (const weight of weights.slice().sort((a, b) => a - b)) {
      const text = credential();
      given.push({ credential: text, weight });
      open.push({ key: raise(Ballots.secret(text, uuid, within)), weight });
      yield given.length / weights.length;
    }
    open.sort((a, b) => (a.key < b.key ? -1 : 1));
    demand(
      open.every(({ key }, i) => i === 0 || key !== open[i - 1].key),
      "drawn-twice",
    );
    const list = JSON.stringify(open.map(({ key, weight }) => (weighed ? `${key},${weight}` : String(key))));
    return { credentials: given, list, fingerprint: Ballots.fingerprint(list) };
  }

  /**
   * Slips to print and cut, as elements in `place`: the election's name, its fingerprint, the credential, and the link
   * that brings it to the booth behind "#", which browsers never send, as a QR code too. `said` has the sentences:
   * `credential`, `weight`, `link`, `picture`, `fingerprint`, `keep`.
   */
  function slips(place, given, { name, fingerprint, booth }, said) {
    const line = (parent, tag, text) => {
      const made = document.createElement(tag);
      made.textContent = text;
      parent.appendChild(made);
    };
    for (const { credential: text, weight } of given) {
      const slip = document.createElement("div");
      slip.className = "slip";
      line(slip, "strong", name);
      line(slip, "p", said.credential);
      line(slip, "code", text);
      if (weight !== 1) line(slip, "p", said.weight.replace("{weight}", String(weight)));
      line(slip, "p", said.link);
      line(slip, "code", `${booth}#${text}`);
      slip.appendChild(Qr.picture(`${booth}#${text}`, said.picture));
      line(slip, "p", said.fingerprint);
      line(slip, "code", fingerprint);
      line(slip, "p", said.keep);
      place.appendChild(slip);
    }
  }

  Object.assign(Authority, { credential, credentials, slips });
})();
