// Claims for the tests of the sheets: few and many visits, short and long names, papers of every kind that gets a mark.

import sharp from 'sharp';
import type { PaperKind } from '../../shared/domain.ts';
import type { PacketPlan, PacketVisit } from '../../shared/packet-plan.ts';
import { paper, plan, scanName, source, visit } from '../packet/plans.ts';

export const longName = '阿卜杜热合曼·买买提明江';
export const longHospital = '西双版纳傣族自治州人民医院（昆明医科大学附属医院）老年病科分院区';
/** Thirty characters and forty: more than any form asks for. */
export const longestName = '古丽巴哈尔·阿卜杜热依木·买买提艾力·努尔麦麦提·吐尔逊江';
export const longestHospital =
  '新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民医院（江苏省人民医院克州分院）乌恰县医共体';
export const longestTitle =
  '2026 年上半年门诊慢特病、住院与急诊（含异地转诊、双通道药店购药）手工报销第二次申报，随附情况说明与亲属关系证明各一份';
export const rareName = '王䶮';

/** Pictures of a receipt (red seal lower right) and of a page of text, by scan id. */
export async function makeScans(): Promise<Map<string, Uint8Array>> {
  const draw = async (svg: string) =>
    new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer());
  const lines = (width: number, count: number) =>
    Array.from(
      { length: count },
      (_, at) =>
        `<rect x="60" y="${90 + at * 34}" width="${width - 120 - (at % 5) * 40}" height="12" fill="#334"/>`,
    ).join('');
  const receipt = `<svg xmlns="http://www.w3.org/2000/svg" width="1120" height="600"><rect width="1120" height="600" fill="#fdf6ee"/>${lines(1120, 11)}<circle cx="940" cy="460" r="80" fill="none" stroke="#d00000" stroke-width="14"/></svg>`;
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414"><rect width="1000" height="1414" fill="#f4f4f0"/>${lines(1000, 36)}</svg>`;
  const card = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414"><rect width="1000" height="1414" fill="#fff"/><rect x="180" y="180" width="640" height="400" rx="24" fill="#dbe7f3"/><rect x="180" y="760" width="640" height="400" rx="24" fill="#e9dff0"/></svg>`;
  return new Map([
    [scanName(1), await draw(receipt)],
    [scanName(2), await draw(page)],
    [scanName(3), await draw(card)],
  ]);
}

const receiptPage = source(scanName(1), { width: 1120, height: 600 });
const textPage = source(scanName(2), { width: 1000, height: 1414, fileName: '病历.jpg' });
const cardPage = source(scanName(3), { width: 1000, height: 1414, fileName: '证件.jpg' });

export function claimOf(visits: number, more: Partial<PacketPlan> = {}, hospital?: string): PacketPlan {
  const made = Array.from({ length: visits }, (_, at): PacketVisit => {
    const date = new Date(Date.UTC(2026, 0, 5 + at * 5)).toISOString().slice(0, 10);
    const kinds: PaperKind[] = at === 0 ? ['identity-card', 'bank-card'] : [];
    return visit({
      id: String(at + 1),
      date,
      ...(hospital ? { hospital } : {}),
      invoices: [
        {
          number: `00123456${String(at).padStart(2, '0')}`,
          code: '53060126',
          issueDate: date,
          totalFen: 38990 + at * 1357,
        },
      ],
      papers: [
        paper('invoice', [receiptPage]),
        paper('itemized-list', [textPage, textPage]),
        paper('prescription', [textPage], { form: 'copy' }),
        paper('medical-record', at % 7 === 3 ? [] : [textPage], { form: 'copy' }),
        ...kinds.map((kind) => paper(kind, [cardPage], { form: 'copy' })),
      ],
    });
  });
  return plan(made, more);
}
