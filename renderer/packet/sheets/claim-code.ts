// The QR code on the cover: whoever scans it, or types what stands in it, finds the claim again in the program.

import encodeQR from 'qr';
import { A4, SAFE_EDGE, type Sheet } from '../layout/sheet.ts';
import { makeElement } from '../layout/structure.ts';

const SIDE = 52;

export const claimPayload = (number: string): string => `guibao:claim:${number}`;

/** Upper right corner, 18 mm, with the quiet zone the standard asks for (four modules). */
export function drawClaimCode(sheet: Sheet, number: string): void {
  const rows = encodeQR(claimPayload(number), 'raw', { ecc: 'medium', border: 4 });
  const module = SIDE / (rows.length - 8);
  const [left, top] = [A4.width - SAFE_EDGE - SIDE - 4 * module, SAFE_EDGE - 4 * module];
  const quiet = rows.length * module;
  sheet.fill({ x: left, y: top, width: quiet, height: quiet }, 1);
  const shift = A4.width - SAFE_EDGE - SIDE - 4 * module;
  const squares = rows.flatMap((row, y) =>
    row.flatMap((dark, x) =>
      dark
        ? [
            `${(shift + x * module).toFixed(3)} ${(A4.height - top - (y + 1) * module).toFixed(3)} ${module.toFixed(3)} ${module.toFixed(3)} re`,
          ]
        : [],
    ),
  );
  // One path and one fill: no hairlines between neighbours.
  const figure = makeElement('Figure', { alt: claimPayload(number) });
  sheet.within(figure, () => sheet.raw(`q 0 g ${squares.join(' ')} f Q`));
}
