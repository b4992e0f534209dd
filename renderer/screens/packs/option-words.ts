// The word for a value that a field of a rule may have.

import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain.ts';
import { valueWords } from '../../../shared/words/rule-values.ts';
import { packsWords } from '../../words/packs.ts';
import { ruleWords } from '../../words/rules.ts';

type Book = Record<string, Record<string, string> | undefined>;

export function useOptionWords(): (field: string, value: string) => string {
  const { t, i18n } = useTranslation('packs');
  const language = i18n.language as Language;
  const values = valueWords[language];
  const rules = ruleWords[language];
  const own: Book = packsWords[language].value;
  const books: Book = {
    stopsAt: values.stopsAt,
    late: values.late,
    by: values.split,
    printNeedsSeal: values.printNeedsSeal,
    allow: values.hospitals,
    otherwise: values.otherwise,
    withoutFiling: values.withoutFiling,
    accept: values.account,
    channels: values.channel,
    originalsFollow: values.originals,
    catalogue: values.catalogue,
    situation: rules.situation,
    case: rules.penaltyCase,
    claims: rules.claimKind,
    form: rules.form,
    stamp: rules.stamp,
    anchor: rules.anchor,
    ...own,
  };
  const none = values.signed.no;
  return (field, value) => books[field]?.[value] || none || t('form.unknown');
}
