// Every word of the screens, one file an area with both languages side by side; keys are typed.

import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/domain.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { findingWords } from '../../shared/words/findings.ts';
import { problemWords } from '../../shared/words/problems.ts';
import { ruleWords } from '../../shared/words/rules.ts';
import { boardWords } from './board.ts';
import { claimPacketWords } from './claim-packet.ts';
import { claimsWords } from './claims.ts';
import { commonWords } from './common.ts';
import { estimateWords } from './estimate.ts';
import { filesWords } from './files.ts';
import { filingsWords } from './filings.ts';
import { homeWords } from './home.ts';
import { inboxWords } from './inbox.ts';
import { intakeWords } from './intake.ts';
import { lifeWords } from './life.ts';
import { movePagesWords } from './move-pages.ts';
import { outputsWords } from './outputs.ts';
import { packsWords } from './packs.ts';
import { pageEditWords } from './page-edit.ts';
import { peopleWords } from './people.ts';
import { phoneDialogWords } from './phone.ts';
import { portalWords } from './portal.ts';
import { settingsWords } from './settings.ts';
import { trashWords } from './trash.ts';
import { visitFactsWords } from './visit-facts.ts';
import { visitsWords } from './visits.ts';
import { watchWords } from './watch.ts';
import { yearlyWords } from './yearly.ts';

const inLanguage = (language: Language) => ({
  common: commonWords[language],
  home: homeWords[language],
  people: peopleWords[language],
  visits: visitsWords[language],
  visitFacts: visitFactsWords[language],
  inbox: inboxWords[language],
  movePages: movePagesWords[language],
  pageEdit: pageEditWords[language],
  intake: intakeWords[language],
  claims: { ...claimsWords[language], ...claimPacketWords[language] },
  outputs: outputsWords[language],
  portal: portalWords[language],
  findings: findingWords[language],
  settings: settingsWords[language],
  board: boardWords[language],
  estimate: estimateWords[language],
  yearly: yearlyWords[language],
  packs: packsWords[language],
  phone: phoneDialogWords[language],
  watch: watchWords[language],
  files: filesWords[language],
  trash: trashWords[language],
  filings: filingsWords[language],
  life: lifeWords[language],
  domain: domainWords[language],
  problems: problemWords[language],
  rules: ruleWords[language],
});

export type Words = ReturnType<typeof inLanguage>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Words;
    returnNull: false;
  }
}

export const words: i18n = i18next.createInstance();

export async function loadWords(language: Language): Promise<void> {
  await words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: Object.keys(inLanguage(language)),
    resources: { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') },
    interpolation: { escapeValue: false },
  });
}
