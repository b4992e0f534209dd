// The rules of one insured place as chapters to read, each rule with its source; what one was told otherwise can be laid over.

import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Language } from '../../../shared/domain.ts';
import type { RuleOverride } from '../../../shared/readiness-calls.ts';
import type { ResolvedPack, ResolvedRule } from '../../../shared/rules/resolved-pack.ts';
import { type Chapter, chapters } from '../../../shared/rules/rule-pack.ts';
import { call, useAct, useCall } from '../../client.ts';
import { downloadText } from '../../files/download.ts';
import { citeRule } from '../../findings/cite-rule.ts';
import { RuleLine } from '../../findings/rule-line.tsx';
import { useDay } from '../../shell/day.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useTell } from '../../shell/tell.ts';
import { useTitle } from '../../shell/title.ts';
import { Trouble } from '../../shell/trouble.tsx';
import { describeRule } from '../../words/rules.ts';
import { ChangedOverrides, OffRules } from './own-rules.tsx';
import { PackUpdates } from './pack-updates.tsx';
import { newRule, newRuleId, type RuleDraft } from './rule-fields.ts';
import { RuleForm, type RuleToSave } from './rule-form.tsx';
import './packs.css';

/** What can be done to the rules of a place. */
function useRuleActs(place: string) {
  const { t } = useTranslation('packs');
  const override = useAct('rule-pack.override');
  const remove = useAct('rule-pack.remove');
  const tell = useTell();
  return {
    saving: override.isPending,
    save: (chapter: Chapter, ruleId: string, { rule, note, on }: RuleToSave) => {
      const { id: _, source: __, ...sent } = rule;
      const wish = { place, chapter, ruleId, rule: sent, note, on };
      return tell(() => override.mutateAsync(wish), t('saved'));
    },
    switchOff: (chapter: Chapter, ruleId: string, on: string) => {
      const wish = { place, chapter, ruleId, rule: null, note: '', on };
      return tell(() => override.mutateAsync(wish), t('turnedOff'));
    },
    remove: (id: string) => tell(() => remove.mutateAsync({ id }), t('removed')),
  };
}
export type RuleActs = ReturnType<typeof useRuleActs>;

function Scope({ one }: { one: ResolvedRule }) {
  const { t, i18n } = useTranslation(['packs', 'rules', 'domain']);
  const { claims, scheme, note } = one.rule;
  const comma = i18n.language === 'en' ? ', ' : '、';
  const kinds = claims.map((kind) => t(`rules:claimKind.${kind}`)).join(comma);
  const scope = [kinds, scheme === 'any' ? '' : t(`domain:scheme.${scheme}`)].filter(Boolean).join(' · ');
  return (
    <div className="muted small">
      {scope && t('packs:applies', { what: scope })} {note?.[i18n.language as Language]}
    </div>
  );
}

type RuleProps = {
  one: ResolvedRule;
  own: RuleOverride | undefined;
  acts: RuleActs;
  today: string;
  wanted: boolean;
};

function Rule({ one, own, acts, today, wanted }: RuleProps) {
  const { t, i18n } = useTranslation(['packs', 'rules']);
  const day = useDay(today);
  const [editing, setEditing] = useState(false);
  const language = i18n.language as Language;
  const { chapter, rule, level } = one;
  const sentence = describeRule(chapter, rule as never, language);
  if (editing)
    return (
      <li className="rule">
        <RuleForm
          chapter={chapter}
          begin={{ rule: { ...rule } as RuleDraft, note: own?.note ?? '', on: own?.on ?? today }}
          saving={acts.saving}
          onSave={(saved) =>
            void acts.save(chapter, rule.id, saved).then((done) => done && setEditing(false))
          }
          onCancel={() => setEditing(false)}
        />
      </li>
    );
  return (
    <li className={wanted ? 'rule rule-wanted' : 'rule'} data-rule={rule.id}>
      <div>
        <div className="rule-sentence">
          {sentence} {one.hint && <span className="tag tag-advice">{t('hint')}</span>}
          {level === 'own' && own && (
            <span className="tag tag-complete">{t('told', { day: day(own.on), note: own.note })}</span>
          )}
        </div>
        <Scope one={one} />
        <RuleLine rule={citeRule(one, t('rules:noted'))} verify={false} address />
      </div>
      <div className="rule-acts">
        <Button type="text" aria-label={`${t('edit')}: ${sentence}`} onClick={() => setEditing(true)}>
          {t('edit')}
        </Button>
        {own ? (
          <Button
            type="text"
            aria-label={`${t('removeOwn')}: ${sentence}`}
            onClick={() => void acts.remove(own.id)}
          >
            {t('removeOwn')}
          </Button>
        ) : (
          <Button
            type="text"
            aria-label={`${t('off')}: ${sentence}`}
            onClick={() => void acts.switchOff(chapter, rule.id, today)}
          >
            {t('off')}
          </Button>
        )}
      </div>
    </li>
  );
}

type ChapterProps = {
  chapter: Chapter;
  place: string;
  pack: ResolvedPack;
  overrides: RuleOverride[];
  acts: RuleActs;
  today: string;
  wanted: string | null;
};

function ChapterCard({ chapter, place, pack, overrides, acts, today, wanted }: ChapterProps) {
  const { t } = useTranslation(['packs', 'rules']);
  const [adding, setAdding] = useState(false);
  const rules = pack.rules.filter((one) => one.chapter === chapter);
  const ownOf = (id: string) => overrides.find(({ ruleId, rule }) => ruleId === id && rule !== null);
  const name = t(`rules:chapter.${chapter}`);
  return (
    <section className="card pack-chapter">
      <header>
        <h2>{name}</h2>
        {!adding && (
          <Button
            type="text"
            icon={<PlusOutlined />}
            aria-label={`${t('packs:add')}: ${name}`}
            onClick={() => setAdding(true)}
          >
            {t('packs:add')}
          </Button>
        )}
      </header>
      {adding && (
        <RuleForm
          chapter={chapter}
          begin={{ rule: newRule(chapter), note: '', on: today }}
          saving={acts.saving}
          onSave={(saved) =>
            void acts.save(chapter, newRuleId(place, chapter), saved).then((done) => done && setAdding(false))
          }
          onCancel={() => setAdding(false)}
        />
      )}
      {rules.length === 0 && !adding && <p className="muted">{t('packs:noRules')}</p>}
      <ul>
        {rules.map((one) => (
          <Rule
            key={`${one.place} ${one.rule.id}`}
            one={one}
            own={ownOf(one.rule.id)}
            acts={acts}
            today={today}
            wanted={one.rule.id === wanted}
          />
        ))}
      </ul>
    </section>
  );
}

function PackHead({
  place,
  pack,
  overrides,
}: {
  place: string;
  pack: ResolvedPack;
  overrides: RuleOverride[];
}) {
  const { t, i18n } = useTranslation('packs');
  const explain = useExplain();
  const language = i18n.language as Language;
  const people = useCall('person.list', { archived: true }).data ?? [];
  const nearest = pack.layers.find((layer) => layer.place === place);
  const lived = people.find(({ insuredPlaceCode }) => insuredPlaceCode === place)?.insuredPlaceName;
  const name = nearest?.name[language] ?? lived ?? place;
  useTitle(name);
  const layers = pack.layers
    .map((layer) => t('layer', { name: layer.name[language], version: layer.version }))
    .join(' › ');
  const take = () =>
    call('rule-pack.export', { place }).then(
      ({ fileName, text }) => downloadText(fileName, text, 'application/json'),
      explain,
    );
  return (
    <header className="pack-head">
      <Link className="claims-back" to="/packs">
        {t('back')}
      </Link>
      <div className="pack-title">
        <h1>{name}</h1>
        <span className={`tag ${pack.verified ? 'tag-complete' : 'tag-advice'}`}>
          {t(pack.verified ? 'verified' : 'unverified')}
        </span>
        <Button
          icon={<DownloadOutlined />}
          disabled={overrides.length === 0}
          {...(overrides.length === 0 ? { title: t('exportNone') } : {})}
          onClick={() => void take()}
        >
          {t('export')}
        </Button>
      </div>
      <p className="muted small">{t('layers', { layers })}</p>
      <p className={pack.verified ? '' : 'board-unverified'}>
        {pack.verified ? t('verifyAll') : t('unverifiedPlace', { place: name })}
      </p>
    </header>
  );
}

/** Chapters that have something to say come first; the rest are there to be filled. */
const inOrder = (pack: ResolvedPack): Chapter[] => {
  const has = (chapter: Chapter) => pack.rules.some((one) => one.chapter === chapter);
  return [...chapters.filter(has), ...chapters.filter((chapter) => !has(chapter))];
};

export function PackScreen() {
  const { t } = useTranslation('common');
  const { place = '' } = useParams();
  const [search] = useSearchParams();
  const wanted = search.get('rule');
  const { data, error, refetch } = useCall('rule-pack.get', { place });
  const today = useCall('session.about', {}).data?.today;
  const acts = useRuleActs(place);
  const found = data?.pack.place === place;
  useEffect(() => {
    if (found && wanted)
      document.querySelector(`[data-rule="${CSS.escape(wanted)}"]`)?.scrollIntoView({ block: 'center' });
  }, [found, wanted]);
  if (!data || !today || !found)
    return error ? <Trouble error={error} retry={refetch} /> : <p className="muted">{t('loading')}</p>;
  const { pack, overrides } = data;
  return (
    <div className="pack">
      <PackHead place={place} pack={pack} overrides={overrides} />
      <PackUpdates place={place} />
      <ChangedOverrides overrides={overrides} acts={acts} />
      {inOrder(pack).map((chapter) => (
        <ChapterCard key={chapter} {...{ chapter, place, pack, overrides, acts, today, wanted }} />
      ))}
      <OffRules overrides={overrides} acts={acts} today={today} />
    </div>
  );
}
