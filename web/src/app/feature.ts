import type { ComponentType } from 'react';

export interface Place {
  /** Address in the application, e.g. `/desk`. */
  path: string;
  /** Text key with namespace, e.g. `desk:place`. */
  label: string;
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Any one of these opens it; absent means everyone who is signed in. */
  permission?: string | string[];
  /** Second key after `g`: `d` makes it reachable as `g d`. */
  key?: string;
  /** Lower comes first. */
  order: number;
  /** Places in `settings` are listed on the settings page and not in the navigation. */
  group?: 'work' | 'settings';
  /** One line on the settings page. */
  description?: string;
  /** Shown under the place while one is there: its lists. */
  Below?: ComponentType;
  /** A small live number beside the name in the navigation. */
  Badge?: ComponentType;
}

export interface FeatureRoute {
  /** Path below the root, without leading slash; `desk/*` takes everything under it. */
  path: string;
  permission?: string | string[];
  /** The page, loaded when it is first opened: `() => import('./DeskPage')` with a default export. */
  page: () => Promise<{ default: ComponentType }>;
  /** `full`: the page fills the height and scrolls inside (desk); `page`: an ordinary scrolling page. */
  layout?: 'full' | 'page' | 'bare';
}

export interface PaletteAction {
  id: string;
  label: string;
  permission?: string | string[];
  keys?: string;
  run: (go: (path: string) => void) => void;
}

/** What a feature brings: registered by default-exporting it from `src/features/<module>/routes.tsx`. */
export interface Feature {
  routes: FeatureRoute[];
  places?: Place[];
  actions?: PaletteAction[];
  /** Renders nothing or floating things on every page while someone is signed in (an offer that pops up). */
  Everywhere?: ComponentType;
  /** A line above the user in the navigation (presence). */
  NavigationFoot?: ComponentType;
}
