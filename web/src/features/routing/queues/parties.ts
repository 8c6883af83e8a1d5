import type { Choices, Share } from '../types';

/** With whom a queue can be shared, as one list: our own people, partners, sites. */
export const keyOf = (share: Pick<Share, 'partner' | 'site'>) => (share.site ? `site:${share.site}` : share.partner ? `partner:${share.partner}` : 'own');

export const shareOf = (key: string): Omit<Share, 'percent'> => {
  const [kind, id] = key.split(':');
  return kind === 'site' ? { site: id } : kind === 'partner' ? { partner: id } : {};
};

export function partiesOf({ partners, sites }: Pick<Choices, 'partners' | 'sites'>, own: string, at: (site: string, company: string) => string) {
  const called = ({ name, partner }: Choices['sites'][number]) => (partner ? at(name, partners.find(({ id }) => id === partner)?.name ?? '') : name);
  return [
    { value: 'own', label: own },
    ...partners.map((partner) => ({ value: `partner:${partner.id}`, label: partner.name })),
    ...sites.map((site) => ({ value: `site:${site.id}`, label: called(site) })),
  ];
}
