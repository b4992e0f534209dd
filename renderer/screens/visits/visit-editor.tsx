// The form of a visit around its papers. What is typed is saved on purpose (Ctrl+S or the button), as one undoable action;
// papers are kept the moment they are given. Dropping a paper on a new visit saves the visit first.

import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { VisitDetail } from '../../../shared/calls.ts';
import type { PaperKind } from '../../../shared/domain.ts';
import { usualPapers } from '../../../shared/usual-papers.ts';
import { call, useCall } from '../../client.ts';
import type { Arrival } from '../../intake/queue-item.ts';
import { takeIn } from '../../intake/runner.ts';
import { askPhone } from '../../phone/phone-wish.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useTellAndRefresh } from '../../shell/tell.ts';
import { UnsavedGuard } from '../../shell/unsaved.tsx';
import { InvoiceCard } from './invoice-card.tsx';
import { PaperSlots } from './paper-slots.tsx';
import { useTwinDialog } from './twin-dialog.tsx';
import { useVisitSaver } from './use-visit-saver.ts';
import {
  draftVisit,
  emptyInvoice,
  type FieldProblems,
  type InvoiceDraft,
  sameDraft,
  type VisitDraft,
} from './visit-draft.ts';
import { VisitFactsCard } from './visit-facts.tsx';
import { VisitFieldsForm } from './visit-fields.tsx';
import { VisitHead } from './visit-head.tsx';

/** What is on screen: the saved visit, with what was typed over it. */
function useDraft(id: string | null, initial: VisitDraft | null) {
  const [visitId, setVisitId] = useState(id);
  const detail = useCall('visit.get', { id: visitId ?? 'visit-0000000000' }, visitId !== null).data;
  const own = detail?.visit.id === visitId ? detail : undefined;
  const saved = useMemo(() => (own ? draftVisit(own) : null), [own]);
  const [typed, setTyped] = useState<VisitDraft | null>(initial);
  const draft = typed ?? saved;
  const base = saved ?? initial;
  const dirty = typed !== null && base !== null && !sameDraft(typed, base);
  return { visitId, setVisitId, detail: own, saved, draft, typed, setTyped, dirty };
}

function focusFirstProblem(): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>('.field [aria-invalid="true"], .field .ant-input-status-error')
      ?.focus();
  });
}

function useEditor(id: string | null, initial: VisitDraft | null) {
  const state = useDraft(id, initial);
  const { visitId, setVisitId, saved, draft, setTyped, dirty } = state;
  const navigate = useNavigate();
  const explain = useExplain();
  const { ask, dialog } = useTwinDialog();
  const save = useVisitSaver(ask);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [saving, setSaving] = useState(false);
  const leaving = useRef(false);
  const busy = useRef<Promise<string | null> | null>(null);

  const saveNow = useCallback(async (): Promise<string | null> => {
    if (!draft) return visitId;
    setSaving(true);
    try {
      const result = await save(draft, { visitId, saved });
      setProblems(result.problems);
      if (result.visitId && result.visitId !== visitId) setVisitId(result.visitId);
      if (result.complete) {
        setTyped(null);
        leaving.current = true;
        if (result.visitId !== id) navigate(`/visits/${result.visitId}`, { replace: true });
        else leaving.current = false;
      } else {
        setTyped(result.draft);
        focusFirstProblem();
      }
      return result.visitId;
    } catch (error) {
      explain(error);
      return visitId;
    } finally {
      setSaving(false);
    }
  }, [draft, visitId, saved, save, setVisitId, setTyped, navigate, id, explain]);

  const saveOnce = useCallback(() => {
    busy.current ??= saveNow().finally(() => {
      busy.current = null;
    });
    return busy.current;
  }, [saveNow]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      // The last field typed in writes its value down when it loses the focus.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setTimeout(() => void latest.current(), 0);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const latest = useRef(saveOnce);
  latest.current = saveOnce;

  const isDirty = useRef(dirty);
  isDirty.current = dirty;
  const guard = useCallback(() => isDirty.current && !leaving.current, []);
  const edit = (change: (now: VisitDraft) => VisitDraft) => {
    if (draft) setTyped(change(draft));
    setProblems({});
  };
  return { ...state, edit, problems, saving, saveOnce, guard, dialog };
}

function Invoices(props: {
  draft: VisitDraft;
  problems: FieldProblems;
  edit: (change: (now: VisitDraft) => VisitDraft) => void;
}) {
  const { draft, problems, edit } = props;
  const { t } = useTranslation('visits');
  const tell = useTellAndRefresh();
  const without = (key: string) =>
    edit((now) => ({ ...now, invoices: now.invoices.filter((other) => other.key !== key) }));
  const remove = async (invoice: InvoiceDraft) => {
    if (invoice.id === null) return without(invoice.key);
    const { id, key } = invoice;
    await tell(async () => {
      const answer = await call('invoice.remove', { id });
      without(key);
      return answer;
    }, t('did.removeInvoice'));
  };
  return (
    <>
      {draft.invoices.map((invoice, index) => (
        <InvoiceCard
          key={invoice.key}
          invoice={invoice}
          visitDate={draft.visit.date}
          others={draft.invoices.filter(({ key }) => key !== invoice.key).map(({ number }) => number)}
          heading={draft.invoices.length > 1 ? t('invoiceNumber', { number: index + 1 }) : t('invoice')}
          problems={problems}
          onChange={(part) =>
            edit((now) => ({
              ...now,
              invoices: now.invoices.map((other) =>
                other.key === invoice.key ? { ...other, ...part } : other,
              ),
            }))
          }
          onRemove={invoice.id !== null || draft.invoices.length > 1 ? () => void remove(invoice) : null}
        />
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => edit((now) => ({ ...now, invoices: [...now.invoices, emptyInvoice()] }))}
      >
        {t('addInvoice')}
      </Button>
    </>
  );
}

function VisitActions({ detail }: { detail: VisitDetail }) {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const tell = useTellAndRefresh();
  const { id } = detail.visit;
  const remove = () =>
    tell(async () => {
      const answer = await call('visit.remove', { id });
      navigate('/visits');
      return answer;
    }, t('did.removeVisit'));
  return (
    <>
      <Button icon={<CopyOutlined />} onClick={() => navigate(`/visits/new?copy=${id}`)}>
        {t('copyVisit')}
      </Button>
      <Button icon={<DeleteOutlined />} onClick={() => void remove()}>
        {t('removeVisit')}
      </Button>
    </>
  );
}

export function VisitEditor({ id, initial }: { id: string | null; initial: VisitDraft | null }) {
  const { t } = useTranslation('visits');
  const { visitId, detail, draft, dirty, edit, problems, saving, saveOnce, guard, dialog } = useEditor(
    id,
    initial,
  );
  const give = useCallback(
    async (kind: PaperKind, arrivals: Arrival[]) => {
      if (arrivals.length === 0) return;
      const target = visitId ?? (await saveOnce());
      // A visit that cannot be saved yet must not cost the papers: they wait in the inbox.
      takeIn(arrivals, target ? { visitId: target, kind } : null);
    },
    [visitId, saveOnce],
  );
  const photograph = useCallback(
    async (kind: PaperKind) => {
      const target = visitId ?? (await saveOnce());
      askPhone(target ? { visitId: target, kind } : null);
    },
    [visitId, saveOnce],
  );
  if (!draft) return null;
  const { kind } = draft.visit;
  const demands = detail?.visit.kind === kind ? detail.demands : usualPapers[kind];
  // A new visit begins with who, where and when; a saved one with its papers.
  const about = (
    <section className="card" aria-label={t('aboutVisit')}>
      <h2 className="card-head">{t('aboutVisit')}</h2>
      <VisitFieldsForm
        visit={draft.visit}
        problems={problems}
        onChange={(part) => edit((now) => ({ ...now, visit: { ...now.visit, ...part } }))}
      />
    </section>
  );
  return (
    <div className="visit">
      <UnsavedGuard dirty={guard} />
      {dialog}
      <VisitHead visit={draft.visit} detail={detail} />
      {detail ? null : about}
      <PaperSlots
        demands={demands}
        papers={detail?.papers ?? []}
        attachments={detail?.attachments ?? []}
        calm={!detail}
        takeIn={(kind, arrivals) => void give(kind, arrivals)}
        photograph={(kind) => void photograph(kind)}
      />
      {detail ? about : null}
      {detail ? <VisitFactsCard visit={detail.visit} /> : null}
      <Invoices draft={draft} problems={problems} edit={edit} />
      <footer className="visit-foot">
        <Button
          type="primary"
          loading={saving}
          disabled={!dirty && visitId !== null}
          onClick={() => void saveOnce()}
        >
          {t('save')}
        </Button>
        <span className="muted small" aria-live="polite">
          {t(dirty ? 'notSaved' : visitId ? 'allSaved' : 'notSavedNew')}
        </span>
        <span className="visit-foot-end">{detail ? <VisitActions detail={detail} /> : null}</span>
      </footer>
    </div>
  );
}
