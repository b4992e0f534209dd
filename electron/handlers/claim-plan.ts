// The plan of a claim's packet: what is printed in which order, with nothing in it that differs between two equal vaults.

import { paperDemands } from '../../shared/completeness.ts';
import type { MediaType, Paper, PaperPage, ScanPage, Visit } from '../../shared/domain.ts';
import type { PacketPaper, PacketPlan, PacketSource, PacketVisit } from '../../shared/packet-plan.ts';
import { editedSize, formatEdit, type PageEdit, uprightSize } from '../../shared/page-edit.ts';
import { getClaim } from '../database/claim.ts';
import { findClaimOptions, findUsualOptions } from '../database/claim-options.ts';
import { listInvoicesOfVisit } from '../database/invoice.ts';
import { listPapers } from '../database/paper.ts';
import { getPerson } from '../database/person.ts';
import { getScan } from '../database/scan.ts';
import { getSettings, isSample } from '../database/setting.ts';
import type { Db } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import type { Handler } from './context.ts';

export const planClaim: Handler<'claim.plan'> = ({ vault: { db } }, { id, order, language }): PacketPlan => {
  const claim = getClaim(db, id);
  const options = (findClaimOptions(db, id) ?? findUsualOptions(db))?.packet;
  const { id: _, archived, createdAt, updatedAt, note, ...person } = getPerson(db, claim.personId);
  return {
    language: language ?? getSettings(db).language,
    order: order ?? claim.order,
    sample: isSample(db),
    number: claim.number,
    title: claim.title,
    person,
    visits: claim.visitIds.map((visitId, at) => planVisit(db, getVisit(db, visitId), String(at + 1))),
    ...(options ? { options } : {}),
  };
};

/** `serial` stands for the visit: its own id is random. */
function planVisit(db: Db, visit: Visit, serial: string): PacketVisit {
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
    papers: planPapers(db, visit),
  };
}

/** The demanded papers in their order, each unmet demand as a paper without pages; then everything else there is. */
function planPapers(db: Db, visit: Visit): PacketPaper[] {
  const papers = listPapers(db, visit.id);
  const demands = paperDemands[visit.kind];
  const demanded = demands.flatMap(({ anyOf }) => {
    const meeting = papers.filter((paper) => anyOf.includes(paper.kind));
    return meeting.length > 0
      ? meeting.map((paper) => planPaper(db, paper, [...anyOf]))
      : [{ kind: anyOf[0] ?? 'other', title: '', form: 'original' as const, anyOf: [...anyOf], pages: [] }];
  });
  const asked = new Set(demands.flatMap((demand) => demand.anyOf));
  const others = papers.filter((paper) => !asked.has(paper.kind));
  return [...demanded, ...others.map((paper) => planPaper(db, paper, [paper.kind]))];
}

const planPaper = (db: Db, paper: Paper, anyOf: Paper['kind'][]): PacketPaper => ({
  kind: paper.kind,
  title: paper.title,
  form: paper.form,
  anyOf,
  pages: paper.pages.map((page) => planSource(db, page)),
});

function planSource(db: Db, { scan: id, page, turn: extraTurn, edit }: PaperPage): PacketSource {
  const scan = getScan(db, id);
  const look = scan.pages[page];
  if (!look) throw new Error(`scan ${id} has no page ${page}`);
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
