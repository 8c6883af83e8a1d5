import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

const port = Number(process.env.E2E_SMTP_PORT ?? 8191);

export interface Mail {
  from: string;
  to: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
}

let count = 0;

/** Hands one mail to the product's SMTP receiver, as any mail server would, and waits until it is accepted. */
export async function sendMail(mail: Mail): Promise<void> {
  count += 1;
  const headers = {
    From: mail.from, To: mail.to, Subject: mail.subject, Date: new Date().toUTCString(),
    'Message-ID': `<${Date.now()}.${count}@${mail.from.split('@')[1]}>`,
    'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit',
    ...mail.headers,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join('\r\n');
  const body = mail.text.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  const socket = createConnection({ host: '127.0.0.1', port });
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answer = async (expected: number) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('the receiver hung up');
      if (value[3] === '-') continue;
      if (!value.startsWith(String(expected))) throw new Error(`expected ${expected}, got: ${value}`);
      return;
    }
  };
  await answer(220);
  const steps: [string, number][] = [
    ['EHLO client.example', 250], [`MAIL FROM:<${mail.from}>`, 250], [`RCPT TO:<${mail.to}>`, 250], ['DATA', 354],
    [`${head}\r\n\r\n${body}\r\n.`, 250], ['QUIT', 221],
  ];
  for (const [line, expected] of steps) {
    socket.write(`${line}\r\n`);
    await answer(expected);
  }
  socket.end();
}
