// Calls about days to keep in mind: until when to hand in, until when to bring what was asked for, what is about to end.

import { calendarDate, daysBetween } from '../../shared/dates.ts';
import type { Person } from '../../shared/domain.ts';
import type { DeadlineEntry, DeadlineShown } from '../../shared/readiness-calls.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { listClaims } from '../database/claim.ts';
import { listClaimEvents } from '../database/claim-event.ts';
import { getPerson, listPeople } from '../database/person.ts';
import { getSettings } from '../database/setting.ts';
import type { Db } from '../database/statement.ts';
import { listVisits } from '../database/visit.ts';
import { type CalendarDeadline, writeCalendar } from '../deadlines/write-calendar.ts';
import { deadlineWords } from '../words/deadlines.ts';
import type { Handler } from './context.ts';
import { keepAnswer } from './kept-answer.ts';
import { draftFor, listLoose, visitDeadlines } from './readiness.ts';
import { type Desk, openDesks, readinessInput } from './readiness-input.ts';
import { openShelf } from './visit-shelf.ts';

export const listDeadlines: Handler<'deadlines.list'> = ({ vault: { db }, now }, { personId }) => {
  const today = calendarDate(now());
  return keepAnswer(db, `deadlines.list ${personId ?? ''} ${today}`, () =>
    gatherDeadlines(db, personId, today),
  );
};

/** Nearest first, those without a date last; of people put aside nothing, unless one is asked for. */
export function gatherDeadlines(db: Db, personId: string | undefined, today: string): DeadlineEntry[] {
  const people = personId === undefined ? listPeople(db, false) : [getPerson(db, personId)];
  const all = { ...(personId && { personId }), unclaimed: false, removed: false };
  const shelf = openShelf(
    db,
    listVisits(db, all).map(({ id }) => id),
  );
  const deskOf = openDesks(db, { today, shelf });
  return people
    .flatMap((person) => deadlinesOf(deskOf(person)))
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

const dayOf = ({ deadline }: DeadlineEntry): string => deadline.date ?? '9999';

/** Handed in is the clock stopped; returned papers start one of their own. */
const PREPARING = ['draft', 'exported', 'ready'];

function deadlinesOf(desk: Desk): DeadlineEntry[] {
  const { db, person } = desk;
  const claims = listClaims(db, person.id);
  const preparing = claims
    .filter(({ status }) => PREPARING.includes(status))
    .flatMap((claim) => {
      const input = readinessInput(desk, claim, claim.visitIds);
      return visitDeadlines(input).map((one) => visitEntry(person, one, claim));
    });
  const loose = visitDeadlines(readinessInput(desk, draftFor(person), listLoose(db, person.id)));
  const wanted = claims
    .filter(({ status }) => status === 'returned')
    .flatMap(({ id, number }): DeadlineEntry[] => {
      const until = listClaimEvents(db, id).at(-1)?.until ?? '';
      if (until === '') return [];
      return [{ ...entry(person, 'supplement', until, desk.today), claim: { id, number } }];
    });
  return [...preparing, ...loose.map((one) => visitEntry(person, one, null)), ...wanted, ...endings(desk)];
}

type Timed = ReturnType<typeof visitDeadlines>[number];

const visitEntry = (
  { id, name }: Person,
  { visit, deadline }: Timed,
  claim: { id: string; number: string } | null,
): DeadlineEntry => ({
  kind: 'claim',
  personId: id,
  personName: name,
  claim: claim && { id: claim.id, number: claim.number },
  visit: { id: visit.id, date: visit.date, hospital: visit.hospital },
  what: '',
  deadline,
});

function entry(person: Person, kind: DeadlineEntry['kind'], date: string, today: string): DeadlineEntry {
  const deadline: DeadlineShown = {
    ...{ date, hardStop: null, daysLeft: daysBetween(today, date) },
    ...{ certainty: 'stated', why: '', rule: null, warnOn: [] },
  };
  return { kind, personId: person.id, personName: person.name, claim: null, visit: null, what: '', deadline };
}

/** Papers, approvals and filings whose end is known; what ended more than a year ago is history. */
function endings({ person, shared, today, db }: Desk): DeadlineEntry[] {
  const words = domainWords[getSettings(db).language];
  const found = [
    ...shared.standingPapers.map(({ kind, title, expires }) => ({
      ...{ kind: 'standing-paper' as const, date: expires },
      what: title || words.paper[kind],
    })),
    ...shared.approvals.map(({ to, diseaseName, diseaseCode }) => ({
      ...{ kind: 'approval' as const, date: to },
      what: diseaseName || diseaseCode,
    })),
    ...shared.filings.map(({ to, cityName }) => ({ kind: 'filing' as const, date: to, what: cityName })),
  ];
  return found
    .filter(({ date }) => date !== '' && daysBetween(date, today) <= 366)
    .map(({ kind, date, what }) => ({ ...entry(person, kind, date, today), what }));
}

export const writeDeadlines: Handler<'deadlines.calendar'> = ({ vault: { db }, now }, input) => {
  const language = input.language ?? getSettings(db).language;
  const words = deadlineWords[language];
  const dated = gatherDeadlines(db, input.personId, calendarDate(now())).flatMap(
    (one): CalendarDeadline[] => {
      const { date, certainty, rule } = one.deadline;
      if (date === null || certainty === 'hint') return [];
      const about = [one.claim?.number, one.visit && `${one.visit.date} ${one.visit.hospital}`, one.what];
      const source = rule ? `${words.source} ${rule.title[language]} ${rule.date} ${rule.grade}` : '';
      return [
        {
          id: [one.kind, one.claim?.id, one.visit?.id ?? one.personId, one.what].filter(Boolean).join('-'),
          date,
          title: `${one.personName} ${words[one.kind]}`,
          description: [...about, source, words.verify].filter(Boolean).join('\n'),
          alarmDays: [60, 30, 7, 0],
        },
      ];
    },
  );
  const text = writeCalendar(dated, words.calendar, now().toISOString());
  return { fileName: words.fileName, text, count: dated.length };
};
