import { ActivityReimbursementPage } from '../../print/ActivityReimbursementPage'
import { ActivitySignInPage } from '../../print/ActivitySignInPage'
import { CardsPage } from '../../print/CardsPage'
import { ChaseListPrint } from '../../print/ChaseListPrint'
import { EvacuationCardsPrint } from '../../print/EvacuationCardsPrint'
import { EvacuationListPrint } from '../../print/EvacuationListPrint'
import { FeedbackCardsPage } from '../../print/FeedbackCardsPage'
import { InspectionSheetPrint } from '../../print/InspectionSheetPrint'
import { RegisterEntriesPrint } from '../../print/RegisterEntriesPrint'
import { RegisterEntryPrint } from '../../print/RegisterEntryPrint'
import { RegisterPage } from '../../print/RegisterPage'
import { VisitSheetPrint } from '../../print/VisitSheetPrint'
import { VoucherHandoutPrint } from '../../print/VoucherHandoutPrint'
import { VoucherSheetPrint } from '../../print/VoucherSheetPrint'
import { WallCardsPage } from '../../print/WallCardsPage'
import type { AppRoute } from './route'

/** Print views: what goes to the printer straight from the screen. */
export const printRoutes: readonly AppRoute[] = [
  {
    path: '/print/visit-sheets',
    title: '打印走访任务单',
    manual: 'contacts',
    bare: true,
    component: VisitSheetPrint,
  },
  {
    path: '/print/chase-list',
    title: '催收名单',
    manual: 'contacts',
    bare: true,
    component: ChaseListPrint,
  },
  {
    path: '/print/registers/:id',
    title: '打印登记簿',
    manual: 'registers',
    bare: true,
    component: RegisterEntriesPrint,
  },
  {
    path: '/print/register-entries/:id',
    title: '打印登记表',
    manual: 'registers',
    bare: true,
    component: RegisterEntryPrint,
  },
  {
    path: '/print/register',
    title: '花名册',
    manual: 'documents',
    bare: true,
    component: RegisterPage,
  },
  {
    path: '/print/wall-cards',
    title: '便民联系卡（墙贴）',
    manual: 'documents',
    bare: true,
    component: WallCardsPage,
  },
  {
    path: '/print/cards',
    title: '便民联系卡',
    manual: 'documents',
    bare: true,
    component: CardsPage,
  },
  {
    path: '/print/evacuations',
    title: '汛期转移名单',
    manual: 'evacuations',
    bare: true,
    component: EvacuationListPrint,
  },
  {
    path: '/print/evacuation-cards',
    title: '转移明白卡',
    manual: 'evacuations',
    bare: true,
    component: EvacuationCardsPrint,
  },
  {
    path: '/print/feedback-cards',
    title: '满意度反馈卡',
    manual: 'helpers',
    bare: true,
    component: FeedbackCardsPage,
  },
  {
    path: '/print/inspections/:id',
    title: '打印督查表',
    manual: 'inspections',
    bare: true,
    component: InspectionSheetPrint,
  },
  {
    path: '/print/vouchers',
    title: '服务券',
    manual: 'services',
    bare: true,
    component: VoucherSheetPrint,
  },
  {
    path: '/print/voucher-handout/:id',
    title: '服务券签领表',
    manual: 'services',
    bare: true,
    component: VoucherHandoutPrint,
  },
  {
    path: '/print/activities/:id/sign-in',
    title: '活动签到表',
    manual: 'activities',
    bare: true,
    component: ActivitySignInPage,
  },
  {
    path: '/print/activities/:id/reimbursement',
    title: '报销单附件清单',
    manual: 'activities',
    bare: true,
    component: ActivityReimbursementPage,
  },
]
