// What is chosen for the packet itself; every choice is kept at once.

import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimOptions } from '../../../../shared/claim-options-calls.ts';
import { copyMarks, type PacketOptions } from '../../../../shared/packet-options.ts';
import { Choice } from './choice.tsx';

type Props = {
  options: ClaimOptions;
  onOptions: (options: ClaimOptions) => void;
  /** What is said above the choices; that they are this claim's when left out. */
  intro?: string;
};
const pages = ['checklist', 'dividers', 'duplex', 'claimCode'] as const;

/** Kept when the field is left. */
function Wording(props: { label: string; usual: string; value: string; onKeep: (text: string) => void }) {
  const id = useId();
  const [text, setText] = useState(props.value);
  return (
    <label className="outputs-wording" htmlFor={id}>
      <span className="muted small">{props.label}</span>
      <Input
        id={id}
        value={text}
        maxLength={60}
        placeholder={props.usual}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => text.trim() !== props.value && props.onKeep(text.trim())}
      />
    </label>
  );
}

export function PacketForm({ options, onOptions, intro }: Props) {
  const { t } = useTranslation('outputs');
  const { packet } = options;
  const change = (part: Partial<PacketOptions>) => onOptions({ ...options, packet: { ...packet, ...part } });
  return (
    <section className="outputs-card" aria-label={t('parts.packet')}>
      <p className="muted">{intro ?? t('packet.intro')}</p>
      {pages.map((name) => (
        <Checkbox
          key={name}
          checked={packet[name]}
          onChange={({ target }) => change({ [name]: target.checked })}
        >
          {t(`packet.${name}`)}
        </Checkbox>
      ))}
      <Choice
        label={t('packet.copyMark')}
        value={packet.copyMark}
        options={copyMarks.map((value) => ({ value, label: t(`packet.marks.${value}`) }))}
        onChange={(copyMark) => change({ copyMark })}
      />
      {packet.copyMark === 'line' ? (
        <Wording
          key={packet.copyWording}
          label={t('packet.copyWording')}
          usual={t('packet.usualCopy')}
          value={packet.copyWording}
          onKeep={(copyWording) => change({ copyWording })}
        />
      ) : null}
      <Checkbox
        checked={packet.purposeMark}
        onChange={({ target }) => change({ purposeMark: target.checked })}
      >
        {t('packet.purposeMark')}
      </Checkbox>
      <p className="muted small outputs-under">{t('packet.purposeHint')}</p>
      {packet.purposeMark ? (
        <Wording
          key={packet.purposeWording}
          label={t('packet.purposeWording')}
          usual={t('packet.usualPurpose')}
          value={packet.purposeWording}
          onKeep={(purposeWording) => change({ purposeWording })}
        />
      ) : null}
      <Checkbox
        checked={packet.archive === 'pdfa-2b'}
        onChange={({ target }) => change({ archive: target.checked ? 'pdfa-2b' : 'none' })}
      >
        {t('packet.archive')}
      </Checkbox>
    </section>
  );
}
