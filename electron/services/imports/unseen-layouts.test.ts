import { describe, expect, test } from 'vitest'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { delimited, rowsOf, table, understand, xls, xlsx } from './test-workbooks'

/* Ledgers of many hands, none of which the program was written for: every row must be right. */

const a = composeResidentId('610999', '1941-05-06', 128)
const b = composeResidentId('610999', '1950-11-02', 131)
const c = composeResidentId('610999', '1938-02-11', 142)
const d = composeResidentId('610999', '1946-03-03', 115)
const office = ['石桥村', '柏树坪村', '下河村']

/** What tells each person of a people ledger, and the children: name, place and telephones. */
const people = (bytes: Buffer) =>
  rowsOf(understand(bytes, office), 'people').map(({ draft, problems }) => ({
    who: [draft.name, draft.idNumber, draft.birthDate, draft.village, draft.villageGroup],
    phones: draft.phones.join(),
    children: draft.children
      .map(({ name, place, phones }) => [name, place, ...phones].filter(Boolean).join(' '))
      .join('；'),
    remark: draft.remark,
    blocked: problems.filter(({ blocking }) => blocking).length,
    draft,
  }))
const plain = (bytes: Buffer) => people(bytes).map(({ who, phones }) => [...who, phones].join(' '))

describe('people', () => {
  test('full-width digits, blanks within titles and names, a total and a line of signatures', async () => {
    const bytes = await xlsx({
      rows: table(`
    |２０２６年云台镇独居、空巢老年人摸排表|
    |填表单位：石桥村村民委员会（公章）||||填表日期：２０２６．３．１|
    |编号|姓　名|性 别|年 龄（周岁）|身份证号|居住地址（村、组）|联 系 电 话|子女（监护人）姓名及联系电话|健康情况|备　注|
    |１|祁 秀 云|女|８５|${a}|石桥村三组|１３９００００２２２２|祁军 １３７００００１１１１|良好||
    |２|马福来|男|７５|${b}|石桥村１组|无|马兴 13700002222|高血压|独居|
    |合计|2人||||||||
    |审核人：任远　　填表人：方正`),
      merges: ['A1:J1', 'A2:D2', 'E2:J2', 'A6:B6', 'A7:J7'],
    })
    expect(plain(bytes)).toEqual([
      `祁秀云 ${a} 1941-05-06 石桥村 三组 13900002222`,
      `马福来 ${b} 1950-11-02 石桥村 一组 `,
    ])
  })

  test('a list of payments: the person is whoever is paid, not the head of the house, and the account stays out of the remark', async () => {
    const bytes = await xlsx({
      name: '下河村',
      rows: table(`
    |下河村高龄津贴发放花名册（2026年3月）||||||||||
    |序号|户主|享受人姓名|身份证号码|一卡通账号|开户行|标准（元/月）|发放月数|金额（元）|起享时间|领取人签字|
    |1|祁军|祁秀云|${a}|6217001234567890123|农商银行|50|3|150|2021年5月||
    |2|马福来|马福来|${b}|6217001234567890124|农商银行|50|3|150|2030年11月||
    |合计||||||100||300|||`),
      merges: ['A1:K1', 'A5:B5'],
    })
    expect(plain(bytes)).toEqual([
      `祁秀云 ${a} 1941-05-06 下河村  `,
      `马福来 ${b} 1950-11-02 下河村  `,
    ])
    expect(people(bytes).map(({ draft }) => draft.account?.account)).toEqual([
      '6217001234567890123',
      '6217001234567890124',
    ])
    expect(people(bytes)[0]?.remark).not.toContain('6217')
  })

  test('a GB18030 text with 〃 and 同上, children and places in step in one cell each', async () => {
    const bytes = delimited(
      table(`
    |村名|组名|老人姓名|男/女|出生年月日|身份证|电话|家庭住址|外出务工子女|在外地点|何时外出|子女联系电话|老人生活来源|
    |石桥村|二组|祁秀云|女|1941/5/6|${a}|0999-7651234|老学校旁|祁军|广东东莞|2015.3|13700001111|子女赡养、养老金|
    |〃|〃|马福来|男|1950年11月2日||13900001111|||||||
    |同上|三组|盛玉兰|女|19380211|${c}|没有|供销社对面|盛强、盛丽|苏州；杭州|2018；2020年|13700003333、13700004444|低保|`),
      '\t',
      'gb18030',
    )
    expect(plain(bytes)).toEqual([
      `祁秀云 ${a} 1941-05-06 石桥村 二组 0999-7651234`,
      `马福来  1950-11-02 石桥村 二组 13900001111`,
      `盛玉兰 ${c} 1938-02-11 石桥村 三组 `,
    ])
    expect(people(bytes).map(({ children }) => children)).toEqual([
      '祁军 广东东莞 13700001111',
      '',
      '盛强 苏州 13700003333；盛丽 杭州 13700004444',
    ])
  })

  test('a sheet of instructions first; households merged down, the second child on a line of its own', async () => {
    const bytes = await xlsx(
      { name: '说明', rows: table(`|填表说明|\n|1.请如实填写|\n|2.身份证号为文本|`) },
      {
        name: '柏树坪村',
        rows: table(`
    |组别|家庭住址|姓名|与户主关系|性别|身份证号|电话|人员类别|子女姓名|关系|现住何处|联系方式|
    |一组|柏树坪12号|祁秀云|户主|女|${a}|13900002222|空巢|祁军|长子|东莞|13700001111|
    |||||||||祁燕|女儿|县城|13700002222|
    |||马福来|配偶|男|${b}||空巢|||||
    |二组|柏树坪20号|盛玉兰|户主|女|${c}|13900003333|独居、低保|盛强|儿|务工（温州）||`),
        merges: ['A2:A4', 'B2:B4', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3'],
      },
    )
    expect(plain(bytes)).toEqual([
      `祁秀云 ${a} 1941-05-06 柏树坪村 一组 13900002222`,
      `马福来 ${b} 1950-11-02 柏树坪村 一组 `,
      `盛玉兰 ${c} 1938-02-11 柏树坪村 二组 13900003333`,
    ])
    expect(people(bytes).map(({ children }) => children)).toEqual([
      '祁军 东莞 13700001111；祁燕 县城 13700002222',
      '',
      '盛强 务工(温州)',
    ])
  })

  test('a category merged down beside the names, an .xls', async () => {
    const bytes = xls({
      name: '石桥村',
      rows: table(`
    |石桥村特殊老年人分类统计花名册|
    |类别|序号|姓名|性别|出生年月|组|监护人|监护人电话|
    |独居老人|1|祁秀云|女|1941.5|3|祁军|13700001111|
    ||2|马福来|男|1950.11|1|||
    |失能老人|1|盛玉兰|女|1938.2|2|盛强|13700003333|
    |小计|3||||||`),
      merges: ['A1:H1', 'A3:A4'],
    })
    expect(plain(bytes)).toEqual([
      '祁秀云  1941-05 石桥村 三组 ',
      '马福来  1950-11 石桥村 一组 ',
      '盛玉兰  1938-02 石桥村 二组 ',
    ])
    expect(people(bytes).map(({ draft }) => draft.guardian?.phone ?? null)).toEqual([
      '13700001111',
      null,
      '13700003333',
    ])
  })

  test('dates in Chinese numerals, lunar ones and short years; a heading over class and amount', async () => {
    const bytes = await xlsx({
      rows: table(`
    |村（社区）|村民小组|姓名|公民身份号码|出生日期（公历）|现有住房|低保情况||护理补贴（元）|养老服务补贴|入户核查日期|
    |||||||等级|月保障金||||
    |石桥村|第三村民小组|祁秀云|${a}|一九四一年五月六日|土木结构、C级|B|380|100元/月|不享受|46.3.5|
    |石桥村|1|马福来|${b}|1950.11.02|砖混|—|—|/|享受|2026年三月|
    |下河|五组|盛玉兰|${c.slice(0, 17)}${c.slice(17).toLowerCase()}|农历三八年正月十二|无房|A|450|否|100|2026/3/9|`),
      merges: ['G1:H1'],
    })
    expect(plain(bytes)).toEqual([
      `祁秀云 ${a} 1941-05-06 石桥村 三组 `,
      `马福来 ${b} 1950-11-02 石桥村 一组 `,
      `盛玉兰 ${c} 1938-02-11 下河村 五组 `,
    ])
    expect(
      people(bytes).map(({ draft }) =>
        draft.benefits.map((one) => [one.benefit, one.amount, one.level]),
      ),
    ).toEqual([
      [
        ['subsistenceAllowance', 380, 'B'],
        ['nursingSubsidy', 100, null],
      ],
      [['careServiceSubsidy', null, null]],
      [
        ['subsistenceAllowance', 450, 'A'],
        ['careServiceSubsidy', 100, null],
      ],
    ])
  })

  test('villages as rows between, and a heading over the children whose titles repeat those of the elder', async () => {
    const bytes = await xlsx({
      name: '全镇',
      rows: table(`
    |云台镇2026年留守老人台账|
    |序号|姓名|性别|身份证号|组|电话|外出子女情况||||
    ||||||| 姓名 |去向|工种|电话|
    |（一）石桥村（2人）|
    |1|祁秀云|女|${a}|3|13900002222|祁军|广东东莞|建筑|13700001111|
    |2|马福来|男|${b}|1||马兴|浙江|电子厂||
    |（二）下河村（2人）|
    |1|盛玉兰|女|${c}|2|13900003333|盛强|县城|开店||
    |2|樊老根|男|${d}|5||||||
    |全镇合计：4人|`),
      merges: ['A1:J1', 'G2:J2', 'A4:J4', 'A7:J7', 'A10:J10'],
    })
    expect(plain(bytes)).toEqual([
      `祁秀云 ${a} 1941-05-06 石桥村 三组 13900002222`,
      `马福来 ${b} 1950-11-02 石桥村 一组 `,
      `盛玉兰 ${c} 1938-02-11 下河村 二组 13900003333`,
      `樊老根 ${d} 1946-03-03 下河村 五组 `,
    ])
    expect(people(bytes).map(({ children }) => children)).toEqual([
      '祁军 广东东莞 13700001111',
      '马兴 浙江',
      '盛强 县城',
      '',
    ])
  })

  test('the chain of who answers, each with a telephone', async () => {
    const bytes = await xlsx({
      rows: table(`
    |序号|村别|关爱对象|||关爱责任链||||关爱服务类别|
    |||姓名|身份证号码|手机号|镇督导员|联系电话|村第一责任人|联系电话||
    |1|石桥村|祁秀云|'${a}|139-0000-2222|方正|13500001111|任远（村支书）|13600001111|无偿服务|
    |2|下河村|马福来|${b}|+8613900001111|方正|13500001111|贺平|13600002222|志愿服务|`),
      merges: ['C1:E1', 'F1:I1'],
    })
    expect(plain(bytes)).toEqual([
      `祁秀云 ${a} 1941-05-06 石桥村  13900002222`,
      `马福来 ${b} 1950-11-02 下河村  13900001111`,
    ])
    expect(
      people(bytes).map(({ draft }) => draft.chain.map((one) => [one.name, one.phone].join(' '))),
    ).toEqual([
      ['方正 13500001111', '任远 13600001111'],
      ['方正 13500001111', '贺平 13600002222'],
    ])
    expect(people(bytes).map(({ draft }) => draft.tier)).toEqual(['free', null])
  })

  test('the words people say, in a UTF-16 text with semicolons', () => {
    const bytes = delimited(
      table(`
    |档案号|名字|性|年纪|住哪个村|几组|电话号码|谁在照顾|跟谁住|有啥病|娃在哪|娃的电话|
    |QS-001|祁秀云|女|85|石桥|3|13900002222|老伴|老两口|高血压|东莞|13700001111|
    |QS-002|马福来|男|75|石桥|1|无|自己|一个人|没得|杭州|13700002222|`),
      ';',
      'utf-16le',
      true,
    )
    expect(plain(bytes)).toEqual(['祁秀云   石桥村 三组 13900002222', '马福来   石桥村 一组 '])
    expect(people(bytes)[0]?.remark).toContain('13700001111')
  })
})

describe('registers', () => {
  test('a pairing register whose period is one cell, and a cadre merged over two elders', async () => {
    const bytes = await xlsx({
      rows: table(`
    |云台镇党员干部结对关爱特殊困难老年人台账|
    |序号|结对干部||||结对老人|||||结对起止时间|关爱措施|完成情况|
    ||姓名|单位及职务|政治面貌|手机|姓名|年龄|村|组|困难类型|||||
    |1|任远|镇民政所 所长|党员|13600001111|祁秀云|85|石桥村|三组|独居|2026.1-2026.12|每月上门一次，代买药|进行中|
    |2|||||马福来|75|石桥村|一组|空巢|2026.1-2026.12|每周电话一次||
    |3|向阳|石桥村文书|群众|13600002222|盛玉兰|88|下河村|2|失能|2026年3月起|代缴水电费||`),
      merges: ['A1:M1', 'B2:E2', 'F2:J2', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5'],
    })
    expect(
      rowsOf(understand(bytes, office), 'pairings').map(({ draft, problems }) => [
        draft.helpers.map(({ name, phones }) => name + phones.join()).join(),
        draft.recipient.name,
        draft.recipient.village,
        draft.since,
        draft.until,
        problems.length,
      ]),
    ).toEqual([
      ['任远13600001111', '祁秀云', '石桥村', '2026-01', '2026-12', 0],
      ['任远13600001111', '马福来', '石桥村', '2026-01', '2026-12', 0],
      ['向阳13600002222', '盛玉兰', '下河村', '2026-03', null, 0],
    ])
  })

  test('a book of visits with two elders in a cell and times of day', async () => {
    const bytes = await xlsx({
      name: '2026年3月',
      rows: table(`
    |石桥村管护站探访登记簿|
    |时间|探访员|被探访老人|方式|老人身体、情绪|存在安全隐患|处理情况及结果|老人（家属）签字|
    |3月5日上午|任远|祁秀云|上门|尚可|电线老化|已请电工更换||
    |3.7|任远|马福来、盛玉兰|电话|好|||
    |2026-3-12 10:30|方正|祁秀云|微信视频|咳嗽||已约村医||`),
      merges: ['A1:H1'],
    })
    expect(
      rowsOf(understand(bytes, office), 'contacts').map(({ draft }) =>
        [draft.recipient.name, draft.kind, draft.date, draft.visitor, draft.summary].join(' '),
      ),
    ).toEqual([
      '祁秀云 home --03-05 任远 尚可',
      '马福来 phone --03-07 任远 好',
      '盛玉兰 phone --03-07 任远 好',
      '祁秀云 video 2026-03-12 方正 咳嗽',
    ])
  })
})
