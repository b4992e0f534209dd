// A vault of an office: 12 people, 1,000 visits with their papers, most of them in 100 claims. Nothing in it is random.

import { createHash } from 'node:crypto';
import { putPaperFacts } from '../../electron/database/facts.ts';
import { openVault } from '../../electron/database/open.ts';
import { savePageLooks } from '../../electron/database/page-look.ts';
import { findOrInsertPaper, replacePages } from '../../electron/database/paper.ts';
import { insertScan } from '../../electron/database/scan.ts';
import { inTransaction } from '../../electron/database/statement.ts';
import type { Workshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { CallInput, CallName, CallOutput, Context } from '../../electron/handlers/context.ts';
import { type PaperKind, unknownPerson } from '../../shared/domain.ts';

const PLACES = ['532801', '110105', '510107', '440305', '530102', '320104'];
const HOSPITALS = [
  '昆明医科大学第一附属医院',
  '云南省第一人民医院',
  '昆明市第三人民医院',
  '西双版纳州人民医院',
];
const PEOPLE = 12;
const KINDS: PaperKind[] = ['invoice', 'itemized-list', 'prescription', 'medical-record'];
const TIME = '2026-07-01T04:00:00.000Z';

export type ManyVisits = {
  context: Context;
  ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  people: string[];
  claims: string[];
};

export function openDesk(dir: string): Pick<ManyVisits, 'context' | 'ask'> {
  const vault = openVault(dir, { access: 'write', way: 'command-line', create: true });
  const none = () => Promise.reject(new Error('no pictures here'));
  const workshop = { picture: none, printable: none, inspect: none, close: async () => {} };
  const context: Context = {
    ...{ vault, workshop: workshop as unknown as Workshop, way: 'command-line' },
    now: () => new Date(TIME),
  };
  const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const told = await answer(context, name, input);
    if (!told.ok) throw new Error(`${told.problem.code} ${JSON.stringify(told.problem.params)}`);
    return told.value as CallOutput<N>;
  };
  return { context, ask };
}

/** `dir` does not exist yet. A tenth of the visits is in no claim; every seventh lacks a prescription. */
export async function fillManyVisits(dir: string, wish = { visits: 1000, claims: 100 }): Promise<ManyVisits> {
  const { context, ask } = openDesk(dir);
  const people: string[] = [];
  for (let at = 0; at < PEOPLE; at++) {
    const insuredPlaceCode = PLACES[at % PLACES.length] ?? '';
    const fields = { ...unknownPerson, name: `王秀兰${at}`, insuredPlaceCode, payeeName: `王秀兰${at}` };
    people.push((await ask('person.save', { id: null, fields })).person.id);
  }
  const visits: { id: string; personId: string }[] = [];
  for (let serial = 0; serial < wish.visits; serial++)
    visits.push(await addVisit({ context, ask }, people[serial % PEOPLE] ?? '', serial));
  const loose = Math.floor(wish.visits / 10);
  const ofPerson = Map.groupBy(visits.slice(loose), ({ personId }) => personId);
  const size = Math.max(1, Math.floor((wish.visits - loose) / wish.claims));
  const claims: string[] = [];
  for (const [personId, own] of ofPerson)
    for (let at = 0; at < own.length && claims.length < wish.claims; at += size) {
      const visitIds = own.slice(at, at + size).map(({ id }) => id);
      claims.push((await ask('claim.create', { personId, visitIds })).claim.id);
    }
  return { context, ask, people, claims };
}

async function addVisit(
  { context, ask }: Pick<ManyVisits, 'context' | 'ask'>,
  personId: string,
  serial: number,
) {
  const date = new Date(Date.UTC(2025, 0, 1) + (serial % 540) * 86_400_000).toISOString().slice(0, 10);
  const fields = {
    ...{ personId, kind: 'chronic-outpatient' as const, date, endDate: '' },
    ...{
      hospital: HOSPITALS[serial % HOSPITALS.length] ?? '',
      department: '内分泌科',
      diagnosis: '2型糖尿病',
    },
    ...{ diseaseCode: 'M01600', diseaseName: '糖尿病', note: '' },
  };
  const { id } = (await ask('visit.save', { id: null, fields })).visit;
  const lines = Array.from({ length: 6 }, (_, at) => ({
    ...{ name: `药品${at}`, category: '西药费', quantity: '1', unit: '盒', amountFen: 3355 },
  }));
  const number = String(serial + 1).padStart(10, '0');
  const money = { totalFen: 20130, fundFen: 0, otherFen: 0, accountFen: 0, cashFen: 20130 };
  const invoice = {
    visitId: id,
    kind: 'fiscal-receipt' as const,
    code: '53060126',
    number,
    checkCode: 'a1b2c3',
  };
  const open = { selfPaidFen: null, ownExpenseFen: null, note: '' };
  await ask('invoice.save', { id: null, fields: { ...invoice, issueDate: date, ...money, ...open, lines } });
  const kinds = serial % 7 === 0 ? KINDS.filter((kind) => kind !== 'prescription') : KINDS;
  inTransaction(context.vault.db, () => {
    for (const kind of kinds) addPaper(context, { visitId: id, kind }, date);
  });
  return { id, personId };
}

function addPaper(
  { vault: { db } }: Context,
  { visitId, kind }: { visitId: string; kind: PaperKind },
  date: string,
) {
  const bytes = Buffer.from(`${visitId} ${kind}`);
  const id = createHash('sha256').update(bytes).digest('hex');
  const page = { width: 1654, height: 2339, unit: 'px', mirrored: false, turn: 0 } as const;
  insertScan(db, {
    id,
    fileName: `${kind}.jpg`,
    mediaType: 'image/jpeg',
    bytes,
    pages: [page, page],
    addedAt: TIME,
  });
  savePageLooks(db, id, [
    { findings: [], fingerprint: null },
    { findings: [{ code: 'low-resolution', severity: 'weak', value: 120 }], fingerprint: null },
  ] as unknown as Parameters<typeof savePageLooks>[2]);
  const paper = findOrInsertPaper(db, { visitId, kind, title: '' });
  const after = [0, 1].map((at) => ({ scan: id, page: at, turn: 0 as const }));
  replacePages(db, paper.id, { after, time: TIME });
  const printed = { printedName: '', printedHospital: '', printedDate: date, printedTotalFen: null };
  putPaperFacts(db, { paperId: paper.id, stamped: 'yes', copies: 0, originalAt: 'home', ...printed });
}
