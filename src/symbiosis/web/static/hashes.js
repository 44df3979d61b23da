// SHA-256 (FIPS 180-4), HMAC (RFC 2104) and PBKDF2 (RFC 8018), written out because a browser gives none of them
// to a page of a plain-http local network. They work on 32-bit numbers without branches or tables that depend on
// what is hashed, so their time tells only how long it was.
"use strict";
const Ballots = {};
(() => {
  const ROUNDS = new Uint32Array([
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]);
  const START = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ];
  const words = new Uint32Array(64);

  /** One block of 64 bytes, at `at`, into the eight numbers of `state`. */
  function compress(state, bytes, at) {
    for (let i = 0; i < 16; i++, at += 4) {
      words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15],
        y = words[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = words[i - 16] + s0 + words[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  /** The digest of `bytes` where `before` bytes (whole blocks) have gone into `state` already. */
  function finish(state, bytes, before) {
    state = state.slice();
    const whole = bytes.length - (bytes.length % 64);
    for (let at = 0; at < whole; at += 64) compress(state, bytes, at);
    const rest = bytes.length - whole;
    const last = new Uint8Array(rest < 56 ? 64 : 128);
    last.set(bytes.subarray(whole));
    last[rest] = 0x80;
    const view = new DataView(last.buffer),
      length = before + bytes.length;
    view.setUint32(last.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(last.length - 4, length << 3);
    for (let at = 0; at < last.length; at += 64) compress(state, last, at);
    const digest = new Uint8Array(32),
      out = new DataView(digest.buffer);
    state.forEach((word, i) => out.setUint32(4 * i, word));
    return digest;
  }

  const sha256 = (bytes) => finish(new Uint32Array(START), bytes, 0);

  /** HMAC with one key, which is hashed once however often the result is called. */
  function keyed(key) {
    if (key.length > 64) key = sha256(key);
    const state = (mask) => {
      const block = new Uint8Array(64).fill(mask),
        made = new Uint32Array(START);
      key.forEach((byte, i) => {
        block[i] ^= byte;
      });
      compress(made, block, 0);
      return made;
    };
    const inner = state(0x36),
      outer = state(0x5c);
    return (bytes) => finish(outer, finish(inner, bytes, 64), 64);
  }

  /** PBKDF2-HMAC-SHA256: `length` bytes from a password and a salt, both bytes. */
  function pbkdf2(password, salt, iterations, length) {
    const mac = keyed(password),
      made = new Uint8Array(length);
    for (let number = 1, at = 0; at < length; number++, at += 32) {
      const first = new Uint8Array(salt.length + 4);
      first.set(salt);
      new DataView(first.buffer).setUint32(salt.length, number);
      let each = mac(first);
      const block = each.slice();
      for (let i = 1; i < iterations; i++) {
        each = mac(each);
        for (let j = 0; j < 32; j++) block[j] ^= each[j];
      }
      made.set(block.subarray(0, Math.min(32, length - at)), at);
    }
    return made;
  }

  const utf8 = (text) => new TextEncoder().encode(text);
  const hex = (bytes) => Array.from(bytes, (byte) => (byte < 16 ? "0" : "") + byte.toString(16)).join("");
  /** Base64 without padding, as Belenios writes fingerprints and trackers. */
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");

  Object.assign(Ballots, {
    sha256,
    pbkdf2,
    utf8,
    hex,
    base64,
    hmac: (key, bytes) => keyed(key)(bytes),
    /** A text's SHA-256 in base64: the tracker of a ballot, the fingerprint of an election. */
    fingerprint: (text) => base64(sha256(utf8(text))),
  });
})();
