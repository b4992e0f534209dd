// Files for a web portal: what the site takes, what came of it page by page, or by how much it does not fit.

import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketPlan } from '../../../../shared/packet-plan.ts';
import type { PortalShortage } from '../../../packet/portal/plan-portal.ts';
import { portalProfiles } from '../../../packet/portal/profile.ts';
import type { PortalOutcome } from '../../../packet-press/output-messages.ts';
import { useOutput } from '../../../packet-press/use-output.ts';
import { sayFileSize } from '../file-size.ts';
import { useHandOver } from './use-hand-over.ts';

type Save = (name: string, bytes: Blob) => Promise<void>;

/** A limit counts a megabyte as 1,000,000 bytes, so the sizes held against it are said the same way. */
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000).toLocaleString('en')} KB`;

function Shortages({ shortages }: { shortages: PortalShortage[] }) {
  const { t } = useTranslation('outputs');
  return (
    <div role="alert" className="outputs-short">
      <strong>{t('files.over')}</strong>
      <ul>
        {shortages.map((one) => {
          const line =
            one.why === 'too-many-files'
              ? t('files.tooMany', { files: one.files, limit: one.limit })
              : t('files.tooLarge', {
                  what: one.what,
                  bytes: kilobytes(one.bytes),
                  limit: kilobytes(one.limit),
                  over: kilobytes(one.over),
                });
          return <li key={line}>{line}</li>;
        })}
      </ul>
    </div>
  );
}

function Files({ files, onSave }: { files: PortalOutcome['files']; onSave: Save }) {
  const { t } = useTranslation('outputs');
  return (
    <table className="outputs-table">
      <thead>
        <tr>
          <th>{t('files.file')}</th>
          <th>{t('files.size')}</th>
          <th>{t('files.pages')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, pages, bytes }) => (
          <tr key={name}>
            <td>
              <button
                type="button"
                className="outputs-file"
                aria-label={t('files.saveOne', { file: name })}
                onClick={() => void onSave(name, bytes)}
              >
                {name}
              </button>
            </td>
            <td>{sayFileSize(bytes.size)}</td>
            <td>{pages}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rows({ rows }: { rows: PortalOutcome['rows'] }) {
  const { t } = useTranslation('outputs');
  return (
    <details className="outputs-rows">
      <summary>{t('files.pageTable')}</summary>
      <table className="outputs-table">
        <thead>
          <tr>
            <th>{t('files.paper')}</th>
            <th>{t('files.size')}</th>
            <th>{t('files.pixels')}</th>
            <th>{t('files.print')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same page may stand here twice.
            <tr key={at} data-below={row.belowFloor || undefined}>
              <td>
                {row.date} {row.paper} · {row.file} {row.page}
              </td>
              <td>{sayFileSize(row.bytes)}</td>
              <td>{row.quality === null ? t('files.kept') : row.edge}</td>
              <td>
                {row.belowFloor ? t('files.unclear') : t('files.readable')}
                {row.printPixels === null ? '' : ` · ${t('files.printPixels', { count: row.printPixels })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Outcome({ outcome, name, onSave }: { outcome: PortalOutcome; name: string; onSave: Save }) {
  const { t } = useTranslation('outputs');
  const { files, rows, shortages, all } = outcome;
  const below = new Set(
    rows.filter(({ belowFloor }) => belowFloor).map(({ date, file, page }) => `${date}/${file}/${page}`),
  ).size;
  return (
    <div className="outputs-outcome">
      {shortages.length > 0 ? <Shortages shortages={shortages} /> : null}
      {below > 0 ? <p className="outputs-below">{t('files.below', { count: below })}</p> : null}
      {files.length > 0 ? (
        <>
          <div className="outputs-acts">
            <strong role="status">{t('files.fits', { count: files.length })}</strong>
            <Button type="primary" onClick={() => void onSave(name, all)}>
              {t('files.saveAll')}
            </Button>
          </div>
          <Files files={files} onSave={onSave} />
        </>
      ) : null}
      <Rows rows={rows} />
    </div>
  );
}

type Props = { claimId: string; number: string; readPlan: () => Promise<PacketPlan> };

export function PortalCard({ claimId, number, readPlan }: Props) {
  const { t, i18n } = useTranslation('outputs');
  const [id, setId] = useState(portalProfiles[0]?.id ?? '');
  const bench = useOutput<'portal'>();
  const { attempt, save } = useHandOver(claimId);
  const profile = portalProfiles.find((one) => one.id === id);
  const titleOf = ({ title, id: own }: (typeof portalProfiles)[number]) =>
    title[i18n.language as 'en'] ?? Object.values(title)[0] ?? own;
  const make = () =>
    attempt(async () => {
      if (profile) await bench.make({ type: 'portal', plan: await readPlan(), profile });
    });
  return (
    <section className="outputs-card" aria-label={t('files.portal')}>
      <h3>{t('files.portal')}</h3>
      <p className="muted">{t('files.portalWhat')}</p>
      <div className="outputs-acts">
        <Select
          className="outputs-profile"
          aria-label={t('files.profile')}
          value={id}
          onChange={setId}
          disabled={bench.working}
          options={portalProfiles.map((one) => ({ value: one.id, label: titleOf(one) }))}
        />
        {bench.working ? (
          <>
            <span role="status">{t('files.measuring', bench.progress ?? { done: 0, total: '…' })}</span>
            <Button onClick={bench.cancel}>{t('files.cancel')}</Button>
          </>
        ) : (
          <Button onClick={() => void make()}>{t('files.make')}</Button>
        )}
      </div>
      {profile?.source === 'design' ? <p className="muted small">{t('files.design')}</p> : null}
      {bench.result ? <Outcome outcome={bench.result} name={`${number}-${id}.zip`} onSave={save} /> : null}
    </section>
  );
}

export function TwinCard({ claimId, number, readPlan }: Props) {
  const { t } = useTranslation('outputs');
  const bench = useOutput<'twin'>();
  const { attempt, save } = useHandOver(claimId);
  const make = () =>
    attempt(async () => save(`${number}.zip`, await bench.make({ type: 'twin', plan: await readPlan() })));
  return (
    <section className="outputs-card" aria-label={t('files.zip')}>
      <h3>{t('files.zip')}</h3>
      <p className="muted">{t('files.zipWhat')}</p>
      <div className="outputs-acts">
        <Button loading={bench.working} onClick={() => void make()}>
          {t('files.zipSave')}
        </Button>
        {bench.working ? (
          <>
            <span role="status">{t('files.zipMaking', bench.progress ?? { done: 0, total: '…' })}</span>
            <Button onClick={bench.cancel}>{t('files.cancel')}</Button>
          </>
        ) : null}
      </div>
    </section>
  );
}
