// Papers missing or in the wrong form; the person's papers.

import {
  event,
  idOf,
  input,
  pack,
  packWith,
  paper,
  person,
  rule,
  seen,
  standing,
  withConfirmed,
  withInvoice,
  withLooks,
  withMore,
  without,
  withPaper,
  withVisit,
} from './builder.ts';
import type { Case } from './table.ts';

const look = (...wish: Parameters<typeof withLooks>) => ({ visits: [withLooks(...wish)] });
const lookedAt = (looks: Parameters<typeof withLooks>[0], codes: Parameters<typeof withConfirmed>[1]) => ({
  visits: [withConfirmed(withLooks(looks), codes)],
});
const evened = { mirrored: false, crop: null, corners: null, enhance: 'paper', half: null } as const;
const emergency = seen({ kind: 'emergency', diseaseCode: '', diseaseName: '' });
const stay = seen({ kind: 'inpatient', date: '2026-03-18', endDate: '2026-03-25' });
const noPages = { paper: { pages: [] } };
const withoutBoth = without('prescription', without('medical-record'));
const onePaper = (kind: 'itemized-list', more: object) =>
  rule('papers', { id: 'r-list', anyOf: [{ kind, stamp: 'none', form: 'any', ...more }] });
const twoCopies = packWith({ list: onePaper('itemized-list', { form: 'copy', count: 2 }) });
const both = packWith({ list: onePaper('itemized-list', { form: 'original-and-copy' }) });
const hintList = packWith({
  list: rule('papers', { id: 'r-list', anyOf: [{ kind: 'itemized-list' }] }, 'C'),
});
const feeSeal = (grade: 'A' | 'C' = 'A') =>
  packWith({
    invoice: rule(
      'papers',
      { id: 'r-invoice', anyOf: [{ kind: 'invoice', form: 'original', stamp: 'fee' }] },
      grade,
    ),
  });
const paperReceipt = withInvoice({ kind: 'paper-receipt' });
const categories = [
  { name: '西药费', category: '西药费', quantity: '', unit: '', amountFen: 20000 },
  { name: '化验费', category: '化验费', quantity: '', unit: '', amountFen: 6840 },
];
const situation = (
  which: 'accident' | 'agent' | 'dialysis' | 'costly-material' | 'deceased',
  kind: 'accident-proof' | 'agent-letter' | 'dialysis-record' | 'material-origin' | 'death-certificate',
) =>
  packWith(
    {},
    rule('papers', {
      id: `r-${which}`,
      situation: which,
      fromFen: which === 'costly-material' ? 100000 : null,
      anyOf: [{ kind }],
    }),
  );
const material = (amountFen: number) =>
  withInvoice({
    totalFen: amountFen,
    cashFen: amountFen,
    lines: [{ name: '人工晶体', category: '卫生材料费', quantity: '1', unit: '个', amountFen }],
  });

const reports = packWith(
  {},
  rule('papers', { id: 'r-reports', anyOf: [{ kind: 'test-reports', stamp: 'none' }] }),
);
const onlyMedicine = withInvoice({
  lines: [{ name: '二甲双胍缓释片', category: '西药费', quantity: '1', unit: '盒', amountFen: 26840 }],
});

export const paperCases: Case[] = [
  ['a test without its report where reports are asked for', { pack: reports }, ['paper-missing']],
  ['a test with its report', { pack: reports, visits: [withMore('test-reports')] }, []],
  ['nothing but medicine where reports are asked for', { pack: reports, visits: [onlyMedicine] }, []],
  ['a complete claim has nothing against it', {}, []],
  ['the invoice is not scanned', { visits: [without('invoice')] }, ['paper-missing']],
  ['the list is not there', { visits: [without('itemized-list')] }, ['paper-missing']],
  ['neither prescription nor record', { visits: [withoutBoth] }, ['paper-missing']],
  ['the record alone, where either will do', { visits: [without('prescription')] }, []],
  ['the prescription alone, where either will do', { visits: [without('medical-record')] }, []],
  ['a paper without pages is no paper', { visits: [withPaper('itemized-list', noPages)] }, ['paper-missing']],
  [
    'a stay without discharge summary',
    { visits: [without('discharge-summary', stay)] },
    ['paper-missing', 'direct-settlement-possible'],
  ],
  [
    'a stay with a diagnosis certificate instead',
    { visits: [withMore('diagnosis-certificate', without('discharge-summary', stay))] },
    ['direct-settlement-possible'],
  ],
  [
    'a list that only a hint asks for is said as a hint',
    { visits: [without('itemized-list')], pack: hintList },
    ['paper-missing'],
  ],
  [
    'the four papers where no rule is known',
    { visits: [without('prescription')], pack: pack([], false) },
    ['paper-missing', 'papers-unknown', 'place-unverified', 'deadline-unknown'],
  ],
  [
    'all four where no rule is known',
    { pack: pack([], false) },
    ['papers-unknown', 'place-unverified', 'deadline-unknown'],
  ],
  ['an emergency without proof', { visits: [emergency] }, ['emergency-proof-missing']],
  ['an emergency with proof', { visits: [withMore('emergency-proof', emergency)] }, []],
  [
    'an emergency without proof where the place says nothing',
    { visits: [emergency], pack: packWith({ emergency: null }) },
    ['emergency-proof-missing'],
  ],
  [
    'a diagnosis where the place says nothing of emergencies',
    { visits: [withMore('diagnosis-certificate', emergency)], pack: packWith({ emergency: null }) },
    [],
  ],
  [
    'an accident without papers of it',
    { visits: [withVisit({ situations: ['accident'] })], pack: situation('accident', 'accident-proof') },
    ['paper-missing'],
  ],
  [
    'an accident with its papers',
    {
      visits: [withMore('accident-proof', withVisit({ situations: ['accident'] }))],
      pack: situation('accident', 'accident-proof'),
    },
    [],
  ],
  ['no accident, no papers of one', { pack: situation('accident', 'accident-proof') }, []],
  [
    'an agent without a letter',
    { visits: [withVisit({ situations: ['agent'] })], pack: situation('agent', 'agent-letter') },
    ['person-paper-missing'],
  ],
  [
    'an agent with a letter',
    {
      visits: [withVisit({ situations: ['agent'] })],
      pack: situation('agent', 'agent-letter'),
      standingPapers: [standing('identity-card'), standing('agent-letter')],
    },
    [],
  ],
  [
    'dialysis without its record',
    {
      visits: [seen({ diseaseCode: 'M07803', diseaseName: '血液透析' })],
      approvals: [{ ...input().approvals[0], diseaseCode: 'M07803' } as never],
      pack: situation('dialysis', 'dialysis-record'),
    },
    ['paper-missing'],
  ],
  [
    'material of 1 000 yuan without proof of origin',
    { visits: [material(100000)], pack: situation('costly-material', 'material-origin') },
    ['paper-missing'],
  ],
  [
    'material of 999.99 yuan',
    { visits: [material(99999)], pack: situation('costly-material', 'material-origin') },
    [],
  ],
  [
    'heirs without a death certificate',
    { diedOn: '2026-04-01', pack: situation('deceased', 'death-certificate') },
    ['person-paper-missing'],
  ],
  ['the ID card is not there', { standingPapers: [] }, ['person-paper-missing']],
  ['the ID card lies with a visit', { standingPapers: [], visits: [withMore('identity-card')] }, []],
  [
    'the ID card is asked for once for three visits',
    {
      standingPapers: [],
      visits: [seen({}, 1), seen({ date: '2026-02-18' }, 2), seen({ date: '2026-01-18' }, 3)],
    },
    ['person-paper-missing'],
  ],
  [
    'the ID card has expired',
    { standingPapers: [standing('identity-card', { expires: '2026-05-05' })] },
    ['standing-paper-expired'],
  ],
  [
    'the ID card expires today',
    { standingPapers: [standing('identity-card', { expires: '2026-05-06' })] },
    ['standing-paper-expires-soon'],
  ],
  [
    'the ID card expires in 30 days',
    { standingPapers: [standing('identity-card', { expires: '2026-06-05' })] },
    ['standing-paper-expires-soon'],
  ],
  [
    'the ID card expires in 31 days',
    { standingPapers: [standing('identity-card', { expires: '2026-06-06' })] },
    [],
  ],
  [
    'an old ID card beside a valid one',
    {
      standingPapers: [
        standing('identity-card', { expires: '2020-01-01' }),
        standing('identity-card', { expires: '2040-01-01' }),
      ],
    },
    [],
  ],
  [
    'a copy of a paper receipt',
    { visits: [withPaper('invoice', { paper: { form: 'copy' } }, paperReceipt)] },
    ['original-wanted'],
  ],
  ['a copy where any form will do', { visits: [withPaper('prescription', { paper: { form: 'copy' } })] }, []],
  [
    'the original of the invoice is with the employer',
    { visits: [withPaper('invoice', { facts: { originalAt: 'employer' } })] },
    ['original-elsewhere'],
  ],
  [
    'the original of the invoice came back',
    { visits: [withPaper('invoice', { facts: { originalAt: 'returned' } })] },
    [],
  ],
  [
    'the original of the invoice is lost',
    { visits: [withPaper('invoice', { facts: { originalAt: 'lost' } })] },
    ['original-lost'],
  ],
  [
    'the original of a record is elsewhere, where any form will do',
    { visits: [withPaper('medical-record', { facts: { originalAt: 'employer' } })] },
    [],
  ],
  [
    'the list has no seal',
    { visits: [withPaper('itemized-list', { facts: { stamped: 'no' } })] },
    ['stamp-missing'],
  ],
  [
    'nobody has looked for the seal',
    { visits: [withPaper('itemized-list', { facts: { stamped: 'unknown' } })] },
    ['stamp-not-confirmed'],
  ],
  [
    'nothing is known of the list',
    { visits: [withPaper('itemized-list', { facts: null })] },
    ['stamp-not-confirmed'],
  ],
  [
    'the prescription has no seal, and none is asked for',
    { visits: [withPaper('prescription', { facts: { stamped: 'no' } })] },
    [],
  ],
  [
    'the source does not say whether a seal is wanted',
    {
      visits: [withPaper('itemized-list', { facts: { stamped: 'no' } })],
      pack: packWith({ list: onePaper('itemized-list', { stamp: 'unknown' }) }),
    },
    [],
  ],
  [
    'a print of an e-receipt without fee seal',
    { visits: [withPaper('invoice', { facts: { stamped: 'no' } })], pack: feeSeal() },
    ['print-stamp-ask'],
  ],
  [
    'a print of an e-receipt where prints need no seal',
    {
      visits: [withPaper('invoice', { facts: { stamped: 'no' } })],
      pack: { ...feeSeal(), rules: [...feeSeal().rules, rule('invoices', { printNeedsSeal: 'no' })] },
    },
    [],
  ],
  [
    'a paper receipt without fee seal',
    { visits: [withPaper('invoice', { facts: { stamped: 'no' } }, paperReceipt)], pack: feeSeal() },
    ['stamp-missing'],
  ],
  ['a paper receipt with fee seal', { visits: [paperReceipt], pack: feeSeal() }, []],
  [
    'two copies are wanted, one was made',
    { visits: [withPaper('itemized-list', { facts: { copies: 1 } })], pack: twoCopies },
    ['copies-wanted'],
  ],
  [
    'two copies are wanted and were made',
    { visits: [withPaper('itemized-list', { facts: { copies: 2 } })], pack: twoCopies },
    [],
  ],
  ['a copy is wanted beside the original', { pack: both }, ['copies-wanted']],
  [
    'a copy was made beside the original',
    { visits: [withPaper('itemized-list', { facts: { copies: 1 } })], pack: both },
    [],
  ],
  [
    'the invoice has to be signed on the back',
    {
      pack: packWith({
        invoice: rule('papers', {
          id: 'r-invoice',
          anyOf: [{ kind: 'invoice', stamp: 'none', signed: 'back' }],
        }),
      }),
    },
    ['signature-wanted'],
  ],
  [
    'only categories on the invoice, and no list',
    { visits: [without('itemized-list', withInvoice({ lines: categories }))] },
    ['list-missing-categories-only'],
  ],
  ['only categories on the invoice, with the list', { visits: [withInvoice({ lines: categories })] }, []],
  [
    'only categories and no list, where a list is not asked for',
    {
      visits: [without('itemized-list', withInvoice({ lines: categories }))],
      pack: packWith({ list: null }),
    },
    ['list-missing-categories-only'],
  ],
  [
    'single items on the invoice, where a list is not asked for',
    { visits: [without('itemized-list')], pack: packWith({ list: null }) },
    [],
  ],
  ['a page out of focus', look([[{ code: 'blurred', severity: 'strong' }]]), ['scan-unreadable']],
  ['a page with a burnt-out spot', look([[{ code: 'glare', severity: 'strong' }]]), ['scan-unreadable']],
  ['a page a little out of focus', look([[{ code: 'blurred', severity: 'hint' }]]), []],
  ['a page with a stroke at its edge', look([[{ code: 'touches-edge', severity: 'strong' }]]), []],
  ['a small picture', look([[{ code: 'low-resolution', severity: 'hint' }]]), ['scan-unreadable']],
  [
    'a page that lies on its side',
    look([[{ code: 'not-upright', severity: 'hint', measure: 90 }]]),
    ['scan-turned'],
  ],
  [
    'a page that lies on its side and that a person looked at',
    lookedAt([[{ code: 'not-upright', severity: 'hint', measure: 90 }]], ['not-upright']),
    [],
  ],
  ['a page too dark', look([[{ code: 'too-dark', severity: 'strong' }]]), ['scan-unreadable']],
  [
    'a page still out of focus after its light was evened out',
    look([[{ code: 'blurred', severity: 'strong' }]], evened),
    ['scan-unreadable'],
  ],
  [
    'a page still too dark after its light was evened out',
    look([[{ code: 'too-dark', severity: 'strong' }]], evened),
    ['scan-unreadable'],
  ],
  ['a blank page', look([[{ code: 'nearly-blank', severity: 'strong' }]]), ['scan-blank']],
  [
    'a page out of focus that a person looked at',
    lookedAt([[{ code: 'blurred', severity: 'strong' }]], ['blurred']),
    ['scan-confirmed'],
  ],
  [
    'a blank page that a person looked at',
    lookedAt([[{ code: 'nearly-blank', severity: 'strong' }]], ['nearly-blank']),
    ['scan-confirmed'],
  ],
  [
    'a page that a person called not too dark, and that is out of focus',
    lookedAt(
      [
        [
          { code: 'too-dark', severity: 'strong' },
          { code: 'blurred', severity: 'strong' },
        ],
      ],
      ['too-dark'],
    ),
    ['scan-unreadable'],
  ],
  [
    'a page that a person looked at, with nothing a counter would send back',
    lookedAt([[{ code: 'touches-edge', severity: 'strong' }]], ['touches-edge']),
    [],
  ],
  [
    'a trouble of a page that is no longer in the paper',
    look([[], [{ code: 'nearly-blank', severity: 'strong' }]]),
    [],
  ],
  [
    'the gravest of a page is said once',
    look([
      [
        { code: 'low-resolution', severity: 'strong' },
        { code: 'blurred', severity: 'strong' },
      ],
    ]),
    ['scan-unreadable'],
  ],
  [
    'a page left out on purpose',
    {
      pagesLeftOut: [
        { visitId: idOf('visit', 1), paperKind: 'invoice', file: 'a.pdf', page: 1, reason: '重复' },
      ],
    },
    ['page-left-out'],
  ],
  ['no insured place', { person: person({ insuredPlaceCode: '' }) }, ['insured-place-missing']],
  ['a place nobody has verified', { pack: { ...pack(), verified: false } }, ['place-unverified']],
  [
    'the office wants a paper',
    {
      events: [
        event({}),
        event({
          step: 'returned',
          on: '2026-04-20',
          wanted: [{ visitId: idOf('visit', 1), kind: 'diagnosis-certificate', note: '' }],
        }),
      ],
    },
    ['office-wants-paper'],
  ],
  [
    'the office wants a paper by a day',
    {
      events: [
        event({}),
        event({
          step: 'returned',
          on: '2026-04-20',
          until: '2026-05-10',
          wanted: [{ visitId: idOf('visit', 1), kind: 'diagnosis-certificate', note: '' }],
        }),
      ],
    },
    ['office-wants-paper', 'supplement-due'],
  ],
  [
    'what the office wanted was handed in',
    {
      events: [
        event({}),
        event({
          step: 'returned',
          on: '2026-04-20',
          until: '2026-05-10',
          wanted: [{ visitId: null, kind: 'invoice', note: '' }],
        }),
        event({ step: 'supplemented', on: '2026-04-25' }),
      ],
    },
    [],
  ],
  [
    'a second paper of a kind makes up for the copy',
    {
      visits: [
        withMore('invoice', withPaper('invoice', { paper: { form: 'copy' } }), {
          paper: { form: 'original' },
        }),
      ],
    },
    [],
  ],
  [
    'a paper of another kind changes nothing',
    { visits: [withVisit({ papers: [...seen().papers, paper('test-reports', 88)] })] },
    [],
  ],
];
