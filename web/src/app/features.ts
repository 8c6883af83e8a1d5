import type { Feature } from './feature';

const found = import.meta.glob<Feature>('../features/*/routes.tsx', { eager: true, import: 'default' });

/** Every feature in the build, in the order of its folder name. */
export const features: Feature[] = Object.values(found);

export const places = features.flatMap((feature) => feature.places ?? []).sort((a, b) => a.order - b.order);
export const actions = features.flatMap((feature) => feature.actions ?? []);
export const firstSteps = features.flatMap((feature) => feature.steps ?? []).sort((a, b) => a.order - b.order);
export const everywhere = features.flatMap((feature) => (feature.Everywhere ? [feature.Everywhere] : []));
export const navigationFeet = features.flatMap((feature) => (feature.NavigationFoot ? [feature.NavigationFoot] : []));
export const belowLogin = features.flatMap((feature) => (feature.BelowLogin ? [feature.BelowLogin] : []));
