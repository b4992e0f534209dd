// Where the window was when it was last closed, kept in a small file of the program.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export const SMALLEST = { width: 1024, height: 700 };

const placed = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(SMALLEST.width).max(20_000),
  height: z.int().min(SMALLEST.height).max(20_000),
  maximized: z.boolean(),
});
/** Points of the screen. Without x and y the window goes to the middle. */
export type WindowPlace = { x?: number; y?: number; width: number; height: number; maximized: boolean };
type Area = { x: number; y: number; width: number; height: number };

const usual: WindowPlace = { width: 1280, height: 820, maximized: false };

function isOnScreen(x: number, y: number, screens: Area[]): boolean {
  return screens.some(
    (area) =>
      x >= area.x - 50 && y >= area.y - 50 && x < area.x + area.width - 100 && y < area.y + area.height - 100,
  );
}

/** The place kept in `file`; the usual one when there is none; centred when its screen is gone. */
export function readWindowPlace(file: string, screens: Area[]): WindowPlace {
  try {
    const place = placed.parse(JSON.parse(readFileSync(file, 'utf8')));
    const { x, y, ...size } = place;
    return x !== undefined && y !== undefined && isOnScreen(x, y, screens) ? { ...size, x, y } : size;
  } catch {
    return usual;
  }
}

/** Keeps the place; a window that cannot remember it is still a good window, so a failure is not told. */
export function keepWindowPlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(place));
  } catch {}
}
