// One packet built and checked away from the preview, for the moment in which it is kept in the vault.

import type { PacketPlan } from '../../../shared/packet-plan.ts';
import { Problem, type ProblemFact } from '../../../shared/problems.ts';
import { type BuiltPacket, type CheckedPacket, startPress } from '../../packet-press/press.ts';

/** Throws the Problem that stopped it; whether the proof holds is for the caller to see. */
export function pressOnce(plan: PacketPlan): Promise<BuiltPacket & { checked: CheckedPacket }> {
  return new Promise((resolve, reject) => {
    let built: BuiltPacket | undefined;
    const fail = ({ code, params }: ProblemFact) => {
      press.end();
      reject(new Problem(code, params));
    };
    const press = startPress(plan, {
      onProgress: () => {},
      onBuilt: (packet) => {
        built = packet;
      },
      onChecked: (checked) => {
        press.end();
        if (built) resolve({ ...built, checked });
      },
      onFailed: fail,
    });
  });
}
