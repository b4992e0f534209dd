// Which screen is at which address; at most two levels.

import type { RouteObject } from 'react-router';
import { Shell } from '../shell/shell.tsx';
import { ErrandsScreen } from './board/errands-screen.tsx';
import { ClaimScreen } from './claims/claim-screen.tsx';
import { ClaimsScreen } from './claims/claims-screen.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { InboxScreen } from './inbox/inbox-screen.tsx';
import { PackScreen } from './packs/pack-screen.tsx';
import { PacksScreen } from './packs/packs-screen.tsx';
import { PeopleScreen } from './people/people-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { TrashScreen } from './trash/trash-screen.tsx';
import { VisitScreen } from './visits/visit-screen.tsx';
import { VisitsScreen } from './visits/visits-screen.tsx';

export const screens: RouteObject[] = [
  {
    element: <Shell />,
    children: [
      { index: true, element: <HomeScreen /> },
      { path: 'visits', element: <VisitsScreen /> },
      { path: 'visits/:id', element: <VisitScreen /> },
      { path: 'inbox', element: <InboxScreen /> },
      { path: 'inbox/removed', element: <TrashScreen /> },
      { path: 'claims', element: <ClaimsScreen /> },
      { path: 'claims/:id', element: <ClaimScreen /> },
      { path: 'errands/:id', element: <ErrandsScreen /> },
      {
        path: 'yearly',
        // The charts are only fetched by those who look at them.
        lazy: async () => ({ Component: (await import('./yearly/yearly-screen.tsx')).YearlyScreen }),
      },
      { path: 'people', element: <PeopleScreen /> },
      { path: 'people/:id', element: <PeopleScreen /> },
      { path: 'packs', element: <PacksScreen /> },
      { path: 'packs/:place', element: <PackScreen /> },
      { path: 'settings', element: <SettingsScreen /> },
      { path: '*', element: <HomeScreen /> },
    ],
  },
];
