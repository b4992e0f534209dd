// What is printed on the papers; sums; invoices claimed twice, dead or paid already.

import { hospital, idOf, seen, twin, visit, withInvoice, withMore, withPaper, withVisit } from './builder.ts';
import type { Case } from './table.ts';

const named = (printedName: string) => ({
  visits: [withPaper('medical-record', { facts: { printedName } })],
});
const atHospital = (printedHospital: string) => ({
  visits: [withPaper('prescription', { facts: { printedHospital } })],
});
const dated = (
  kind: 'medical-record' | 'invoice' | 'itemized-list' | 'prescription',
  printedDate: string,
) => ({
  visits: [withPaper(kind, { facts: { printedDate } })],
});
const line = (name: string, amountFen: number) => ({
  name,
  category: '西药费',
  quantity: '1',
  unit: '盒',
  amountFen,
});
const bought = (...names: string[]) => names.map((name) => line(name, 26840 / names.length));
const prescribed = (medicines: string[], names: string[]) => ({
  visits: [withVisit({ prescription: { days: null, medicines } }, withInvoice({ lines: bought(...names) }))],
});
const listTotal = (printedTotalFen: number) => withPaper('itemized-list', { facts: { printedTotalFen } });
const two = (change: object) => [seen({}, 1), withInvoice(change, seen({ date: '2026-02-18' }, 2))];
const standing = (state: 'valid' | 'reversed' | 'voided' | 'replaced' | 'copy-only', reimbursedFen = 0) => ({
  invoiceStandings: [{ invoiceId: idOf('invoice', 1), state, reimbursedFen, payer: '平安保险' }],
});

export const printedCases: Case[] = [
  ['another name on the record', named('王秀英'), ['name-differs']],
  ['a longer name on the record', named('王秀兰英'), ['name-differs']],
  ['the name in traditional characters', named('王秀蘭'), []],
  ['the name with spaces', named('王 秀　兰'), []],
  ['the name with a selector of a glyph variant', named('王秀兰\u{e0100}'), []],
  ['a name whose rare character was not printed', named('王?兰'), ['name-character-unclear']],
  ['a name with the box of a missing character', named('王□兰'), ['name-character-unclear']],
  ['a name of stand-ins only', named('***'), ['name-differs']],
  ['no name was read', named(''), []],
  ['another hospital on the prescription', atHospital('昆明市延安医院'), ['hospital-differs']],
  ['the second instead of the first hospital', atHospital('昆明医科大学第二附属医院'), ['hospital-differs']],
  ['a known alias of the hospital', atHospital('昆医附一院'), []],
  ['the hospital with its branch in brackets', atHospital('昆明医科大学第一附属医院（呈贡院区）'), []],
  ['the hospital in traditional characters', atHospital('昆明醫科大學第一附屬醫院'), []],
  ['the hospital with its province before it', atHospital('云南省昆明医科大学第一附属医院'), []],
  ['the hospital with one character missing', atHospital('昆明医科大第一附属医院'), ['hospital-similar']],
  ['a record of the day before', dated('medical-record', '2026-03-17'), ['paper-date-outside-visit']],
  ['a record of the day', dated('medical-record', '2026-03-18'), []],
  ['a prescription of the day after', dated('prescription', '2026-03-19'), ['paper-date-outside-visit']],
  ['a list printed days later', dated('itemized-list', '2026-03-30'), []],
  ['a list of before the visit', dated('itemized-list', '2026-03-10'), ['paper-date-outside-visit']],
  [
    'a record of the third day of a stay',
    {
      visits: [
        withPaper(
          'discharge-summary',
          { facts: { printedDate: '2026-03-20' } },
          seen({ kind: 'inpatient', endDate: '2026-03-25' }),
        ),
      ],
    },
    ['direct-settlement-possible'],
  ],
  [
    'a list 0.10 yuan below the invoice',
    { visits: [withInvoice({ lines: [line('二甲双胍', 26830)] })] },
    ['list-total-differs'],
  ],
  [
    'a list 0.01 yuan above the invoice',
    { visits: [withInvoice({ lines: [line('二甲双胍', 26841)] })] },
    ['list-total-differs'],
  ],
  [
    'a list with a discount that adds up',
    { visits: [withInvoice({ lines: [line('二甲双胍', 27840), line('折扣', -1000)] })] },
    [],
  ],
  ['no lines typed in', { visits: [withInvoice({ lines: [] })] }, []],
  ['the printed list says another total', { visits: [listTotal(26830)] }, ['list-total-differs']],
  ['the printed list says the same total', { visits: [listTotal(26840)] }, []],
  ['parts that do not add up', { visits: [withInvoice({ cashFen: 26830 })] }, ['settlement-differs']],
  ['parts of which one is unknown', { visits: [withInvoice({ cashFen: 26830, otherFen: null })] }, []],
  [
    'parts that add up over account and cash',
    { visits: [withInvoice({ cashFen: 20000, accountFen: 6840 })] },
    [],
  ],
  ['no invoice is logged', { visits: [withVisit({ invoices: [] })] }, ['invoice-missing']],
  [
    'a medicine that is not on the prescription',
    prescribed(['二甲双胍'], ['二甲双胍缓释片', '阿卡波糖片']),
    ['prescription-not-matched'],
  ],
  [
    'all medicines on the prescription',
    prescribed(['二甲双胍', '阿卡波糖'], ['二甲双胍缓释片', '阿卡波糖片']),
    [],
  ],
  ['nobody has read the prescription', prescribed([], ['二甲双胍缓释片', '阿卡波糖片']), []],
  [
    'the same invoice in two visits of the claim',
    { visits: two({ number: '0000000001' }) },
    ['invoice-twice-here'],
  ],
  ['two invoices one digit apart', { visits: two({ number: '0000000002' }) }, []],
  ['the invoice is in another visit', { vaultInvoices: [twin()] }, ['invoice-in-other-visit']],
  [
    'the vault knows the invoice as this very one',
    { vaultInvoices: [twin({ invoiceId: idOf('invoice', 1) })] },
    [],
  ],
  [
    'another number in the vault',
    { vaultInvoices: [twin({ key: 'fiscal:53060126:0000000009', number: '0000000009' })] },
    [],
  ],
  [
    'the invoice is logged for another person',
    { vaultInvoices: [twin({ personId: idOf('person', 2), personName: '李国华' })] },
    ['invoice-of-other-person'],
  ],
  [
    'the invoice is in a visit of another year',
    { vaultInvoices: [twin({ visitDate: '2025-12-31' })] },
    ['invoice-in-other-year'],
  ],
  [
    'the invoice was handed in before',
    {
      vaultInvoices: [
        twin({ claimId: idOf('claim', 9), claimNumber: '2026-王秀兰-00', submittedOn: '2026-03-30' }),
      ],
    },
    ['invoice-submitted-before'],
  ],
  [
    'the invoice is in a claim that was not handed in',
    { vaultInvoices: [twin({ claimId: idOf('claim', 9), claimNumber: '2026-王秀兰-00' })] },
    ['invoice-in-other-visit'],
  ],
  [
    'handed in before weighs more than in another visit',
    { vaultInvoices: [twin(), twin({ invoiceId: idOf('invoice', 78), submittedOn: '2026-03-30' })] },
    ['invoice-submitted-before'],
  ],
  [
    'same number and sum without a code',
    { vaultInvoices: [twin({ key: 'paper-receipt::0000000001' })] },
    ['invoice-looks-twice'],
  ],
  [
    'same number and sum, and the person said they differ',
    {
      visits: [withInvoice({ twinAccepted: true })],
      vaultInvoices: [twin({ key: 'paper-receipt::0000000001' })],
    },
    [],
  ],
  [
    'same number, another sum',
    { vaultInvoices: [twin({ key: 'paper-receipt::0000000001', totalFen: 1 })] },
    [],
  ],
  ['the invoice was reversed', standing('reversed'), ['invoice-reversed']],
  ['the invoice was voided', standing('voided'), ['invoice-voided']],
  ['the invoice was exchanged for paper', standing('replaced'), ['invoice-replaced']],
  ['of the invoice there is a screenshot only', standing('copy-only'), ['invoice-copy-only']],
  ['the invoice was verified as valid', standing('valid'), []],
  ['another payer has paid all of it', standing('valid', 26840), ['reimbursed-elsewhere']],
  ['another payer has paid part of it', standing('valid', 26839), ['reimbursed-in-part']],
  [
    'part was paid, and its settlement sheet is there',
    { ...standing('valid', 10000), visits: [withMore('settlement-sheet')] },
    [],
  ],
  [
    'the fund has paid at the counter',
    { visits: [withInvoice({ fundFen: 10000, cashFen: 16840 })] },
    ['settled-already'],
  ],
  ['the fund paid nothing at the counter', { visits: [withInvoice({ fundFen: 0 })] }, []],
  ['whether the fund paid is unknown', { visits: [withInvoice({ fundFen: null })] }, []],
  [
    'a hospital typed under its alias',
    { visits: [withVisit({ visit: visit({ hospital: '昆医附一院' }) })], hospitals: [hospital()] },
    [],
  ],
];
