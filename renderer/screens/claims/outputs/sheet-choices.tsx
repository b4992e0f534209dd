// What can be chosen for a separate sheet: the office, how invoices are glued, how many stand on a page.

import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimOptions } from '../../../../shared/claim-options-calls.ts';
import type { OfficeFacts, PasteOptions } from '../../../../shared/packet-options.ts';
import type { SheetKind } from '../../../packet/sheets/sheet-document.ts';
import { Choice } from './choice.tsx';

type Props = { options: ClaimOptions; onOptions: (options: ClaimOptions) => void };
const officeFields = ['name', 'address', 'phone', 'hours', 'remark'] as const;
/** Tianjin's habit is 5 to 10 mm; the middle of it. */
const SCALES = 8;

/** Kept when a field is left. */
function Office({ options, onOptions }: Props) {
  const { t } = useTranslation('outputs');
  const id = useId();
  const [office, setOffice] = useState<OfficeFacts>(options.sheets.office);
  const keep = () => onOptions({ ...options, sheets: { ...options.sheets, office } });
  return (
    <fieldset className="outputs-office">
      <legend className="muted small">{t('sheets.office.title')}</legend>
      {officeFields.map((field) => (
        <label key={field} htmlFor={`${id}-${field}`}>
          <span>{t(`sheets.office.${field}`)}</span>
          <Input
            id={`${id}-${field}`}
            value={office[field]}
            maxLength={120}
            onChange={({ target }) => setOffice({ ...office, [field]: target.value })}
            onBlur={keep}
          />
        </label>
      ))}
    </fieldset>
  );
}

function Paste({ options, onOptions }: Props) {
  const { t } = useTranslation('outputs');
  const { paste } = options.sheets;
  const change = (part: Partial<PasteOptions>) =>
    onOptions({ ...options, sheets: { ...options.sheets, paste: { ...paste, ...part } } });
  return (
    <div className="outputs-choices">
      <Choice
        label={t('sheets.paste.overlap')}
        value={paste.overlap > 0 ? SCALES : 0}
        options={[
          { value: 0, label: t('sheets.paste.apart') },
          { value: SCALES, label: t('sheets.paste.scales') },
        ]}
        onChange={(overlap) => change({ overlap })}
      />
      <Choice
        label={t('sheets.paste.direction')}
        value={paste.direction}
        options={(['ltr', 'rtl'] as const).map((value) => ({ value, label: t(`sheets.paste.${value}`) }))}
        onChange={(direction) => change({ direction })}
      />
      <Choice
        label={t('sheets.paste.groupBy')}
        value={paste.groupBy === 'visit' ? 'visit' : 'none'}
        options={(['none', 'visit'] as const).map((value) => ({ value, label: t(`sheets.paste.${value}`) }))}
        onChange={(groupBy) => change({ groupBy })}
      />
    </div>
  );
}

export function SheetChoices({ kind, ...props }: Props & { kind: SheetKind }) {
  const { t } = useTranslation('outputs');
  if (kind === 'counter') return <Office {...props} />;
  if (kind === 'paste') return <Paste {...props} />;
  if (kind === 'checklist') return null;
  const { options, onOptions } = props;
  return (
    <Choice<2 | 4>
      label={t('sheets.perSheet.label')}
      value={options.sheets.perSheet}
      options={[
        { value: 2, label: t('sheets.perSheet.two') },
        { value: 4, label: t('sheets.perSheet.four') },
      ]}
      onChange={(perSheet) => onOptions({ ...options, sheets: { ...options.sheets, perSheet } })}
    />
  );
}
