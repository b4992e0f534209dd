// What was seen on a page, said quietly: the worst hint in words, and a frame over the picture where it is.

import { useTranslation } from 'react-i18next';
import type { Scan } from '../../shared/domain.ts';
import type { PageFinding } from '../../shared/page-findings.ts';
import { pageFindingWords } from '../../shared/words/page-findings.ts';
import './papers.css';

/** Strong ones first. */
export function hintsOf(scan: Pick<Scan, 'pages'> | undefined, page: number): PageFinding[] {
  const findings = scan?.pages[page]?.findings ?? [];
  return [...findings].sort((a, b) => Number(b.severity === 'strong') - Number(a.severity === 'strong'));
}

/** A hint never stops anything: it says what may trouble the counter and what helps. */
export function PageHints({ findings }: { findings: readonly PageFinding[] }) {
  const { i18n } = useTranslation();
  const words = pageFindingWords[i18n.language === 'en' ? 'en' : 'zh-CN'];
  const [first] = findings;
  if (!first) return null;
  const all = findings.map(({ code }) => `${words[code].name}。${words[code].advice}`).join('\n');
  return (
    <span className={`page-hint page-hint-${first.severity} small`} title={all}>
      {words[first.code].name}
      {findings.length > 1 ? ` +${findings.length - 1}` : ''}
    </span>
  );
}
