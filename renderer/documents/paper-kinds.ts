/** What 文书中心 can make of chosen people, in the order of the page. */
export interface PaperKind {
  key: string
  title: string
  about: string
  group: '表册' | '打印'
  /** The form it is filled from, one for each person; rosters and cards have work of their own. */
  form?: 'recipientFile' | 'wallCard' | 'ownPerson'
  /** Of 自制 forms, which one. */
  templateId?: number
}

export const paperKinds: readonly PaperKind[] = [
  {
    key: 'recipientFile',
    title: '个人档案表',
    about: '一人一张 A4，正反两面，带照片、家庭外出情况和最近走访',
    group: '表册',
    form: 'recipientFile',
  },
  {
    key: 'roster',
    title: '花名册',
    about: '一览表，表头每页重复；Word 或 Excel',
    group: '表册',
  },
  {
    key: 'cards',
    title: '便民联系卡',
    about: '90×54 毫米，每页十张，带裁切线，正反面；不印身份证号',
    group: '表册',
  },
  {
    key: 'wallCard',
    title: '便民联系卡（墙贴）',
    about: 'A5 大字，一人一张，贴在家中显眼处',
    group: '表册',
    form: 'wallCard',
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
    about: '不经过 Word，直接打印或存成 PDF',
    path: '/print/register?status=active',
  },
  {
    key: 'printedCards',
    title: '便民联系卡（直接打印）',
    about: '不经过 Word，直接打印或存成 PDF',
    path: '/print/cards?status=active',
  },
] as const
