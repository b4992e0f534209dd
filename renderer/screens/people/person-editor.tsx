// One person's details: typed, checked, saved, taken back; archived and back again.

import { Button, Form } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Person, PersonFields } from '../../../shared/domain.ts';
import { unknownPerson } from '../../../shared/domain.ts';
import { useAct, useCall } from '../../client.ts';
import { asFact, useExplain, useProblemWords } from '../../shell/problem.tsx';
import { useTell } from '../../shell/tell.ts';
import { useTitle } from '../../shell/title.ts';
import { useUndo } from '../../shell/undo.tsx';
import { UnsavedGuard } from '../../shell/unsaved.tsx';
import { cleanFields, fieldOfProblem, fieldsOf, isSame } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import { PersonRecords } from './person-records.tsx';

/** The form, what of it is saved, and the act of saving it. */
function usePersonForm(person: Person | null) {
  const { t } = useTranslation('people');
  const [form] = Form.useForm<PersonFields>();
  const saved = useRef(fieldsOf(person));
  const navigate = useNavigate();
  const explain = useExplain();
  const inWords = useProblemWords();
  const { done } = useUndo();
  const save = useAct('person.save');
  const dirty = useCallback(
    () => !isSame(saved.current, { ...unknownPerson, ...form.getFieldsValue(true) }),
    [form],
  );

  useEffect(() => {
    // Undo, or another window, changed what is stored: follow it unless something is being typed.
    const stored = fieldsOf(person);
    if (!dirty()) form.setFieldsValue(stored);
    saved.current = stored;
  }, [person, form, dirty]);

  const refuse = (error: unknown) => {
    const fact = asFact(error);
    const field = fieldOfProblem(fact);
    if (!field) return explain(error);
    const { sentence, remedy } = inWords(fact);
    form.setFields([{ name: field, errors: [`${sentence}${remedy}`] }]);
    form.scrollToField(field, { focus: true });
  };

  const submit = async () => {
    const fields = cleanFields(form.getFieldsValue(true));
    try {
      const answer = await save.mutateAsync({ id: person?.id ?? null, fields });
      saved.current = fieldsOf(answer.person);
      form.setFieldsValue(saved.current);
      done(t(person ? 'saved' : 'added', { name: answer.person.name }), answer.undo);
      if (!person) navigate('/');
    } catch (error) {
      refuse(error);
    }
  };
  return { form, dirty, submit, saving: save.isPending };
}

function useSaveKey(submit: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      submit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [submit]);
}

/** `?to=bankAccount` in the address puts the cursor there. */
function useFirstField(isNew: boolean): void {
  const [search] = useSearchParams();
  const wanted = search.get('to') ?? (isNew ? 'name' : '');
  useEffect(() => {
    if (!wanted) return;
    const id = wanted === 'insuredPlaceName' ? 'insured-place' : `person_${wanted}`;
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }, [wanted]);
}

export function PersonEditor({ person }: { person: Person | null }) {
  const { t } = useTranslation(['people', 'common']);
  const { form, dirty, submit, saving } = usePersonForm(person);
  useTitle(person?.name ?? t('newTitle'));
  useSaveKey(form.submit);
  useFirstField(person === null);
  return (
    <>
      <UnsavedGuard dirty={dirty} />
      <header className="people-head">
        <h1>{person?.name ?? t('newTitle')}</h1>
        {person?.archived && <span className="tag tag-advice">{t('archivedTag')}</span>}
        <Link to="/people">{t('back')}</Link>
      </header>
      <Form<PersonFields>
        form={form}
        name="person"
        layout="vertical"
        className="person-form"
        initialValues={fieldsOf(person)}
        onFinish={submit}
        scrollToFirstError={{ focus: true }}
        requiredMark={false}
      >
        <PersonForm form={form} />
        <div className="person-actions">
          <Button type="primary" size="large" htmlType="submit" loading={saving}>
            {t('save')}
          </Button>
          <span className="muted small">
            <kbd>{t('saveKeys')}</kbd>
          </span>
          {person && <PersonFate person={person} />}
        </div>
      </Form>
      {person && <PersonRecords person={person} />}
    </>
  );
}

/** Archive, use again, and delete a person of whom nothing is kept. */
function PersonFate({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const tell = useTell();
  const archive = useAct('person.archive');
  const remove = useAct('person.remove');
  const visits = useCall('visit.list', { personId: person.id }).data;
  const claims = useCall('claim.list', { personId: person.id }).data;
  const { id, name, archived } = person;

  const toggle = () =>
    tell(
      () => archive.mutateAsync({ id, archived: !archived }),
      t(archived ? 'unarchived' : 'archived', { name }),
    );
  const removeNow = async () => {
    if (await tell(() => remove.mutateAsync({ id }), t('removed', { name }))) navigate('/people');
  };
  return (
    <span className="end">
      {visits?.length === 0 && claims?.length === 0 && (
        <Button danger onClick={removeNow}>
          {t('remove')}
        </Button>
      )}
      <Button onClick={toggle} title={archived ? undefined : t('archiveWhy')}>
        {t(archived ? 'unarchive' : 'archive')}
      </Button>
    </span>
  );
}
