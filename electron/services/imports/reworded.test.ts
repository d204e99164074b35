import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetGrid } from '@shared/domain/imports/grid'
import type { UnderstoodLedger } from '@shared/domain/imports/ledger'
import { readLedger } from './reading'
import { delimited, understand, xls, xlsx, type TestCell } from './test-workbooks'

/*
 * The sample ledgers as another office might have kept them: columns in any order under other
 * words, another title, another file format. The same people must come out.
 */

const sampleFolder = resolve(import.meta.dirname, '../../../../shared/ledgers')
const present = existsSync(sampleFolder)

const otherWords: Record<string, Record<string, string>> = {
  '02': {
    序号: '编号 序 No',
    '村(社区)': '所在村 行政村 村别 村居 所属村（社区） 村名',
    组: '村民小组 组别 小组 所属组',
    姓名: '老人姓名 人员姓名 名字',
    性别: '男女 老人性别',
    身份证号码: '身份证号 公民身份号码 证件号码 居民身份证号 身份证',
    出生年月: '出生日期 生日 出生时间',
    联系电话: '本人电话 老人联系电话 手机号码 电话 联系方式',
    子女姓名: '赡养人姓名 儿女姓名 外出子女姓名',
    与老人关系: '与老人的关系 与本人关系 子女关系 称谓',
    外出地点: '务工地点 外出务工地 外出去向 打工地点',
    外出时间: '外出年份 务工时间 外出起始时间 何时外出',
    子女电话: '子女联系方式 赡养人电话 子女手机号 子女联系电话',
    健康状况: '身体状况 身体健康状况 健康情况',
    自理能力: '生活自理能力 自理情况 生活能否自理',
    居住情况: '居住方式 居住状况 与谁同住',
    日常照料人: '照料人 主要照料人 由谁照料 日常照护人',
    经济来源: '主要经济来源 收入来源 生活来源',
    救助类别: '救助情况 享受政策 享受救助类型 民政救助',
    备注: '说明 备注说明',
  },
  '04': {
    帮扶人: '帮扶责任人 结对干部 帮扶干部姓名 包联人 志愿者姓名',
    单位及职务: '工作单位及职务 单位职务 单位/职务',
    身份: '身份类别 人员类别 类别',
    联系电话: '电话 手机号码 联系方式',
    帮扶对象: '结对老人 被帮扶人 老人姓名 受助老人 帮扶对象姓名',
    所在村组: '村组 老人住址 家庭住址 所属村组',
    身份证号码: '身份证号 老人身份证号 证件号码',
    结对时间: '结对日期 帮扶起始时间 开始时间 结对年月',
  },
  '05': {
    日期: '走访日期 时间 走访时间 联系日期 探访时间',
    村: '所在村 村（社区） 村别',
    老人姓名: '姓名 被走访人 走访对象 老人',
    联系方式: '走访方式 探访方式 联系形式 方式',
    走访人: '走访人员 探访人 走访干部 联系人',
    主要情况: '走访情况 情况记录 走访内容 老人近况',
    发现问题: '存在问题 发现的问题 问题及困难',
    处理结果: '处理情况 处置结果 办理情况 采取措施',
  },
}

function original(prefix: string): Buffer {
  const name = readdirSync(sampleFolder).find(
    (file) => file.startsWith(prefix) && !file.endsWith('.json'),
  )
  return readFileSync(join(sampleFolder, name ?? ''))
}

/** What was understood of the rows, whatever columns it came from. */
function contentOf(ledger: UnderstoodLedger): string[] {
  return ledger.sheets
    .flatMap(({ rows }) => rows.map(({ draft }) => JSON.stringify(draft)))
    .toSorted()
}

const encodings = {
  xlsx: (rows: TestCell[][]) => xlsx({ rows, merges: ['A1:F1'] }),
  xls: (rows: TestCell[][]) => xls({ rows, merges: ['A1:F1'] }),
  semicolons: (rows: TestCell[][]) => delimited(rows, ';', 'utf8'),
  tabs: (rows: TestCell[][]) => delimited(rows, '\t', 'utf-16le', true),
  gb18030: (rows: TestCell[][]) => delimited(rows, ',', 'gb18030'),
}

/** In a register the helper's columns stay together, and so do the elder's. */
function orders(prefix: string, width: number): fc.Arbitrary<number[]> {
  const columns = Array.from({ length: width }, (_, i) => i)
  if (prefix !== '04') return fc.shuffledSubarray(columns, { minLength: width })
  return fc.constantFrom(columns, [0, 6, 7, 8, 1, 2, 3, 4, 5, 9])
}

const ownTitles = (grid: SheetGrid, last: number, width: number): string[] =>
  Array.from({ length: width }, (_, column) => grid.rows[last]?.[column]?.text ?? '')

describe.skipIf(!present)('reworded samples (skipped where ../shared/ledgers is absent)', () => {
  test.each(['02', '04', '05'])('%s in other words, orders and formats', async (prefix) => {
    const bytes = original(prefix)
    const expected = understand(bytes)
    const content = contentOf(expected)
    const [grid] = readLedger(bytes).sheets
    const header = expected.sheets[0]?.recognition?.header
    if (!grid || !header) throw new Error('the sample itself is not understood')
    const width = header.columns.length
    const titles = ownTitles(grid, header.last, width)
    const words = titles.map((title) => {
      const others = otherWords[prefix]?.[title.replace('（', '(').replace('）', ')')]
      return fc.constantFrom(title, ...(others?.split(' ') ?? []))
    })
    const variant = fc.record({
      order: orders(prefix, width),
      titles: fc.tuple(...words),
      format: fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
    })
    await fc.assert(
      fc.asyncProperty(variant, async ({ order, titles: chosen, format }) => {
        const data = grid.rows
          .slice(header.last + 1)
          .map((row) => order.map((i) => row[i]?.date ?? row[i]?.number ?? row[i]?.text ?? null))
        const rows = [['云台镇信息表'], ['填报单位：云台镇'], order.map((i) => chosen[i]!), ...data]
        const found = contentOf(understand(await encodings[format](rows)))
        expect(found).toHaveLength(content.length)
        expect(found.filter((row, i) => row !== content[i]).slice(0, 1)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})
