import type { Feature } from '@app/feature';
import { DemoGuide } from './DemoGuide';
import { DemoPeople } from './DemoPeople';
import { GuideEntry } from './GuideEntry';

export default {
  routes: [],
  Everywhere: DemoGuide,
  NavigationFoot: GuideEntry,
  BelowLogin: DemoPeople,
} satisfies Feature;
