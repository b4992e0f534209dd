// What was seen on a page, said quietly: the worst hint in words, all of them with a picture of where, frames over a large view.

import { RotateRightOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PaperPage, Scan, Turn } from '../../shared/domain.ts';
import type { PageBox, PageConfirmation, PageFinding } from '../../shared/page-findings.ts';
import {
  confirmationOf,
  findingsTurned,
  openFindings,
  turnBox,
  turnToUpright,
} from '../../shared/page-findings.ts';
import { pageFindingWords } from '../../shared/words/page-findings.ts';
import { useCall } from '../client.ts';
import { HintPopup } from './hint-popup.tsx';
import type { TurnStep } from './page-changes.ts';
import { ConfirmPage } from './page-confirm.tsx';
import { PageThumb } from './page-thumb.tsx';
import './page-hints.css';

const EDGE = 260;

/** `said` is there when a person called everything in `findings` a false alarm. */
type Hints = { findings: readonly PageFinding[]; said: PageConfirmation | undefined };

const noHints: Hints = { findings: [], said: undefined };

/** Strong ones first. */
function sortHints(seen: readonly PageFinding[], said: PageConfirmation | undefined): Hints {
  const findings = [...seen].sort(
    (a, b) => Number(b.severity === 'strong') - Number(a.severity === 'strong'),
  );
  const open = openFindings(findings, said);
  return open.length > 0 ? { findings: open, said: undefined } : { findings, said };
}

function hintsOf(scan: Pick<Scan, 'pages'>, page: PaperPage): Hints {
  const kept = scan.pages[page.page];
  return sortHints(findingsTurned(kept?.findings ?? [], page.turn), confirmationOf(kept?.confirmed, page));
}

/** An edited page is another picture and is looked at anew; until that is done nothing is said. */
function useHints(page: PaperPage, known?: Pick<Scan, 'pages'>): Hints {
  const edited = page.edit !== undefined;
  const asked = useCall('scan.get', { id: page.scan }, !edited && !known).data?.scan;
  const look = useCall('page.look', { page }, edited);
  // What was answered about the page before is not about this one.
  const looked = look.isPlaceholderData ? undefined : look.data;
  if (edited) return looked ? sortHints(looked.findings, looked.confirmation ?? undefined) : noHints;
  const scan = known ?? asked;
  return scan && (known || asked?.id === page.scan) ? hintsOf(scan, page) : noHints;
}

function useFindingWords() {
  const { i18n } = useTranslation();
  return pageFindingWords[i18n.language === 'en' ? 'en' : 'zh-CN'];
}

/** Left out where pages cannot be turned. */
type Turning = { onTurn?: (degrees: TurnStep) => void };
type HintsProps = { scan: Pick<Scan, 'pages'>; page: PaperPage } & Turning;

/** A hint never stops anything: it says what may trouble the counter, where, and what helps. */
export function PageHints({ scan, page, onTurn }: HintsProps) {
  const hints = useHints(page, scan);
  const chip = useChip(hints);
  if (!chip) return null;
  return (
    <Popover content={<HintCard {...hints} {...(onTurn ? { onTurn } : {})} page={page} />}>
      <span className={chip.className}>{chip.text}</span>
    </Popover>
  );
}

/** The words `PageHints` shows, to name what they stand on; '' where there is nothing to say. */
export function useHintText({ scan, page }: { scan: Pick<Scan, 'pages'>; page: PaperPage | undefined }) {
  const chip = useChip(useHints(page ?? nowhere, page ? scan : noPages));
  return chip && page ? chip.text : '';
}

const nowhere: PaperPage = { scan: '', page: 0, turn: 0 };
const noPages: Pick<Scan, 'pages'> = { pages: [] };

/** `number`: said before the hint, from 1. */
type HintsOfProps = { page: PaperPage; number?: number } & Turning;

/** The same for a page of a paper, which does not carry what was seen on it. */
export function PageHintsOf({ page, number, onTurn }: HintsOfProps) {
  const { t } = useTranslation('files');
  const hints = useHints(page);
  const chip = useChip(hints);
  if (!chip) return null;
  const numbered = (text: string) => (number ? t('hint.onPage', { page: number, text }) : text);
  return (
    <HintPopup
      className={chip.className}
      before={t('hint.label', { text: '' })}
      text={numbered(chip.text)}
      label={t('hint.label', { text: numbered(chip.label) })}
      card={<HintCard {...hints} {...(onTurn ? { onTurn } : {})} page={page} />}
    />
  );
}

/** `label` is the text in full. */
type Chip = { className: string; text: string; label: string };

/** Undefined where there is nothing to say; quiet where a person has looked. */
function useChip({ findings, said }: Hints): Chip | undefined {
  const { t } = useTranslation('files');
  const words = useFindingWords();
  const [first, ...more] = findings;
  if (!first) return undefined;
  const looked = t(isOnlyTurned(findings) ? 'look.standsSaid' : 'look.confirmed');
  if (said) return { className: 'page-hint page-hint-said small', text: looked, label: looked };
  const { name } = words[first.code];
  const text = more.length > 0 ? `${name} +${more.length}` : name;
  const label = more.length > 0 ? t('hint.several', { first: name, count: more.length }) : name;
  return { className: `page-hint page-hint-${first.severity} small`, text, label };
}

/** Behind the hint of a large page, where the keyboard reaches it too. */
export function ConfirmHints({ page }: { page: PaperPage }) {
  const { findings, said } = useHints(page);
  return findings.length > 0 ? <ConfirmPage page={page} said={said} stands={isOnlyTurned(findings)} /> : null;
}

function HintCard({ findings, said, page, onTurn }: Hints & { page: PaperPage } & Turning) {
  const words = useFindingWords();
  const turn = said ? 0 : turnToUpright(findings, page.turn);
  return (
    <div className="page-hint-card">
      {findings.some(({ box }) => box) ? (
        <span className="page-marked">
          <PageThumb page={page} edge={EDGE} alt="" />
          <Frames findings={findings} turn={page.turn} />
        </span>
      ) : null}
      <div className="page-hint-words">
        <ul>
          {findings.map(({ code, severity, box }) => (
            <li key={`${code} ${JSON.stringify(box)}`}>
              <strong className={said ? 'muted' : `page-hint-${severity}`}>{words[code].name}</strong>
              {said ? null : <span className="small">{words[code].advice}</span>}
            </li>
          ))}
        </ul>
        {turn !== 0 && onTurn ? <TurnUpright degrees={turn === 270 ? -90 : turn} onTurn={onTurn} /> : null}
        <ConfirmPage page={page} said={said} stands={isOnlyTurned(findings)} />
      </div>
    </div>
  );
}

function TurnUpright({ degrees, onTurn }: { degrees: TurnStep } & Required<Turning>) {
  const { t } = useTranslation('files');
  return (
    <Button
      type="primary"
      icon={<RotateRightOutlined />}
      onClick={(event) => {
        // The card floats above a tile that is chosen by a click.
        event.stopPropagation();
        onTurn(degrees);
      }}
    >
      {t('look.turnUpright')}
    </Button>
  );
}

/** Whether the page can be read is another question than whether it stands right. */
const isOnlyTurned = (findings: readonly PageFinding[]): boolean =>
  findings.every(({ code }) => code === 'not-upright');

/** Frames over a picture of the page that fills its parent. */
export function HintFrames({ page }: { page: PaperPage }) {
  const { findings, said } = useHints(page);
  return said ? null : <Frames findings={findings} turn={page.turn} named />;
}

function Frames({ findings, turn, named }: { findings: readonly PageFinding[]; turn: Turn; named?: true }) {
  const words = useFindingWords();
  const share = (part: number) => `${Math.max(0, Math.min(1, part)) * 100}%`;
  return findings.flatMap(({ code, severity, box }) => {
    if (!box) return [];
    const { x, y, width, height }: PageBox = turnBox(box, turn);
    const place = { left: share(x), top: share(y), width: share(width), height: share(height) };
    return [
      <span
        key={`${code} ${JSON.stringify(box)}`}
        className={`page-frame page-frame-${severity}`}
        style={place}
        {...(named ? {} : { 'aria-hidden': true })}
      >
        {named ? <span className="page-frame-name small">{words[code].name}</span> : null}
      </span>,
    ];
  });
}
