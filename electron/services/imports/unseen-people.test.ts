import { describe, expect, test } from 'vitest'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import type { PersonDraft } from '@shared/domain/imports/draft'
import { delimited, mappingOf, rowsOf, table, understand, xls, xlsx } from './test-workbooks'

/*
 * Ledgers of people as no sample lays them out. People, numbers and villages are made up; the region
 * code 610999 belongs to no place.
 */
const id = (birth: string, sequence: number) => composeResidentId('610999', birth, sequence)
const old = id('1941-05-06', 128)
const man = id('1950-11-02', 131)
const third = id('1938-02-11', 224)

const people = (bytes: Buffer, villages: string[] = []): PersonDraft[] =>
  rowsOf(understand(bytes, villages), 'people').map(({ draft }) => draft)

/** Of each child what the ledger said. */
const childrenOf = ({ children }: PersonDraft) =>
  children.map(({ name, relation, place, phones }) => [name, relation, place, phones.join()])

describe('people ledgers laid out otherwise', () => {
  test('ages in words for want of birth dates, two numbers in a cell, groups named after families', async () => {
    const drafts = people(
      await xlsx({
        rows: table(`
          |柳溪乡农村留守老人关爱服务对象登记簿|
          |编制单位：柳溪乡社会事务办|||||截止时间：2026年6月30日|
          |序|老人|||居住地|||监护（赡养）人|||困难情况|备 注|
          ||名字|性别|岁数|村|屯|电话|名字|关系|手机|||
          |1|祁秀云|女|85|石桥村|张家屯|0999-7654321/13900002222|祁军|儿子|13700002222|行动不便|低保|
          |2|马福来|男|七十六岁|石桥村|张家屯|13900001111（本人）13900001112（邻居）|马兴|次子|无|生病缺药|/|
          |3|盛玉兰|女|88周岁|柏树坪村|李家屯|没有|盛丽|养女|137 0000 3333|无|无|
          |小计|3人|`),
        merges: ['A1:M1', 'B3:D3', 'E3:G3', 'H3:J3'],
      }),
    )
    expect(
      drafts.map(({ name, statedAge, village, villageGroup, phones, hasNoPhone }) => [
        name,
        statedAge?.years,
        statedAge?.asOf,
        village,
        villageGroup,
        phones.join(),
        hasNoPhone,
      ]),
    ).toEqual([
      ['祁秀云', 85, '2026-06-30', '石桥村', '张家屯', '0999-7654321,13900002222', false],
      ['马福来', 76, '2026-06-30', '石桥村', '张家屯', '13900001111,13900001112', false],
      ['盛玉兰', 88, '2026-06-30', '柏树坪村', '李家屯', '', true],
    ])
    expect(drafts.flatMap(childrenOf)).toEqual([
      ['祁军', 'son', null, '13700002222'],
      ['马兴', 'son', null, ''],
      ['盛丽', 'daughter', null, '13700003333'],
    ])
    expect(drafts.map(({ remark }) => remark)).toEqual([
      '低保；困难情况：行动不便',
      '困难情况：生病缺药',
      null,
    ])
  })

  test('a blank column after each, and whom to ring first', async () => {
    const drafts = people(
      await xlsx({
        name: '附件1',
        rows: table(`
          |附件1|
          |全镇60周岁以上老年人摸底台账|
          |||||||||
          |序号||姓名||身份证号||联系电话||家庭住址||是否独居||身体状况||第一联系人||第一联系人电话||政府救助情况|
          |1||祁秀云||${old}||13900002222||石桥村二组||否||高血压||祁军（儿子）||13700002222||低保|
          |2||马福来||${man}||||石桥村三组||是||良好||马兴||13700001111|||`),
      }),
    )
    expect(drafts).toMatchObject([
      {
        name: '祁秀云',
        phones: ['13900002222'],
        villageGroup: '二组',
        chronicDiseases: ['高血压'],
        emergency: { name: '祁军', relation: '儿子', phone: '13700002222' },
        reliefKinds: ['subsistenceAllowance'],
      },
      {
        name: '马福来',
        phones: [],
        livingArrangement: 'alone',
        health: 'good',
        emergency: { name: '马兴', relation: null, phone: '13700001111' },
      },
    ])
  })

  test('numbers that the heading explains, a doctor’s telephone that is not the elder’s, a code nobody knows', async () => {
    const drafts = people(
      await xlsx({
        rows: table(`
          |姓名|身份证号|年龄|出生日期|村（居）|户籍地址|现居住地|特殊困难类别（1.独居2.空巢3.留守4.失能）|是否签约家庭医生|医生姓名|医生联系电话|能力评估等级|政治面貌|
          |祁秀云|${old}|85|1941.05|石桥村|石桥村1组|石桥村1组12号|2、3|是|任大夫|13600009999|中度失能|群众|
          |马福来|${man}|76|1950.11.2|石桥村|石桥村3组|县城阳光小区|1|否|||能力完好|中共党员|`),
      }),
    )
    expect(drafts).toMatchObject([
      {
        categories: ['emptyNest', 'leftBehind'],
        phones: [],
        familyDoctor: '任大夫',
        familyDoctorPhone: '13600009999',
      },
      {
        categories: ['livingAlone'],
        phones: [],
        villageGroup: '三组',
        homeAddress: '县城阳光小区',
      },
    ])
    expect(drafts[0]?.remark).toContain('能力评估等级：中度失能')
  })

  test('everything of all children in one cell, by line, by number and in a sentence', async () => {
    const drafts = people(
      await xlsx({
        name: '石桥村',
        rows: table(`
          |姓名|身份证号码|组别|子女情况（姓名、关系、务工地、电话）|子女数|
          |祁秀云|${old}|1|祁燕，女，东莞，13700002222；祁军，子，杭州，13700003333|2|
          |马福来|${man}|3|长子马兴在西宁务工13700001111|1|
          |盛玉兰|${third}|3|1.盛强 13700004444 2.盛丽 13700005555|2|
          |樊老根|${id('1946-03-03', 115)}|3|一个儿子在外面，电话记在本子上13700006666|1|
          |郭桂芳|${id('1947-03-03', 126)}|3|郭大(长子)137 0000 7777\\n郭二(次子)137 0000 8888|2|`),
      }),
    )
    expect(drafts.map(childrenOf)).toEqual([
      [
        ['祁燕', 'daughter', '东莞', '13700002222'],
        ['祁军', 'son', '杭州', '13700003333'],
      ],
      [['马兴', 'son', '西宁', '13700001111']],
      [
        ['盛强', null, null, '13700004444'],
        ['盛丽', null, null, '13700005555'],
      ],
      [],
      [
        ['郭大', 'son', null, '13700007777'],
        ['郭二', 'son', null, '13700008888'],
      ],
    ])
    expect(drafts[3]?.remark).toContain('一个儿子在外面')
  })

  test('names with telephones in one cell, places in another, line by line', async () => {
    const [first, second] = people(
      await xlsx({
        rows: table(`
          |姓名|身份证号码|村|子女姓名及电话|子女务工地|
          |祁秀云|${old}|石桥村|祁燕13700002222\\n祁军13700003333|东莞\\n杭州|
          |马福来|${man}|石桥村|马兴（长子）13700001111|西宁|`),
      }),
    )
    expect(first && childrenOf(first)).toEqual([
      ['祁燕', null, '东莞', '13700002222'],
      ['祁军', null, '杭州', '13700003333'],
    ])
    expect(second && childrenOf(second)).toEqual([['马兴', 'son', '西宁', '13700001111']])
  })

  test('two lists beside each other: the right half is not the left one’s telephone', () => {
    const bytes = xls({
      name: '石桥村',
      rows: table(`
        |石桥村老人花名册|
        |序号|姓名|年龄|电话|序号|姓名|年龄|电话|
        |1|祁秀云|85|13900002222|3|盛玉兰|88|13900003333|
        |2|马福来|76|13900001111|4|樊老根|70||`),
      merges: ['A1:H1'],
    })
    expect(people(bytes).map(({ name, phones }) => [name, phones.join()])).toEqual([
      ['祁秀云', '13900002222'],
      ['马福来', '13900001111'],
      ['盛玉兰', '13900003333'],
      ['樊老根', ''],
    ])
  })

  test('by households: each row is the member, not the head of the house', async () => {
    const drafts = people(
      await xlsx({
        name: '石桥村',
        rows: table(`
          |户主姓名|家庭成员姓名|与户主关系|身份证号|人口数|联系电话|是否留守老人|
          |祁军|祁军|户主|${id('1970-01-02', 133)}|3|13700002222|否|
          ||祁秀云|母亲|${old}||13900002222|是|
          |马福来|马福来|户主|${man}|1|13900001111|是|`),
      }),
    )
    expect(drafts.map(({ name, idNumber, phones }) => [name, idNumber, phones.join()])).toEqual([
      ['祁军', id('1970-01-02', 133), '13700002222'],
      ['祁秀云', old, '13900002222'],
      ['马福来', man, '13900001111'],
    ])
    expect(drafts.map(({ children }) => children)).toEqual([[], [], []])
  })

  test('a summary first and notes last: only the villages’ own sheets have people', async () => {
    const ledger = understand(
      await xlsx(
        {
          name: '汇总表',
          rows: table(`
            |云台镇“三留守”人员统计汇总表|
            |村名|留守老人|留守妇女|留守儿童|合计|
            |石桥村|12|3|5|20|
            |柏树坪村|8|2|4|14|
            |合计|20|5|9|34|`),
          merges: ['A1:E1'],
        },
        {
          name: '石桥村',
          rows: table(`
            |序号|姓名|身份证号|组|
            |1|祁秀云|${old}|一|
            |2|马福来|${man}|二|`),
        },
        { name: '柏树坪村', rows: table(`|姓名|身份证号|组|\n|盛玉兰|${third}|5社|`) },
        { name: 'Sheet4', rows: [] },
        { name: '填表说明', rows: table('|填表说明|\n|1.身份证号必须为18位|\n|2.组别填写第几组|') },
      ),
    )
    expect(ledger.sheets.map(({ rows }) => rows.length)).toEqual([0, 2, 1, 0, 0])
    expect(
      rowsOf(ledger, 'people').map(({ draft }) => [draft.name, draft.village, draft.villageGroup]),
    ).toEqual([
      ['祁秀云', '石桥村', '一组'],
      ['马福来', '石桥村', '二组'],
      ['盛玉兰', '柏树坪村', '五社'],
    ])
  })

  test('two rows of headings in a CSV: codes for a machine over words for people', () => {
    const drafts = people(
      delimited(
        table(`
          |XM|XB|SFZH|CSRQ|LXDH|JTZZ|
          |姓名|性别|身份证号|出生日期|联系电话|家庭住址|
          |祁秀云|女|${old}|1941/5/6|13900002222|石桥村2组|
          |马福来|男|610999501102131|1950/11/2|13900001111|石桥村3组|`),
        ',',
        'gb18030',
      ),
    )
    expect(
      drafts.map(({ name, idNumber, villageGroup }) => [name, idNumber, villageGroup]),
    ).toEqual([
      ['祁秀云', old, '二组'],
      ['马福来', man, '三组'],
    ])
  })

  test.each([
    ['1941年5月6日', '1941-05-06'],
    ['41.5.6', '1941-05-06'],
    ['1941-05', '1941-05'],
    ['1941.05.06生', '1941-05-06'],
    ['19410506', '1941-05-06'],
    ['1941/5/6 0:00:00', '1941-05-06'],
    ['#15102', '1941-05-06'],
    ['1941年', '1941'],
    ['一九四一年五月六日', '1941-05-06'],
    ['1941年5月6日（农历四月十一）', '1941-05-06'],
    ['１９４１．５．６', '1941-05-06'],
    ['农历1941年五月初六', null],
    ['属蛇', null],
    ['1941-13-06', null],
  ])('born %s', async (written, birthDate) => {
    const rows = table(`|姓名|出生时间|性别|村|\n|祁秀云|${written}|女|石桥村|`)
    expect(people(await xlsx({ rows }))[0]?.birthDate).toBe(birthDate)
  })
})

describe('ledgers of children, women and 特困', () => {
  test('children: parents’ telephones are the parents’, the school is the child’s', async () => {
    const drafts = people(
      await xlsx({
        rows: table(`
          |云台镇农村留守儿童（困境儿童）基本信息台账|
          |序号|儿童姓名|性别|身份证号|所在村组|就读学校|年级|是否寄宿|父亲姓名|父亲电话|父亲务工地|母亲姓名|母亲电话|母亲务工地|委托监护人姓名|与儿童关系|监护人联系电话|监护人身体状况|家庭经济状况|备注|
          |1|樊小宝|男|${id('2016-03-04', 111)}|石桥村二组|云台镇中心小学|四年级2班|是|樊大山|13700001111|浙江宁波|杜小梅|13700001112|浙江宁波|樊老根|祖孙|13900001111|一般|贫困||
          |2|苗苗|女|${id('2018-09-14', 122)}|柏树坪社区4组|柏树坪教学点|二年级|走读|苗壮||广东||||郭桂芳|外婆|13900003333|良好|一般|单亲|`),
        merges: ['A1:T1'],
      }),
    )
    expect(drafts).toMatchObject([
      {
        name: '樊小宝',
        groups: ['child'],
        phones: [],
        guardian: { name: '樊老根', relation: '祖孙', phone: '13900001111' },
        further: {
          school: '云台镇中心小学',
          grade: '四年级2班',
          boarding: '寄宿',
          livingStandard: '贫困',
        },
      },
      {
        name: '苗苗',
        phones: [],
        guardian: { name: '郭桂芳', relation: '外婆', phone: '13900003333' },
        further: { boarding: '走读', livingStandard: '一般' },
      },
    ])
    expect(drafts.map(childrenOf)).toEqual([
      [
        ['樊大山', 'parent', '浙江宁波', '13700001111'],
        ['杜小梅', 'parent', '浙江宁波', '13700001112'],
      ],
      [['苗壮', 'parent', '广东', '']],
    ])
    expect(drafts[0]?.remark).toBe('监护人身体状况：一般')
  })

  test('women: the husband is away, and his telephone is his', async () => {
    const drafts = people(
      await xlsx({
        name: '留守妇女',
        rows: table(`
          |石桥村留守妇女信息登记表|
          |姓名|年龄|文化程度|身份证号码|联系电话|丈夫姓名|丈夫务工地点|丈夫电话|抚养子女数|健康状况|就业意愿|技能培训需求|
          |盛玉兰|36|初中|${id('1990-02-11', 224)}|13700001111|祁军|杭州|13700003333|1|良好|就近就业|家政培训|
          |杜小梅|41|小学|${id('1985-07-21', 226)}||樊大山|宁波|13700004444|2|一般|暂无意愿|养殖|`),
      }),
    )
    expect(drafts).toMatchObject([
      {
        groups: ['woman'],
        phones: ['13700001111'],
        further: { childrenInCare: 1, employmentWish: '就近就业' },
      },
      { groups: ['woman'], phones: [], further: { childrenInCare: 2, employmentWish: '暂无意愿' } },
    ])
    expect(drafts.map(childrenOf)).toEqual([
      [['祁军', 'spouse', '杭州', '13700003333']],
      [['樊大山', 'spouse', '宁波', '13700004444']],
    ])
    expect(drafts.map(({ spouse }) => spouse)).toEqual([null, null])
  })

  test('特困, at home and in institutions: the head of the house is the person', async () => {
    const ledger = understand(
      await xlsx(
        {
          name: '分散',
          rows: table(`
            |柳溪乡特困人员救助供养花名册（分散供养）|
            |序号|村（社区）|户主姓名|身份证号码|人口|救助证号|供养方式|生活自理能力|护理等级|照料护理人|护理人电话|享受起始时间|
            |1|石桥村|马福来|${man}|1|TK0001|分散供养|全自理|全自理|祁军|13700003333|2019.07|
            |2|柏树坪村|盛玉兰|${third}|1|TK0002|分散供养|部分丧失|半护理|护工||2021年1月|`),
        },
        {
          name: '集中',
          rows: table(`
            |柳溪乡特困人员救助供养花名册（集中供养）|
            |序号|姓名|身份证号码|供养机构|护理等级|
            |1|祁秀云|${old}|柳溪敬老院|全护理|`),
        },
      ),
    )
    expect(mappingOf(ledger)).toMatchObject({
      户主姓名: 'recipient.name',
      照料护理人: 'carer.name',
      护理人电话: 'carer.phone',
      享受起始时间: 'recipient.reliefFrom',
    })
    expect(rowsOf(ledger, 'people').map(({ draft }) => draft)).toMatchObject([
      {
        name: '马福来',
        groups: ['elder', 'extremePoverty'],
        phones: [],
        selfCare: 'able',
        further: {
          reliefCertificate: 'TK0001',
          supportMode: '分散供养',
          nursingLevel: '全自理',
          reliefFrom: '2019-07',
        },
      },
      {
        name: '盛玉兰',
        selfCare: 'partly',
        dailyCarer: 'hired',
        further: { reliefFrom: '2021-01' },
      },
      {
        name: '祁秀云',
        groups: ['elder', 'extremePoverty'],
        further: { supportInstitution: '柳溪敬老院', nursingLevel: '全护理' },
      },
    ])
  })
})
