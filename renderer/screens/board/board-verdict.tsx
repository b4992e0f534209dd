// The verdict of one bundle, readable from two metres, and the days that are left: how sure that is, and who says so.

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitSummary } from '../../../shared/calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import type { BoardEntry, DeadlineShown } from '../../../shared/readiness-calls.ts';
import { useCall } from '../../client.ts';
import { RuleLine } from '../../findings/rule-line.tsx';
import { isAtHome, type Judged, toneOf, useVerdictWords } from '../../findings/use-verdict-words.ts';
import { useDay } from '../../shell/day.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { useBundleName } from './bundle-name.ts';

const judgedOf = ({ claim, verdict }: BoardEntry): Judged => ({ verdict, status: claim?.status ?? null });
export const isPreparing = (entry: BoardEntry): boolean => isAtHome(judgedOf(entry));

/** Why a date is missing or not quite sure; '' when it is as stated. */
function useDoubt(today: string): (deadline: DeadlineShown) => string {
  const { t, i18n } = useTranslation('board');
  const day = useDay(today);
  const words = {
    '': '',
    'no-rule': t('days.unknownWhy'),
    'still-in-hospital': t('days.stay'),
    'anchor-unstated': t('days.anchor'),
    'receipt-date-unknown': t('days.receipt'),
    'holidays-unknown': t('days.holidays'),
  };
  return ({ why, warnOn }) => {
    const toCome = warnOn.filter((date) => date >= today);
    const early =
      why === 'no-rule' && toCome.length > 0 ? t('days.early', { days: toCome.map(day).join(' · ') }) : '';
    return [words[why], early].filter(Boolean).join(i18n.language === 'en' ? ' ' : '');
  };
}

export function useDaysWords(): (daysLeft: number | null) => string {
  const { t } = useTranslation('board');
  return (daysLeft) => {
    if (daysLeft === null) return t('days.unknown');
    if (daysLeft === 0) return t('days.today');
    return daysLeft > 0 ? t('days.left', { count: daysLeft }) : t('days.over', { count: -daysLeft });
  };
}

function DaysLeft({ deadline, today }: { deadline: DeadlineShown; today: string }) {
  const { t } = useTranslation('board');
  const day = useDay(today);
  const inDays = useDaysWords();
  const doubt = useDoubt(today)(deadline);
  const { date, hardStop, daysLeft, certainty, rule } = deadline;
  const tone = daysLeft !== null && daysLeft <= 30 ? (daysLeft <= 7 ? 'blocks' : 'advice') : 'plain';
  return (
    <div className="board-days" data-tone={tone}>
      <div className={date ? 'board-days-big' : 'board-days-unknown'}>{inDays(daysLeft)}</div>
      {date && <div>{t('days.by', { day: day(date) })}</div>}
      {date && hardStop && hardStop !== date && (
        <div className="muted small">{t('days.hardStop', { day: day(hardStop) })}</div>
      )}
      {certainty === 'hint' && <span className="tag tag-advice">{t('days.hint')}</span>}
      {certainty === 'estimated' && <span className="tag tag-advice">{t('days.estimated')}</span>}
      {doubt && <div className="muted small">{doubt}</div>}
      {rule && <RuleLine rule={rule} />}
    </div>
  );
}

/** What the fund may bring, of a claim that exists. */
function Expected({ claimId }: { claimId: string }) {
  const { t } = useTranslation('board');
  const found = useCall('claim.estimate', { id: claimId }).data;
  // Nothing at all mostly means that too little is known; the claim's own page explains it, a bare 0.00 here would mislead.
  if (!found || found.fund.high === 0) return null;
  const { low, high } = found.fund;
  const amount =
    low === high ? formatYuan(low, true) : `${formatYuan(low, true)} – ${formatYuan(high, true)}`;
  return <span>{t('expected', { amount })}</span>;
}

type Props = {
  entry: BoardEntry;
  visits: readonly VisitSummary[];
  today: string;
  make: ReactNode;
  printTo: string;
};

export function BoardVerdict({ entry, visits, today, make, printTo }: Props) {
  const { t } = useTranslation(['board', 'life']);
  const words = useVerdictWords(today)(judgedOf(entry));
  const nameOf = useBundleName();
  const totalFen = visits.reduce((sum, visit) => sum + visit.totalFen, 0);
  const invoices = visits.reduce((sum, visit) => sum + visit.invoiceCount, 0);
  const { claim, verdict, deadline } = entry;
  const here = isPreparing(entry);
  return (
    <section className={`board-verdict board-verdict-${toneOf(judgedOf(entry))}`} aria-live="polite">
      <div className="board-verdict-left">
        <h2 className="board-verdict-big">{words.text}</h2>
        <p>
          <span>{nameOf(entry, visits)}</span>
          <span>
            {t('board:counts', { visits: visits.length, invoices, amount: formatYuan(totalFen, true) })}
          </span>
          {claim && <Expected claimId={claim.id} />}
          {words.hint && <span>{words.hint}</span>}
        </p>
        <div className="board-verdict-acts">
          {claim && (
            <LinkButton
              type={here && verdict.kind === 'ready' ? 'primary' : 'default'}
              to={`/claims/${claim.id}${here ? '' : '?view=life'}`}
            >
              {t(here && verdict.kind === 'ready' ? 'board:preview' : 'board:openClaim')}
            </LinkButton>
          )}
          {make}
          {entry.findings.length > 0 && <LinkButton to={printTo}>{t('board:print.open')}</LinkButton>}
        </div>
      </div>
      {deadline && here && <DaysLeft deadline={deadline} today={today} />}
    </section>
  );
}

/** One bundle among several, to choose which is shown. */
export function EntryChoice(props: {
  entries: readonly BoardEntry[];
  chosen: BoardEntry;
  visitsOf: (entry: BoardEntry) => VisitSummary[];
  choose: (entry: BoardEntry) => void;
}) {
  const { t } = useTranslation('board');
  const nameOf = useBundleName();
  const inDays = useDaysWords();
  const inWords = useVerdictWords('');
  return (
    <fieldset className="board-entries">
      <legend className="visually-hidden">{t('choose')}</legend>
      {props.entries.map((entry) => (
        <Button
          key={entry.claim?.id ?? entry.bundle.visitIds.join()}
          aria-pressed={entry === props.chosen}
          className={entry === props.chosen ? 'board-entry board-entry-chosen' : 'board-entry'}
          onClick={() => props.choose(entry)}
        >
          <i className={`board-mark board-mark-${toneOf(judgedOf(entry))}`} aria-hidden />
          {nameOf(entry, props.visitsOf(entry))} · {inWords(judgedOf(entry)).short}
          {isPreparing(entry) && entry.deadline?.daysLeft != null && ` · ${inDays(entry.deadline.daysLeft)}`}
        </Button>
      ))}
    </fieldset>
  );
}
