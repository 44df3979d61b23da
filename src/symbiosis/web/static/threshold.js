// The key ceremony of trustees by threshold, as docs/spec/trustees.md writes it to the byte. Each step takes the texts
// of the others' messages, checks them, and gives the text of one's own; whoever passes them on is not trusted.
// `draw(limit)` is for the vectors; people's randomness is the browser's own.
"use strict";
(() => {
  const { DIGITS, GROUPS, demand, mod, power, random, exponent, element, prove, proves } = Ballots;

  /** A message is not what the ceremony allows; `trustee` is whose doing it is, by number from 1. */
  class Fault extends Ballots.Refused {
    constructor(trustee) {
      super("ceremony");
      this.trustee = trustee;
    }
  }
  /** Runs a check whose failing is the doing of one trustee. */
  function blamed(trustee, check) {
    try {
      return check();
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw error instanceof Fault ? error : new Fault(trustee);
    }
  }

  const sha = (text) => Ballots.sha256(Ballots.utf8(text));
  const digest = (text) => Ballots.hex(sha(text));
  const num = (text, { q }) => mod(Ballots.hashed(text), q);
  const joined = (parts) => {
    const made = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
    parts.reduce((at, each) => (made.set(each, at), at + each.length), 0);
    return made;
  };
  const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (each) => parseInt(each, 16));
  const shareLength = ({ q }) => Math.ceil((q - 1n).toString(2).length / 8);
  const raising =
    ({ g, p }) =>
    (e) =>
      power(g, e, p);

  /** A new seed: 22 characters, the one secret that a trustee keeps. */
  function seed(draw = random) {
    let made = "";
    for (let i = 0; i < 22; i++) made += DIGITS[Number(draw(58n))];
    return made;
  }
  const keys = (from, within) => ({ sk: num("sk|" + from, within), dk: num("dk|" + from, within) });

  const signature = (text, sk, within, draw) =>
    prove(sk, `sigmsg|${text}|`, within, raising(within), undefined, draw);
  const signed = (message, sk, within, draw) => ({
    message,
    signature: signature(message, sk, within, draw),
  });
  /** A message whose signature is over its text without it. */
  const sealedBy = (fields, sk, within, draw) =>
    JSON.stringify(Object.assign(fields, { signature: signature(JSON.stringify(fields), sk, within, draw) }));
  const proofFields = ({ challenge, response }) => ({ challenge, response });
  const signedFields = ({ message, signature: made }) => ({ message, signature: proofFields(made) });
  const signatureHolds = ({ message, signature: made }, key, within) => {
    demand(typeof message === "string" && proves(made, key, `sigmsg|${message}|`, within), "ceremony");
  };

  /** Round 1: a trustee's certificate. */
  function certificate(from, groupName, draw = random) {
    const within = GROUPS[groupName],
      { sk, dk } = keys(from, within),
      raise = raising(within);
    const message = JSON.stringify({ verification: String(raise(sk)), encryption: String(raise(dk)) });
    return JSON.stringify(signed(message, sk, within, draw));
  }

  function readCertificate(text, within) {
    const read = JSON.parse(text),
      inner = JSON.parse(read.message);
    demand(JSON.stringify(signedFields(read)) === text, "ceremony");
    const { verification, encryption } = inner;
    demand(JSON.stringify({ verification, encryption }) === read.message, "ceremony");
    const made = { verification: element(verification, within), encryption: element(encryption, within) };
    demand(made.verification !== 1n && made.encryption !== 1n, "ceremony");
    signatureHolds(read, made.verification, within);
    return made;
  }

  /** The ceremony that is fixed once all certificates are in; its `identity` is what trustees compare by voice. */
  function ceremony(label, groupName, threshold, certificates) {
    demand(
      Object.prototype.hasOwnProperty.call(GROUPS, groupName) && /^[A-Za-z0-9._-]{1,64}$/.test(label),
      "ceremony",
    );
    const n = certificates.length,
      within = GROUPS[groupName];
    demand(Number.isInteger(threshold) && threshold >= 1 && threshold <= n && n <= 50, "ceremony");
    const seen = new Set();
    const read = certificates.map((text, i) =>
      blamed(i + 1, () => {
        const made = readCertificate(text, within);
        for (const each of [made.verification, made.encryption]) {
          demand(!seen.has(each), "ceremony");
          seen.add(each);
        }
        return made;
      }),
    );
    const identity = digest(
      `ceremony|${label}|${groupName}|${threshold}|${n}|${certificates.map(digest).join(",")}`,
    );
    return { label, group: within, threshold, certificates, read, identity };
  }

  /** One's own number in it, from 1: one's certificate stands in the list exactly once, or one stops. */
  function place(held, from) {
    const { sk, dk } = keys(from, held.group),
      raise = raising(held.group),
      v = raise(sk),
      e = raise(dk);
    const found = held.read.map(({ verification, encryption }) => verification === v && encryption === e);
    demand(found.filter((each) => each).length === 1, "not-in-ceremony");
    return found.indexOf(true) + 1;
  }

  /** The polynomial that a seed has in this ceremony. */
  function coefficients(held, from) {
    const length = shareLength(held.group) + 16;
    return Array.from({ length: held.threshold }, (_, k) => {
      const blocks = [];
      for (let i = 0; 32 * i < length; i++)
        blocks.push(sha(`coefficient|${from}|${held.identity}|${k}|${i}`));
      return mod(BigInt("0x" + Ballots.hex(joined(blocks).subarray(0, length))), held.group.q);
    });
  }
  const valueAt = (as, x, q) => as.reduceRight((sum, a) => mod(sum * BigInt(x) + a, q), 0n);

  /** The two keys that seal the share of trustee i for trustee j. */
  function shareKeys(held, i, j, alpha, k) {
    const context = `${held.identity}|${i}|${j}|${alpha}|${held.read[j - 1].encryption}|${k}`;
    return { key: sha("share key|" + context), tag: sha("share tag|" + context) };
  }
  function masked(bytes, key) {
    const stream = [];
    for (let i = 0; 32 * i < bytes.length; i++) {
      const counter = new Uint8Array(4);
      new DataView(counter.buffer).setUint32(0, i);
      stream.push(Ballots.sha256(joined([key, counter])));
    }
    const pad = joined(stream);
    return bytes.map((byte, i) => byte ^ pad[i]);
  }

  /** Round 2: a trustee's polynomial, with a sealed share for each. Yields how much is done. */
  function* polynomial(held, from, draw = random) {
    const { group: within, threshold, read } = held,
      { sk } = keys(from, within),
      i = place(held, from);
    const as = coefficients(held, from),
      raise = yield* Ballots.fixed(within.g, within);
    const coefexps = signed(JSON.stringify({ coefexps: as.map((a) => String(raise(a))) }), sk, within, draw);
    const shares = [],
      length = shareLength(within);
    demand(as.length === threshold, "ceremony");
    for (let j = 1; j <= read.length; j++) {
      const r = draw(within.q),
        alpha = raise(r),
        k = power(read[j - 1].encryption, r, within.p);
      const { key, tag } = shareKeys(held, i, j, alpha, k);
      const plain = valueAt(as, j, within.q).toString(16);
      const data = masked(bytesOf("0".repeat(2 * length - plain.length) + plain), key);
      shares.push({
        alpha: String(alpha),
        data: Ballots.hex(data),
        mac: Ballots.hex(Ballots.hmac(tag, data)),
      });
      yield j / read.length;
    }
    return sealedBy({ ceremony: held.identity, trustee: i, coefexps, shares }, sk, within, draw);
  }

  function readPolynomial(held, text, i) {
    const read = JSON.parse(text),
      { group: within, threshold } = held,
      key = held.read[i - 1].verification;
    const shares = read.shares.map(({ alpha, data, mac }) => ({ alpha, data, mac }));
    const fields = {
      ceremony: read.ceremony,
      trustee: read.trustee,
      coefexps: signedFields(read.coefexps),
      shares,
    };
    const message = JSON.stringify(fields);
    demand(
      JSON.stringify(Object.assign(fields, { signature: proofFields(read.signature) })) === text,
      "ceremony",
    );
    demand(
      read.ceremony === held.identity && read.trustee === i && shares.length === held.read.length,
      "ceremony",
    );
    signatureHolds({ message, signature: read.signature }, key, within);
    signatureHolds(read.coefexps, key, within);
    const { coefexps } = JSON.parse(read.coefexps.message);
    demand(
      JSON.stringify({ coefexps }) === read.coefexps.message && coefexps.length === threshold,
      "ceremony",
    );
    for (const { alpha, data, mac } of shares) {
      demand(element(alpha, within) !== 1n && /^[0-9a-f]{64}$/.test(mac), "ceremony");
      demand(/^[0-9a-f]+$/.test(data) && data.length === 2 * shareLength(within), "ceremony");
    }
    return { coefexps: coefexps.map((each) => element(each, within)), shares, signed: read.coefexps };
  }

  /** All messages of round 2, read and checked. Yields how much is done. */
  function* polynomials(held, texts) {
    demand(texts.length === held.read.length, "ceremony");
    const read = [];
    for (let i = 1; i <= texts.length; i++) {
      read.push(blamed(i, () => readPolynomial(held, texts[i - 1], i)));
      yield i / texts.length;
    }
    const whole = digest(`polynomials|${held.identity}|${texts.map(digest).join(",")}`);
    return { read, texts, digest: whole };
  }

  /** What g to the share of trustee j must be, by the coefficients that one polynomial commits to. */
  const expected = (coefexps, j, { p }) =>
    coefexps.reduceRight((made, each) => (power(made, BigInt(j), p) * each) % p, 1n);

  /** Opens the share that trustee i sealed for j, given k. */
  function opened(held, { coefexps, shares }, i, j, k) {
    const { group: within } = held,
      { alpha, data, mac } = shares[j - 1],
      bytes = bytesOf(data);
    const { key, tag } = shareKeys(held, i, j, alpha, k);
    demand(Ballots.hex(Ballots.hmac(tag, bytes)) === mac, "ceremony");
    const share = BigInt("0x" + Ballots.hex(masked(bytes, key)));
    demand(
      share < within.q && power(within.g, share, within.p) === expected(coefexps, j, within),
      "ceremony",
    );
    return share;
  }

  /** A trustee's decryption key, from the seed and the checked polynomials; names whoever sent a wrong share. */
  function* decryptionKey(held, from, round) {
    const { group: within } = held,
      { dk } = keys(from, within),
      j = place(held, from),
      raise = raising(within);
    const own = coefficients(held, from).every((a, k) => raise(a) === round.read[j - 1].coefexps[k]);
    demand(own, "not-my-polynomial");
    let sum = 0n;
    for (let i = 1; i <= round.read.length; i++) {
      const read = round.read[i - 1],
        k = power(BigInt(read.shares[j - 1].alpha), dk, within.p);
      sum += blamed(i, () => opened(held, read, i, j, k));
      yield i / round.read.length;
    }
    return mod(sum, within.q);
  }

  /** Round 3: the verification key, with its proof. */
  function* verificationKey(held, from, round, draw = random) {
    const { group: within } = held,
      secret = yield* decryptionKey(held, from, round),
      raise = raising(within);
    const publicKey = String(raise(secret)),
      { sk } = keys(from, within);
    const pok = Trustee.known(secret, publicKey, within, raise, draw);
    const open = { pok, public_key: publicKey };
    const fields = {
      ceremony: held.identity,
      trustee: place(held, from),
      polynomials: round.digest,
      public_key: open,
    };
    return sealedBy(fields, sk, within, draw);
  }

  function readVerificationKey(held, round, text, j) {
    const { group: within } = held,
      read = JSON.parse(text);
    const { pok, public_key: publicKey } = read.public_key,
      open = { pok: proofFields(pok), public_key: publicKey };
    const fields = {
      ceremony: read.ceremony,
      trustee: read.trustee,
      polynomials: read.polynomials,
      public_key: open,
    };
    const message = JSON.stringify(fields);
    demand(
      JSON.stringify(Object.assign(fields, { signature: proofFields(read.signature) })) === text,
      "ceremony",
    );
    demand(
      read.ceremony === held.identity && read.trustee === j && read.polynomials === round.digest,
      "ceremony",
    );
    signatureHolds({ message, signature: read.signature }, held.read[j - 1].verification, within);
    const key = element(publicKey, within),
      { p } = within;
    demand(
      round.read.reduce((made, { coefexps }) => (made * expected(coefexps, j, within)) % p, 1n) === key,
      "ceremony",
    );
    demand(proves(pok, key, `pok|${within.name}|${publicKey}|`, within), "ceremony");
    return open;
  }

  /** The public object of the ceremony, from all messages, each checked; as text. Yields how much is done. */
  function* publicObject(held, round, texts) {
    demand(texts.length === held.read.length, "ceremony");
    const open = [];
    for (let j = 1; j <= texts.length; j++) {
      open.push(blamed(j, () => readVerificationKey(held, round, texts[j - 1], j)));
      yield j / texts.length;
    }
    return JSON.stringify({
      threshold: held.threshold,
      certs: held.certificates.map((text) => signedFields(JSON.parse(text))),
      coefexps: round.read.map((each) => signedFields(each.signed)),
      verification_keys: open,
    });
  }

  /** A complaint of the trustee with this seed against trustee i, whose share does not open or does not fit. */
  function complaint(held, from, round, i, draw = random) {
    const { group: within } = held,
      { p, q } = within,
      { sk, dk } = keys(from, within),
      j = place(held, from);
    const alpha = BigInt(round.read[i - 1].shares[j - 1].alpha),
      hash = digest(round.texts[i - 1]);
    const k = power(alpha, dk, p),
      w = draw(q),
      a = raising(within)(w),
      b = power(alpha, w, p);
    const c = num(`complaint|${held.identity}|${i}|${j}|${hash}|${k}|${a},${b}`, within);
    const proof = { challenge: String(c), response: String(mod(w - dk * c, q)) };
    const fields = {
      ceremony: held.identity,
      trustee: j,
      against: i,
      polynomial: hash,
      key: String(k),
      proof,
    };
    return sealedBy(fields, sk, within, draw);
  }

  /** Whose fault a complaint shows, by number: the accused, or the one who complains of a share that is sound. */
  function atFault(held, round, text) {
    const read = JSON.parse(text),
      { group: within } = held,
      { trustee: j, against: i, key, polynomial: hash } = read;
    demand(
      [i, j].every((each) => Number.isInteger(each) && each >= 1 && each <= held.read.length),
      "ceremony",
    );
    const proof = proofFields(read.proof),
      own = held.read[j - 1];
    const fields = { ceremony: read.ceremony, trustee: j, against: i, polynomial: hash, key, proof };
    const message = JSON.stringify(fields);
    demand(
      JSON.stringify(Object.assign(fields, { signature: proofFields(read.signature) })) === text,
      "ceremony",
    );
    demand(read.ceremony === held.identity && hash === digest(round.texts[i - 1]), "ceremony");
    signatureHolds({ message, signature: read.signature }, own.verification, within);
    const alpha = BigInt(round.read[i - 1].shares[j - 1].alpha),
      k = element(key, within),
      { g, p } = within;
    const c = exponent(proof.challenge, within),
      z = exponent(proof.response, within);
    const a = Ballots.powers(g, z, own.encryption, c, p),
      b = Ballots.powers(alpha, z, k, c, p);
    demand(num(`complaint|${held.identity}|${i}|${j}|${hash}|${key}|${a},${b}`, within) === c, "ceremony");
    try {
      opened(held, round.read[i - 1], i, j, k);
    } catch (error) {
      if (!(error instanceof Ballots.Refused)) throw error;
      return i;
    }
    return j;
  }

  Object.assign(Trustee, {
    Fault,
    seed,
    certificate,
    ceremony,
    place,
    polynomial,
    polynomials,
    decryptionKey,
    verificationKey,
    publicObject,
    complaint,
    atFault,
  });
})();
