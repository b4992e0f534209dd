// A hint's button and the card behind it: shown under the mouse, entered with Enter or a click, left with Esc or Tab.

import { Popover } from 'antd';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';

/** `before` is said before the text by a screen reader; `label` names the card. */
type Props = { className: string; before: string; text: string; label: string; card: ReactNode };

const REACHABLE = 'button:not(:disabled), a[href], input:not(:disabled)';

export function HintPopup({ className, before, text, label, card }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const enter = useRef(false);
  const takeFocus = () => {
    if (enter.current) box.current?.focus({ preventScroll: true });
    enter.current = false;
  };
  const leave = (event: KeyboardEvent) => {
    // The dialog or screen around it keeps its own Esc.
    event.stopPropagation();
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    enter.current = true;
    setOpen(true);
    // Already open under the mouse: nothing will be opened that could take the focus.
    if (open) takeFocus();
  };
  const onCardKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') return leave(event);
    // The keys of the screen below, such as Delete, are not meant for the card.
    event.stopPropagation();
    if (event.key !== 'Tab') return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHABLE)];
    const end = event.shiftKey ? stops[0] : stops.at(-1);
    const atStart = event.shiftKey && event.target === event.currentTarget;
    if (stops.length === 0 || atStart || event.target === end) leave(event);
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLDivElement>) => {
    if (relatedTarget && relatedTarget !== button.current && !currentTarget.contains(relatedTarget))
      setOpen(false);
  };
  return (
    <Popover
      open={open}
      trigger={['hover']}
      onOpenChange={(next) => setOpen(next || Boolean(box.current?.contains(document.activeElement)))}
      afterOpenChange={(shown) => shown && takeFocus()}
      content={
        <div
          ref={box}
          className="hint-popup"
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onCardKey}
          onBlur={onBlur}
        >
          {card}
        </div>
      }
    >
      <button
        type="button"
        ref={button}
        className={className}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={onClick}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) leave(event);
        }}
      >
        <span className="visually-hidden">{before}</span>
        <span>{text}</span>
      </button>
    </Popover>
  );
}
