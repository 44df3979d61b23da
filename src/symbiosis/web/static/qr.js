// QR codes (ISO/IEC 18004) of a text of up to 412 bytes, in byte mode with error correction M: for slips that carry a
// secret, which therefore no server may draw.
"use strict";
const Qr = {};
(() => {
  // By version from 1: error correction bytes in each block, and blocks, at level M (table 9 of the standard).
  const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
  const LEVEL_M = 0;
  const MASKS = [
    (y, x) => (y + x) % 2,
    (y) => y % 2,
    (y, x) => x % 3,
    (y, x) => (y + x) % 3,
    (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2,
    (y, x) => ((y * x) % 2) + ((y * x) % 3),
    (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2,
    (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
  ];

  /** How many bytes a version holds in all, data and correction. */
  function capacity(version) {
    const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
    const modules = (16 * version + 128) * version + 64 - (aligned ? (25 * aligned - 10) * aligned - 55 : 0);
    return (modules - (version >= 7 ? 36 : 0)) >> 3;
  }
  const dataBytes = (version) => capacity(version) - CORRECTION[version - 1] * BLOCKS[version - 1];

  /** Multiplication in the field of 256 elements that the code uses (polynomial 0x11d). */
  function times(a, b) {
    let made = 0;
    for (; b; b >>= 1, a = (a << 1) ^ (a & 0x80 ? 0x11d : 0)) if (b & 1) made ^= a;
    return made;
  }
  /** The error correction bytes of one block: what is left after division by the generator polynomial. */
  function correction(data, length) {
    let generator = [1],
      root = 1;
    for (let i = 0; i < length; i++, root = times(root, 2)) {
      const next = generator.concat([0]);
      generator.forEach((each, j) => {
        next[j + 1] ^= times(each, root);
      });
      generator = next;
    }
    const rest = data.concat(new Array(length).fill(0));
    for (let i = 0; i < data.length; i++) {
      const lead = rest[i];
      if (lead)
        generator.forEach((each, j) => {
          rest[i + j] ^= times(each, lead);
        });
    }
    return rest.slice(data.length);
  }

  /** All bytes in the order in which they are drawn: blocks of data interleaved, then their corrections. */
  function codewords(bytes, version) {
    const wide = version > 9,
      room = dataBytes(version),
      nibbles = [4];
    for (let shift = wide ? 12 : 4; shift >= 0; shift -= 4) nibbles.push((bytes.length >> shift) & 15);
    bytes.forEach((each) => nibbles.push(each >> 4, each & 15));
    nibbles.push(0);
    if (nibbles.length % 2) nibbles.push(0);
    const data = [];
    for (let i = 0; i < nibbles.length && data.length < room; i += 2)
      data.push((nibbles[i] << 4) | nibbles[i + 1]);
    for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);
    const blocks = BLOCKS[version - 1],
      short = Math.floor(room / blocks),
      long = room % blocks,
      parts = [];
    for (let i = 0, at = 0; i < blocks; i++) {
      const length = short + (i >= blocks - long ? 1 : 0);
      parts.push(data.slice(at, (at += length)));
    }
    const checks = parts.map((part) => correction(part, CORRECTION[version - 1])),
      made = [];
    for (let i = 0; i <= short; i++)
      parts.forEach((part) => {
        if (i < part.length) made.push(part[i]);
      });
    for (let i = 0; i < CORRECTION[version - 1]; i++) checks.forEach((check) => made.push(check[i]));
    return made;
  }

  /** The bits of a number with its check bits behind it (BCH). */
  function checked(value, polynomial, bits) {
    let rest = value << bits;
    const top = 31 - Math.clz32(polynomial);
    while (rest && 31 - Math.clz32(rest) >= top) rest ^= polynomial << (31 - Math.clz32(rest) - top);
    return (value << bits) | rest;
  }

  /** The squares that are the same whatever is said: rows of true, false, and null where data goes. */
  function frame(version, mask) {
    const size = 17 + 4 * version,
      rows = Array.from({ length: size }, () => new Array(size).fill(null));
    const put = (y, x, dark) => {
      if (y >= 0 && x >= 0 && y < size && x < size) rows[y][x] = dark;
    };
    const ring = (cy, cx, reach, dark) => {
      for (let y = -reach; y <= reach; y++)
        for (let x = -reach; x <= reach; x++) {
          put(cy + y, cx + x, dark(Math.max(Math.abs(y), Math.abs(x))));
        }
    };
    for (let i = 0; i < size; i++) {
      put(6, i, i % 2 === 0);
      put(i, 6, i % 2 === 0);
    }
    for (const [y, x] of [
      [3, 3],
      [3, size - 4],
      [size - 4, 3],
    ])
      ring(y, x, 4, (far) => far !== 2 && far !== 4);
    const count = version < 2 ? 0 : Math.floor(version / 7) + 2,
      step = Math.ceil((size - 13) / (2 * count - 2)) * 2;
    const at = Array.from({ length: count }, (_, i) => (i === 0 ? 6 : size - 7 - step * (count - 1 - i)));
    for (const y of at)
      for (const x of at) {
        const corner = (y === 6 && x === 6) || (y === 6 && x === size - 7) || (y === size - 7 && x === 6);
        if (!corner) ring(y, x, 2, (far) => far !== 1);
      }
    const format = checked((LEVEL_M << 3) | mask, 0x537, 10) ^ 0x5412;
    for (let i = 0; i < 15; i++) {
      const dark = ((format >> i) & 1) === 1;
      put(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, dark);
      put(8, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, dark);
    }
    put(size - 8, 8, true);
    if (version >= 7) {
      const bits = checked(version, 0x1f25, 12);
      for (let i = 0; i < 18; i++) {
        const dark = ((bits >> i) & 1) === 1,
          far = size - 11 + (i % 3),
          near = Math.floor(i / 3);
        put(far, near, dark);
        put(near, far, dark);
      }
    }
    return rows;
  }

  /** The finished squares for one mask: the bytes wind upwards and downwards in columns of two, from the right. */
  function drawn(bytes, version, mask) {
    const rows = frame(version, mask),
      size = rows.length;
    let bit = 0;
    for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
      if (right === 6) right = 5;
      for (let i = 0; i < size; i++) {
        const y = up ? size - 1 - i : i;
        for (const x of [right, right - 1]) {
          if (rows[y][x] !== null) continue;
          const dark = bit < 8 * bytes.length && ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1) === 1;
          rows[y][x] = dark !== (MASKS[mask](y, x) === 0);
          bit++;
        }
      }
    }
    return rows;
  }

  /** How hard squares are to read: long runs and blocks of one colour count against a mask. */
  function penalty(rows) {
    const size = rows.length;
    let points = 0;
    for (let i = 0; i < size; i++)
      for (const cell of [(j) => rows[i][j], (j) => rows[j][i]]) {
        for (let j = 0, run = 0; j < size; j++) {
          run = j > 0 && cell(j) === cell(j - 1) ? run + 1 : 1;
          points += run === 5 ? 3 : run > 5 ? 1 : 0;
        }
      }
    for (let y = 1; y < size; y++)
      for (let x = 1; x < size; x++) {
        const dark = rows[y][x];
        if (rows[y - 1][x] === dark && rows[y][x - 1] === dark && rows[y - 1][x - 1] === dark) points += 3;
      }
    return points;
  }

  /** A text as squares: `rows` of true for dark, with the version and mask that were chosen. */
  function squares(text) {
    const bytes = Array.from(new TextEncoder().encode(text));
    const version = BLOCKS.findIndex((_, i) => bytes.length + (i + 1 > 9 ? 3 : 2) <= dataBytes(i + 1)) + 1;
    if (!version) throw new RangeError("too long for a QR code of version 15");
    const words = codewords(bytes, version);
    const all = MASKS.map((_, mask) => ({ version, mask, rows: drawn(words, version, mask) }));
    return all.reduce((best, each) => (penalty(each.rows) < penalty(best.rows) ? each : best));
  }

  /** The same as a picture: an SVG element with the quiet border that readers need. */
  function picture(text, label) {
    const { rows } = squares(text),
      size = rows.length + 8,
      svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const cells = rows.map((row, y) =>
      row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")).join(""),
    );
    path.setAttribute("d", cells.join(""));
    svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    svg.appendChild(path);
    return svg;
  }

  Object.assign(Qr, { squares, picture });
})();
