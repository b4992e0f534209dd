// The call for what to tell about deadlines now. What it answers counts as told, so that no other way in tells it again.

import { calendarDate } from '../../shared/dates.ts';
import { getSettings, isSample, readSetting, writeSetting } from '../database/setting.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { type DueNotice, dueNotices } from '../deadlines/due-notices.ts';
import { deadlineWords, noticeWords } from '../words/deadlines.ts';
import type { Handler } from './context.ts';
import { gatherDeadlines } from './deadlines.ts';

const nameOf = (key: string, step: number): string => `told-deadline/${key}/${step}`;

/** Nothing while switched off, and nothing about the invented people of the sample. */
export const takeNotices: Handler<'deadlines.notices'> = ({ vault: { db }, now }) => {
  if (getSettings(db).notices === 'off' || isSample(db)) return { notices: [] };
  const today = calendarDate(now());
  return inTransaction(db, () => {
    const due = dueNotices(
      gatherDeadlines(db, undefined, today),
      (key, step) => readSetting(db, nameOf(key, step)) !== undefined,
    );
    for (const { key, step } of due) writeSetting(db, nameOf(key, step), today);
    return { notices: due.map((notice) => sayNotice(db, notice)) };
  });
};

function sayNotice(db: Db, { daysLeft, date, entry }: DueNotice) {
  const { language } = getSettings(db);
  const words = noticeWords[language];
  const { kind, personName, claim, visit, what, deadline } = entry;
  const about = claim?.number ?? (visit ? `${visit.date} ${visit.hospital}` : what);
  const sure = deadline.certainty === 'estimated' ? words.estimated : '';
  return {
    title: `${words.left(daysLeft)} · ${deadlineWords[language][kind]}`,
    body: [personName, about, `${date}${sure}`].filter(Boolean).join(' · '),
    address: claim ? `#/claims/${claim.id}?view=${kind === 'supplement' ? 'life' : 'papers'}` : '#/',
  };
}
