// What stands in front of a section: a page that fills up the sheet before it when both sides are printed, a divider.

import type { PacketOptions } from '../../../shared/packet-options.ts';
import type { PacketPlan, PacketVisit } from '../../../shared/packet-plan.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import type { Section } from '../claim-draft.ts';
import type { BodyPage } from '../draft.ts';
import { Flow } from '../layout/flow.ts';
import type { PacketFont } from '../layout/packet-font.ts';
import { A4, MARGIN, Sheet } from '../layout/sheet.ts';
import { drawTable } from '../layout/table.ts';
import { wrapText } from '../layout/wrap.ts';
import { sheetWords } from './words.ts';

/** Moves the entries behind the pages put in front of them. The front has an even number of pages when `duplex`. */
export function spaceSections(sections: Section[], { dividers, duplex }: PacketOptions): Section[] {
  if (!dividers && !duplex) return sections;
  let next = 0;
  return sections.map((section) => {
    const lead: Section['lead'] = [
      ...(duplex && next % 2 === 1 ? (['blank'] as const) : []),
      ...(dividers ? (['divider'] as const) : []),
    ];
    next += lead.length;
    const entries = section.entries.map((entry) => {
      const start = next;
      next += entry.count;
      return { ...entry, start };
    });
    return { ...section, entries, lead };
  });
}

export function leadPages(plan: PacketPlan, section: Section): BodyPage[] {
  const words = sheetWords[plan.language];
  return (section.lead ?? []).map((kind): BodyPage => {
    const shared = { visit: null, paper: null, section: kind === 'blank' ? '' : section.title };
    if (kind === 'blank')
      return {
        ...shared,
        label: words.blank,
        footer: '',
        own: { kind, draw: (font) => drawBlank(font, words.blank) },
      };
    return {
      ...shared,
      label: section.title,
      footer: section.title,
      own: { kind, draw: (font) => drawDivider(font, plan, section) },
    };
  });
}

export function drawBlank(font: PacketFont, words: string): Sheet {
  const sheet = new Sheet(font);
  sheet.text(words, A4.width / 2, A4.height / 2, { size: 11, align: 'center', grey: 0.5 });
  return sheet;
}

function drawDivider(font: PacketFont, plan: PacketPlan, { title, entries }: Section): Sheet {
  const flow = new Flow(font);
  const { sheet } = flow;
  const middle = A4.width / 2;
  flow.y = 190;
  sheet.line({ x: MARGIN, y: flow.y - 56 }, { x: A4.width - MARGIN, y: flow.y - 56 }, 1.2, 0.25);
  sheet.tag('H1', () => {
    for (const line of wrapText(font, title, 26, flow.width)) {
      sheet.text(line, middle, flow.y, { size: 26, align: 'center', weight: true });
      flow.y += 36;
    }
  });
  sheet.line({ x: MARGIN, y: flow.y }, { x: A4.width - MARGIN, y: flow.y }, 0.5, 0.25);
  flow.y += 34;
  const inner = 340;
  const words = domainWords[plan.language];
  const shown = entries.slice(0, 18);
  drawTable(Object.assign(flow, { left: middle - inner / 2, width: inner }), {
    widths: [36, inner - 36 - 80, 80],
    size: 11,
    padding: 5,
    lowest: 26,
    rows: shown.map((entry, at) => {
      const { date } = plan.visits[entry.visit] as PacketVisit;
      const name = plan.order === 'visit' ? entry.label : `${date} ${entry.label}`;
      const form = entry.gap ? sheetWords[plan.language].missing : words.form[entry.paper.form];
      return [{ text: String(at + 1), align: 'center' }, { text: name }, { text: form, align: 'center' }];
    }),
  });
  if (shown.length < entries.length) sheet.text('…', middle, flow.y + 16, { size: 11, align: 'center' });
  return sheet;
}
