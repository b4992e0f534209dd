// "More outputs": a side sheet with what a claim can give beside its packet, and what is chosen for the packet.

import { Button, Drawer, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/calls.ts';
import type { ClaimOptions } from '../../../../shared/claim-options-calls.ts';
import type { Claim } from '../../../../shared/domain.ts';
import type { PacketPlan } from '../../../../shared/packet-plan.ts';
import { useAct, useCall } from '../../../client.ts';
import type { SheetKind } from '../../../packet/sheets/sheet-document.ts';
import { useAskUnsaved } from '../../../shell/unsaved.tsx';
import { PacketForm } from './packet-form.tsx';
import { PortalCard } from './portal-card.tsx';
import { SheetCard } from './sheet-card.tsx';
import { TwinCard } from './twin-card.tsx';
import { useHandOver } from './use-hand-over.ts';
import { UsualQuestion } from './usual-question.tsx';
import './outputs.css';

const parts = ['sheets', 'files', 'packet'] as const;
type Part = (typeof parts)[number];
/** In the order of use: the person who goes there first. */
const kinds: readonly SheetKind[] = ['counter', 'paste', 'n-up', 'checklist'];

/** What was chosen, shown at once and kept; one wish after the other, so that the last one stands. */
function useOptions(claimId: string, options: ClaimOptions) {
  const [shown, setShown] = useState(options);
  const { mutateAsync } = useAct('claim.set-options');
  const { attempt } = useHandOver();
  const [queue] = useState({ last: Promise.resolve(), waiting: 0 });
  // What was taken back elsewhere shows here, but no older answer steps in front of a newer wish.
  useEffect(() => {
    if (queue.waiting === 0) setShown(options);
  }, [options, queue]);
  const change = (wanted: ClaimOptions) => {
    setShown(wanted);
    queue.waiting += 1;
    queue.last = queue.last.then(() =>
      attempt(async () => {
        await mutateAsync({ id: claimId, options: wanted }).finally(() => {
          queue.waiting -= 1;
        });
      }),
    );
  };
  return { shown, change };
}

type Props = { claim: Claim; readPlan: () => Promise<PacketPlan> };

/** Told whether a form holds what is not saved. */
export type OnTyped = (typed: boolean) => void;
type PartsProps = Props & { options: CallOutput<'claim.options'>; typed: boolean; onTyped: OnTyped };

function Parts({ claim, readPlan, options, typed, onTyped }: PartsProps) {
  const askUnsaved = useAskUnsaved(typed);
  const { t } = useTranslation('outputs');
  const [part, setPart] = useState<Part>('sheets');
  const { shown, change } = useOptions(claim.id, options);
  const shared = { number: claim.number, readPlan };
  return (
    <div className="outputs">
      <Segmented<Part>
        aria-label={t('parts.label')}
        value={part}
        onChange={(next) => askUnsaved(() => setPart(next))}
        options={parts.map((value) => ({ value, label: t(`parts.${value}`) }))}
      />
      {part === 'sheets' ? (
        <>
          <p className="muted">{t('sheets.intro')}</p>
          {kinds.map((kind) => (
            <SheetCard key={kind} kind={kind} readPlan={readPlan} options={shown} onOptions={change} />
          ))}
        </>
      ) : null}
      {part === 'files' ? (
        <>
          <PortalCard {...shared} onTyped={onTyped} />
          <TwinCard {...shared} />
        </>
      ) : null}
      {part === 'packet' ? (
        <>
          <PacketForm options={shown} onOptions={change} />
          <UsualQuestion claimId={claim.id} own={options.own} options={shown} />
        </>
      ) : null}
    </div>
  );
}

export function Outputs({ claim, readPlan, disabled }: Props & { disabled: boolean }) {
  const { t } = useTranslation('outputs');
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(false);
  const askUnsaved = useAskUnsaved(typed);
  const options = useCall('claim.options', { id: claim.id }, open).data;
  return (
    <>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Drawer
        title={t('title')}
        open={open}
        onClose={() => askUnsaved(() => setOpen(false))}
        mask={{ closable: !typed }}
        keyboard={!typed}
        size="min(46rem, 100vw)"
        destroyOnHidden
      >
        {open && options ? (
          <Parts
            key={claim.id}
            claim={claim}
            readPlan={readPlan}
            options={options}
            typed={typed}
            onTyped={setTyped}
          />
        ) : null}
      </Drawer>
    </>
  );
}
