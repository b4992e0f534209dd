// Desktop notifications of deadlines: asked for soon after the start and every hour, shown by the system.

import type { Notification } from 'electron';
import { calls } from '../../shared/calls.ts';
import { reportBug } from '../files/bug-log.ts';
import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { noticeWords } from '../words/deadlines.ts';

const FIRST_MS = 10_000;
const PACE_MS = 3_600_000;
/** More than this are told in one, so that nobody is flooded after a holiday. */
const MOST = 3;

type Notice = { title: string; body: string; address: string };
export type NoticeDesk = {
  /** Electron's own class, or its double. */
  Notification: { isSupported(): boolean; new (wish: { title: string; body: string }): Notification };
  /** Brings the window to the front, at this hash address. */
  open: (address: string) => void;
};

/** Notices are taken from the vault only where the system can show them. */
export async function tellDeadlines(context: Context, { Notification, open }: NoticeDesk): Promise<number> {
  if (!Notification.isSupported()) return 0;
  const told = await answer(context, 'deadlines.notices', {});
  if (!told.ok) return 0;
  const { notices } = calls['deadlines.notices'].output.parse(told.value);
  const settings = await answer(context, 'settings.get', {});
  const { language } = calls['settings.get'].output.parse(settings.ok ? settings.value : {});
  for (const { address, ...wish } of gathered(notices, language)) {
    const shown = new Notification(wish);
    shown.on('click', () => open(address));
    shown.show();
  }
  return notices.length;
}

function gathered(notices: readonly Notice[], language: keyof typeof noticeWords): readonly Notice[] {
  if (notices.length <= MOST) return notices;
  const words = noticeWords[language];
  return [
    ...notices.slice(0, MOST - 1),
    { title: words.more(notices.length - MOST + 1), body: words.moreWhere, address: '#/' },
  ];
}

/** Answers with what stops it. A notice that cannot be told is no reason for the program to stop. */
export function tellDeadlinesNowAndThen(context: Context, desk: NoticeDesk): () => void {
  const tell = () => void tellDeadlines(context, desk).catch(reportBug);
  const first = setTimeout(tell, FIRST_MS);
  const pace = setInterval(tell, PACE_MS);
  for (const timer of [first, pace]) timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(pace);
  };
}
