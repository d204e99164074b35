import { AlignmentType, Paragraph, TabStopType, type FileChild } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { label, run, sheet, value, type Cell, type SheetRow } from './sheet'

/** Papers of the office itself: 通讯录 for the wall, 值班表, and a blank 考核表. */

const row = (heightMm: number, ...cells: Cell[]): SheetRow => ({ heightMm, cells })
const head = (heightMm: number, ...cells: Cell[]): SheetRow => ({
  ...row(heightMm, ...cells),
  header: true,
})

const title = (words: string, pt: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 100 },
    children: [run(words, { face: 'title', pt })],
  })

const under = (words: string, widthMm: number): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(widthMm) }],
    spacing: { before: 60, after: 60 },
    children: [run(words, { face: 'note', pt: 11 })],
  })

const part = (words: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 80 },
    children: [run(words, { face: 'label', pt: 16 })],
  })

/** A3, to be read standing before the wall. */
export function directory(): Promise<Uint8Array> {
  const widthMm = 390
  const big = { pt: 15 } as const
  const number = { face: 'label', pt: 17 } as const
  const children: FileChild[] = [
    title('{乡镇}关爱服务通讯录', 30),
    under('{单位名称}　值班电话：{单位电话}\t{打印日期}', widthMm),
    part('一、领导小组'),
    sheet([
      head(
        11,
        label(70, '组内职务', big),
        label(80, '姓名', big),
        label(140, '单位职务', big),
        label(100, '电话', big),
      ),
      row(
        11,
        value(70, '{#领导小组}{组内职务}', big),
        value(80, '{姓名}', big),
        value(140, '{单位职务}', big),
        value(100, '{电话}{/领导小组}', number),
      ),
    ]),
    part('二、各村（社区）'),
    sheet([
      head(
        11,
        label(90, '村（社区）', big),
        label(60, '镇督导员', big),
        label(90, '电话', big),
        label(60, '第一责任人', big),
        label(90, '电话', big),
      ),
      row(
        11,
        value(90, '{#各村}{村名}', big),
        value(60, '{督导员}', big),
        value(90, '{督导员电话}', number),
        value(60, '{责任人}', big),
        value(90, '{责任人电话}{/各村}', number),
      ),
    ]),
    part('三、帮扶人'),
    sheet([
      head(
        11,
        label(24, '序号', big),
        label(76, '姓名', big),
        label(90, '村（社区）', big),
        label(110, '单位', big),
        label(90, '电话', big),
      ),
      row(
        11,
        value(24, '{#帮扶人名录}{序号}', big),
        value(76, '{姓名}', big),
        value(90, '{所在村}', big),
        value(110, '{单位}', big),
        value(90, '{电话}{/帮扶人名录}', number),
      ),
    ]),
  ]
  return templateFile(
    '通讯录',
    {
      widthMm: 297,
      heightMm: 420,
      landscape: true,
      marginMm: { top: 14, bottom: 14, left: 15, right: 15 },
      pageNumber: true,
    },
    children,
  )
}

const portrait = {
  widthMm: 210,
  heightMm: 297,
  marginMm: { top: 15, bottom: 12, left: 20, right: 20 },
}

export const dutyRoster = (): Promise<Uint8Array> =>
  templateFile('值班表', portrait, [
    title('{月份}值班表', 20),
    under('单位：{单位名称}\t值班电话：{单位电话}', 170),
    sheet([
      head(
        8,
        label(28, '日期'),
        label(24, '星期'),
        label(38, '带班领导'),
        label(38, '值班人'),
        label(42, '电话'),
      ),
      row(
        7,
        value(28, '{#值班日}{日期}', { pt: 11 }),
        value(24, '{星期}', { pt: 11 }),
        value(38, ''),
        value(38, ''),
        value(42, '{/值班日}'),
      ),
    ]),
    under('有人走失、遭侵害、病危或者遇到重大困境的，接报后马上报告带班领导并做记录。', 170),
  ])

/** What a helper's year is looked at by; points are given by hand, with the reason beside. */
const appraised = [
  ['联系', '按约定打电话、入户，有记录', 25],
  ['联系', '节日、生病、恶劣天气时主动看望', 10],
  ['办事', '发现的困难当月报告，跟到办完', 20],
  ['办事', '督促子女联系、回家、履行赡养', 10],
  ['安全', '查看用火用电、房屋、防汛隐患', 15],
  ['口碑', '老人和家属满意', 15],
  ['口碑', '资料真实，走访不走样', 5],
] as const

export const helperAppraisal = (): Promise<Uint8Array> =>
  templateFile('帮扶人考核表', portrait, [
    title('帮扶人年度考核表', 20),
    under('考核单位：{单位名称}\t考核年度：　　　　　年', 170),
    sheet([
      row(12, label(26, '姓名'), value(34, ''), label(22, '单位职务'), value(88, '')),
      row(
        12,
        label(26, '村（社区）'),
        value(34, ''),
        label(22, '帮扶老人'),
        value(88, '共　　　人：', { align: 'left' }),
      ),
      row(
        10,
        label(26, '项目'),
        label(72, '考核内容'),
        label(16, '满分'),
        label(16, '得分'),
        label(40, '扣分原因'),
      ),
      ...appraised.map(([area, words, most], at) =>
        row(
          13,
          label(26, area, { merge: appraised[at - 1]?.[0] === area ? 'continue' : 'start' }),
          value(72, words, { align: 'left', pt: 11 }),
          value(16, String(most)),
          value(16, ''),
          value(40, ''),
        ),
      ),
      row(11, label(98, '合计'), value(16, '100'), value(16, ''), value(40, '')),
      row(26, label(26, '个人小结'), value(144, '')),
      row(
        22,
        label(26, '村（社区）\n意见'),
        value(144, '签字（盖章）：　　　　　　年　　月　　日', { align: 'right', pt: 11 }),
      ),
      row(
        22,
        label(26, '考核单位\n意见'),
        value(144, '等次：　　　　签字（盖章）：　　　　　　年　　月　　日', {
          align: 'right',
          pt: 11,
        }),
      ),
    ]),
  ])
