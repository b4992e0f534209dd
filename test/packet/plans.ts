// Plans for the packet's tests: an invented person, visits, and the supplies that answer for their pages.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Supplies } from '../../renderer/packet/build.ts';
import type { PacketPaper, PacketPlan, PacketSource, PacketVisit } from '../../shared/packet-plan.ts';
import type { PacketSupplement } from '../../shared/packet-supplement.ts';

const require = createRequire(import.meta.url);
export const font = new Uint8Array(
  readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
);

/** Bytes by scan id; `pulled` counts how often each key was asked for. */
export function suppliesOf(
  scans: Map<string, Uint8Array>,
  more: Partial<Supplies> = {},
): Supplies & { pulled: string[] } {
  const pulled: string[] = [];
  return {
    font,
    pulled,
    pull: async (source) => {
      pulled.push(`${source.scan}/${source.page}`);
      const bytes = scans.get(source.scan);
      if (!bytes) throw new Error(`no bytes for ${source.fileName}`);
      return bytes;
    },
    ...more,
  };
}

export const scanName = (number: number): string => number.toString(16).padStart(64, '0');

export function source(scan: string, more: Partial<PacketSource> = {}): PacketSource {
  return {
    scan,
    page: 0,
    fileName: '发票.jpg',
    form: 'jpeg',
    width: 100,
    height: 100,
    unit: 'px',
    mirrored: false,
    turn: 0,
    extraTurn: 0,
    ...more,
  };
}

export function paper(kind: PacketPaper['kind'], pages: PacketSource[], more: Partial<PacketPaper> = {}) {
  return { kind, title: '', form: 'original' as const, anyOf: [kind], pages, ...more };
}

export function visit(more: Partial<PacketVisit> = {}): PacketVisit {
  return {
    id: 'visit-0000000001',
    kind: 'chronic-outpatient',
    date: '2026-01-12',
    endDate: '',
    hospital: '昆明医科大学第一附属医院',
    department: '内分泌科',
    diagnosis: '2型糖尿病',
    diseaseName: '糖尿病',
    invoices: [{ number: '0012345601', code: '53060126', issueDate: '2026-01-12', totalFen: 38990 }],
    papers: [],
    ...more,
  };
}

export function plan(visits: PacketVisit[], more: Partial<PacketPlan> = {}): PacketPlan {
  return {
    language: 'zh-CN',
    order: 'visit',
    sample: false,
    number: '2026-王秀兰-01',
    title: '2026 年门诊慢特病',
    person: {
      name: '王秀兰',
      citizenId: '532801195001010019',
      scheme: 'employee',
      standing: 'retired',
      insuredPlaceCode: '532800',
      insuredPlaceName: '云南省西双版纳傣族自治州',
      livingPlaceName: '云南省昆明市',
      phone: '13800138000',
      socialSecurityCard: '532801195001010019',
      payeeName: '王秀兰',
      bankName: '中国农业银行景洪市支行',
      bankAccount: '6228480000000001234',
    },
    visits,
    ...more,
  };
}

/** What the reply page of a supplement says: sent back once, two papers wanted, one of them still missing. */
export function reply(more: Partial<PacketSupplement> = {}): PacketSupplement {
  const first = { date: '2026-01-12', hospital: '昆明医科大学第一附属医院', row: 1 };
  return {
    first: {
      on: '2026-02-03',
      office: '景洪市医疗保险中心',
      channel: 'window',
      receiptNumber: 'JH-2026-000417',
      pageCount: 12,
    },
    version: 1,
    returned: {
      on: '2026-02-20',
      office: '景洪市医疗保险中心',
      reasons: ['paper-missing', 'stamp-missing'],
      until: '2026-03-06',
      note: '处方缺一张，清单要盖医院的章，3 月 6 日前补来。',
    },
    wanted: [
      { kind: 'prescription', visit: first, note: '要有医师签名', answer: 'enclosed' },
      { kind: 'itemized-list', visit: first, note: '', answer: 'missing' },
      { kind: 'identity-card', visit: null, note: '', answer: 'separate' },
    ],
    removed: [{ kind: 'invoice', title: '', visit: { ...first, date: '2026-01-20', row: 2 } }],
    ...more,
  };
}
