// The packet before it is saved: pages at the left, one page large, at the right what was checked.

import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Progress, Segmented, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { PacketPageOfClaim } from '../../../shared/packet-pages.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import type { PacketBench, ShownPacket } from '../../packet-press/use-packet.ts';
import { PageEditor } from '../../papers/page-editor/page-editor.tsx';
import { PacketProblem } from './packet-problem.tsx';
import { PageList } from './page-list.tsx';
import { LeftOutPages, PageMenu } from './page-menu.tsx';
import { usePageNames } from './page-names.ts';
import { sectionAt, sectionsOf } from './page-sections.ts';
import { PageStage, type Zoom, zooms } from './page-stage.tsx';
import { problemPlace } from './problem-place.ts';
import { ProofPanel } from './proof-panel.tsx';
import { usePageArrangement } from './use-page-arrangement.tsx';
import { usePageKeys } from './use-page-keys.ts';

function Working({ bench }: { bench: PacketBench }) {
  const { t } = useTranslation(['claims', 'common']);
  const { progress, working, cancelled } = bench;
  if (cancelled)
    return (
      <div className="packet-working">
        <span>{t('claims:preview.cancelled')}</span>
        <Button onClick={bench.again}>{t('claims:preview.again')}</Button>
      </div>
    );
  if (!working) return null;
  const step = progress?.step === 'checking' ? 'claims:preview.checking' : 'claims:preview.buildingPages';
  const text = progress ? t(step, progress) : t('claims:preview.waiting');
  const percent = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0;
  return (
    <div className="packet-working">
      <span>{text}</span>
      <Progress
        percent={percent}
        showInfo={false}
        size="small"
        strokeColor="var(--accent)"
        aria-label={text}
      />
      <Button onClick={bench.cancel}>{t('common:cancel')}</Button>
    </div>
  );
}

type ViewProps = { packet: ShownPacket; bench: PacketBench; plan: PacketPlan; claimId: string };

function Toolbar({
  page,
  pages,
  onPage,
  zoom,
  onZoom,
  jump,
  menu,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  jump: React.ReactNode;
  menu: React.ReactNode;
}) {
  const { t } = useTranslation('claims');
  return (
    <div className="page-toolbar">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('preview.previous')}
        title={t('preview.previous')}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <span className="page-position" role="status">
        <span aria-hidden="true">{t('preview.positionShort', { page, pages })}</span>
        <span className="visually-hidden">{t('preview.position', { page, pages })}</span>
      </span>
      <Button
        icon={<RightOutlined />}
        aria-label={t('preview.next')}
        title={t('preview.next')}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
      {jump}
      {menu}
      <Segmented<Zoom>
        className="page-zoom"
        aria-label={t('preview.zoom')}
        value={zoom}
        onChange={onZoom}
        options={zooms.map((value) => ({ value, label: t(`preview.${value}`) }))}
      />
    </div>
  );
}

/** A page that was moved or edited stays in sight when the packet comes back; of one that was cut in two the first half. */
function useFollow({
  pages,
  page,
  onPage,
}: {
  pages: PressPage[];
  page: PressPage | undefined;
  onPage: (page: number) => void;
}) {
  const last = useRef({ pages, page });
  useEffect(() => {
    const { pages: before, page: seen } = last.current;
    last.current = { pages, page };
    if (before === pages || !seen?.source) return;
    const alike = pages.filter(
      ({ source, visit, paper }) =>
        visit === seen.visit &&
        paper === seen.paper &&
        source?.scan === seen.source?.scan &&
        source?.page === seen.source?.page,
    );
    const same = alike.find(({ source }) => source?.edit?.text === seen.source?.edit?.text) ?? alike[0];
    if (same) onPage(same.number);
  }, [pages, page, onPage]);
}

function PacketView({ packet, bench, plan, claimId }: ViewProps) {
  const { t } = useTranslation(['claims', 'domain']);
  const { pages, press } = packet;
  const [wanted, setWanted] = useState(1);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const sections = useMemo(() => sectionsOf(pages, packet.plan.order), [pages, packet.plan.order]);
  const names = usePageNames(packet.plan);
  const number = Math.min(Math.max(1, wanted), pages.length);
  const page = pages[number - 1];
  // A supplement holds what the office asked for, in its own order.
  const arrangement = usePageArrangement(claimId, packet.plan.supplement === undefined);
  const at = arrangement?.placeOf(page) ?? -1;
  const shown = arrangement?.pages[at];
  const [edited, setEdited] = useState<PacketPageOfClaim | null>(null);
  const edit = arrangement && shown ? () => setEdited(shown) : undefined;
  useFollow({ pages, page, onPage: setWanted });
  usePageKeys({ page: number, pages: pages.length, onPage: setWanted, free: zoom === 'fit', onEdit: edit });
  const stale = bench.working && packet.plan !== plan;
  const name = page ? t('claims:preview.pageName', { page: number, name: names.ofPage(page) }) : '';
  const jump = (
    <Select
      className="page-jump"
      aria-label={t('claims:preview.jump')}
      value={String(sectionAt(sections, number))}
      onChange={(at) => setWanted(sections[Number(at)]?.pages[0]?.number ?? 1)}
      options={sections.map((section, at) => ({ value: String(at), label: names.ofSection(section) }))}
    />
  );
  return (
    <div className="packet-view">
      <PageList
        press={press}
        sections={sections}
        current={number}
        onPick={setWanted}
        names={names}
        arrangement={arrangement}
      />
      <div className="packet-middle">
        <Toolbar
          page={number}
          pages={pages.length}
          onPage={setWanted}
          zoom={zoom}
          onZoom={setZoom}
          jump={jump}
          menu={arrangement ? <PageMenu arrangement={arrangement} at={at} onEdit={() => edit?.()} /> : null}
        />
        <PageStage press={press} page={number} pages={pages.length} zoom={zoom} name={name}>
          {stale ? <p className="packet-stale">{t('claims:preview.stale')}</p> : null}
        </PageStage>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="packet-side" tabIndex={0} aria-label={t('claims:checks.label')}>
        <ProofPanel
          packet={packet}
          working={bench.working || bench.cancelled}
          nameOf={names.ofPage}
          onPick={setWanted}
        />
        <Working bench={bench} />
        {arrangement ? <LeftOutPages arrangement={arrangement} /> : null}
      </section>
      {edited && arrangement ? (
        <PageEditor
          title={edited.title || t(`domain:paper.${edited.kind}`)}
          page={edited}
          onClose={() => setEdited(null)}
          onSave={(versions) => {
            setEdited(null);
            void arrangement.edit(edited, versions);
          }}
        />
      ) : null}
    </div>
  );
}

export function PacketPreview({
  detail,
  bench,
  plan,
}: {
  detail: ClaimDetail;
  bench: PacketBench;
  plan: PacketPlan;
}) {
  const { t } = useTranslation('claims');
  const { problem, shown } = bench;
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (problem) {
    const place = problemPlace(problem, plan, detail.claim);
    const label = place?.kind === 'paper' ? t('preview.openPaper') : t('preview.openPerson');
    return (
      <div className="packet-alone">
        <PacketProblem
          problem={problem}
          place={place ? { label, to: place.to } : undefined}
          onAgain={bench.again}
        />
      </div>
    );
  }
  if (shown) return <PacketView packet={shown} bench={bench} plan={plan} claimId={detail.claim.id} />;
  return <div className="packet-alone">{waited || bench.cancelled ? <Working bench={bench} /> : null}</div>;
}
