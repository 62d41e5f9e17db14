// All tests in one process: the browser without a screen is read once. One file alone: node --test test/send.test.js.
import { readdirSync } from 'node:fs';

for (const file of readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.js')).sort()) {
  await import(`./${file}`);
}
