// The phone's page of one vault: opened by a dialog, shut with it, after a quarter of an hour of silence, or when nobody looks.

import { randomBytes } from 'node:crypto';
import type { IntakeTarget } from '../../shared/calls.ts';
import type { Language } from '../../shared/domain.ts';
import type { PhoneArrival, PhoneState } from '../../shared/ways-in-calls.ts';
import type { Vault } from '../database/vault.ts';
import { getVisit } from '../database/visit.ts';
import { reportBug } from '../files/bug-log.ts';
import type { Context } from '../handlers/context.ts';
import { paperName, phoneWords } from '../words/phone.ts';
import { findLanAddresses, type LanAddress } from './lan.ts';
import { type PhoneServer, startPhoneServer } from './phone-server.ts';

/** Without a knock of the phone. */
const IDLE_MS = 15 * 60_000;
/** Without a question of whoever shows the code; a page in the background may ask once a minute only. */
const FORGOTTEN_MS = 3 * 60_000;

type Ending = PhoneState['ended'];
type Session = {
  id: string;
  server: PhoneServer | null;
  ended: Ending;
  address: string;
  addresses: LanAddress[];
  sending: number;
  arrivals: PhoneArrival[];
  heardAt: number;
  askedAt: number;
  timer: NodeJS.Timeout | null;
};

const sessions = new WeakMap<Vault, Session>();

/** What the phone shows as the place of its pictures. */
function describeTarget(context: Context, target: IntakeTarget | null): (language: Language) => string {
  if (!target) return (language) => phoneWords[language].inbox;
  const { date } = getVisit(context.vault.db, target.visitId);
  return (language) => {
    const day = phoneWords[language].ofDay.replace('{day}', date);
    const paper = paperName(target.kind, language);
    if (date === '') return paper;
    return language === 'en' ? `${paper}, ${day}` : `${paper}（${day}）`;
  };
}

function describe(session: Session): PhoneState {
  const { id, server, ended, address, addresses, sending, arrivals } = session;
  return {
    session: id,
    ended,
    url: server?.url ?? '',
    address,
    addresses,
    connected: server?.isConnected() ?? false,
    sending,
    arrivals,
  };
}

async function end(session: Session, ended: Ending): Promise<void> {
  if (session.ended !== '') return;
  session.ended = ended;
  if (session.timer) clearInterval(session.timer);
  const { server } = session;
  session.server = null;
  await server?.close();
}

/** Shuts what nobody uses any more. Called by the clock and before every answer. */
export function expire(session: Pick<Session, 'heardAt' | 'askedAt' | 'sending'>, now: number): Ending {
  if (session.sending > 0) return '';
  if (now - session.askedAt > FORGOTTEN_MS) return 'forgotten';
  return now - session.heardAt > IDLE_MS ? 'idle' : '';
}

function watchClock(session: Session, now: () => number): void {
  session.timer = setInterval(() => {
    const ended = expire(session, now());
    if (ended) void end(session, ended).catch(reportBug);
  }, 5_000);
  session.timer.unref();
}

/** Opens the page for `target`, ending an open one. Without a network the state says so; nothing is thrown for it. */
export async function openPhone(
  context: Context,
  wish: { target: IntakeTarget | null; address: string },
): Promise<PhoneState> {
  const { vault } = context;
  const into = describeTarget(context, wish.target);
  await closePhone(vault);
  const addresses = context.lan?.() ?? findLanAddresses();
  const chosen = addresses.find(({ address }) => address === wish.address) ?? addresses[0];
  const now = context.now().getTime();
  const session: Session = {
    id: randomBytes(8).toString('hex'),
    server: null,
    ended: chosen ? '' : 'no-network',
    address: chosen?.address ?? '',
    addresses,
    sending: 0,
    arrivals: [],
    heardAt: now,
    askedAt: now,
    timer: null,
  };
  sessions.set(vault, session);
  if (!chosen) return describe(session);
  const server = await startPhoneServer(context, {
    address: chosen.address,
    into,
    target: wish.target,
    onKnock: () => {
      session.heardAt = context.now().getTime();
    },
    onSending: (change) => {
      session.sending += change;
      session.heardAt = context.now().getTime();
    },
    onDelivery: (delivery) => {
      session.arrivals = [...session.arrivals, { ...delivery, number: session.arrivals.length + 1 }];
    },
  }).catch(() => null);
  if (!server) {
    session.ended = 'address-gone';
    return describe(session);
  }
  // Another opening came while this one was starting: the later one holds.
  if (sessions.get(vault) !== session || session.ended !== '') {
    await server.close();
    session.ended = 'closed';
    return describe(session);
  }
  session.server = server;
  watchClock(session, () => context.now().getTime());
  return describe(session);
}

/** How it stands with the opening `id`; one that another followed is told as closed. */
export async function readPhone(context: Context, id: string): Promise<PhoneState> {
  const session = sessions.get(context.vault);
  if (session?.id !== id) {
    return {
      session: id,
      ended: 'closed',
      url: '',
      address: '',
      addresses: [],
      connected: false,
      sending: 0,
      arrivals: [],
    };
  }
  const ended = expire(session, context.now().getTime());
  if (ended) await end(session, ended);
  session.askedAt = context.now().getTime();
  return describe(session);
}

/** Shuts the opening `id`, or any when left out. */
export async function closePhone(vault: Vault, id?: string): Promise<void> {
  const session = sessions.get(vault);
  if (session && (id === undefined || session.id === id)) await end(session, 'closed');
}
