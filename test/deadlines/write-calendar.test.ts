// The calendar file: lines, folding, escapes, alarms, and the same ids every time.

import { describe, expect, test } from 'vitest';
import { writeCalendar } from '../../electron/deadlines/write-calendar.ts';

const deadline = {
  id: 'claim-0000000001',
  date: '2027-03-31',
  title: '王秀兰 2026 年的报销，最迟这一天交；带齐发票、清单、处方和门诊病历，还有身份证和银行卡',
  description: '依据：州医保局，A 级\n核实请打 12393；号码 1,2',
  alarmDays: [60, 30, 7, 0],
};
const text = writeCalendar([deadline], '归报', '2026-11-23T00:00:00Z');
const unfolded = text.replace(/\r\n /g, '');

describe('the calendar file', () => {
  test('ends every line with CR LF and holds no bare line feed', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has no line over 75 octets, and never cuts a character', () => {
    const lines = text.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text).not.toContain('\ufffd');
  });

  test('says the whole title once unfolded, with commas and semicolons escaped', () => {
    expect(unfolded).toContain(`SUMMARY:${deadline.title}`);
    expect(unfolded).toContain('DESCRIPTION:依据：州医保局，A 级\\n核实请打 12393；号码 1\\,2');
  });

  test('is one whole day that blocks no time', () => {
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20270331');
    expect(unfolded).toContain('TRANSP:TRANSPARENT');
  });

  test('has an alarm at nine, so many days before', () => {
    expect(unfolded.match(/BEGIN:VALARM/g)).toHaveLength(4);
    for (const trigger of ['-P59DT15H', '-P29DT15H', '-P6DT15H', 'PT9H'])
      expect(unfolded).toContain(`TRIGGER:${trigger}\r\n`);
  });

  test('is the same text for the same deadlines, and the same id when a date moves', () => {
    expect(writeCalendar([deadline], '归报', '2026-11-23T00:00:00Z')).toBe(text);
    expect(writeCalendar([{ ...deadline, date: '2027-04-01' }], '归报', '2026-11-24T00:00:00Z')).toContain(
      'UID:claim-0000000001@guibao',
    );
  });

  test('opens and closes whatever it begins', () => {
    const stack: string[] = [];
    for (const line of unfolded.trimEnd().split('\r\n')) {
      if (line.startsWith('BEGIN:')) stack.push(line.slice(6));
      if (line.startsWith('END:')) expect(stack.pop()).toBe(line.slice(4));
    }
    expect(stack).toEqual([]);
  });

  test('without deadlines is an empty calendar', () => {
    const empty = writeCalendar([], '归报', '2026-11-23T00:00:00Z');
    expect(empty).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    expect(empty).not.toContain('VEVENT');
  });
});
