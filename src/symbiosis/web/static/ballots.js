// Secret ballots of Belenios 2.0 (its specification, sections 4.8 to 4.15), made and checked in a browser.
//
// The one who makes a ballot knows its randomness r and its content m, so nothing but powers of g and of the
// election's key y is needed to make it: (beta / g^M)^c = y^(rc) g^((m-M)c). Checking uses none of those shortcuts.
// Secrets pass through BigInt: see groups.js on what that may tell to whom.
"use strict";
(() => {
  const { GROUPS, Refused, demand, mod, power, fixed, random, hashed, decimal, exponent, element } = Ballots;
  const DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const MOST_MARKS = 254; // more 8-bit marks, and the number that holds them could pass p
  const isCount = (n) => Number.isInteger(n) && n >= 0 && n <= 1000;
  const isTexts = (list) =>
    Array.isArray(list) && list.length > 0 && list.every((each) => typeof each === "string");

  function question(read) {
    const ranked = read.type === "NonHomomorphic";
    const { question: asked, answers, blank = false, min, max } = ranked ? read.value : read;
    demand(typeof asked === "string" && isTexts(answers), "election");
    demand(ranked || (read.type === undefined && typeof blank === "boolean"), "election");
    if (ranked) demand(answers.length <= MOST_MARKS, "election");
    else demand(isCount(min) && isCount(max) && min <= max && max <= answers.length, "election");
    return ranked
      ? { ranked, question: asked, answers, extra: read.extra || {} }
      : { ranked, question: asked, answers, blank, min, max };
  }

  /** An election from its file, as text or bytes: its fingerprint is of exactly what was given. */
  function election(file) {
    try {
      const text =
        typeof file === "string"
          ? file
          : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
      const read = JSON.parse(text);
      demand(read.version === 1 && Object.prototype.hasOwnProperty.call(GROUPS, read.group), "election");
      demand(typeof read.uuid === "string" && read.uuid.length >= 14, "election");
      demand(
        [...read.uuid].every((each) => DIGITS.includes(each)),
        "election",
      );
      const within = GROUPS[read.group],
        questions = read.questions.map(question);
      demand(questions.length > 0 && (within.embeds || !questions.some((each) => each.ranked)), "election");
      const y = element(read.public_key, within);
      demand(y !== 1n, "election");
      return {
        text,
        group: within,
        y,
        questions,
        uuid: read.uuid,
        fingerprint: Ballots.fingerprint(text),
        name: String(read.name),
        description: String(read.description),
        raise: null,
        mask: null,
      };
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw new Refused("election"); // no JSON, no UTF-8, or not the fields of an election
    }
  }

  /** Makes the tables of powers of g and y, which takes longer than a ballot: do it while people read. */
  function* prepare(chosen) {
    const { group: within, y } = chosen;
    if (!chosen.raise) chosen.raise = yield* fixed(within.g, within);
    if (!chosen.mask) {
      const often = chosen.questions.some((each) => !each.ranked);
      chosen.mask = often ? yield* fixed(y, within) : (e) => power(y, e, within.p);
    }
  }

  /** The credential as it is meant, "XXX-XXX-XXX-XXX-XXX": spaces are ignored and hyphens put where they belong. */
  function credential(typed) {
    const digits = typed.replace(/[\s\u00ad\u2010-\u2015\u2212-]/g, "");
    demand(digits.length > 0, "credential-empty");
    demand(
      [...digits].every((each) => DIGITS.includes(each)),
      "credential-letters",
    );
    demand(digits.length === 15, "credential-length");
    demand(checksum(digits.slice(0, 14)) === digits[14], "credential-checksum");
    return digits.match(/.../g).join("-");
  }
  function checksum(digits) {
    let value = 0n;
    for (const each of digits) value = value * 58n + BigInt(DIGITS.indexOf(each));
    return DIGITS[53 - Number(value % 53n)];
  }

  /** The secret number of a credential in one election; its public half is g to that power. */
  const secret = (text, uuid, { q }) =>
    mod(BigInt("0x" + Ballots.hex(Ballots.pbkdf2(Ballots.utf8(text), Ballots.utf8(uuid), 1000, 32))), q);

  const pair = ({ alpha, beta }) => alpha + "," + beta;
  const written = ({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) });

  /**
   * Proves that one of several statements is true without telling which. A branch is a ciphertext's randomness `r`
   * and how far `off` its content is from what the branch claims. The true one takes what is left of the hashed
   * challenge; the others draw theirs, which sets what they commit to.
   */
  function* disjunction(chosen, prefix, branches) {
    const { p, q } = chosen.group,
      commitments = [];
    const real = branches.findIndex(({ off }) => off === 0);
    demand(real >= 0, "vote");
    const drawn = [];
    for (let i = 0; i < branches.length; i++) {
      const c = i === real ? 0n : random(q),
        e = random(q);
      const shift = chosen.raise(mod(BigInt(branches[i].off) * c, q));
      commitments.push(chosen.raise(e), (chosen.mask(e) * shift) % p);
      drawn.push({ c, e });
      yield;
    }
    const others = drawn.reduce((sum, { c }) => sum + c, 0n);
    drawn[real].c = mod(hashed(prefix + commitments.join(",")) - others, q);
    return drawn.map(({ c, e }, i) => ({
      challenge: String(c),
      response: String(mod(e - branches[i].r * c, q)),
    }));
  }

  const product = (choices, p) => ({
    alpha: choices.reduce((made, { alpha }) => (made * alpha) % p, 1n),
    beta: choices.reduce((made, { beta }) => (made * beta) % p, 1n),
  });
  const sum = (numbers) => numbers.reduce((made, n) => made + n, 0);
  const span = (min, max) => Array.from({ length: Math.max(0, max - min + 1) }, (_, i) => min + i);

  /** An answer that is counted under encryption: each option 0 or 1, with a first one for "blank" where allowed. */
  function* homomorphic(chosen, asked, marks, before) {
    const { g, p, q } = chosen.group,
      rs = marks.map(() => random(q)),
      choices = [],
      individual = [];
    for (let i = 0; i < marks.length; i++) {
      const alpha = chosen.raise(rs[i]),
        beta = (chosen.mask(rs[i]) * (marks[i] ? g : 1n)) % p;
      choices.push({ alpha, beta });
      yield;
      const branches = [
        { r: rs[i], off: marks[i] },
        { r: rs[i], off: marks[i] - 1 },
      ];
      individual.push(yield* disjunction(chosen, `prove|${before}|${pair(choices[i])}|`, branches));
    }
    const s = `${before}|${choices.map(pair).join(",")}`,
      answer = { choices: choices.map(written) };
    answer.individual_proofs = individual;
    const summed = rs.slice(asked.blank ? 1 : 0).reduce((made, r) => made + r, 0n) % q;
    const count = sum(marks.slice(asked.blank ? 1 : 0));
    const range = span(asked.min, asked.max).map((least) => ({ r: summed, off: count - least }));
    if (asked.blank) {
      const none = [
        { r: rs[0], off: marks[0] },
        { r: summed, off: count },
      ];
      const some = [{ r: rs[0], off: marks[0] - 1 }, ...range];
      answer.overall_proof = yield* disjunction(chosen, `bproof1|${s}|`, some);
      answer.blank_proof = yield* disjunction(chosen, `bproof0|${s}|`, none);
    } else {
      answer.overall_proof = yield* disjunction(chosen, `prove|${s}|${pair(product(choices, p))}|`, range);
    }
    return { answer, randomness: rs };
  }

  /** Marks of 8 bits as one element: the first at or after them that is in the group. (Its search takes longer or less.) */
  function embedded(marks, within) {
    let x = marks.reduce((made, mark) => made * 256n + BigInt(mark), 0n) * 256n;
    while (!Ballots.belongs(x, within)) x += 1n;
    return x;
  }

  /** An answer that is shuffled and then opened: a mark for each option, in one ciphertext. */
  function* shuffled(chosen, marks, before) {
    const { p, q } = chosen.group,
      r = random(q);
    const choices = { alpha: chosen.raise(r), beta: (chosen.mask(r) * embedded(marks, chosen.group)) % p };
    yield;
    const proof = Ballots.prove(
      r,
      `raweg|${before}|${chosen.y},${pair(choices)}|`,
      chosen.group,
      chosen.raise,
    );
    return { answer: { choices: written(choices), proof }, randomness: [r] };
  }

  /** Whether the marks are an answer that the question allows. */
  function allowed(asked, marks) {
    const whole =
      Array.isArray(marks) && marks.every((mark) => isCount(mark) && mark < (asked.ranked ? 256 : 2));
    if (!whole || marks.length !== asked.answers.length + (asked.blank ? 1 : 0)) return false;
    if (asked.ranked) return true;
    const count = sum(marks.slice(asked.blank ? 1 : 0));
    return asked.blank && marks[0] ? count === 0 : asked.min <= count && count <= asked.max;
  }

  /**
   * Encrypts one vote, checks what came out, and gives it sealed: `seal` and `tracker` may be shown at once. Then
   * either `cast()` gives the ballot, or `open()` gives its randomness and content without a signature, for a test:
   * whichever is called first, the other refuses for ever. Yields how much is done.
   */
  function* sealed(chosen, credentialText, votes) {
    const { group: within } = chosen;
    demand(votes.length === chosen.questions.length, "vote");
    votes.forEach((marks, i) => demand(allowed(chosen.questions[i], marks), "vote"));
    yield* prepare(chosen);
    const key = secret(credential(credentialText), chosen.uuid, within),
      publicKey = String(chosen.raise(key));
    const before = `${chosen.fingerprint}|${publicKey}`,
      answers = [],
      openings = [];
    const steps = (asked) => (asked.ranked ? 1 : asked.answers.length * 3 + asked.max - asked.min + 5);
    const all = sum(chosen.questions.map(steps));
    for (let i = 0, done = 0; i < votes.length; i++) {
      const asked = chosen.questions[i];
      const work = asked.ranked
        ? shuffled(chosen, votes[i], before)
        : homomorphic(chosen, asked, votes[i], before);
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) {
          answers.push(step.value.answer);
          openings.push({ votes: votes[i], randomness: step.value.randomness.map(String) });
          break;
        }
        yield Math.min(0.5, (0.5 * ++done) / all);
      }
    }
    const fields = {
      election_uuid: chosen.uuid,
      election_hash: chosen.fingerprint,
      credential: publicKey,
      answers,
    };
    const unsigned = JSON.stringify(fields),
      seal = Ballots.fingerprint(unsigned);
    const proof = Ballots.prove(key, `sig|${seal}|`, within, chosen.raise);
    const text = JSON.stringify(Object.assign(fields, { signature: { hash: seal, proof } }));
    const work = Ballots.check(chosen, text);
    for (let step = work.next(); !step.done; step = work.next()) yield 0.5 + step.value / 2;
    let kept = { text, opening: { election: chosen.fingerprint, seal, ballot: unsigned, answers: openings } };
    const once = (name) => () => {
      demand(kept, "used");
      const given = kept[name];
      kept = null;
      return given;
    };
    return { seal, tracker: Ballots.fingerprint(text), cast: once("text"), open: once("opening") };
  }

  /** What an opened ballot held, reckoned again: gives the votes, or refuses where it does not fit its seal. */
  function* reopened(chosen, opening) {
    const { g, p } = chosen.group;
    yield* prepare(chosen);
    demand(opening.election === chosen.fingerprint, "other-election");
    demand(Ballots.fingerprint(opening.ballot) === opening.seal, "opening");
    const ballot = JSON.parse(opening.ballot);
    demand(
      ballot.election_hash === chosen.fingerprint && ballot.answers.length === chosen.questions.length,
      "opening",
    );
    for (let i = 0; i < ballot.answers.length; i++) {
      const asked = chosen.questions[i],
        { votes, randomness } = opening.answers[i];
      demand(allowed(asked, votes), "opening");
      const contents = asked.ranked ? [embedded(votes, chosen.group)] : votes.map((mark) => (mark ? g : 1n));
      const choices = [].concat(ballot.answers[i].choices);
      demand(choices.length === contents.length && randomness.length === contents.length, "opening");
      for (let j = 0; j < choices.length; j++) {
        const r = exponent(randomness[j], chosen.group);
        const made = written({ alpha: chosen.raise(r), beta: (chosen.mask(r) * contents[j]) % p });
        demand(made.alpha === choices[j].alpha && made.beta === choices[j].beta, "opening");
        yield (i + j / choices.length) / ballot.answers.length;
      }
    }
    return opening.answers.map(({ votes }) => votes);
  }

  Object.assign(Ballots, {
    DIGITS,
    checksum,
    credential,
    secret,
    election,
    prepare,
    sealed,
    reopened,
    allowed,
    pair,
    written,
    product,
    sum,
    span,
  });
})();
