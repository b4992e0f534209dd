// The plan of a claim's packet: what is printed in which order, with nothing in it that differs between two equal vaults.

import type { Claim, MediaType, Paper, PaperKind, PaperPage, ScanPage, Visit } from '../../shared/domain.ts';
import type { PacketPaper, PacketPlan, PacketSource, PacketVisit } from '../../shared/packet-plan.ts';
import { editedSize, formatEdit, type PageEdit, uprightSize } from '../../shared/page-edit.ts';
import { Problem } from '../../shared/problems.ts';
import { getClaim } from '../database/claim.ts';
import { findClaimOptions, findUsualOptions } from '../database/claim-options.ts';
import { listInvoicesOfVisit } from '../database/invoice.ts';
import { listPapers } from '../database/paper.ts';
import { getPerson } from '../database/person.ts';
import { getScan } from '../database/scan.ts';
import { getSettings, isSample } from '../database/setting.ts';
import type { Db } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import {
  type Arrangement,
  arrangePages,
  arrangePapers,
  listClaimPapers,
  listLeftOut,
  readArrangement,
} from './arrangement.ts';
import { planCover, planVisitFacts } from './claim-plan-facts.ts';
import { outlineSupplement, refuseEmpty, replyOf, rowOnFirst } from './claim-supplement.ts';
import type { Handler } from './context.ts';
import { notAsked, papersInOrder } from './paper-order.ts';
import { openDemands } from './visit-demands.ts';

export const planClaim: Handler<'claim.plan'> = (
  { vault: { db } },
  { id, order, language, supplement },
): PacketPlan => {
  const claim = getClaim(db, id);
  const options = (findClaimOptions(db, id) ?? findUsualOptions(db))?.packet;
  const { id: _, archived, createdAt, updatedAt, note, ...person } = getPerson(db, claim.personId);
  const head = {
    language: language ?? getSettings(db).language,
    order: order ?? claim.order,
    sample: isSample(db),
    number: claim.number,
    title: claim.title,
    person,
    ...(options ? { options } : {}),
  };
  const ask = openDemands(db);
  const visits = claim.visitIds.map((visitId) => getVisit(db, visitId));
  const arrangement = readArrangement(db, id);
  if (supplement) return { ...head, ...planSupplement(db, claim, visits) };
  return {
    ...head,
    cover: planCover(db, claim.personId, visits),
    visits: visits.map((visit, at) =>
      planVisit(db, visit, {
        serial: String(at + 1),
        papers: planPapers(db, visit, { ...ask(visit), arrangement }),
      }),
    ),
    ...planExcluded(db, claim),
  };
};

/** Only the papers that are sent, without pages for those still missing: the reply page names them. */
function planSupplement(
  db: Db,
  claim: Claim,
  visits: readonly Visit[],
): Pick<PacketPlan, 'visits' | 'supplement' | 'excluded'> {
  const outline = outlineSupplement(db, claim);
  refuseEmpty(claim, outline);
  const changeOf = new Map(outline.papers.map(({ paperId, change }) => [paperId, change]));
  const rowOf = rowOnFirst(db, claim);
  const ask = openDemands(db);
  const planned = visits.map((visit, at) => {
    const sent = listClaimPapers(db, claim.id, visit.id).filter(({ id }) => changeOf.has(id));
    const papers = papersInOrder(ask(visit).demands, sent).map((paper) => ({
      ...planPaper(db, paper, [paper.kind]),
      change: changeOf.get(paper.id),
    }));
    return planVisit(db, visit, { serial: String(rowOf(visit.id) ?? `new-${at + 1}`), papers });
  });
  return {
    visits: planned.filter(({ papers }) => papers.length > 0).map(keepOwnAttachments),
    supplement: replyOf(db, claim, outline),
    ...planExcluded(db, claim, ({ id }) => changeOf.has(id)),
  };
}

/** Electronic files go along with the papers they belong to; the office has the others. */
function keepOwnAttachments({ attachments = [], ...visit }: PacketVisit): PacketVisit {
  const sent = new Set(visit.papers.map(({ kind }) => kind));
  const own = attachments.filter(({ kind }) => sent.has(kind));
  return own.length > 0 ? { ...visit, attachments: own } : visit;
}

/** `serial` stands for the visit: its own id is random. */
function planVisit(
  db: Db,
  visit: Visit,
  { serial, papers }: { serial: string; papers: PacketPaper[] },
): PacketVisit {
  const invoices = listInvoicesOfVisit(db, visit.id);
  return {
    id: serial,
    kind: visit.kind,
    date: visit.date,
    endDate: visit.endDate,
    hospital: visit.hospital,
    department: visit.department,
    diagnosis: visit.diagnosis,
    diseaseName: visit.diseaseName,
    invoices: invoices.map(({ number, code, issueDate, totalFen }) => ({
      number,
      code,
      issueDate,
      totalFen,
    })),
    papers,
    ...planVisitFacts(db, visit),
  };
}

/** A paper of the vault and what is planned for it; a demand that nothing meets has no paper. */
type Planned = { paper?: Paper; planned: PacketPaper };
type PaperWish = { demands: PaperKind[][]; arrangement: Arrangement };

/**
 * The demanded papers in their order, each unmet demand as a paper without pages; then everything else there is; all of it as
 * the person arranged it. A paper whose pages are all left out is a gap while nothing else meets its demand.
 */
function planPapers(db: Db, visit: Visit, { demands, arrangement }: PaperWish): PacketPaper[] {
  const papers = listPapers(db, visit.id);
  const plan = (paper: Paper, anyOf: PaperKind[]): Planned => ({
    paper,
    planned: planPaper(db, arrangePages(arrangement, paper), anyOf),
  });
  const isLeftOut = ({ paper, planned }: Planned): boolean =>
    (paper?.pages.length ?? 0) > 0 && planned.pages.length === 0;
  const demanded = demands.flatMap((anyOf): Planned[] => {
    const meeting = papers
      .filter((paper) => anyOf.includes(paper.kind))
      .map((paper) => plan(paper, [...anyOf]));
    const shown = meeting.filter((one) => !isLeftOut(one));
    if (shown.length > 0) return shown;
    const gap = { title: '', form: 'original' as const, anyOf: [...anyOf], pages: [] };
    return meeting.length > 0 ? meeting.slice(0, 1) : [{ planned: { kind: anyOf[0] ?? 'other', ...gap } }];
  });
  const others = notAsked(demands, papers).map((paper) => plan(paper, [paper.kind]));
  const all = [...demanded, ...others.filter((one) => !isLeftOut(one))];
  return arrangePapers(arrangement, all, ({ paper }) => paper).map(({ planned }) => planned);
}

/** Counted in the packet and named to the family, so that nothing is missing without a word. */
function planExcluded(
  db: Db,
  { id, visitIds }: Claim,
  isSent: (paper: Paper) => boolean = () => true,
): Pick<PacketPlan, 'excluded'> {
  const left = listLeftOut(db, id, visitIds).filter(({ paper }) => isSent(paper));
  if (left.length === 0) return {};
  const excluded = left.map(({ visitId, paper: { kind, title }, scan, page, reason }) => ({
    ...{ visit: String(visitIds.indexOf(visitId) + 1), kind, title, scan, page, reason },
    fileName: getScan(db, scan).fileName,
  }));
  return { excluded };
}

const planPaper = (db: Db, paper: Paper, anyOf: Paper['kind'][]): PacketPaper => ({
  kind: paper.kind,
  title: paper.title,
  form: paper.form,
  anyOf,
  pages: paper.pages.map((page) => planSource(db, page)),
});

/** A page of a paper as a packet's plan names it. Throws `not-found`. */
export function planSource(db: Db, { scan: id, page, turn: extraTurn, edit }: PaperPage): PacketSource {
  const scan = getScan(db, id);
  const look = scan.pages[page];
  if (!look) throw new Problem('not-found', { what: 'page', id: page + 1 });
  const source = { scan: id, fileName: scan.fileName, page, extraTurn };
  if (edit) return { ...source, ...planEdited(look, edit), form: formOfEdited(scan.mediaType) };
  return { ...look, ...source, form: formOf(scan.mediaType) };
}

/** What the edited picture is: upright, in pixels; the packet's own turn comes on top. */
const planEdited = (look: ScanPage, edit: PageEdit) => ({
  ...editedSize(uprightSize(look), edit),
  unit: 'px' as const,
  mirrored: false,
  turn: 0 as const,
  edit: { text: formatEdit(edit), mirrored: look.mirrored, turn: look.turn },
});

/** As named; the bytes have the last word. */
const formOfEdited = (mediaType: MediaType): PacketSource['form'] =>
  ['image/jpeg', 'image/heic', 'image/avif'].includes(mediaType) ? 'jpeg' : 'png';

/** JPEG and PDF come as they are; of the other kinds a rendition, named PNG here, whose bytes have the last word. */
function formOf(mediaType: MediaType): PacketSource['form'] {
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType === 'image/jpeg' ? 'jpeg' : 'png';
}
