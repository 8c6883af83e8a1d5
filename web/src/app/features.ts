import { IconHeartHandshake, IconRocket } from '@tabler/icons-react';
import type { Feature, Place } from './feature';

const found = import.meta.glob<Feature>('../features/*/routes.tsx', { eager: true, import: 'default' });

/** Every feature in the build, in the order of its folder name. */
export const features: Feature[] = Object.values(found);

/** Who is led through the first steps: whoever describes the company. */
export const starters = 'organisation.configure';

const own: Place[] = [
  { path: '/start', label: 'app:start.title', description: 'app:start.about', icon: IconRocket, permission: starters, group: 'settings', section: 'company', order: 0 },
  { path: '/about', label: 'app:about.title', description: 'app:about.about', icon: IconHeartHandshake, group: 'settings', section: 'technical', order: 99 },
];

export const places = [...own, ...features.flatMap((feature) => feature.places ?? [])].sort((a, b) => a.order - b.order);

/** The page of the settings at this address, or of which it is a part. */
export const settingAt = (path: string) =>
  places.find((place) => place.group === 'settings' && (path === place.path || path.startsWith(`${place.path}/`)));

export const isSetting = (path: string) => path === '/settings' || settingAt(path) !== undefined;

/** Whether somebody at this address is in this place of work; a page of the settings is in none. */
export const isAt = (place: Place, path: string) => !isSetting(path) && (path === place.path || path.startsWith(`${place.path}/`));

export const actions = features.flatMap((feature) => feature.actions ?? []);
export const seekers = features.flatMap((feature) => feature.seekers ?? []).sort((a, b) => a.order - b.order);
export const firstSteps = features.flatMap((feature) => feature.steps ?? []).sort((a, b) => a.order - b.order);
export const everywhere = features.flatMap((feature) => (feature.Everywhere ? [feature.Everywhere] : []));
export const navigationFeet = features.flatMap((feature) => (feature.NavigationFoot ? [feature.NavigationFoot] : []));
export const belowLogin = features.flatMap((feature) => (feature.BelowLogin ? [feature.BelowLogin] : []));
