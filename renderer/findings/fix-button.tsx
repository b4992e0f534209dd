// The button of a finding: does it on the spot where that is possible, else goes to the very place.

import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/rules/finding.ts';
import { readAmount } from '../screens/visits/visit-draft.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { asksToLook, LookAtPage } from './look-at-page.tsx';
import { remedyAddress, type Surroundings } from './remedy-address.ts';
import { asksPrintedTotal, type Fix, fixesOf, useFix } from './use-fix.ts';

type Props = {
  findings: readonly [Finding, ...Finding[]];
  around: Surroundings;
  /** The sentence it belongs to, for those who hear the screen. */
  about: string;
  primary: boolean;
  split: (() => void) | undefined;
};

function PrintedTotal({ finding, about }: { finding: Finding; about: string }) {
  const { t } = useTranslation('board');
  const { setPrintedTotal } = useFix();
  const [typed, setTyped] = useState('');
  const amount = readAmount(typed);
  return (
    <form
      className="board-printed"
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof amount === 'number') void setPrintedTotal(finding, amount);
      }}
    >
      <Input
        aria-label={`${t('printed')}: ${about}`}
        placeholder={t('printed')}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        {...(typeof amount === 'object' ? { status: 'error' as const } : {})}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button htmlType="submit" disabled={typeof amount !== 'number'}>
        {t('printedSave')}
      </Button>
    </form>
  );
}

export function FixButton({ findings, around, about, primary, split }: Props) {
  const { t } = useTranslation('board');
  const { fix } = useFix();
  const [busy, setBusy] = useState<Fix>();
  const [first] = findings;
  const type = primary ? 'primary' : 'default';
  const { action } = first.remedy;
  const fixes = fixesOf(first);
  const labels: Record<Fix, string> = {
    stamped: t('act.confirm-stamp'),
    'not-stamped': t('stampMissing'),
    copied: t('act.confirm-copies'),
    'original-here': t('originalHere'),
    'original-back': t('originalBack'),
  };
  const label = (text: string) => (findings.length > 1 ? t('all', { action: text }) : text);
  const run = async (wanted: Fix) => {
    setBusy(wanted);
    await fix(wanted, findings);
    setBusy(undefined);
  };
  if (asksPrintedTotal(first) && findings.length === 1) return <PrintedTotal finding={first} about={about} />;
  if (fixes.length > 0)
    return (
      <>
        {fixes.map((one, at) => (
          <Button
            key={one}
            type={at === 0 ? type : 'text'}
            loading={busy === one}
            aria-label={`${label(labels[one])}: ${about}`}
            onClick={() => void run(one)}
          >
            {label(labels[one])}
          </Button>
        ))}
      </>
    );
  if (action === 'split-claim' && split)
    return (
      <Button type={type} aria-label={`${t('act.split-claim')}: ${about}`} onClick={split}>
        {t('act.split-claim')}
      </Button>
    );
  const to = remedyAddress(first, around);
  if (!to) return null;
  return (
    <>
      <LinkButton to={to} type={type} aria-label={`${t(`act.${action}`)}: ${about}`}>
        {t(`act.${action}`)}
      </LinkButton>
      {asksToLook(first) && findings.length === 1 ? <LookAtPage finding={first} about={about} /> : null}
    </>
  );
}
