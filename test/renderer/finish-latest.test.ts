// Saving waits for the packet of what the vault holds now, whatever changes meanwhile.

import { expect, test } from 'vitest';
import { finishLatest, PlanChanged, type ShownPacket } from '../../renderer/packet-press/use-packet.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';

const planOf = (number: number): PacketPlan => ({ number: String(number) }) as PacketPlan;

test('a plan that changes while the packet is made is built anew', async () => {
  let reading = 0;
  const wanted: string[] = [];
  const finished = async (plan: PacketPlan): Promise<ShownPacket> => {
    wanted.push(plan.number);
    if (wanted.length < 3) throw new PlanChanged();
    return { plan } as ShownPacket;
  };
  const packet = await finishLatest({ finished }, async () => planOf(++reading));
  expect(packet.plan.number).toBe('3');
  expect(wanted).toEqual(['1', '2', '3']);
});

test('what a person stops stays stopped, and a plan that never rests ends with a problem', async () => {
  let asked = 0;
  const stopped = async (): Promise<ShownPacket> => {
    asked += 1;
    throw new Problem('cancelled');
  };
  await expect(finishLatest({ finished: stopped }, async () => planOf(1))).rejects.toThrow(Problem);
  expect(asked).toBe(1);
  const restless = async (): Promise<ShownPacket> => {
    asked += 1;
    throw new PlanChanged();
  };
  await expect(finishLatest({ finished: restless }, async () => planOf(1))).rejects.toThrow(PlanChanged);
  expect(asked).toBe(6);
});
