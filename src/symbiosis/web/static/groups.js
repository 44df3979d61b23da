// The two groups of Belenios 2.0 and what is reckoned in them. Both are pinned here by name, from the protocol's
// specification, section 5: no file can bring a group of its own.
//
// BigInt is not constant in time: its multiplication depends on how long the numbers are and its division on their
// values, and the tables below are read at places that a secret chooses. Who can run code on the same processor, or
// time single steps very finely, may learn something of a voter's secrets. A page cannot do better without native
// code; nothing here is ever reckoned in answer to somebody else's requests, so nobody far away can time it.
"use strict";
(() => {
  const number = (hex) => BigInt("0x" + hex);
  const group = (name, p, q, g, embeds) =>
    Object.freeze({
      name,
      p,
      q,
      g,
      embeds,
      bits: q.toString(2).length,
      cofactor: (p - 1n) / q,
    });
  const P1 = number(
    "a3ef2d011fefb1b6e39e568fccdffb0fb7dc7ef3a791b6862791811d21fc35f21e6d36856b428030421f514ed40bfd4c" +
      "06e092a495af8d79a2f85e0fb11c0ede07dd973f9c53e50930c6e82ac36de1ae3fb8c3aabfff12ce27a5022ddd8912d1" +
      "07435012768a2cdd0a4091d8fa447f6c7ebc15a349fa318a6b4fe17d8d47e843a3e14dfa9b2162f4d7229abe93a188b4" +
      "6b006517d6f6747ebbb29c9ec3099b607f18fb1a8bc858279aa8599411d998d3e3fada9e010840d082d8c31911acdd4a" +
      "0e7992d0f18cc759cb5de0acf66a3882555bc810941e021b6a4ccfa04ee4008f878affa2375e2999b44f6cef17d70730" +
      "1e59e0e6351e051ed9cec4157646e64f",
  );
  const Q1 = number("adb6066a73522565f4daa0f2579db7f2f0fa90c2168bc709e20263387d55c491");
  const G1 = number(
    "1307c1ab5f295885d7caa3a78a42415e31fd1c5807b61fb1e781878a52230a51988b98c259597f9c5a9dfd001d26ba31" +
      "d9d8976f01d95a1c8262ee68a0e92cea541e5219e0d0d094301b894236823fe1d4bc04e29f3748aefd4f10d5b1a356a8" +
      "643e673fd9d215fc8fe5fb9cf9fdb8ea88fdb1a3381a697fdf9c2458570b06d26aef1be365fdd90165f397c6b870df8c" +
      "1b9e519edcee8bb0f74b7a1615a274ba60a7ea574a61f552d2dde0ce514e0927c4ff49b1964c4a913731ae4268d60d7f" +
      "22127b6cbba44d453ac8b72fd04e0991b7aeff04867d8724ac638f5f34100d2d47aa680d43771902743d663f42d853c0" +
      "41e1c91fe3823f4bcf284308f1d7e653",
  );
  const P2 = number(
    "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd" +
      "ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed" +
      "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f" +
      "83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b" +
      "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510" +
      "15728e5a8aacaa68ffffffffffffffff",
  );
  /** By name. `embeds` says whether a ranked answer can be written as one of its elements. */
  const GROUPS = Object.freeze({
    "BELENIOS-2048": group("BELENIOS-2048", P1, Q1, G1, false),
    "RFC-3526-2048": group("RFC-3526-2048", P2, (P2 - 1n) / 2n, 2n, true),
  });

  /** What was given is not what the protocol allows; `code` says what, and never holds anything that was typed. */
  class Refused extends Error {
    constructor(code) {
      super(code);
      this.name = "Refused";
      this.code = code;
    }
  }
  const demand = (holds, code) => {
    if (!holds) throw new Refused(code);
  };

  const mod = (x, m) => {
    const r = x % m;
    return r < 0n ? r + m : r;
  };

  /** base^exponent mod p for any base and an exponent from 0: four bits at a time. */
  function power(base, exponent, p) {
    const powers = [1n, base];
    for (let i = 2; i < 16; i++) powers.push((powers[i - 1] * base) % p);
    let made = 1n;
    for (const digit of exponent.toString(16)) {
      for (let i = 0; i < 4; i++) made = (made * made) % p;
      const d = parseInt(digit, 16);
      if (d) made = (made * powers[d]) % p;
    }
    return made;
  }

  /** a^x b^y mod p together, at little more than the price of one. */
  function powers(a, x, b, y, p) {
    const row = (base) => {
      const made = [1n, base];
      for (let i = 2; i < 16; i++) made.push((made[i - 1] * base) % p);
      return made;
    };
    const as = row(a),
      bs = row(b),
      xs = x.toString(16),
      ys = y.toString(16);
    const length = Math.max(xs.length, ys.length);
    const digit = (text, i) => (i < length - text.length ? 0 : parseInt(text[i - length + text.length], 16));
    let made = 1n;
    for (let i = 0; i < length; i++) {
      for (let j = 0; j < 4; j++) made = (made * made) % p;
      const dx = digit(xs, i),
        dy = digit(ys, i);
      if (dx) made = (made * as[dx]) % p;
      if (dy) made = (made * bs[dy]) % p;
    }
    return made;
  }

  /**
   * A base that many exponents are wanted of: all its powers by one digit of 32, for each digit. Given after a
   * while, by a generator (see `run`), because it costs some 1,600 multiplications (12,700 in RFC-3526-2048).
   */
  function* fixed(base, { p, bits }) {
    const table = [];
    let step = base;
    for (let at = 0; at < bits; at += 5) {
      const row = [1n];
      for (let i = 1; i < 32; i++) row.push((row[i - 1] * step) % p);
      table.push(row);
      step = (row[31] * step) % p;
      yield (at + 5) / bits;
    }
    return (exponent) => {
      const digits = exponent.toString(32);
      let made = 1n;
      for (let i = 0; i < digits.length; i++) {
        made = (made * table[digits.length - 1 - i][parseInt(digits[i], 32)]) % p;
      }
      return made;
    };
  }

  function inverse(x, m) {
    let [a, b, u, v] = [mod(x, m), m, 1n, 0n];
    while (b) {
      const times = a / b;
      [a, b, u, v] = [b, a - times * b, v, u - times * v];
    }
    demand(a === 1n, "number");
    return mod(u, m);
  }

  /** The Jacobi symbol (x | n) for odd n: whether x is a square, at a small part of a power's price. */
  function jacobi(x, n) {
    let sign = 1;
    for (x = mod(x, n); x; [x, n] = [n % x, x]) {
      const text = x.toString(2),
        zeros = text.length - 1 - text.lastIndexOf("1");
      x >>= BigInt(zeros);
      const eighth = Number(n & 7n);
      if (zeros & 1 && (eighth === 3 || eighth === 5)) sign = -sign;
      if (eighth & Number(x & 3n) & 2) sign = -sign;
    }
    return n === 1n ? sign : 0;
  }

  /** Whether x is an element of the group: never reckon with a number of somebody else's before asking. */
  const belongs = (x, { p, q, cofactor }) =>
    x > 0n && x < p && (cofactor === 2n ? jacobi(x, p) === 1 : power(x, q, p) === 1n);

  /** A number from 0 to below `limit`, each as likely: too large ones are drawn again. */
  function random(limit) {
    const bits = (limit - 1n).toString(2).length;
    const bytes = new Uint8Array((bits + 7) >> 3);
    for (;;) {
      crypto.getRandomValues(bytes);
      bytes[0] &= 0xff >> (8 * bytes.length - bits);
      const drawn = number(Ballots.hex(bytes));
      if (drawn < limit) return drawn;
    }
  }

  /** SHA-256 of a text as a number. */
  const hashed = (text) => number(Ballots.hex(Ballots.sha256(Ballots.utf8(text))));

  /** A number as files write it: decimal, one way only. */
  function decimal(text) {
    demand(typeof text === "string" && text.length < 700 && /^(0|[1-9][0-9]*)$/.test(text), "number");
    return BigInt(text);
  }
  function exponent(text, { q }) {
    const read = decimal(text);
    demand(read < q, "number");
    return read;
  }
  function element(text, within) {
    const read = decimal(text);
    demand(belongs(read, within), "element");
    return read;
  }

  /**
   * A proof that the one who signs knows x of g^x: challenge and response for a hashed prefix. `raise` gives g^w,
   * `extra` what else is committed to, after it; `draw` gives w.
   */
  function prove(secret, prefix, within, raise, extra = () => "", draw = random) {
    const w = draw(within.q),
      challenge = mod(hashed(prefix + raise(w) + extra(w)), within.q);
    return { challenge: String(challenge), response: String(mod(w - secret * challenge, within.q)) };
  }
  /** Whether such a proof holds for the public key g^x. */
  function proves(proof, key, prefix, within) {
    const c = exponent(proof.challenge, within),
      z = exponent(proof.response, within);
    return mod(hashed(prefix + powers(within.g, z, key, c, within.p)), within.q) === c;
  }

  /**
   * Runs a generator in slices of some 40 ms, so that the page stays alive, and gives what it returns. It yields
   * how much is done, from 0 to 1, or nothing; `told` is called with it between slices.
   */
  function run(work, told = () => {}) {
    return new Promise((resolve, reject) => {
      const slice = () => {
        try {
          const until = Date.now() + 40;
          let done = 0;
          do {
            const step = work.next();
            if (step.done) {
              told(1);
              resolve(step.value);
              return;
            }
            if (typeof step.value === "number") done = step.value;
          } while (Date.now() < until);
          told(done);
          setTimeout(slice, 0);
        } catch (error) {
          reject(error);
        }
      };
      setTimeout(slice, 0);
    });
  }

  Object.assign(Ballots, {
    GROUPS,
    Refused,
    demand,
    mod,
    power,
    powers,
    fixed,
    inverse,
    jacobi,
    belongs,
    random,
    hashed,
    decimal,
    exponent,
    element,
    prove,
    proves,
    run,
  });
})();
