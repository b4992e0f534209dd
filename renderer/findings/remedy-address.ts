// The address of the very place where a finding is mended; undefined when it is mended where it stands, or by waiting.

import type { Finding } from '../../shared/rules/finding.ts';

export type Surroundings = { personId: string; claimId: string | null; placeCode: string };

/** Names of fields that the form of a person can put the cursor in. */
const personFields: readonly string[] = [
  'name',
  'citizenId',
  'insuredPlaceName',
  'phone',
  'payeeName',
  'bankName',
  'bankAccount',
];

export function remedyAddress(finding: Finding, around: Surroundings): string | undefined {
  const { action, target } = finding.remedy;
  const person = `/people/${around.personId}`;
  const record = target.startsWith('visit-') || target === '' ? '' : `&record=${target}`;
  const visit = finding.visitId ? `/visits/${finding.visitId}` : undefined;
  const claim = around.claimId ? `/claims/${around.claimId}` : '/claims';
  const field = personFields.includes(finding.field) ? `?to=${finding.field}` : '';
  switch (action) {
    case 'add-paper':
    case 'edit-paper':
    case 'rescan-paper':
    case 'confirm-stamp':
    case 'confirm-copies':
      if (!visit) return `${person}?to=standing-paper`;
      return finding.paperKind ? `${visit}?paper=${finding.paperKind}` : visit;
    case 'edit-visit':
      return visit;
    case 'edit-invoice':
    case 'open-invoice':
      return visit && `${visit}?to=invoice`;
    case 'edit-person':
      return `${person}${finding.code === 'insured-place-missing' ? '?to=insuredPlaceName' : field}`;
    case 'edit-account':
      return `${person}?to=${finding.code.startsWith('payee-account-kind') ? 'account' : 'bankAccount'}`;
    case 'edit-hospital':
      return `${person}?to=hospital${record}`;
    case 'edit-filing':
      return `${person}?to=filing${record}`;
    case 'edit-approval':
      return `${person}?to=approval${record}`;
    case 'add-standing-paper':
      return `${person}?to=standing-paper${record}`;
    case 'move-visit':
    case 'open-claim':
      return claim;
    case 'hand-in':
      return around.claimId ? `${claim}?view=life` : undefined;
    case 'split-claim':
    case 'wait':
      return undefined;
    case 'edit-rules':
    case 'ask-office':
      return around.placeCode ? `/packs/${around.placeCode}` : '/packs';
  }
}
