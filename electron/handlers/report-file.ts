// The year report as a file to open in a spreadsheet program: CSV or a workbook.

import writeXlsxFile from 'write-excel-file/node';
import type { YearReport } from '../../shared/claim-life-calls.ts';
import type { Language } from '../../shared/domain.ts';
import { formatYuan } from '../../shared/money.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { getSettings } from '../database/setting.ts';
import { type ReportWords, reportWords } from '../words/report.ts';
import type { Handler } from './context.ts';
import { makeYearReport } from './report.ts';

/** A text, or an amount in fen, or a count. */
type Cell = string | { fen: number } | { count: number };
type Table = { name: string; rows: Cell[][] };

export const writeReport: Handler<'report.file'> = async ({ vault: { db } }, input) => {
  const language = input.language ?? getSettings(db).language;
  const report = makeYearReport(db, input.personId, input.year);
  const tables = tabulate(report, language);
  const bytes = input.form === 'csv' ? writeCsv(tables) : await writeWorkbook(tables);
  const fileName = `${reportWords[language].fileName}-${input.year}.${input.form}`;
  return { fileName, base64: bytes.toString('base64') };
};

function tabulate(report: YearReport, language: Language): Table[] {
  const words = reportWords[language];
  const names = domainWords[language];
  const amounts = ['spent', 'settled', 'claimed', 'paid', 'open', 'unclaimed', 'self'] as const;
  const people = report.people.map((row): Cell[] => [
    row.name,
    ...amounts.map((name) => ({ fen: row[`${name}Fen`] })),
  ]);
  const months = report.people.flatMap((row) =>
    row.months.map((month, at): Cell[] => [
      row.name,
      `${report.year}-${String(at + 1).padStart(2, '0')}`,
      { fen: month.spentFen },
      { fen: month.paidFen },
    ]),
  );
  const claims = report.claims.map((row): Cell[] => [
    row.number,
    row.personName,
    names.claimStatus[row.status],
    { fen: row.spentFen },
    { fen: row.ownFen },
    { fen: row.paidFen },
  ]);
  const returns = report.returns.map((row): Cell[] => [
    row.office,
    names.returnReason[row.reason],
    { count: row.count },
  ]);
  return [
    { name: words.people, rows: [[words.name, ...amounts.map((name) => words[name])], ...people] },
    { name: words.months, rows: [[words.name, words.month, words.spent, words.paid], ...months] },
    { name: words.claims, rows: [headOfClaims(words), ...claims] },
    { name: words.returns, rows: [[words.office, words.reason, words.count], ...returns] },
  ];
}

const headOfClaims = (words: ReportWords): Cell[] => [
  words.number,
  words.name,
  words.status,
  words.spent,
  words.own,
  words.paid,
];

/** With a byte order mark, without which spreadsheet programs read Chinese wrongly; lines end in CRLF. */
export function writeCsv(tables: readonly Table[]): Buffer {
  const parts = tables.map(({ name, rows }) =>
    [[name], ...rows].map((row) => row.map(quoteCell).join(',')).join('\r\n'),
  );
  return Buffer.from(`\ufeff${parts.join('\r\n\r\n')}\r\n`, 'utf8');
}

/** A text that a spreadsheet program would take for a formula gets an apostrophe in front. */
function quoteCell(cell: Cell): string {
  if (typeof cell !== 'string') return 'fen' in cell ? formatYuan(cell.fen) : String(cell.count);
  const safe = /^[\s]*[=+\-@\t\r|%＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

function writeWorkbook(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: rows.map((row, at) => row.map((cell) => asWorkbookCell(cell, at === 0))),
  }));
  return writeXlsxFile(sheets).toBuffer();
}

/** Texts are typed as text, so that none becomes a formula; amounts are numbers with two decimals. */
function asWorkbookCell(cell: Cell, bold: boolean) {
  if (typeof cell === 'string')
    return { type: String, value: cell, ...(bold ? { fontWeight: 'bold' as const } : {}) };
  if ('fen' in cell) return { type: Number, value: cell.fen / 100, format: '#,##0.00' };
  return { type: Number, value: cell.count };
}
