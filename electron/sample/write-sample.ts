// Writes the sample into an open vault through the same calls a person uses.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { Problem } from '../../shared/problems.ts';
import { rememberSample } from '../database/sample-state.ts';
import { isSample, markAsSample } from '../database/setting.ts';
import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { drawSampleCard } from './card.ts';
import {
  type SampleVisit,
  sampleApprovals,
  sampleFiling,
  sampleHospital,
  samplePerson,
  sampleTotal,
  sampleVisits,
} from './cases.ts';
import { drawSamplePapers } from './draw-papers.ts';

/** Ids. `visits` are the two of the claim; a third visit, not claimed yet, waits for its prescription in the inbox. */
export type Sample = { person: string; visits: string[]; claim: string };

/** The day the sample was put in, so that its claim has the same number every year. */
export const SAMPLE_DAY = new Date(2026, 2, 20, 9, 30);

/** Throws vault-exists when the vault already holds a person, an inbox item or another sample: nothing is mixed. */
export async function writeSample(open: Context): Promise<Sample> {
  const context: Context = { ...open, now: () => SAMPLE_DAY };
  await refuseUsedVault(context);
  markAsSample(context.vault.db);
  const { person } = await ask(context, 'person.save', { id: null, fields: samplePerson });
  const ofPerson = { personId: person.id };
  await ask(context, 'filing.save', { id: null, fields: { ...ofPerson, ...sampleFiling } });
  for (const approval of sampleApprovals) {
    await ask(context, 'approval.save', { id: null, fields: { ...ofPerson, ...approval } });
  }
  await ask(context, 'person-facts.save', { ...ofPerson, diedOn: '', accountKind: 'own-bank-card' });
  const hospitals = new Set(Object.values(sampleVisits).map(({ fields }) => fields.hospital));
  for (const name of hospitals) {
    await ask(context, 'hospital.save', { id: null, fields: { ...sampleHospital, name } });
  }
  const ids = new Map<string, string>();
  for (const [name, facts] of Object.entries(sampleVisits)) {
    ids.set(name, await writeVisit(context, person.id, facts));
  }
  await addCard(context, person.id);
  await addPapers(context, ids);
  const visits = [ids.get('diabetes') ?? '', ids.get('hypertension') ?? ''];
  const title = '2026年一、二月慢特病门诊';
  const { claim } = await ask(context, 'claim.create', { personId: person.id, visitIds: visits, title });
  rememberSample(context.vault.db);
  return { person: person.id, visits, claim: claim.id };
}

async function ask<N extends CallName>(
  context: Context,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const reply = await answer(context, name, input);
  if (!reply.ok) throw new Problem(reply.problem.code as Problem['code'], reply.problem.params);
  return reply.value as CallOutput<N>;
}

async function refuseUsedVault(context: Context): Promise<void> {
  const people = await ask(context, 'person.list', { archived: true });
  const waiting = await ask(context, 'inbox.list', {});
  if (people.length > 0 || waiting.length > 0 || isSample(context.vault.db)) {
    throw new Problem('vault-exists', { dir: context.vault.dir });
  }
}

async function writeVisit(context: Context, personId: string, facts: SampleVisit): Promise<string> {
  const { visit } = await ask(context, 'visit.save', { id: null, fields: { ...facts.fields, personId } });
  const total = sampleTotal(facts);
  await ask(context, 'invoice.save', {
    id: null,
    fields: {
      visitId: visit.id,
      kind: 'fiscal-receipt',
      code: facts.code,
      number: facts.number,
      checkCode: facts.checkCode,
      issueDate: facts.fields.date,
      totalFen: total,
      fundFen: 0,
      otherFen: 0,
      accountFen: 0,
      cashFen: total,
      selfPaidFen: 0,
      ownExpenseFen: total,
      lines: facts.lines,
      note: '',
    },
  });
  return visit.id;
}

/** The identity card, scanned once and kept with the person. */
async function addCard(context: Context, personId: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guibao-sample-'));
  try {
    const { fileName, bytes } = await drawSampleCard();
    const path = join(folder, fileName);
    await writeFile(path, bytes);
    const { scan } = await ask(context, 'scan.add', { path, fileName });
    if (!scan) throw new Error(`sample file ${fileName} was not kept`);
    const fields = { personId, kind: 'identity-card', title: '', expires: '' } as const;
    await ask(context, 'standing-paper.save', {
      id: null,
      fields: { ...fields, pages: [{ scan, page: 0, turn: 0 }] },
    });
    const waiting = await ask(context, 'inbox.list', {});
    await ask(context, 'inbox.remove', { ids: waiting.map(({ id }) => id) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function addPapers(context: Context, ids: Map<string, string>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guibao-sample-'));
  try {
    for (const { visit, kind, fileName, bytes } of await drawSamplePapers()) {
      const path = join(folder, fileName);
      await writeFile(path, bytes);
      const target = kind === null ? null : { visitId: ids.get(visit) ?? '', kind };
      const { outcome, problem } = await ask(context, 'scan.add', { path, fileName, target });
      if (outcome !== 'kept') throw new Error(`sample file ${fileName}: ${outcome} ${problem?.code ?? ''}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
