// Deadlines as a calendar file (.ics, RFC 5545) with alarms, to take into any calendar program.

import { createEvents, type EventAttributes } from 'ics';

/** One last day. `id` stays the same over exports, so that a second import changes the entry and adds none. */
export type CalendarDeadline = {
  id: string;
  /** yyyy-mm-dd, a whole day */
  date: string;
  title: string;
  description: string;
  /** Days before it on which to be reminded, at nine in the morning. */
  alarmDays: readonly number[];
};

const HOUR_OF_ALARM = 9;

/**
 * The text of the file: lines end in CRLF and are folded at 75 octets. `name` is shown as the calendar's; `writtenAt` is an
 * instant (ISO 8601).
 */
export function writeCalendar(
  deadlines: readonly CalendarDeadline[],
  name: string,
  writtenAt: string,
): string {
  if (deadlines.length === 0) return foldLines(emptyCalendar(name));
  const events = deadlines.map((deadline) => toEvent(deadline, Date.parse(writtenAt)));
  const { error, value } = createEvents(events, { productId: 'Guibao', calName: name, method: 'PUBLISH' });
  if (error || value === null) throw error ?? new Error('calendar not written');
  return foldLines(value);
}

const emptyCalendar = (name: string): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'PRODID:Guibao', 'METHOD:PUBLISH']
    .concat([`X-WR-CALNAME:${escapeText(name)}`, 'END:VCALENDAR', ''])
    .join('\r\n');

const escapeText = (text: string): string => text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n');

function toEvent(deadline: CalendarDeadline, timestamp: number): EventAttributes & { timestamp: number } {
  const start = deadline.date.split('-').map(Number) as [number, number, number];
  return {
    timestamp,
    uid: `${deadline.id}@guibao`,
    start,
    duration: { days: 1 },
    title: deadline.title,
    description: deadline.description,
    transp: 'TRANSPARENT',
    alarms: deadline.alarmDays.map((days) => ({
      action: 'display',
      description: deadline.title,
      trigger: beforeNine(days),
    })),
  };
}

/** The day begins at midnight: nine o'clock `days` days before it is that many days less nine hours before. */
const beforeNine = (days: number) =>
  days === 0
    ? { hours: HOUR_OF_ALARM, before: false }
    : { days: days - 1, hours: 24 - HOUR_OF_ALARM, before: true };

/** The library folds by characters; Chinese takes three octets a character, and the standard counts octets. */
function foldLines(text: string): string {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(foldLine)
    .join('\r\n');
}

function foldLine(line: string): string {
  let [folded, octets] = ['', 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
