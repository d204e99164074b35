import { repeated, type Field, type Repeated } from './field'

/** What papers of the office itself print: who can be called, and the days of a month. */
export interface OfficePapers {
  /** 2026年12月. */
  month: string
  leading: readonly { title: string; name: string; post: string | null; phone: string | null }[]
  villages: readonly {
    village: string
    supervisor: string | null
    supervisorPhone: string | null
    responsible: string | null
    responsiblePhone: string | null
  }[]
  helpers: readonly {
    name: string
    village: string | null
    unit: string | null
    phone: string | null
  }[]
  days: readonly { day: string; weekday: string }[]
}

export const officePaperFields: readonly Field<OfficePapers>[] = [
  { tag: '月份', about: '值班表的月份', example: '2026年12月', value: ({ month }) => month },
]

type Item<List extends keyof OfficePapers> = OfficePapers[List] extends readonly (infer One)[]
  ? One
  : never

export const officePaperLists: readonly Repeated<OfficePapers>[] = [
  repeated<OfficePapers, Item<'leading'>>({
    tag: '领导小组',
    about: '现任成员，按名单顺序',
    atLeast: 0,
    items: ({ leading }) => leading,
    fields: [
      { tag: '组内职务', about: '', example: '组长', value: ({ item }) => item.title },
      { tag: '姓名', about: '', example: '周镇长', value: ({ item }) => item.name },
      { tag: '单位职务', about: '', example: '镇长', value: ({ item }) => item.post },
      { tag: '电话', about: '', example: '13900000001', value: ({ item }) => item.phone },
    ],
  }),
  repeated<OfficePapers, Item<'villages'>>({
    tag: '各村',
    about: '每村一行，责任链取自今天',
    atLeast: 0,
    items: ({ villages }) => villages,
    fields: [
      { tag: '村名', about: '', example: '下河村', value: ({ item }) => item.village },
      { tag: '督导员', about: '', example: '赵所长', value: ({ item }) => item.supervisor },
      {
        tag: '督导员电话',
        about: '',
        example: '13900000004',
        value: ({ item }) => item.supervisorPhone,
      },
      {
        tag: '责任人',
        about: '村第一责任人',
        example: '钱书记',
        value: ({ item }) => item.responsible,
      },
      {
        tag: '责任人电话',
        about: '',
        example: '13900000005',
        value: ({ item }) => item.responsiblePhone,
      },
    ],
  }),
  repeated<OfficePapers, Item<'helpers'>>({
    tag: '帮扶人名录',
    about: '在任的帮扶人，按村',
    atLeast: 0,
    items: ({ helpers }) => helpers,
    fields: [
      { tag: '序号', about: '', example: '1', value: ({ position }) => String(position) },
      { tag: '姓名', about: '', example: '张吉祥', value: ({ item }) => item.name },
      { tag: '所在村', about: '', example: '下河村', value: ({ item }) => item.village },
      { tag: '单位', about: '', example: '青石镇卫生院', value: ({ item }) => item.unit },
      { tag: '电话', about: '', example: '13900000003', value: ({ item }) => item.phone },
    ],
  }),
  repeated<OfficePapers, Item<'days'>>({
    tag: '值班日',
    about: '这个月每天一行，值班人手写',
    atLeast: 0,
    items: ({ days }) => days,
    fields: [
      { tag: '日期', about: '', example: '12月1日', value: ({ item }) => item.day },
      { tag: '星期', about: '', example: '星期二', value: ({ item }) => item.weekday },
    ],
  }),
]
