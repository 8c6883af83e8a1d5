import { createElement, type ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { features, starters } from './features';
import type { FeatureRoute } from './feature';
import { RouteFailed } from './shell/RouteFailed';
import { Guarded } from './shell/Guarded';
import { Home } from './shell/Home';
import { NotFound } from './shell/NotFound';
import { SettingsPage } from './shell/SettingsPage';
import { Shell } from './shell/Shell';
import { Loading } from './states/Loading';

function toRoute(route: FeatureRoute): RouteObject {
  return {
    path: route.path,
    lazy: async () => {
      const Page: ComponentType = (await route.page()).default;
      return { element: <Guarded permission={route.permission} layout={route.layout ?? 'page'}><Page /></Guarded> };
    },
  };
}

export function makeRouter() {
  const all = features.flatMap((feature) => feature.routes);
  const bare = all.filter((route) => route.layout === 'bare');
  const framed = all.filter((route) => route.layout !== 'bare');
  return createBrowserRouter([
    ...bare.map((route) => ({ ...toRoute(route), errorElement: <RouteFailed /> })),
    {
      element: <Shell />,
      errorElement: <RouteFailed />,
      hydrateFallbackElement: <Loading height="100vh" />,
      children: [
        {
          errorElement: <RouteFailed />,
          children: [
            { index: true, element: <Home /> },
            // where one signed in; nobody who is in has anything to do there
            { path: 'login', element: <Navigate to="/" replace /> },
            { path: 'start', lazy: async () => ({ element: <Guarded permission={starters} layout="page">{createElement((await import('./start/StartPage')).default)}</Guarded> }) },
            { path: 'about', lazy: async () => ({ element: <Guarded layout="page">{createElement((await import('./about/AboutPage')).default)}</Guarded> }) },
            { path: 'settings', element: <Guarded layout="page"><SettingsPage /></Guarded> },
            ...framed.map(toRoute),
            { path: '*', element: <Guarded layout="page"><NotFound /></Guarded> },
          ],
        },
      ],
    },
  ]);
}
