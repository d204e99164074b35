import { AlignmentType, Paragraph, TabStopType, type FileChild } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { label, run, sheet, value, type Cell, type SheetRow } from './sheet'

/** 个人档案表: one A4 sheet printed on both sides; front who the person is, back how they are. */

const widthMm = 176
const rowMm = 11.5
/** The narrow column at the left that names each section, and the room beside it. */
const sectionMm = 9

/** Rows of one section, its name standing upright in the first column. */
function section(name: string, rows: SheetRow[]): SheetRow[] {
  return rows.map((row, position) => ({
    ...row,
    cells: [
      label(sectionMm, position === 0 ? [...name].join('\n') : '', {
        merge: position === 0 ? 'start' : 'continue',
      }),
      ...row.cells,
    ],
  }))
}

function row(...cells: Cell[]): SheetRow {
  return { heightMm: rowMm, cells }
}

/** The frame for a 2 寸 photograph, over the first rows. */
const photoMm = 36
const frame = (merge: 'start' | 'continue'): Cell =>
  value(photoMm, merge === 'start' ? '{照片}' : '', { merge })

function identity(): SheetRow[] {
  return section('基本信息', [
    row(
      label(23, '姓名'),
      value(34, '{姓名}'),
      label(20, '性别'),
      value(22, '{性别}'),
      label(15, '民族'),
      value(17, '{民族}', { pt: 11 }),
      frame('start'),
    ),
    row(
      label(23, '出生日期'),
      value(34, '{出生日期}', { pt: 11 }),
      label(20, '农历生日'),
      value(22, '{农历生日}'),
      label(15, '年龄'),
      value(17, '{年龄}', { pt: 11 }),
      frame('continue'),
    ),
    row(
      label(23, '身份证号'),
      value(76, '{身份证号}'),
      label(15, '婚姻'),
      value(17, '{婚姻状况}', { pt: 11 }),
      frame('continue'),
    ),
    row(
      label(23, '文化程度'),
      value(34, '{文化程度}'),
      label(20, '政治面貌'),
      value(22, '{政治面貌}'),
      label(15, '原职业'),
      value(17, '{原职业}', { pt: 11 }),
      frame('continue'),
    ),
    row(
      label(23, '联系电话'),
      value(76, '{联系电话}'),
      label(15, '居住'),
      value(17, '{居住情况}', { pt: 11 }),
      frame('continue'),
    ),
    row(label(23, '户籍地址'), value(144, '{户籍地址}', { align: 'left' })),
    row(label(23, '现住址'), value(144, '{现住址}', { align: 'left' })),
    row(
      label(23, '住房情况'),
      value(52, '{住房情况}'),
      label(20, '灾害隐患'),
      value(72, '{灾害隐患}'),
    ),
    row(
      label(23, '所属群体'),
      value(52, '{所属群体}'),
      label(20, '在册状态'),
      value(28, '{在册状态}'),
      label(20, '曾用名'),
      value(24, '{曾用名}'),
    ),
  ])
}

function contacts(): SheetRow[] {
  const contact = (name: string, prefix: string): SheetRow =>
    row(
      label(23, name),
      value(36, `{${prefix}}`),
      label(16, '关系'),
      value(28, `{${prefix}关系}`),
      label(16, '电话'),
      value(48, `{${prefix}电话}`),
    )
  return section('联系人', [
    contact('紧急联系人', '紧急联系人'),
    contact('第二联系人', '第二联系人'),
    row(
      label(23, '监护人'),
      value(36, '{监护人}'),
      label(16, '电话'),
      value(44, '{监护人电话}'),
      label(22, '日常照料'),
      value(26, '{日常照料人}'),
    ),
  ])
}

function family(): SheetRow[] {
  return section('家庭成员', [
    {
      heightMm: 9,
      cells: [
        label(28, '姓名'),
        label(17, '关系'),
        label(12, '性别'),
        label(16, '年龄'),
        label(30, '电话'),
        label(28, '外出地点'),
        label(14, '原因'),
        label(22, '外出时间'),
      ],
    },
    row(
      value(28, '{#家庭成员}{成员姓名}'),
      value(17, '{关系}', { pt: 11 }),
      value(12, '{成员性别}', { pt: 11 }),
      value(16, '{成员年龄}', { pt: 11 }),
      value(30, '{成员电话}', { pt: 11 }),
      value(28, '{外出地点}', { pt: 11 }),
      value(14, '{外出原因}', { pt: 11 }),
      value(22, '{外出时间}{/家庭成员}', { pt: 11 }),
    ),
  ])
}

function health(): SheetRow[] {
  return section('健康', [
    row(
      label(23, '健康状况'),
      value(32, '{健康状况}'),
      label(22, '自理能力'),
      value(34, '{自理能力}'),
      label(22, '残疾情况'),
      value(34, '{残疾情况}'),
    ),
    row(
      label(23, '慢性病'),
      value(88, '{慢性病}', { align: 'left' }),
      label(22, '过敏史'),
      value(34, '{过敏史}'),
    ),
    row(
      label(23, '用药情况'),
      value(88, '{用药情况}', { align: 'left' }),
      label(22, '医保类别'),
      value(34, '{医保类别}'),
    ),
    row(
      label(23, '家庭医生'),
      value(32, '{家庭医生}'),
      label(22, '医生电话'),
      value(34, '{家庭医生电话}'),
      label(22, '上次体检'),
      value(34, '{上次体检}'),
    ),
  ])
}

function economy(): SheetRow[] {
  return section('经济', [
    row(
      label(23, '经济来源'),
      value(88, '{经济来源}', { align: 'left' }),
      label(22, '年收入'),
      value(34, '{年收入}'),
    ),
    row(
      label(23, '救助类别'),
      value(54, '{救助类别}', { align: 'left' }),
      label(22, '享受待遇'),
      value(68, '{享受待遇}', { align: 'left' }),
    ),
  ])
}

function standing(): SheetRow[] {
  return section('类别需求', [
    row(label(23, '对象类别'), value(144, '{对象类别}', { align: 'left' })),
    {
      heightMm: 24,
      cells: [label(23, '类别依据'), value(144, '{类别依据}', { align: 'left', pt: 11 })],
    },
    row(
      label(23, '风险等级'),
      value(28, '{风险等级}'),
      label(22, '风险依据'),
      value(94, '{风险依据}', { align: 'left' }),
    ),
    row(label(23, '服务需求'), value(144, '{服务需求}', { align: 'left' })),
  ])
}

function pairings(): SheetRow[] {
  return section('帮扶', [
    {
      heightMm: 9,
      cells: [
        label(28, '帮扶人'),
        label(20, '身份'),
        label(42, '单位'),
        label(30, '电话'),
        label(20, '方式'),
        label(27, '结对日期'),
      ],
    },
    row(
      value(28, '{#结对帮扶}{帮扶人姓名}'),
      value(20, '{帮扶人身份}', { pt: 11 }),
      value(42, '{工作单位}', { pt: 11 }),
      value(30, '{电话}', { pt: 11 }),
      value(20, '{结对方式}', { pt: 11 }),
      value(27, '{结对日期}{/结对帮扶}', { pt: 11 }),
    ),
  ])
}

function visits(): SheetRow[] {
  return section('走访', [
    {
      heightMm: 9,
      cells: [label(36, '日期'), label(18, '方式'), label(26, '走访人'), label(87, '情况')],
    },
    {
      heightMm: 10.5,
      cells: [
        value(36, '{#走访记录}{日期}', { pt: 11 }),
        value(18, '{方式}', { pt: 11 }),
        value(26, '{走访人}', { pt: 11 }),
        value(87, '{情况}{/走访记录}', { pt: 11, align: 'left' }),
      ],
    },
  ])
}

function closing(): SheetRow[] {
  return [
    { heightMm: 14, cells: [label(32, '备注'), value(144, '{备注}', { align: 'left' })] },
    row(
      label(32, '采集人'),
      value(26, '{采集人}'),
      label(22, '采集日期'),
      value(36, '{采集日期}', { pt: 11 }),
      label(24, '同意书签订'),
      value(36, '{知情同意}', { pt: 11 }),
    ),
  ]
}

export function recipientFile(): Promise<Uint8Array> {
  const tabs = [{ type: TabStopType.RIGHT, position: twipsOfMm(widthMm) }]
  const spread = (left: string, right: string): Paragraph =>
    new Paragraph({
      tabStops: tabs,
      spacing: { before: 60, after: 60 },
      children: [run(`${left}\t${right}`, { face: 'note', pt: 11 })],
    })
  const children: FileChild[] = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 80 },
      children: [run('关爱对象个人档案表', { face: 'title' })],
    }),
    spread('填表单位：{单位名称}', '档案编号：{档案编号}'),
    sheet([...identity(), ...contacts(), ...family()]),
    // The back begins here.
    new Paragraph({
      pageBreakBefore: true,
      tabStops: tabs,
      spacing: { after: 60 },
      children: [run('姓名：{姓名}　　{村}{组}\t打印日期：{打印日期}', { face: 'note', pt: 11 })],
    }),
    sheet([...health(), ...economy(), ...standing(), ...pairings(), ...visits(), ...closing()]),
  ]
  return templateFile(
    '关爱对象个人档案表',
    {
      widthMm: 210,
      heightMm: 297,
      marginMm: { top: 15, bottom: 12, left: 18, right: 16 },
      newSheet: true,
    },
    children,
  )
}
