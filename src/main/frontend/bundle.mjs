// Bundles the scripts into target/classes/static/build and lays the fonts of the papers into target/classes/fonts; run by the Maven build through build.mjs.
import { build } from 'esbuild';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [here('app.js'), here('diagram.js'), here('viewer.js'), here('template.js')],
  outdir: here('../../../target/classes/static/build'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome90', 'firefox90', 'safari15'],
  legalComments: 'linked',
  loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  logLevel: 'warning',
});

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

// What the viewer of papers fetches as it needs it: its worker, tables of Chinese characters, fonts that a PDF may name
// without bringing them, and decoders of scans. The worker is the build for older browsers, as is the viewer.
const parts = here('node_modules/pdfjs-dist/');
const served = here('../../../target/classes/static/build/pdf/');
cpSync(`${parts}legacy/build/pdf.worker.min.mjs`, `${served}worker.js`);
for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
  cpSync(parts + folder, served + folder, { recursive: true });
}
