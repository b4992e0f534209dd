// Papers that are missing, or not in the form, number, or with the seal the place asks for.

import { missingPapers } from '../../shared/completeness.ts';
import type { PaperKind } from '../../shared/domain.ts';
import type { Finding, FindingPlace, Severity } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import type { Issuer, WantedPaper } from '../../shared/rules/rule-parts.ts';
import type { PaperSeen } from './input.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, papersOf, type VisitCase } from './visit-case.ts';

export type PaperRuleFound = ResolvedRule<'papers'>;

/** Papers of the person, not of a visit: asked for once a bundle, and kept as standing papers. */
export const personPapers: ReadonlySet<PaperKind> = new Set([
  'identity-card',
  'social-security-card',
  'bank-card',
  'filing-form',
  'chronic-approval',
  'application-form',
  'agent-letter',
  'agent-identity',
  'relationship-proof',
  'household-register',
  'death-certificate',
  'birth-certificate',
  'full-payment-proof',
]);

export const placeOfIssuer: Record<Issuer, FindingPlace> = {
  hospital: 'hospital',
  pharmacy: 'hospital',
  person: 'home',
  office: 'office',
  employer: 'office',
  authority: 'office',
  insurer: 'office',
};

export function checkVisitPapers({ cases }: ClaimCase): Finding[] {
  return cases.flatMap((one) => {
    const rules = one.rules('papers').filter(isOfVisit);
    if (rules.length === 0) return [...checkWithoutRules(one), ...checkEmergencyWithoutRule(one)];
    const found = rules.filter((rule) => isCalledFor(rule, one)).flatMap((rule) => checkRule(one, rule));
    const isCovered = rules.some(({ rule }) => rule.situation === 'emergency');
    return isCovered ? found : [...found, ...checkEmergencyWithoutRule(one)];
  });
}

/** The national rule (医保发〔2022〕22号) has the emergency diagnosis asked for at the claim, also where a place says nothing. */
function checkEmergencyWithoutRule(one: VisitCase): Finding[] {
  const kinds = ['emergency-proof', 'diagnosis-certificate'] as const;
  if (!one.situations.has('emergency') || kinds.some((kind) => papersOf(one, kind).length > 0)) return [];
  return [
    makeFinding('emergency-proof-missing', 'likely-returned', {
      ...{ visitId: one.visit.id, paperKind: kinds[0], alternatives: [kinds[1]] },
      ...{ params: { situation: 'emergency' }, do: 'hospital', action: 'add-paper' },
    }),
  ];
}

const isOfVisit = ({ rule }: PaperRuleFound): boolean =>
  !rule.anyOf.every(({ kind }) => personPapers.has(kind));

/** A rule for a situation speaks only when the situation is there; reports are asked for only of tests that were made. */
export function isCalledFor({ rule }: PaperRuleFound, one: VisitCase): boolean {
  if (rule.anyOf.every(({ kind }) => kind === 'test-reports') && !mayHoldTests(one)) return false;
  if (rule.situation === null) return true;
  if (rule.situation === 'costly-material' && holdsCostly(one, rule.fromFen ?? 0)) return true;
  return one.situations.has(rule.situation);
}

const TEST = /检查|化验|检验|放射|影像|超声|病理|测定|CT|核磁/;

/** While no single item is known, tests may be among them. */
function mayHoldTests({ invoices }: VisitCase): boolean {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  return lines.length === 0 || lines.some(({ name, category }) => TEST.test(`${category} ${name}`));
}

const holdsCostly = (one: VisitCase, fromFen: number): boolean =>
  one.invoices.some(({ lines }) =>
    lines.some(({ category, amountFen }) => category.includes('材料') && amountFen >= fromFen),
  );

function checkRule(one: VisitCase, rule: PaperRuleFound): Finding[] {
  const wanted = rule.rule.anyOf.filter(({ kind }) => papersOf(one, kind).length > 0);
  if (wanted.length === 0) return [missing(one, rule)];
  // Any one of the alternatives is enough: what is wrong with the best of those that are there.
  const faults = wanted.map((want) => checkForm(one, rule, want));
  return faults.reduce((least, some) => (some.length < least.length ? some : least));
}

function missing(one: VisitCase, rule: PaperRuleFound): Finding {
  const [first, ...rest] = rule.rule.anyOf;
  const kinds = rule.rule.anyOf.map(({ kind }) => kind);
  const common = {
    visitId: one.visit.id,
    paperKind: first?.kind ?? null,
    alternatives: rest.map(({ kind }) => kind),
    rule,
  };
  const where = placeOfIssuer[first?.issuer ?? 'hospital'];
  if (kinds.includes('itemized-list') && showsOnlyCategories(one)) {
    return makeFinding('list-missing-categories-only', 'blocks', {
      ...common,
      do: where,
      action: 'add-paper',
    });
  }
  const code = rule.rule.situation === 'emergency' ? 'emergency-proof-missing' : 'paper-missing';
  const isReport = kinds.every((kind) => kind === 'test-reports');
  return makeFinding(code, isReport ? 'likely-returned' : 'blocks', {
    ...common,
    params: rule.rule.situation === null ? {} : { situation: rule.rule.situation },
    ...{ do: where, action: 'add-paper' },
  });
}

/** An invoice whose lines are big categories (大项) and nothing else says nothing about single items. */
export function showsOnlyCategories({ invoices }: VisitCase): boolean {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  return lines.length > 0 && lines.every(({ name, category }) => category !== '' && name === category);
}

/** No rule at all: the four papers (for a stay the national three) are asked for, and said to be unconfirmed there. */
function checkWithoutRules(one: VisitCase): Finding[] {
  const lacking = missingPapers(
    one.visit,
    one.present.map(({ paper }) => paper),
  );
  return lacking.map(({ anyOf: [first, ...rest] }) =>
    makeFinding('paper-missing', 'likely-returned', {
      ...{ visitId: one.visit.id, paperKind: first ?? null, alternatives: rest },
      ...{ do: 'hospital', action: 'add-paper' },
    }),
  );
}

function checkForm(one: VisitCase, rule: PaperRuleFound, want: WantedPaper): Finding[] {
  const papers = papersOf(one, want.kind);
  return [
    ...checkOriginal(one, rule, want, papers),
    ...checkStamp(one, rule, want, papers),
    ...checkCopies(one, rule, want, papers),
  ];
}

const at = (one: VisitCase, rule: PaperRuleFound, want: WantedPaper) => ({
  ...{ visitId: one.visit.id, paperKind: want.kind, rule },
});

const isElectronic = ({ invoices }: VisitCase): boolean =>
  invoices.length > 0 && invoices.every(({ kind }) => kind !== 'paper-receipt');

function checkOriginal(
  one: VisitCase,
  rule: PaperRuleFound,
  want: WantedPaper,
  papers: PaperSeen[],
): Finding[] {
  if (want.form !== 'original' && want.form !== 'original-and-copy') return [];
  const originals = papers.filter(({ paper }) => paper.form === 'original');
  const place = { ...at(one, rule, want), target: papers[0]?.paper.id ?? '' };
  if (originals.length === 0) {
    const severity: Severity = want.kind === 'invoice' && !isElectronic(one) ? 'blocks' : 'likely-returned';
    return [
      makeFinding('original-wanted', severity, {
        ...place,
        do: placeOfIssuer[want.issuer],
        action: 'edit-paper',
      }),
    ];
  }
  const whereabouts = originals.map(({ facts }) => facts?.originalAt ?? 'home');
  if (whereabouts.includes('home') || whereabouts.includes('returned')) return [];
  if (whereabouts.includes('lost'))
    return [makeFinding('original-lost', 'blocks', { ...place, do: 'hospital', action: 'add-paper' })];
  const params = { where: whereabouts[0] ?? '' };
  return [
    makeFinding('original-elsewhere', 'likely-returned', {
      ...place,
      params,
      do: 'home',
      action: 'edit-paper',
    }),
  ];
}

/** A seal on the print of an electronic receipt is asked for only where a rule says so; elsewhere the file carries its own. */
function checkStamp(one: VisitCase, rule: PaperRuleFound, want: WantedPaper, papers: PaperSeen[]): Finding[] {
  if (want.stamp === 'none' || want.stamp === 'unknown') return [];
  if (papers.some(({ facts }) => facts?.stamped === 'yes')) return [];
  const place = { ...at(one, rule, want), params: { stamp: want.stamp }, target: papers[0]?.paper.id ?? '' };
  if (want.kind === 'invoice' && isElectronic(one)) {
    if (one.rule('invoices')?.rule.printNeedsSeal === 'no') return [];
    return [makeFinding('print-stamp-ask', 'advice', { ...place, do: 'office', action: 'ask-office' })];
  }
  const isMissing = papers.every(({ facts }) => facts?.stamped === 'no');
  return [
    isMissing
      ? makeFinding('stamp-missing', 'likely-returned', { ...place, do: 'hospital', action: 'confirm-stamp' })
      : makeFinding('stamp-not-confirmed', 'likely-returned', {
          ...place,
          do: 'home',
          action: 'confirm-stamp',
        }),
  ];
}

/** One copy comes out of the packet itself; more than one, or one beside the original, has to be made. */
function checkCopies(
  one: VisitCase,
  rule: PaperRuleFound,
  want: WantedPaper,
  papers: PaperSeen[],
): Finding[] {
  const place = { ...at(one, rule, want), target: papers[0]?.paper.id ?? '' };
  const copies = Math.max(0, ...papers.map(({ facts }) => facts?.copies ?? 0));
  const needed =
    want.form === 'original-and-copy'
      ? want.count
      : want.form !== 'original' && want.count > 1
        ? want.count
        : 0;
  const found: Finding[] = [];
  if (copies < needed) {
    const params = { count: needed, made: copies };
    found.push(
      makeFinding('copies-wanted', 'likely-returned', {
        ...place,
        params,
        do: 'home',
        action: 'confirm-copies',
      }),
    );
  }
  if (want.signed !== 'no') {
    const params = { signed: want.signed };
    found.push(
      makeFinding('signature-wanted', 'advice', { ...place, params, do: 'home', action: 'edit-paper' }),
    );
  }
  return found;
}
