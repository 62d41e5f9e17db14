// Bundles scripts and style sheet into target/classes/static/build, each by the digest of its content in its name, with
// what is sent of it compressed beforehand; target/classes/assets.properties says which name each has. Lays the fonts of
// the papers into target/classes/fonts. Run by the Maven build through build.mjs.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const digest = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash('sha256')).digest('hex').slice(0, 12);
const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();

const served = here('../../../target/classes/static/build/');
rmSync(served, { recursive: true, force: true });
const names = new Map();

// What the viewer of papers fetches as it needs it: its worker, tables of Chinese characters, fonts that a PDF may name
// without bringing them, and decoders of scans. The worker is the build for older browsers, as is the viewer.
const parts = here('node_modules/pdfjs-dist/');
const worker = `${parts}legacy/build/pdf.worker.min.mjs`;
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];
const pdf = `pdf/${digest(...[worker, ...folders.flatMap((folder) => filesIn(parts + folder))].map((file) => readFileSync(file)))}/`;
cpSync(worker, `${served}${pdf}worker.js`);
folders.forEach((folder) => cpSync(parts + folder, served + pdf + folder, { recursive: true }));
names.set('pdf/', pdf);

const bundled = await build({
  entryPoints: ['app.js', 'diagram.js', 'viewer.js', 'template.js', 'studio.js', 'changes.js', 'ecopark.css'].map(here),
  outdir: served,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  define: { PDF_PARTS: JSON.stringify(pdf) },
  bundle: true,
  splitting: true,
  metafile: true,
  minify: true,
  format: 'esm',
  target: ['chrome90', 'firefox90', 'safari15'],
  legalComments: 'linked',
  loader: { '.woff': 'empty', '.woff2': 'file', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  logLevel: 'warning',
});
for (const [path, { entryPoint, cssBundle }] of Object.entries(bundled.metafile.outputs)) {
  if (entryPoint) {
    names.set(basename(entryPoint), basename(path));
  }
  if (entryPoint && cssBundle) {
    names.set(`${basename(entryPoint, '.js')}.css`, basename(cssBundle));
  }
}

for (const picture of ['icons.svg', 'mark.svg']) {
  const content = readFileSync(here(picture));
  const name = picture.replace('.', `-${digest(content)}.`);
  writeFileSync(served + name, content);
  names.set(picture, name);
}

for (const file of filesIn(served)) {
  const content = readFileSync(file);
  for (const [ending, smaller] of [['br', brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })], ['gz', gzipSync(content)]]) {
    if (smaller.length < 0.9 * content.length && extname(file) !== '.txt') {
      writeFileSync(`${file}.${ending}`, smaller);
    }
  }
}

writeFileSync(here('../../../target/classes/assets.properties'), [...names].map((line) => `${line.join('=')}\n`).sort().join(''));

// The open fonts that papers are set in where the ministry has laid down no licensed ones (docs/adr/0011).
const fonts = here('../../../target/classes/fonts/');
mkdirSync(fonts, { recursive: true });
for (const [family, weight] of [['noto-serif-sc', '400Regular'], ['noto-serif-sc', '700Bold'], ['noto-sans-sc', '500Medium']]) {
  const source = here(`node_modules/@expo-google-fonts/${family}/`);
  const name = (family === 'noto-serif-sc' ? 'NotoSerifSC_' : 'NotoSansSC_') + weight;
  copyFileSync(`${source}${weight}/${name}.ttf`, `${fonts}${name}.ttf`);
  copyFileSync(`${source}LICENSE_FONT`, `${fonts}${family}-LICENSE.txt`);
}
// Signs that those lack, as raised and lowered digits, fractions, marks of choice, marks on letters.
const signs = here('node_modules/dejavu-fonts-ttf/');
for (const name of ['DejaVuSerif', 'DejaVuSerif-Bold', 'DejaVuSans']) {
  copyFileSync(`${signs}ttf/${name}.ttf`, `${fonts}${name}.ttf`);
}
copyFileSync(`${signs}LICENSE`, `${fonts}dejavu-LICENSE.txt`);
