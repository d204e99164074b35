import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconClipboardCheck,
  IconFileText,
  IconHeartHandshake,
  IconHome,
  IconMessages,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { SearchHit } from '@shared/contract/search'
import { ActivitiesPage } from '../activities/ActivitiesPage'
import { ActivityPage } from '../activities/ActivityPage'
import { RaiseWarningPage } from '../warnings/RaiseWarningPage'
import { WarningPage } from '../warnings/WarningPage'
import { WarningsPage } from '../warnings/WarningsPage'
import { CalendarPage } from '../calendar/CalendarPage'
import { UnseenPage } from '../contacts/UnseenPage'
import { CallsPage } from '../calls/CallsPage'
import { LedgerPage } from '../compliance/LedgerPage'
import { ContactsPage } from '../contacts/ContactsPage'
import { HazardPage } from '../hazards/HazardPage'
import { HazardsPage } from '../hazards/HazardsPage'
import { FindingPage } from '../inspections/FindingPage'
import { FindingsPage } from '../inspections/FindingsPage'
import { InspectionPage } from '../inspections/InspectionPage'
import { InspectionSheetPage } from '../inspections/InspectionSheetPage'
import { InspectionsPage } from '../inspections/InspectionsPage'
import { IncidentPage } from '../incidents/IncidentPage'
import { IncidentsPage } from '../incidents/IncidentsPage'
import { FundsPage } from '../funds/FundsPage'
import { MeetingPage } from '../meetings/MeetingPage'
import { MeetingsPage } from '../meetings/MeetingsPage'
import { TaskPage } from '../tasks/TaskPage'
import { TasksPage } from '../tasks/TasksPage'
import { NeedPage } from '../needs/NeedPage'
import { NeedsPage } from '../needs/NeedsPage'
import { DocumentsPage } from '../documents/DocumentsPage'
import { KeptPaperPage } from '../documents/KeptPaperPage'
import { WorkPlanPage } from '../documents/WorkPlanPage'
import { FigurePage } from '../figures/FigurePage'
import { ComposedPaperPage } from '../papers/ComposedPaperPage'
import { FeedbackPage } from '../feedback/FeedbackPage'
import { AgreementPage } from '../care-agreements/AgreementPage'
import { AgreementsPage } from '../care-agreements/AgreementsPage'
import { OutingPage } from '../outings/OutingPage'
import { OutingsPage } from '../outings/OutingsPage'
import { EvacuationsPage } from '../evacuations/EvacuationsPage'
import { RoundPage } from '../evacuations/RoundPage'
import { RoundsPage } from '../evacuations/RoundsPage'
import { HelperPage } from '../helpers/HelperPage'
import { HelpersPage } from '../helpers/HelpersPage'
import { SuggestionsPage } from '../helpers/SuggestionsPage'
import { TeamPage } from '../teams/TeamPage'
import { EditAssessmentPage, NewAssessmentPage } from '../assessments/AssessmentFormPages'
import { AssessmentPage } from '../assessments/AssessmentPage'
import { RiskTiersPage } from '../risk-tiers/RiskTiersPage'
import { DueReviewsPage } from '../assessments/DueReviewsPage'
import { RiskReviewPage } from '../assessments/RiskReviewPage'
import { BenefitsPage } from '../benefits/BenefitsPage'
import { HomePage } from '../home/HomePage'
import { ImportPage } from '../imports/ImportPage'
import { ImportsPage } from '../imports/ImportsPage'
import { CorrectionsPage } from '../recipients/CorrectionsPage'
import { DuplicatesPage } from '../recipients/DuplicatesPage'
import { MergePage } from '../recipients/MergePage'
import { NewRecipientPage } from '../recipients/NewRecipientPage'
import { RecipientPage } from '../recipients/RecipientPage'
import { RecipientsPage } from '../recipients/RecipientsPage'
import { CardsPage } from '../print/CardsPage'
import { ChaseListPrint } from '../print/ChaseListPrint'
import { ActivityReimbursementPage } from '../print/ActivityReimbursementPage'
import { ActivitySignInPage } from '../print/ActivitySignInPage'
import { EvacuationCardsPrint } from '../print/EvacuationCardsPrint'
import { EvacuationListPrint } from '../print/EvacuationListPrint'
import { FeedbackCardsPage } from '../print/FeedbackCardsPage'
import { InspectionSheetPrint } from '../print/InspectionSheetPrint'
import { RegisterEntriesPrint } from '../print/RegisterEntriesPrint'
import { RegisterEntryPrint } from '../print/RegisterEntryPrint'
import { RegisterPage } from '../print/RegisterPage'
import { WallCardsPage } from '../print/WallCardsPage'
import { VisitSheetPrint } from '../print/VisitSheetPrint'
import { VoucherHandoutPrint } from '../print/VoucherHandoutPrint'
import { VoucherSheetPrint } from '../print/VoucherSheetPrint'
import { ServiceEntryPage } from '../services/ServiceEntryPage'
import { ServicesPage } from '../services/ServicesPage'
import { DefinitionPage, NewRegisterPage } from '../registers/DefinitionPage'
import { EntriesPage } from '../registers/EntriesPage'
import { EntryPage } from '../registers/EntryPage'
import { RegistersPage } from '../registers/RegistersPage'
import { AssociationsPage } from '../stations/AssociationsPage'
import { StationPage } from '../stations/StationPage'
import { StationsPage } from '../stations/StationsPage'
import { SettingsPage } from '../settings/SettingsPage'
import { VisitEntryPage } from '../visit-sheets/VisitEntryPage'
import { VisitSheetsPage } from '../visit-sheets/VisitSheetsPage'
import { AlertsPage } from '../support-cases/AlertsPage'
import { VouchersPage } from '../vouchers/VouchersPage'
import { SupportCasePage } from '../support-cases/SupportCasePage'
import { SupportCasesPage } from '../support-cases/SupportCasesPage'
import { FieldsPage } from '../templates/FieldsPage'
import { TemplatePage } from '../templates/TemplatePage'
import { TemplatesPage } from '../templates/TemplatesPage'
import { ManualPage } from './ManualPage'

export interface AppRoute {
  /** A wouter pattern; parameters are read with `useParams`. */
  path: string
  title: string
  /** The manual page F1 opens: a file name in resources/manual, without its ending. */
  manual: string
  /** Puts the screen into the left navigation, in the order of this table. */
  icon?: ComponentType<{ size?: number; stroke?: number }>
  /** The entry of the navigation this screen stands under, where its address does not say so. */
  under?: string
  /** Of the township and its villages: whoever leads a group of people has nothing to do there. */
  ofPlaces?: boolean
  /** Print views stand alone, without navigation and top bar. */
  bare?: boolean
  component: ComponentType
}

/**
 * Every screen of the program, in the order of the work (product.md, "Screens"). A feature
 * registers its screens here and nowhere else: navigation, titles, F1 and Alt+1…9 follow.
 * The first match wins, so put `/recipients/new` before `/recipients/:id`.
 */
export const routes: AppRoute[] = [
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
  {
    path: '/meetings',
    title: '组织会议',
    manual: 'organization',
    icon: IconMessages,
    ofPlaces: true,
    component: MeetingsPage,
  },
  { path: '/meetings/:id', title: '会议', manual: 'organization', component: MeetingPage },
  {
    path: '/funds',
    title: '经费',
    manual: 'organization',
    under: '/meetings',
    component: FundsPage,
  },
  {
    path: '/tasks',
    title: '任务',
    manual: 'organization',
    under: '/meetings',
    component: TasksPage,
  },
  {
    path: '/inspections',
    title: '督查',
    manual: 'inspections',
    under: '/meetings',
    component: InspectionsPage,
  },
  {
    path: '/inspections/sheets/:id',
    title: '督查表',
    manual: 'inspections',
    under: '/meetings',
    component: InspectionSheetPage,
  },
  {
    path: '/inspections/:id',
    title: '督查',
    manual: 'inspections',
    under: '/meetings',
    component: InspectionPage,
  },
  {
    path: '/findings',
    title: '督查问题',
    manual: 'inspections',
    under: '/meetings',
    component: FindingsPage,
  },
  {
    path: '/findings/:id',
    title: '督查问题',
    manual: 'inspections',
    under: '/meetings',
    component: FindingPage,
  },
  {
    path: '/stations',
    title: '站点',
    manual: 'stations',
    under: '/meetings',
    component: StationsPage,
  },
  {
    path: '/stations/:id',
    title: '站点',
    manual: 'stations',
    under: '/meetings',
    component: StationPage,
  },
  {
    path: '/associations',
    title: '老年人组织',
    manual: 'stations',
    under: '/meetings',
    component: AssociationsPage,
  },
  {
    path: '/tasks/:id',
    title: '任务',
    manual: 'organization',
    under: '/meetings',
    component: TaskPage,
  },
  {
    path: '/registers',
    title: '登记簿',
    manual: 'registers',
    under: '/meetings',
    component: RegistersPage,
  },
  {
    path: '/registers/new',
    title: '自己定一本登记簿',
    manual: 'registers',
    under: '/meetings',
    component: NewRegisterPage,
  },
  {
    path: '/registers/:id/define',
    title: '改登记簿',
    manual: 'registers',
    under: '/meetings',
    component: DefinitionPage,
  },
  {
    path: '/registers/entries/:id',
    title: '登记',
    manual: 'registers',
    under: '/meetings',
    component: EntryPage,
  },
  {
    path: '/registers/:id',
    title: '登记簿',
    manual: 'registers',
    under: '/meetings',
    component: EntriesPage,
  },
  {
    path: '/documents',
    title: '文书中心',
    manual: 'documents',
    icon: IconFileText,
    component: DocumentsPage,
  },
  {
    path: '/documents/work-plan',
    title: '关爱服务工作方案',
    manual: 'documents',
    component: WorkPlanPage,
  },
  {
    path: '/documents/compose/:kind',
    title: '公文',
    manual: 'documents',
    component: ComposedPaperPage,
  },
  { path: '/figures', title: '数字的明细', manual: 'documents', component: FigurePage },
  {
    path: '/documents/templates',
    title: '模板',
    manual: 'templates',
    component: TemplatesPage,
  },
  {
    path: '/documents/fields',
    title: '模板字段',
    manual: 'templates',
    component: FieldsPage,
  },
  {
    path: '/documents/templates/:id',
    title: '模板',
    manual: 'templates',
    component: TemplatePage,
  },
  { path: '/documents/:id', title: '文书', manual: 'documents', component: KeptPaperPage },
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
