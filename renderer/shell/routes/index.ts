import type { SearchHit } from '@shared/contract/search'
import { IconSettings } from '@tabler/icons-react'
import { SettingsPage } from '../../settings/SettingsPage'
import { ManualPage } from '../ManualPage'
import { dailyWorkRoutes } from './daily-work'
import { officeRoutes } from './office'
import { peopleRoutes } from './people'
import { printRoutes } from './print'
import type { AppRoute } from './route'

export type { AppRoute } from './route'

/**
 * Every screen of the program, in the order of the work (product.md, "Screens"). A feature
 * registers its screens in one of these tables and nowhere else: navigation, titles, F1 and Alt+1…9
 * follow. The first match wins, so put `/recipients/new` before `/recipients/:id`.
 */
export const routes: readonly AppRoute[] = [
  ...peopleRoutes,
  ...dailyWorkRoutes,
  ...officeRoutes,
  ...printRoutes,
  {
    path: '/settings',
    title: '设置',
    manual: 'settings',
    icon: IconSettings,
    component: SettingsPage,
  },
  { path: '/manual/:page', title: '使用手册', manual: 'start', component: ManualPage },
]

export const navRoutes = routes.filter((route) => route.icon)

/** Where a hit of the global search leads, by its kind. */
export const searchTargets: Record<
  SearchHit['kind'],
  { word: string; path: (id: number) => string }
> = {
  recipient: { word: '关爱对象', path: (id) => `/recipients/${id}` },
  helper: { word: '帮扶人', path: (id) => `/helpers/${id}` },
  village: { word: '村社区', path: (id) => `/recipients?village=${id}` },
  register: { word: '登记簿', path: (id) => `/registers/${id}` },
}
