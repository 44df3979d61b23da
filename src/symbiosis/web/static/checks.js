// Checking a whole ballot (Belenios 2.0, specification, sections 4.11 to 4.15): a voter's own before it is shown as
// sealed, and everybody's before a trustee opens anything.
"use strict";
(() => {
  const { demand, mod, power, powers, inverse, hashed, exponent, element, Refused, pair, product, span } =
    Ballots;

  /** Whether a disjunction's challenges add up to what is hashed; `statements` are the ciphertexts that would hold 0. */
  function* disjunctionHolds(chosen, prefix, proofs, statements) {
    const { g, p, q } = chosen.group;
    if (!Array.isArray(proofs) || proofs.length !== statements.length) return false;
    const commitments = [];
    let total = 0n;
    for (let i = 0; i < proofs.length; i++) {
      const c = exponent(proofs[i].challenge, chosen.group),
        z = exponent(proofs[i].response, chosen.group);
      const { alpha, beta } = statements[i];
      commitments.push(powers(g, z, alpha, c, p), powers(chosen.y, z, beta, c, p));
      total += c;
      yield;
    }
    return mod(hashed(prefix + commitments.join(",")), q) === total % q;
  }

  /** The ciphertext divided by g^n: it holds 0 where the other held n. */
  function less({ alpha, beta }, n, { g, p }) {
    return { alpha, beta: (beta * inverse(power(g, BigInt(n), p), p)) % p };
  }

  const elements = ({ alpha, beta }, within) => ({
    alpha: element(alpha, within),
    beta: element(beta, within),
  });

  function* homomorphicHolds(chosen, asked, answer, before) {
    const { group: within } = chosen,
      choices = answer.choices.map((each) => elements(each, within));
    if (choices.length !== asked.answers.length + (asked.blank ? 1 : 0)) return false;
    if (answer.individual_proofs.length !== choices.length) return false;
    for (let i = 0; i < choices.length; i++) {
      const prefix = `prove|${before}|${pair(choices[i])}|`,
        either = [choices[i], less(choices[i], 1, within)];
      if (!(yield* disjunctionHolds(chosen, prefix, answer.individual_proofs[i], either))) return false;
    }
    const s = `${before}|${choices.map(pair).join(",")}`;
    const summed = product(choices.slice(asked.blank ? 1 : 0), within.p);
    const range = span(asked.min, asked.max).map((least) => less(summed, least, within));
    if (!asked.blank) {
      return yield* disjunctionHolds(chosen, `prove|${s}|${pair(summed)}|`, answer.overall_proof, range);
    }
    const some = [less(choices[0], 1, within), ...range];
    return (
      (yield* disjunctionHolds(chosen, `bproof1|${s}|`, answer.overall_proof, some)) &&
      (yield* disjunctionHolds(chosen, `bproof0|${s}|`, answer.blank_proof, [choices[0], summed]))
    );
  }

  /** The ballot's fields in the order in which they are written, and no others. */
  function canonical({ election_uuid, election_hash, credential, answers, signature }, questions) {
    const proof = ({ challenge, response }) => ({ challenge, response });
    const choice = ({ alpha, beta }) => ({ alpha, beta });
    const answer = (read, asked) =>
      asked.ranked
        ? { choices: choice(read.choices), proof: proof(read.proof) }
        : Object.assign(
            {
              choices: read.choices.map(choice),
              individual_proofs: read.individual_proofs.map((proofs) => proofs.map(proof)),
              overall_proof: read.overall_proof.map(proof),
            },
            asked.blank ? { blank_proof: read.blank_proof.map(proof) } : {},
          );
    demand(answers.length === questions.length, "ballot");
    const fields = {
      election_uuid,
      election_hash,
      credential,
      answers: answers.map((each, i) => answer(each, questions[i])),
    };
    const unsigned = JSON.stringify(fields);
    const signed = Object.assign(fields, {
      signature: { hash: signature.hash, proof: proof(signature.proof) },
    });
    return { unsigned, text: JSON.stringify(signed) };
  }

  /** Checks a whole ballot with powers of any base, not with the tables that made it. Refuses with the code "ballot". */
  function* check(chosen, text) {
    const { group: within } = chosen;
    try {
      const ballot = JSON.parse(text),
        { unsigned, text: again } = canonical(ballot, chosen.questions);
      demand(again === text && ballot.election_uuid === chosen.uuid, "ballot");
      demand(ballot.election_hash === chosen.fingerprint, "ballot");
      const key = element(ballot.credential, within),
        before = `${chosen.fingerprint}|${ballot.credential}`;
      const { hash, proof } = ballot.signature;
      demand(
        hash === Ballots.fingerprint(unsigned) && Ballots.proves(proof, key, `sig|${hash}|`, within),
        "ballot",
      );
      for (let i = 0; i < ballot.answers.length; i++) {
        const asked = chosen.questions[i],
          answer = ballot.answers[i];
        yield i / ballot.answers.length;
        if (asked.ranked) {
          const choices = elements(answer.choices, within);
          const prefix = `raweg|${before}|${chosen.y},${pair(choices)}|`;
          demand(Ballots.proves(answer.proof, choices.alpha, prefix, within), "ballot");
        } else {
          const work = homomorphicHolds(chosen, asked, answer, before),
            all = 3 * answer.choices.length + 4;
          let step = work.next();
          for (let done = 0; !step.done; step = work.next(), done++) {
            yield (i + Math.min(1, done / all)) / ballot.answers.length;
          }
          demand(step.value, "ballot");
        }
      }
    } catch (error) {
      if (error instanceof RangeError) throw error; // the device has no memory left: that is not the ballot's fault
      throw new Refused("ballot");
    }
  }

  Object.assign(Ballots, { check, elements });
})();
