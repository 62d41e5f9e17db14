// Gathers the icons named in icons.txt into the committed sprite icons.svg:
//   npm install --no-save @tabler/icons@3.51.0 && npm run icons
import { readFileSync, writeFileSync } from 'node:fs';

const outline = new URL('./node_modules/@tabler/icons/icons/outline/', import.meta.url);
const names = readFileSync(new URL('icons.txt', import.meta.url), 'utf8').split('\n').filter(Boolean);

function symbol(name) {
  const svg = readFileSync(new URL(`${name}.svg`, outline), 'utf8');
  const shapes = svg.replace(/<!--[\s\S]*?-->/g, '').replace(/<svg[\s\S]*?>/, '').replace('</svg>', '')
    .replace(/\s+/g, ' ').replace(/ ?\/> ?/g, '/>').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" `
    + `stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}

const own = readFileSync(new URL('own.svg', import.meta.url), 'utf8').trim();
writeFileSync(new URL('icons.svg', import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Tabler Icons (MIT), and our own mark and traffic light -->\n`
  + `${names.map(symbol).join('\n')}\n${own}\n</svg>\n`);
