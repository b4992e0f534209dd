// The pages of a paper as small pictures: click shows one, drag or Alt with an arrow key reorders.

import { SortableContext, useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper, PaperPage } from '../../../shared/domain.ts';
import { PageThumb } from '../../papers/page-thumb.tsx';
import type { PageActions } from './use-page-actions.ts';

type Props = {
  paper: Paper;
  name: string;
  position: number;
  onChoose: (position: number) => void;
  onReorder: (from: number, to: number) => void;
  actions: PageActions;
};

/** A page has no id of its own: its scan, its number, and which one of several equal ones it is. */
export function keysOf(paper: Pick<Paper, 'id' | 'pages'>): string[] {
  const seen = new Map<string, number>();
  return paper.pages.map(({ scan, page }) => {
    const key = `${paper.id}:${scan}:${page}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return `${key}:${times}`;
  });
}

export function PageStrip({ paper, name, position, onChoose, onReorder, actions }: Props) {
  const { t } = useTranslation('visits');
  const keys = keysOf(paper);
  return (
    <SortableContext items={keys}>
      <fieldset className="strip" aria-label={t('stripOf', { paper: name })}>
        {paper.pages.map((page, index) => (
          <StripPage
            key={keys[index]}
            id={keys[index] ?? ''}
            page={page}
            paper={paper}
            index={index}
            current={index === position}
            onChoose={() => onChoose(index)}
            onStep={(step) => onReorder(index, index + step)}
            onRemove={() => actions.remove(paper, index)}
          />
        ))}
      </fieldset>
    </SortableContext>
  );
}

function StripPage(props: {
  id: string;
  page: PaperPage;
  paper: Paper;
  index: number;
  current: boolean;
  onChoose: () => void;
  onStep: (step: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { id, page, paper, index, current } = props;
  const { t } = useTranslation('visits');
  const sortable = useSortable({ id, data: { paper, position: index } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowLeft') props.onStep(-1);
    else if (event.altKey && event.key === 'ArrowRight') props.onStep(1);
    else if (event.key === 'Delete') props.onRemove();
    else return void sortable.listeners?.onKeyDown?.(event);
    event.preventDefault();
  };
  return (
    <button
      type="button"
      ref={sortable.setNodeRef}
      className={`strip-page${current ? ' strip-current' : ''}`}
      style={{
        transform: CSS.Translate.toString(sortable.transform) ?? '',
        opacity: sortable.isDragging ? 0.4 : 1,
      }}
      {...sortable.listeners}
      onKeyDown={onKeyDown}
      onClick={props.onChoose}
      aria-pressed={current}
      aria-label={t('stripPage', { page: index + 1 })}
      title={t('stripKeys')}
    >
      <PageThumb page={page} edge={72} alt="" />
      <span aria-hidden>{index + 1}</span>
    </button>
  );
}
