// A new page beside the earlier one it looks like: the person says whether they are the same paper.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LookAlike } from '../../shared/calls.ts';
import { call, queryClient } from '../client.ts';
import { PageThumb } from '../papers/page-thumb.tsx';
import { useExplain } from '../shell/problem.tsx';
import { useUndo } from '../shell/undo.tsx';
import type { QueueItem } from './queue.ts';
import { forgetLookAlike } from './runner.ts';

const EDGE = 160;

export function LookAlikes({ item }: { item: QueueItem }) {
  const [first] = item.lookAlikes;
  return first && item.scan ? <Question key={first.page} item={item} scan={item.scan} alike={first} /> : null;
}

function Question({ item, scan, alike }: { item: QueueItem; scan: string; alike: LookAlike }) {
  const { t } = useTranslation('intake');
  const explain = useExplain();
  const { done } = useUndo();
  const { page, earlier, fileName } = alike;
  const answer = async (chosen: 'keep-both' | 'use-earlier') => {
    try {
      const { undo } = await call('scan.answer-look-alike', { scan, page, earlier, answer: chosen });
      forgetLookAlike(item.key, page);
      if (chosen === 'use-earlier') done(t('usedEarlier'), undo);
      await queryClient.invalidateQueries();
    } catch (error) {
      explain(error);
    }
  };
  return (
    <div className="intake-alike">
      <p className="small">{t('looksLike', { name: fileName })}</p>
      <div className="intake-alike-pair">
        <figure>
          <PageThumb page={{ scan, page, turn: 0 }} edge={EDGE} alt={t('newOne')} />
          <figcaption className="small muted">{t('newOne')}</figcaption>
        </figure>
        <figure>
          <PageThumb page={{ ...earlier, turn: 0 }} edge={EDGE} alt={t('earlierOne')} />
          <figcaption className="small muted">{t('earlierOne')}</figcaption>
        </figure>
      </div>
      <div className="intake-figures">
        <Button size="small" onClick={() => answer('keep-both')}>
          {t('keepBoth')}
        </Button>
        <Button size="small" onClick={() => answer('use-earlier')}>
          {t('useEarlier')}
        </Button>
      </div>
    </div>
  );
}
