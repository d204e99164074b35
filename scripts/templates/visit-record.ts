import { AlignmentType, Paragraph, TabStopType } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { label, run, sheet, value, type Cell, type SheetRow } from './sheet'

/** 走访记录表: one A4 page about one visit, with room for the signatures. */

const widthMm = 170
const row = (heightMm: number, ...cells: Cell[]): SheetRow => ({ heightMm, cells })
/** A label and, over the rest of the width, what is written in full sentences. */
const written = (heightMm: number, name: string, tag: string): SheetRow =>
  row(heightMm, label(26, name), value(widthMm - 26, `{${tag}}`, { align: 'left', top: true }))

const checks = ['健康', '经济', '赡养', '安全', '需求'] as const
const checkMm = (widthMm - 26) / checks.length

export function visitRecord(): Promise<Uint8Array> {
  const facts = [
    row(
      11,
      label(26, '姓名'),
      value(32, '{姓名}'),
      label(20, '性别'),
      value(22, '{性别}'),
      label(26, '年龄'),
      value(44, '{年龄}'),
    ),
    row(
      11,
      label(26, '村（组）'),
      value(74, '{村}{组}', { align: 'left' }),
      label(26, '联系电话'),
      value(44, '{联系电话}'),
    ),
    written(11, '现住址', '现住址'),
    row(
      11,
      label(26, '走访日期'),
      value(74, '{走访日期}'),
      label(26, '起止时间'),
      value(44, '{起止时间}'),
    ),
    row(
      11,
      label(26, '走访方式'),
      value(74, '{走访方式}'),
      label(26, '走访人'),
      value(44, '{走访人}'),
    ),
    row(
      9,
      label(26, '查看五项', { merge: 'start' }),
      ...checks.map((name) => label(checkMm, name)),
    ),
    row(
      11,
      label(26, '', { merge: 'continue' }),
      ...checks.map((name) => value(checkMm, `{${name}查看}`)),
    ),
    written(11, '生命体征', '生命体征'),
    written(30, '走访情况', '走访情况'),
    written(30, '发现问题', '发现问题'),
    written(26, '处理情况', '处理情况'),
    row(
      13,
      label(26, '通知子女'),
      value(74, '{通知子女}', { align: 'left' }),
      label(26, '约定回访'),
      value(44, '{回访日期}'),
    ),
    written(13, '上报情况', '上报情况'),
    row(20, label(26, '老人签字\n（手印）'), value(59, ''), label(26, '走访人签字'), value(59, '')),
  ]
  return templateFile(
    '走访记录表',
    {
      widthMm: 210,
      heightMm: 297,
      marginMm: { top: 18, bottom: 15, left: 20, right: 20 },
    },
    [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 100 },
        children: [run('走访记录表', { face: 'title' })],
      }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(widthMm) }],
        spacing: { before: 60, after: 60 },
        children: [run('填表单位：{单位名称}\t打印日期：{打印日期}', { face: 'note', pt: 11 })],
      }),
      sheet(facts),
    ],
  )
}
