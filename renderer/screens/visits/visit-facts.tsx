// What a person knows of a visit beyond its papers: what happened, what was prescribed, and what checking matches it with.

import { CheckOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VisitFacts } from '../../../shared/claim-life.ts';
import type { Person, Visit } from '../../../shared/domain.ts';
import type { ResolvedRule } from '../../../shared/rules/resolved-pack.ts';
import { pickRules } from '../../../shared/rules/resolved-pack.ts';
import type { Situation } from '../../../shared/rules/rule-parts.ts';
import { call, useAct, useCall } from '../../client.ts';
import { citeRule } from '../../findings/cite-rule.ts';
import { RuleLine } from '../../findings/rule-line.tsx';
import { Field } from './field.tsx';
import { type Keep, useKeep } from './use-keep.ts';
import { useTyped } from './use-typed.ts';
import { useLacking } from './visit-head.tsx';
import { VisitMatches } from './visit-matches.tsx';
import './visit-facts.css';

/** What happens most comes first; the others are there on demand. What follows from other facts is not asked. */
const usual: readonly Situation[] = [
  'emergency',
  'accident',
  'referral',
  'dual-channel-drug',
  'outside-pharmacy',
  'agent',
];
const rare: readonly Situation[] = [
  'rescue',
  'not-settled-directly',
  'not-networked',
  'commercial-insurer-first',
  'lost-invoice',
  'costly-material',
  'card-unusable',
];

type Part = { visit: Visit; facts: VisitFacts; save: Keep<VisitFacts> };

function Situations({ visit, facts, save }: Part) {
  const { t } = useTranslation(['visitFacts', 'rules']);
  const [all, setAll] = useState(false);
  const chosen = (one: Situation) => facts.situations.includes(one);
  const shown = [...usual, ...rare.filter((one) => all || chosen(one))];
  const toggle = (one: Situation) => {
    const what = t(`rules:situation.${one}`);
    const off = chosen(one);
    const change = ({ situations }: VisitFacts) => {
      const others = situations.filter((other) => other !== one);
      return { situations: off ? others : [...others, one] };
    };
    save(change, t(off ? 'visitFacts:cleared' : 'visitFacts:saved', { what }));
  };
  return (
    <fieldset className="visit-situations">
      <legend className="visually-hidden">{t('visitFacts:situations')}</legend>
      {shown.map((one) => {
        const byKind = one === 'emergency' && visit.kind === 'emergency';
        const pressed = byKind || chosen(one);
        return (
          <Button
            key={one}
            shape="round"
            aria-pressed={pressed}
            disabled={byKind}
            {...(byKind ? { title: t('visitFacts:byKind') } : {})}
            className={pressed ? 'visit-situation-on' : ''}
            icon={pressed ? <CheckOutlined aria-hidden /> : null}
            onClick={() => toggle(one)}
          >
            {t(`rules:situation.${one}`)}
          </Button>
        );
      })}
      <Button type="link" aria-expanded={all} onClick={() => setAll(!all)}>
        {t(all ? 'visitFacts:less' : 'visitFacts:more')}
      </Button>
    </fieldset>
  );
}

type Wanted = { situation: Situation; rules: ResolvedRule<'papers'>[] };

/** What the insured place asks for in each situation that is there. */
function useWanted(visit: Visit, facts: VisitFacts, person: Person): Wanted[] | undefined {
  const place = person.insuredPlaceCode;
  const { data } = useCall('rule-pack.get', { place: place || '100000', on: visit.date });
  if (!data) return undefined;
  const rules = pickRules(data.pack, 'papers', { claim: visit.kind, scheme: person.scheme });
  const there = [...(visit.kind === 'emergency' ? ['emergency'] : []), ...facts.situations];
  return ([...new Set(there)] as Situation[]).map((situation) => ({
    situation,
    rules: rules.filter(({ rule }) => rule.situation === situation),
  }));
}

function WantedPapers({ visit, facts, person }: { visit: Visit; facts: VisitFacts; person: Person }) {
  const { t } = useTranslation(['visitFacts', 'rules', 'domain']);
  const inWords = useLacking();
  const wanted = useWanted(visit, facts, person);
  if (!wanted || wanted.length === 0) return null;
  const sentence = ({ situation, rules }: Wanted) => {
    const firm = rules.filter(({ hint }) => !hint);
    const told = firm.length > 0 ? firm : rules;
    const papers = inWords(told.map(({ rule }) => rule.anyOf.map(({ kind }) => kind)));
    const named = { situation: t(`rules:situation.${situation}`), papers };
    if (told.length === 0) return t('visitFacts:wantsNothing', named);
    return t(firm.length > 0 ? 'visitFacts:wants' : 'visitFacts:wantsHint', named);
  };
  return (
    <ul className="visit-wants">
      {wanted.map((one) => {
        const kind = one.rules[0]?.rule.anyOf[0]?.kind;
        return (
          <li key={one.situation}>
            {sentence(one)}{' '}
            {kind && (
              <Link to={`/visits/${visit.id}?paper=${kind}`}>
                {t('visitFacts:put', { paper: t(`domain:paper.${kind}`) })}
              </Link>
            )}
            {one.rules.map((rule) => (
              <div key={rule.rule.id}>
                <RuleLine rule={citeRule(rule, t('rules:noted'))} />
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

const tidyNames = (names: string[]): string[] =>
  [...new Set(names.map((name) => name.trim().slice(0, 200)))].filter(Boolean);

function Prescription({ facts, save }: Part) {
  const { t } = useTranslation('visitFacts');
  const said = t('savedPrescription');
  const days = useTyped(facts.daysOfSupply === null ? '' : String(facts.daysOfSupply), (text) => {
    const count = Number(text);
    save(() => ({ daysOfSupply: count > 0 ? Math.min(366, count) : null }), said);
  });
  return (
    <div className="fields">
      <Field label={t('days')} hint={t('daysHint')}>
        {(handed) => (
          <Input
            {...handed}
            inputMode="numeric"
            autoComplete="off"
            value={days.value}
            onChange={({ target }) =>
              days.onType(target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 3))
            }
            onBlur={days.onBlur}
            onPressEnter={days.onBlur}
          />
        )}
      </Field>
      <Field label={t('medicines')} hint={t('medicinesHint')} className="field-wide">
        {(handed) => (
          <Select
            {...handed}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={facts.medicines}
            maxCount={100}
            tokenSeparators={['，', ',', '、', ';', '；']}
            onChange={(medicines: string[]) => save(() => ({ medicines: tidyNames(medicines) }), said)}
          />
        )}
      </Field>
    </div>
  );
}

export function VisitFactsCard({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visitFacts');
  const facts = useCall('visit-facts.get', { visitId: visit.id }).data;
  const person = useCall('person.get', { id: visit.personId }).data;
  const act = useAct('visit-facts.save');
  const save = useKeep<VisitFacts>(() => call('visit-facts.get', { visitId: visit.id }), act.mutateAsync);
  if (!facts || !person || facts.visitId !== visit.id) return null;
  const part = { visit, facts, save };
  return (
    <section className="card visit-facts" aria-label={t('title')}>
      <header className="visit-facts-head">
        <h2>{t('title')}</h2>
        <span className="muted small">{t('why')}</span>
      </header>
      <Situations {...part} />
      <WantedPapers visit={visit} facts={facts} person={person} />
      {visit.kind === 'inpatient' ? null : <Prescription {...part} />}
      <VisitMatches visit={visit} person={person} />
    </section>
  );
}
