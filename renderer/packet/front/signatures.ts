// The foot of the application sheet: lines to sign and the box the office fills in. Kept together on one sheet.

import type { Language } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { Flow } from '../layout/flow.ts';
import { sizeToFit } from '../layout/wrap.ts';
import { packetWords } from '../words.ts';
import { sumOf } from './cover.ts';
import { replyWords } from './reply-words.ts';

const SIZE = 9.5;
const BOX = 92;
const RULE = { width: 0.5, grey: 0.25 };

export function drawSignatures(flow: Flow, plan: PacketPlan): void {
  const { language } = plan;
  const words = packetWords[language];
  if (flow.need(2 * 26 + 16 + BOX)) drawContinued(flow, plan);
  const middle = flow.left + flow.width * 0.56;
  flow.y += 22;
  blank(flow, words.applicantSignature, flow.left, middle - 16);
  dateBlanks(flow, language, { x: middle, y: flow.y });
  flow.y += 26;
  blank(flow, words.agentSignature, flow.left, middle - 16);
  blank(flow, words.agentId, middle, flow.left + flow.width);
  flow.y += 16;
  officeBox(flow, language);
}

/** A signature that stands on a sheet of its own says what it signs. */
function drawContinued(flow: Flow, plan: PacketPlan): void {
  const words = packetWords[plan.language];
  const { count, total } = sumOf(plan);
  flow.y += 14;
  const title = plan.supplement ? replyWords[plan.language].title : words.cover;
  flow.sheet.tag('H2', () =>
    flow.sheet.text(words.continued(title), flow.left, flow.y, { size: 12, weight: true }),
  );
  flow.y += 18;
  const sum = `${words.total} ${words.currency}${formatYuan(total, true)}`;
  const text = [plan.person.name, plan.number, words.invoiceCount(count), sum].join(' · ');
  const size = sizeToFit(flow.font, text, SIZE, flow.width);
  flow.sheet.text(text, flow.left, flow.y, { size, grey: 0.2 });
  flow.y += 8;
}

/** A caption and a line to write on, up to `end`. */
function blank(flow: Flow, caption: string, x: number, end: number): void {
  flow.sheet.text(caption, x, flow.y, { size: SIZE });
  const start = x + flow.font.width(caption, SIZE) + 6;
  flow.sheet.line({ x: start, y: flow.y + 2.5 }, { x: end, y: flow.y + 2.5 }, RULE.width, RULE.grey);
}

/** Year, month and day, each with room to write before it. */
function dateBlanks(flow: Flow, language: Language, at: { x: number; y: number }, grey = 0): void {
  const { signatureDate, dateUnits } = packetWords[language];
  const style = { size: SIZE, grey };
  flow.sheet.text(signatureDate, at.x, at.y, style);
  let x = at.x + flow.font.width(signatureDate, SIZE);
  for (const [place, unit] of dateUnits.entries()) {
    x += place === 0 ? 44 : 28;
    flow.sheet.text(unit, x, at.y, style);
    x += flow.font.width(unit, SIZE);
  }
}

function officeBox(flow: Flow, language: Language): void {
  const words = packetWords[language];
  const side = 66;
  const box = { x: flow.left, y: flow.y, width: flow.width, height: BOX };
  flow.sheet.fill({ ...box, width: side }, 0.945);
  flow.sheet.frame(box, RULE);
  flow.sheet.line({ x: flow.left + side, y: flow.y }, { x: flow.left + side, y: flow.y + BOX }, 0.5, 0.25);
  const caption = { size: SIZE, grey: 0.2 };
  flow.sheet.text(words.office, flow.left + side / 2, flow.y + BOX / 2 + 3.5, {
    ...caption,
    align: 'center',
  });
  const inner = flow.left + side + 10;
  flow.sheet.text(words.officeRemark, inner, flow.y + 17, caption);
  const foot = flow.y + BOX - 12;
  flow.sheet.text(words.officeBy, inner, foot, caption);
  const seal = flow.left + flow.width - 10;
  flow.sheet.text(words.officeSeal, seal, foot, { ...caption, align: 'right' });
  dateBlanks(flow, language, { x: inner + 150, y: foot }, caption.grey);
  flow.y += BOX;
}
