import { describe, expect, test } from 'vitest'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { rowsOf, understand, xlsx } from './test-workbooks'

/*
 * Ledgers as other offices word and order them. People, numbers and villages are made up; the
 * region code 610999 belongs to no place.
 */
const id = (birth: string, sequence: number) => composeResidentId('610999', birth, sequence)
const old = id('1941-05-06', 128)
const man = id('1950-11-02', 131)
const third = id('1938-02-11', 224)

describe('pairing registers', () => {
  test('elders first, several helpers below each other, two heading rows', async () => {
    const bytes = await xlsx({
      rows: [
        ['云台镇“党员+志愿者”联户帮扶责任清单'],
        [
          '序号',
          '帮扶对象',
          null,
          null,
          null,
          '帮扶责任人',
          null,
          null,
          null,
          '起始日期',
          '帮扶措施',
        ],
        [
          null,
          '姓名',
          '性别',
          '证件号码',
          '家庭住址',
          '姓名',
          '工作单位',
          '职务',
          '手机',
          null,
          null,
        ],
        [
          1,
          '祁秀云',
          '女',
          old,
          '石桥村3组',
          '任远',
          '石桥村委会',
          '支部书记',
          '13600001111',
          '2026年3月',
          '代购代办',
        ],
        [
          null,
          null,
          null,
          null,
          null,
          '向阳',
          '云台镇卫生院',
          '村医',
          '13600002222',
          '2026-04-01',
          null,
        ],
        [
          2,
          '马福来',
          '男',
          man,
          '石桥村一组',
          '任远',
          '石桥村委会',
          '支部书记',
          '13600001111',
          '2026.3.15',
          '陪聊',
        ],
      ],
      merges: ['A1:K1', 'B2:E2', 'F2:I2', 'A2:A3', 'J2:J3', 'K2:K3'],
    })
    const ledger = understand(bytes)
    const pairings = rowsOf(ledger, 'pairings')
    expect(
      pairings.map(({ draft }) => [
        draft.helpers[0]?.name,
        draft.recipient.name,
        draft.recipient.idNumber,
        draft.since,
      ]),
    ).toEqual([
      ['任远', '祁秀云', old, '2026-03'],
      ['向阳', '祁秀云', old, '2026-04-01'],
      ['任远', '马福来', man, '2026-03-15'],
    ])
    expect(pairings[1]?.draft.helpers[0]).toMatchObject({
      unit: '云台镇卫生院',
      position: '村医',
      kind: 'villageDoctor',
      phones: ['13600002222'],
    })
    expect(pairings[0]?.draft.recipient).toMatchObject({ village: '石桥村', villageGroup: '三组' })
  })

  test('an elder without a helper gets none from the row above', async () => {
    const bytes = await xlsx({
      rows: [
        ['老人姓名', '村', '结对干部', '联系电话', '结对方式'],
        ['祁秀云', '石桥村', '任远', '13600001111', '一对一'],
        ['马福来', '石桥村', null, null, null],
        ['盛玉兰', '石桥村', '任远、向阳', '13600001111、13600002222', '多对一'],
      ],
    })
    const pairings = rowsOf(understand(bytes), 'pairings')
    expect(pairings[1]?.problems.map(({ code }) => code)).toEqual(['HELPER_MISSING'])
    expect(pairings[2]?.draft.helpers.map(({ name, phones }) => [name, phones[0]])).toEqual([
      ['任远', '13600001111'],
      ['向阳', '13600002222'],
    ])
    expect(pairings[2]?.draft.mode).toBe('manyToOne')
  })

  test('a helper named once over the elders below, without merging', async () => {
    const bytes = await xlsx({
      rows: [
        ['包联干部', '职务', '联系电话', '联系对象', '身份证号码', '村组'],
        ['任远', '镇干部', '13600001111', '祁秀云', old, '石桥村三组'],
        [null, null, null, '马福来', man, '石桥村一组'],
        ['向阳', '村医', null, '盛玉兰', third, '柏树坪社区2组'],
      ],
    })
    const pairings = rowsOf(understand(bytes), 'pairings')
    expect(
      pairings.map(({ draft }) => [
        draft.helpers[0]?.name,
        draft.helpers[0]?.phones[0],
        draft.recipient.name,
      ]),
    ).toEqual([
      ['任远', '13600001111', '祁秀云'],
      ['任远', '13600001111', '马福来'],
      ['向阳', undefined, '盛玉兰'],
    ])
    expect(pairings[0]?.draft.helpers[0]?.kind).toBe('townCadre')
  })
})

describe('visit records', () => {
  test('other words, a phone column, dates in every spelling', async () => {
    const bytes = await xlsx({
      rows: [
        ['特殊困难老年人探访关爱记录表（2026年第二季度）'],
        [
          '序号',
          '被探访人',
          '所属村（社区）',
          '探访形式',
          '探访时间',
          '联系电话',
          '探访情况',
          '存在困难',
          '办理情况',
          '探访人员',
          '备注',
        ],
        [
          1,
          '祁秀云',
          '石桥村',
          '上门走访',
          '2026年4月3日上午',
          '13900002222',
          '精神好',
          '无',
          null,
          '任远',
          null,
        ],
        [
          2,
          '马福来',
          '石桥',
          '微信视频',
          '5.12',
          '13900001111',
          '想孩子',
          '缺药',
          '已送药',
          '向阳 任远',
          null,
        ],
        [
          3,
          '盛玉兰',
          '柏树坪社区',
          '与子女通话',
          20260613,
          null,
          '女儿答应中秋回来',
          null,
          null,
          '向阳',
          null,
        ],
        [4, '盛玉兰', '柏树坪社区', null, '6月', null, null, null, null, null, null],
      ],
      merges: ['A1:K1'],
    })
    const ledger = understand(bytes, ['石桥村', '柏树坪社区'])
    const rows = rowsOf(ledger, 'contacts')
    expect(rows.map(({ draft }) => [draft.recipient.name, draft.kind, draft.date])).toEqual([
      ['祁秀云', 'home', '2026-04-03'],
      ['马福来', 'video', '--05-12'],
      ['盛玉兰', 'child', '2026-06-13'],
      ['盛玉兰', null, null],
    ])
    expect(rows[0]?.draft).toMatchObject({ summary: '精神好', problem: null, visitor: '任远' })
    expect(rows[1]?.draft).toMatchObject({
      problem: '缺药',
      outcome: '已送药',
      recipient: { village: '石桥村' },
    })
    expect(rows[3]?.problems.filter((p) => p.blocking).map(({ code }) => code)).toEqual([
      'DATE',
      'KIND_MISSING',
    ])
  })
})
