// What was read back from the finished bytes, as a list in words: green where it holds, red where it does not.

import { CheckOutlined, CloseOutlined, ExclamationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketCheck, PressPage } from '../../packet-press/press-messages.ts';
import type { ShownPacket } from '../../packet-press/use-packet.ts';
import { sayFileSize } from '../../papers/file-size.ts';
import { ProofPages } from './proof-pages.tsx';

function useCheckWords(): (check: PacketCheck) => string {
  const { t } = useTranslation('claims');
  return (check) => {
    const { name, passed, count, expected } = check;
    const pages = check.pages.join('、');
    const [amount = ''] = check.names;
    const told: Record<PacketCheck['name'], [passed: () => string, failed: () => string]> = {
      'page-count': [
        () => t('checks.pageCount', { count }),
        () => t('checks.pageCountFailed', { count, expected }),
      ],
      sources: [
        () => (count > 0 ? t('checks.sources', { count }) : t('checks.sourcesNone')),
        () => t('checks.sourcesFailed', { count }),
      ],
      blank: [
        () => (check.pages.length > 0 ? t('checks.blankSource', { pages }) : t('checks.blank')),
        () => t('checks.blankFailed', { pages }),
      ],
      alike: [() => t('checks.alike', { count }), () => t('checks.alikeFailed', { pages })],
      seals: [() => t('checks.seals', { count }), () => t('checks.sealsFailed', { pages })],
      texts: [() => t('checks.name'), () => t('checks.textsFailed', { names: check.names.join('、') })],
      archive: [
        () => t('checks.archive'),
        () => t('checks.archiveFailed', { names: check.names.join('、') }),
      ],
      coarse: [() => t('checks.coarse', { pages }), () => t('checks.coarse', { pages })],
      drawn: [() => t('checks.drawn', { pages }), () => t('checks.drawn', { pages })],
      unseen: [() => t('checks.unseen', { pages }), () => t('checks.unseen', { pages })],
      'person-name': [() => t('checks.name'), () => t('checks.nameFailed')],
      hospital: [
        () => t('checks.hospital'),
        () => t('checks.hospitalFailed', { names: check.names.join('、') }),
      ],
      total: [() => t('checks.total', { amount }), () => t('checks.totalFailed', { amount })],
      capitals: [() => t('checks.capitals', { capitals: amount }), () => t('checks.capitalsFailed')],
      'left-out': [
        () => t('checks.leftOut', { count }),
        () => t('checks.leftOutFailed', { names: check.names.join('、') }),
      ],
      gaps: [() => t('checks.gaps', { count }), () => t('checks.gaps', { count })],
    };
    return told[name][passed ? 0 : 1]();
  };
}

/** What holds, and is still worth a look. */
const listed: readonly PacketCheck['name'][] = ['coarse', 'drawn', 'unseen', 'gaps', 'left-out'];

function Mark({ check }: { check: PacketCheck }) {
  if (!check.passed) return <CloseOutlined className="proof-mark proof-mark-failed" />;
  if (listed.includes(check.name)) return <ExclamationOutlined className="proof-mark proof-mark-advice" />;
  return <CheckOutlined className="proof-mark" />;
}

type Props = {
  packet: ShownPacket;
  working: boolean;
  nameOf: (page: PressPage) => string;
  onPick: (page: number) => void;
};

export function ProofPanel({ packet, working, nameOf, onPick }: Props) {
  const { t } = useTranslation('claims');
  const inWords = useCheckWords();
  const { checked } = packet;
  const [looking, setLooking] = useState(false);
  const failed = checked?.checks.some(({ passed }) => !passed) ?? false;
  const gaps = checked?.checks.some(({ name }) => name === 'gaps') ?? false;
  const said = gaps ? t('checks.doneWithGaps') : t('checks.done');
  const seconds = ((packet.milliseconds + (checked?.milliseconds ?? 0)) / 1000).toFixed(1);
  return (
    <aside className="card proof" aria-busy={working}>
      <h2 className={failed ? 'proof-failed' : ''} aria-live="polite">
        {checked && !working ? (failed ? t('checks.failed') : said) : t('checks.running')}
      </h2>
      <ul className="proof-list">
        {checked?.checks.map((check) => (
          <li key={check.name}>
            <Mark check={check} />
            <span>{inWords(check)}</span>
          </li>
        ))}
      </ul>
      {checked && !working ? (
        <Button className="proof-look" onClick={() => setLooking(true)}>
          {t('checks.look')}
        </Button>
      ) : null}
      {checked && looking ? (
        <ProofPages
          packet={packet}
          checked={checked}
          nameOf={nameOf}
          onPick={(page) => {
            setLooking(false);
            onPick(page);
          }}
          onClose={() => setLooking(false)}
        />
      ) : null}
      <p className="muted small">{t('checks.size', { size: sayFileSize(packet.pdf.size) })}</p>
      {checked ? <p className="muted small">{t('checks.took', { seconds })}</p> : null}
    </aside>
  );
}
