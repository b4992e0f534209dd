// pack-rules own, set, off, remove, restore, export, import, updates, accept: what a person was told, over the shipped rules.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Language } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import type { RuleDifferenceShown, RuleOverride } from '../../../shared/readiness-calls.ts';
import { type Chapter, chapters } from '../../../shared/rules/rule-pack.ts';
import { describeRule } from '../../../shared/words/describe-rule.ts';
import { ruleWords } from '../../../shared/words/rules.ts';
import { writeFileWhole } from '../../files/write-file-whole.ts';
import { type OwnRuleWords, ownRuleWords } from '../../words/own-rules.ts';
import { alignRows } from '../output.ts';
import { gatherTexts, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

type FindPlace = (text: string) => string;

export function addOwnRuleCommands(group: Command, run: Run, findPlace: FindPlace): void {
  const words = ownRuleWords[run.options.language];
  addWriting(group, run, { words, findPlace });
  addSharing(group, run, { words, findPlace });
  addUpdates(group, run, { words, findPlace });
}

type Tools = { words: OwnRuleWords; findPlace: FindPlace };
type WriteOptions = { note?: string; on?: string };

function addWriting(group: Command, run: Run, { words, findPlace }: Tools): void {
  group
    .command('own')
    .description(words.own)
    .argument('<PLACE>', words.place)
    .action((text: string) =>
      run.withSession({ access: 'read' }, async (session) => {
        const { overrides } = await session.ask('rule-pack.get', { place: findPlace(text) });
        session.print(overrides, () =>
          overrides.length === 0
            ? session.say('nothingHere')
            : alignRows(overrides.map((one) => rowOf(one, words, session.language))),
        );
      }),
    );
  const withRule = (name: 'set' | 'off', description: string) =>
    group
      .command(name)
      .description(description)
      .argument('<PLACE>', words.place)
      .argument('<CHAPTER>', `${words.chapter} (${chapters.join(' | ')})`)
      .argument('<RULE>', words.rule)
      .option('--note <TEXT>', words.note)
      .option('--on <DATE>', words.onDay);
  withRule('set', words.set)
    .requiredOption('--file <FILE.json>', words.ruleFile)
    .action((text: string, chapter: Chapter, ruleId: string, options: WriteOptions & { file: string }) =>
      run.withSession({ access: 'write' }, (session) =>
        save(session, findPlace(text), { chapter, ruleId, rule: readRule(options.file), ...options }),
      ),
    );
  withRule('off', words.off).action((text: string, chapter: Chapter, ruleId: string, options: WriteOptions) =>
    run.withSession({ access: 'write' }, (session) =>
      save(session, findPlace(text), { chapter, ruleId, rule: null, ...options }),
    ),
  );
  for (const verb of ['remove', 'restore'] as const)
    group
      .command(verb)
      .description(words[verb])
      .argument('<ID>', words.id)
      .action((id: string) =>
        run.withSession({ access: 'write' }, async (session) => {
          const result = await session.ask(`rule-pack.${verb}`, { id });
          session.print(result, () => session.say('done'));
        }),
      );
}

type Wish = WriteOptions & { chapter: Chapter; ruleId: string; rule: Record<string, unknown> | null };

async function save(session: Session, place: string, wish: Wish): Promise<void> {
  const { chapter, ruleId, rule, note = '' } = wish;
  const { today } = await session.ask('session.about', {});
  const on = wish.on === undefined ? today : readDate(wish.on);
  const result = await session.ask('rule-pack.override', { place, chapter, ruleId, rule, note, on });
  session.print(result, () => result.override.id);
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Problem('path-unreadable', { path: file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

/** Throws `rule-invalid` for what is no object; the shape of its chapter is checked where it is kept. */
function readRule(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readText(file));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    if (error instanceof Problem) throw error;
  }
  throw new Problem('rule-invalid', { rule: file, detail: 'JSON' });
}

/** In words; its name when it is of a shape that this edition does not know. */
function sayRule(chapter: Chapter, rule: Record<string, unknown>, language: Language): string {
  try {
    return describeRule(chapter, rule as never, language);
  } catch {
    return String(rule.id ?? '');
  }
}

const rowOf = (one: RuleOverride, words: OwnRuleWords, language: Language): string[] => [
  ...[one.id, one.ruleId, ruleWords[language].chapter[one.chapter]],
  one.rule === null ? words.isOff : sayRule(one.chapter, one.rule, language),
  ...[one.on, one.note, one.shippedChanged ? words.shippedChanged : ''],
];

function addSharing(group: Command, run: Run, { words, findPlace }: Tools): void {
  group
    .command('export')
    .description(words.export)
    .argument('<PLACE>', words.place)
    .option('--out <FILE.json>', words.outFile)
    .action((text: string, options: { out?: string }) =>
      run.withSession({ access: 'read' }, async (session) => {
        const shared = await session.ask('rule-pack.export', { place: findPlace(text) });
        if (options.out === undefined)
          return session.print(JSON.parse(shared.text), () => shared.text.trim());
        const out = resolve(options.out);
        await writeFileWhole(out, Buffer.from(shared.text, 'utf8'));
        session.print({ out }, () => `${session.say('wrote')}: ${out}`);
      }),
    );
  group
    .command('import')
    .description(words.import)
    .argument('<FILE>', words.file)
    .addOption(new Option('--replace <RULE>', words.replace).argParser(gatherTexts))
    .option('--preview', words.preview)
    .action((file: string, options: { replace?: string[]; preview?: true }) =>
      run.withSession({ access: options.preview ? 'read' : 'write' }, async (session) => {
        const text = readText(file);
        const seen = await session.ask('rule-pack.preview', { text });
        const lines = seen.rules.map((one) => [
          ...[words.standing[one.standing], one.ruleId],
          one.theirs.rule === null ? words.isOff : sayRule(one.chapter, one.theirs.rule, session.language),
        ]);
        if (options.preview) return session.print(seen, () => alignRows(lines));
        const replace = options.replace ?? [];
        const result = await session.ask('rule-pack.import', { text, replace });
        session.print(result, () => words.imported(result.overrides.length, result.kept));
      }),
    );
}

function addUpdates(group: Command, run: Run, { words, findPlace }: Tools): void {
  group
    .command('updates')
    .description(words.updates)
    .argument('[PLACE]', words.place)
    .action((text: string | undefined) =>
      run.withSession({ access: 'read' }, async (session) => {
        const wish = text === undefined ? {} : { place: findPlace(text) };
        const found = await session.ask('rule-pack.updates', wish);
        const { language } = session;
        session.print(found, () =>
          found.length === 0
            ? words.noUpdates
            : found
                .flatMap(({ name, from, to, differences }) => [
                  `${name[language]}  ${from} → ${to}`,
                  ...differences.map((one) => describeDifference(one, words, language)),
                ])
                .join('\n'),
        );
      }),
    );
  group
    .command('accept')
    .description(words.accept)
    .argument('<PLACE>', words.place)
    .action((text: string) =>
      run.withSession({ access: 'write' }, async (session) => {
        const result = await session.ask('rule-pack.accept', { place: findPlace(text) });
        session.print(result, () => session.say('done'));
      }),
    );
}

function describeDifference(one: RuleDifferenceShown, words: OwnRuleWords, language: Language): string {
  const { chapter, change, before, after, override } = one;
  const said = [before, after].flatMap((side) => (side ? [sayRule(chapter, side.rule, language)] : []));
  const own = override === 'none' ? '' : ` (${words.stays[override]})`;
  return `  ${words.change[change]}  ${ruleWords[language].chapter[chapter]}: ${[...new Set(said)].join(' → ')}${own}`;
}
