// A program of its own that the lock and kill tests start: opens a vault for writing and keeps it, or fills it with scans.

import { createHash } from 'node:crypto';
import { openVault } from '../../electron/database/open.ts';
import { insertScan } from '../../electron/database/scan.ts';

const [dir = '', task = ''] = process.argv.slice(2);
const vault = openVault(dir, { access: 'write', way: 'window', create: true });
process.send?.('open');

/** Tells each scan's name only after it is stored. */
function fill(serial: number): void {
  const bytes = Buffer.alloc(40_000 + (serial % 7) * 9000, `${process.pid} ${serial} `);
  const id = createHash('sha256').update(bytes).digest('hex');
  const page = { width: 10, height: 10, unit: 'px', mirrored: false, turn: 0 } as const;
  insertScan(vault.db, {
    id,
    fileName: `${serial}.png`,
    mediaType: 'image/png',
    bytes,
    pages: [page],
    addedAt: new Date().toISOString(),
  });
  process.send?.(id, () => fill(serial + 1));
}

if (task === 'fill') fill(0);
else setInterval(() => {}, 1000);
