// Called by the Maven build: installs what package-lock.json names and bundles, but only when something has changed.
import { createHash } from 'node:crypto';
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const target = join(folder, '../../../target');
const bundled = join(target, 'frontend.stamp');
const installed = join(folder, 'node_modules', '.installed');

const digest = (names) => {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
};
const same = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
const run = (command) => execSync(command, { cwd: folder, stdio: 'inherit' });

const locked = digest(['package.json', 'package-lock.json']);
const sources = digest(readdirSync(folder).filter((name) => /\.(js|mjs|css|json|svg)$/.test(name)).sort());
const output = join(target, 'classes', 'assets.properties');

if (same(bundled, sources) && existsSync(output)) {
  console.log('Scripts are up to date.');
} else {
  if (!same(installed, locked)) {
    run('npm ci --no-audit --no-fund');
    writeFileSync(installed, locked);
  }
  run('npm run build --silent');
  mkdirSync(target, { recursive: true });
  writeFileSync(bundled, sources);
}
