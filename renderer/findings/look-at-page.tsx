// The second act of a finding about a page: look at it here, large, and say that it can be read; or ask for the hint again.

import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperPage } from '../../shared/domain.ts';
import type { Finding, FindingCode } from '../../shared/rules/finding.ts';
import { useCall } from '../client.ts';
import { useConfirmPage } from '../papers/page-confirm.tsx';
import { PageThumb } from '../papers/page-thumb.tsx';

const codes: readonly FindingCode[] = ['scan-unreadable', 'scan-blank', 'scan-confirmed'];

export const asksToLook = ({ code, visitId, remedy }: Finding): boolean =>
  codes.includes(code) && visitId !== null && remedy.target !== '';

/** The page as its paper shows it; undefined when the paper has changed meanwhile. */
function useFoundPage({ visitId, remedy, params }: Finding): PaperPage | undefined {
  const { data } = useCall('visit.get', { id: visitId ?? '' }, visitId !== null);
  const found = data?.papers.find(({ id }) => id === remedy.target)?.pages[Number(params.page) - 1];
  return found?.scan === params.scan && found?.page === Number(params.scanPage) - 1 ? found : undefined;
}

export function LookAtPage({ finding, about }: { finding: Finding; about: string }) {
  const { t } = useTranslation('files');
  const page = useFoundPage(finding);
  const confirm = useConfirmPage();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!page) return null;
  const said = finding.code === 'scan-confirmed';
  const say = async (confirmed: boolean) => {
    setBusy(true);
    await confirm(page, confirmed);
    setBusy(false);
    setOpen(false);
  };
  const label = t(said ? 'look.again' : 'look.open');
  return (
    <>
      <Button
        type={said ? 'text' : 'default'}
        loading={said && busy}
        aria-label={`${label}: ${about}`}
        onClick={() => (said ? void say(false) : setOpen(true))}
      >
        {label}
      </Button>
      {open ? (
        <Modal
          open
          className="look-at-page"
          width="min(56rem, calc(100vw - 2rem))"
          style={{ top: '1rem' }}
          title={t('look.title')}
          okText={t('look.confirm')}
          cancelText={t('look.unsure')}
          confirmLoading={busy}
          onOk={() => say(true)}
          onCancel={() => setOpen(false)}
        >
          <p>{t('look.help')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className="look-at-page-sheet" tabIndex={0} aria-label={about}>
            <PageThumb page={page} edge={1600} alt="" />
          </section>
        </Modal>
      ) : null}
    </>
  );
}
