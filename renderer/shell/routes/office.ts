import { IconFileText, IconMessages } from '@tabler/icons-react'
import { DocumentsPage } from '../../documents/DocumentsPage'
import { KeptPaperPage } from '../../documents/KeptPaperPage'
import { WorkPlanPage } from '../../documents/WorkPlanPage'
import { FigurePage } from '../../figures/FigurePage'
import { FundsPage } from '../../funds/FundsPage'
import { FindingPage } from '../../inspections/FindingPage'
import { FindingsPage } from '../../inspections/FindingsPage'
import { InspectionPage } from '../../inspections/InspectionPage'
import { InspectionSheetPage } from '../../inspections/InspectionSheetPage'
import { InspectionsPage } from '../../inspections/InspectionsPage'
import { MeetingPage } from '../../meetings/MeetingPage'
import { MeetingsPage } from '../../meetings/MeetingsPage'
import { ComposedPaperPage } from '../../papers/ComposedPaperPage'
import { DefinitionPage, NewRegisterPage } from '../../registers/DefinitionPage'
import { EntriesPage } from '../../registers/EntriesPage'
import { EntryPage } from '../../registers/EntryPage'
import { RegistersPage } from '../../registers/RegistersPage'
import { AssociationsPage } from '../../stations/AssociationsPage'
import { StationPage } from '../../stations/StationPage'
import { StationsPage } from '../../stations/StationsPage'
import { TaskPage } from '../../tasks/TaskPage'
import { TasksPage } from '../../tasks/TasksPage'
import { FieldsPage } from '../../templates/FieldsPage'
import { TemplatePage } from '../../templates/TemplatePage'
import { TemplatesPage } from '../../templates/TemplatesPage'
import type { AppRoute } from './route'

/** 组织会议, 文书中心: how the office keeps itself in order, and what it hands in. */
export const officeRoutes: readonly AppRoute[] = [
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
]
