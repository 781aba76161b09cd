// A link as a square of dark and light cells that the camera of a phone reads (ISO/IEC 18004): bytes, level M, the smallest
// that holds it. Fetched when something is shared, and soon after a figure has drawn, so that it can be printed.

/** Codewords of a block that mend errors, and the number of blocks, by version. */
const MENDING = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23];
/** Longer links have cells that are too small for the camera of a phone. */
const LONGEST = 1000;
/** Cells of light around it. */
const MARGIN = 4;

const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Codewords that fit into the cells that no pattern takes. */
function codewords(version) {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  return ((16 * version + 128) * version + 64 - (aligned ? (25 * aligned - 10) * aligned - 55 : 0) - (version < 7 ? 0 : 36)) >> 3;
}

/** Mode, length, the letters and an end, four bits each; then what fills the room. */
function filled(link, version, room) {
  const letters = [...link].map((letter) => letter.charCodeAt(0) & 255);
  const length = version < 10 ? [letters.length] : [letters.length >> 8, letters.length & 255];
  const nibbles = [4, ...[...length, ...letters].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const words = [];
  for (let k = 0; k < nibbles.length; k += 2) words.push((nibbles[k] << 4) | nibbles[k + 1]);
  for (let pad = 0xec; words.length < room; pad ^= 0xfd) words.push(pad);
  return words;
}

/** Product in the field of 256 elements. */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
}

/** What mends errors in a block: the remainder by the polynomial whose roots are the first powers of 2. */
function mending(block, count) {
  const divisor = [...Array(count - 1).fill(0), 1];
  for (let k = 0, root = 1; k < count; k++, root = times(root, 2)) {
    for (let i = 0; i < count; i++) divisor[i] = times(divisor[i], root) ^ (divisor[i + 1] ?? 0);
  }
  const rest = Array(count).fill(0);
  for (const word of block) {
    const factor = word ^ rest.shift();
    rest.push(0);
    divisor.forEach((each, i) => { rest[i] ^= times(each, factor); });
  }
  return rest;
}

/** The blocks with what mends them, one word of each by turns. */
function interleaved(words, all, blocks, count) {
  const short = blocks - (all % blocks);
  const parts = [];
  for (let k = 0, at = 0; k < blocks; k++) {
    const end = at + Math.floor(all / blocks) - count + (k < short ? 0 : 1);
    parts.push(words.slice(at, end));
    at = end;
  }
  const out = [];
  for (const each of [parts, parts.map((part) => mending(part, count))]) {
    for (let i = 0; i < each.at(-1).length; i++) out.push(...each.filter((part) => i < part.length).map((part) => part[i]));
  }
  return out;
}

/** How hard it is to read: long runs, squares of one colour, what looks like a corner, much more dark than light. */
function hardness(cells) {
  const side = cells.length;
  const rows = cells.map((row) => row.join(""));
  const columns = cells.map((_, x) => cells.map((row) => row[x]).join(""));
  let sum = 0;
  for (const line of [...rows, ...columns]) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    sum += 40 * (`0000${line}0000`.match(/(?=10111010000|00001011101)/g) ?? []).length;
  }
  for (let y = 1; y < side; y++) {
    for (let x = 1; x < side; x++) {
      const dark = cells[y][x] + cells[y - 1][x] + cells[y][x - 1] + cells[y - 1][x - 1];
      if (dark % 4 === 0) sum += 3;
    }
  }
  const dark = cells.flat().reduce((a, b) => a + b, 0) / (side * side);
  return sum + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
}

/** The cells, dark ones 1, by rows. */
function cellsOf(link) {
  let version = 1;
  const room = () => codewords(version) - MENDING[version - 1] * BLOCKS[version - 1];
  while (link.length + (version < 10 ? 2 : 3) > room()) version++;
  const words = interleaved(filled(link, version, room()), codewords(version), BLOCKS[version - 1], MENDING[version - 1]);
  const side = 17 + 4 * version;
  const cells = Array.from({ length: side }, () => Array(side).fill(0));
  const taken = cells.map((row) => row.slice());
  const put = (x, y, dark) => {
    if (x < 0 || y < 0 || x >= side || y >= side) return;
    cells[y][x] = dark ? 1 : 0;
    taken[y][x] = 1;
  };
  const ring = (x, y, reach, light) => {
    for (let i = -reach; i <= reach; i++) {
      for (let j = -reach; j <= reach; j++) put(x + i, y + j, !light.includes(Math.max(Math.abs(i), Math.abs(j))));
    }
  };
  const format = (mask) => {
    let rest = mask;
    for (let k = 0; k < 10; k++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const bits = ((mask << 10) | rest) ^ 0x5412;
    for (let k = 0; k < 15; k++) {
      const bit = (bits >> k) & 1;
      put(8, k < 6 ? k : k < 8 ? k + 1 : side - 15 + k, bit);
      put(k < 8 ? side - 1 - k : k < 9 ? 7 : 14 - k, 8, bit);
    }
    put(8, side - 8, 1);
  };
  for (let k = 0; k < side; k++) {
    put(6, k, k % 2 === 0);
    put(k, 6, k % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [side - 4, 3], [3, side - 4]]) ring(x, y, 4, [2, 4]);
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + aligned * 3 + 5) / (aligned * 4 - 4)) * 2;
  const places = Array.from({ length: aligned }, (_, k) => (k === 0 ? 6 : side - 7 - (aligned - 1 - k) * step));
  for (const x of places) {
    for (const y of places) {
      const last = side - 7;
      if (!((x === 6 && (y === 6 || y === last)) || (x === last && y === 6))) ring(x, y, 2, [1]);
    }
  }
  if (version > 6) {
    let rest = version;
    for (let k = 0; k < 12; k++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
    for (let k = 0; k < 18; k++) {
      const bit = (((version << 12) | rest) >> k) & 1;
      put(side - 11 + (k % 3), Math.floor(k / 3), bit);
      put(Math.floor(k / 3), side - 11 + (k % 3), bit);
    }
  }
  format(0);
  let bit = 0;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5; // the pattern in this column is no one's
    for (let k = 0; k < side; k++) {
      const y = ((right + 1) & 2) === 0 ? side - 1 - k : k;
      for (const x of [right, right - 1]) {
        if (!taken[y][x] && bit < 8 * words.length) cells[y][x] = (words[bit >> 3] >> (7 - (bit++ & 7))) & 1;
      }
    }
  }
  const plain = cells.map((row) => row.slice());
  const masked = MASKS.map((mask, number) => {
    format(number);
    return cells.map((row, y) => row.map((cell, x) => (taken[y][x] ? cell : plain[y][x] ^ (mask(x, y) === 0 ? 1 : 0))));
  });
  const costs = masked.map(hardness);
  return masked[costs.indexOf(Math.min(...costs))];
}

/** Its side in cells, margins included, and the dark cells as the outline of a path, one unit a cell; null if it is too long. */
globalThis.dynlabCode = (link) => {
  if (link.length > LONGEST) return null;
  const cells = cellsOf(link);
  let path = "";
  cells.forEach((row, y) => {
    for (const run of row.join("").matchAll(/1+/g)) path += `M${run.index + MARGIN} ${y + MARGIN}h${run[0].length}v1h${-run[0].length}z`;
  });
  return { side: cells.length + 2 * MARGIN, path };
};
