// Papers of a visit that are missing, or not in the form, number, or with the seal the place asks for.

import type { Finding, Severity } from '../../shared/rules/finding.ts';
import type { WantedPaper } from '../../shared/rules/rule-parts.ts';
import type { PaperSeen } from './input.ts';
import { makeFinding } from './make-finding.ts';
import { type PaperRuleFound, placeOfIssuer } from './paper-rules.ts';
import { type ClaimCase, papersOf, type VisitCase } from './visit-case.ts';
import { type Lack, lacksOf, rulesOfVisit } from './visit-demands.ts';

export const checkVisitPapers = ({ cases }: ClaimCase): Finding[] =>
  cases.flatMap((one) => [
    ...lacksOf(one).map((lack) => sayLack(one, lack)),
    ...rulesOfVisit(one).flatMap((rule) => checkForms(one, rule)),
  ]);

function sayLack(one: VisitCase, { kinds: [first, ...rest], rule, code, severity }: Lack): Finding {
  const situation = rule ? rule.rule.situation : code === 'emergency-proof-missing' ? 'emergency' : null;
  return makeFinding(code, severity, {
    ...{ visitId: one.visit.id, paperKind: first ?? null, alternatives: rest, rule },
    params: situation === null || code === 'list-missing-categories-only' ? {} : { situation },
    ...{ do: placeOfIssuer[rule?.rule.anyOf[0]?.issuer ?? 'hospital'], action: 'add-paper' },
  });
}

/** Any one of the alternatives is enough: what is wrong with the best of those that are there. */
function checkForms(one: VisitCase, rule: PaperRuleFound): Finding[] {
  const wanted = rule.rule.anyOf.filter(({ kind }) => papersOf(one, kind).length > 0);
  const faults = wanted.map((want) => checkForm(one, rule, want));
  return faults.reduce((least, some) => (some.length < least.length ? some : least), faults[0] ?? []);
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
