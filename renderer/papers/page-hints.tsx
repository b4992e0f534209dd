// What was seen on a page, said quietly: the worst hint in words, all of them with a picture of where, frames over a large view.

import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PaperPage, Scan, Turn } from '../../shared/domain.ts';
import type { PageBox, PageFinding } from '../../shared/page-findings.ts';
import { turnBox } from '../../shared/page-findings.ts';
import { pageFindingWords } from '../../shared/words/page-findings.ts';
import { useCall } from '../client.ts';
import { PageThumb } from './page-thumb.tsx';
import './page-hints.css';

const EDGE = 260;

/** Strong ones first. */
export function hintsOf(scan: Pick<Scan, 'pages'> | undefined, page: number): PageFinding[] {
  const findings = scan?.pages[page]?.findings ?? [];
  return [...findings].sort((a, b) => Number(b.severity === 'strong') - Number(a.severity === 'strong'));
}

/** An edited page is another picture: what was seen on the photograph may be gone. */
function useHints({ scan, page, edit }: PaperPage): PageFinding[] {
  const { data } = useCall('scan.get', { id: scan }, !edit);
  return edit ? [] : hintsOf(data?.scan, page);
}

function useFindingWords() {
  const { i18n } = useTranslation();
  return pageFindingWords[i18n.language === 'en' ? 'en' : 'zh-CN'];
}

type HintsProps = { findings: readonly PageFinding[]; page: PaperPage };

/** A hint never stops anything: it says what may trouble the counter, where, and what helps. */
export function PageHints({ findings, page }: HintsProps) {
  const words = useFindingWords();
  const [first] = findings;
  if (!first) return null;
  return (
    <Popover content={<HintCard findings={findings} page={page} />}>
      <span className={`page-hint page-hint-${first.severity} small`}>{shortly(words, findings)}</span>
    </Popover>
  );
}

/** The same for a page of a paper, which does not carry what was seen on it; it opens by keyboard too. */
export function PageHintsOf({ page }: { page: PaperPage }) {
  const findings = useHints(page);
  const words = useFindingWords();
  const [first] = findings;
  if (!first) return null;
  return (
    <Popover content={<HintCard findings={findings} page={page} />} trigger={['hover', 'focus', 'click']}>
      <button type="button" className={`page-hint page-hint-${first.severity} small`}>
        {shortly(words, findings)}
      </button>
    </Popover>
  );
}

const shortly = (
  words: ReturnType<typeof useFindingWords>,
  [first, ...more]: readonly PageFinding[],
): string => `${first ? words[first.code].name : ''}${more.length > 0 ? ` +${more.length}` : ''}`;

function HintCard({ findings, page }: { findings: readonly PageFinding[]; page: PaperPage }) {
  const words = useFindingWords();
  return (
    <div className="page-hint-card">
      {findings.some(({ box }) => box) ? (
        <span className="page-marked">
          <PageThumb page={page} edge={EDGE} alt="" />
          <Frames findings={findings} turn={page.turn} />
        </span>
      ) : null}
      <ul>
        {findings.map(({ code, severity, box }) => (
          <li key={`${code} ${JSON.stringify(box)}`}>
            <strong className={`page-hint-${severity}`}>{words[code].name}</strong>
            <span className="small">{words[code].advice}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Frames over a picture of the page that fills its parent. */
export function HintFrames({ page }: { page: PaperPage }) {
  return <Frames findings={useHints(page)} turn={page.turn} named />;
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
