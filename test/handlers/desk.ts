// A vault in a temporary folder with everything a handler needs, and short ways to fill it.

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import type { Workshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { CallInput, CallName, CallOutput, Context } from '../../electron/handlers/context.ts';
import type { InvoiceFields, PersonFields, VisitFields } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';

export const today = new Date(2026, 6, 1, 12);

export const personFields: PersonFields = {
  name: '王秀兰',
  citizenId: '532800195001010027',
  scheme: 'resident',
  standing: '',
  insuredPlaceCode: '532801',
  insuredPlaceName: '西双版纳州景洪市',
  livingPlaceName: '昆明市',
  phone: '13800000000',
  socialSecurityCard: '',
  payeeName: '王秀兰',
  bankName: '农业银行景洪支行',
  bankAccount: '6228480000000000000',
  note: '',
};
export const visitFields = (personId: string, change: Partial<VisitFields> = {}): VisitFields => ({
  personId,
  kind: 'chronic-outpatient',
  hospital: '昆明医科大学第一附属医院',
  department: '内分泌科',
  date: '2026-03-05',
  endDate: '',
  diagnosis: '2型糖尿病',
  diseaseCode: 'M01600',
  diseaseName: '糖尿病',
  note: '',
  ...change,
});
export const invoiceFields = (visitId: string, change: Partial<InvoiceFields> = {}): InvoiceFields => ({
  visitId,
  kind: 'fiscal-receipt',
  code: '53060126',
  number: '0000000001',
  checkCode: 'a1b2c3',
  issueDate: '2026-03-05',
  totalFen: 26840,
  fundFen: 0,
  otherFen: 0,
  accountFen: 0,
  cashFen: 26840,
  selfPaidFen: null,
  ownExpenseFen: null,
  lines: [],
  note: '',
  ...change,
});

const folders: string[] = [];
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-test-'));
  folders.push(folder);
  return folder;
}

/** Believes every file to be a picture with two pages, or an electronic invoice by its name; what files really are is tested in test/engine. */
const workshop = (): Workshop =>
  ({
    inspect: async (path: string, fileName: string) => {
      const bytes = await readFile(path).catch(() => {
        throw new Problem('path-unreadable', { path, file: fileName, reason: 'ENOENT' });
      });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (fileName.endsWith('.xml')) return { mediaType: 'application/xml', pages: [], sha256 };
      const page = { width: 100, height: 200, unit: 'px', mirrored: false, turn: 0 } as const;
      return { mediaType: 'image/tiff', pages: [page, page], sha256 };
    },
    picture: () => Promise.reject(new Error('no pictures here')),
    printable: () => Promise.reject(new Error('no pictures here')),
    lookEdited: () => Promise.reject(new Problem('page-unusable', { page: 1, detail: 'no pictures here' })),
    close: async () => {},
  }) as unknown as Workshop;

export type Desk = ReturnType<typeof setDesk>;

export function setDesk(dir = join(temporaryFolder(), 'vault')) {
  const vault = openVault(dir, { access: 'write', way: 'command-line', create: true });
  closers.push(vault.close);
  const context: Context = { vault, workshop: workshop(), way: 'command-line', now: () => today };
  const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const told = await answer(context, name, input);
    if (!told.ok) throw new Error(`${told.problem.code} ${JSON.stringify(told.problem.params)}`);
    return told.value as CallOutput<N>;
  };
  const refusal = async (name: string, input: unknown) => {
    const told = await answer(context, name, input);
    if (told.ok) throw new Error(`${name} was not refused`);
    return told.problem;
  };
  const file = (name: string, text = name): string => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, text);
    return path;
  };
  const addPerson = async (change: Partial<PersonFields> = {}) =>
    (await ask('person.save', { id: null, fields: { ...personFields, ...change } })).person;
  const addVisit = async (personId: string, change: Partial<VisitFields> = {}) =>
    (await ask('visit.save', { id: null, fields: visitFields(personId, change) })).visit;
  const addInvoice = async (visitId: string, change: Partial<InvoiceFields> = {}) =>
    (await ask('invoice.save', { id: null, fields: invoiceFields(visitId, change) })).invoice;
  return { vault, context, ask, refusal, file, addPerson, addVisit, addInvoice };
}
