import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconClipboardCheck,
  IconHeartHandshake,
} from '@tabler/icons-react'
import { ActivitiesPage } from '../../activities/ActivitiesPage'
import { ActivityPage } from '../../activities/ActivityPage'
import { CalendarPage } from '../../calendar/CalendarPage'
import { CallsPage } from '../../calls/CallsPage'
import { AgreementPage } from '../../care-agreements/AgreementPage'
import { AgreementsPage } from '../../care-agreements/AgreementsPage'
import { LedgerPage } from '../../compliance/LedgerPage'
import { ContactsPage } from '../../contacts/ContactsPage'
import { UnseenPage } from '../../contacts/UnseenPage'
import { EvacuationsPage } from '../../evacuations/EvacuationsPage'
import { RoundPage } from '../../evacuations/RoundPage'
import { RoundsPage } from '../../evacuations/RoundsPage'
import { HazardPage } from '../../hazards/HazardPage'
import { HazardsPage } from '../../hazards/HazardsPage'
import { IncidentPage } from '../../incidents/IncidentPage'
import { IncidentsPage } from '../../incidents/IncidentsPage'
import { NeedPage } from '../../needs/NeedPage'
import { NeedsPage } from '../../needs/NeedsPage'
import { ServiceEntryPage } from '../../services/ServiceEntryPage'
import { ServicesPage } from '../../services/ServicesPage'
import { SupportCasePage } from '../../support-cases/SupportCasePage'
import { SupportCasesPage } from '../../support-cases/SupportCasesPage'
import { VisitEntryPage } from '../../visit-sheets/VisitEntryPage'
import { VisitSheetsPage } from '../../visit-sheets/VisitSheetsPage'
import { VouchersPage } from '../../vouchers/VouchersPage'
import { RaiseWarningPage } from '../../warnings/RaiseWarningPage'
import { WarningPage } from '../../warnings/WarningPage'
import { WarningsPage } from '../../warnings/WarningsPage'
import type { AppRoute } from './route'

/** 走访联系, 需求服务, 风险报告, 活动: what is done for them day by day. */
export const dailyWorkRoutes: readonly AppRoute[] = [
  {
    path: '/contacts',
    title: '走访联系',
    manual: 'contacts',
    icon: IconClipboardCheck,
    component: ContactsPage,
  },
  {
    path: '/calls',
    title: '电话名单',
    manual: 'contacts',
    under: '/contacts',
    component: CallsPage,
  },
  {
    path: '/unseen',
    title: '久未见面',
    manual: 'home',
    under: '/contacts',
    component: UnseenPage,
  },
  { path: '/calendar', title: '日历', manual: 'home', under: '/', component: CalendarPage },
  {
    path: '/warnings',
    title: '预警告知',
    manual: 'contacts',
    under: '/contacts',
    component: WarningsPage,
  },
  {
    path: '/warnings/new',
    title: '发一次预警',
    manual: 'contacts',
    under: '/contacts',
    component: RaiseWarningPage,
  },
  {
    path: '/warnings/:id',
    title: '预警',
    manual: 'contacts',
    under: '/contacts',
    component: WarningPage,
  },
  { path: '/contacts/ledger', title: '履约台账', manual: 'contacts', component: LedgerPage },
  {
    path: '/visit-sheets',
    title: '走访任务单',
    manual: 'contacts',
    under: '/contacts',
    component: VisitSheetsPage,
  },
  {
    path: '/needs',
    title: '需求服务',
    manual: 'needs',
    icon: IconHeartHandshake,
    component: NeedsPage,
  },
  { path: '/needs/:id', title: '需求', manual: 'needs', component: NeedPage },
  {
    path: '/services',
    title: '服务',
    manual: 'services',
    under: '/needs',
    component: ServicesPage,
  },
  {
    path: '/services/entry',
    title: '录入服务名单',
    manual: 'services',
    under: '/needs',
    component: ServiceEntryPage,
  },
  {
    path: '/vouchers',
    title: '服务券',
    manual: 'services',
    under: '/needs',
    component: VouchersPage,
  },
  {
    path: '/visit-entry',
    title: '录入走访单',
    manual: 'contacts',
    under: '/contacts',
    component: VisitEntryPage,
  },
  {
    path: '/incidents',
    title: '风险报告',
    manual: 'incidents',
    icon: IconAlertTriangle,
    component: IncidentsPage,
  },
  { path: '/incidents/:id', title: '强制报告', manual: 'incidents', component: IncidentPage },
  {
    path: '/hazards',
    title: '隐患',
    manual: 'hazards',
    under: '/incidents',
    component: HazardsPage,
  },
  {
    path: '/hazards/:id',
    title: '隐患',
    manual: 'hazards',
    under: '/incidents',
    component: HazardPage,
  },
  {
    path: '/evacuations',
    title: '汛期转移',
    manual: 'evacuations',
    under: '/incidents',
    component: EvacuationsPage,
  },
  {
    path: '/evacuations/rounds',
    title: '演练与转移',
    manual: 'evacuations',
    under: '/incidents',
    component: RoundsPage,
  },
  {
    path: '/evacuations/rounds/:id',
    title: '一次转移',
    manual: 'evacuations',
    under: '/incidents',
    component: RoundPage,
  },
  {
    path: '/support-cases',
    title: '赡养与纠纷',
    manual: 'disputes',
    under: '/incidents',
    component: SupportCasesPage,
  },
  {
    path: '/support-cases/:id',
    title: '赡养与纠纷',
    manual: 'disputes',
    under: '/incidents',
    component: SupportCasePage,
  },
  {
    path: '/care-agreements',
    title: '照料协议',
    manual: 'care-agreements',
    under: '/incidents',
    component: AgreementsPage,
  },
  {
    path: '/care-agreements/:id',
    title: '照料协议',
    manual: 'care-agreements',
    under: '/incidents',
    component: AgreementPage,
  },
  {
    path: '/activities',
    title: '活动',
    manual: 'activities',
    icon: IconCalendarEvent,
    component: ActivitiesPage,
  },
  { path: '/activities/:id', title: '活动', manual: 'activities', component: ActivityPage },
]
