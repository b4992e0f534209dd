// Pasted files go to the paper that has the focus; without one, the person is asked which paper they are.

import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { gatherFiles } from '../../intake/gather.ts';
import type { Arrival } from '../../intake/queue-item.ts';
import { useExplain } from '../../shell/problem.tsx';

type TakeIn = (kind: PaperKind, arrivals: Arrival[]) => void;

function focusedSlot(): PaperKind | undefined {
  const kind = document.activeElement?.closest('[data-slot]')?.getAttribute('data-slot');
  return paperKinds.find((known) => known === kind);
}

/** Gives the chooser to show while the question is open. */
export function usePaste(kinds: readonly PaperKind[], takeIn: TakeIn) {
  const [pasted, setPasted] = useState<Arrival[] | null>(null);
  const explain = useExplain();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      const slot = focusedSlot();
      gatherFiles(files).then((arrivals) => (slot ? takeIn(slot, arrivals) : setPasted(arrivals)), explain);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [takeIn, explain]);
  if (!pasted) return null;
  const choose = (kind: PaperKind | undefined) => {
    if (!kind) return;
    takeIn(kind, pasted);
    setPasted(null);
  };
  return <PasteChooser kinds={kinds} count={pasted.length} choose={choose} onClose={() => setPasted(null)} />;
}

function PasteChooser(props: {
  kinds: readonly PaperKind[];
  count: number;
  choose: (kind: PaperKind | undefined) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['visits', 'domain']);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      latest.current.choose(latest.current.kinds[Number(event.key) - 1]);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Modal open footer={null} title={t('visits:pasteWhere', { count: props.count })} onCancel={props.onClose}>
      <div className="paste-kinds">
        {props.kinds.map((kind, index) => (
          <Button key={kind} block onClick={() => props.choose(kind)}>
            <kbd>{index + 1}</kbd> {t(`domain:paper.${kind}`)}
          </Button>
        ))}
      </div>
    </Modal>
  );
}
