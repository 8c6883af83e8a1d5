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
  /** Under which heading it stands on the settings page; those without one stand under "Technical". */
  section?: SettingsSection;
  /** Shown under the place while one is there: its lists. */
  Below?: ComponentType;
  /** A small live number beside the name in the navigation. */
  Badge?: ComponentType;
}

/** The headings of the settings page, in this order. */
export const settingsSections = ['mine', 'company', 'people', 'channels', 'work', 'customers', 'technical'] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** Something a new installation needs; the first-steps page shows what is done and leads to what is not. */
export interface FirstStep {
  id: string;
  /** Text keys with namespace. */
  label: string;
  help: string;
  path: string;
  permission: string;
  order: number;
  /** One can begin without it. */
  optional?: boolean;
  /** A hook: whether it is done; absent while that is not known. Asks nothing unless enabled: the reader may not see it. */
  useDone: (enabled: boolean) => boolean | undefined;
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

/** Where the words go that somebody types in the palette. */
export interface Seeker {
  /** Says the words: `{{text}}`. */
  label: string;
  permission: string;
  path: (text: string) => string;
  order: number;
}

/** What a feature brings: registered by default-exporting it from `src/features/<module>/routes.tsx`. */
export interface Feature {
  routes: FeatureRoute[];
  places?: Place[];
  actions?: PaletteAction[];
  seekers?: Seeker[];
  steps?: FirstStep[];
  /** Renders nothing or floating things on every page while someone is signed in (an offer that pops up). */
  Everywhere?: ComponentType;
  /** Beside the log-in form (the people of the demo company). */
  BelowLogin?: ComponentType;
  /** A line above the user in the navigation (presence). */
  NavigationFoot?: ComponentType;
}
