import type { InputOf } from '../api'
import type { FormId } from '@shared/domain/templates/forms'

type PersonForm = Extract<
  FormId,
  'recipientFile' | 'wallCard' | 'annualReview' | 'consentNotice' | 'applicationForm' | 'ownPerson'
>

/** What 文书中心 can make of chosen people, in the order of the page. */
export interface PaperKind {
  key: string
  title: string
  about: string
  group: '表册' | '打印'
  /** The form it is filled from, one for each person; rosters and cards have work of their own. */
  form?: PersonForm
  /** What 缺项 asks of the people; left out, everything a file is asked for. */
  asks?: InputOf<'documents.missing'>['paper']
  /** Of 自制 forms, which one. */
  templateId?: number
}

export const paperKinds: readonly PaperKind[] = [
  {
    key: 'recipientFile',
    asks: 'recipientFile',
    title: '个人档案表',
    about: '一人一张 A4，正反两面，带照片、家庭外出情况和最近走访',
    group: '表册',
    form: 'recipientFile',
  },
  {
    key: 'roster',
    asks: 'roster',
    title: '花名册',
    about: '一览表，表头每页重复；Word 或 Excel',
    group: '表册',
  },
  {
    key: 'cards',
    asks: 'cards',
    title: '便民联系卡',
    about: '90×54 毫米，每页十张，带裁切线，正反面；不印身份证号',
    group: '表册',
  },
  {
    key: 'wallCard',
    asks: 'wallCard',
    title: '便民联系卡（墙贴）',
    about: 'A5 大字，一人一张，贴在家中显眼处',
    group: '表册',
    form: 'wallCard',
  },
  {
    key: 'consentNotice',
    title: '告知同意书',
    about: '登记和使用个人信息的告知，一人一张，本人或家属签字、按手印',
    group: '表册',
    form: 'consentNotice',
  },
  {
    key: 'annualReview',
    title: '年度评估表',
    about: '印好基本情况，生活、健康、赡养、关爱各项入户时勾选',
    group: '表册',
    form: 'annualReview',
  },
  {
    key: 'applicationForm',
    title: '申请审批表',
    about: '印好基本情况，事项、理由和村、乡镇、县三级意见手写',
    group: '表册',
    form: 'applicationForm',
  },
]

/** Papers of the office itself: nobody is chosen for them. */
export interface OfficeKind {
  key: InputOf<'documents.officePaper'>['form']
  title: string
  about: string
  /** Made for a month. */
  monthly?: true
}

export const officeKinds: readonly OfficeKind[] = [
  {
    key: 'directory',
    title: '通讯录',
    about: 'A3 墙贴：领导小组、各村责任人、在任帮扶人的电话，取自今天的名单',
  },
  {
    key: 'dutyRoster',
    title: '值班表',
    about: '一个月一张，日期、星期印好，带班领导和值班人手写',
    monthly: true,
  },
  {
    key: 'helperAppraisal',
    title: '帮扶人考核表',
    about: '空白表，年度考核时逐项打分，村和考核单位签意见',
  },
]

export const printKinds = [
  {
    key: 'visitSheets',
    title: '走访任务单',
    about: '每个帮扶人一张：去看谁、还差什么、当面填写的空格',
    path: '/visit-sheets',
  },
  {
    key: 'printedRegister',
    title: '花名册（直接打印）',
    about: 'A4 或 A3 横向，不经过 Word，直接打印或存成 PDF',
    path: '/print/register?status=active',
  },
  {
    key: 'printedCards',
    title: '便民联系卡（直接打印）',
    about: '不经过 Word，直接打印或存成 PDF',
    path: '/print/cards?status=active',
  },
  {
    key: 'printedWallCards',
    title: '墙贴联系卡（直接打印）',
    about: 'A5 大字，一人一张，直接打印或存成 PDF',
    path: '/print/wall-cards?status=active',
  },
] as const
