// A year of monthly visits of a retiree insured in Xishuangbanna who lives in Kunming, with the faults people make.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { fourPapers, type PaperKind } from '../../shared/domain.ts';

export const now = new Date('2026-12-20T10:00:00');
export const hospital = '昆明市滇池医院';
export const office = '景洪市医保中心';

export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
export const askOf =
  (context: Context): Ask =>
  async (name, input) => {
    const reply = await answer(context, name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
    return reply.value as CallOutput<typeof name>;
  };

const diseases = [
  { diseaseCode: 'M01600', diseaseName: '糖尿病' },
  { diseaseCode: 'M03900', diseaseName: '高血压' },
] as const;

/** A sheet of paper with lines and a seal, as a phone takes it; each `serial` looks different. */
export async function drawPaper(path: string, serial: number): Promise<string> {
  const bars = [...Array(14).keys()].map(
    (line) =>
      `<rect x="60" y="${100 + line * 70}" width="${260 + ((line * 97 + serial * 61) % 400)}" height="22"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2260" viewBox="0 0 800 1130"><rect width="100%" height="100%" fill="#fbfaf4"/>${bars.join('')}<circle cx="600" cy="960" r="90" fill="none" stroke="#c33" stroke-width="8"/></svg>`;
  await sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toFile(path);
  return path;
}

async function keepScans(ask: Ask, dir: string): Promise<Map<PaperKind, string>> {
  mkdirSync(dir, { recursive: true });
  const scans = new Map<PaperKind, string>();
  const kinds: PaperKind[] = [...fourPapers, 'identity-card', 'bank-card', 'social-security-card'];
  for (const [at, kind] of kinds.entries()) {
    const { scan } = await ask('scan.add', { path: await drawPaper(join(dir, `${kind}.jpg`), at) });
    if (scan) scans.set(kind, scan);
  }
  const inbox = await ask('inbox.list', {});
  await ask('inbox.remove', { ids: inbox.map(({ id }) => id) });
  return scans;
}

export type Year = { personId: string; visits: string[]; claimId: string };

/** Twelve visits, one a month, all whole and true. */
export async function seedYear(context: Context, dir: string): Promise<Year> {
  const ask = askOf(context);
  const scans = await keepScans(ask, dir);
  const { person } = await ask('person.save', {
    id: null,
    fields: {
      name: '刀玉兰',
      citizenId: '532800195801010025',
      scheme: 'employee',
      standing: 'retired',
      insuredPlaceCode: '532800',
      insuredPlaceName: '云南省西双版纳傣族自治州',
      livingPlaceName: '云南省昆明市',
      phone: '13900000000',
      socialSecurityCard: '532800195801010025',
      payeeName: '刀玉兰',
      bankName: '样例银行景洪支行',
      bankAccount: '6200000000000000018',
      note: '',
    },
  });
  const personId = person.id;
  const filing = {
    personId,
    category: 'settled-retiree' as const,
    from: '2026-01-01',
    to: '',
    cityCode: '530100',
    cityName: '昆明市',
    hospitals: [],
    waitingDays: null,
    how: 'app' as const,
    proofId: null,
    note: '',
  };
  await ask('filing.save', { id: null, fields: filing });
  for (const disease of diseases)
    await ask('approval.save', {
      id: null,
      fields: {
        personId,
        ...disease,
        from: '2025-01-01',
        to: '2027-12-31',
        hospitals: [],
        proofId: null,
        note: '',
      },
    });
  const standing = [
    'identity-card',
    'bank-card',
    'social-security-card',
    'filing-form',
    'chronic-approval',
  ] as const;
  for (const kind of standing) {
    const scan = scans.get(kind) ?? scans.get('identity-card');
    const pages = scan ? [{ scan, page: 0, turn: 0 as const }] : [];
    await ask('standing-paper.save', {
      id: null,
      fields: { personId, kind, title: '', expires: kind === 'identity-card' ? '2036-01-01' : '', pages },
    });
  }
  await ask('person-facts.save', { personId, diedOn: '', accountKind: 'own-bank-card' });
  await ask('hospital.save', {
    id: null,
    fields: {
      name: hospital,
      aliases: [],
      grade: 'secondary',
      code: 'H53010200001',
      cityCode: '530100',
      cityName: '昆明市',
      designated: true,
    },
  });
  const visits: string[] = [];
  for (let month = 1; month <= 12; month++) visits.push(await seedVisit(ask, personId, month, scans));
  const { claim } = await ask('claim.create', { personId, visitIds: visits, title: '2026 年门诊慢特病' });
  return { personId, visits, claimId: claim.id };
}

async function seedVisit(
  ask: Ask,
  personId: string,
  month: number,
  scans: ReadonlyMap<PaperKind, string>,
): Promise<string> {
  const date = `2026-${String(month).padStart(2, '0')}-12`;
  const disease = diseases[month % 2] ?? diseases[0];
  const { visit } = await ask('visit.save', {
    id: null,
    fields: {
      personId,
      kind: 'chronic-outpatient',
      hospital,
      department: disease.diseaseCode === 'M01600' ? '内分泌科' : '心内科',
      date,
      endDate: '',
      diagnosis: disease.diseaseName,
      ...disease,
      note: '',
    },
  });
  for (const kind of fourPapers) {
    const scan = scans.get(kind);
    if (!scan) throw new Error(`no scan of ${kind}`);
    await ask('paper.attach', { visitId: visit.id, kind, title: '', pages: [{ scan, page: 0, turn: 0 }] });
  }
  const totalFen = 30_000 + month * 1_010;
  await ask('invoice.save', {
    id: null,
    fields: {
      visitId: visit.id,
      kind: 'fiscal-receipt',
      code: '53060126',
      number: `00260${String(month).padStart(2, '0')}101`,
      checkCode: '3a9f2c',
      issueDate: date,
      totalFen,
      fundFen: 0,
      otherFen: 0,
      accountFen: 0,
      cashFen: totalFen,
      selfPaidFen: null,
      ownExpenseFen: 0,
      lines: [
        {
          name: '二甲双胍缓释片',
          category: '西药费',
          quantity: '2',
          unit: '盒',
          amountFen: totalFen - 2_000,
        },
        { name: '诊查费', category: '诊查费', quantity: '1', unit: '次', amountFen: 2_000 },
      ],
      note: '',
    },
  });
  return visit.id;
}

/** What people get wrong in a year: each of them has to be found, and nothing else of the kind. */
export async function seedFaults(context: Context, year: Year): Promise<void> {
  const ask = askOf(context);
  const visitOf = (month: number) => year.visits[month - 1] ?? '';
  const details = async (month: number) => ask('visit.get', { id: visitOf(month) });
  // March: no prescription.
  const march = await details(3);
  const prescription = march.papers.find(({ kind }) => kind === 'prescription');
  if (prescription) await ask('paper.set-pages', { id: prescription.id, pages: [] });
  // May: the printed total of the list is 0.10 more than the invoice.
  const may = await details(5);
  const list = may.papers.find(({ kind }) => kind === 'itemized-list');
  const facts = (await ask('paper-facts.list', { visitId: visitOf(5) })).find(
    ({ paperId }) => paperId === list?.id,
  );
  const total = may.invoices[0]?.totalFen ?? 0;
  if (facts) await ask('paper-facts.save', { ...facts, printedTotalFen: total + 10 });
  // July: the invoice of June once more.
  const [june, july] = [(await details(6)).invoices[0], (await details(7)).invoices[0]];
  if (june && july) {
    const { id: _, twinAccepted: __, removed: ___, createdAt: ____, updatedAt: _____, ...fields } = july;
    const copied = { code: june.code, number: june.number, checkCode: june.checkCode };
    await ask('invoice.save', { id: july.id, fields: { ...fields, ...copied }, acceptTwin: true });
  }
  // The approval of hypertension ended in September.
  const approvals = await ask('approval.list', { personId: year.personId });
  const hypertension = approvals.find(({ diseaseCode }) => diseaseCode === 'M03900');
  if (hypertension) {
    const { id, ...fields } = hypertension;
    await ask('approval.save', { id, fields: { ...fields, to: '2026-09-30' } });
  }
  // The filing began after the visit of January.
  const [filing] = await ask('filing.list', { personId: year.personId });
  if (filing) {
    const { id, ...fields } = filing;
    await ask('filing.save', { id, fields: { ...fields, from: '2026-02-01' } });
  }
  // December: an emergency without proof of it.
  const { visit } = await details(12);
  const { id, removed: _, createdAt: __, updatedAt: ___, ...fields } = visit;
  await ask('visit.save', { id, fields: { ...fields, kind: 'emergency' } });
}
