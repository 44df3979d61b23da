// What a trustee's own device reckons again before it opens anything: the encrypted tally from the ballots, and each
// shuffle from its proof (Belenios 2.0, specification, section 4.16 and table 5). Whoever decrypts what a node hands
// over unchecked may be made to open a single vote.
"use strict";
(() => {
  const { demand, mod, power, powers, inverse, exponent, element, elements, written, pair, hashed } = Ballots;

  /** The weights by public credential, from the public list's text. */
  function weightsOf(list) {
    const weights = new Map();
    for (const each of JSON.parse(list)) {
      const [key, weight = "1"] = each.split(",");
      demand(/^[1-9][0-9]{0,11}$/.test(weight) && !weights.has(key), "credentials");
      weights.set(key, BigInt(weight));
    }
    return weights;
  }

  const sorted = (ciphertexts) => {
    const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    return ciphertexts.slice().sort((a, b) => order(a.alpha, b.alpha) || order(a.beta, b.beta));
  };

  /**
   * The encrypted tally of these ballots, oldest first, as text: the last of each credential counts. Every ballot is
   * checked whole, so this takes as long as sealing each of them again. Yields how much is done.
   */
  function* tallied(chosen, list, ballots) {
    const weights = weightsOf(list),
      last = new Map(),
      { p } = chosen.group;
    for (let i = 0; i < ballots.length; i++) {
      const work = Ballots.check(chosen, ballots[i]);
      for (let step = work.next(); !step.done; step = work.next()) yield (i + step.value) / ballots.length;
      const read = JSON.parse(ballots[i]);
      demand(weights.has(read.credential), "credentials");
      last.set(read.credential, read.answers);
    }
    const counted = [...last].map(([key, answers]) => ({ weight: weights.get(key), answers }));
    const read = ({ alpha, beta }) => ({ alpha: BigInt(alpha), beta: BigInt(beta) });
    const lists = chosen.questions.map((asked, i) => {
      if (asked.ranked) {
        demand(
          counted.every(({ weight }) => weight === 1n),
          "credentials",
        );
        return sorted(counted.map(({ answers }) => read(answers[i].choices)));
      }
      const sums = Array.from({ length: asked.answers.length + (asked.blank ? 1 : 0) }, () => ({
        alpha: 1n,
        beta: 1n,
      }));
      for (const { weight, answers } of counted) {
        answers[i].choices.map(read).forEach(({ alpha, beta }, j) => {
          sums[j] = {
            alpha: (sums[j].alpha * power(alpha, weight, p)) % p,
            beta: (sums[j].beta * power(beta, weight, p)) % p,
          };
        });
      }
      return sums;
    });
    return JSON.stringify(lists.map((each) => each.map(written)));
  }

  const listed = (numbers) => numbers.map((each) => each + ",").join("");
  const listedPairs = (ciphertexts) => ciphertexts.map((each) => pair(each) + ",").join("");

  /** A shuffle proof as numbers, each of the group or below its order. */
  function readProof([[t1, t2, t3, [t41, t42], tHat], [s1, s2, s3, s4, sHat, sPrime], c, chain], n, within) {
    const group = (texts) => texts.map((each) => element(each, within));
    const below = (texts) => texts.map((each) => exponent(each, within));
    demand(
      [tHat, sHat, sPrime, c, chain].every((each) => each.length === n),
      "shuffle",
    );
    return {
      t: group([t1, t2, t3, t41, t42]),
      tHat: group(tHat),
      s: below([s1, s2, s3, s4]),
      sHat: below(sHat),
      sPrime: below(sPrime),
      c: group(c),
      chain: group(chain),
    };
  }

  /** Whether `after` is `before` in another order and encrypted anew (table 5). */
  function* listHolds(chosen, before, after, proof) {
    const { g, p, q } = chosen.group,
      { y, fingerprint } = chosen,
      n = before.length;
    demand(after.length === n, "shuffle");
    const { t, tHat, s, sHat, sPrime, c, chain } = readProof(proof, n, chosen.group);
    const digest = (text) => Ballots.hex(Ballots.sha256(Ballots.utf8(text)));
    const pairs = listedPairs(before) + listedPairs(after);
    const start = digest(`shuffle-challenges|${fingerprint}|${pairs}${listed(c)}`);
    const u = before.map((_, i) => mod(hashed(start + digest(String(i))), q));
    const statement = pairs + listed(c) + listed(chain) + y;
    const challenge = mod(
      hashed(`shuffle-challenge|${fingerprint}|${listed(t)}${listed(tHat)}${statement}`),
      q,
    );
    const h = Trustee.generator(-1, chosen.group),
      back = (x) => power(inverse(x, p), challenge, p);
    let bar = 1n,
      tilde = 1n,
      all = 1n,
      alpha = 1n,
      beta = 1n,
      t3 = 1n,
      t41 = 1n,
      t42 = 1n;
    for (let i = 0, last = h; i < n; last = chain[i++]) {
      const hi = Trustee.generator(i, chosen.group);
      bar = (((bar * c[i]) % p) * inverse(hi, p)) % p;
      tilde = (tilde * power(c[i], u[i], p)) % p;
      all = (all * u[i]) % q;
      alpha = (alpha * power(before[i].alpha, u[i], p)) % p;
      beta = (beta * power(before[i].beta, u[i], p)) % p;
      yield;
      t3 = (t3 * power(hi, sPrime[i], p)) % p;
      t41 = (t41 * power(after[i].beta, sPrime[i], p)) % p;
      yield;
      t42 = (t42 * power(after[i].alpha, sPrime[i], p)) % p;
      const next = (back(chain[i]) * powers(g, sHat[i], last, sPrime[i], p)) % p;
      if (next !== tHat[i]) return false;
      yield 1;
    }
    const end = n ? chain[n - 1] : h,
      hat = (end * inverse(power(h, all, p), p)) % p;
    const minus = mod(-s[3], q),
      found = [
        (back(bar) * power(g, s[0], p)) % p,
        (back(hat) * power(g, s[1], p)) % p,
        (((back(tilde) * power(g, s[2], p)) % p) * t3) % p,
        (((back(beta) * power(y, minus, p)) % p) * t41) % p,
        (((back(alpha) * power(g, minus, p)) % p) * t42) % p,
      ];
    return found.every((each, i) => each === t[i]);
  }

  /**
   * Checks all shuffles, in their order, from the tally's text on; refuses with the code "shuffle" where one does not
   * hold, naming none: nothing may then be decrypted. Yields how much is done.
   */
  function* shufflesHold(chosen, tally, shuffles) {
    let before = JSON.parse(tally)
      .filter((_, i) => chosen.questions[i].ranked)
      .map((list) => list.map((each) => elements(each, chosen.group)));
    const all = shuffles.length * before.reduce((sum, list) => sum + list.length, 0);
    let done = 0;
    for (const text of shuffles) {
      const { ciphertexts, proofs } = JSON.parse(text);
      demand(ciphertexts.length === before.length && proofs.length === before.length, "shuffle");
      const after = ciphertexts.map((list) => list.map((each) => elements(each, chosen.group)));
      for (let i = 0; i < before.length; i++) {
        const work = listHolds(chosen, before[i], after[i], proofs[i]);
        let step = work.next();
        for (; !step.done; step = work.next()) {
          if (step.value === 1) done++;
          yield done / all;
        }
        demand(step.value, "shuffle");
      }
      before = after;
    }
    return true;
  }

  Object.assign(Trustee, { tallied, shufflesHold });
})();
