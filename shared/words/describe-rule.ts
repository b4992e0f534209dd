// A requirement rule in one sentence, in both languages: what it asks, without its source.

import type { Language } from '../domain.ts';
import { formatYuan } from '../money.ts';
import type { AnyRule, Chapter, RuleOf } from '../rules/rule-pack.ts';
import type { ClaimWindow, DeadlineTerm, WantedPaper } from '../rules/rule-parts.ts';
import { domainWords } from './domain.ts';
import { areaName } from './provinces.ts';
import { valueWords } from './rule-values.ts';
import { ruleWords } from './rules.ts';

/** Chinese or English of one sentence. */
type Pick = (chinese: string, english: string) => string;
type Scribe = { language: Language; pick: Pick; comma: string };

/** "费用清单（原件，盖医院章）或 ..."; the note is joined by the caller where it wants it. */
export function describeRule<C extends Chapter>(chapter: C, rule: RuleOf<C>, language: Language): string {
  const pick: Pick = (chinese, english) => (language === 'en' ? english : chinese);
  const scribe = { language, pick, comma: pick('，', ', ') };
  const describe = sentences[chapter] as (rule: AnyRule, scribe: Scribe) => string;
  return join([describeScope(rule, scribe), describe(rule, scribe)], scribe);
}

/** Where the care must have been and since when, for the few rules that say so. */
function describeScope({ care, from, to }: AnyRule, scribe: Scribe): string {
  const { language, pick } = scribe;
  const names = (prefixes: string[]) => prefixes.map((one) => areaName(one, language)).join(pick('、', ', '));
  const within = care?.within.length
    ? pick(`在${names(care.within)}就医`, `care in ${names(care.within)}`)
    : '';
  const outside = care?.outside.length
    ? pick(`不在${names(care.outside)}就医`, `care outside ${names(care.outside)}`)
    : '';
  const since = from && pick(`${from} 起`, `from ${from}`);
  const until = to && pick(`到 ${to} 为止`, `until ${to}`);
  return join([within, outside, since, until], scribe);
}

const percent = (permille: number): string => `${permille / 10}%`;
const yuan = (fen: number, { pick }: Scribe): string =>
  pick(`${formatYuan(fen)} 元`, `${formatYuan(fen)} yuan`);
const join = (parts: (string | false | null)[], { comma }: Scribe): string =>
  parts.filter(Boolean).join(comma);

function describePaper(paper: WantedPaper, scribe: Scribe): string {
  const { language, pick } = scribe;
  const words = ruleWords[language];
  const count = paper.count > 1 && pick(`${paper.count} 份`, `${paper.count} of it`);
  const signed = valueWords[language].signed[paper.signed];
  const more = join([words.form[paper.form], words.stamp[paper.stamp], signed, count], scribe);
  const name = domainWords[language].paper[paper.kind];
  return more ? pick(`${name}（${more}）`, `${name} (${more})`) : name;
}

function describeTerm(term: DeadlineTerm, { language, pick }: Scribe): string {
  const anchor = (key: Extract<DeadlineTerm, { anchor: unknown }>['anchor']) =>
    ruleWords[language].anchor[key];
  switch (term.kind) {
    case 'months-from':
      return pick(
        `从${anchor(term.anchor)}起 ${term.months} 个月内`,
        `within ${term.months} months of ${anchor(term.anchor)}`,
      );
    case 'days-from': {
      const days = term.working ? pick('个工作日', 'working days') : pick('天', 'days');
      return pick(
        `从${anchor(term.anchor)}起 ${term.days} ${days}内`,
        `within ${term.days} ${days} of ${anchor(term.anchor)}`,
      );
    }
    case 'next-year': {
      const shift = term.holidayShift ? pick('（遇假日顺延）', ' (a day off moves it on)') : '';
      return pick(`次年 ${term.until} 前${shift}`, `by ${term.until} of the next year${shift}`);
    }
    case 'same-year':
      return pick(`当年 ${term.until} 前`, `by ${term.until} of the same year`);
    case 'insurance-year':
      return pick(
        `医保年度（${term.starts} 起）结束后 ${term.monthsAfter} 个月内`,
        `within ${term.monthsAfter} months of the insurance year that starts on ${term.starts}`,
      );
  }
}

function describeWindow(when: ClaimWindow, { pick }: Scribe): string {
  switch (when.kind) {
    case 'each-month':
      return pick(
        `每月 ${when.fromDay} 日至 ${when.toDay} 日受理`,
        `taken from day ${when.fromDay} to ${when.toDay} of each month`,
      );
    case 'each-year':
      return pick(
        `次年 ${when.from} 至 ${when.to} 受理`,
        `taken from ${when.from} to ${when.to} of the next year`,
      );
    case 'cycle':
      return pick(`每 ${when.months} 个月一次`, `once every ${when.months} months`);
  }
}

function describeDeductible(rule: RuleOf<'deductibles'>, scribe: Scribe): string {
  const { pick } = scribe;
  const grade = valueWords[scribe.language].hospitalGrade[rule.hospitalGrade];
  const money = (fen: number | null) => (fen === null ? '' : yuan(fen, scribe));
  const least =
    rule.lessEachStayFen !== null &&
    pick(
      `再次住院每次少 ${money(rule.lessEachStayFen)}，最低 ${money(rule.leastFen)}`,
      `${money(rule.lessEachStayFen)} less for each further stay, not below ${money(rule.leastFen)}`,
    );
  const share =
    rule.sharePermille !== null &&
    pick(
      `费用的 ${percent(rule.sharePermille)}，最低 ${money(rule.floorFen)}，最高 ${money(rule.ceilingFen)}`,
      `${percent(rule.sharePermille)} of the bill, ${money(rule.floorFen)} to ${money(rule.ceilingFen)}`,
    );
  return join([grade, share || money(rule.fixedFen), least], scribe);
}

function describePenalty(rule: RuleOf<'penalties'>, scribe: Scribe): string {
  const { pick, language } = scribe;
  const when = ruleWords[language].penaltyCase[rule.case];
  const amount = percent(rule.permille);
  const same = rule.mode === 'factor' ? rule.permille === 1000 : rule.permille === 0;
  const said = {
    points: pick(`报销比例降低 ${rule.permille / 10} 个百分点`, `${rule.permille / 10} points off the rate`),
    factor: pick(`应付部分按 ${amount} 支付`, `${amount} of what is payable`),
    prepaid: pick(`个人先付 ${amount}`, `${amount} paid by the person first`),
  }[rule.mode];
  return pick(`${when}：${same ? '与参保地相同' : said}`, `${when}: ${same ? 'the same as at home' : said}`);
}

function describeFiling(rule: RuleOf<'filing'>, scribe: Scribe): string {
  const { pick, language } = scribe;
  const { withoutFiling } = valueWords[language];
  const waiting = rule.waitingDays
    ? pick(`备案 ${rule.waitingDays} 天后生效`, `in effect ${rule.waitingDays} days after filing`)
    : null;
  return join(
    [
      rule.needed ? pick('要先备案', 'filing is needed first') : pick('不用备案', 'no filing needed'),
      withoutFiling[rule.withoutFiling],
      waiting,
      rule.cityMustMatch && pick('备案城市要与就医城市一致', 'the filed city must be the city of care'),
      rule.emergencyCountsAsFiled && pick('急诊抢救视同已备案', 'an emergency counts as filed'),
    ],
    scribe,
  );
}

function describeDays(rule: RuleOf<'channels'>, { pick }: Scribe): string | null {
  const { workingDays, atMostWorkingDays } = rule;
  if (workingDays === null && atMostWorkingDays === null) return null;
  const usual = workingDays === null ? '' : pick(`${workingDays} 个工作日`, `${workingDays} working days`);
  const most =
    atMostWorkingDays === null
      ? ''
      : pick(`最多 ${atMostWorkingDays} 个工作日`, `at most ${atMostWorkingDays} working days`);
  return [usual, most].filter(Boolean).join(pick('，', ', '));
}

const sentences: { [C in Chapter]: (rule: RuleOf<C>, scribe: Scribe) => string } = {
  papers: (rule, scribe) => {
    const papers = rule.anyOf.map((paper) => describePaper(paper, scribe)).join(scribe.pick(' 或 ', ' or '));
    const from =
      rule.fromFen !== null &&
      scribe.pick(`${yuan(rule.fromFen, scribe)}及以上`, `from ${yuan(rule.fromFen, scribe)}`);
    const when = rule.situation && ruleWords[scribe.language].situation[rule.situation];
    const where = rule.asked === 'in-places' && scribe.pick('有的地方要', 'some places ask for');
    const condition = [where, when, from].filter(Boolean).join(' ');
    return condition ? scribe.pick(`${condition}：${papers}`, `${condition}: ${papers}`) : papers;
  },
  deadlines: (rule, scribe) => {
    const terms = rule.terms.map((term) => describeTerm(term, scribe)).join(scribe.pick('，并且', ', and '));
    const words = valueWords[scribe.language];
    return join([terms, words.stopsAt[rule.stopsAt], words.late[rule.late]], scribe);
  },
  windows: (rule, scribe) => {
    const when = rule.situation && ruleWords[scribe.language].situation[rule.situation];
    return join([when, describeWindow(rule.when, scribe)], scribe);
  },
  splits: (rule, { language, pick }) => {
    const parts = rule.by.map((one) => valueWords[language].split[one]).join(pick('、', ', '));
    return pick(`按${parts}分开申请`, `kept apart by ${parts}`);
  },
  invoices: (rule, scribe) =>
    join(
      [
        rule.electronicAccepted !== null &&
          (rule.electronicAccepted
            ? scribe.pick('收电子票据', 'e-receipts are accepted')
            : scribe.pick('不收电子票据', 'e-receipts are not accepted')),
        valueWords[scribe.language].printNeedsSeal[rule.printNeedsSeal],
        rule.listMustEqualTotal &&
          scribe.pick('清单合计要等于票据金额', 'the list must add up to the receipt'),
        rule.lostAccepted && scribe.pick('票据遗失可凭存根和承诺书', 'a lost receipt can be replaced'),
      ],
      scribe,
    ),
  hospitals: (rule, scribe) => {
    const words = valueWords[scribe.language];
    const most =
      rule.mostNamed !== null && scribe.pick(`最多 ${rule.mostNamed} 家`, `at most ${rule.mostNamed}`);
    return join([words.hospitals[rule.allow], ...rule.named, most, words.otherwise[rule.otherwise]], scribe);
  },
  filing: describeFiling,
  approvals: (rule, scribe) =>
    join(
      [
        rule.needed ? scribe.pick('要先办慢特病认定', 'the disease must be approved first') : null,
        rule.diseaseMustMatch && scribe.pick('病种要一致', 'the disease must match'),
        rule.hospitalMustMatch && scribe.pick('医院要一致', 'the hospital must match'),
        rule.daysOfSupply !== null &&
          scribe.pick(`每次开药不超过 ${rule.daysOfSupply} 天`, `at most ${rule.daysOfSupply} days of drugs`),
      ],
      scribe,
    ),
  accounts: (rule, scribe) =>
    join([...rule.accept.map((one) => valueWords[scribe.language].account[one]), ...rule.banks], {
      ...scribe,
      comma: scribe.pick('、', ', '),
    }),
  channels: (rule, scribe) => {
    const ways = rule.channels.map((one) => valueWords[scribe.language].channel[one]);
    return join([ways.join(scribe.pick('、', ', ')), describeDays(rule, scribe)], scribe);
  },
  portals: (rule, scribe) =>
    join(
      [
        rule.name[scribe.language],
        rule.medicalPapersMost !== null &&
          scribe.pick(
            `病历类照片最多 ${rule.medicalPapersMost} 张`,
            `at most ${rule.medicalPapersMost} pictures of medical papers`,
          ),
        rule.largestMegabytes !== null &&
          scribe.pick(`每张不超过 ${rule.largestMegabytes} MB`, `at most ${rule.largestMegabytes} MB each`),
        valueWords[scribe.language].originals[rule.originalsFollow],
        rule.originalsReturned === false && scribe.pick('原件不退还', 'originals are not returned'),
      ],
      scribe,
    ),
  catalogues: (rule, { language }) => valueWords[language].catalogue[rule.catalogue],
  penalties: describePenalty,
  prepaid: (rule, { pick }) =>
    pick(`乙类先付 ${percent(rule.permille)}`, `${percent(rule.permille)} of class B is paid first`),
  deductibles: describeDeductible,
  rates: (rule, scribe) => {
    const { hospitalGrade } = valueWords[scribe.language];
    const standing = rule.standing === 'any' ? '' : domainWords[scribe.language].standing[rule.standing];
    return join([hospitalGrade[rule.hospitalGrade], standing, percent(rule.permille)], scribe);
  },
  caps: (rule, scribe) =>
    scribe.pick(`一年最多 ${yuan(rule.yearFen, scribe)}`, `at most ${yuan(rule.yearFen, scribe)} a year`),
};
