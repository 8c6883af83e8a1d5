/** Every right there is, in the order of the work. */
export const permissions = [
  'contacts.view', 'contacts.handle', 'contacts.assign', 'contacts.help', 'consults.answer', 'customers.view', 'customers.change', 'customers.erase', 'retention.configure', 'orders.import',
  'live.view', 'results.own', 'listen.view', 'compliments.view', 'compliments.moderate', 'follow-ups.view', 'follow-ups.handle',
  'feedback.configure', 'personal-scores.view', 'personal-scores.all',
  'gestures.view', 'gestures.approve', 'gestures.configure', 'guidelines.write', 'intake.view', 'intake.raw', 'intake.replay', 'outbox.view', 'channels.configure',
  'routing.configure', 'organisation.configure', 'people.view', 'people.configure', 'audit.view', 'system.view',
];

/** Its key in the texts: dots separate levels there. */
export const textOf = (permission: string) => `right.${permission.replaceAll('.', '_')}`;
