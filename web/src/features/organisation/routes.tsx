import type { Feature, FirstStep } from '@app/feature';
import { IconBuildingCommunity, IconBuildingStore, IconCalendarTime, IconCalendarX, IconClockHour4, IconForms, IconSitemap, IconUsersGroup } from '@tabler/icons-react';
import { steps } from './api';

const permission = 'organisation.configure';
const step = (id: string, path: string, order: number, useDone: FirstStep['useDone'], optional = false): FirstStep => ({
  id, path, order, useDone, optional, permission, label: `organisation:steps.${id}.label`, help: `organisation:steps.${id}.help`,
});

export default {
  routes: [
    { path: 'settings/brands', permission, page: () => import('./BrandsPage') },
    { path: 'settings/sites', permission, page: () => import('./SitesPage') },
    { path: 'settings/departments', permission, page: () => import('./DepartmentsPage') },
    { path: 'settings/calendars', permission, page: () => import('./CalendarsPage') },
    { path: 'settings/hours', permission, page: () => import('./HoursPage') },
    { path: 'settings/reasons', permission, page: () => import('./ReasonsPage') },
    { path: 'settings/fields', permission, page: () => import('./fields/FieldsPage') },
    { path: 'settings/retention', permission: 'retention.configure', page: () => import('./retention/RetentionPage') },
  ],
  places: [
    { path: '/settings/brands', label: 'organisation:brands.title', description: 'organisation:brands.about', icon: IconBuildingStore, permission, group: 'settings', section: 'company', order: 10 },
    { path: '/settings/sites', label: 'organisation:sites.title', description: 'organisation:sites.about', icon: IconBuildingCommunity, permission, group: 'settings', section: 'company', order: 11 },
    { path: '/settings/departments', label: 'organisation:departments.title', description: 'organisation:departments.about', icon: IconUsersGroup, permission, group: 'settings', section: 'company', order: 12 },
    { path: '/settings/calendars', label: 'organisation:calendars.title', description: 'organisation:calendars.about', icon: IconCalendarTime, permission, group: 'settings', section: 'company', order: 13 },
    { path: '/settings/hours', label: 'organisation:hours.title', description: 'organisation:hours.about', icon: IconClockHour4, permission, group: 'settings', section: 'company', order: 14 },
    { path: '/settings/reasons', label: 'organisation:reasons.title', description: 'organisation:reasons.about', icon: IconSitemap, permission, group: 'settings', section: 'company', order: 15 },
    { path: '/settings/fields', label: 'organisation:fields.title', description: 'organisation:fields.about', icon: IconForms, permission, group: 'settings', section: 'work', order: 38.5 },
    { path: '/settings/retention', label: 'organisation:retention.title', description: 'organisation:retention.about', icon: IconCalendarX, permission: 'retention.configure', group: 'settings', section: 'customers', order: 71 },
  ],
  steps: [
    step('brand', '/settings/brands', 10, steps.useBrand),
    step('calendar', '/settings/calendars', 20, steps.useCalendar),
    step('promise', '/settings/hours', 30, steps.usePromise),
    step('reasons', '/settings/reasons', 40, steps.useReason),
    step('departments', '/settings/departments', 45, steps.useDepartment, true),
  ],
} satisfies Feature;
