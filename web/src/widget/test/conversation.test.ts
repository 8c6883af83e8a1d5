import { beforeEach, describe, expect, it } from 'vitest';
import { Refused, Unreachable, type Api } from '../frame/api';
import { Conversation, type Hooks } from '../frame/conversation';
import type { Message, Placed } from '../frame/protocol';
import { Kept } from '../frame/storage';

/** A server that keeps each key once, as the real one does, and a line that fails when told to. */
class Server {
  placed: Message[] = [];
  faults: (Error | 'after')[] = [];
  calls: string[] = [];

  message(clientKey: string, text: string): Promise<Placed> {
    this.calls.push(text);
    const fault = this.faults.shift();
    if (fault && fault !== 'after') return Promise.reject(fault);
    let message = this.placed.find((one) => one.clientKey === clientKey);
    if (!message) {
      message = { seq: this.placed.length + 1, id: clientKey, from: 'visitor', name: 'x', at: new Date().toISOString(), text, clientKey, files: [] };
      this.placed.push(message);
    }
    // Stored, but the answer never arrived.
    return fault ? Promise.reject(new Unreachable('answer lost')) : Promise.resolve({ message });
  }

  start(clientKey: string, text: string): Promise<Placed> {
    return this.message(clientKey, text);
  }
}

let server: Server;
let kept: Kept;
let pauses: (() => void)[];
let closed: string[];
let memory: Map<string, string>;
const refusal = (status: number, code: string) => new Refused(status, code, code, code, undefined);

function conversation(hooks: Partial<Hooks> = {}, pause = () => Promise.resolve()) {
  return new Conversation(server as unknown as Api, kept,
    { changed: () => {}, closed: (one) => closed.push(one.text), unknown: () => Promise.resolve(), ...hooks }, pause);
}

const settled = () => new Promise((done) => setTimeout(done));
const texts = (talk: Conversation) => talk.messages.map((one) => one.text);

beforeEach(() => {
  server = new Server();
  pauses = [];
  closed = [];
  memory = new Map();
  kept = new Kept('wk', () => ({
    getItem: (name: string) => memory.get(name) ?? null,
    setItem: (name: string, value: string) => void memory.set(name, value),
    removeItem: (name: string) => void memory.delete(name),
  }) as unknown as Storage);
});

describe('a conversation', () => {
  it('asks the stream for what others wrote before its own message came through', async () => {
    const talk = conversation();
    const theirs = (seq: number): Message => ({ seq, id: `a${seq}`, from: 'agent', name: 'Wout', at: new Date().toISOString(), text: `answer ${seq}`, files: [] });
    talk.hear(theirs(1));
    server.placed = [theirs(1), theirs(2)];
    talk.write('question', []);
    await settled();
    expect(talk.messages.map((one) => one.seq)).toEqual([1, 3]);
    expect(talk.position).toBe(1);
    talk.hear(theirs(2));
    talk.hear({ ...server.placed[2]! });
    expect(texts(talk)).toEqual(['answer 1', 'answer 2', 'question']);
    expect(talk.position).toBe(3);
  });

  it('sends one after the other and keeps the order through a bad line', async () => {
    server.faults = [new Unreachable('down'), 'after', new Unreachable('down')];
    const talk = conversation();
    talk.write('een', []);
    talk.write('twee', []);
    talk.write('drie', []);
    await settled();
    expect(server.placed.map((one) => one.text)).toEqual(['een', 'twee', 'drie']);
    expect(texts(talk)).toEqual(['een', 'twee', 'drie']);
    expect(talk.outgoing).toEqual([]);
  });

  it('shows a message once when stream and answer both bring it, in whatever order', async () => {
    const talk = conversation();
    const server2: Message = { seq: 2, id: 'b', from: 'agent', name: 'Noor', at: '', text: 'twee', files: [] };
    const server1: Message = { seq: 1, id: 'a', from: 'agent', name: 'Noor', at: '', text: 'een', files: [] };
    for (const one of [server2, server1, server2, server1]) talk.receive(one);
    expect(texts(talk)).toEqual(['een', 'twee']);
  });

  it('says that it failed, and goes on with the same key when the line is back', async () => {
    server.faults = Array.from({ length: 4 }, () => new Unreachable('down'));
    const talk = conversation({}, () => new Promise((done) => pauses.push(done)));
    talk.write('een', []);
    talk.write('twee', []);
    for (let i = 0; i < 3; i++) {
      await settled();
      pauses.shift()!();
    }
    await settled();
    expect(talk.outgoing.map((one) => one.state)).toEqual(['failed', 'failed']);
    talk.retry(talk.outgoing[1]!.key);
    await settled();
    expect(texts(talk)).toEqual(['een', 'twee']);
  });

  it('lets a refused message stand alone', async () => {
    server.faults = [refusal(422, 'request/invalid')];
    const talk = conversation();
    talk.write('te lang', []);
    talk.write('goed', []);
    await settled();
    expect(texts(talk)).toEqual(['goed']);
    expect(talk.outgoing.map((one) => [one.text, one.state, one.why])).toEqual([['te lang', 'failed', 'request/invalid']]);
  });

  it('finds after a reload what was not sent', async () => {
    server.faults = Array.from({ length: 9 }, () => new Unreachable('down'));
    const before = conversation({}, () => new Promise(() => {}));
    before.write('een', []);
    await settled();
    server.faults = [];
    const after = conversation();
    await after.send();
    expect(texts(after)).toEqual(['een']);
    expect(server.placed).toHaveLength(1);
  });

  it('becomes a mail when the chat closed meanwhile, and begins anew when the visit was forgotten', async () => {
    server.faults = [refusal(409, 'webchat/closed')];
    const talk = conversation();
    talk.write('te laat', [], {});
    await settled();
    expect(closed).toEqual(['te laat']);
    server.faults = [refusal(401, 'webchat/unknown-visitor')];
    talk.write('opnieuw', []);
    await settled();
    expect(texts(talk)).toEqual(['opnieuw']);
  });

  it.each([1, 2, 3, 4, 5])('loses and doubles nothing, whatever the line does (%i)', async (seed) => {
    let state = seed * 7919;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const talk = conversation();
    const said: string[] = [];
    for (let i = 0; i < 30; i++) {
      server.faults.push(...Array.from({ length: 3 }, () => (random() < 0.3 ? 'after' : new Unreachable('down'))).slice(0, Math.floor(random() * 3)) as never[]);
      said.push(`bericht ${i}`);
      talk.write(`bericht ${i}`, []);
      if (random() < 0.5) await settled();
      for (const one of server.placed) if (random() < 0.3) talk.receive(one);
    }
    server.faults = [];
    talk.reconnected();
    await settled();
    expect(server.placed.map((one) => one.text)).toEqual(said);
    expect(texts(talk)).toEqual(said);
    expect(talk.outgoing).toEqual([]);
  });
});
