// Saving and printing the packet: asks first when something is missing, then waits for the checked bytes.

import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import { proofProblem } from '../../../shared/packet-proof/judge.ts';
import { Problem } from '../../../shared/problems.ts';
import { isGap } from '../../../shared/rules/finding.ts';
import { useCall } from '../../client.ts';
import { useFindingWords } from '../../findings/use-finding-words.ts';
import { finishLatest, type PacketBench, type ShownPacket } from '../../packet-press/use-packet.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useVisitName } from './claim-words.ts';
import { onSides, usePrintSheet } from './print-sheet.tsx';
import { printPacket, savePacket } from './save-packet.ts';
import type { EditClaim } from './use-claim-edit.ts';
import { useSendWatch } from './use-send-watch.tsx';

type Ask = (wish: {
  title: string;
  content: React.ReactNode;
  okText: string;
  cancelText: string;
}) => Promise<boolean>;

function useAsk(): Ask {
  const { modal } = App.useApp();
  return useCallback(
    (wish) =>
      Promise.resolve(modal.confirm({ ...wish, icon: null, width: '34rem' })).then((said) => said === true),
    [modal],
  );
}

const LISTED = 6;

/** What is missing, visit by visit, so that a person can decide. */
function Missing({ detail }: { detail: ClaimDetail }) {
  const { t } = useTranslation('claims');
  const inWords = useFindingWords(useCall('session.about', {}).data?.today ?? '');
  const visitName = useVisitName();
  const findings = detail.findings.filter(isGap);
  const more = findings.length - LISTED;
  return (
    <>
      <p>{t('save.incompleteBody')}</p>
      <ul className="missing-list">
        {findings.slice(0, LISTED).map((finding) => {
          const visit = detail.visits.find(({ id }) => id === finding.visitId);
          const sentence = inWords(finding).what;
          const line = visit ? `${visitName(visit)} · ${sentence}` : sentence;
          return <li key={line}>{line}</li>;
        })}
        {more > 0 ? <li>{t('save.andMore', { count: more })}</li> : null}
      </ul>
    </>
  );
}

/** A packet whose proof failed is not handed over; the Problem names the page. */
export function refuseUnproven({ checked }: Pick<ShownPacket, 'checked'>): void {
  if (checked?.findings.some(({ fails }) => fails)) throw proofProblem(checked);
  const failed = checked?.checks.find(({ passed }) => !passed);
  if (!failed) return;
  throw new Problem('packet-check-failed', { detail: failed.name, page: failed.pages[0] ?? 1 });
}

type Busy = 'save' | 'print' | null;
type OutWish = {
  detail: ClaimDetail;
  bench: PacketBench;
  edit: EditClaim;
  /** The plan as it is in the vault now, so that no earlier packet is handed over. */
  readPlan: () => Promise<PacketPlan>;
  /** Called when the person would rather add what is missing first. */
  onFix: () => void;
  /** A supplement names what is still missing on its first page. */
  supplement: boolean;
};

/** Both never throw; what goes wrong is shown. Only one runs at a time. */
export function usePacketOut({ detail, bench, edit, readPlan, onFix, supplement }: OutWish) {
  const { t } = useTranslation(['claims', 'common', 'domain', 'life']);
  const { message } = App.useApp();
  const ask = useAsk();
  const askPrint = usePrintSheet();
  const watched = useSendWatch();
  const explain = useExplain();
  const [busy, setBusy] = useState<Busy>(null);
  const missing = detail.findings.filter(isGap).length;

  const open = useRef(false);
  const run = async (work: () => Promise<void>) => {
    if (open.current) return;
    open.current = true;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'cancelled')) explain(error);
    } finally {
      open.current = false;
      setBusy(null);
    }
  };
  const finish = async (what: Busy): Promise<ShownPacket> => {
    setBusy(what);
    const packet = await finishLatest(bench, readPlan);
    refuseUnproven(packet);
    return packet;
  };

  const nameOf = ({ number, supplement: reply }: PacketPlan): string =>
    `${reply ? t('life:supplement.fileName', { number, version: reply.version }) : number}.pdf`;

  const askIncomplete = () =>
    ask({
      title: t('claims:save.incompleteTitle'),
      content: <Missing detail={detail} />,
      okText: t('claims:save.anyway'),
      cancelText: t('claims:save.goFix'),
    });

  const save = () =>
    run(async () => {
      if (missing > 0 && !supplement && !(await askIncomplete())) return onFix();
      const packet = await finish('save');
      const fileName = nameOf(packet.plan);
      const path = await watched((watch) => savePacket(fileName, packet.pdf, watch));
      const said = path
        ? t('claims:save.savedTo', { path })
        : t('claims:save.downloaded', { file: fileName });
      if (detail.claim.status === 'draft')
        await edit({ status: 'exported' }, t('claims:save.andMarked', { said }));
      else message.success(said, 8);
    });

  const print = () =>
    run(async () => {
      const packet = await finish('print');
      setBusy(null);
      const plan = packet.plan;
      const wish = await askPrint({
        pages: packet.pages.length,
        missing: supplement ? 0 : missing,
        duplex: plan.options?.duplex ?? false,
      });
      if (!wish) return;
      setBusy('print');
      const printed = await onSides(packet, wish.sides);
      const outcome = await watched((watch) => printPacket(printed.pdf, wish, watch));
      if (outcome === 'cannot') message.info(t('claims:print.cannot'), 8);
      if (outcome === 'opened') message.info(t('claims:print.opened'), 12);
    });

  return { busy, save, print };
}

/** Ctrl+E saves, Ctrl+P prints the packet in place of the screen. */
export function useOutKeys(save: () => void, print: () => void): void {
  const latest = useRef({ save, print });
  latest.current = { save, print };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'e' && key !== 'p') return;
      event.preventDefault();
      if (key === 'e') latest.current.save();
      else latest.current.print();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
