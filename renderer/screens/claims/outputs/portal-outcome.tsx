// What came of the files for a portal: the files, what every page costs, or by how much it does not fit and because of what.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PortalShortage } from '../../../packet/portal/shortages.ts';
import type { PortalOutcome } from '../../../packet-press/output-messages.ts';
import { sayFileSize } from '../../../papers/file-size.ts';

type Save = (name: string, bytes: Blob) => Promise<void>;

/** A limit counts a megabyte as 1,000,000 bytes, so the sizes held against it are said the same way. */
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000).toLocaleString('en')} KB`;

function useShortageWords() {
  const { t } = useTranslation(['outputs', 'portal']);
  return (one: PortalShortage): string[] => {
    if (one.why === 'too-many-files') {
      const { slot, files, limit, beyond } = one;
      return [
        slot
          ? t('portal:tooManyInSlot', { slot, files, limit })
          : t('outputs:files.tooMany', { files, limit }),
        t('portal:beyond', { names: beyond.join(' · ') }),
      ];
    }
    const { what, bytes, limit, over, pages } = one;
    const named = pages.map(({ date, paper, bytes: own }) => `${date} ${paper} ${kilobytes(own)}`);
    return [
      t('outputs:files.tooLarge', {
        what,
        bytes: kilobytes(bytes),
        limit: kilobytes(limit),
        over: kilobytes(over),
      }),
      ...(named.length > 0 ? [t('portal:heaviest', { pages: named.join(' · ') })] : []),
    ];
  };
}

function Shortages({ shortages }: { shortages: PortalShortage[] }) {
  const { t } = useTranslation('outputs');
  const inWords = useShortageWords();
  return (
    <div role="alert" className="outputs-short">
      <strong>{t('files.over')}</strong>
      <ul>
        {shortages.map((one) => {
          const [first, ...rest] = inWords(one);
          return (
            <li key={first}>
              {first}
              {rest.map((line) => (
                <p key={line} className="small">
                  {line}
                </p>
              ))}
            </li>
          );
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

export function Outcome({ outcome, name, onSave }: { outcome: PortalOutcome; name: string; onSave: Save }) {
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
