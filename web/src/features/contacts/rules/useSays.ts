import { useChannels } from '@app/channels';
import { useFormat } from '@app/format';
import { useCustomerGroups, type CustomerGroup } from '@app/groups/api';
import { useNamedCalendars, useNamedQueues } from '@app/rules';
import { useTranslation } from 'react-i18next';
import type { Rule } from './api';
import { inUnit, unitOf } from './spans';

/** A rule in words: to whom, and what. */
export function useSays() {
  const { t, i18n } = useTranslation('contacts');
  const format = useFormat();
  const channels = useChannels();
  const groups = useCustomerGroups().data ?? [];
  const queues = useNamedQueues();
  const calendars = useNamedCalendars();
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const span = (time: number) => t(`rules.span.${unitOf(time)}`, { count: inUnit(time, unitOf(time)) });
  const nameOf = (one: CustomerGroup) => (i18n.language === 'nl' ? one.nameNl : one.nameEn);
  const named = (id: string) => { const one = groups.find((each) => each.id === id); return one ? nameOf(one) : '…'; };
  const who = (rule: Rule) => capital([
    rule.priority && t(`rules.priority.${rule.priority}`),
    rule.group && t('rules.ofGroup', { group: named(rule.group) }),
    rule.queue && t('rules.inQueue', { queue: queues.find((one) => one.id === rule.queue)?.name ?? '…' }),
    rule.channel && t('rules.by', { channel: channels.nameOf(rule.channel) }),
  ].filter(Boolean).join(', ') || t('rules.everything'));
  const what = (rule: Rule) => capital([
    rule.firstSeconds !== undefined && t('rules.says.first', { span: span(rule.firstSeconds) }),
    rule.nextSeconds !== undefined && t('rules.says.next', { span: span(rule.nextSeconds) }),
    rule.solutionSeconds !== undefined && t('rules.says.solution', { span: span(rule.solutionSeconds) }),
    rule.warnSeconds !== undefined && t('rules.says.warn', { span: span(rule.warnSeconds) }),
    rule.warnPercent !== undefined && t('rules.says.warnPercent', { percent: format.hundredths(rule.warnPercent) }),
    rule.calendar && t('rules.says.calendar', { calendar: calendars.find((one) => one.id === rule.calendar)?.name ?? '…' }),
  ].filter(Boolean).join(' · '));
  return { who, what, queues, calendars, groups, nameOf };
}
