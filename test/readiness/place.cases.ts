// Days, hospitals, filing, approvals, bundles, deadlines, the person and the account.

import {
  approval,
  event,
  filing,
  hospital,
  idOf,
  packWith,
  person,
  rule,
  seen,
  standing,
  withInvoice,
  withMore,
  withVisit,
} from './builder.ts';
import type { Case } from './table.ts';

const stay = (from: string, to: string, serial = 1) =>
  seen({ kind: 'inpatient', date: from, endDate: to, diseaseCode: '', diseaseName: '' }, serial);
const plain = (date: string, serial = 1) =>
  seen({ kind: 'outpatient', date, diseaseCode: '', diseaseName: '' }, serial);
const home = { hospitals: [hospital({ cityCode: '532801', cityName: '景洪' })] };
const elsewhere = { hospitals: [hospital({ cityCode: '530300', cityName: '曲靖' })] };
const direct = 'direct-settlement-possible' as const;
const when = (withoutFiling: 'full' | 'cut' | 'refused' | 'unknown', more: object = {}) =>
  rule('filing', { needed: true, cityMustMatch: true, withoutFiling, ...more });
const supply = (days: number) => withVisit({ prescription: { days, medicines: [] } });
const chronicSupply = (date: string, serial: number) =>
  withVisit({ prescription: { days: 30, medicines: [] } }, seen({ date }, serial));
const months = (n: number, grade: 'A' | 'C' = 'A', more: object = {}) =>
  packWith({
    deadline: rule(
      'deadlines',
      { terms: [{ kind: 'months-from', anchor: 'receipt', months: n }], late: 'refused', ...more },
      grade,
    ),
  });
const splitBy = (by: 'claim-kind' | 'admission' | 'hospital-grade', grade: 'A' | 'C' = 'A') =>
  packWith({ split: rule('splits', { by: ['calendar-year', by] }, grade) });
const crossProvince = {
  hospitals: [hospital({ cityCode: '510100', cityName: '成都' })],
  filings: [filing({ cityCode: '510100', cityName: '成都' })],
};
const accepts = (
  ...accept: ('social-security-card' | 'own-bank-card' | 'class-one-account' | 'relative' | 'employer')[]
) => packWith({ account: rule('accounts', { accept }) });

export const placeCases: Case[] = [
  [
    'an invoice of the day before the visit',
    { visits: [withInvoice({ issueDate: '2026-03-17' })] },
    ['invoice-date-before-visit'],
  ],
  [
    'an invoice of the day after the visit',
    { visits: [withInvoice({ issueDate: '2026-03-19' })] },
    ['invoice-date-after-visit'],
  ],
  ['an invoice without a day', { visits: [withInvoice({ issueDate: '' })] }, []],
  [
    'a stay that goes on',
    { visits: [seen({ kind: 'inpatient', endDate: '' })] },
    ['still-in-hospital', direct],
  ],
  ['a stay that is over', { visits: [stay('2026-03-01', '2026-03-08')] }, [direct]],
  ['a visit tomorrow', { visits: [seen({ date: '2026-05-07' })] }, ['visit-in-future']],
  ['a visit today', { visits: [seen({ date: '2026-05-06' })] }, []],
  ['a visit after death', { diedOn: '2026-03-17' }, ['visit-after-death']],
  ['a visit on the day of death', { diedOn: '2026-03-18' }, []],
  [
    'outpatient care in the middle of a stay',
    {
      otherStays: [{ visitId: idOf('visit', 9), from: '2026-03-15', to: '2026-03-20', hospital: '延安医院' }],
    },
    ['outpatient-inside-stay'],
  ],
  [
    'outpatient care on the day of admission',
    {
      otherStays: [{ visitId: idOf('visit', 9), from: '2026-03-18', to: '2026-03-20', hospital: '延安医院' }],
    },
    [],
  ],
  [
    'outpatient care on the day of discharge',
    {
      otherStays: [{ visitId: idOf('visit', 9), from: '2026-03-11', to: '2026-03-18', hospital: '延安医院' }],
    },
    [],
  ],
  [
    'two stays that overlap',
    { visits: [stay('2026-03-01', '2026-03-08', 1), stay('2026-03-07', '2026-03-12', 2)] },
    ['stays-overlap', direct],
  ],
  [
    'two stays, out and in on one day',
    { visits: [stay('2026-03-01', '2026-03-08', 1), stay('2026-03-08', '2026-03-12', 2)] },
    [direct],
  ],

  [
    'a hospital that is not designated',
    { hospitals: [hospital({ designated: false })] },
    ['hospital-not-designated'],
  ],
  [
    'a hospital nobody has looked up',
    { hospitals: [hospital({ designated: null })] },
    ['hospital-designation-unknown'],
  ],
  ['a hospital that is not in the table', { hospitals: [] }, ['hospital-designation-unknown']],
  [
    'any hospital will do',
    {
      hospitals: [hospital({ designated: false })],
      pack: packWith({ hospitals: rule('hospitals', { allow: 'any' }) }),
    },
    [],
  ],
  [
    'a hospital outside the filed city',
    {
      ...elsewhere,
      pack: packWith({ filing: null, hospitals: rule('hospitals', { allow: 'designated-in-filed-city' }) }),
    },
    ['hospital-outside-filed-city', 'filing-city-differs'],
  ],
  [
    'a hospital in the filed city',
    { pack: packWith({ hospitals: rule('hospitals', { allow: 'designated-in-filed-city' }) }) },
    [],
  ],
  [
    'a hospital that was not named',
    {
      filings: [filing({ hospitals: ['昆明市延安医院'] })],
      pack: packWith({ hospitals: rule('hospitals', { allow: 'named' }) }),
    },
    ['hospital-not-named'],
  ],
  [
    'a hospital that was named by its alias',
    {
      filings: [filing({ hospitals: ['昆医附一院'] })],
      pack: packWith({ hospitals: rule('hospitals', { allow: 'named' }) }),
    },
    [],
  ],
  [
    'an older filing names other hospitals',
    { filings: [filing({ hospitals: ['昆明市延安医院'] })] },
    ['hospital-not-named'],
  ],
  [
    'an older filing names this hospital',
    { filings: [filing({ hospitals: ['昆明市延安医院', '昆明医科大学第一附属医院'] })] },
    [],
  ],

  ['no filing at all', { filings: [] }, ['filing-missing']],
  [
    'no filing, and none is needed',
    { filings: [], pack: packWith({ filing: rule('filing', { needed: false }) }) },
    [],
  ],
  [
    'no filing, and nobody knows whether one is needed',
    { filings: [], pack: packWith({ filing: null }) },
    ['filing-unknown'],
  ],
  ['no filing, treated at the insured place', { filings: [], ...home }, []],
  [
    'no filing, and the place of care is unknown',
    { filings: [], hospitals: [hospital({ cityCode: '' })] },
    ['filing-unknown'],
  ],
  [
    'no filing where that is refused',
    { filings: [], pack: packWith({ filing: when('refused') }) },
    ['filing-missing'],
  ],
  [
    'no filing for an emergency',
    { filings: [], visits: [withMore('emergency-proof', seen({ kind: 'emergency' }))] },
    [],
  ],
  [
    'no filing for an emergency where that counts for nothing',
    {
      filings: [],
      visits: [withMore('emergency-proof', seen({ kind: 'emergency' }))],
      pack: packWith({ filing: when('cut', { emergencyCountsAsFiled: false }) }),
    },
    ['filing-missing'],
  ],
  [
    'the visit is one day before the filing',
    { filings: [filing({ from: '2026-03-19' })] },
    ['outside-filing'],
  ],
  ['the visit is on the day of the filing', { filings: [filing({ from: '2026-03-18' })] }, []],
  ['the filing ended the day before', { filings: [filing({ to: '2026-03-17' })] }, ['outside-filing']],
  ['the filing ends that day', { filings: [filing({ to: '2026-03-18' })] }, []],
  [
    'the filing has not taken effect',
    { filings: [filing({ from: '2026-03-10', waitingDays: 9 })] },
    ['filing-waiting'],
  ],
  ['the filing takes effect that day', { filings: [filing({ from: '2026-03-09', waitingDays: 9 })] }, []],
  [
    'the rule says how long to wait',
    {
      filings: [filing({ from: '2026-01-01' })],
      pack: packWith({ filing: when('unknown', { waitingDays: 90 }) }),
    },
    ['filing-waiting'],
  ],
  ['filed to another city', elsewhere, ['filing-city-differs']],
  ['filed to the city, treated in a district of it', { hospitals: [hospital({ cityCode: '530112' })] }, []],
  [
    'filed to another city where that does not matter',
    { ...elsewhere, pack: packWith({ filing: when('unknown', { cityMustMatch: false }) }) },
    [],
  ],

  ['no approval', { approvals: [] }, ['approval-missing']],
  [
    'no approval where none is needed',
    { approvals: [], pack: packWith({ approval: rule('approvals', { needed: false }) }) },
    [],
  ],
  ['no approval for plain outpatient care', { approvals: [], visits: [plain('2026-03-18')] }, []],
  [
    'the approval ended the day before',
    { approvals: [approval({ to: '2026-03-17' })] },
    ['approval-expired'],
  ],
  ['the approval ends that day', { approvals: [approval({ to: '2026-03-18' })] }, []],
  [
    'the approval begins the day after',
    { approvals: [approval({ from: '2026-03-19' })] },
    ['approval-not-begun'],
  ],
  [
    'an old approval and its renewal',
    {
      approvals: [approval({ to: '2025-12-31' }), approval({ id: idOf('approval', 2), from: '2026-01-01' })],
    },
    [],
  ],
  [
    'an approval for another disease',
    { approvals: [approval({ diseaseCode: 'M03900', diseaseName: '高血压' })] },
    ['approval-other-disease'],
  ],
  ['an approval by name only', { approvals: [approval({ diseaseCode: '' })] }, []],
  [
    'an approval for another hospital',
    { approvals: [approval({ hospitals: ['景洪市人民医院'] })] },
    ['approval-other-hospital'],
  ],
  ['an approval for this hospital', { approvals: [approval({ hospitals: ['昆医附一院'] })] }, []],
  [
    'an approval for another hospital where that does not matter',
    {
      approvals: [approval({ hospitals: ['景洪市人民医院'] })],
      pack: packWith({ approval: rule('approvals', { needed: true, hospitalMustMatch: false }) }),
    },
    [],
  ],
  [
    'a chronic visit without a disease',
    { visits: [seen({ diseaseCode: '', diseaseName: '' })] },
    ['disease-missing'],
  ],
  ['91 days of supply', { visits: [supply(91)] }, ['supply-over-limit']],
  ['90 days of supply', { visits: [supply(90)] }, []],
  [
    'again before the last supply was used up',
    { visits: [chronicSupply('2026-03-18', 1), chronicSupply('2026-04-16', 2)] },
    ['supply-overlaps'],
  ],
  [
    'again on the day the last supply ends',
    { visits: [chronicSupply('2026-03-18', 1), chronicSupply('2026-04-17', 2)] },
    [],
  ],
  ['diabetes in another province could be settled directly', crossProvince, [direct]],
  [
    'psoriasis in another province could not',
    {
      ...crossProvince,
      visits: [seen({ diseaseCode: 'M06700', diseaseName: '银屑病' })],
      approvals: [approval({ diseaseCode: 'M06700' })],
    },
    [],
  ],

  ['no visit in the claim', { visits: [] }, ['claim-empty']],
  [
    'a visit of another person',
    { visits: [seen({}, 1), seen({ personId: idOf('person', 2) }, 2)] },
    ['persons-mixed'],
  ],
  ['visits of two years', { visits: [seen({}, 1), seen({ date: '2025-12-31' }, 2)] }, ['years-mixed']],
  ['visits of one year, first day to now', { visits: [seen({}, 1), seen({ date: '2026-01-01' }, 2)] }, []],
  [
    'visits of two years where no rule speaks',
    { visits: [seen({}, 1), seen({ date: '2025-12-31' }, 2)], pack: packWith({ split: null }) },
    ['years-mixed'],
  ],
  [
    'outpatient care and a stay where they are kept apart',
    { visits: [seen({}, 1), stay('2026-04-01', '2026-04-08', 2)], pack: splitBy('claim-kind') },
    ['kinds-mixed', direct],
  ],
  [
    'chronic and plain outpatient care, which are one item',
    { visits: [seen({}, 1), plain('2026-03-20', 2)], pack: splitBy('claim-kind') },
    [],
  ],
  [
    'outpatient care and a stay that only a hint keeps apart',
    { visits: [seen({}, 1), stay('2026-04-01', '2026-04-08', 2)], pack: splitBy('claim-kind', 'C') },
    ['kinds-mixed', direct],
  ],
  ['two kinds where nobody forbids it', { visits: [seen({}, 1), plain('2026-03-20', 2)] }, []],
  [
    'two stays where each is claimed by itself',
    {
      visits: [stay('2026-03-01', '2026-03-08', 1), stay('2026-04-01', '2026-04-08', 2)],
      pack: splitBy('admission'),
    },
    ['admissions-mixed', direct],
  ],
  [
    'two grades of hospital where they are kept apart',
    {
      visits: [seen({}, 1), seen({ hospital: '官渡区医院', date: '2026-03-20' }, 2)],
      hospitals: [
        hospital(),
        hospital({ id: idOf('hospital', 2), name: '官渡区医院', aliases: [], grade: 'secondary' }),
      ],
      pack: splitBy('hospital-grade'),
    },
    ['hospital-grades-mixed', 'hospital-differs', 'hospital-differs', 'hospital-differs', 'hospital-differs'],
  ],

  ['61 days left', { today: '2026-04-18', pack: months(3) }, []],
  ['60 days left', { today: '2026-04-19', pack: months(3) }, ['deadline-in-60-days']],
  ['30 days left', { today: '2026-05-19', pack: months(3) }, ['deadline-in-30-days']],
  ['7 days left', { today: '2026-06-11', pack: months(3) }, ['deadline-in-7-days']],
  ['the last day', { today: '2026-06-18', pack: months(3) }, ['deadline-in-7-days']],
  ['the day after the last, refused', { today: '2026-06-19', pack: months(3) }, ['deadline-hard-stop']],
  [
    'the day after the last, exceptions made',
    { today: '2026-06-19', pack: months(3, 'A', { late: 'exception' }) },
    ['deadline-passed'],
  ],
  [
    'the first of two terms is over',
    {
      today: '2026-06-19',
      pack: months(3, 'A', {
        terms: [
          { kind: 'months-from', anchor: 'receipt', months: 3 },
          { kind: 'next-year', until: '03-31', holidayShift: false },
        ],
      }),
    },
    ['deadline-passed'],
  ],
  ['a hint says it is over', { today: '2026-07-19', pack: months(3, 'C') }, ['deadline-unknown-near']],
  ['a hint of a day far away', { today: '2026-04-01', pack: months(3, 'C') }, ['deadline-hint']],
  [
    'a hint of a day for each of two visits is said once',
    { today: '2026-04-01', visits: [seen({}, 1), seen({ date: '2026-02-18' }, 2)], pack: months(3, 'C') },
    ['deadline-hint'],
  ],
  ['no term is known', { pack: packWith({ deadline: null }) }, ['deadline-unknown']],
  [
    'no term is known, and three months are nearly over',
    { today: '2026-06-01', pack: packWith({ deadline: null }) },
    ['deadline-unknown-near'],
  ],
  [
    'handed in within the term',
    { today: '2026-08-01', pack: months(3), events: [event({ on: '2026-06-18' })] },
    [],
  ],
  [
    'handed in a day late',
    { today: '2026-08-01', pack: months(3), events: [event({ on: '2026-06-19' })] },
    ['deadline-hard-stop'],
  ],
  [
    'an office that takes claims from the 10th',
    { pack: packWith({}, rule('windows', { when: { kind: 'each-month', fromDay: 10, toDay: 20 } })) },
    ['window-closed'],
  ],
  [
    'an office that takes claims until the 6th',
    { pack: packWith({}, rule('windows', { when: { kind: 'each-month', fromDay: 1, toDay: 6 } })) },
    [],
  ],

  ['no citizen ID', { person: person({ citizenId: '' }) }, ['citizen-id-missing']],
  [
    'a citizen ID with a wrong last character',
    { person: person({ citizenId: '532800195001010018' }) },
    ['citizen-id-wrong'],
  ],
  ['a citizen ID with a small x and spaces', { person: person({ citizenId: '110105 19491231 002x' }) }, []],
  ['a permit number is no citizen ID', { person: person({ citizenId: 'H12345678' }) }, []],
  ['no account', { person: person({ bankAccount: '' }) }, ['payee-account-missing']],
  [
    'no account, but the social-security card',
    { person: person({ bankAccount: '' }), payeeKind: 'social-security-card' },
    [],
  ],
  [
    'an account of a kind the place does not take',
    { pack: accepts('social-security-card') },
    ['payee-account-not-accepted'],
  ],
  ['a class-I account where the own card is taken', { payeeKind: 'class-one-account' }, []],
  [
    'an own card where only class I is taken',
    { pack: accepts('class-one-account') },
    ['payee-account-not-accepted'],
  ],
  [
    'nobody said what kind of account it is',
    { payeeKind: undefined as never },
    ['payee-account-kind-unknown'],
  ],
  [
    'a bank the place does not pay to',
    { pack: packWith({ account: rule('accounts', { accept: ['own-bank-card'], banks: ['哈尔滨银行'] }) }) },
    ['payee-account-not-accepted'],
  ],
  [
    "a relative's account",
    { person: person({ payeeName: '李国华' }), payeeKind: 'relative', pack: accepts('relative') },
    ['payee-name-differs'],
  ],
  [
    "a relative's account with proof",
    {
      person: person({ payeeName: '李国华' }),
      payeeKind: 'relative',
      pack: accepts('relative'),
      standingPapers: [standing('identity-card'), standing('relationship-proof')],
    },
    ['payee-name-differs'],
  ],
  ['the payee in traditional characters', { person: person({ payeeName: '王秀蘭' }) }, []],
  [
    'a mistyped bank card',
    { person: person({ bankAccount: '6228480402564890019' }) },
    ['bank-account-unlikely'],
  ],
  ['no phone number for the cover', { person: person({ phone: ' ' }) }, ['cover-field-empty']],
  [
    'an account without holder and bank',
    { person: person({ payeeName: '', bankName: '' }) },
    ['cover-field-empty', 'cover-field-empty'],
  ],
  [
    'no account at all: its holder is not asked for',
    { person: person({ payeeName: '', bankName: '', bankAccount: '' }) },
    ['payee-account-missing'],
  ],
];
