// pack-rules list, show, check: what each insured place requires. Needs no vault; own rules lie in one (see own-rules.ts).

import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Language, schemes } from '../../../shared/domain.ts';
import { isPlaceCode } from '../../../shared/identifiers.ts';
import { Problem } from '../../../shared/problems.ts';
import { cellOf, type ResolvedPack, type ResolvedRule } from '../../../shared/rules/resolved-pack.ts';
import { chapters, type RulePack } from '../../../shared/rules/rule-pack.ts';
import { type ClaimKind, claimKinds, grades } from '../../../shared/rules/rule-parts.ts';
import { describeRule } from '../../../shared/words/describe-rule.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { ruleWords } from '../../../shared/words/rules.ts';
import { checkPack } from '../../rules/check-pack.ts';
import { NATION, resolvePack } from '../../rules/resolve-pack.ts';
import { shippedPacks } from '../../rules/shipped-packs.ts';
import { packRulesWords } from '../../words/rules.ts';
import { alignRows } from '../output.ts';
import { readDate } from '../read-values.ts';
import type { Run } from '../session.ts';
import { addOwnRuleCommands } from './own-rules.ts';

export function addPackRulesCommands(program: Command, run: Run): void {
  const words = packRulesWords[run.options.language];
  const group = program.command('pack-rules').description(words.group);
  group
    .command('list')
    .description(words.list)
    .action(() => listPacks(run));
  group
    .command('show')
    .description(words.show)
    .argument('<PLACE>', words.place)
    .option('--on <DATE>', words.onDay, readDate)
    .option('--own', words.withOwn)
    .action((place: string, options: ShowOptions) => showPlace(run, place, options));
  group
    .command('check')
    .description(words.check)
    .argument('<FILE>', words.file)
    .action((file: string) => checkFile(run, file));
  addOwnRuleCommands(group, run, (text) => findPlace(run, text));
}

type ShowOptions = { on?: string; own?: true };

function countGrades(pack: RulePack): Record<string, number> {
  const gradeOf = new Map(pack.sources.map(({ id, grade }) => [id, grade]));
  const given = chapters.flatMap((chapter) => pack[chapter].map((rule) => gradeOf.get(rule.source)));
  const counted = grades.map((grade) => [grade, given.filter((one) => one === grade).length] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

function listPacks(run: Run): void {
  const { language } = run.options;
  const words = packRulesWords[language];
  const rows = shippedPacks().map((pack) => {
    const byGrade = countGrades(pack);
    return {
      place: pack.place,
      name: pack.name,
      level: pack.level,
      version: pack.version,
      grades: byGrade,
      rules: Object.values(byGrade).reduce((sum, count) => sum + count, 0),
      verified: resolvePack(shippedPacks(), pack.place).verified,
    };
  });
  run.print(rows, () =>
    alignRows(
      rows.map((row) => [
        row.place,
        row.name[language],
        ruleWords[language].level[row.level],
        words.rules(row.rules),
        Object.entries(row.grades)
          .map(([grade, count]) => words.grades(grade, count))
          .join(' '),
        row.verified ? words.verified : words.unverified,
      ]),
    ),
  );
}

/** A six-digit code, whether or not there is a pack for it, or the name of a pack; throws not-found, or input-invalid when several fit. */
function findPlace(run: Run, text: string): string {
  const wanted = text.trim().toLowerCase();
  if (isPlaceCode(wanted)) return wanted;
  const [only, ...others] = findNamed(wanted);
  if (!only) throw new Problem('not-found', { what: run.say('placeCode'), id: text });
  if (others.length === 0) return only.place;
  const found = [only, ...others].map(({ place, name }) => `${place} ${name[run.options.language]}`);
  throw new Problem('input-invalid', { field: text, reason: `${run.say('several')}: ${found.join(', ')}` });
}

/** Called exactly so, else with this in its name, else one whose name the text begins with ("西双版纳傣族自治州"). */
function findNamed(wanted: string): RulePack[] {
  if (wanted === '') return [];
  const bare = wanted.replace(/[省市区县]$/u, '');
  const named = (fits: (name: string) => boolean) =>
    shippedPacks().filter(({ name }) => Object.values(name).some((one) => fits(one.toLowerCase())));
  const tries = [
    named((name) => name === wanted || name === bare),
    named((name) => name.includes(wanted) || name.includes(bare)),
    named((name) => wanted.startsWith(name)).slice(-1),
  ];
  return tries.find((found) => found.length > 0) ?? [];
}

async function showPlace(run: Run, text: string, options: ShowOptions): Promise<void> {
  const place = findPlace(run, text);
  const on = options.on ? { on: options.on } : {};
  if (options.own !== true) return printPack(run, resolvePack(shippedPacks(), place, on));
  await run.withSession({ access: 'read' }, async (session) => {
    printPack(run, (await session.ask('rule-pack.get', { place, ...on })).pack);
  });
}

function printPack(run: Run, resolved: ResolvedPack): void {
  const { language } = run.options;
  const rules = resolved.rules.map((one) => ({
    ...one,
    says: describeRule(one.chapter, one.rule, language),
  }));
  const verify = ruleWords[language].verify;
  run.print({ ...resolved, rules, verify }, () => describePack(resolved, language));
}

function describePack(resolved: ResolvedPack, language: Language): string {
  const shared = ruleWords[language];
  const words = packRulesWords[language];
  const own = resolved.layers.find(({ place }) => place === resolved.place);
  const standing = resolved.verified || resolved.place === NATION ? [] : [shared.unverified];
  const lines = [[resolved.place, own?.name[language]].filter(Boolean).join(' '), ...standing];
  for (const chapter of chapters) {
    const rules = resolved.rules.filter((one) => one.chapter === chapter);
    const unknown = chapter === 'deadlines' && !rules.some(({ hint }) => !hint);
    if (rules.length === 0 && !unknown) continue;
    const local = resolved.place === NATION || resolved.verifiedChapters.includes(chapter);
    lines.push('', `${shared.chapter[chapter]}${local ? '' : ` (${words.unverified})`}`);
    if (unknown) lines.push(`  ${words.deadlineUnknown}`);
    lines.push(...rules.map((one) => describeOne(one, language)));
  }
  return [...lines, '', shared.verify].join('\n');
}

/** What it asks; for what; where it is written, when, how sure, and from which level. */
function describeOne(one: ResolvedRule, language: Language): string {
  const shared = ruleWords[language];
  const words = packRulesWords[language];
  const { source, rule } = one;
  const day = source.dateMeans === 'noted' ? `${shared.noted} ${source.date}` : source.date;
  const level =
    one.level === 'own' ? shared.level.own : words.from(shared.level[one.level], one.placeName[language]);
  const says = describeRule(one.chapter, rule, language);
  return [
    `  ${one.hint ? '? ' : '• '}${says}`,
    rule.note === null ? '' : `    ${rule.note[language]}`,
    `    ${words.holdsFor(describeCells(one, language))}`,
    `    ${[source.title[language], source.url, day, shared.grade[source.grade], level].filter(Boolean).join(' | ')}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** "急诊、住院（职工医保）": the scheme once where it is the same for every kind. */
function describeCells({ cells }: ResolvedRule, language: Language): string {
  const bySchemes = new Map<string, ClaimKind[]>();
  for (const kind of claimKinds) {
    const held = schemes.filter((one) => cells.includes(cellOf(kind, one)));
    const [only, other] = held;
    if (!only) continue;
    const scheme = other ? '' : ` (${domainWords[language].scheme[only]})`;
    bySchemes.set(scheme, [...(bySchemes.get(scheme) ?? []), kind]);
  }
  const comma = language === 'en' ? ', ' : '、';
  const parts = [...bySchemes].map(([scheme, kinds]) => {
    const all = kinds.length === claimKinds.length;
    const names = kinds.map((kind) => ruleWords[language].claimKind[kind]).join(comma);
    return `${all ? packRulesWords[language].everyKind : names}${scheme}`;
  });
  return parts.join('; ');
}

const LARGEST_BYTES = 4_000_000;

function readJson(run: Run, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Problem('path-unreadable', { path: file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  if (text.length > LARGEST_BYTES) throw new Problem('file-too-large', { file, limit: '4 MB' });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Problem('input-invalid', { field: file, reason: run.say('notJson') });
  }
}

function checkFile(run: Run, file: string): void {
  const { language } = run.options;
  const words = packRulesWords[language];
  const value = readJson(run, file);
  const findings = checkPack(value, language).map((one) => ({ ...one, message: words.finding[one.code] }));
  const rules = chapters.reduce((sum, chapter) => sum + countList(value, chapter), 0);
  if (findings.length > 0) run.exitCode = 1;
  run.print({ file, rules, findings }, () =>
    findings.length === 0
      ? words.sound(rules)
      : [
          words.wrong(findings.length),
          ...findings.map(
            ({ where, message, detail }) => `  ${[where, message, detail].filter(Boolean).join(' | ')}`,
          ),
        ].join('\n'),
  );
}

function countList(value: unknown, chapter: string): number {
  const list = (value as Record<string, unknown> | null)?.[chapter];
  return Array.isArray(list) ? list.length : 0;
}
