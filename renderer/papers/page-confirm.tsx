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

/** `stands`: only which way up it lies was in question. */
export function useConfirmPage(): (page: PaperPage, confirmed: boolean, stands?: boolean) => Promise<void> {
  const { t } = useTranslation('files');
  const tell = useTellAndRefresh();
  return async (page, confirmed, stands = false) => {
    const noted = stands ? 'look.standsDone' : 'look.confirmDone';
    await tell(() => call('page.confirm', { page, confirmed }), t(confirmed ? noted : 'look.againDone'));
  };
}

type ConfirmProps = { page: PaperPage; said: PageConfirmation | undefined; stands: boolean };

/** `said`: what was said about the page as it is shown now; `stands`: only which way up it lies is in question. */
export function ConfirmPage({ page, said, stands }: ConfirmProps) {
  const { t } = useTranslation('files');
  const confirm = useConfirmPage();
  const day = useDay(useToday());
  const [busy, setBusy] = useState(false);
  const saidOn = said ? day(calendarDate(new Date(said.at))) : '';
  return (
    <div className="page-confirm">
      {said ? <span>{t(stands ? 'look.standsOn' : 'look.confirmedOn', { day: saidOn })}</span> : null}
      <Button
        loading={busy}
        onClick={async (event) => {
          // The card floats above a tile that is chosen by a click.
          event.stopPropagation();
          setBusy(true);
          await confirm(page, !said, stands);
          setBusy(false);
        }}
      >
        {t(said ? 'look.again' : stands ? 'look.stands' : 'look.confirm')}
      </Button>
    </div>
  );
}
