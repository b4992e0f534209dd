// One claim: is it complete, what is in it, what will be handed in; save and print from here.

import { PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { ClaimStep } from '../../../shared/claim-life.ts';
import { Problem } from '../../../shared/problems.ts';
import { isGap } from '../../../shared/rules/finding.ts';
import { call, useCall } from '../../client.ts';
import { isAtHome, toneOf, useVerdictWords } from '../../findings/use-verdict-words.ts';
import { pressOnce } from '../../packet-press/press-once.ts';
import { finishLatest, type PacketBench, usePacket } from '../../packet-press/use-packet.ts';
import { sayFileSize } from '../../papers/file-size.ts';
import { asFact } from '../../shell/problem.tsx';
import { ClaimDetails } from './claim-details.tsx';
import { ClaimFindings } from './claim-findings.tsx';
import { ClaimLife } from './claim-life.tsx';
import { ClaimVisits } from './claim-visits.tsx';
import { useContents } from './claim-words.ts';
import { Facts } from './facts.tsx';
import { Outputs } from './outputs/outputs.tsx';
import { PacketSwitch, usePacketChoice } from './packet-choice.tsx';
import { PacketPreview } from './packet-preview.tsx';
import { PacketProblem } from './packet-problem.tsx';
import { keepPacket } from './save-packet.ts';
import { useClaimEdit } from './use-claim-edit.ts';
import { refuseUnproven, useOutKeys, usePacketOut } from './use-packet-out.tsx';
import './claims.css';
import './claim.css';
import './packet.css';

const views = ['papers', 'preview', 'life'] as const;
type View = (typeof views)[number];

/** Which side is shown: what the address says, else the papers while the packet has gaps, else the packet. */
function useView(detail: ClaimDetail): [View, (view: View) => void] {
  const [search, setSearch] = useSearchParams();
  const [first] = useState<View>(
    detail.findings.some(isGap) || detail.visits.length === 0 ? 'papers' : 'preview',
  );
  const asked = views.find((view) => view === search.get('view'));
  return [asked ?? first, (view) => setSearch({ view }, { replace: true })];
}

/** The papers may be complete and the packet still not fit to hand in. */
const isStopped = ({ problem, shown }: PacketBench): boolean =>
  problem !== null || (shown?.checked?.checks.some(({ passed }) => !passed) ?? false);

type Out = ReturnType<typeof usePacketOut>;

function ClaimHead({
  detail,
  bench,
  out,
  view,
  onView,
  more,
}: {
  detail: ClaimDetail;
  bench: PacketBench;
  out: Out;
  view: View;
  onView: (view: View) => void;
  /** What stands before printing and saving. */
  more: React.ReactNode;
}) {
  const { t } = useTranslation(['claims', 'common', 'life']);
  const contents = useContents();
  const { claim, person, visits, invoiceCount, totalFen } = detail;
  const today = useCall('session.about', {}).data?.today ?? '';
  const judged = { verdict: detail.verdict, status: claim.status };
  const verdict = useVerdictWords(today)(judged);
  // Accepted by the rules, but the packet itself cannot go out like this.
  const stopped = isStopped(bench) && isAtHome(judged) && detail.verdict.kind === 'ready';
  const packet = bench.shown;
  const facts = [
    claim.title || claim.number,
    person.name,
    ...contents(visits.length, invoiceCount, totalFen),
    packet?.plan.supplement ? t('life:supplement.title') : '',
    packet ? t('common:pages', { count: packet.pages.length }) : '',
    packet ? sayFileSize(packet.pdf.size) : '',
    visits.length === 0 ? t('claims:noVisitsHint') : verdict.hint,
  ];
  const nothing = visits.length === 0;
  return (
    <header className={`claim-head claim-head-${stopped ? 'blocks' : toneOf(judged)}`}>
      <Link className="claims-back" to="/claims">
        {t('claims:toList')}
      </Link>
      <h1>{stopped ? t('claims:stopped') : verdict.text}</h1>
      <Facts className="claim-head-what" facts={facts} />
      <div className="claim-head-acts">
        <Segmented<View>
          aria-label={t('claims:views.label')}
          value={view}
          onChange={onView}
          options={views.map((value) => ({ value, label: t(`claims:views.${value}`) }))}
        />
        <div className="claims-row">
          {more}
          <Button
            icon={<PrinterOutlined />}
            title={t('claims:print.shortcut')}
            loading={out.busy === 'print'}
            disabled={nothing}
            onClick={() => void out.print()}
          >
            {t('claims:print.button')}
          </Button>
          <Button
            type="primary"
            icon={<SaveOutlined />}
            title={t('claims:save.shortcut')}
            loading={out.busy === 'save'}
            disabled={nothing}
            onClick={() => void out.save()}
          >
            {t('claims:save.button')}
          </Button>
        </div>
      </div>
    </header>
  );
}

function Claim({ detail }: { detail: ClaimDetail }) {
  const { t } = useTranslation('claims');
  const { claim, visits } = detail;
  const choice = usePacketChoice(detail);
  const { supplement } = choice;
  // The whole packet first and the supplement a moment later would be built for nothing.
  const known = choice.outline !== undefined;
  const asked = useCall('claim.plan', { id: claim.id, supplement }, visits.length > 0 && known);
  const plan = visits.length > 0 ? asked.data : undefined;
  const bench = usePacket(plan);
  const edit = useClaimEdit(detail);
  const [view, setView] = useView(detail);
  const readPlan = async () => {
    const { data } = await asked.refetch({ throwOnError: true });
    if (!data) throw new Problem('claim-empty');
    return data;
  };
  const out = usePacketOut({ detail, bench, edit, readPlan, onFix: () => setView('papers'), supplement });
  const ready = visits.length > 0;
  const keepNow = async (step: ClaimStep) => {
    if (!ready) return null;
    const wanted = step === 'supplemented';
    if (wanted && !choice.available) return null;
    const packet =
      wanted === supplement
        ? await finishLatest(bench, readPlan)
        : await pressOnce(await call('claim.plan', { id: claim.id, supplement: wanted }));
    refuseUnproven(packet);
    return keepPacket(claim.id, packet.pdf);
  };
  useOutKeys(
    () => ready && void out.save(),
    () => ready && void out.print(),
  );
  return (
    <div className="claim" data-view={view}>
      <ClaimHead
        detail={detail}
        bench={bench}
        out={out}
        view={view}
        onView={setView}
        more={<Outputs claim={claim} readPlan={readPlan} disabled={!ready} />}
      />
      {view === 'papers' ? (
        <div className="claim-papers">
          <ClaimFindings detail={detail} />
          <ClaimVisits detail={detail} edit={edit} />
          <ClaimDetails detail={detail} edit={edit} />
        </div>
      ) : null}
      {view === 'life' ? <ClaimLife detail={detail} keepPacket={keepNow} /> : null}
      {view === 'preview' ? <PacketSwitch choice={choice} /> : null}
      {view === 'preview' && plan ? <PacketPreview detail={detail} bench={bench} plan={plan} /> : null}
      {view === 'preview' && !ready ? <p className="card">{t('noVisitsHint')}</p> : null}
      {view === 'preview' && asked.error ? (
        <PacketProblem problem={asFact(asked.error)} onAgain={() => void asked.refetch()} />
      ) : null}
    </div>
  );
}

export function ClaimScreen() {
  const { t } = useTranslation('claims');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useCall('claim.get', { id });
  if (error && asFact(error).code === 'not-found')
    return (
      <div className="card claims-empty">
        <h1>{t('notFound')}</h1>
        <p className="muted">{t('notFoundHint')}</p>
        <Button type="primary" onClick={() => void navigate('/claims')}>
          {t('toList')}
        </Button>
      </div>
    );
  if (error) return <PacketProblem problem={asFact(error)} onAgain={() => void refetch()} />;
  if (data?.claim.id !== id) return null;
  return <Claim key={id} detail={data} />;
}
