// Papers of the person that a bundle needs once: ID, cards, approval forms, application form; and how long they are valid.

import { daysBetween } from '../../shared/dates.ts';
import type { PaperKind } from '../../shared/domain.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { makeFinding } from './make-finding.ts';
import { isCalledFor, isOfPerson, type PaperRuleFound, placeOfIssuer } from './paper-rules.ts';
import { type ClaimCase, papersOf } from './visit-case.ts';

const SOON = 30;

/** Each rule once, however many visits it applies to. */
export function checkPersonPapers(claim: ClaimCase): Finding[] {
  const rules = new Map<string, PaperRuleFound>();
  for (const one of claim.cases) {
    for (const rule of one.rules('papers')) {
      if (isOfPerson(rule) && isCalledFor(rule, one)) rules.set(rule.rule.id, rule);
    }
  }
  return [...rules.values()].flatMap((rule) => checkRule(claim, rule));
}

function checkRule(claim: ClaimCase, rule: PaperRuleFound): Finding[] {
  const there = rule.rule.anyOf
    .map(({ kind }) => ({ kind, ...findPaper(claim, kind) }))
    .filter(({ found }) => found);
  const [first, ...rest] = rule.rule.anyOf;
  if (there.length === 0) {
    const params = rule.rule.situation === null ? {} : { situation: rule.rule.situation };
    return [
      makeFinding('person-paper-missing', 'blocks', {
        ...{ paperKind: first?.kind ?? null, alternatives: rest.map(({ kind }) => kind), rule, params },
        ...{ do: placeOfIssuer[first?.issuer ?? 'person'], action: 'add-standing-paper' },
      }),
    ];
  }
  if (there.some(({ expires }) => expires === '' || daysBetween(claim.today, expires) > SOON)) return [];
  const best = there.reduce((latest, one) => (one.expires > latest.expires ? one : latest));
  const isOver = best.expires < claim.today;
  return [
    makeFinding(
      isOver ? 'standing-paper-expired' : 'standing-paper-expires-soon',
      isOver ? 'likely-returned' : 'advice',
      {
        ...{ paperKind: best.kind, params: { date: best.expires }, rule },
        ...{ do: 'office', action: 'add-standing-paper', target: best.id },
      },
    ),
  ];
}

/** Among the standing papers, else among the papers of a visit, where validity is not known. */
function findPaper(claim: ClaimCase, kind: PaperKind): { found: boolean; expires: string; id: string } {
  const standing = claim.standingPapers.filter((one) => one.kind === kind && one.pages.length > 0);
  const endless = standing.find(({ expires }) => expires === '');
  const latest =
    standing
      .map(({ expires }) => expires)
      .toSorted()
      .at(-1) ?? '';
  if (standing.length > 0) return { found: true, expires: endless ? '' : latest, id: standing[0]?.id ?? '' };
  const found = claim.cases.some((one) => papersOf(one, kind).length > 0);
  return { found, expires: '', id: '' };
}

/** Where nobody knows what the place asks for, that itself is said. */
export function checkRulesKnown(claim: ClaimCase): Finding[] {
  if (claim.person.insuredPlaceCode === '')
    return [
      makeFinding('insured-place-missing', 'likely-returned', {
        field: 'insuredPlaceCode',
        do: 'home',
        action: 'edit-person',
      }),
    ];
  const place = claim.person.insuredPlaceName;
  const found: Finding[] = [];
  if (!claim.pack.verified)
    found.push(
      makeFinding('place-unverified', 'advice', { params: { place }, do: 'office', action: 'ask-office' }),
    );
  if (claim.cases.some((one) => one.rules('papers').length === 0))
    found.push(
      makeFinding('papers-unknown', 'advice', { params: { place }, do: 'office', action: 'ask-office' }),
    );
  return found;
}
