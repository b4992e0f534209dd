// Which papers a visit must have at its insured place, and which of them it lacks: the one answer that the board, the visit,
// the packet and the command line all show.

import type { PaperKind } from '../../shared/domain.ts';
import { type FindingCode, type Severity, severities } from '../../shared/rules/finding.ts';
import { usualPapers } from '../../shared/usual-papers.ts';
import { isCalledFor, isOfPerson, type PaperRuleFound, showsOnlyCategories } from './paper-rules.ts';
import { papersOf, type VisitCase } from './visit-case.ts';

/** Any one of `kinds` is enough. `rule` undefined: no rule of the place says so. */
export type Demand = { kinds: PaperKind[]; severity: Severity; rule: PaperRuleFound | undefined };
export type Lack = Demand & { code: FindingCode };

/** The rules about this visit's own papers that apply to it, hints among them. */
export const rulesOfVisit = (one: VisitCase): PaperRuleFound[] =>
  one.rules('papers').filter((rule) => !isOfPerson(rule) && isCalledFor(rule, one));

/** What must be there, in the order of the rules; what is only hinted at is left out. */
export const demandsOf = (one: VisitCase): Demand[] =>
  withoutWider(allDemands(one)).filter(({ severity }) => severity !== 'advice');

/** What of it is not there, hints among it. A paper without pages is no paper. */
export function lacksOf(one: VisitCase): Lack[] {
  const unmet = allDemands(one).filter(({ kinds }) =>
    kinds.every((kind) => papersOf(one, kind).length === 0),
  );
  return withoutWider(unmet).map((demand) => ({ ...demand, code: codeOf(one, demand) }));
}

function allDemands(one: VisitCase): Demand[] {
  const ofVisit = one.rules('papers').filter((rule) => !isOfPerson(rule));
  const emergency = ofVisit.some(({ rule }) => rule.situation === 'emergency') ? [] : emergencyProof(one);
  if (ofVisit.length === 0) return [...withoutRule(one), ...emergency];
  const asked = ofVisit.filter((rule) => isCalledFor(rule, one)).map(demandOfRule);
  return [...asked, ...emergency, ...listOfItems(one)];
}

function demandOfRule(rule: PaperRuleFound): Demand {
  const kinds = rule.rule.anyOf.map(({ kind }) => kind);
  const isReport = kinds.every((kind) => kind === 'test-reports');
  const isSure = rule.rule.asked === 'everywhere' && !isReport;
  return { kinds, severity: rule.hint ? 'advice' : isSure ? 'blocks' : 'likely-returned', rule };
}

/** No rule at all: the four papers (for a stay the national three) are asked for, and said to be unconfirmed there. */
const withoutRule = (one: VisitCase): Demand[] =>
  usualPapers[one.visit.kind].map((kinds) => ({
    ...{ kinds: [...kinds], severity: 'likely-returned', rule: undefined },
  }));

/** The national rule (医保发〔2022〕22号) has the emergency diagnosis asked for at the claim, also where a place says nothing. */
const emergencyProof = (one: VisitCase): Demand[] =>
  one.situations.has('emergency')
    ? [
        {
          kinds: ['emergency-proof', 'diagnosis-certificate'],
          severity: 'likely-returned',
          rule: undefined,
        },
      ]
    : [];

/** Where the place does not ask for a list by itself, an invoice with categories only still needs one. */
function listOfItems(one: VisitCase): Demand[] {
  const isAskedFor = one
    .rules('papers')
    .some(({ rule }) => rule.situation === null && rule.anyOf.some(({ kind }) => kind === 'itemized-list'));
  if (isAskedFor || !showsOnlyCategories(one)) return [];
  return [{ kinds: ['itemized-list'], severity: 'likely-returned', rule: undefined }];
}

/**
 * A demand that a narrower one meets by itself ("prescription or record" beside "prescription") is not said beside it, nor the
 * same twice: the person's own rule, else the gravest speaks. The one that stays weighs as much as the gravest of them.
 */
function withoutWider<D extends Demand>(demands: readonly D[]): D[] {
  const rank = (one: D) => (one.rule?.level === 'own' ? -1 : severities.indexOf(one.severity));
  const compareRank = (one: D, other: D) =>
    rank(one) - rank(other) || demands.indexOf(one) - demands.indexOf(other);
  const isSaidBy = (wide: D, narrow: D) =>
    narrow !== wide &&
    (narrow.severity !== 'advice' || wide.severity === 'advice') &&
    narrow.kinds.every((kind) => wide.kinds.includes(kind)) &&
    (narrow.kinds.length < wide.kinds.length || compareRank(narrow, wide) < 0);
  return demands
    .filter((wide) => !demands.some((narrow) => isSaidBy(wide, narrow)))
    .map((narrow) => {
      const all = [narrow, ...demands.filter((wide) => isSaidBy(wide, narrow))];
      const [gravest = narrow.severity] = severities.filter((one) =>
        all.some(({ severity }) => severity === one),
      );
      return { ...narrow, severity: gravest };
    });
}

function codeOf(one: VisitCase, { kinds, rule }: Demand): FindingCode {
  if (kinds.includes('itemized-list') && showsOnlyCategories(one)) return 'list-missing-categories-only';
  const isEmergency = rule ? rule.rule.situation === 'emergency' : kinds.includes('emergency-proof');
  return isEmergency ? 'emergency-proof-missing' : 'paper-missing';
}
