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
import type { Life } from './claim-life.tsx';

type FirstPage = (difference: PaperDifference) => PaperPage | null;

const isSame = (paper: Pick<FrozenPaper, 'visitId' | 'kind' | 'title'>, other: PaperDifference): boolean =>
  paper.visitId === other.visitId && paper.kind === other.kind && paper.title === other.title;

const frozenPage =
  (papers: readonly FrozenPaper[]): FirstPage =>
  (difference) =>
    papers.find((paper) => isSame(paper, difference))?.pages[0] ?? null;

const isSamePage = (one: PaperPage, other: PaperPage): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The page as it was and as it is; only one of them where the paper is new, gone, or changed further behind. */
function Pictures({ before, after }: { before: PaperPage | null; after: PaperPage | null }) {
  const { t } = useTranslation('life');
  const both = before && after && !isSamePage(before, after);
  const single = after ?? before;
  const thumb = (page: PaperPage, alt: string) => (
    <span className="life-thumb">
      <PageThumb page={page} edge={96} alt={alt} />
    </span>
  );
  if (!both) return single && thumb(single, '');
  return (
    <span className="life-pair">
      {thumb(before, t('versions.before'))}
      <span aria-hidden="true">→</span>
      {thumb(after, t('versions.after'))}
    </span>
  );
}

type DifferencesProps = {
  differences: readonly PaperDifference[];
  before: FirstPage;
  after: FirstPage;
  visitName: (visitId: string) => string;
};

function Differences({ differences, before, after, visitName }: DifferencesProps) {
  const { t } = useTranslation(['life', 'domain']);
  return (
    <ul className="life-differences">
      {differences.map((one) => (
        <li key={`${one.change} ${one.visitId} ${one.kind} ${one.title}`} data-change={one.change}>
          <Pictures
            before={one.change === 'added' ? null : before(one)}
            after={one.change === 'removed' ? null : after(one)}
          />
          <span>
            {one.title || t(`domain:paper.${one.kind}`)} <b>{t(`life:versions.change.${one.change}`)}</b>
            <span className="muted small life-difference-visit">{visitName(one.visitId)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

type VersionProps = {
  version: ClaimVersion;
  before: ClaimVersion | undefined;
  supplement: boolean;
  day: (date: string) => string;
};

const nameVisit =
  ({ visits }: ClaimVersion['manifest'], day: VersionProps['day']) =>
  (id: string): string => {
    const visit = visits.find(({ visitId }) => visitId === id);
    return visit ? `${day(visit.date)} · ${visit.hospital}` : '';
  };

function Version({ version, before, supplement, day }: VersionProps) {
  const { t } = useTranslation('life');
  const { manifest, packet, differences } = version;
  const inNow = nameVisit(manifest, day);
  const inEarlier = before ? nameVisit(before.manifest, day) : inNow;
  return (
    <li className="life-version">
      <h3>
        {t('versions.one', { version: version.version, day: day(version.on) })}{' '}
        {supplement && <span className="tag tag-advice">{t('versions.supplementOf')}</span>}
      </h3>
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
        <Differences
          differences={differences}
          before={frozenPage(before?.manifest.papers ?? [])}
          after={frozenPage(manifest.papers)}
          visitName={(id) => inNow(id) || inEarlier(id)}
        />
      )}
    </li>
  );
}

type Props = { detail: ClaimDetail; life: Life; today: string };

export function LifeVersions({ detail, life, today }: Props) {
  const { t } = useTranslation('life');
  const day = useDay(today);
  const found = useCall('claim.versions', { id: detail.claim.id }).data;
  if (!found) return null;
  const { versions, since } = found;
  const last = versions.at(-1);
  const inLast = last ? nameVisit(last.manifest, day) : () => '';
  const present: FirstPage = (one) =>
    detail.visits
      .find(({ id }) => id === one.visitId)
      ?.papers.find(({ kind, title }) => kind === one.kind && title === one.title)?.first ?? null;
  const visitName = (id: string) => {
    const visit = detail.visits.find((one) => one.id === id);
    return visit ? `${day(visit.date)} · ${visit.hospital}` : inLast(id);
  };
  const stepOf = new Map(life.events.map(({ id, step }) => [id, step]));
  return (
    <section className="card">
      <h2>{t('versions.title')}</h2>
      {versions.length === 0 && <p className="muted">{t('versions.none')}</p>}
      {since.length > 0 && (
        <>
          <h3>{t('versions.since')}</h3>
          <Differences
            differences={since}
            before={frozenPage(last?.manifest.papers ?? [])}
            after={present}
            visitName={visitName}
          />
        </>
      )}
      <ol className="life-versions" reversed>
        {[...versions].reverse().map((version) => (
          <Version
            key={version.eventId}
            version={version}
            before={versions.find((one) => one.version === version.version - 1)}
            supplement={stepOf.get(version.eventId) === 'supplemented'}
            day={day}
          />
        ))}
      </ol>
    </section>
  );
}
