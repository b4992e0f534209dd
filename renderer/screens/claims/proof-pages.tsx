// Every page of the packet beside its original, with what was checked about it: the proof as a list with pictures.

import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Modal, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../../../shared/addresses.ts';
import { type PacketSource, wantedSources } from '../../../shared/packet-plan.ts';
import type { PlacedSource } from '../../../shared/packet-proof/manifest.ts';
import { THUMBNAIL_WIDTH } from '../../packet-press/check-packet.ts';
import type { CheckedPacket, Press } from '../../packet-press/press.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import type { ShownPacket } from '../../packet-press/use-packet.ts';
import { type PageProof, type PageVerdict, provePages } from './page-proof.ts';
import { PageThumbnail } from './page-thumbnail.tsx';
import './proof-pages.css';

const marks: Record<PageVerdict, React.ReactNode> = {
  holds: <CheckCircleFilled className="proof-mark" />,
  minds: <ExclamationCircleFilled className="proof-mark proof-mark-advice" />,
  fails: <CloseCircleFilled className="proof-mark proof-mark-failed" />,
};

/** True once the element has been near the sight: a long packet draws nothing that nobody looks at. */
function useSeen(element: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current || seen) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '400px' },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}

/** The picture of an original, turned as the packet has it. */
function Original({ placed, plan }: { placed: PlacedSource; plan: readonly PacketSource[] }) {
  const { t } = useTranslation('claims');
  const own = plan.find(
    ({ scan, page, edit, turn, extraTurn }) =>
      scan === placed.scan &&
      page === placed.page &&
      edit?.text === placed.edit?.text &&
      (turn + extraTurn) % 360 === placed.turn,
  );
  const from = t('checks.from', { file: placed.file, page: placed.page + 1 });
  return (
    <figure className="proof-picture">
      <img
        src={pictureAddress(placed.scan, placed.page, 2 * THUMBNAIL_WIDTH, own?.extraTurn, placed.edit?.text)}
        alt={from}
      />
      <figcaption>
        {t('checks.original')}
        <span className="muted">{from}</span>
      </figcaption>
    </figure>
  );
}

type RowProps = {
  proof: PageProof;
  press: Press;
  plan: readonly PacketSource[];
  name: string;
  onPick: (page: number) => void;
};

function ProofRow({ proof, press, plan, name, onPick }: RowProps) {
  const { t } = useTranslation('claims');
  const row = useRef<HTMLLIElement>(null);
  const seen = useSeen(row);
  const { page, sources, held, findings, notes, dpi, verdict } = proof;
  const title = t('checks.page', { page: page.number, name });
  return (
    <li className="proof-row" ref={row} data-verdict={verdict}>
      <div className="proof-pictures">
        <button
          type="button"
          className="proof-picture"
          onClick={() => onPick(page.number)}
          aria-label={title}
        >
          {seen ? <PageThumbnail press={press} page={page.number} /> : <span className="page-thumbnail" />}
          <span className="proof-caption">{t('checks.inPacket')}</span>
        </button>
        {seen
          ? sources.map((placed) => (
              <Original key={`${placed.scan}/${placed.page}`} placed={placed} plan={plan} />
            ))
          : null}
      </div>
      <div className="proof-says">
        <h3>
          {marks[verdict]} {title}
        </h3>
        {sources.length === 0 && page.kind !== 'gap' ? <p className="muted">{t('checks.own')}</p> : null}
        <ul>
          {findings.map(({ code, detail, fails, file }) => (
            <li key={`${code}${file}${detail}`} className={fails ? 'proof-failed' : 'proof-minded'}>
              {t(`checks.finding.${code}`, { detail })}
            </li>
          ))}
          {notes.map((note) => (
            <li key={note} className="proof-minded">
              {t(`checks.finding.${note}`)}
            </li>
          ))}
          {held.map((check) => (
            <li key={check} className="proof-held">
              {t(`checks.held.${check}`, { dpi })}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

type Props = {
  packet: ShownPacket;
  checked: CheckedPacket;
  nameOf: (page: PressPage) => string;
  onPick: (page: number) => void;
  onClose: () => void;
};

export function ProofPages({ packet, checked, nameOf, onPick, onClose }: Props) {
  const { t } = useTranslation('claims');
  const proofs = useMemo(() => provePages(packet.pages, checked), [packet.pages, checked]);
  const plan = useMemo(() => wantedSources(packet.plan), [packet.plan]);
  const minded = proofs.filter(({ verdict }) => verdict !== 'holds');
  const [wish, setWish] = useState<'all' | 'minded'>('all');
  const shown = wish === 'minded' ? minded : proofs;
  return (
    <Modal open title={t('checks.listTitle')} onCancel={onClose} footer={null} width="56rem" centered>
      <p className="muted">{t('checks.listHint')}</p>
      {minded.length > 0 ? (
        <Segmented
          aria-label={t('checks.listTitle')}
          value={wish}
          onChange={setWish}
          options={[
            { value: 'all' as const, label: t('checks.all', { count: proofs.length }) },
            { value: 'minded' as const, label: t('checks.minded', { count: minded.length }) },
          ]}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <ul className="proof-rows" tabIndex={0} aria-label={t('checks.listTitle')}>
        {shown.map((proof) => (
          <ProofRow
            key={proof.page.number}
            proof={proof}
            press={packet.press}
            plan={plan}
            name={nameOf(proof.page)}
            onPick={onPick}
          />
        ))}
      </ul>
    </Modal>
  );
}
