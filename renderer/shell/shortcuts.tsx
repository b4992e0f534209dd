// Keys that work on every screen, and the list of them (press ?).

import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isTyping } from './undo.tsx';

const rows = [
  { keys: ['?'], text: 'help' },
  { keys: ['Alt', '1 – 8'], text: 'go' },
  { keys: ['Ctrl', 'S'], text: 'save' },
  { keys: ['Ctrl', 'Z'], text: 'undo' },
  { keys: ['Ctrl', 'V'], text: 'paste' },
  { keys: ['Tab'], text: 'move' },
  { keys: ['Enter'], text: 'press' },
  { keys: ['Esc'], text: 'leave' },
] as const;

/** Alt and a digit goes to that page of the navigation; ? opens the list. */
export function useShortcuts(addresses: readonly string[]): {
  open: boolean;
  setOpen: (open: boolean) => void;
} {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        setOpen(true);
      }
      const address = event.altKey && !event.ctrlKey && /^Digit[1-9]$/.test(event.code);
      const to = address ? addresses[Number(event.code.slice(5)) - 1] : undefined;
      if (to === undefined) return;
      event.preventDefault();
      navigate(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [addresses, navigate]);
  return { open, setOpen };
}

export function ShortcutList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Modal open={open} title={t('keys.title')} footer={null} onCancel={onClose} width="34rem">
      <dl className="shortcuts">
        {rows.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${text}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
