import { TextInput } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createMemoryRouter, RouterProvider, useNavigate } from 'react-router';
import { describe, expect, it } from 'vitest';
import { newQueryClient, Providers } from '../App';
import { FormDrawer } from '../form/FormDrawer';
import { useServerForm } from '../form/useServerForm';
import { useTheirs } from '../form/useTheirs';
import { renderPage } from './render';

interface Thing { id: string; name: string }

function Editor({ all, closed }: { all: Thing[]; closed: () => void }) {
  const [mine, setMine] = useState<Thing>({ id: '1', name: 'Merel' });
  return <Form key={JSON.stringify(mine)} mine={mine} theirs={useTheirs(mine, all, setMine)} closed={closed} />;
}

function Form({ mine, theirs, closed }: { mine: Thing; theirs?: () => void; closed: () => void }) {
  const server = useServerForm({ initialValues: { name: mine.name } }, async () => {});
  return <FormDrawer opened title="Thing" onClose={closed} server={server} theirs={theirs}><TextInput aria-label="name" {...server.form.getInputProps('name')} /></FormDrawer>;
}

function Elsewhere() {
  const go = useNavigate();
  const server = useServerForm({ initialValues: { name: 'Merel' } }, async () => { await Promise.resolve(); void go('/'); });
  return <FormDrawer opened title="Thing" onClose={() => void go('/')} server={server}><TextInput aria-label="name" {...server.form.getInputProps('name')} /></FormDrawer>;
}

const renderWhole = (element: React.ReactNode) => render(<Providers queries={newQueryClient()}>{element}</Providers>);

function Opener() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>open</button>
      {open && <Form mine={{ id: '1', name: 'Merel' }} closed={() => setOpen(false)} />}
    </>
  );
}

describe('a form in a drawer', () => {
  it('gives the focus back to what opened it', async () => {
    renderPage(<Opener />);
    await userEvent.click(screen.getByRole('button', { name: 'open' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'name' }), '{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'open' })));
  });

  it('begins at its first field', async () => {
    renderPage(<Opener />);
    await userEvent.click(screen.getByRole('button', { name: 'open' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'name' })));
  });

  it('closes at once when nothing was typed', async () => {
    let closed = 0;
    renderPage(<Editor all={[]} closed={() => { closed += 1; }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed).toBe(1);
  });

  it('asks before it throws away what was typed', async () => {
    let closed = 0;
    renderPage(<Editor all={[]} closed={() => { closed += 1; }} />);
    await userEvent.type(screen.getByLabelText('name'), ' en Wulp');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed).toBe(0);
    await userEvent.click(await screen.findByRole('button', { name: 'Throw away' }));
    await waitFor(() => expect(closed).toBe(1));
  });

  it('asks once, also when closing leads to another address', async () => {
    const router = createMemoryRouter([
      { path: '/new', element: <Elsewhere /> },
      { path: '/', element: <p>the list</p> },
    ], { initialEntries: ['/new'] });
    renderWhole(<RouterProvider router={router} />);
    await userEvent.type(screen.getByLabelText('name'), ' en Wulp');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Throw away' }));
    expect(await screen.findByText('the list')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Throw away' })).toBeNull();
  });

  it('leaves for another address unasked once it is saved', async () => {
    const router = createMemoryRouter([
      { path: '/new', element: <Elsewhere /> },
      { path: '/', element: <p>the list</p> },
    ], { initialEntries: ['/new'] });
    renderWhole(<RouterProvider router={router} />);
    await userEvent.type(screen.getByLabelText('name'), ' en Wulp{Enter}');
    expect(await screen.findByText('the list')).toBeTruthy();
  });

  it('says that somebody else changed the same thing, and shows what they made of it', async () => {
    renderPage(<Editor all={[{ id: '1', name: 'Wulp' }]} closed={() => {}} />);
    expect(screen.getByText('Somebody changed this meanwhile')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show theirs' }));
    expect(screen.getByLabelText('name')).toHaveProperty('value', 'Wulp');
    expect(screen.queryByText('Somebody changed this meanwhile')).toBeNull();
  });
});
