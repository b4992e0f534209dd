// Which packet is looked at and saved: the whole claim, or the supplement that answers what the office sent back.

import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { Claim } from '../../../shared/domain.ts';
import type { SupplementOutline } from '../../../shared/packet-supplement.ts';
import { useCall } from '../../client.ts';

/** While the office has the papers; before and after there is nothing to add to. */
const ADDABLE: readonly Claim['status'][] = ['handed-in', 'accepted', 'returned', 'supplemented'];

/** True when there is something new to bring. */
export const canSupplement = (status: Claim['status'], outline: SupplementOutline | undefined): boolean =>
  outline !== undefined &&
  outline.version !== null &&
  ADDABLE.includes(status) &&
  outline.papers.length + outline.removed.length > 0;

export type PacketChoice = {
  outline: SupplementOutline | undefined;
  available: boolean;
  supplement: boolean;
  choose: (supplement: boolean) => void;
};

/** What the address says; else the supplement once papers came back and something new is there. */
export function usePacketChoice({ claim }: ClaimDetail): PacketChoice {
  const [search, setSearch] = useSearchParams();
  const outline = useCall('claim.supplement', { id: claim.id }).data;
  const available = canSupplement(claim.status, outline);
  const asked = search.get('packet');
  const supplement = available && (asked === null ? claim.status === 'returned' : asked === 'supplement');
  const choose = (wanted: boolean) =>
    setSearch({ view: 'preview', packet: wanted ? 'supplement' : 'whole' }, { replace: true });
  return { outline, available, supplement, choose };
}

export function PacketSwitch({ choice }: { choice: PacketChoice }) {
  const { t } = useTranslation('life');
  const { available, supplement, choose, outline } = choice;
  if (!available) return null;
  const options = [
    { value: 'supplement', label: t('supplement.only', { count: outline?.papers.length ?? 0 }) },
    { value: 'whole', label: t('supplement.whole') },
  ];
  return (
    <div className="packet-choice">
      <Segmented
        aria-label={t('supplement.which')}
        value={supplement ? 'supplement' : 'whole'}
        options={options}
        onChange={(value) => choose(value === 'supplement')}
      />
      <span className="muted small">{t(supplement ? 'supplement.onlyWhy' : 'supplement.wholeWhy')}</span>
    </div>
  );
}
