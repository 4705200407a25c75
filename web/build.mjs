// Builds everything a page loads and writes it under names that carry a hash of the content, so that a browser
// may keep each file for ever. The same sources always give the same bytes. Run: node build.mjs
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
const out = "target/classes/org/urnengang/web/assets/";
const kern = "node_modules/@kern-ux/native/";
const fira = "node_modules/@fontsource/fira-sans/";
const htmx = "node_modules/htmx.org/";

installIfNeeded();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const names = new Map();

const { latin, packed, subset } = await import("./fonts.mjs");
for (const weight of [400, 600]) {
  const font = await subset(`${fira}files/fira-sans-latin-${weight}-normal.woff2`);
  emit(`fira-sans-${weight}.woff2`, await packed(font));
  // For pictures that the server draws.
  emit(`fira-sans-${weight}.ttf`, font);
}
for (const [weight, name] of [[400, "Regular"], [700, "Bold"]]) {
  // For letters that are printed.
  emit(`noto-sans-${weight}.ttf`, await latin(`${kern}dist/fonts/noto-sans/NotoSans-${name}.woff2`));
}
emit("logo.svg", text("src/img/logo.svg"));
emit("public.css", stylesheet("tokens", "base", "frame", "count", "result", "graphics", "map", "seats", "day", "screens"));
emit("office.css", stylesheet("tokens", "base", "frame", "office"));
emit("tv.css", stylesheet("tokens", "base", "tv"));
emit("setup.js", script("setup"));
emit("tv.js", script("tv"));
emit("passkey.js", script("passkey"));
emit("public.js", script("public"));
emit("htmx.js", text(`${htmx}dist/htmx.min.js`));
emit("LICENSES.txt", licences());
writeFileSync(`${out}assets.properties`, [...names].sort().map(([name, hashed]) => `${name}=${hashed}\n`).join(""));

function installIfNeeded() {
  const installed = "node_modules/.package-lock.json";
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync("package-lock.json").mtimeMs) {
    execFileSync("npm", ["ci"], { stdio: "inherit" });
  }
}

function emit(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const hashed = name.replace(/(\.\w+)$/, `.${hash}$1`);
  names.set(name, hashed);
  writeFileSync(out + hashed, bytes);
}

function text(path) {
  return readFileSync(path, "utf8");
}

function stylesheet(...parts) {
  const palette = kernPalette();
  const css = parts
    .map((part) => text(`src/css/${part}.css`))
    .join("\n")
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/palette\(([\w-]+)\)/g, (_, name) => known(palette, name))
    .replace(/font\(([\w.-]+)\)/g, (_, name) => `url("${known(names, name)}")`)
    .replace(/@scheme light \{([^}]*)\}/, ":root {$1}")
    .replace(
      /@scheme dark \{([^}]*)\}/,
      '@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {$1} } :root[data-theme="dark"] {$1}',
    );
  return css
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}")
    .trim();
}

// Of KERN only the palette is taken: its whole stylesheet weighs more than a result page may.
// Older phones know no oklch(), hence the conversion.
function kernPalette() {
  const values = text(`${kern}dist/kern.css`).matchAll(/--kern-color-([a-z]+-\d+): oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g);
  return new Map([...values].map(([, name, l, c, h]) => [name, hex(l / 100, Number(c), (h * Math.PI) / 180)]));
}

// OKLCH to sRGB with the matrices of CSS Color 4.
function hex(lightness, chroma, hue) {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map(gamma).map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function gamma(linear) {
  const part = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, part)));
}

function known(map, name) {
  if (!map.has(name)) {
    throw new Error(`a stylesheet asks for ${name}, which does not exist`);
  }
  return map.get(name);
}

// Comments that fill a line and the indentation go; compression does the rest better than shorter names would.
function script(name) {
  return text(`src/js/${name}.js`)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n");
}

function licences() {
  const parts = [
    ["Fira Sans (fira-sans-*), Noto Sans (noto-sans-*): SIL Open Font License 1.1", `${fira}LICENSE`],
    ["htmx (htmx.js): Zero-Clause BSD", `${htmx}LICENSE`],
    ["KERN-UX (colours in public.css and office.css): European Union Public Licence 1.2", `${kern}LICENSE.md`],
  ];
  return parts.map(([title, path]) => `${title}\n${"=".repeat(title.length)}\n\n${text(path).trim()}\n`).join("\n\n");
}
