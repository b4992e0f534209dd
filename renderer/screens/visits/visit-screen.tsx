// One visit: a sentence that says what it is, its papers as sheets, its fields and invoices.

import { Alert, Button, Empty, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useCall } from '../../client.ts';
import { useToday } from '../../papers/today.ts';
import { asFact, useProblemWords } from '../../shell/problem.tsx';
import { newVisit } from './visit-draft.ts';
import { VisitEditor } from './visit-editor.tsx';
import './visit.css';

export function VisitScreen() {
  const { id = 'new' } = useParams();
  return id === 'new' ? <NewVisit /> : <SavedVisit key={id} id={id} />;
}

function NewVisit() {
  const { t } = useTranslation('visits');
  const [search] = useSearchParams();
  const copied = search.get('copy');
  const people = useCall('person.list', {}).data;
  const about = useCall('session.about', {}).data;
  const today = useToday();
  const like = useCall('visit.get', { id: copied ?? 'visit-0000000000' }, copied !== null);
  if (!people || !about || (copied && like.isPending)) return <Skeleton active />;
  if (people.length === 0)
    return (
      <Empty description={t('noPeople')}>
        <Link to="/people">
          <Button type="primary">{t('addPerson')}</Button>
        </Link>
      </Empty>
    );
  const personId = search.get('person') ?? people[0]?.id ?? '';
  return (
    <VisitEditor
      key={search.toString()}
      id={null}
      initial={newVisit(personId, today, copied ? like.data?.visit : undefined)}
    />
  );
}

function SavedVisit({ id }: { id: string }) {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const inWords = useProblemWords();
  const { data, error } = useCall('visit.get', { id });
  if (error) {
    const { sentence, remedy } = inWords(asFact(error));
    return (
      <Alert
        type="error"
        showIcon
        title={sentence}
        description={remedy}
        action={<Button onClick={() => navigate('/visits')}>{t('backToList')}</Button>}
      />
    );
  }
  if (!data || data.visit.id !== id) return <Skeleton active />;
  return <VisitEditor id={id} initial={null} />;
}
