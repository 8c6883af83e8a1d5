import { toastNews } from '@app/announce';
import { liveClient } from '@app/live';
import { useUser } from '@app/session';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBell } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { notificationsKey, useFollowNotificationSettings, useNotificationSettings } from './api';
import { choose, Pace, type NotificationSettings } from './choose';
import { heard, Mine, newsOf, offerKey, type News } from './news';
import { permission } from './permission';
import { playSound, wakeSound } from './sound';
import { browserLocks, Tabs } from './tabs';

/** The conversation at this address. */
const conversationAt = (pathname: string) => /^\/desk\/[^/]+\/([0-9a-f-]{36})/.exec(pathname)?.[1];

/** Tells whoever is elsewhere what concerns him, as he likes it: the features themselves show their news on the page. */
export function Notifier() {
  const { t } = useTranslation();
  const me = useUser().id;
  const queries = useQueryClient();
  const go = useNavigate();
  const conversation = conversationAt(useLocation().pathname);
  const here = useRef(conversation);
  here.current = conversation;
  useNotificationSettings();
  useFollowNotificationSettings();
  const tabs = useTabs(me, conversation);
  useWakeSound();

  const open = (to?: string) => { if (to) void go(to); };

  /** What no feature shows beside the page: what comes to his hands, and what his customers write. */
  const toast = (news: News) => {
    if (news.stays || (news.kind !== 'WORK' && news.kind !== 'CUSTOMER')) return;
    if (news.conversation === here.current && document.visibilityState === 'visible') return;
    toastNews({
      id: news.key, title: t(`notify.says.${news.says}`), icon: <IconBell size={18} aria-hidden="true" />, autoClose: 12_000,
      message: <Anchor component="button" type="button" size="sm" onClick={() => { notifications.hide(news.key); open(news.to); }}>{news.about || t('notify.toIt')}</Anchor>,
    });
  };

  const shown = useRef(new Map<string, Notification>());
  const notify = (news: News, settings: NotificationSettings) => {
    // one that still stands would be replaced without a word
    shown.current.get(news.key)?.close();
    const one = makeNotification(t(`notify.says.${news.says}`), { tag: news.key, body: settings.showsSubject ? news.about : undefined });
    if (!one) return;
    shown.current.set(news.key, one);
    one.onclose = () => {
      if (shown.current.get(news.key) === one) shown.current.delete(news.key);
    };
    one.onclick = () => {
      window.focus();
      one.close();
      open(news.to);
    };
  };

  const pace = useRef(new Pace());
  const tell = useRef<(news: News) => Promise<void>>(async () => {});
  tell.current = async (news) => {
    const settings = queries.getQueryData<NotificationSettings>(notificationsKey);
    if (!settings) return;
    if (settings.ways[news.kind].onScreen) toast(news);
    if (!tabs.current?.speaks) return;
    const seen = await tabs.current.seen();
    const now = Date.now();
    const what = pace.current.of(news, choose(news, settings, { now, granted: permission() === 'granted', ...seen }), now);
    if (what.browser) notify(news, settings);
    if (what.sound) playSound(settings.volume);
  };

  useEffect(() => {
    const mine = new Mine(me);
    const live = liveClient(queries);
    const listening = heard.map((event) => live.on(event, (data: unknown) => {
      const news = newsOf(event, data, me, mine);
      if (news) void tell.current(news);
    }));
    // somebody else has it now: whoever clicks would come too late
    listening.push(live.on('offer.gone', ({ id }: { id: string }) => shown.current.get(offerKey(id))?.close()));
    return () => listening.forEach((stop) => stop());
  }, [queries, me]);
  return null;
}

/** Some browsers of phones have the word but not the thing. */
export function makeNotification(title: string, options: NotificationOptions): Notification | undefined {
  try {
    return new Notification(title, { icon: '/hartslag.svg', silent: true, ...options });
  } catch {
    return undefined;
  }
}

function useTabs(me: string, conversation?: string) {
  const tabs = useRef<Tabs>(undefined);
  useEffect(() => {
    const locks = browserLocks();
    if (!locks) return;
    const mine = new Tabs(locks, me);
    tabs.current = mine;
    mine.start();
    return () => {
      mine.stop();
      tabs.current = undefined;
    };
  }, [me]);
  useEffect(() => {
    const tell = () => {
      const visible = document.visibilityState === 'visible';
      tabs.current?.shows(visible ? conversation : undefined, visible && document.hasFocus());
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    window.addEventListener('focus', tell);
    window.addEventListener('blur', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      window.removeEventListener('focus', tell);
      window.removeEventListener('blur', tell);
    };
  }, [me, conversation]);
  return tabs;
}

function useWakeSound() {
  const wanted = Object.values(useNotificationSettings().data?.ways ?? {}).some((ways) => ways.sound);
  useEffect(() => {
    if (!wanted) return;
    const events = ['pointerdown', 'keydown'] as const;
    events.forEach((event) => window.addEventListener(event, wakeSound));
    return () => events.forEach((event) => window.removeEventListener(event, wakeSound));
  }, [wanted]);
}
