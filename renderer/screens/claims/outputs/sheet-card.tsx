// One kind of separate sheet: what it is for, what can be chosen, its pages to look at, saving and printing.

import { EyeOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimOptions } from '../../../../shared/claim-options-calls.ts';
import type { PacketPlan } from '../../../../shared/packet-plan.ts';
import type { SheetKind } from '../../../packet/sheets/sheet-document.ts';
import { useOutput } from '../../../packet-press/use-output.ts';
import { paint } from '../paint.ts';
import { SheetChoices } from './sheet-choices.tsx';
import { useHandOver } from './use-hand-over.ts';

function Page({ picture, name }: { picture: ImageBitmap; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, picture);
  }, [picture]);
  return <canvas ref={canvas} className="outputs-page" role="img" aria-label={name} />;
}

type Props = {
  kind: SheetKind;
  /** The plan as it is in the vault now. */
  readPlan: () => Promise<PacketPlan>;
  options: ClaimOptions;
  onOptions: (options: ClaimOptions) => void;
};

export function SheetCard({ kind, readPlan, options, onOptions }: Props) {
  const { t } = useTranslation('outputs');
  const bench = useOutput<'sheet'>();
  const { attempt, save, print } = useHandOver();
  const title = t(`sheets.kind.${kind}.title`);
  /** What the pages below were made with; other choices make them old. */
  const [madeWith, setMadeWith] = useState(options.sheets);
  const make = async () => {
    setMadeWith(options.sheets);
    const plan = await readPlan();
    return { plan, made: await bench.make({ type: 'sheet', plan, wish: { kind, options: options.sheets } }) };
  };
  const result = JSON.stringify(madeWith) === JSON.stringify(options.sheets) ? bench.result : null;
  const rest = result ? result.pageCount - result.pictures.length : 0;
  return (
    <section className="outputs-card" aria-label={title} data-sheet={kind}>
      <h3>{title}</h3>
      <p className="muted">{t(`sheets.kind.${kind}.what`)}</p>
      <SheetChoices kind={kind} options={options} onOptions={onOptions} />
      <div className="outputs-acts">
        <Button
          icon={<EyeOutlined />}
          loading={bench.working}
          onClick={() => void attempt(async () => void (await make()))}
        >
          {t('sheets.show')}
        </Button>
        <Button
          icon={<SaveOutlined />}
          disabled={bench.working}
          onClick={() =>
            void attempt(async () => {
              const { plan, made } = await make();
              await save(`${plan.number}-${title}.pdf`, made.pdf);
            })
          }
        >
          {t('sheets.save')}
        </Button>
        <Button
          icon={<PrinterOutlined />}
          disabled={bench.working}
          onClick={() => void attempt(async () => print((await make()).made.pdf))}
        >
          {t('sheets.print')}
        </Button>
        {bench.working ? <span role="status">{t('sheets.making')}</span> : null}
        {result ? <span role="status">{t('sheets.pages', { count: result.pageCount })}</span> : null}
      </div>
      {result ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className="outputs-pages" tabIndex={0} aria-label={title}>
          {result.pictures.map((picture, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no name but their number.
            <Page key={at} picture={picture} name={t('sheets.page', { name: title, page: at + 1 })} />
          ))}
          {rest > 0 ? <p className="muted">{t('sheets.more', { count: rest })}</p> : null}
        </section>
      ) : null}
    </section>
  );
}
