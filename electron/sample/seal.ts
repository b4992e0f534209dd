// The hospital's round red seal: a ring, its name on the arc, a star, and what the seal is for.

import { degrees } from 'pdf-lib';
import { type Place, type Sheet, sealRed } from './sheet.ts';

export type SealWords = { owner: string; purpose: string };

/** `centre` in points from the top left. */
export function drawSeal(sheet: Sheet, centre: Place, words: SealWords, radius = 44): void {
  const { page, height, fonts } = sheet;
  const middle = { x: centre.x, y: height - centre.y };
  page.drawCircle({
    ...middle,
    size: radius,
    borderWidth: 2,
    borderColor: sealRed,
    opacity: 0,
    borderOpacity: 0.85,
  });
  const characters = [...words.owner];
  const step = Math.min(30, 250 / characters.length);
  characters.forEach((character, at) => {
    const angle = (at - (characters.length - 1) / 2) * step;
    const size = radius * 0.27;
    const distance = radius * 0.68;
    const turned = (angle * Math.PI) / 180;
    const half = fonts.bold.widthOfTextAtSize(character, size) / 2;
    page.drawText(character, {
      x: middle.x + distance * Math.sin(turned) - half * Math.cos(turned),
      y: middle.y + distance * Math.cos(turned) + half * Math.sin(turned),
      size,
      font: fonts.bold,
      color: sealRed,
      opacity: 0.85,
      rotate: degrees(-angle),
    });
  });
  page.drawSvgPath(starPath(radius * 0.3), { ...middle, color: sealRed, opacity: 0.85 });
  const size = radius * 0.2;
  const width = fonts.bold.widthOfTextAtSize(words.purpose, size);
  page.drawText(words.purpose, {
    x: middle.x - width / 2,
    y: middle.y - radius * 0.6,
    size,
    font: fonts.bold,
    color: sealRed,
    opacity: 0.85,
  });
}

function starPath(radius: number): string {
  const corners = Array.from({ length: 10 }, (_, at) => {
    const distance = at % 2 === 0 ? radius : radius * 0.382;
    const angle = (at * Math.PI) / 5;
    return `${(distance * Math.sin(angle)).toFixed(3)} ${(-distance * Math.cos(angle)).toFixed(3)}`;
  });
  return `M ${corners.join(' L ')} Z`;
}
