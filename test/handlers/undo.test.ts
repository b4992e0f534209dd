// Whatever was done, taking it back in reverse gives what was there before.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { paperKinds } from '../../shared/domain.ts';
import { type Desk, invoiceFields, personFields, setDesk, visitFields } from './desk.ts';

/** What a person can see: rows that are not removed, papers that have pages; not when a row was last touched. */
const live = {
  person: 'SELECT * FROM person WHERE removed_at IS NULL ORDER BY row',
  visit: 'SELECT * FROM visit WHERE removed_at IS NULL ORDER BY row',
  invoice: 'SELECT * FROM invoice WHERE removed_at IS NULL ORDER BY row',
  lines: 'SELECT invoice_line.* FROM invoice_line JOIN invoice ON id = invoice_id WHERE removed_at IS NULL',
  paper: 'SELECT * FROM paper WHERE id IN (SELECT paper_id FROM paper_page) ORDER BY row',
  pages: 'SELECT * FROM paper_page ORDER BY paper_id, position',
  inbox: 'SELECT * FROM inbox_item WHERE removed_at IS NULL ORDER BY row',
  claim: 'SELECT * FROM claim WHERE removed_at IS NULL ORDER BY row',
  filing: 'SELECT * FROM filing WHERE removed_at IS NULL ORDER BY row',
  hospital: 'SELECT * FROM hospital WHERE removed_at IS NULL ORDER BY row',
  standing: 'SELECT * FROM standing_paper WHERE removed_at IS NULL ORDER BY row',
  standingPages: 'SELECT * FROM standing_page ORDER BY standing_paper_id, position',
  facts: 'SELECT * FROM paper_facts ORDER BY paper_id',
  steps: 'SELECT id, step FROM claim_event WHERE taken_back_at IS NULL ORDER BY row',
  rules: 'SELECT * FROM rule_override WHERE removed_at IS NULL ORDER BY row',
  claimed: 'SELECT claim_visit.* FROM claim_visit JOIN claim ON id = claim_id WHERE removed_at IS NULL',
};

const dump = ({ vault }: Desk): string => {
  const rows = Object.entries(live).map(([name, text]) => [name, vault.db.prepare(text).all()]);
  return JSON.stringify(rows, (key, value) => (key === 'updated_at' ? undefined : value), 1);
};

type Move = { what: number; a: number; b: number; c: number };
const move = fc.record({ what: fc.nat(25), a: fc.nat(5), b: fc.nat(5), c: fc.nat(11) });

/** One random call on things that may or may not be there; refusals are part of life. */
async function callFor(desk: Desk, files: string[], { what, a, b, c }: Move): Promise<[string, unknown]> {
  const id = (table: string, at: number) => {
    const ids = desk.vault.db.prepare(`SELECT id FROM ${table} ORDER BY row`).pluck().all();
    return String(ids[at % Math.max(1, ids.length)] ?? `${table}-0000000000`);
  };
  const [person, visit, claim, paper] = [id('person', a), id('visit', b), id('claim', a), id('paper', a)];
  const kind = paperKinds[c] ?? 'other';
  const scans = desk.vault.db.prepare('SELECT id FROM scan ORDER BY row').pluck().all();
  const page = { scan: scans[b % Math.max(1, scans.length)], page: c % 2, turn: 90 };
  const number = `000000000${c % 4}`;
  const date = `2026-0${1 + (c % 6)}-1${b}`;
  const moves: [string, unknown][] = [
    ['person.save', { id: null, fields: { ...personFields, name: `人${c}` } }],
    ['person.save', { id: person, fields: { ...personFields, note: String(c) } }],
    ['person.archive', { id: person, archived: c % 2 === 0 }],
    ['person.remove', { id: person }],
    ['visit.save', { id: null, fields: visitFields(person, { date }) }],
    ['visit.save', { id: visit, fields: visitFields(person, { date }) }],
    ['visit.remove', { id: visit }],
    ['invoice.save', { id: null, fields: invoiceFields(visit, { number }), acceptTwin: a > 3 }],
    ['invoice.save', { id: id('invoice', a), fields: invoiceFields(visit, { number, totalFen: b }) }],
    ['invoice.remove', { id: id('invoice', a) }],
    ['scan.add', { path: files[c % files.length], target: a > 2 ? { visitId: visit, kind } : null }],
    ['paper.attach', { visitId: visit, kind, title: b > 3 ? '附件' : '', pages: [page] }],
    ['paper.set-pages', { id: paper, pages: c % 3 === 0 ? [] : [page, page] }],
    ['paper.move-pages', { id: paper, positions: [0], visitId: visit, kind }],
    ['paper.to-inbox', { id: paper, positions: [0] }],
    ['paper.describe', { id: paper, title: `t${b}`, form: c % 2 ? 'copy' : 'original' }],
    ['inbox.assign', { ids: [id('inbox_item', c)], visitId: visit, kind }],
    ['claim.create', { personId: person, visitIds: [visit] }],
    [
      c % 3 ? 'claim.save' : 'claim.remove',
      { id: claim, title: `申报${c}`, status: 'paid', order: 'kind', visitIds: [visit, id('visit', c)] },
    ],
    ...aroundMoves(person, { claim, paper, inbox: id('inbox_item', c), at: c }),
  ];
  return moves[what] ?? ['person.list', {}];
}

type Around = { claim: string; paper: string; inbox: string; at: number };

/** Calls about what surrounds a claim and about its life. */
function aroundMoves(personId: string, { claim, paper, inbox, at }: Around): [string, unknown][] {
  const day = `2026-06-${String(at + 10)}`;
  const steps = ['handed-in', 'returned', 'supplemented', 'paid', 'reopened'];
  const filing = { personId, category: 'referral', from: day, to: '', cityCode: '', cityName: '昆明' };
  const paperFields = { personId, kind: 'bank-card', title: '', expires: '', pages: [] };
  const hospital = { name: `医院${at}`, aliases: [], grade: '', code: '', cityCode: '', cityName: '' };
  const printed = { printedName: '', printedHospital: '', printedDate: '', printedTotalFen: null };
  const event = { claimId: claim, step: steps[at % 5], on: day, payer: 'basic', office: '', channel: '' };
  const rest = { receiptNumber: '', reasons: ['other'], wanted: [], until: '', amountFen: 1, note: '' };
  const rule = at % 2 ? null : { mode: 'points', case: 'unfiled', permille: at };
  return [
    [
      'filing.save',
      { id: null, fields: { ...filing, hospitals: [], waitingDays: null, how: '', proofId: null, note: '' } },
    ],
    ['standing-paper.save', { id: null, fields: paperFields }],
    ['hospital.save', { id: null, fields: { ...hospital, designated: null } }],
    ['paper-facts.save', { paperId: paper, stamped: 'yes', copies: at % 3, originalAt: 'home', ...printed }],
    ['claim-event.add', { fields: { ...event, ...rest } }],
    ['claim-event.add', { fields: { ...event, ...rest, step: 'handed-in' } }],
    [
      'rule-pack.override',
      { place: '532800', chapter: 'penalties', ruleId: 'own', rule, note: inbox, on: day },
    ],
  ];
}

test('any sequence of writes, taken back in reverse, leaves what was there', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 40 }), async (moves) => {
      const desk = setDesk();
      const files = ['一.tif', '二.tif', '三.tif'].map((name) => desk.file(name));
      const visit = await desk.addVisit((await desk.addPerson()).id);
      await desk.addInvoice(visit.id, { lines: [{ ...line }] });
      for (const path of files) await desk.ask('scan.add', { path });
      const history: { before: string; steps: unknown[]; name: string }[] = [];
      for (const one of moves) {
        const before = dump(desk);
        const [name, input] = await callFor(desk, files, one);
        const told = await answer(desk.context, name, input);
        if (!told.ok) {
          expect(told.problem.code, JSON.stringify(told.problem)).not.toBe('bug');
          expect(dump(desk)).toBe(before);
          continue;
        }
        const { undo } = told.value as { undo: unknown[] };
        if (undo.length > 0) history.push({ before, steps: undo, name });
      }
      for (const { before, steps, name } of history.reverse()) {
        const told = await answer(desk.context, 'undo.apply', { steps });
        expect(told, name).toEqual({ ok: true, value: {} });
        expect(dump(desk), name).toBe(before);
        done += 1;
      }
      desk.vault.close();
    }),
    { numRuns: 100 },
  );
  // The sequences are random: enough writes went through for the property to mean something.
  expect(done).toBeGreaterThan(200);
});

const line = { name: '二甲双胍', category: '西药费', quantity: '2', unit: '盒', amountFen: 26840 };
