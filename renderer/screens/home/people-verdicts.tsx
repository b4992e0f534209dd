// Everyone at a glance: each person with the verdict of the board, what it is about, and the nearest day; a press shows the board.

import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { VisitSummary } from '../../../shared/calls.ts';
import type { Person } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useCall } from '../../client.ts';
import { isAtHome, toneOf, useVerdictWords } from '../../findings/use-verdict-words.ts';
import { useDaysWords } from '../board/board-verdict.tsx';
import { withoutProvince } from '../people/places.ts';

type Props = {
  people: readonly Person[];
  /** Visits not handed in yet, of everyone. */
  open: readonly VisitSummary[];
  today: string;
  choose: (id: string) => void;
};

export function PeopleVerdicts({ people, open, today, choose }: Props) {
  const { t } = useTranslation('home');
  return (
    <section className="card people-verdicts" aria-label={t('everyone.title')}>
      <ul>
        {people.map((person) => (
          <PersonVerdict
            key={person.id}
            person={person}
            open={open.filter(({ personId }) => personId === person.id)}
            today={today}
            choose={() => choose(person.id)}
          />
        ))}
      </ul>
    </section>
  );
}

type OneProps = { person: Person; open: readonly VisitSummary[]; today: string; choose: () => void };

function PersonVerdict({ person, open, today, choose }: OneProps) {
  const { t } = useTranslation(['home', 'board']);
  const board = useCall('person.board', { personId: person.id }).data;
  const inWords = useVerdictWords(today);
  const inDays = useDaysWords();
  if (!board) return null;
  const here = board.entries.filter((one) =>
    isAtHome({ verdict: one.verdict, status: one.claim?.status ?? null }),
  );
  const judged = { verdict: board.verdict, status: null };
  const rest = board.entries.length > 0 ? t('everyone.atOffice') : t('detail.nothingOpen');
  const said = here.length > 0 ? inWords(judged).text : rest;
  const daysLeft = here.map(({ deadline }) => deadline?.daysLeft ?? null).find((days) => days !== null);
  const totalFen = open.reduce((sum, visit) => sum + visit.totalFen, 0);
  const about = [
    withoutProvince(person.insuredPlaceName),
    open.length > 0 ? t('everyone.open', { count: open.length, amount: formatYuan(totalFen, true) }) : '',
    daysLeft == null ? '' : inDays(daysLeft),
  ];
  return (
    <li>
      <button type="button" className="person-verdict" onClick={choose}>
        <i className={`board-mark board-mark-${here.length > 0 ? toneOf(judged) : 'plain'}`} aria-hidden />
        <span className="person-verdict-name">{person.name}</span>
        <span className="person-verdict-what">
          <strong>{said}</strong>
          <span className="muted small">{about.filter(Boolean).join(' · ')}</span>
        </span>
        <RightOutlined aria-hidden />
      </button>
    </li>
  );
}
