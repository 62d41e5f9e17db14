// Bundles the scripts into target/classes/static/build and lays the fonts of the papers into target/classes/fonts; run by the Maven build through build.mjs.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [here('app.js'), here('diagram.js')],
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
