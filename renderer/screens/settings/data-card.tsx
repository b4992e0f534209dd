// Where the data is, and whether every stored scan is still what was put in.

import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/calls.ts';
import { call } from '../../client.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { useExplain } from '../../shell/problem.tsx';

/** Bytes as people read them: 812 KB, 3.4 MB, 1.2 GB (powers of 1000, as file managers show them). */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

function CheckResult({ result }: { result: CallOutput<'vault.check'> }) {
  const { t } = useTranslation('settings');
  if (result.ok)
    return (
      <Alert
        type="success"
        showIcon
        title={t('checkGood', { scans: result.scans, size: sizeInWords(result.bytes) })}
      />
    );
  return (
    <Alert
      type="error"
      showIcon
      title={t('checkBad', { count: result.troubles.length })}
      description={
        <ul>
          {result.troubles.map((trouble) => (
            <li key={trouble}>{trouble}</li>
          ))}
        </ul>
      }
    />
  );
}

function useCheck() {
  const explain = useExplain();
  const [running, setRunning] = useState(false);
  const [result, setResult] = useState<CallOutput<'vault.check'>>();
  const check = async () => {
    setRunning(true);
    setResult(undefined);
    try {
      setResult(await call('vault.check', {}));
    } catch (error) {
      explain(error);
    } finally {
      setRunning(false);
    }
  };
  return { check, running, result };
}

export function DataCard({ vault, writable }: { vault: string; writable: boolean }) {
  const { t } = useTranslation(['settings', 'trash']);
  const { message } = App.useApp();
  const { check, running, result } = useCheck();
  const copy = () => navigator.clipboard.writeText(vault).then(() => message.success(t('copied')));
  return (
    <section className="card">
      <h2>{t('data')}</h2>
      <div className="setting">
        <div>
          <div>{t('where')}</div>
          <div className="vault-path">{vault}</div>
          <div className="muted small">{writable ? t('backupWhy') : t('readOnly')}</div>
        </div>
        <Button onClick={copy}>{t('copy')}</Button>
      </div>
      <div className="setting">
        <div>
          <div>{t('trash:title')}</div>
          <div className="muted small">{t('trash:why')}</div>
        </div>
        <LinkButton to="/inbox/removed">{t('trash:look')}</LinkButton>
      </div>
      <div className="setting">
        <div>
          <div>{t('check')}</div>
          <div className="muted small">{t('checkWhy')}</div>
        </div>
        <Button onClick={check} loading={running}>
          {running ? t('checking') : t('check')}
        </Button>
      </div>
      <div aria-live="polite">{result && <CheckResult result={result} />}</div>
    </section>
  );
}
