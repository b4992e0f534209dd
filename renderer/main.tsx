// Starts the renderer: settings first, then the words, then the screens.

import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createHashRouter, RouterProvider } from 'react-router';
import { call, queryClient } from './client.ts';
import { screens } from './screens/screens.tsx';
import { Providers } from './shell/providers.tsx';
import { loadWords } from './words/words.ts';
import './style/base.css';

const settings = await call('settings.get', {});
queryClient.setQueryData(['settings.get', {}], settings);
await loadWords(settings.language);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <Providers initial={settings}>
      <RouterProvider router={createHashRouter(screens)} />
    </Providers>
  </QueryClientProvider>,
);
