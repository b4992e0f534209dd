// A person's word about a page: looked at, it can be read; and taking that back, so that the hint is shown again.

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDate } from '../../shared/dates.ts';
import type { PaperPage } from '../../shared/domain.ts';
import type { PageConfirmation } from '../../shared/page-findings.ts';
import { call } from '../client.ts';
import { useDay } from '../shell/day.ts';
import { useTellAndRefresh } from '../shell/tell.ts';
import { useToday } from './today.ts';

export function useConfirmPage(): (page: PaperPage, confirmed: boolean) => Promise<void> {
  const { t } = useTranslation('files');
  const tell = useTellAndRefresh();
  return async (page, confirmed) => {
    await tell(
      () => call('page.confirm', { page, confirmed }),
      t(confirmed ? 'look.confirmDone' : 'look.againDone'),
    );
  };
}

/** `said`: what was said about the page as it is shown now. */
export function ConfirmPage({ page, said }: { page: PaperPage; said: PageConfirmation | undefined }) {
  const { t } = useTranslation('files');
  const confirm = useConfirmPage();
  const day = useDay(useToday());
  const [busy, setBusy] = useState(false);
  return (
    <div className="page-confirm">
      {said ? <span>{t('look.confirmedOn', { day: day(calendarDate(new Date(said.at))) })}</span> : null}
      <Button
        loading={busy}
        onClick={async (event) => {
          // The card floats above a tile that is chosen by a click.
          event.stopPropagation();
          setBusy(true);
          await confirm(page, !said);
          setBusy(false);
        }}
      >
        {t(said ? 'look.again' : 'look.confirm')}
      </Button>
    </div>
  );
}
