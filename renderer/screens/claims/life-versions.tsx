// Every version that was handed in: its day, its sum, the packet that was kept, and what changed since the one before.

import { useTranslation } from 'react-i18next';
import { keptPacketAddress } from '../../../shared/addresses.ts';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { ClaimVersion, FrozenPaper, PaperDifference } from '../../../shared/claim-life.ts';
import type { PaperPage } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useCall } from '../../client.ts';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { useDay } from '../../shell/day.ts';

type FirstPage = (difference: PaperDifference) => PaperPage | null;

const isSame = (paper: Pick<FrozenPaper, 'visitId' | 'kind' | 'title'>, other: PaperDifference): boolean =>
  paper.visitId === other.visitId && paper.kind === other.kind && paper.title === other.title;

const frozenPage =
  (papers: readonly FrozenPaper[]): FirstPage =>
  (difference) =>
    papers.find((paper) => isSame(paper, difference))?.pages[0] ?? null;

function Differences({
  differences,
  firstPage,
}: {
  differences: readonly PaperDifference[];
  firstPage: FirstPage;
}) {
  const { t } = useTranslation(['life', 'domain']);
  return (
    <ul className="life-differences">
      {differences.map((one) => {
        const page = firstPage(one);
        const name = one.title || t(`domain:paper.${one.kind}`);
        return (
          <li key={`${one.change} ${one.visitId} ${one.kind} ${one.title}`} data-change={one.change}>
            <span className="life-thumb">{page && <PageThumb page={page} edge={96} alt="" />}</span>
            <span>
              {name} <b>{t(`life:versions.change.${one.change}`)}</b>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Version({
  version,
  before,
  day,
}: {
  version: ClaimVersion;
  before: ClaimVersion | undefined;
  day: (date: string) => string;
}) {
  const { t } = useTranslation('life');
  const { manifest, packet, differences } = version;
  const now = frozenPage(manifest.papers);
  const earlier = frozenPage(before?.manifest.papers ?? []);
  return (
    <li className="life-version">
      <h3>{t('versions.one', { version: version.version, day: day(version.on) })}</h3>
      <p>
        {t('versions.sum', { papers: manifest.papers.length, total: formatYuan(manifest.totalFen, true) })}
      </p>
      <p className="muted small life-hash" title={packet?.sha256}>
        {packet ? (
          <a href={keptPacketAddress(packet.sha256)} download={`${manifest.number}-${version.version}.pdf`}>
            {t('versions.packet', { pages: packet.pageCount, hash: packet.sha256.slice(0, 16) })}
          </a>
        ) : (
          t('versions.noPacket')
        )}
      </p>
      {version.version === 1 ? (
        <p className="muted small">{t('versions.first')}</p>
      ) : differences.length === 0 ? (
        <p className="muted small">{t('versions.same')}</p>
      ) : (
        <Differences differences={differences} firstPage={(one) => now(one) ?? earlier(one)} />
      )}
    </li>
  );
}

export function LifeVersions({ detail, today }: { detail: ClaimDetail; today: string }) {
  const { t } = useTranslation('life');
  const day = useDay(today);
  const found = useCall('claim.versions', { id: detail.claim.id }).data;
  if (!found) return null;
  const { versions, since } = found;
  const last = frozenPage(versions.at(-1)?.manifest.papers ?? []);
  const present: FirstPage = (one) =>
    detail.visits
      .find(({ id }) => id === one.visitId)
      ?.papers.find(({ kind, title }) => kind === one.kind && title === one.title)?.first ?? last(one);
  return (
    <section className="card">
      <h2>{t('versions.title')}</h2>
      {versions.length === 0 && <p className="muted">{t('versions.none')}</p>}
      {since.length > 0 && (
        <>
          <h3>{t('versions.since')}</h3>
          <Differences differences={since} firstPage={present} />
        </>
      )}
      <ol className="life-versions" reversed>
        {[...versions].reverse().map((version) => (
          <Version
            key={version.eventId}
            version={version}
            before={versions.find((one) => one.version === version.version - 1)}
            day={day}
          />
        ))}
      </ol>
    </section>
  );
}
