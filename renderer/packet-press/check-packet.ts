// What the proof of a packet comes to, in a few lines: taken from its bytes and its manifest, held against the plan.

import { capitalYuan, formatYuan } from '../../shared/money.ts';
import { type PacketPlan, wantedSources } from '../../shared/packet-plan.ts';
import type { PacketManifest } from '../../shared/packet-proof/manifest.ts';
import { blindCodes, type Finding } from '../../shared/packet-proof/prove-page.ts';
import type { PacketCheck } from './press-messages.ts';
import type { BuiltProof } from './prove-built.ts';

export type ProvenPacket = {
  plan: PacketPlan;
  manifest: PacketManifest;
  pageCount: number;
  /** Pages count from 0. */
  text: (page: number) => string;
  proof: BuiltProof;
  /** Wanted source pages that are not in the packet. */
  unplaced: readonly string[];
};

/** Pixels across: what the list of pages shows. */
export const THUMBNAIL_WIDTH = 160;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const check = (name: PacketCheck['name'], passed: boolean, more: Partial<PacketCheck> = {}): PacketCheck => ({
  name,
  passed,
  count: 0,
  expected: 0,
  pages: [],
  names: [],
  ...more,
});

const pagesOf = (findings: readonly Finding[], wanted: (finding: Finding) => boolean): number[] => [
  ...new Set(findings.filter(wanted).map(({ page }) => page)),
];

const unlike: readonly Finding['code'][] = ['page-differs', 'page-misplaced', 'page-unreadable'];

function checkPages({ plan, manifest, pageCount, proof, unplaced }: ProvenPacket): PacketCheck[] {
  const { findings, compared, sources, sealed } = proof;
  const listed = manifest.pages.length;
  const wanted = wantedSources(plan).length;
  const blank = pagesOf(findings, ({ code, fails }) => code === 'page-blank' && fails);
  const excused = pagesOf(findings, ({ code, fails }) => code === 'page-blank' && !fails);
  const differing = pagesOf(findings, ({ code }) => unlike.includes(code));
  const sealLost = pagesOf(findings, ({ code }) => code === 'annotation-lost');
  return [
    check('page-count', pageCount === listed && listed > 0, { count: pageCount, expected: listed }),
    check('sources', unplaced.length === 0, {
      count: unplaced.length === 0 ? wanted : unplaced.length,
      expected: wanted,
    }),
    check('blank', blank.length === 0, { count: pageCount, pages: blank.length > 0 ? blank : excused }),
    ...(sources > 0 || differing.length > 0
      ? [check('alike', differing.length === 0, { count: compared, expected: sources, pages: differing })]
      : []),
    ...(sealed.length > 0
      ? [check('seals', sealLost.length === 0, { count: sealed.length, pages: sealLost })]
      : []),
  ];
}

/** What is only listed: it holds, but a person should know. */
function listPages({ plan, manifest, proof: { findings } }: ProvenPacket): PacketCheck[] {
  const coarse = pagesOf(findings, ({ code }) => code === 'low-dpi');
  const unseen = pagesOf(findings, ({ code }) => blindCodes.includes(code));
  const pagesWith = (wanted: (page: PacketManifest['pages'][number]) => boolean) =>
    manifest.pages.filter(wanted).map(({ page }) => page);
  const drawn = pagesWith(({ sources }) => sources.some(({ how }) => how === 'drawn'));
  const gaps = pagesWith(({ kind }) => kind === 'gap');
  const named = (plan.excluded ?? []).map(({ fileName, page }) => `${fileName} ${page + 1}`);
  const told = manifest.leftOut ?? 0;
  const leftOut =
    named.length > 0 ? [check('left-out', told === named.length, { count: named.length, names: named })] : [];
  const listed = (name: PacketCheck['name'], pages: number[]) =>
    pages.length > 0 ? [check(name, true, { count: pages.length, pages })] : [];
  return [
    ...listed('coarse', coarse),
    ...listed('drawn', drawn),
    ...listed('unseen', unseen),
    ...listed('gaps', gaps),
    ...leftOut,
  ];
}

function checkText({ plan, manifest, text: read, proof: { findings } }: ProvenPacket): PacketCheck[] {
  const front = manifest.pages
    .filter(
      ({ kind, sources }) => sources.length === 0 && kind !== 'gap' && kind !== 'blank' && kind !== 'divider',
    )
    .map(({ page }) => read(page - 1));
  const text = squeeze(front.join(''));
  const totalFen = plan.visits
    .flatMap(({ invoices }) => invoices)
    .reduce((sum, invoice) => sum + invoice.totalFen, 0);
  const hospitals = [...new Set(plan.visits.map(({ hospital }) => hospital).filter((name) => name !== ''))];
  const lost = hospitals.filter((name) => !text.includes(squeeze(name)));
  const amount = formatYuan(totalFen, true);
  const capitals = capitalYuan(totalFen);
  const hasTotal = text.includes(amount) || text.includes(formatYuan(totalFen));
  const missing = findings.filter(({ code }) => code === 'text-missing').map(({ detail }) => detail);
  const broken = findings.filter(({ code }) => code === 'archive-broken').map(({ detail }) => detail);
  // A supplement without invoices names no sum.
  const namesSum = !plan.supplement || plan.visits.some(({ invoices }) => invoices.length > 0);
  return [
    check('person-name', text.includes(squeeze(plan.person.name)), { names: [plan.person.name] }),
    check('hospital', lost.length === 0, { count: hospitals.length, names: lost }),
    ...(namesSum
      ? [
          check('total', hasTotal, { names: [amount] }),
          check('capitals', text.includes(squeeze(capitals)), { names: [capitals] }),
        ]
      : []),
    ...(plan.options?.archive === 'pdfa-2b'
      ? [check('archive', broken.length === 0, { names: broken })]
      : []),
    ...(missing.length > 0 ? [check('texts', false, { names: missing })] : []),
  ];
}

/** In the order they are shown. Never throws for a packet that is wrong: a check that did not pass says so. */
export const checkPacket = (packet: ProvenPacket): PacketCheck[] => [
  ...checkPages(packet),
  ...checkText(packet),
  ...listPages(packet),
];
