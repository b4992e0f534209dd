// A page that stands for something absent: a dashed frame nobody takes for a paper, what is missing, what to do.

import type { Notice } from '../draft.ts';
import { Flow } from '../layout/flow.ts';
import type { PacketFont } from '../layout/packet-font.ts';
import { A4, MARGIN, type Sheet } from '../layout/sheet.ts';
import { drawTable } from '../layout/table.ts';
import { wrapText } from '../layout/wrap.ts';

const FRAME = { x: MARGIN, y: 120, width: A4.width - 2 * MARGIN, height: 420 };

export function drawNotice(font: PacketFont, notice: Notice): Sheet {
  const flow = new Flow(font);
  const { sheet } = flow;
  const middle = A4.width / 2;
  flow.y = FRAME.y + 72;
  sheet.tag('H1', () => {
    for (const line of wrapText(font, notice.title, 28, FRAME.width - 60)) {
      sheet.text(line, middle, flow.y, { size: 28, align: 'center', weight: true });
      flow.y += 38;
    }
  });
  flow.y -= 8;
  sheet.text(notice.lead, middle, flow.y, { size: 11, align: 'center', grey: 0.35 });
  flow.y += 34;
  const inner = FRAME.width - 80;
  drawTable(Object.assign(flow, { left: FRAME.x + 40, width: inner }), {
    widths: [120, inner - 120],
    size: 11,
    padding: 6,
    lowest: 28,
    rows: notice.facts.map(({ name, value }) => [
      { text: name, shade: true, align: 'center', grey: 0.2 },
      { text: value },
    ]),
  });
  drawAdvice(flow, notice.advice);
  const height = Math.max(FRAME.height, flow.y + 48 - FRAME.y);
  sheet.frame({ ...FRAME, height }, { width: 1.4, grey: 0.35, dash: [7, 5] });
  return sheet;
}

function drawAdvice(flow: Flow, { title, steps }: Notice['advice']): void {
  flow.y += 34;
  flow.sheet.tag('H2', () => flow.sheet.text(title, flow.left, flow.y, { size: 12, weight: true }));
  for (const [at, step] of steps.entries()) {
    flow.y += 6;
    const mark = steps.length > 1 ? `${at + 1}.` : '';
    flow.sheet.tag('P', () => {
      flow.sheet.text(mark, flow.left, flow.y + 18, { size: 11 });
      for (const line of wrapText(flow.font, step, 11, flow.width - 20)) {
        flow.y += 18;
        flow.sheet.text(line, flow.left + (mark ? 18 : 0), flow.y, { size: 11 });
      }
    });
  }
}
