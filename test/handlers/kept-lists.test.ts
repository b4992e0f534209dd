// Lists are read for many visits at once and kept until the vault changes: after every write, by whomever, they say what a
// program says that has just opened the vault, and what each claim says when it is asked alone.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { VAULT_FILE } from '../../electron/database/vault-file.ts';
import { answer } from '../../electron/handlers/answer.ts';
import { keepAnswer } from '../../electron/handlers/kept-answer.ts';
import type { UndoStep } from '../../shared/calls.ts';
import { type Desk, setDesk, today } from './desk.ts';

const LISTS = ['claim.list', 'visit.list', 'deadlines.list', 'session.counts'] as const;

/** What the lists say in a program that has read nothing yet. */
async function askAfresh({ context }: Desk) {
  const vault = openVault(context.vault.dir, { access: 'read', way: 'page' });
  try {
    const fresh = { ...context, vault };
    return await Promise.all(LISTS.map((name) => answer(fresh, name, {})));
  } finally {
    vault.close();
  }
}

const askKept = ({ context }: Desk) => Promise.all(LISTS.map((name) => answer(context, name, {})));

type Write = (
  desk: Desk,
  pick: <T>(from: readonly T[]) => T | undefined,
) => Promise<{ undo?: UndoStep[] } | undefined>;

const anyVisit = async (desk: Desk, pick: Parameters<Write>[1]) => pick(await desk.ask('visit.list', {}));
const anyClaim = async (desk: Desk, pick: Parameters<Write>[1]) => pick(await desk.ask('claim.list', {}));
const kinds = ['invoice', 'itemized-list', 'prescription', 'medical-record', 'identity-card'] as const;
let serial = 0;

const writes: Record<string, Write> = {
  visit: async (desk, pick) => {
    const person = pick(await desk.ask('person.list', {}));
    const date = pick(['2026-01-05', '2026-03-20', '2026-06-30']) ?? '';
    const kind = pick(['chronic-outpatient', 'emergency', 'outpatient'] as const) ?? 'outpatient';
    if (person) await desk.addVisit(person.id, { date, kind });
    return undefined;
  },
  invoice: async (desk, pick) => {
    const visit = await anyVisit(desk, pick);
    serial += 1;
    const number = String(serial).padStart(10, '0');
    const fundFen = pick([0, 1000]) ?? 0;
    if (visit) await desk.addInvoice(visit.id, { number, fundFen, cashFen: 26840 - fundFen });
    return undefined;
  },
  scan: async (desk, pick) => {
    const visit = await anyVisit(desk, pick);
    serial += 1;
    const name = `${serial}.tif`;
    const target = visit && { visitId: visit.id, kind: pick(kinds) ?? 'invoice' };
    return desk.ask('scan.add', { path: desk.file(name), fileName: name, ...(target && { target }) });
  },
  'facts of a visit': async (desk, pick) => {
    const visit = await anyVisit(desk, pick);
    const facts = { situations: pick([[], ['accident']]) ?? [], daysOfSupply: pick([null, 30, 90]) ?? null };
    return visit && desk.ask('visit-facts.save', { visitId: visit.id, ...facts, medicines: [] });
  },
  'facts of a paper': async (desk, pick) => {
    const paper = pick((await desk.ask('visit.list', {})).flatMap(({ papers }) => papers));
    if (!paper) return undefined;
    const printed = { printedHospital: '', printedDate: '', printedTotalFen: null };
    const printedName = pick(['', '王秀蘭', '李四']) ?? '';
    const facts = { stamped: 'yes', copies: 1, originalAt: 'home', printedName, ...printed } as const;
    return desk.ask('paper-facts.save', { paperId: paper.id, ...facts });
  },
  claim: async (desk, pick) => {
    const visit = pick(await desk.ask('visit.list', { unclaimed: true }));
    return visit && desk.ask('claim.create', { personId: visit.personId, visitIds: [visit.id] });
  },
  'page left out': async (desk, pick) => {
    const detail = await anyClaim(desk, pick);
    const page = detail && pick(await desk.ask('claim.pages', { id: detail.claim.id }));
    if (!page) return undefined;
    const { paperId, scan, page: number } = page;
    const key = { id: detail.claim.id, paperId, scan, page: number };
    return desk.ask('claim.exclude-page', { ...key, reason: '重复' });
  },
  person: async (desk, pick) => {
    const person = pick(await desk.ask('person.list', {}));
    if (!person) return undefined;
    const { id, archived: _, createdAt: __, updatedAt: ___, ...fields } = person;
    const insuredPlaceCode = pick(['532801', '110105', '']) ?? '';
    return desk.ask('person.save', { id, fields: { ...fields, insuredPlaceCode } });
  },
  'a visit removed': async (desk, pick) => {
    const visit = pick(await desk.ask('visit.list', { unclaimed: true }));
    return visit && desk.ask('visit.remove', { id: visit.id });
  },
  'a claim removed': async (desk, pick) => {
    const detail = await anyClaim(desk, pick);
    return detail && desk.ask('claim.remove', { id: detail.claim.id });
  },
  'from outside': async (desk) => {
    const db = new Database(join(desk.context.vault.dir, VAULT_FILE));
    try {
      db.prepare("UPDATE person SET name = name || '兰', payee_name = ''").run();
    } finally {
      db.close();
    }
    return undefined;
  },
};

test('after every write lists say what a program says that has just opened the vault', async () => {
  const steps = fc.array(
    fc.record({ name: fc.constantFrom(...Object.keys(writes)), at: fc.nat(1000), back: fc.boolean() }),
    { minLength: 6, maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const desk = setDesk();
      await desk.addVisit((await desk.addPerson()).id);
      await desk.addVisit((await desk.addPerson({ name: '李建国', insuredPlaceCode: '110105' })).id);
      for (const { name, at, back } of all) {
        const pick = <T>(from: readonly T[]): T | undefined => from[at % Math.max(1, from.length)];
        await askKept(desk);
        const told = await writes[name]?.(desk, pick);
        const steps = told?.undo ?? [];
        if (back && steps.length > 0) await desk.ask('undo.apply', { steps });
        const kept = await askKept(desk);
        expect(kept, name).toEqual(await askAfresh(desk));
        expect(await askKept(desk)).toEqual(kept);
      }
      const claims = await desk.ask('claim.list', {});
      for (const { claim, verdict, findings } of claims) {
        const alone = await desk.ask('claim.readiness', { id: claim.id });
        expect({ verdict: alone.verdict, findings: alone.findings }).toEqual({ verdict, findings });
      }
      const counts = await desk.ask('session.counts', {});
      expect(counts.claims).toBe(claims.length);
      expect(counts.visits).toBe((await desk.ask('visit.list', {})).length);
      expect(counts.inbox).toBe((await desk.ask('inbox.list', {})).length);
    }),
    { numRuns: 8 },
  );
}, 240_000);

test('what was answered inside a transaction that was rolled back is not kept', () => {
  const { db } = setDesk().context.vault;
  const count = () =>
    keepAnswer(db, 'people', () => db.prepare('SELECT count(*) FROM rule_override').pluck().get());
  const add = () =>
    db
      .prepare(
        "INSERT INTO rule_override (id, place, chapter, rule_id, note, told_on, created_at, updated_at) VALUES ('o', '532801', 'papers', 'x', '', '', '', '')",
      )
      .run();
  expect(count()).toBe(0);
  const rolledBack = db.transaction(() => {
    add();
    expect(count()).toBe(1);
    throw new Error('back');
  });
  expect(rolledBack).toThrow('back');
  expect(count()).toBe(0);
});

test('a day later the days of the lists are counted anew', async () => {
  const desk = setDesk();
  await desk.addVisit((await desk.addPerson({ insuredPlaceCode: '110105' })).id);
  const [before] = await desk.ask('deadlines.list', {});
  desk.context.now = () => new Date(today.getTime() + 86_400_000);
  const [after] = await desk.ask('deadlines.list', {});
  expect(before?.deadline.daysLeft).toBeTypeOf('number');
  expect(after?.deadline.daysLeft).toBe((before?.deadline.daysLeft ?? 0) - 1);
});
