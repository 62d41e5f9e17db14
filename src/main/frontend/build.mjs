// Called by the Maven build: installs what package-lock.json names, checks the scripts, bundles them and writes the bill of materials of
// what they are made of, but only when something has changed.
import { createHash } from 'node:crypto';
import { execFile, execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = dirname(fileURLToPath(import.meta.url));
const target = join(folder, '../../../target');
const bundled = join(target, 'frontend.stamp');
const installed = join(folder, 'node_modules', '.installed');
const bill = join(target, 'classes', 'META-INF', 'sbom');

const digest = (names) => {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
};
const same = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
const run = promisify(execFile);

/** What is wrong is told as the tool tells it, and ends the build. */
const npm = async (...words) => {
  try {
    return (await run('npm', [...words, '--silent'], { cwd: folder, maxBuffer: 2 ** 26, shell: process.platform === 'win32' })).stdout;
  } catch (failure) {
    console.error(failure.stdout, failure.stderr);
    throw new Error(`npm ${words.join(' ')} failed`, { cause: failure });
  }
};

const sourcesIn = (part) => readdirSync(join(folder, part)).filter((name) => /\.(js|mjs|css|json|svg)$/.test(name)).sort()
  .map((name) => join(part, name));
const locked = digest(['package.json', 'package-lock.json']);
const sources = digest(['', 'test', join('test', 'fakes')].flatMap(sourcesIn));
const output = join(target, 'classes', 'assets.properties');

if (same(bundled, sources) && existsSync(output)) {
  console.log('Scripts are up to date.');
} else {
  if (!same(installed, locked)) {
    execSync('npm ci --no-audit --no-fund', { cwd: folder, stdio: 'inherit' });
    writeFileSync(installed, locked);
  }
  const [materials] = await Promise.all([
    npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'),
    npm('run', 'lint'), npm('test'), npm('run', 'build'),
  ]);
  mkdirSync(bill, { recursive: true });
  writeFileSync(join(bill, 'scripts.cdx.json'), materials);
  writeFileSync(bundled, sources);
}
