// Takes in a file of somebody else's rules: what is new is added; where own rules say something else, one chooses, rule by rule.

import { UploadOutlined } from '@ant-design/icons';
import { Button, Modal, Radio } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CallOutput } from '../../../shared/calls.ts';
import type { Language } from '../../../shared/domain.ts';
import { call, useAct } from '../../client.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useTell } from '../../shell/tell.ts';
import { useSayRule } from './say-rule.ts';

type Preview = CallOutput<'rule-pack.preview'>;
type Shared = Preview['rules'][number];
type Told = Shared['theirs'];

function Side({ chapter, told }: { chapter: Shared['chapter']; told: Told }) {
  const { t } = useTranslation('packs');
  const say = useSayRule();
  return (
    <>
      {told.rule === null ? t('changed.isOff') : say(chapter, told.rule)}{' '}
      <span className="muted small">{t('told', { day: told.on, note: told.note })}</span>
    </>
  );
}

function Conflict({
  one,
  theirs,
  choose,
}: {
  one: Shared;
  theirs: boolean;
  choose: (theirs: boolean) => void;
}) {
  const { t } = useTranslation(['packs', 'rules']);
  return (
    <fieldset className="import-conflict">
      <legend>{t(`rules:chapter.${one.chapter}`)}</legend>
      <Radio.Group
        value={theirs ? 'theirs' : 'mine'}
        onChange={({ target }) => choose(target.value === 'theirs')}
      >
        <Radio value="mine">
          {t('packs:take.mine')} {one.mine && <Side chapter={one.chapter} told={one.mine} />}
        </Radio>
        <Radio value="theirs">
          {t('packs:take.theirs')} <Side chapter={one.chapter} told={one.theirs} />
        </Radio>
      </Radio.Group>
    </fieldset>
  );
}

type DialogProps = { preview: Preview; busy: boolean; take: (replace: string[]) => void; close: () => void };

function ImportDialog({ preview, busy, take, close }: DialogProps) {
  const { t, i18n } = useTranslation('packs');
  const [replace, setReplace] = useState<string[]>([]);
  const say = useSayRule();
  const of = (standing: Shared['standing']) => preview.rules.filter((one) => one.standing === standing);
  const [fresh, differing] = [of('new'), of('differs')];
  return (
    <Modal
      open
      width="46rem"
      title={t('take.title', { name: preview.name[i18n.language as Language] })}
      okText={t('take.ok')}
      okButtonProps={{ loading: busy, disabled: fresh.length + replace.length === 0 }}
      onOk={() => take(replace)}
      onCancel={close}
    >
      <p>{t('take.counts', { fresh: fresh.length, same: of('same').length, differing: differing.length })}</p>
      {fresh.length > 0 && <h3>{t('take.fresh')}</h3>}
      <ul>
        {fresh.map((one) => (
          <li key={`${one.chapter} ${one.ruleId}`}>
            {one.theirs.rule === null ? t('changed.isOff') : say(one.chapter, one.theirs.rule)}{' '}
            <span className="muted small">{t('told', { day: one.theirs.on, note: one.theirs.note })}</span>
          </li>
        ))}
      </ul>
      {differing.length > 0 && <h3>{t('take.differing')}</h3>}
      {differing.map((one) => (
        <Conflict
          key={`${one.chapter} ${one.ruleId}`}
          one={one}
          theirs={replace.includes(one.ruleId)}
          choose={(theirs) =>
            setReplace((before) => [
              ...before.filter((name) => name !== one.ruleId),
              ...(theirs ? [one.ruleId] : []),
            ])
          }
        />
      ))}
    </Modal>
  );
}

export function ImportRules() {
  const { t } = useTranslation('packs');
  const input = useRef<HTMLInputElement>(null);
  const [given, setGiven] = useState<{ text: string; preview: Preview } | null>(null);
  const act = useAct('rule-pack.import');
  const explain = useExplain();
  const tell = useTell();
  const navigate = useNavigate();
  const onFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    try {
      const text = await file.text();
      setGiven({ text, preview: await call('rule-pack.preview', { text }) });
    } catch (error) {
      explain(error);
    } finally {
      target.value = '';
    }
  };
  const take = async (replace: string[]) => {
    if (!given) return;
    const told = await tell(
      () => act.mutateAsync({ text: given.text, replace }),
      ({ overrides }) => t('importDone', { count: overrides.length }),
    );
    if (!told) return;
    setGiven(null);
    navigate(`/packs/${told.place}`);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => void onFile(event)}
      />
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {t('import')}
      </Button>
      {given && (
        <ImportDialog
          preview={given.preview}
          busy={act.isPending}
          take={(replace) => void take(replace)}
          close={() => setGiven(null)}
        />
      )}
    </>
  );
}
