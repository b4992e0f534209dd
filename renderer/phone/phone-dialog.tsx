// Pictures from the phone: the code to scan, what arrives, and nothing open any more once the dialog is closed.

import { CheckCircleFilled, CopyOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Select, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneState } from '../../shared/ways-in-calls.ts';
import { call, queryClient } from '../client.ts';
import { useExplain } from '../shell/problem.tsx';
import { useUndo } from '../shell/undo.tsx';
import { PhoneArrivals } from './phone-arrivals.tsx';
import type { PhoneWish } from './phone-wish.ts';
import { QrPicture } from './qr-picture.tsx';
import { type Shown, usePhone } from './use-phone.ts';
import './phone.css';

type Reopen = (address?: string) => Promise<void>;

function Shut({ state, reopen }: { state: PhoneState; reopen: Reopen }) {
  const { t } = useTranslation('phone');
  if (state.ended === '') return null;
  return (
    <Alert
      type={state.ended === 'no-network' || state.ended === 'address-gone' ? 'warning' : 'info'}
      showIcon
      role="alert"
      title={t(`ended.${state.ended}.title`)}
      description={t(`ended.${state.ended}.text`)}
      action={
        <Button type="primary" onClick={() => void reopen()}>
          {t('reopen')}
        </Button>
      }
    />
  );
}

function TypedAddress({ url }: { url: string }) {
  const { t } = useTranslation('phone');
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => message.success(t('copied')),
      () => undefined,
    );
  return (
    <div className="phone-typed">
      <p>{t('typeIt')}</p>
      <code>{url}</code>
      <Button size="small" icon={<CopyOutlined />} onClick={copy}>
        {t('copy')}
      </Button>
    </div>
  );
}

function OtherWays({ state, reopen }: { state: PhoneState; reopen: Reopen }) {
  const { t } = useTranslation('phone');
  return (
    <details className="phone-help">
      <summary>{t('help')}</summary>
      <TypedAddress url={state.url} />
      {state.addresses.length > 1 ? (
        <div>
          <p id="phone-network">{t('network')}</p>
          <Select
            aria-labelledby="phone-network"
            value={state.address}
            popupMatchSelectWidth={false}
            options={state.addresses.map(({ address, name }) => ({
              value: address,
              label: `${address}（${name}）`,
            }))}
            onChange={(address) => void reopen(address)}
          />
        </div>
      ) : null}
      <p>{t('firewall')}</p>
    </details>
  );
}

/** Before a phone came: the code and how to use it. */
function Invitation({ state, reopen }: { state: PhoneState; reopen: Reopen }) {
  const { t } = useTranslation('phone');
  return (
    <div className="phone-invitation">
      <QrPicture text={state.url} label={t('code')} />
      <div>
        <ol className="phone-steps">
          <li>{t('step.network')}</li>
          <li>{t('step.scan')}</li>
          <li>{t('step.photograph')}</li>
        </ol>
        <OtherWays state={state} reopen={reopen} />
      </div>
    </div>
  );
}

function Connected({ state, reopen }: { state: PhoneState; reopen: Reopen }) {
  const { t } = useTranslation('phone');
  const waiting = state.sending > 0 ? t('receiving') : state.arrivals.length === 0 ? t('waiting') : t('more');
  return (
    <div className="phone-connected">
      <p className="phone-connected-mark" role="status">
        <CheckCircleFilled /> {t('connected')}
      </p>
      <p className="muted">
        {state.sending > 0 ? <Spin size="small" /> : null} {waiting}
      </p>
      <Button size="small" onClick={() => void reopen(state.address)}>
        {t('newCode')}
      </Button>
    </div>
  );
}

/** What came can be taken back from the last one on: each undo knows the paper as it was before its own picture. */
function useTaking(arrivals: Shown[]) {
  const explain = useExplain();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const kept = arrivals.filter(({ key, undo }) => undo.length > 0 && !taken.has(key));
  const last = kept.at(-1);
  const takeBack = async () => {
    if (!last) return;
    try {
      // Before the answer, so that closing the dialog meanwhile does not take it back a second time.
      setTaken((now) => new Set([...now, last.key]));
      await call('undo.apply', { steps: last.undo });
    } catch (error) {
      setTaken((now) => new Set([...now].filter((key) => key !== last.key)));
      explain(error);
    } finally {
      await queryClient.invalidateQueries();
    }
  };
  return { taken, kept, takeBack };
}

export function PhoneDialog({ wish, onClose }: { wish: PhoneWish; onClose: () => void }) {
  const { t } = useTranslation(['phone', 'domain']);
  const { done } = useUndo();
  const { state, arrivals, open } = usePhone(wish.target);
  const { taken, kept, takeBack } = useTaking(arrivals);
  const place = wish.target ? t(`domain:paper.${wish.target.kind}`) : t('phone:inbox');
  const close = () => {
    onClose();
    const steps = [...kept].reverse().flatMap(({ undo }) => undo);
    if (kept.length > 0) done(t('phone:did', { count: kept.length, place }), steps);
  };
  return (
    <Modal
      open
      className="phone-dialog"
      width="min(56rem, calc(100vw - 2rem))"
      style={{ top: '2rem' }}
      title={t('phone:title', { place })}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <div className="phone-foot">
          <span className="muted small">{t('phone:trust')}</span>
          {kept.length > 0 ? <Button onClick={() => void takeBack()}>{t('phone:takeBack')}</Button> : null}
          <Button {...(kept.length > 0 ? { type: 'primary' as const } : {})} onClick={close}>
            {t(kept.length > 0 ? 'phone:finish' : 'phone:close')}
          </Button>
        </div>
      }
    >
      {state ? <Shut state={state} reopen={open} /> : <Spin />}
      {state?.url && !state.connected ? <Invitation state={state} reopen={open} /> : null}
      {state?.connected ? <Connected state={state} reopen={open} /> : null}
      {arrivals.length > 0 ? <PhoneArrivals arrivals={arrivals} taken={taken} /> : null}
    </Modal>
  );
}
