// Reads what is typed behind options: dates, yuan, page numbers, beginnings of ids.

import { InvalidArgumentError } from 'commander';
import { readCalendarDate } from '../../shared/dates.ts';
import type { InvoiceLine } from '../../shared/domain.ts';
import { parseYuan } from '../../shared/money.ts';
import { Problem } from '../../shared/problems.ts';
import type { Session } from './session.ts';

/** yyyy-mm-dd; throws date-invalid. '' stays ''. */
export function readDate(text: string): string {
  if (text === '') return '';
  const date = readCalendarDate(text);
  if (date === undefined) throw new Problem('date-invalid', { value: text });
  return date;
}

/** "糖化血红蛋白|化验费|1|项|60.00"; throws a usage error, or the amount's Problem. A refunded line may be negative. */
export function readLine(text: string): InvoiceLine {
  const [name, category, quantity, unit, amount] = text.split(/[|｜]/).map((part) => part.trim());
  if (!name || amount === undefined) throw new InvalidArgumentError(text);
  const refunded = amount.startsWith('-');
  const amountFen = parseYuan(refunded ? amount.slice(1) : amount) * (refunded ? -1 : 1);
  return { name, category: category ?? '', quantity: quantity ?? '', unit: unit ?? '', amountFen };
}

/** "1,3" -> positions [0, 2]; throws a usage error. */
export function readPages(text: string): number[] {
  return text.split(/[,，]/).map((part) => {
    const page = Number(part.trim());
    if (!Number.isInteger(page) || page < 1) throw new InvalidArgumentError(text);
    return page - 1;
  });
}

export const gather =
  <T>(read: (text: string) => T) =>
  (text: string, before: T[] | undefined): T[] => [...(before ?? []), read(text)];
export const gatherTexts = gather((text) => text);

type Named = { id: string; names: string[] };
export type IdKind =
  | 'person'
  | 'visit'
  | 'invoice'
  | 'claim'
  | 'inbox'
  | 'filing'
  | 'approval'
  | 'standing-paper'
  | 'hospital';

const wordOf = { 'standing-paper': 'standingPaper', hospital: 'hospitals' } as const;
const nameKind = (session: Session, kind: IdKind): string =>
  session.say(kind === 'standing-paper' || kind === 'hospital' ? wordOf[kind] : kind);

/** The id that `text` begins, or that it names; throws not-found, or input-invalid when several fit. */
export async function findId(session: Session, kind: IdKind, text: string): Promise<string> {
  if (/^[a-z]+-[0-9a-z]{10}$/.test(text)) return text;
  const known = await listNamed(session, kind);
  const exact = known.filter(({ names }) => names.includes(text));
  const begun = known.filter(
    ({ id }) => text !== '' && (id.startsWith(text) || id.startsWith(`${kind.split('-')[0]}-${text}`)),
  );
  const found = exact.length > 0 ? exact : begun;
  const [only, ...others] = found;
  if (!only) throw new Problem('not-found', { what: nameKind(session, kind), id: text });
  if (others.length === 0) return only.id;
  const reason = `${session.say('several')}: ${found.map(({ id }) => id).join(', ')}`;
  throw new Problem('input-invalid', { field: text, reason });
}

export const findIds = (session: Session, kind: IdKind, texts: string[]): Promise<string[]> =>
  Promise.all(texts.map((text) => findId(session, kind, text)));

async function listNamed(session: Session, kind: IdKind): Promise<Named[]> {
  const plain = (items: { id: string }[]) => items.map(({ id }) => ({ id, names: [] }));
  const { ask } = session;
  switch (kind) {
    case 'person':
      return (await ask('person.list', { archived: true })).map(({ id, name }) => ({ id, names: [name] }));
    case 'visit': {
      const all = [...(await ask('visit.list', {})), ...(await ask('visit.list', { removed: true }))];
      return plain([...new Map(all.map((visit) => [visit.id, visit])).values()]);
    }
    case 'invoice':
      return plain(await ask('invoice.list', {}));
    case 'claim':
      return (await ask('claim.list', {})).map(({ claim }) => ({ id: claim.id, names: [claim.number] }));
    case 'inbox':
      return plain(await ask('inbox.list', {}));
    case 'filing':
      return plain(await ask('filing.list', {}));
    case 'approval':
      return plain(await ask('approval.list', {}));
    case 'standing-paper':
      return plain(await ask('standing-paper.list', {}));
    case 'hospital':
      return (await ask('hospital.list', {})).map(({ id, name, aliases }) => ({
        id,
        names: [name, ...aliases],
      }));
  }
}
