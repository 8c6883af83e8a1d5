import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Starts the product as anyone would, with the demo company and without simulated customers; stops it at the end. With `E2E_URL`
 * (and `E2E_SMTP_PORT`) the journeys go through one that runs already.
 */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL) return undefined;
  const data = mkdtempSync(join(tmpdir(), 'hartslag-e2e-'));
  chmodSync(data, 0o755);
  const product = spawn(
    resolve(import.meta.dirname, '../../hartslag'),
    ['demo', '--no-traffic', '--port', '8190', '--smtp-port', '8191', '--data', join(data, 'demo')],
    // answers leave at once, so that the customer's side of a journey does not wait; a journey about taking back asks for its moment itself
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HARTSLAG_CONTACTS_TAKE_BACK_FOR: '0s' } },
  );
  let said = '';
  await new Promise<void>((ready, failed) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Hartslag is ready')) ready();
    };
    product.stdout.on('data', listen);
    product.stderr.on('data', listen);
    product.on('exit', (code) => failed(new Error(`The product stopped with ${code} before it was ready:\n${said.slice(-4000)}`)));
  });
  return async () => {
    const stopped = new Promise((done) => product.on('exit', done));
    product.kill('SIGINT');
    await stopped;
    rmSync(data, { recursive: true, force: true });
  };
}
