// What a trustee does in a browser: a key with its proof (Belenios 2.0, specification, section 4.5), a verified
// shuffle (section 6, after CHVote 1.3.2), a partial decryption (section 4.18). Secrets never leave the page by these
// functions; groups.js says what BigInt may tell to whoever shares the processor.
"use strict";
const Trustee = {};
(() => {
  const { GROUPS, demand, mod, power, fixed, random, hashed, elements, written, pair, prove } = Ballots;

  /** Whether `secret` is known of g^secret: the proof that stands beside a trustee's public key. */
  const known = (secret, publicKey, within, raise, draw = random) =>
    prove(secret, `pok|${within.name}|${publicKey}|`, within, raise, () => "", draw);

  /** A new key: `secret` and `open`, the two files as belenios-tool writes them (.privkey and .pubkey). */
  function* key(groupName) {
    demand(Object.prototype.hasOwnProperty.call(GROUPS, groupName), "election");
    const within = GROUPS[groupName],
      raise = yield* fixed(within.g, within);
    const x = random(within.q),
      publicKey = String(raise(x));
    const pok = known(x, publicKey, within, raise);
    return { secret: JSON.stringify(String(x)), open: JSON.stringify({ pok, public_key: publicKey }) };
  }

  /** A secret key from its file. */
  const secretOf = (file, within) => Ballots.exponent(JSON.parse(file), within);

  /** The ciphertexts of a tally as they are to be opened: where there are shuffles, the last one's in their places. */
  function merged(chosen, tally, shuffle) {
    const lists = JSON.parse(tally),
      mixed = shuffle ? JSON.parse(shuffle).ciphertexts : null;
    demand(Array.isArray(lists) && lists.length === chosen.questions.length, "tally");
    const ranked = chosen.questions.filter((each) => each.ranked).length;
    demand(ranked === 0 || (mixed && mixed.length === ranked), "tally");
    let next = 0;
    return lists.map((list, i) => {
      const asked = chosen.questions[i];
      if (!asked.ranked) {
        demand(list.length === asked.answers.length + (asked.blank ? 1 : 0), "tally");
        return list;
      }
      demand(mixed[next].length === list.length, "tally");
      return mixed[next++];
    });
  }

  /**
   * The partial decryption of a tally, as text. Each ciphertext must be of the group: raising anything else to the
   * secret would tell a part of it. `secret` is a number; `shuffle` is the last one's text where a question is ranked.
   */
  function* decryption(chosen, secret, tally, shuffle = null) {
    const { group: within } = chosen,
      { p } = within,
      lists = merged(chosen, tally, shuffle);
    if (!chosen.raise) chosen.raise = yield* fixed(within.g, within);
    const prefix = `decrypt|${chosen.fingerprint}|${chosen.raise(secret)}|`;
    const all = lists.reduce((count, list) => count + list.length, 0),
      factors = [],
      proofs = [];
    let done = 0;
    for (const list of lists) {
      const row = [],
        proved = [];
      for (const each of list) {
        const { alpha } = elements(each, within);
        row.push(String(power(alpha, secret, p)));
        proved.push(prove(secret, prefix, within, chosen.raise, (w) => "," + power(alpha, w, p)));
        yield ++done / all;
      }
      factors.push(row);
      proofs.push(proved);
    }
    return JSON.stringify({ decryption_factors: factors, decryption_proofs: proofs });
  }

  /** A generator that nobody chose, from its number: -1 is the second one, h. */
  const generator = (number, { p, cofactor }) => power(hashed(`ggen|${number}`) % p, cofactor, p);

  /** An order of n things, each as likely (table 2 of the specification). */
  function permutation(n) {
    const left = Array.from({ length: n }, (_, i) => i);
    return left.map((_, i) => {
      const k = i + Number(random(BigInt(n - i)));
      const drawn = left[k];
      left[k] = left[i];
      return drawn;
    });
  }

  const listed = (numbers) => numbers.map((each) => each + ",").join("");
  const listedPairs = (ciphertexts) => ciphertexts.map((each) => pair(each) + ",").join("");

  /** Commitments to an order, c, and the chain over the challenges in that order, c_hat, each with its randomness. */
  function* committed(chosen, order, hs, before) {
    const { p, q } = chosen.group,
      n = order.length,
      c = [],
      r = [],
      chain = [],
      rHat = [];
    for (let i = 0; i < n; i++) {
      const drawn = random(q);
      c[order[i]] = (chosen.raise(drawn) * hs[i]) % p;
      r[order[i]] = drawn;
      yield;
    }
    const digest = (text) => Ballots.hex(Ballots.sha256(Ballots.utf8(text)));
    const start = digest(before + listed(c));
    const u = order.map((_, i) => mod(hashed(start + digest(String(i))), q));
    let last = generator(-1, chosen.group);
    for (let i = 0; i < n; i++) {
      rHat.push(random(q));
      last = (chosen.raise(rHat[i]) * power(last, u[order[i]], p)) % p;
      chain.push(last);
      yield;
    }
    return { c, r, u, chain, rHat };
  }

  /** The proof that `after` is `before` in `order`, encrypted anew with `fresh` (tables 4, 9 and 12). */
  function* shuffleProof(chosen, before, after, fresh, order) {
    const { p, q } = chosen.group,
      n = before.length,
      { raise, mask, fingerprint } = chosen;
    const hs = order.map((_, i) => generator(i, chosen.group));
    const pairs = listedPairs(before) + listedPairs(after);
    const start = `shuffle-challenges|${fingerprint}|${pairs}`;
    const { c, r, u, chain, rHat } = yield* committed(chosen, order, hs, start);
    const w = [random(q), random(q), random(q), random(q)],
      wHat = [],
      wPrime = [],
      tHat = [];
    let t3 = raise(w[2]),
      t41 = mask(mod(-w[3], q)),
      t42 = raise(mod(-w[3], q));
    for (let i = 0, last = generator(-1, chosen.group); i < n; last = chain[i++]) {
      wHat.push(random(q));
      wPrime.push(random(q));
      t3 = (t3 * power(hs[i], wPrime[i], p)) % p;
      yield;
      t41 = (t41 * power(after[i].beta, wPrime[i], p)) % p;
      t42 = (t42 * power(after[i].alpha, wPrime[i], p)) % p;
      yield;
      tHat.push((raise(wHat[i]) * power(last, wPrime[i], p)) % p);
      yield 1;
    }
    const t = [raise(w[0]), raise(w[1]), t3, t41, t42];
    const statement = pairs + listed(c) + listed(chain) + chosen.y;
    const challenge = mod(
      hashed(`shuffle-challenge|${fingerprint}|${listed(t)}${listed(tHat)}${statement}`),
      q,
    );
    const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0n);
    let v = 1n,
      hat = 0n;
    for (let i = n - 1; i >= 0; i--) {
      hat += rHat[i] * v;
      v = (v * u[order[i]]) % q;
    }
    const weighed = (numbers) => total(numbers.map((each, i) => each * u[i]));
    const told = [total(r), hat, weighed(r), weighed(fresh)];
    const s = w.map((each, i) => String(mod(each + challenge * told[i], q)));
    const sHat = wHat.map((each, i) => String(mod(each + challenge * rHat[i], q)));
    const sPrime = wPrime.map((each, i) => String(mod(each + challenge * u[order[i]], q)));
    const texts = (numbers) => numbers.map(String);
    return [
      [...texts([t[0], t[1], t[2]]), texts([t[3], t[4]]), texts(tHat)],
      [...s, sHat, sPrime],
      texts(c),
      texts(chain),
    ];
  }

  /**
   * Shuffles the ranked answers, as text with its proofs. `tally` is the encrypted tally's text, `shuffle` the text of
   * the shuffle before this one, if any. Yields how much is done.
   */
  function* shuffled(chosen, tally, shuffle = null) {
    const { group: within } = chosen,
      { p, q } = within,
      lists = JSON.parse(tally);
    demand(Array.isArray(lists) && lists.length === chosen.questions.length, "tally");
    const tallied = lists.filter((_, i) => chosen.questions[i].ranked);
    const before = shuffle ? JSON.parse(shuffle).ciphertexts : tallied;
    demand(
      before.length === tallied.length && before.every((each, i) => each.length === tallied[i].length),
      "tally",
    );
    if (!chosen.raise) chosen.raise = yield* fixed(within.g, within);
    const mask = yield* fixed(chosen.y, within),
      prepared = Object.assign({}, chosen, { mask });
    const all = before.reduce((sum, list) => sum + list.length, 0),
      ciphertexts = [],
      proofs = [];
    let done = 0;
    for (const list of before) {
      const read = list.map((each) => elements(each, within)),
        fresh = read.map(() => random(q));
      const order = permutation(list.length),
        renewed = [];
      for (let i = 0; i < read.length; i++) {
        const { alpha, beta } = read[i];
        renewed.push({ alpha: (alpha * chosen.raise(fresh[i])) % p, beta: (beta * mask(fresh[i])) % p });
        yield done / all;
      }
      const after = order.map((i) => renewed[i]);
      const work = shuffleProof(prepared, read, after, fresh, order);
      let step = work.next();
      for (; !step.done; step = work.next()) {
        if (step.value === 1) done++;
        yield done / all;
      }
      ciphertexts.push(after.map(written));
      proofs.push(step.value);
    }
    return JSON.stringify({ ciphertexts, proofs });
  }

  Object.assign(Trustee, { known, key, secretOf, decryption, shuffled, generator });
})();
