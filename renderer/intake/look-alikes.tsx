// A new page beside the earlier one it looks like: the person says whether they are the same paper.

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookAlike } from '../../shared/calls.ts';
import { call, queryClient } from '../client.ts';
import { PageThumb } from '../papers/page-thumb.tsx';
import { useExplain } from '../shell/problem.tsx';
import { useUndo } from '../shell/undo.tsx';
import { type Answer, CompareLarge } from './compare-large.tsx';
import { Place } from './place.tsx';
import type { QueueItem } from './queue-item.ts';
import { noteAnswer } from './runner.ts';

const EDGE = 160;

export function LookAlikes({ item }: { item: QueueItem }) {
  const [first] = item.lookAlikes;
  return first && item.scan ? <Question key={first.page} scan={item.scan} alike={first} /> : null;
}

function Question({ scan, alike }: { scan: string; alike: LookAlike }) {
  const { t } = useTranslation('intake');
  const explain = useExplain();
  const [large, setLarge] = useState(false);
  const { done } = useUndo();
  const { page, earlier, fileName } = alike;
  const answer = async (chosen: Answer) => {
    try {
      const { undo } = await call('scan.answer-look-alike', { scan, page, earlier, answer: chosen });
      noteAnswer(scan, page, chosen === 'use-earlier');
      if (chosen === 'use-earlier') done(t('usedEarlier'), undo);
      await queryClient.invalidateQueries();
    } catch (error) {
      explain(error);
    }
  };
  return (
    <div className="intake-alike">
      <p className="small">{t('looksLike', { name: fileName })}</p>
      <button
        type="button"
        className="intake-alike-pair"
        onClick={() => setLarge(true)}
        title={t('compareLarge')}
      >
        <span className="intake-alike-one">
          <PageThumb page={{ scan, page, turn: 0 }} edge={EDGE} alt={t('newOne')} />
          <span className="small muted">{t('newOne')}</span>
        </span>
        <span className="intake-alike-one">
          <PageThumb page={{ ...earlier, turn: 0 }} edge={EDGE} alt={t('earlierOne')} />
          <span className="small muted">{t('earlierOne')}</span>
        </span>
      </button>
      <ul className="intake-places small">
        {alike.places.map((place) => (
          <li key={place}>
            <Place place={place} />
          </li>
        ))}
      </ul>
      <div className="intake-figures">
        <Button size="small" type="primary" onClick={() => setLarge(true)}>
          {t('compareLarge')}
        </Button>
        <Button size="small" onClick={() => answer('keep-both')}>
          {t('keepBoth')}
        </Button>
        <Button size="small" onClick={() => answer('use-earlier')}>
          {t('useEarlier')}
        </Button>
      </div>
      {large ? (
        <CompareLarge scan={scan} alike={alike} onAnswer={answer} onClose={() => setLarge(false)} />
      ) : null}
    </div>
  );
}
