// What the home screen says and asks for, from what is stored.

import { describe, expect, test } from 'vitest';
import { personGaps, type Stored, whatToDo } from '../../renderer/screens/home/what-to-do.ts';
import { formatDay } from '../../renderer/shell/day.ts';
import type { ClaimDetail, VisitSummary } from '../../shared/calls.ts';
import type { Claim, PaperKind, Person } from '../../shared/domain.ts';

const wang: Person = {
  id: 'person-0000000001',
  name: '王秀兰',
  citizenId: '532801195806150028',
  scheme: 'employee',
  standing: 'retired',
  insuredPlaceCode: '532800',
  insuredPlaceName: '云南省西双版纳傣族自治州',
  livingPlaceName: '',
  phone: '',
  socialSecurityCard: '',
  payeeName: '王秀兰',
  bankName: '工商银行景洪支行',
  bankAccount: '6222021302001234567',
  note: '',
  archived: false,
  createdAt: '',
  updatedAt: '',
};
const li: Person = { ...wang, id: 'person-0000000002', name: '李国强' };

let serial = 0;
function makeVisit(missing: PaperKind[], more: Partial<VisitSummary> = {}): VisitSummary {
  serial += 1;
  return {
    id: `visit-${String(serial).padStart(10, '0')}`,
    personId: wang.id,
    personName: wang.name,
    kind: 'outpatient',
    hospital: '昆明市延安医院',
    department: '',
    date: '2026-06-09',
    endDate: '',
    diagnosis: '',
    diseaseCode: '',
    diseaseName: '',
    note: '',
    removed: false,
    createdAt: '',
    updatedAt: '',
    invoiceCount: 1,
    totalFen: 26840,
    papers: [],
    demands: [],
    missing: missing.map((kind) => [kind]),
    claim: null,
    ...more,
  };
}

function makeClaim(status: Claim['status'], missing: PaperKind[] = []): ClaimDetail {
  serial += 1;
  const id = `claim-${String(serial).padStart(10, '0')}`;
  const visit = makeVisit(missing, { claim: { id, number: '2026-王秀兰-01' } });
  return {
    claim: {
      id,
      number: '2026-王秀兰-01',
      personId: wang.id,
      title: '',
      status,
      order: 'visit',
      visitIds: [visit.id],
      removed: false,
      createdAt: '',
      updatedAt: '',
    },
    person: wang,
    visits: [visit],
    totalFen: visit.totalFen,
    invoiceCount: 1,
    verdict: { kind: 'ready', advice: 0 },
    findings: [],
  };
}

const stored = (more: Partial<Stored>): Stored => ({
  people: [wang],
  visits: [],
  claims: [],
  inbox: [],
  ...more,
});
const withClaim = (claim: ClaimDetail): Stored => stored({ claims: [claim], visits: claim.visits });
const scanWaiting = { id: 'inbox-0000000001' } as Stored['inbox'][number];

describe('the stage', () => {
  test('asks for the first visit while there is none', () => {
    expect(whatToDo(stored({})).stage).toBe('start');
  });
  test('asks to sort the inbox when that is all there is', () => {
    expect(whatToDo(stored({ inbox: [scanWaiting] })).stage).toBe('inbox');
  });
  test('leaves the verdict to the board from the first visit on', () => {
    expect(whatToDo(stored({ visits: [makeVisit([])], inbox: [scanWaiting] })).stage).toBe('begun');
    expect(whatToDo(stored({ people: [wang, li], visits: [makeVisit([])] }), li.id).stage).toBe('start');
  });
});

describe('what is to be done', () => {
  test('names an invoice whose paper is there but whose number is not entered', () => {
    const work = whatToDo(stored({ visits: [makeVisit([], { invoiceCount: 0, totalFen: 0 })] }));
    expect(work.atHome.map((todo) => todo.kind)).toEqual(['log-invoice']);
  });
  test('names a missing invoice once, not as paper and as number', () => {
    const work = whatToDo(stored({ visits: [makeVisit(['invoice'], { invoiceCount: 0 })] }));
    expect([work.atHospital.length, work.atHome]).toEqual([1, []]);
  });
  test('names what the cover needs of a person who has visits', () => {
    const poor = { ...wang, bankAccount: '', citizenId: ' ' };
    const work = whatToDo(stored({ people: [poor], visits: [makeVisit([])] }));
    expect(work.atHome.find((todo) => todo.kind === 'complete-person')?.to).toBe(
      `/people/${wang.id}?to=citizenId`,
    );
    expect(whatToDo(stored({ people: [poor] })).atHome).toEqual([]);
  });
  test('offers the claim when every loose visit is whole', () => {
    const work = whatToDo(stored({ visits: [makeVisit([]), makeVisit([])] }));
    expect(work.atHome).toMatchObject([{ kind: 'make-claim', visits: 2, totalFen: 53680 }]);
  });
  test('offers the export of a whole draft, then handing in, then rest', () => {
    const kinds = (claim: ClaimDetail) => whatToDo(withClaim(claim)).atHome.map((todo) => todo.kind);
    expect(kinds(makeClaim('draft'))).toEqual(['export-claim']);
    expect(kinds(makeClaim('exported'))).toEqual(['hand-in-claim']);
    expect(kinds(makeClaim('handed-in'))).toEqual([]);
    expect(whatToDo(withClaim(makeClaim('paid'))).open).toEqual([]);
  });
  test('does not offer to export a draft that lacks a paper', () => {
    const work = whatToDo(withClaim(makeClaim('draft', ['prescription'])));
    expect([work.atHome, work.atHospital.length]).toEqual([[], 1]);
  });
  test('brings the visits of a returned claim back', () => {
    const work = whatToDo(withClaim(makeClaim('returned')));
    expect(work.open).toHaveLength(1);
    expect(work.atHome.map((todo) => todo.kind)).toEqual(['repair-claim']);
  });
});

describe('the list of things to do', () => {
  test('leads to the very paper of the very visit, oldest visit first', () => {
    const recent = makeVisit(['prescription'], { date: '2026-08-01' });
    const old = makeVisit(['itemized-list'], { date: '2026-01-01' });
    const work = whatToDo(stored({ visits: [recent, old] }));
    expect(work.atHospital.map((todo) => todo.to)).toEqual([
      `/visits/${old.id}?paper=itemized-list`,
      `/visits/${recent.id}?paper=prescription`,
    ]);
    expect(work.open.map((visit) => visit.id)).toEqual([recent.id, old.id]);
  });
  test('keeps to the chosen person, and leaves archived people out', () => {
    const visits = [makeVisit(['prescription']), makeVisit([], { personId: li.id })];
    expect(whatToDo(stored({ people: [wang, li], visits }), li.id).atHospital).toEqual([]);
    expect(whatToDo(stored({ people: [wang, li], visits })).atHospital).toHaveLength(1);
    expect(whatToDo(stored({ people: [{ ...wang, archived: true }, li], visits })).open).toHaveLength(1);
  });
  test('changes nothing of what it is given', () => {
    const visits = Object.freeze([makeVisit([], { date: '2026-01-01' }), makeVisit([])]);
    expect(() => whatToDo(stored({ visits }))).not.toThrow();
  });
});

test('a person is complete when the cover can be filled in', () => {
  expect(personGaps(wang)).toEqual([]);
  expect(personGaps({ ...wang, insuredPlaceName: '', bankName: '' })).toEqual([
    'insuredPlaceName',
    'bankName',
  ]);
});

test('a day is written the way people write it, the year only when it is another one', () => {
  expect(formatDay('2026-06-09', '2026-11-23', 'zh-CN')).toBe('6 月 9 日');
  expect(formatDay('2025-12-30', '2026-11-23', 'zh-CN')).toBe('2025 年 12 月 30 日');
  expect(formatDay('2026-06-09', '2026-11-23', 'en')).toBe('Jun 9');
  expect(formatDay('2025-12-30', '2026-11-23', 'en')).toBe('Dec 30, 2025');
  expect(formatDay('', '2026-11-23', 'en')).toBe('');
});
