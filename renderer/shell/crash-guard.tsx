// Catches a screen that throws while it is drawn: says that the data is safe and offers a way on, never a blank window.

import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { children: ReactNode };
type State = { error: unknown };

export class CrashGuard extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Crash error={this.state.error} retry={() => this.setState({ error: undefined })} />;
  }
}

function Crash({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('common');
  const goHome = () => {
    window.location.hash = '#/';
    retry();
  };
  return (
    <section className="crash" role="alert">
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.text')}</p>
      <div className="crash-actions">
        <Button type="primary" onClick={retry}>
          {t('retry')}
        </Button>
        <Button onClick={goHome}>{t('crash.home')}</Button>
      </div>
      <details>
        <summary>{t('crash.detail')}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </section>
  );
}
