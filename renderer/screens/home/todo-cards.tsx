// What to do next in two cards, at the hospital and at home; every line has one button that goes to the very place.

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PaperKind } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useDay } from '../../shell/day.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import type { Todo, Work } from './what-to-do.ts';

const SHOWN = 4;
/** What keeps a claim from being handed in; the others only say how to go on. */
const blocking: readonly Todo['kind'][] = ['find-paper', 'log-invoice', 'complete-person', 'repair-claim'];

type HomeWords = TFunction<['home', 'domain']>;
type Line = { text: string; why: string };

function papersInWords(papers: readonly PaperKind[][], t: HomeWords): string {
  return papers
    .map((anyOf) => anyOf.map((kind) => t(`domain:paper.${kind}`)).join(t('todo.or')))
    .join(t('todo.and'));
}

function describe(todo: Todo, t: HomeWords, visitName: (todo: Todo) => string): Line {
  switch (todo.kind) {
    case 'find-paper':
      return { text: t('todo.missing', { papers: papersInWords(todo.papers, t) }), why: visitName(todo) };
    case 'log-invoice':
      return { text: t('todo.logInvoice'), why: visitName(todo) };
    case 'sort-inbox':
      return { text: t('todo.sortInbox', { count: todo.count }), why: t('todo.sortInboxWhy') };
    case 'complete-person': {
      const fields = todo.fields.map((field) => t(`field.${field}`)).join(t('todo.and'));
      return {
        text: t('todo.completePerson', { person: todo.person.name, fields }),
        why: t('todo.completePersonWhy'),
      };
    }
    case 'make-claim':
      return {
        text: t('todo.makeClaim', { person: todo.person.name, visits: todo.visits }),
        why: t('todo.makeClaimWhy', { amount: formatYuan(todo.totalFen, true) }),
      };
    default:
      return { text: describeClaim(todo.kind, t), why: claimName(todo, t) };
  }
}

function describeClaim(kind: 'repair-claim' | 'export-claim' | 'hand-in-claim', t: HomeWords): string {
  if (kind === 'repair-claim') return t('todo.repairClaim');
  return kind === 'export-claim' ? t('todo.exportClaim') : t('todo.handInClaim');
}

function claimName(todo: Extract<Todo, { claim: unknown }>, t: HomeWords): string {
  const { claim, visits, totalFen } = todo.claim;
  return t('todo.claimWhy', {
    number: claim.number,
    visits: visits.length,
    amount: formatYuan(totalFen, true),
  });
}

const keyOf = (todo: Todo): string => `${todo.kind} ${todo.to}`;

type CardProps = {
  title: string;
  nothing: string;
  todos: readonly Todo[];
  first: boolean;
  today: string;
  named: boolean;
};

function TodoCard({ title, nothing, todos, first, today, named }: CardProps) {
  const { t } = useTranslation(['home', 'domain']);
  const day = useDay(today);
  const visitName = (todo: Todo) => {
    if (!('visit' in todo)) return '';
    const { personName: person, date, hospital } = todo.visit;
    const params = { person, day: day(date), hospital: hospital || t('todo.hospitalUnknown') };
    return named ? t('todo.ofPerson', params) : t('todo.of', params);
  };
  return (
    <section className="card">
      <h2>{title}</h2>
      {todos.length === 0 && <p className="muted todo-nothing">{nothing}</p>}
      <ul className="todos">
        {todos.slice(0, SHOWN).map((todo, at) => {
          const { text, why } = describe(todo, t, visitName);
          return (
            <li key={keyOf(todo)} className="todo">
              <i className={blocking.includes(todo.kind) ? 'dot dot-blocks' : 'dot'} aria-hidden />
              <div>
                <div className="todo-text">{text}</div>
                <div className="muted small">{why}</div>
              </div>
              <LinkButton
                to={todo.to}
                type={first && at === 0 ? 'primary' : 'default'}
                aria-label={`${t(`go.${todo.kind}`)}: ${text} ${why}`}
              >
                {t(`go.${todo.kind}`)}
              </LinkButton>
            </li>
          );
        })}
      </ul>
      {todos.length > SHOWN && <Link to="/visits">{t('todo.more', { count: todos.length - SHOWN })}</Link>}
    </section>
  );
}

type CardsProps = { work: Work; today: string; named: boolean; beside?: boolean };

/** `beside` a board, which says itself what is to be done at the hospital. */
export function TodoCards({ work, today, named, beside = false }: CardsProps) {
  const { t } = useTranslation('home');
  if (work.atHospital.length + work.atHome.length === 0) return null;
  const shared = { today, named };
  return (
    <div className="todo-cards">
      {!beside && (
        <TodoCard
          title={t('todo.hospital')}
          nothing={t('todo.nothingHospital')}
          todos={work.atHospital}
          first={work.atHospital.length > 0}
          {...shared}
        />
      )}
      <TodoCard
        title={t('todo.home')}
        nothing={t('todo.nothingHome')}
        todos={work.atHome}
        first={work.atHospital.length === 0 && !beside}
        {...shared}
      />
    </div>
  );
}
