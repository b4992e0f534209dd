// Which fields the form of a rule has, chapter by chapter, and where a new rule begins. Names are those of the rule itself.

import type { Chapter } from '../../../shared/rules/rule-pack.ts';
import { penaltyCases } from '../../../shared/rules/rule-pack.ts';
import { situations } from '../../../shared/rules/rule-parts.ts';

export type FieldSpec =
  | { name: string; kind: 'choice'; options: readonly string[]; mayBeNull?: boolean }
  | { name: string; kind: 'choices'; options: readonly string[] }
  | { name: string; kind: 'answer'; mayBeNull: boolean }
  | {
      name: string;
      kind: 'money' | 'percent' | 'number' | 'names' | 'papers' | 'terms' | 'window' | 'title';
    };

const situation: FieldSpec = { name: 'situation', kind: 'choice', options: situations, mayBeNull: true };
const grade: FieldSpec = {
  name: 'hospitalGrade',
  kind: 'choice',
  options: ['any', 'primary', 'secondary', 'tertiary'],
};
const answers = (...names: string[]): FieldSpec[] =>
  names.map((name) => ({ name, kind: 'answer', mayBeNull: true }));
const numbers = (...names: string[]): FieldSpec[] => names.map((name) => ({ name, kind: 'number' }));
const needed: FieldSpec = { name: 'needed', kind: 'answer', mayBeNull: false };

export const fieldsOfChapter: Record<Chapter, readonly FieldSpec[]> = {
  papers: [{ name: 'anyOf', kind: 'papers' }, situation, { name: 'fromFen', kind: 'money' }],
  deadlines: [
    { name: 'terms', kind: 'terms' },
    situation,
    { name: 'stopsAt', kind: 'choice', options: ['unknown', 'paper-received', 'online-upload'] },
    { name: 'late', kind: 'choice', options: ['unknown', 'refused', 'exception'] },
    { name: 'countsFor', kind: 'choice', options: ['unknown', 'cost-year', 'settlement-year'] },
  ],
  windows: [{ name: 'when', kind: 'window' }, situation],
  splits: [
    {
      name: 'by',
      kind: 'choices',
      options: ['calendar-year', 'claim-kind', 'admission', 'hospital-grade'],
    },
  ],
  invoices: [
    ...answers('electronicAccepted', 'listMustEqualTotal', 'lostAccepted'),
    { name: 'printNeedsSeal', kind: 'choice', options: ['unknown', 'no', 'yes', 'ask'] },
  ],
  hospitals: [
    {
      name: 'allow',
      kind: 'choice',
      options: ['designated', 'designated-in-filed-city', 'named', 'any'],
    },
    { name: 'named', kind: 'names' },
    ...numbers('mostNamed'),
    { name: 'otherwise', kind: 'choice', options: ['unknown', 'refused', 'cut'] },
  ],
  filing: [
    needed,
    ...numbers('waitingDays'),
    ...answers('cityMustMatch', 'emergencyCountsAsFiled'),
    { name: 'withoutFiling', kind: 'choice', options: ['unknown', 'full', 'cut', 'refused'] },
    ...numbers('temporaryMonths'),
  ],
  approvals: [
    needed,
    ...answers('diseaseMustMatch', 'hospitalMustMatch', 'filedCityMustMatch'),
    ...numbers('validMonths', 'daysOfSupply'),
  ],
  accounts: [
    {
      name: 'accept',
      kind: 'choices',
      options: [
        'social-security-card',
        'own-bank-card',
        'class-one-account',
        'passbook',
        'relative',
        'employer',
      ],
    },
    { name: 'banks', kind: 'names' },
  ],
  channels: [
    {
      name: 'channels',
      kind: 'choices',
      options: [
        'window',
        'online',
        'online-then-mail',
        'mail',
        'employer',
        'street-office',
        'insurer-branch',
      ],
    },
    ...numbers('workingDays', 'atMostWorkingDays'),
  ],
  portals: [
    { name: 'name', kind: 'title' },
    ...numbers('medicalPapersMost', 'picturesPerInvoice', 'largestMegabytes'),
    {
      name: 'originalsFollow',
      kind: 'choice',
      options: ['unknown', 'mail', 'window', 'mail-or-window', 'no'],
    },
    ...answers('originalsReturned'),
  ],
  catalogues: [{ name: 'catalogue', kind: 'choice', options: ['care-place', 'insured-place'] }],
  penalties: [
    { name: 'case', kind: 'choice', options: penaltyCases },
    { name: 'mode', kind: 'choice', options: ['points', 'factor', 'prepaid'] },
    { name: 'permille', kind: 'percent' },
  ],
  prepaid: [{ name: 'permille', kind: 'percent' }],
  deductibles: [
    grade,
    { name: 'fixedFen', kind: 'money' },
    { name: 'sharePermille', kind: 'percent' },
    { name: 'floorFen', kind: 'money' },
    { name: 'ceilingFen', kind: 'money' },
    { name: 'lessEachStayFen', kind: 'money' },
    { name: 'leastFen', kind: 'money' },
  ],
  rates: [
    grade,
    { name: 'standing', kind: 'choice', options: ['any', 'working', 'retired'] },
    { name: 'permille', kind: 'percent' },
  ],
  caps: [{ name: 'yearFen', kind: 'money' }],
};

export type RuleDraft = Record<string, unknown>;

const begun: Partial<Record<Chapter, RuleDraft>> = {
  papers: { anyOf: [{ kind: 'invoice' }] },
  deadlines: { terms: [{ kind: 'months-from', anchor: 'discharge', months: 6 }] },
  windows: { when: { kind: 'each-month', fromDay: 1, toDay: 10 } },
  splits: { by: ['calendar-year'] },
  hospitals: { allow: 'designated' },
  filing: { needed: true },
  approvals: { needed: true },
  accounts: { accept: ['own-bank-card'] },
  channels: { channels: ['window'] },
  catalogues: { catalogue: 'insured-place' },
  penalties: { case: 'long-term', mode: 'points', permille: 0 },
};

export const newRule = (chapter: Chapter): RuleDraft => ({ claims: [], scheme: 'any', ...begun[chapter] });

/** A name for a rule somebody adds: unique, and told from shipped ones by its beginning. */
export const newRuleId = (place: string, chapter: Chapter): string =>
  `own-${place}-${chapter}-${Date.now().toString(36)}`;
