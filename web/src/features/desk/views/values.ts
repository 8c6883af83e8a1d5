import type { components } from '@app/api/schema';
import type { Conditions, SavedView } from './api';

type Asked = components['schemas']['ViewAsked'];

/** As it stands in the form: what asks nothing is empty; no team is one's own. */
export type Values = Required<Pick<Conditions, 'whose' | 'brands' | 'queues' | 'media' | 'priorities' | 'subStates' | 'groups' | 'unread' | 'undelivered'>>
  & { name: string; team: string; turn: string; dueWithinHours: string; waitsHours: string; words: string };

export const empty: Values = {
  name: '', team: '', whose: [], brands: [], queues: [], media: [], priorities: [], subStates: [], groups: [], turn: '', dueWithinHours: '', waitsHours: '', unread: false,
  undelivered: false, words: '',
};

export const valuesOf = ({ name, team = '', conditions }: Pick<SavedView, 'name' | 'team' | 'conditions'>): Values => ({
  ...conditions, name, team, turn: conditions.turn ?? '', dueWithinHours: conditions.dueWithinHours?.toString() ?? '', waitsHours: conditions.waitsHours?.toString() ?? '',
  words: conditions.words ?? '',
});

const hours = (text: string) => (text === '' ? undefined : Number(text));

export const askedOf = ({ name: _name, team: _team, turn, dueWithinHours, waitsHours, words, ...lists }: Values): Asked => ({
  ...lists, turn: turn === '' ? undefined : turn as Conditions['turn'], dueWithinHours: hours(dueWithinHours), waitsHours: hours(waitsHours), words: words.trim() || undefined,
});
