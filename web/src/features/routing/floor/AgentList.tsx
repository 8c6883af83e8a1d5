import { useNow } from '@app/clock';
import { useFormat } from '@app/format';
import { useSession } from '@app/session';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsShuffle, IconDots, IconLogout, IconMail, IconMessageCircle, IconPhone, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { media, type AgentNow, type PresenceState } from '../types';
import { SayModal } from '../notices/SayModal';
import classes from './Floor.module.css';
import { LogOffModal } from './LogOffModal';
import { OtherWorkModal } from './OtherWorkModal';

const icons = { call: IconPhone, chat: IconMessageCircle, mail: IconMail };
export const order: PresenceState[] = ['AVAILABLE', 'BUSY', 'BREAK', 'OFFLINE'];

/** Whom one can reach first; among equals by name. */
export const inOrder = (agents: AgentNow[]) =>
  [...agents].sort((a, b) => order.indexOf(a.presence.state) - order.indexOf(b.presence.state) || a.name.localeCompare(b.name));

/** Who is there, since when in which state, and what each has in hand; whoever left without a word can be logged off, and anyone given other work. */
export function AgentList({ agents }: { agents: AgentNow[] }) {
  const { t } = useTranslation('routing');
  const format = useFormat();
  const now = useNow();
  const { user, may } = useSession();
  const [open, setOpen] = useState<{ act: 'work' | 'say' | 'logOff'; agent: AgentNow }>();
  const close = () => setOpen(undefined);

  return (
    <>
    <ul className={classes.people}>
      {agents.map((agent) => {
        const { presence, name } = agent;
        return (
        <li key={presence.user} className={classes.person} data-away={presence.state === 'OFFLINE'}>
          <span className={classes.light} data-state={presence.state} aria-hidden="true" />
          <div className={classes.who}>
            <span className={classes.name} title={name}>{name}</span>
            <span className={classes.under}>
              {t(`presence.${presence.state}`)}
              {presence.since && ` · ${format.span(now - Date.parse(presence.since))}`}
              {!presence.connected && presence.state !== 'OFFLINE' && ` · ${t('floor.agents.noScreen')}`}
            </span>
            {presence.otherWork && <span className={classes.otherWork}>{t(presence.otherWork.only ? 'floor.agents.only' : 'floor.agents.also', { queues: presence.otherWork.queues.map((queue) => queue.name).join(', '), time: format.moment(presence.otherWork.until) })}</span>}
            {presence.keptFor.length > 0 && <span className={classes.under}>{t('floor.agents.keptFor', { queues: presence.keptFor.map((queue) => queue.name).join(', ') })}</span>}
          </div>
          <div className={classes.load}>
            {media.map(([one, many]) => {
              const held = presence.load[one] ?? 0;
              const most = presence.capacity[many];
              const Icon = icons[one];
              if (held === 0 && one === 'call') return null;
              return (
                <span key={one} data-full={most > 0 && held >= most}>
                  <Icon size={15} stroke={1.7} role="img" aria-label={t(`medium.${one}`)} />
                  {t('floor.agents.load', { held, most })}
                </span>
              );
            })}
          </div>
          {may('contacts.assign') && presence.user !== user?.id && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('floor.act', { name })}><IconDots size={18} stroke={1.6} /></ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconArrowsShuffle size={16} />} onClick={() => setOpen({ act: 'work', agent })}>{t('floor.otherWork.open')}</Menu.Item>
                <Menu.Item leftSection={<IconSpeakerphone size={16} />} onClick={() => setOpen({ act: 'say', agent })}>{t('notices.sayTo')}</Menu.Item>
                {presence.state !== 'OFFLINE' && <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => setOpen({ act: 'logOff', agent })}>{t('floor.logOff.open')}</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
          )}
        </li>
        );
      })}
    </ul>
    {open?.act === 'work' && <OtherWorkModal agent={open.agent} onClose={close} />}
    {open?.act === 'say' && <SayModal person={{ id: open.agent.presence.user, name: open.agent.name }} onClose={close} />}
    {open?.act === 'logOff' && <LogOffModal agent={open.agent} onClose={close} />}
    </>
  );
}
