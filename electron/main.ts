// The desktop window's main process (wiring only). Built, it lies in out/main beside the preload and the renderer.

import { join } from 'node:path';
import { runWindow } from './window/run-window.ts';

const built = join(import.meta.dirname, '..');
void runWindow({ preload: join(built, 'preload', 'preload.cjs'), rendererDir: join(built, 'renderer') });
