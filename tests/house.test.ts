import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const GUARD = join(ROOT, 'scripts', 'require-node.mjs');

function runGuardOn(version: string): { readonly status: number | null; readonly stderr: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
  const program = `${pretend} await import(${JSON.stringify(GUARD)});`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
}

describe('the guard against an old Node', () => {
  test.each(['12.22.12', '20.20.2', '22.18.0'])('refuses %s in one line that says what to do', (version) => {
    const { status, stderr } = runGuardOn(version);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^[^\\n]*Node 22\\.19 [^\\n]*${version}[^\\n]*Install Node 24[^\\n]*\\n$`));
  });

  test.each(['22.19.0', '23.0.0', '24.21.0', '26.10.0'])('lets %s pass', (version) => {
    expect(runGuardOn(version)).toMatchObject({ status: 0, stderr: '' });
  });

  test('needs what package.json says', () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(engines).toEqual({ node: '>=22.19' });
  });
});

describe('the tests', () => {
  test('run in a zone that is nobody’s default', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Chatham');
    expect(new Date('2026-07-01T00:00:00Z').getHours()).toBe(12);
    const child = execFileSync(process.execPath, ['-p', 'new Date(0).getTimezoneOffset()'], {
      encoding: 'utf8',
    });
    expect(child.trim()).toBe('-765');
  });

  test('reach nothing but this machine', async () => {
    await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('no network') }),
    });
    expect(() => connect(80, '192.0.2.1')).toThrow('no network');
    expect(() => connect({ port: 80, host: 'example.org' })).toThrow('no network');
  });

  test('reach a server of their own', async () => {
    const server = createServer((_request, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toBe('here');
    server.close();
  });
});

describe('the lockfile', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');

  test('names no registry', () => {
    expect(lock).not.toContain('"resolved"');
  });

  test('has no package that runs a script when it is installed', () => {
    expect(lock).not.toContain('hasInstallScript');
  });
});
