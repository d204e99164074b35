import { IconHome, IconUsers, IconUsersGroup } from '@tabler/icons-react'
import { EditAssessmentPage, NewAssessmentPage } from '../../assessments/AssessmentFormPages'
import { AssessmentPage } from '../../assessments/AssessmentPage'
import { DueReviewsPage } from '../../assessments/DueReviewsPage'
import { RiskReviewPage } from '../../assessments/RiskReviewPage'
import { BenefitsPage } from '../../benefits/BenefitsPage'
import { FeedbackPage } from '../../feedback/FeedbackPage'
import { HelperPage } from '../../helpers/HelperPage'
import { HelpersPage } from '../../helpers/HelpersPage'
import { SuggestionsPage } from '../../helpers/SuggestionsPage'
import { HomePage } from '../../home/HomePage'
import { ImportPage } from '../../imports/ImportPage'
import { ImportsPage } from '../../imports/ImportsPage'
import { OutingPage } from '../../outings/OutingPage'
import { OutingsPage } from '../../outings/OutingsPage'
import { CorrectionsPage } from '../../recipients/CorrectionsPage'
import { DuplicatesPage } from '../../recipients/DuplicatesPage'
import { MergePage } from '../../recipients/MergePage'
import { NewRecipientPage } from '../../recipients/NewRecipientPage'
import { RecipientPage } from '../../recipients/RecipientPage'
import { RecipientsPage } from '../../recipients/RecipientsPage'
import { RiskTiersPage } from '../../risk-tiers/RiskTiersPage'
import { AlertsPage } from '../../support-cases/AlertsPage'
import { TeamPage } from '../../teams/TeamPage'
import type { AppRoute } from './route'

/** 工作台, 关爱对象, 结对帮扶: whom the centre looks after, and who helps them. */
export const peopleRoutes: readonly AppRoute[] = [
  { path: '/', title: '工作台', manual: 'home', icon: IconHome, component: HomePage },
  {
    path: '/recipients',
    title: '关爱对象',
    manual: 'recipients',
    icon: IconUsers,
    component: RecipientsPage,
  },
  {
    path: '/recipients/new',
    title: '新建档案',
    manual: 'recipients',
    component: NewRecipientPage,
  },
  {
    path: '/recipients/duplicates',
    title: '疑似重复',
    manual: 'recipients',
    component: DuplicatesPage,
  },
  {
    path: '/recipients/corrections',
    title: '更正与合并',
    manual: 'recipients',
    component: CorrectionsPage,
  },
  {
    path: '/recipients/merge/:kept/:other',
    title: '合并档案',
    manual: 'recipients',
    component: MergePage,
  },
  {
    path: '/recipients/:id',
    title: '一人一档',
    manual: 'recipients',
    component: RecipientPage,
  },
  {
    path: '/outings',
    title: '外出报告',
    manual: 'outings',
    under: '/recipients',
    component: OutingsPage,
  },
  {
    path: '/outings/:id',
    title: '外出报告',
    manual: 'outings',
    under: '/recipients',
    component: OutingPage,
  },
  {
    path: '/assessments',
    title: '评估到期',
    manual: 'assessments',
    under: '/recipients',
    component: DueReviewsPage,
  },
  {
    path: '/assessments/new/:recipientId/:scale',
    title: '评估',
    manual: 'assessments',
    under: '/recipients',
    component: NewAssessmentPage,
  },
  {
    path: '/assessments/:id/edit',
    title: '更正评估',
    manual: 'assessments',
    under: '/recipients',
    component: EditAssessmentPage,
  },
  {
    path: '/assessments/:id',
    title: '评估结果',
    manual: 'assessments',
    under: '/recipients',
    component: AssessmentPage,
  },
  {
    path: '/risk-reviews/new/:recipientId',
    title: '风险评估',
    manual: 'assessments',
    under: '/recipients',
    component: RiskReviewPage,
  },
  {
    path: '/risk-tiers',
    title: '风险分级建议',
    manual: 'assessments',
    under: '/recipients',
    component: RiskTiersPage,
  },
  {
    path: '/benefits',
    title: '待遇',
    manual: 'benefits',
    under: '/recipients',
    component: BenefitsPage,
  },
  {
    path: '/alerts',
    title: '预警名单',
    manual: 'benefits',
    under: '/recipients',
    component: AlertsPage,
  },
  {
    path: '/imports',
    title: '导入台账',
    manual: 'imports',
    under: '/recipients',
    component: ImportsPage,
  },
  {
    path: '/imports/:importId',
    title: '导入台账',
    manual: 'imports',
    under: '/recipients',
    component: ImportPage,
  },
  {
    path: '/helpers',
    title: '结对帮扶',
    manual: 'helpers',
    icon: IconUsersGroup,
    component: HelpersPage,
  },
  {
    path: '/helpers/suggestions',
    title: '结对建议',
    manual: 'helpers',
    component: SuggestionsPage,
  },
  { path: '/helpers/:id', title: '帮扶人', manual: 'helpers', component: HelperPage },
  {
    path: '/teams/:id',
    title: '队伍',
    manual: 'helpers',
    under: '/helpers',
    component: TeamPage,
  },
  {
    path: '/feedback',
    title: '满意度反馈',
    manual: 'helpers',
    under: '/helpers',
    component: FeedbackPage,
  },
]
