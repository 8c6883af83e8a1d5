import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { request } from '@playwright/test';
import { Api, mailOf, password } from './people';

/**
 * Starts the product as anyone would, with the demo company and without simulated customers; stops it at the end. With `E2E_URL`
 * (and `E2E_SMTP_PORT`) the journeys go through one that runs already.
 */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL) {
    await roomForMails(process.env.E2E_URL);
    return undefined;
  }
  const data = mkdtempSync(join(tmpdir(), 'hartslag-e2e-'));
  chmodSync(data, 0o755);
  const product = spawn(
    resolve(import.meta.dirname, '../../hartslag'),
    ['demo', '--no-traffic', '--port', '8190', '--smtp-port', '8191', '--data', join(data, 'demo')],
    { stdio: ['ignore', 'pipe', 'pipe'] },
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
  await roomForMails('http://127.0.0.1:8190');
  return async () => {
    const stopped = new Promise((done) => product.on('exit', done));
    product.kill('SIGINT');
    await stopped;
    rmSync(data, { recursive: true, force: true });
  };
}

/** Journeys leave mails in hand to each other's people: what one left may not keep the next from taking its own. */
async function roomForMails(at: string): Promise<void> {
  const context = await request.newContext({ baseURL: at });
  const api = new Api(context);
  await api.post('/api/session', { email: mailOf('arno'), password });
  for (const { user, capacity } of await api.get<{ user: string; capacity: { calls: number; chats: number; mails: number } }[]>('/api/routing/capacity')) {
    await api.put(`/api/routing/capacity/${user}`, { ...capacity, mails: 50 });
  }
  await context.dispose();
}
