// What stands under everything that rests on a rule: which rule, from whom, of when, how sure, from which level; and to verify it.

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Language } from '../../shared/domain.ts';
import type { FindingRule } from '../../shared/rules/finding.ts';
import './findings.css';

type Props = { rule: FindingRule | null; verify?: boolean; address?: boolean };

/** `address`: where the source can be read, for those who want to look it up. */
export function RuleLine({ rule, verify = true, address = false }: Props) {
  const { t, i18n } = useTranslation(['board', 'rules']);
  if (!rule) return <span className="board-rule">{t('board:rule.none')}</span>;
  const language = i18n.language as Language;
  return (
    <span className="board-rule">
      <Link to={`/packs/${rule.place}?rule=${encodeURIComponent(rule.id)}`}>{rule.title[language]}</Link>
      <span>{rule.date}</span>
      <span className={`board-grade board-grade-${rule.grade}`} title={t(`rules:gradeMeaning.${rule.grade}`)}>
        {t(`rules:grade.${rule.grade}`)}
      </span>
      <span>
        {rule.placeName[language]}
        {rule.level !== 'national' && ` ${t(`rules:level.${rule.level}`)}`}
      </span>
      {address && rule.url && <span className="board-address">{rule.url}</span>}
      {verify && <span>{t('board:rule.verify')}</span>}
    </span>
  );
}
