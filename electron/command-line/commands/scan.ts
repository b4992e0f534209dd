// scan show, scan page, scan confirm: what a kept file is, what was seen on its pages, a page as the packet shows it, and a person's word that it can be read.

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { CONTENT } from '../../../renderer/packet/layout/place.ts';
import type { CallOutput, UndoStep } from '../../../shared/calls.ts';
import { calendarDate } from '../../../shared/dates.ts';
import type { PaperPage, Scan, ScanPage } from '../../../shared/domain.ts';
import { formatEdit } from '../../../shared/page-edit.ts';
import { type PageConfirmation, type PageFinding, turnToUpright } from '../../../shared/page-findings.ts';
import { Problem } from '../../../shared/problems.ts';
import { pageFindingWords } from '../../../shared/words/page-findings.ts';
import { listShownAs } from '../../database/page-list.ts';
import { listScanIds } from '../../database/scan.ts';
import { refuseVaultFile } from '../../files/refuse-vault-file.ts';
import { writingProblem } from '../../files/write-file-whole.ts';
import { describePlace } from '../describe-place.ts';
import { drawPacketPage } from '../draw-packet-page.ts';
import type { Run, Session } from '../session.ts';
import { addLookAlikeCommands } from './look-alike.ts';

export function addScanCommands(scan: Command, run: Run): void {
  const { say } = run;
  scan
    .command('show')
    .description(say('scanShow'))
    .argument('<SCAN>', say('scanId'))
    .action((text: string) =>
      run.withSession({ access: 'read' }, async (session) => {
        const found = await session.ask('scan.get', { id: findScanId(session, text) });
        const shown = await lookAtEdited(session, found.scan);
        session.print({ ...found, shown }, () =>
          [
            describeScan(session, found.scan, shown),
            ...found.places.map((place) => `  ${describePlace(session, place)}`),
          ].join('\n'),
        );
      }),
    );
  scan
    .command('page')
    .description(say('scanPage'))
    .argument('<SCAN>', say('scanId'))
    .argument('<N>', say('pageNumber'), readNumber)
    .requiredOption('--out <FILE>', say('outPng'))
    .option('--shown <K>', say('shownAs'), readNumber)
    .option('--as-it-came', say('asItCame'))
    .action((text: string, page: number, options: PageOptions) =>
      run.withSession({ access: 'read' }, (session) => drawPage(session, { text, page }, options)),
    );
  scan
    .command('confirm')
    .description(say('scanConfirm'))
    .argument('<SCAN>', say('scanId'))
    .argument('<N>', say('pageNumber'), readNumber)
    .option('--shown <K>', say('shownAs'), readNumber)
    .option('--take-back', say('takeBack'))
    .action((text: string, page: number, options: ConfirmOptions) =>
      run.withSession({ access: 'write' }, (session) => confirmPage(session, { text, page }, options)),
    );
  addLookAlikeCommands(scan, run, { readNumber, findScanId });
}

type ConfirmOptions = { shown?: number; takeBack?: boolean };
type PageOptions = { out: string; shown?: number; asItCame?: boolean };

/** Turned and tidied as the paper that uses it says; used in several ways, the first unless told. */
async function drawPage(
  session: Session,
  { text, page }: { text: string; page: number },
  options: PageOptions,
): Promise<void> {
  const { context, say } = session;
  const scan = findScanId(session, text);
  const ways = listShownAs(context.vault.db, scan, page);
  const asItCame: PaperPage = { scan, page, turn: 0 };
  const wanted = options.asItCame
    ? asItCame
    : (ways[options.shown ?? 0] ?? (options.shown ? null : asItCame));
  if (!wanted) throw new Problem('not-found', { what: '--shown', id: (options.shown ?? 0) + 1 });
  const out = resolve(options.out);
  refuseVaultFile(out, context.vault.dir);
  const { png, width, height } = await drawPacketPage(context, wanted);
  await writeFile(out, png).catch((error: unknown) => {
    throw writingProblem(error, out);
  });
  const edit = wanted.edit ? formatEdit(wanted.edit) : '';
  const made = { out, width, height, bytes: png.length, turn: wanted.turn, edit, ways: ways.length };
  const more = ways.length > 1 && !options.asItCame ? `  ${say('severalWays')}: ${ways.length}` : '';
  session.print(made, () => `${say('wrote')}: ${out}  ${width} × ${height}${more}`);
}

/** Of each way the page is used, unless one is named; a page in no place is meant as it came. */
async function confirmPage(
  session: Session,
  { text, page }: { text: string; page: number },
  { shown, takeBack }: ConfirmOptions,
): Promise<void> {
  const { context, say, language } = session;
  const scan = findScanId(session, text);
  const used = listShownAs(context.vault.db, scan, page);
  const ways = used.length > 0 ? used : [{ scan, page, turn: 0 } satisfies PaperPage];
  const wanted = shown === undefined ? ways : ways.slice(shown, shown + 1);
  if (wanted.length === 0) throw new Problem('not-found', { what: '--shown', id: (shown ?? 0) + 1 });
  const confirmations: PageConfirmation[] = [];
  const undo: UndoStep[] = [];
  for (const way of wanted) {
    const said = await session.ask('page.confirm', { page: way, confirmed: !takeBack });
    undo.unshift(...said.undo);
    if (said.confirmation) confirmations.push(said.confirmation);
  }
  session.print({ scan, page: page + 1, confirmations, undo }, () => {
    if (undo.length === 0) return say('nothingSaid');
    if (takeBack) return say('shownAgain');
    const codes = [...new Set(confirmations.flatMap((one) => one.codes))];
    const names = codes.map((code) => pageFindingWords[language][code].name);
    return `${say('confirmedPage')}: ${names.join(language === 'en' ? '; ' : '；')}`;
  });
}

/** Counted from 1 as people do. */
function readNumber(text: string): number {
  const page = Number(text);
  if (!Number.isInteger(page) || page < 1) throw new InvalidArgumentError(text);
  return page - 1;
}

/** The whole name, or a beginning that only one scan has. Throws not-found, input-invalid. */
export function findScanId({ context, say }: Session, text: string): string {
  const wanted = text.toLowerCase();
  if (/^[0-9a-f]{64}$/.test(wanted)) return wanted;
  const found = wanted.length < 4 ? [] : listScanIds(context.vault.db).filter((id) => id.startsWith(wanted));
  const [only, ...others] = found;
  if (!only) throw new Problem('not-found', { what: say('scan'), id: text });
  if (others.length === 0) return only;
  throw new Problem('input-invalid', { field: text, reason: `${say('several')}: ${found.join(', ')}` });
}

/** Of a page that lies the wrong way, unless every place that uses it turns it right. */
function openTurn({ context }: Session, scan: Scan, at: number): (finding: PageFinding) => boolean {
  const ways = listShownAs(context.vault.db, scan.id, at);
  const findings = scan.pages[at]?.findings ?? [];
  const open = ways.some(({ turn, edit }) => !edit && turnToUpright(findings, turn) !== 0);
  return ({ code }) => code !== 'not-upright' || ways.length === 0 || open;
}

type Shown = PaperPage & Pick<CallOutput<'page.look'>, 'findings'>;

/** What is seen on its pages as they are used, where that is another picture than the one that came. */
async function lookAtEdited({ context, ask }: Session, { id, pages }: Scan): Promise<Shown[]> {
  const used = pages.flatMap((_, page) => listShownAs(context.vault.db, id, page));
  const shown: Shown[] = [];
  for (const page of used)
    if (page.edit) shown.push({ ...page, findings: (await ask('page.look', { page })).findings });
  return shown;
}

function describeScan(session: Session, scan: Scan, shown: readonly Shown[]): string {
  const { say, language } = session;
  const words = pageFindingWords[language];
  const describeHint = ({ code, severity, measure }: PageFinding): string => {
    const figure = code === 'not-upright' ? `↻${measure}°` : Number(measure.toPrecision(3));
    return `${severity === 'strong' ? '!!' : '!'} ${words[code].name} (${figure})`;
  };
  const head = [
    `${scan.fileName}  ${scan.mediaType}  ${scan.byteLength} B${scan.unlocked ? `  ${say('unlocked')}` : ''}`,
    `SHA-256 ${scan.id}`,
  ];
  if (scan.pages.length === 0) return [...head, say('noPages')].join('\n');
  const pages = scan.pages.flatMap((page, at) => {
    const hints = page.findings
      ?.filter(openTurn(session, scan, at))
      .map((finding) => `    ${describeHint(finding)}`);
    const used = shown
      .filter((one) => one.page === at)
      .flatMap(({ turn, edit, findings }) => [
        `    ${say('usedAs')}  ↻${turn}°  ${edit ? formatEdit(edit) : ''}  ${findings.length === 0 ? say('noHints') : ''}`.trimEnd(),
        ...findings.map((finding) => `      ${describeHint(finding)}`),
      ]);
    const state = hints === undefined ? say('notLookedAt') : hints.length === 0 ? say('noHints') : '';
    const said = page.confirmed?.map(({ at: time, turn, edit }) =>
      `    ✓ ${say('confirmedPage')} ${calendarDate(new Date(time))}  ↻${turn}°  ${edit}`.trimEnd(),
    );
    return [
      `  p${at + 1}  ${describeSize(page, say('onPaper'))}  ${state}`.trimEnd(),
      ...(hints ?? []),
      ...(said ?? []),
      ...used,
    ];
  });
  return [...head, ...pages].join('\n');
}

const millimetres = (points: number): number => Math.round((points / 72) * 25.4);

/** What the page measures itself, and upright on its sheet in the packet: pictures fill it, PDF pages are never enlarged. */
function describeSize({ width, height, unit, turn, mirrored }: ScanPage, onPaper: string): string {
  const [wide, high] = turn === 90 || turn === 270 ? [height, width] : [width, height];
  const largest = unit === 'pt' ? 1 : Number.POSITIVE_INFINITY;
  const scale = Math.min(CONTENT.width / wide, CONTENT.height / high, largest);
  const paper = `${onPaper} ${millimetres(wide * scale)} × ${millimetres(high * scale)} mm`;
  const own =
    unit === 'pt'
      ? `${millimetres(width)} × ${millimetres(height)} mm  ${paper}`
      : `${width} × ${height} px  ${paper}  ${Math.round(72 / scale)} dpi`;
  return `${own}  ↻${turn}°${mirrored ? ' ⇋' : ''}`;
}
