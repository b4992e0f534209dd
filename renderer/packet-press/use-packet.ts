// The packet of a plan, kept up to date: built a moment after the plan changes, the earlier one shown until then.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import { type BuiltPacket, type CheckedPacket, type Press, startPress } from './press.ts';
import type { PressProgress } from './press-messages.ts';

export type ShownPacket = BuiltPacket & { press: Press; plan: PacketPlan; checked: CheckedPacket | null };

export type PacketState = {
  /** What can be looked at now. Belongs to an earlier plan while `working`. */
  shown: ShownPacket | null;
  working: boolean;
  progress: PressProgress | null;
  problem: ProblemFact | null;
  cancelled: boolean;
};

export type PacketBench = PacketState & {
  cancel: () => void;
  again: () => void;
  /** The packet of this very plan, built and checked; throws the Problem that stopped it, or 'cancelled'. */
  finished: (wanted: PacketPlan) => Promise<ShownPacket>;
};

/** What was asked of an earlier plan: nobody stopped it, there is something newer to build. */
export class PlanChanged extends Problem {
  constructor() {
    super('cancelled');
  }
}

/** Changes that follow each other while a person waits for the packet. */
const PLANS_AT_MOST = 5;

/** The packet of what the vault holds now: a plan that changes meanwhile is built anew, not given up in silence. */
export async function finishLatest(
  { finished }: Pick<PacketBench, 'finished'>,
  readPlan: () => Promise<PacketPlan>,
): Promise<ShownPacket> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await finished(await readPlan());
    } catch (error) {
      if (!(error instanceof PlanChanged) || tried === PLANS_AT_MOST) throw error;
    }
  }
}

const SETTLE_MILLISECONDS = 350;
const everyone = (): boolean => true;
const resting: PacketState = { shown: null, working: false, progress: null, problem: null, cancelled: false };

type Waiter = {
  wanted: PacketPlan;
  resolve: (packet: ShownPacket) => void;
  reject: (problem: Problem) => void;
};

export function usePacket(plan: PacketPlan | undefined): PacketBench {
  const [state, setState] = useState<PacketState>(resting);
  const [round, setRound] = useState(0);
  const shown = useRef<ShownPacket | null>(null);
  const making = useRef<Press | null>(null);
  /** Whose reports still count: none after a change of plan or a cancel. */
  const heard = useRef<Press | null>(null);
  const waiters = useRef<Waiter[]>([]);
  const latest = useRef(state);
  latest.current = state;
  const present = useRef(plan);
  present.current = plan;

  const settle = useCallback((use: (waiter: Waiter) => void, isDone: (waiter: Waiter) => boolean) => {
    const done = waiters.current.filter(isDone);
    waiters.current = waiters.current.filter((waiter) => !isDone(waiter));
    for (const waiter of done) use(waiter);
  }, []);

  const show = useCallback((packet: ShownPacket) => {
    if (shown.current && shown.current.press !== packet.press) shown.current.press.end();
    shown.current = packet;
    making.current = null;
  }, []);

  const endMaking = useCallback(() => {
    making.current?.end();
    making.current = null;
    heard.current = null;
  }, []);

  const begin = useCallback(
    (wanted: PacketPlan) => {
      const isHeard = () => heard.current === press;
      const fail = (problem: ProblemFact) => {
        if (!isHeard()) return;
        setState((before) => ({ ...before, working: false, progress: null, problem }));
        settle((waiter) => waiter.reject(new Problem(problem.code, problem.params)), everyone);
      };
      const press: Press = startPress(wanted, {
        onProgress: (progress) => isHeard() && setState((before) => ({ ...before, progress })),
        onBuilt: (built) => {
          if (!isHeard()) return;
          show({ ...built, press, plan: wanted, checked: null });
          setState((before) => ({ ...before, shown: shown.current, working: true }));
        },
        onChecked: (checked) => {
          if (!isHeard() || !shown.current) return;
          const packet = { ...shown.current, checked };
          shown.current = packet;
          setState((before) => ({ ...before, shown: packet, working: false, progress: null }));
          settle(
            (waiter) => waiter.resolve(packet),
            (waiter) => waiter.wanted === wanted,
          );
        },
        onFailed: fail,
      });
      making.current = press;
      heard.current = press;
    },
    [settle, show],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round builds the same plan again.
  useEffect(() => {
    if (!plan) return;
    // What was asked of an earlier plan is not answered with this one.
    settle(
      (waiter) => waiter.reject(new PlanChanged()),
      (waiter) => waiter.wanted !== plan,
    );
    setState((before) => ({ ...before, working: true, progress: null, problem: null, cancelled: false }));
    const timer = setTimeout(() => begin(plan), shown.current ? SETTLE_MILLISECONDS : 0);
    return () => {
      clearTimeout(timer);
      endMaking();
    };
  }, [plan, round, begin, endMaking, settle]);

  useEffect(
    () => () => {
      settle((waiter) => waiter.reject(new Problem('cancelled')), everyone);
      shown.current?.press.end();
      shown.current = null;
    },
    [settle],
  );

  const cancel = useCallback(() => {
    endMaking();
    setState((before) => ({ ...before, working: false, progress: null, cancelled: true }));
    settle((waiter) => waiter.reject(new Problem('cancelled')), everyone);
  }, [endMaking, settle]);

  const finished = useCallback((wanted: PacketPlan): Promise<ShownPacket> => {
    const { shown: packet, working, problem } = latest.current;
    if (packet?.checked && !working && packet.plan === wanted) return Promise.resolve(packet);
    // A plan that has not come through to the screen yet starts its own round when it does.
    const isResting = !working && present.current === wanted;
    if (isResting && problem) return Promise.reject(new Problem(problem.code, problem.params));
    if (isResting) setRound((before) => before + 1);
    return new Promise((resolve, reject) => waiters.current.push({ wanted, resolve, reject }));
  }, []);

  const again = useCallback(() => setRound((before) => before + 1), []);
  return { ...state, cancel, again, finished };
}
