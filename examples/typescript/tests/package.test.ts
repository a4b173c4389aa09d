import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { HERE } from './platform.js';

const execute = promisify(execFile);

test('the package holds what a program needs, and stands on its own', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-client-'));
  t.after(() => rm(folder, { recursive: true }));
  // `make client` has built the package already.
  const options = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await execute('npm', options, { cwd: fileURLToPath(HERE) });
  const [{ filename, files }] = JSON.parse(stdout);
  const names: string[] = files.map(({ path }: { path: string }) => path);
  const others = names.filter((name) => !/^dist\/(generated\/)?\w+\.(js|d\.ts)$/.test(name));
  assert.deepEqual(others.sort(), ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'package.json']);
  assert.ok(names.includes('dist/index.js') && names.includes('dist/index.d.ts'));

  await execute('tar', ['-xf', filename], { cwd: folder });
  const unpacked = pathToFileURL(join(folder, 'package/'));
  const { exports, dependencies } = JSON.parse(
    await readFile(new URL('package.json', unpacked), 'utf8'),
  );
  assert.equal(dependencies, undefined);
  // No folder of packages is in reach here.
  const client = await import(new URL(exports['.'].default, unpacked).href);
  const expected = [
    'Agent',
    'Api',
    'Refused',
    'Stopped',
    'Unreachable',
    'Visitor',
    'actions',
    'newId',
  ];
  assert.deepEqual(Object.keys(client).sort(), expected);
});
