import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeResidentId } from '../../shared/domain/identity/resident-id'
import { Chance } from '../../shared/domain/sample/random'
import { delimited, xls, xlsx, type TestCell } from '../../electron/services/imports/test-workbooks'

/** Whole ledgers, to be damaged. */
export interface SeedLedgers {
  xlsx: Buffer[]
  xls: Buffer[]
  text: Buffer[]
}

const chance = new Chance(7)
const names = '祁秀云 马福来 盛玉兰 尉迟彩霞 解大山 单凤英 覃光明 区少华 欧阳春 查小梅'.split(' ')
const villages = ['石桥村', '下河村', '柳林社区']

function people(rows: number): TestCell[][] {
  return Array.from({ length: rows }, (_, i): TestCell[] => [
    i + 1,
    chance.pick(villages),
    `${chance.between(1, 8)}组`,
    chance.pick(names),
    chance.pick(['男', '女']),
    composeResidentId('610999', `19${chance.between(30, 60)}-0${chance.between(1, 9)}-11`, i + 1),
    chance.happens(0.3) ? null : `139${String(10_000_000 + i * 37)}`,
    chance.pick(['良好', '较差', '高血压、糖尿病', null]),
    chance.pick(['祁志强、祁志明', '无', null]),
    chance.pick(['东莞', '苏州/在家', null]),
    chance.pick(['2019年3月', new Date(Date.UTC(2021, 4, 1)), null]),
  ])
}

const title: TestCell[][] = [
  ['农村留守老年人信息台账'],
  ['填报单位：石桥村（盖章）', null, null, '填报时间：2026年3月5日'],
  [
    '序号',
    '村',
    '组',
    '姓名',
    '性别',
    '身份证号码',
    '联系电话',
    '健康状况',
    '子女情况',
    null,
    null,
  ],
  [null, null, null, null, null, null, null, null, '姓名', '外出地点', '外出时间'],
]
const merges = ['A1:K1', 'I3:K3', ...'ABCDEFGH'.split('').map((one) => `${one}3:${one}4`)]

const pairings = (): TestCell[][] => [
  '帮扶人 单位及职务 联系电话 帮扶对象 身份证号码 村 结对时间'.split(' '),
  ...people(12).map(([, village, , name, , id, phone]): TestCell[] => [
    '任远',
    '民政所 干事',
    phone ?? null,
    name ?? null,
    id ?? null,
    village ?? null,
    '2026.3—2027.3',
  ]),
]

const visits = (): TestCell[][] => [
  '日期 村 老人姓名 方式 走访人 主要情况 发现问题'.split(' '),
  ...people(20).map(([serial, village, , name]): TestCell[] => [
    `3.${serial ?? 1}`,
    village ?? null,
    name ?? null,
    '入户',
    '任远',
    '身体尚好，"老样子"',
    null,
  ]),
]

/** Ledgers as villages send them, in every format; those of a folder beside them. */
export async function seedLedgers(folder: string | null): Promise<SeedLedgers> {
  const table = [...title, ...people(30)]
  const seeds: SeedLedgers = {
    xlsx: [
      await xlsx({ name: '石桥村', rows: table, merges, formats: { K: 'yyyy"年"m"月"' } }),
      await xlsx({ rows: pairings() }, { name: '走访', rows: visits() }),
    ],
    xls: [xls({ rows: table, merges }), xls({ rows: visits() })],
    text: [
      delimited(table, ',', 'gb18030'),
      delimited(pairings(), '\t', 'utf-16le', true),
      delimited(visits(), ';', 'utf8', true),
    ],
  }
  for (const name of folder === null ? [] : readdirSync(folder)) {
    const bytes = (): Buffer => readFileSync(join(folder ?? '', name))
    if (name.endsWith('.xlsx')) seeds.xlsx.push(bytes())
    else if (name.endsWith('.xls')) seeds.xls.push(bytes())
    else if (name.endsWith('.csv')) seeds.text.push(bytes())
  }
  return seeds
}
