// The items of an invoice in a compact table, and whether they add up to its total, to the fen, in plain words.

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../shared/money.ts';
import {
  type Comparison,
  compareLines,
  compareParts,
  emptyLine,
  type InvoiceDraft,
  type LineDraft,
  parseLineAmount,
  readAmount,
} from './visit-draft.ts';

const columns = ['name', 'category', 'quantity', 'unit', 'amount'] as const;
const limits = { name: 200, category: 200, quantity: 20, unit: 20, amount: 30 } as const;

function Verdict({ of, comparison }: { of: 'lines' | 'parts'; comparison: Comparison | undefined }) {
  const { t } = useTranslation('visits');
  if (!comparison) return null;
  const { count, summedFen, statedFen, differenceFen } = comparison;
  const figures = { count, summed: formatYuan(summedFen, true), stated: formatYuan(statedFen, true) };
  if (differenceFen === 0) return <p className="verdict verdict-good">✓ {t(`sum.${of}.same`, figures)}</p>;
  const difference = formatYuan(Math.abs(differenceFen), true);
  return (
    <p className="verdict verdict-bad">
      {t(`sum.${of}.${differenceFen > 0 ? 'more' : 'less'}`, { ...figures, difference })}
    </p>
  );
}

/** Says whether items and kinds of payment add up to the total. */
export function SumVerdicts({ invoice }: { invoice: InvoiceDraft }) {
  return (
    <>
      <Verdict of="lines" comparison={compareLines(invoice)} />
      <Verdict of="parts" comparison={compareParts(invoice)} />
    </>
  );
}

export function InvoiceLines(props: { lines: LineDraft[]; onChange: (lines: LineDraft[]) => void }) {
  const { lines, onChange } = props;
  const { t } = useTranslation('visits');
  const change = (key: string, part: Partial<LineDraft>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const bad = (line: LineDraft, column: string) =>
    column === 'amount' && typeof readAmount(line.amount, parseLineAmount) === 'object';
  return (
    <div className="lines">
      {lines.length > 0 ? (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`line-${column}`}>
                  {t(`line.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.key}>
                {columns.map((column) => (
                  <td key={column}>
                    <Input
                      size="small"
                      value={line[column]}
                      maxLength={limits[column]}
                      aria-label={t('lineCell', { row: index + 1, column: t(`line.${column}`) })}
                      {...(bad(line, column) ? { status: 'error' as const, 'aria-invalid': true } : {})}
                      {...(column === 'amount' ? { inputMode: 'decimal' as const } : {})}
                      onChange={(event) => change(line.key, { [column]: event.target.value })}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('removeLine', { row: index + 1 })}
                    onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...lines, emptyLine()])}>
        {t('addLine')}
      </Button>
    </div>
  );
}
