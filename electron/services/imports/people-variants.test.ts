import { describe, expect, test } from 'vitest'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import {
  delimited,
  mappingOf,
  rowsOf,
  understand,
  xls,
  xlsx,
  type TestCell,
} from './test-workbooks'

/*
 * Ledgers as other offices word and order them. People, numbers and villages are made up; the
 * region code 610999 belongs to no place.
 */
const id = (birth: string, sequence: number) => composeResidentId('610999', birth, sequence)
const old = id('1941-05-06', 128)
const man = id('1950-11-02', 131)
const third = id('1938-02-11', 224)

describe('people ledgers', () => {
  test('an .xls with unmerged heading rows, other words and another order', () => {
    const bytes = xls({
      name: '2026',
      rows: [
        ['云台镇空巢、留守老年人摸底排查登记表'],
        ['上报单位（公章）：云台镇民政办', null, null, null, '2026 年 5 月 12 日'],
        ['编号', '老人基本情况', null, null, null, null, '赡养人情况', null, null, null, '备注'],
        [
          null,
          '所在村组',
          '老人姓名',
          '男/女',
          '公民身份号码',
          '手机号码',
          '姓名',
          '称谓',
          '务工地',
          '联系方式',
          null,
        ],
        [
          1,
          '石桥村3组',
          '马福来',
          '男',
          man,
          '13900001111',
          '马兴',
          '长子',
          '浙江省',
          '13700001111',
          '低保户',
        ],
        [
          2,
          '石桥村第五村民小组',
          '祁秀云',
          '女',
          old,
          '无',
          '祁燕，祁军',
          '女，子',
          '县城，省外',
          '13700002222，无',
          null,
        ],
        ['合 计', null, '2人'],
        ['审核人：', null, '填表人：李四', null, '联系电话：0999-7654321'],
      ],
      merges: ['A1:K1', 'B3:F3', 'G3:J3'],
    })
    const ledger = understand(bytes)
    expect(mappingOf(ledger)).toEqual({
      编号: 'record.serial',
      '老人基本情况›所在村组': 'recipient.place',
      '老人基本情况›老人姓名': 'recipient.name',
      '老人基本情况›男/女': 'recipient.gender',
      '老人基本情况›公民身份号码': 'recipient.idNumber',
      '老人基本情况›手机号码': 'recipient.phone',
      '赡养人情况›姓名': 'child.name',
      '赡养人情况›称谓': 'child.relation',
      '赡养人情况›务工地': 'child.place',
      '赡养人情况›联系方式': 'child.phone',
      备注: 'record.remark',
    })
    const people = rowsOf(ledger, 'people')
    expect(
      people.map(({ draft }) => [draft.name, draft.idNumber, draft.village, draft.villageGroup]),
    ).toEqual([
      ['马福来', man, '石桥村', '三组'],
      ['祁秀云', old, '石桥村', '五组'],
    ])
    expect(people[1]?.draft.children).toMatchObject([
      { name: '祁燕', relation: 'daughter', place: '县城', phones: ['13700002222'] },
      { name: '祁军', relation: 'son', place: '省外', phones: [] },
    ])
    expect(people[0]?.draft.reliefKinds).toEqual(['subsistenceAllowance'])
    expect(people.flatMap(({ problems }) => problems)).toEqual([])
  })

  test('one row per child: merged in one family, left blank in the next', async () => {
    const bytes = await xlsx({
      name: '石桥村',
      rows: [
        ['石桥村留守老人花名册'],
        [
          '序号',
          '姓名',
          '身份证号',
          '组',
          '子女姓名',
          '关系',
          '外出地点',
          '子女联系电话',
          '老人电话',
        ],
        [1, '祁秀云', old, '一组', '祁燕', '女儿', '东莞', '13700002222', '13900002222'],
        [null, null, null, null, '祁军', '儿子', '杭州', '13700003333', null],
        [2, '马福来', man, '2', '马兴', '儿子', '西宁', '13700001111', null],
        [null, null, null, null, '马丽', '女儿', '西宁', null, null],
        [3, '盛玉兰', third, '二', null, null, null, null, null],
      ],
      merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'I3:I4'],
    })
    const people = rowsOf(understand(bytes), 'people')
    expect(
      people.map(({ draft, rows }) => [draft.name, rows, draft.children.map((c) => c.name)]),
    ).toEqual([
      ['祁秀云', [2, 3], ['祁燕', '祁军']],
      ['马福来', [4, 5], ['马兴', '马丽']],
      ['盛玉兰', [6], []],
    ])
    expect(people.map(({ draft }) => draft.village)).toEqual(['石桥村', '石桥村', '石桥村'])
    expect(people.map(({ draft }) => draft.villageGroup)).toEqual(['一组', '二组', '二组'])
  })

  test('ticked columns, several title lines, a line of column numbers, an example and notes', async () => {
    const header = [
      '序号',
      '姓名',
      '身份证件号码',
      '是否低保',
      '留守',
      '独居',
      '失能',
      '残疾',
      '家庭详细地址',
      '联系方式',
    ]
    const bytes = await xlsx({
      rows: [
        ['附件2'],
        ['特殊困难老年人信息采集表'],
        ['填报单位：柏树坪社区', null, null, null, null, '填报日期：2026年4月8日'],
        header,
        ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
        [
          '例',
          '张某某',
          '6109991940********',
          '是',
          '√',
          null,
          null,
          null,
          '柏树坪社区1组',
          '138****0000',
        ],
        [1, '祁秀云', old, '是', '√', '', null, '', '柏树坪社区2组7号', 13900002222],
        [2, '马福来', man, '否', null, '√', null, '有', '柏树坪社区4组', '13900001111'],
        header,
        [3, '盛玉兰', third, null, '√', null, '✓', null, '柏树坪社区4组', '/'],
        ['注：1.本表一式两份；2.身份证件号码必须为18位。'],
      ],
      merges: ['A2:J2'],
    })
    const ledger = understand(bytes)
    const people = rowsOf(ledger, 'people')
    expect(people.map(({ draft }) => draft.name)).toEqual(['祁秀云', '马福来', '盛玉兰'])
    expect(people.map(({ draft }) => draft.categories)).toEqual([
      ['leftBehind', 'subsistenceAllowance'],
      ['livingAlone'],
      ['leftBehind', 'incapacitated'],
    ])
    expect(people[1]?.draft).toMatchObject({
      reliefKinds: ['disability'],
      livingArrangement: 'alone',
    })
    expect(people[2]?.draft).toMatchObject({ selfCare: 'unable', phones: [], hasNoPhone: false })
    expect(people.map(({ draft }) => [draft.village, draft.villageGroup])).toEqual([
      ['柏树坪社区', '二组'],
      ['柏树坪社区', '四组'],
      ['柏树坪社区', '四组'],
    ])
    expect(ledger.sheets[0]?.recognition?.hints.filledIn).toBe('2026-04-08')
  })

  test('villages as rows of their own, in short and in full', async () => {
    const bytes = await xlsx({
      rows: [
        ['云台镇高龄老人名单'],
        ['序号', '姓名', '性别', '出生年月', '电话', '与户主关系', '户主', '困难类型'],
        ['一、石桥村（2人）'],
        [1, '祁秀云', '女', '1941.5', '0999-7654321', '母子', '祁军', '五保户'],
        [2, '马福来', '男', 195011, '13900001111、13900001112', '本人', '马福来', '孤寡'],
        ['二、柏树坪社区（1人）'],
        [1, '盛玉兰', '女', '1938年农历二月十一', null, '本人', '盛玉兰', '失独家庭'],
      ],
      merges: ['A1:H1', 'A3:H3', 'A6:H6'],
    })
    const people = rowsOf(understand(bytes, ['石桥村', '柏树坪社区']), 'people')
    expect(people.map(({ draft }) => [draft.name, draft.village])).toEqual([
      ['祁秀云', '石桥村'],
      ['马福来', '石桥村'],
      ['盛玉兰', '柏树坪社区'],
    ])
    expect(people.map(({ draft }) => draft.birthDate)).toEqual(['1941-05', '1950-11', null])
    expect(people[2]?.draft.lunarBirthday).toContain('二月十一')
    expect(people[1]?.draft.phones).toEqual(['13900001111', '13900001112'])
    expect(people[0]?.draft.groups).toContain('extremePoverty')
    expect(people[2]?.draft.categories).toEqual(['bereavedOnlyChildFamily'])
    expect(people[1]?.draft.remark).toContain('孤寡')
  })

  test('numbers where text belongs: telephones, months, a 15-digit and an 18-digit ID', async () => {
    const bytes = await xlsx({
      rows: [
        ['姓名', '身份证', '出生', '年龄', '手机', '村', '组'],
        ['祁秀云', 610999410506128, 1941.5, 85, 13900002222, '石桥', 3],
        ['马福来', Number(man), '1950/11/2', '76周岁', 9997654321, '石桥村', '三社'],
        [
          '盛玉兰',
          '610999３80211224',
          new Date(Date.UTC(1938, 1, 11)),
          null,
          null,
          '石桥村',
          '张家湾组',
        ],
      ],
    })
    const people = rowsOf(understand(bytes), 'people')
    expect(people[0]?.draft).toMatchObject({
      idNumber: old,
      birthDate: '1941-05-06',
      phones: ['13900002222'],
      village: '石桥村',
      villageGroup: '三组',
    })
    expect(people[0]?.problems).toEqual([])
    expect(people[1]?.problems.map(({ code }) => code)).toEqual(['ID_PRECISION_LOST'])
    expect(people[1]?.draft.idNumberKept).toBe('610999195011021')
    expect(people[2]?.draft).toMatchObject({ idNumber: third, villageGroup: '张家湾组' })
  })

  test('a month shown without its day stays a month; a repeated set of columns is a second child', async () => {
    const bytes = await xlsx({
      rows: [
        [
          '村别',
          '姓名',
          '证件号',
          '出生日期',
          '子女1姓名',
          '子女1电话',
          '子女2姓名',
          '子女2电话',
          '监护人',
          '监护人电话',
        ],
        [
          '石桥村',
          '祁秀云',
          null,
          new Date(Date.UTC(1941, 4, 1)),
          '祁燕',
          '13700002222',
          '祁军',
          '无',
          '赵义',
          '13700004444',
        ],
        [
          '石桥村',
          '马福来',
          man,
          new Date(Date.UTC(1950, 10, 1)),
          '马兴',
          '13700001111',
          null,
          null,
          null,
          null,
        ],
      ],
      formats: { D: 'yyyy"年"m"月"' },
    })
    const people = rowsOf(understand(bytes), 'people')
    expect(people[0]?.draft.birthDate).toBe('1941-05')
    expect(people[0]?.draft.children).toMatchObject([
      { name: '祁燕', phones: ['13700002222'] },
      { name: '祁军', phones: [] },
    ])
    expect(people[0]?.draft.guardian).toEqual({
      name: '赵义',
      relation: null,
      phone: '13700004444',
    })
    expect(people[1]?.draft.children).toHaveLength(1)
  })

  test.each([
    ['semicolons, UTF-8 without a mark', ';', 'utf8', false],
    ['tabs, UTF-16', '\t', 'utf-16le', true],
    ['commas, GBK', ',', 'gbk', false],
    ['commas, UTF-8 with a mark', ',', 'utf8', true],
  ] as const)('text: %s', (_, delimiter, encoding, bom) => {
    const rows: TestCell[][] = [
      ['柏树坪社区独居老人基本情况一览表', null, null, null, null],
      [
        '人员姓名',
        '居民身份证号码',
        '住址',
        '身体健康状况',
        '自理情况',
        '与谁同住',
        '由谁照料',
        '主要生活来源',
      ],
      [
        '祁秀云',
        `'${old}`,
        '柏树坪社区"老粮站"旁,3组',
        '体弱多病',
        '半自理',
        '老伴',
        '女儿',
        '养老金；种地',
      ],
      ['马福来', man, '柏树坪4组', '高血压、脑梗', '全护理', '一个人', '保姆', '低保金'],
    ]
    const ledger = understand(delimited(rows, delimiter, encoding, bom))
    const people = rowsOf(ledger, 'people')
    expect(people.map(({ draft }) => draft.idNumber)).toEqual([old, man])
    expect(people[0]?.draft).toMatchObject({
      village: '柏树坪社区',
      villageGroup: '三组',
      health: 'poor',
      selfCare: 'partly',
      livingArrangement: 'withSpouse',
      dailyCarer: 'relatives',
      incomeSources: ['pension', 'farming'],
    })
    expect(people[1]?.draft).toMatchObject({
      villageGroup: '四组',
      health: 'ill',
      chronicDiseases: ['高血压', '脑梗'],
      selfCare: 'unable',
      livingArrangement: 'alone',
      dailyCarer: 'hired',
      incomeSources: ['governmentRelief'],
    })
  })

  test('two heading rows in a text file, where nothing can be merged', () => {
    const rows: TestCell[][] = [
      ['石桥村老年人登记册', '', '', '', '', '', '', ''],
      ['序号', '老人信息', '', '', '监护人', '', '子女情况', ''],
      ['', '姓名', '身份证号', '电话', '姓名', '电话', '姓名', '电话'],
      ['1', '祁秀云', old, '13900002222', '赵义', '13700004444', '祁燕', '13700002222'],
      ['2', '马福来', man, '', '', '', '马兴', '13700001111'],
    ]
    const people = rowsOf(understand(delimited(rows, ',', 'utf8')), 'people')
    expect(people.map(({ draft }) => [draft.name, draft.phones, draft.village])).toEqual([
      ['祁秀云', ['13900002222'], '石桥村'],
      ['马福来', [], '石桥村'],
    ])
    expect(people[0]?.draft.guardian).toMatchObject({ name: '赵义', phone: '13700004444' })
    expect(people.map(({ draft }) => draft.children[0]?.phones)).toEqual([
      ['13700002222'],
      ['13700001111'],
    ])
  })

  test('names and ages only, women and children among them, as a village writes by hand', async () => {
    const bytes = await xlsx({
      name: '柏树坪',
      rows: [
        ['“一老一小”及特殊群体排查表'],
        ['村（社区）名称：柏树坪社区    负责人：李某    2026.4'],
        ['人员类型', '姓   名', '小组', '年龄', '联系方式', '详细住址', '其他'],
        ['留守老人', '祁 秀云', '2组', '85岁', '13900002222', '柏树坪2组', '五保'],
        ['〃', '马福来', '〃', '７９', '无', '柏树坪4组', ''],
        ['留守妇女', '盛玉兰', '四组', 36, 13700001111, '柏树坪四组', '低保户'],
        ['留守儿童', '樊小宝', '同上', 9, '同上', '同上', ''],
        [null, null, null, null, null, null, null],
        ['总计：4人'],
      ],
      merges: ['A1:G1', 'A2:G2'],
    })
    const people = rowsOf(understand(bytes), 'people')
    expect(people.map(({ draft }) => [draft.name, draft.groups, draft.villageGroup])).toEqual([
      ['祁秀云', ['elder', 'extremePoverty'], '二组'],
      ['马福来', ['elder'], '四组'],
      ['盛玉兰', ['woman'], '四组'],
      ['樊小宝', ['child'], '四组'],
    ])
    expect(people.map(({ draft }) => draft.statedAge?.years)).toEqual([85, 79, 36, 9])
    expect(people.map(({ draft }) => draft.village)).toEqual(Array(4).fill('柏树坪社区'))
    expect(people[3]?.draft.phones).toEqual(['13700001111'])
  })

  test('words that fit no list are kept, and unknown columns go to the remark', async () => {
    const bytes = await xlsx({
      rows: [
        ['姓名', '性别', '身份证号', '所属村', '救助类别', '鞋码', '老人类别'],
        ['祁秀云', '男', old, '石桥村', '低保、红军家属', '36', '留守、驼背'],
      ],
    })
    const [row] = rowsOf(understand(bytes), 'people')
    expect(row?.draft.reliefKinds).toEqual(['subsistenceAllowance', '红军家属'])
    expect(row?.draft.remark).toContain('鞋码：36')
    expect(row?.draft.remark).toContain('驼背')
    expect(row?.draft.gender).toBe('female')
    expect(row?.problems.map(({ code }) => code).sort()).toEqual([
      'GENDER_CONFLICT',
      'WORD',
      'WORD',
    ])
    expect(row?.problems.every(({ blocking }) => !blocking)).toBe(true)
  })

  test('a summary sheet without people is left alone', async () => {
    const bytes = await xlsx(
      {
        name: '汇总',
        rows: [
          ['村', '留守老人数', '独居老人数'],
          ['石桥村', 12, 3],
          ['柏树坪社区', 9, 2],
        ],
      },
      {
        name: '石桥村',
        rows: [
          ['姓名', '性别', '年龄'],
          ['祁秀云', '女', 85],
        ],
      },
    )
    const ledger = understand(bytes)
    expect(ledger.sheets[0]?.rows).toEqual([])
    expect(ledger.sheets[1]?.rows).toHaveLength(1)
  })
})
