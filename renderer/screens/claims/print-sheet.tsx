// What is asked before printing: paper, pages, sides, copies; and the packet laid out for the sides that were chosen.

import { App, Form, InputNumber, Radio } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintWish } from '../../../shared/addresses.ts';
import { usualPacketOptions } from '../../../shared/packet-options.ts';
import { inWindow } from '../../client.ts';
import type { BuiltPacket } from '../../packet-press/press.ts';
import { finishOnce } from '../../packet-press/press-once.ts';
import type { ShownPacket } from '../../packet-press/use-packet.ts';

export type PrintFacts = { pages: number; missing: number; duplex: boolean };

function PrintSheet({ facts, onChange }: { facts: PrintFacts; onChange: (wish: PrintWish) => void }) {
  const { t } = useTranslation('claims');
  const { pages, missing, duplex } = facts;
  const [wish, setWish] = useState<PrintWish>({ copies: 1, sides: duplex ? 'long-edge' : 'single' });
  const choose = (change: Partial<PrintWish>) => {
    const next = { ...wish, ...change };
    setWish(next);
    onChange(next);
  };
  const both = wish.sides === 'long-edge';
  // Fillers are known only once the packet is laid out anew; then the figure would be a guess.
  const leaves = both ? Math.ceil(pages / 2) : pages;
  const sure = both === duplex || !both;
  return (
    <Form layout="vertical" className="print-sheet" component="div">
      <dl className="print-facts">
        <dt>{t('print.paper')}</dt>
        <dd>{t('print.a4')}</dd>
        <dt>{t('print.pages')}</dt>
        <dd>
          {t('print.pageCount', { count: pages })}
          {sure ? ` · ${t('print.leaves', { count: leaves * wish.copies })}` : ''}
        </dd>
      </dl>
      <Form.Item label={t('print.sides')} extra={both ? t('print.bothHint') : undefined}>
        <Radio.Group
          aria-label={t('print.sides')}
          value={wish.sides}
          onChange={({ target }) => choose({ sides: target.value })}
          options={[
            { value: 'single', label: t('print.single') },
            { value: 'long-edge', label: t('print.both') },
          ]}
        />
      </Form.Item>
      {inWindow() ? (
        <Form.Item label={t('print.copies')}>
          <InputNumber
            aria-label={t('print.copies')}
            min={1}
            max={99}
            precision={0}
            value={wish.copies}
            onChange={(copies) => choose({ copies: copies ?? 1 })}
          />
        </Form.Item>
      ) : (
        <p className="muted">{t('print.copiesLater')}</p>
      )}
      {missing > 0 ? <p className="print-missing">{t('print.incomplete', { count: missing })}</p> : null}
    </Form>
  );
}

/** Asks how to print; undefined when the person thought better of it. */
export function usePrintSheet(): (facts: PrintFacts) => Promise<PrintWish | undefined> {
  const { t } = useTranslation(['claims', 'common']);
  const { modal } = App.useApp();
  return useCallback(
    async (facts) => {
      let wish: PrintWish = { copies: 1, sides: facts.duplex ? 'long-edge' : 'single' };
      const said = await modal.confirm({
        title: t('claims:print.title'),
        icon: null,
        width: '34rem',
        okText: t('claims:print.go'),
        cancelText: t('common:cancel'),
        content: (
          <PrintSheet
            facts={facts}
            onChange={(next) => {
              wish = next;
            }}
          />
        ),
      });
      return said === true ? wish : undefined;
    },
    [modal, t],
  );
}

/** The packet as it is, or built and proven once more so that sections begin where these sides want them. */
export async function onSides(
  packet: ShownPacket,
  sides: PrintWish['sides'],
): Promise<Pick<BuiltPacket, 'pdf'>> {
  const options = packet.plan.options ?? usualPacketOptions;
  const duplex = sides === 'long-edge';
  if (options.duplex === duplex) return packet;
  return finishOnce({ ...packet.plan, options: { ...options, duplex } });
}
