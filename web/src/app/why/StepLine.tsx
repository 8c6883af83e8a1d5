import { useTranslation } from 'react-i18next';
import { useChannels } from '../channels';
import { useFormat } from '../format';
import type { Group, Somebody, Step } from './api';
import classes from './Why.module.css';

/** How people and groups of people are spoken of; who may not be known is a colleague. */
export function useSaid() {
  const { t } = useTranslation();
  const format = useFormat();
  const person = (key: string, { me, name }: Somebody) => t(`${key}.${me ? 'me' : name ? 'named' : 'other'}`, { name });
  return {
    person,
    kept: ({ person: whom, until }: NonNullable<Step['kept']>) =>
      person('why.kept', whom) + (until ? ` ${t('why.until', { time: format.moment(until) })}` : ''),
    group: (key: string, { how, count, people }: Group) => {
      const names = people.map((one) => (one.me ? t('why.you') : one.name)).join(', ');
      return t(`${key}.${how}`, { count }) + (names && `: ${names}${people.length < count ? '…' : ''}`);
    },
  };
}

/** One thing that happened to a contact, and why. */
export function StepLine({ step }: { step: Step }) {
  const format = useFormat();
  const { title, facts } = useWords(step);
  return (
    <li className={classes.step} data-kind={step.kind}>
      <div className={classes.head}><span>{title}</span>{step.at && <time dateTime={step.at} title={format.exact(step.at)}>{format.moment(step.at)}</time>}</div>
      {facts.length > 0 && <ul className={classes.facts}>{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>}
    </li>
  );
}

/** Whose turn it was in a queue that is shared, and how that company or site stood then. */
function useTurn() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ turn }: Step) => {
    if (!turn) return { title: t('why.turn.ours'), facts: [] };
    const company = turn.partner ?? t('why.turn.ours');
    const who = turn.site ? t('why.turn.at', { site: turn.site, company }) : company;
    const share = format.hundredths(turn.percent);
    const got = turn.got === undefined ? t('why.turn.share', { share }) : t('why.turn.got', { share, got: format.hundredths(turn.got) });
    return { title: t(turn.next ? 'why.turn.next' : 'why.turn.of', { who }), facts: [got] };
  };
}

function useWords(step: Step): { title: string; facts: string[] } {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid();
  const rule = useRule(step);
  const turnWords = useTurn();
  const queue = step.queue ?? t('why.aQueue');
  const score = step.score === undefined ? undefined : format.number(step.score);
  const keptAndHeld = [step.kept && said.kept(step.kept), step.heldUntil && t('why.held', { time: format.moment(step.heldUntil) })];
  const waited = step.waitedSeconds === undefined ? undefined : t('why.waited', { span: format.span(step.waitedSeconds * 1000) });
  const present = (facts: (string | undefined | false | '')[]) => facts.filter((fact): fact is string => Boolean(fact));
  switch (step.kind) {
    case 'PLACED': return { title: t('why.placed', { queue }), facts: present([rule, ...keptAndHeld]) };
    case 'RETURNED': return {
      title: t('why.returned', { queue }),
      facts: present([t(`why.back.${step.why}`, { defaultValue: t('why.back.came') }), step.person && said.person('why.from', step.person), ...keptAndHeld]),
    };
    case 'OFFERED': return {
      title: said.person('why.asked', step.person!),
      facts: present([
        t(`why.outcome.${step.why}`),
        step.way && t(`why.way.${step.way}`),
        score && t('why.score', { score }),
        ...step.others.map((group) => said.group('why.others', group)),
      ]),
    };
    case 'WIDENED': return { title: t('why.widened', { ring: step.ring }), facts: present([waited]) };
    case 'TURN': return turnWords(step);
    case 'STOOD_OUT': return { title: t('why.stoodOut'), facts: present([waited]) };
    case 'ASSIGNED': return { title: said.person('why.got', step.person!), facts: present([t(`why.by.${step.why}`), score && t('why.score', { score }), waited]) };
  }
}

function useRule({ rule }: Step): string | undefined {
  const { t, i18n } = useTranslation();
  const { nameOf } = useChannels();
  if (!rule) return undefined;
  const reason = i18n.language === 'nl' ? rule.reasonNl : rule.reasonEn;
  const parts = [
    rule.address && t('why.rule.address', { address: rule.address }),
    reason && t('why.rule.reason', { reason }),
    rule.channel && t('why.rule.channel', { channel: nameOf(rule.channel) }),
  ].filter(Boolean);
  return parts.length > 0 ? t('why.rule.by', { what: parts.join(' ') }) : undefined;
}
