// The command line: builds the commands, runs one, and turns what happened into an exit code.

import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { type Language, languages } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { explainProblem } from '../../shared/words/problems.ts';
import { reportBug } from '../files/bug-log.ts';
import { addAroundCommands } from './commands/around.ts';
import { addClaimCommands } from './commands/claim.ts';
import { addClaimLifeCommands } from './commands/claim-life.ts';
import { addClaimPageCommands } from './commands/claim-pages.ts';
import { addFactsCommands } from './commands/facts.ts';
import { addFileCommands } from './commands/files.ts';
import { addInvoiceCommands } from './commands/invoice.ts';
import { addOverviewCommands } from './commands/overview.ts';
import { addPackRulesCommands } from './commands/pack-rules.ts';
import { addPacketOptionCommands } from './commands/packet-options.ts';
import { addSheetCommands } from './commands/packet-sheet.ts';
import { addVerifyCommand } from './commands/packet-verify.ts';
import { addPaperCommands } from './commands/paper.ts';
import { addPersonCommands } from './commands/person.ts';
import { addPortalCommands } from './commands/portal.ts';
import { addPortalProfileCommands } from './commands/portal-profile.ts';
import { addTrashCommands } from './commands/trash.ts';
import { addVaultCommands } from './commands/vault.ts';
import { addVisitCommands } from './commands/visit.ts';
import { addWatchCommands } from './commands/watch.ts';
import { printAside, printJson } from './output.ts';
import { Run } from './session.ts';
import { sayIn, type Word } from './words.ts';

/** 0 done, 1 an expected problem, 2 wrong usage, 3 a bug. */
export async function runCommandLine(words: string[]): Promise<number> {
  const run = new Run();
  run.options.language = chooseLanguage(words);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const stop = () => {
    run.stop.aborted = true;
  };
  // The second is how a system asks a program to end, when it shuts down for instance.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    await makeProgram(run).parseAsync(words, { from: 'user' });
    return run.exitCode;
  } catch (error) {
    return settleFailure(run, error);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
}

function settleFailure(run: Run, error: unknown): number {
  const { language, json } = run.options;
  if (error instanceof CommanderError) return explainUsage(run, error);
  const fact =
    error instanceof Problem ? error.toFact() : { code: 'bug' as const, params: { id: reportBug(error) } };
  const message = explainProblem(fact, language);
  if (json) printJson({ problem: { ...fact, message } });
  else printAside(`${message} [${fact.code}]`);
  return fact.code === 'bug' ? 3 : 1;
}

/** --lang, else the locale of the shell, else Chinese. Needed before the help is made. */
function chooseLanguage(words: string[]): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const wanted = at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1]);
  if (languages.includes(wanted as Language)) return wanted as Language;
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh-CN';
}

const ownVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;

const usageWords: Record<string, Word> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.optionMissingArgument': 'missingValue',
  'commander.excessArguments': 'excessArguments',
  'commander.invalidArgument': 'invalidArgument',
};

function explainUsage(run: Run, error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  const word = usageWords[error.code];
  const named = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]).join(' ');
  // The bare group of commands: its help has been shown on standard error already.
  if (error.code !== 'commander.help')
    printAside(
      `${run.say('usageWrong')}${word ? `${run.say(word)} ${named}` : error.message}\n${run.say('usageSee')}`,
    );
  return 2;
}

function makeProgram(run: Run): Command {
  const say = sayIn(run.options.language);
  const program = new Command('guibao');
  const titles: Record<string, Word> = {
    'Usage:': 'titleUsage',
    'Arguments:': 'titleArguments',
    'Options:': 'titleOptions',
    'Global Options:': 'titleGlobal',
    'Commands:': 'titleCommands',
  };
  program
    .description(say('program'))
    .version(ownVersion(), '-V, --version', say('version'))
    .addOption(new Option('--vault <DIR>', say('vaultOption')))
    .addOption(new Option('--json', say('jsonOption')))
    .addOption(new Option('--lang <LANG>', say('langOption')).choices(languages))
    .helpCommand(false)
    .addHelpText('after', `\n${say('exitCodes')}`)
    .configureHelp({
      showGlobalOptions: true,
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} (${argChoices.join(' | ')})` : description,
      styleTitle: (title) => (titles[title] ? say(titles[title]) : title),
    })
    .configureOutput({ outputError: () => {} })
    .hook('preAction', () => {
      const { vault, json } = program.opts<{ vault?: string; json?: boolean }>();
      run.options = { ...run.options, ...(vault === undefined ? {} : { vault }), json: json === true };
    });
  run.options.json = false;
  addVaultCommands(program, run);
  addPersonCommands(program, run);
  addVisitCommands(program, run);
  addWatchCommands(program, run);
  addInvoiceCommands(program, run);
  addFileCommands(program, run);
  addPaperCommands(program, run);
  addTrashCommands(program, run);
  addClaimCommands(program, run);
  addPortalCommands(program, run);
  addPortalProfileCommands(program, run);
  addSheetCommands(program, run);
  addPacketOptionCommands(program, run);
  addClaimPageCommands(program, run);
  addPackRulesCommands(program, run);
  addVerifyCommand(program, run);
  addClaimLifeCommands(program, run);
  addAroundCommands(program, run);
  addFactsCommands(program, run);
  addOverviewCommands(program, run);
  settleCommand(program, say('help'));
  return program;
}

/** Subcommands made one by one inherit these only from what their parent had at that time. */
function settleCommand(command: Command, helpWords: string): void {
  command.exitOverride().helpCommand(false).helpOption('-h, --help', helpWords).allowExcessArguments(false);
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    settleCommand(child, helpWords);
  }
}
