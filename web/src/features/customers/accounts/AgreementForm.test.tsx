import type { Agreement } from '@app/accounts/api';
import { renderPage } from '@app/test/render';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { AgreementForm } from './AgreementForm';

const agreement = { id: 'g1', title: 'Free return', words: '', state: 'VALID', version: 3 } as Agreement;
afterEach(() => { vi.unstubAllGlobals(); });

const taken = async (answer: () => Response) => {
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(`${request.method} ${new URL(request.url).pathname}${new URL(request.url).search}`);
    return answer();
  });
  const onClose = vi.fn();
  renderPage(<AgreementForm account="a1" agreement={agreement} all={[agreement]} onReplace={() => {}} onClose={onClose} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Take it away' }));
  await userEvent.click((await screen.findAllByRole('button', { name: 'Take it away' })).at(-1)!);
  return { sent, onClose };
};

it('takes away the agreement that one saw, and says so', async () => {
  const { sent, onClose } = await taken(() => new Response(null, { status: 204 }));
  expect(await screen.findByText('The agreement was taken away')).toBeTruthy();
  expect(sent).toEqual(['DELETE /api/accounts/a1/agreements/g1?version=3']);
  expect(onClose).toHaveBeenCalled();
});

it('leaves what somebody changed meanwhile, and says so', async () => {
  const changed = { code: 'customer-accounts/changed', title: 'Somebody else changed this account' };
  const { onClose } = await taken(() => Response.json(changed, { status: 409, headers: { 'Content-Type': 'application/problem+json' } }));
  expect(await screen.findByText('Somebody else changed this account')).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});
