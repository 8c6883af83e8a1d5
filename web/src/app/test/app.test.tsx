import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../App';
import { Problem } from '../api/problem';
import { useServerForm } from '../form/useServerForm';
import { formats } from '../format';
import { useShortcuts } from '../keys';
import { Figure } from '../number/Figure';
import { Failed } from '../states/Failed';
import { anAgent, renderPage } from './render';

function Keyed({ pressed }: { pressed: string[] }) {
  useShortcuts([
    { keys: 'j', label: 'next', run: () => pressed.push('j') },
    { keys: 'g d', label: 'desk', run: () => pressed.push('g d') },
    { keys: 'd', label: 'd', run: () => pressed.push('d') },
    { keys: 'mod+Enter', label: 'send', run: () => pressed.push('send'), whileTyping: true },
  ]);
  return <input aria-label="field" />;
}

describe('shortcuts', () => {
  it('knows single keys and sequences, and leaves typing alone', async () => {
    const pressed: string[] = [];
    renderPage(<Keyed pressed={pressed} />);
    await userEvent.keyboard('jgdd');
    expect(pressed).toEqual(['j', 'g d', 'd']);
    await userEvent.type(screen.getByRole('textbox'), 'jd{Control>}{Enter}{/Control}');
    expect(pressed).toEqual(['j', 'g d', 'd', 'send']);
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'jd');
  });
});

function Form() {
  const { form, submit } = useServerForm({ initialValues: { name: '' } }, () =>
    Promise.reject(new Problem(400, { code: 'validation', errors: { name: 'Give it a name' } })));
  return <form onSubmit={submit}><input aria-label="name" {...form.getInputProps('name')} /><p>{form.errors.name}</p><button>ok</button></form>;
}

describe('forms', () => {
  it('shows what the server says about a field at that field', async () => {
    renderPage(<Form />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByText('Give it a name')).toBeTruthy();
  });
});

describe('states', () => {
  const failed = (status: number) =>
    renderPage(<Failed error={new Problem(status, { title: 'It did not work', correlationId: 'abc-1' })} onRetry={() => {}} />);

  it('says what the server says, and which number to mention when it is a fault', () => {
    failed(500);
    expect(screen.getByRole('alert').textContent).toContain('It did not work');
    expect(screen.getByText('abc-1')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('mentions no number for what one can mend oneself', () => {
    failed(409);
    expect(screen.queryByText('abc-1')).toBeNull();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('does not ask to try again what is not there', () => {
    failed(404);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('shows no number when there is too little data', () => {
    renderPage(<Figure label="NPS" definition="Promoters less detractors" n={4} />);
    expect(screen.getByText('–')).toBeTruthy();
    expect(screen.getByText(/Too few to say/)).toBeTruthy();
  });
});

describe('formats', () => {
  it('writes spans in the largest unit that fits', () => {
    const { span } = formats('en');
    expect([span(4_000), span(12 * 60_000), span(5 * 3_600_000), span(72 * 3_600_000)]).toEqual(['4s', '12m', '5h', '3d']);
  });

  it('writes amounts as the language does', () => {
    expect(formats('nl').money(123456, 'EUR').replace(/\s/g, ' ')).toBe('€ 1.234,56');
  });
});

function answering(answers: Record<string, { status: number; body?: unknown }>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    asked.push(`${request.method} ${pathname}`);
    const { status, body } = answers[`${request.method} ${pathname}`] ?? { status: 404, body: {} };
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  });
  return asked;
}

describe('what stands in the way of everything else', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  it('asks for a password of one\'s own, says what is wrong with it, and goes on when it is changed', async () => {
    const session = { user: { ...anAgent, mustChangePassword: true } };
    const asked = answering({
      'GET /api/session': { status: 200, body: session },
      'POST /api/session/password': { status: 422, body: { code: 'request/invalid', errors: { newPassword: 'Use at least 12 characters' } } },
    });
    render(<App />);
    await userEvent.type(await screen.findByLabelText('Password you signed in with'), 'given');
    await userEvent.type(screen.getByLabelText('New password'), 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Use this password' }));
    expect(await screen.findByText('Use at least 12 characters')).toBeTruthy();
    expect(asked.filter((each) => !each.endsWith('/api/session') && !each.endsWith('/api/session/password'))).toEqual([]);
  });

  it('says that the database is away instead of only that something broke', async () => {
    answering({ 'GET /api/session': { status: 503, body: { code: 'system/database-unreachable', title: 'The database cannot be reached', detail: 'Nothing is lost.' } } });
    render(<App />);
    expect((await screen.findByRole('alert')).textContent).toContain('The database cannot be reached');
  });
});
