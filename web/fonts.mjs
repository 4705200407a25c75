// Fonts reduced to what the pages write: the letters of German and its neighbours, tabular figures, kerning.
// HarfBuzz does it; everything else that a typesetter could ask of the font is left out, and so is hinting.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import woff2 from "wawoff2";

const SETS = { unicode: 1, dropTable: 3, feature: 6 };
const NO_HINTING = 1;
const MEMORY_OF_READ_ONLY = 0;
// Beside what stands on a keyboard: punctuation of good typesetting, minus, arrows are drawn as icons.
const LETTERS = [[0x20, 0x7e], [0xa0, 0xff]];
const SIGNS = "ıŁłŒœŚśŞşŠšŽžČčĆćĞğ–—‘’‚“”„‹›…€−";
// What names and addresses are written with (DIN 91379), and around it: Latin letters, their marks, modifiers.
const LATIN = [[0x0100, 0x024f], [0x0259, 0x0259], [0x02b0, 0x02ff], [0x0300, 0x036f], [0x1e00, 0x1eff], [0x2010, 0x2026]];
const FEATURES = ["kern", "mark", "ccmp", "tnum", "lnum"];
const hb = await harfbuzz();

async function harfbuzz() {
  const file = fileURLToPath(import.meta.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"));
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
  instance.exports._initialize?.();
  return instance.exports;
}

const tag = (name) => [...name].reduce((value, letter) => (value << 8) | letter.charCodeAt(0), 0);

// The font as TrueType, from the WOFF2 file at this path, with what pages write.
export async function subset(path) {
  return reduced(path, LETTERS);
}

// The same with all Latin letters, for letters to people.
export async function latin(path) {
  return reduced(path, [...LETTERS, ...LATIN]);
}

async function reduced(path, ranges) {
  const font = await woff2.decompress(readFileSync(path));
  const at = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, at);
  const blob = hb.hb_blob_create(at, font.length, MEMORY_OF_READ_ONLY, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, NO_HINTING);
  const letters = hb.hb_subset_input_unicode_set(input);
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) hb.hb_set_add(letters, code);
  }
  for (const sign of SIGNS) hb.hb_set_add(letters, sign.codePointAt(0));
  const features = hb.hb_subset_input_set(input, SETS.feature);
  hb.hb_set_clear(features);
  for (const name of FEATURES) hb.hb_set_add(features, tag(name));
  const result = hb.hb_subset_or_fail(face, input);
  if (!result) throw new Error(`${path} cannot be reduced`);
  const smaller = hb.hb_face_reference_blob(result);
  const start = hb.hb_blob_get_data(smaller, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(smaller));
  hb.hb_blob_destroy(smaller);
  hb.hb_face_destroy(result);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(at);
  return bytes;
}

// The same font for browsers.
export async function packed(font) {
  return Buffer.from(await woff2.compress(font));
}
