import { AlignmentType, Paragraph, TabStopType } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { label, run, sheet, value, type Cell, type SheetRow } from './sheet'

/** 能力评估表 and 风险评估表: what was found on a day, item by item, with room for signatures. */

const widthMm = 174
const row = (heightMm: number, ...cells: Cell[]): SheetRow => ({ heightMm, cells })
const restMm = widthMm - 26
const sentence = (heightMm: number, name: string, tag: string): SheetRow =>
  row(heightMm, label(26, name), value(restMm, `{${tag}}`, { align: 'left' }))

const who: SheetRow[] = [
  row(
    9,
    label(26, '姓名'),
    value(38, '{姓名}'),
    label(18, '性别'),
    value(20, '{性别}'),
    label(18, '年龄'),
    value(54, '{年龄}'),
  ),
  row(
    9,
    label(26, '村（组）'),
    value(76, '{村}{组}', { align: 'left' }),
    label(18, '证件号'),
    value(54, '{身份证号}', { pt: 11 }),
  ),
]

const signatures = row(
  18,
  label(26, '评估人签字'),
  value(61, ''),
  label(26, '本人或家属\n签字、手印'),
  value(61, ''),
)

/** A line of the table of items: small, so that a whole scale stays on one sheet. */
const small = { face: 'note', pt: 9.5 } as const

function assessmentSheet(title: string, under: string, tables: SheetRow[][]): Promise<Uint8Array> {
  return templateFile(
    title,
    {
      widthMm: 210,
      heightMm: 297,
      marginMm: { top: 15, bottom: 14, left: 18, right: 18 },
      newSheet: true,
      pageNumber: true,
    },
    [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 60 },
        children: [run(title, { face: 'title' })],
      }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(widthMm) }],
        spacing: { before: 40, after: 40 },
        children: [run(under, { face: 'note', pt: 11 })],
      }),
      ...tables.flatMap((rows) => [
        sheet(rows),
        new Paragraph({ spacing: { line: 120, lineRule: 'exact' } }),
      ]),
    ],
  )
}

export const assessmentForm = (): Promise<Uint8Array> =>
  assessmentSheet('能力评估表', '填表单位：{单位名称}\t{评估量表}　{量表版本}', [
    [
      ...who,
      row(
        9,
        label(26, '评估日期'),
        value(38, '{评估日期}'),
        label(18, '原因'),
        value(20, '{评估原因}', { pt: 10 }),
        label(18, '性质'),
        value(54, '{评估性质}'),
      ),
      row(
        9,
        label(26, '总分'),
        value(38, '{评估总分}'),
        label(18, '等级'),
        value(92, '{评估等级}', { bold: true }),
      ),
      sentence(9, '等级依据', '等级依据'),
      row(
        9,
        label(26, '评估人'),
        value(76, '{评估人}', { align: 'left' }),
        label(18, '下次'),
        value(54, '{下次评估}'),
      ),
      sentence(9, '说明', '评估说明'),
      signatures,
    ],
    [
      {
        ...row(
          7,
          label(30, '大类', small),
          label(34, '项目', small),
          label(13, '得分', small),
          label(13, '满分', small),
          label(84, '情况', small),
        ),
        header: true,
      },
      row(
        5.5,
        value(30, '{#评估项目}{大类}', { ...small, align: 'left' }),
        value(34, '{项目}', { ...small, align: 'left' }),
        value(13, '{得分}', small),
        value(13, '{满分}', small),
        value(84, '{情况}{/评估项目}', { ...small, align: 'left' }),
      ),
      row(
        5.5,
        value(64, '{#等级变更}等级变更', { ...small, align: 'left' }),
        value(26, '{回答}', small),
        value(84, '{问题}{/等级变更}', { ...small, align: 'left' }),
      ),
    ],
  ])

export const riskReviewForm = (): Promise<Uint8Array> =>
  assessmentSheet('风险评估表', '填表单位：{单位名称}\t打印日期：{打印日期}', [
    [
      ...who,
      row(
        9,
        label(26, '评估日期'),
        value(76, '{风险评估日期}'),
        label(18, '评估人'),
        value(54, '{风险评估人}', { pt: 11 }),
      ),
      row(
        9,
        label(26, '权重合计'),
        value(76, '{风险合计}'),
        label(18, '等级'),
        value(54, '{评定等级}', { bold: true }),
      ),
      sentence(13, '评定依据', '评定依据'),
      sentence(9, '下次评估', '下次风险评估'),
      sentence(20, '说明', '风险评估说明'),
      signatures,
    ],
    [
      {
        ...row(
          9,
          label(14, '序号'),
          label(56, '风险因素'),
          label(16, '权重'),
          label(16, '有无'),
          label(72, '依据'),
        ),
        header: true,
      },
      row(
        9,
        value(14, '{#风险因素}{序号}'),
        value(56, '{因素}', { align: 'left', pt: 11 }),
        value(16, '{权重}'),
        value(16, '{有无}'),
        value(72, '{说明}{/风险因素}', { align: 'left', pt: 11 }),
      ),
    ],
  ])
