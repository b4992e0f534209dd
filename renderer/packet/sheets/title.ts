// The heading of a sheet: its name, and one line under it that says whose it is.

import type { Flow } from '../layout/flow.ts';
import { fitLine, sizeToFit } from '../layout/wrap.ts';

export function drawTitle(flow: Flow, title: string, line: string): void {
  const middle = flow.left + flow.width / 2;
  flow.y += 18;
  const size = sizeToFit(flow.font, title, 18, flow.width);
  flow.sheet.tag('H1', () => flow.sheet.text(title, middle, flow.y, { size, align: 'center', weight: true }));
  flow.y += 20;
  const { text, size: small } = fitLine(flow.font, line, { size: 10, width: flow.width });
  flow.sheet.text(text, middle, flow.y, { size: small, align: 'center', grey: 0.3 });
  flow.y += 14;
}
