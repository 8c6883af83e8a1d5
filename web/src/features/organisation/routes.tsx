import type { Feature } from '@app/feature';
import { IconBuildingCommunity, IconBuildingStore, IconCalendarTime, IconClockHour4, IconSitemap, IconUsersGroup } from '@tabler/icons-react';

const permission = 'organisation.configure';

export default {
  routes: [
    { path: 'settings/brands', permission, page: () => import('./BrandsPage') },
    { path: 'settings/sites', permission, page: () => import('./SitesPage') },
    { path: 'settings/departments', permission, page: () => import('./DepartmentsPage') },
    { path: 'settings/calendars', permission, page: () => import('./CalendarsPage') },
    { path: 'settings/hours', permission, page: () => import('./HoursPage') },
    { path: 'settings/reasons', permission, page: () => import('./ReasonsPage') },
  ],
  places: [
    { path: '/settings/brands', label: 'organisation:brands.title', description: 'organisation:brands.about', icon: IconBuildingStore, permission, group: 'settings', order: 10 },
    { path: '/settings/sites', label: 'organisation:sites.title', description: 'organisation:sites.about', icon: IconBuildingCommunity, permission, group: 'settings', order: 11 },
    { path: '/settings/departments', label: 'organisation:departments.title', description: 'organisation:departments.about', icon: IconUsersGroup, permission, group: 'settings', order: 12 },
    { path: '/settings/calendars', label: 'organisation:calendars.title', description: 'organisation:calendars.about', icon: IconCalendarTime, permission, group: 'settings', order: 13 },
    { path: '/settings/hours', label: 'organisation:hours.title', description: 'organisation:hours.about', icon: IconClockHour4, permission, group: 'settings', order: 14 },
    { path: '/settings/reasons', label: 'organisation:reasons.title', description: 'organisation:reasons.about', icon: IconSitemap, permission, group: 'settings', order: 15 },
  ],
} satisfies Feature;
