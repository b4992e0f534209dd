// A packet that is made, proven and handed over once, beside the one that is shown.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import { proofProblem } from '../../shared/packet-proof/judge.ts';
import { Problem } from '../../shared/problems.ts';
import { type BuiltPacket, startPress } from './press.ts';

/** Throws the Problems of making it, and packet-check-failed when it is not proven. */
export function finishOnce(plan: PacketPlan): Promise<BuiltPacket> {
  return new Promise<BuiltPacket>((resolve, reject) => {
    let built: BuiltPacket | undefined;
    const press = startPress(plan, {
      onProgress: () => undefined,
      onBuilt: (packet) => {
        built = packet;
      },
      onChecked: (checked) => {
        press.end();
        const failed = checked.checks.find(({ passed }) => !passed);
        if (checked.findings.some(({ fails }) => fails)) reject(proofProblem(checked));
        else if (failed) reject(new Problem('packet-check-failed', { page: 1, detail: failed.name }));
        else if (built) resolve(built);
      },
      onFailed: ({ code, params }) => {
        press.end();
        reject(new Problem(code, params));
      },
    });
  });
}
