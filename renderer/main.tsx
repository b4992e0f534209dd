// Starts the renderer: settings first, then the words, then the screens.

import './strict-policy.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createHashRouter, RouterProvider } from 'react-router';
import type { Settings } from '../shared/domain.ts';
import { call, queryClient } from './client.ts';
import { screens } from './screens/screens.tsx';
import { Providers } from './shell/providers.tsx';
import { loadWords } from './words/words.ts';
import './style/base.css';

/** When even the settings cannot be read the frame still opens, so that the screens can say what is wrong. */
const unread: Settings = {
  language: 'zh-CN',
  textSize: 'normal',
  theme: 'system',
  packetOrder: 'visit',
  notices: 'on',
};
const settings = await call('settings.get', {}).catch(() => undefined);
if (settings) queryClient.setQueryData(['settings.get', {}], settings);
await loadWords((settings ?? unread).language);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <Providers initial={settings ?? unread}>
      <RouterProvider router={createHashRouter(screens)} />
    </Providers>
  </QueryClientProvider>,
);
