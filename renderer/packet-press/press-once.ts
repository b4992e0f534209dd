// A packet that is made and proven once, beside the one that is shown.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import { proofProblem } from '../../shared/packet-proof/judge.ts';
import { Problem } from '../../shared/problems.ts';
import { type BuiltPacket, type CheckedPacket, startPress } from './press.ts';

/** Throws the Problem that stopped it; whether the proof holds is for the caller to see. */
export function pressOnce(plan: PacketPlan): Promise<BuiltPacket & { checked: CheckedPacket }> {
  return new Promise((resolve, reject) => {
    let built: BuiltPacket | undefined;
    const press = startPress(plan, {
      onProgress: () => undefined,
      onBuilt: (packet) => {
        built = packet;
      },
      onChecked: (checked) => {
        press.end();
        if (built) resolve({ ...built, checked });
      },
      onFailed: ({ code, params }) => {
        press.end();
        reject(new Problem(code, params));
      },
    });
  });
}

/** Throws the Problems of making it, and packet-check-failed when it is not proven. */
export async function finishOnce(plan: PacketPlan): Promise<BuiltPacket> {
  const { checked, ...built } = await pressOnce(plan);
  const failed = checked.checks.find(({ passed }) => !passed);
  if (checked.findings.some(({ fails }) => fails)) throw proofProblem(checked);
  if (failed) throw new Problem('packet-check-failed', { page: 1, detail: failed.name });
  return built;
}
