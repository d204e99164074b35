import { describe, expect, test } from 'vitest'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { delimited, mappingOf, rowsOf, table, understand, xlsx } from './test-workbooks'

/*
 * Pairing registers and visit records as no sample lays them out. People, numbers and villages are
 * made up; the region code 610999 belongs to no place.
 */
const id = (birth: string, sequence: number) => composeResidentId('610999', birth, sequence)
const old = id('1941-05-06', 128)
const man = id('1950-11-02', 131)
const third = id('1938-02-11', 224)

const pairs = (bytes: Buffer) =>
  rowsOf(understand(bytes), 'pairings').map(({ draft }) => [
    draft.helpers.map(({ name }) => name).join('、'),
    draft.helpers[0]?.phones.join() ?? '',
    draft.recipient.name,
    draft.recipient.village,
  ])

const visits = (bytes: Buffer) =>
  rowsOf(understand(bytes), 'contacts').map(({ draft }) => [
    draft.recipient.name,
    draft.kind,
    [draft.date, ...draft.moreDates].join(' '),
  ])

describe('pairing registers laid out otherwise', () => {
  test('what was promised, several telephones, and officials who are no helpers', async () => {
    const ledger = understand(
      await xlsx({
        rows: table(`
          |云台镇“一对一”关爱帮扶责任落实表|
          |村|老人基本情况|||帮扶责任人|||||帮扶频次|帮扶时长（小时/月）|镇级督导员|村级第一责任人|联系电话|
          ||姓名|身份证号|住址|姓名|单位|职务|联系方式|类别||||||
          |石桥村|祁秀云|${old}|2组|任远|石桥村委会|主任|13600001111、办公室0999-7651111|村干部|每周1次|4|周镇长|吴支书|13500001111|
          |石桥村|马福来|${man}|3组|向阳|云台镇卫生院|医生|13600002222|村医|每月不少于2次|6小时|周镇长|吴支书|13500001111|
          |柏树坪村|盛玉兰|${third}|1组|任远|石桥村委会|主任|13600001111|村干部|每周一次|半天|周镇长|郑支书|13500002222|`),
        merges: ['A1:N1', 'B2:D2', 'E2:I2', 'A2:A3'],
      }),
    )
    const rows = rowsOf(ledger, 'pairings')
    expect(
      rows.map(({ draft }) => [
        draft.helpers[0]?.name,
        draft.helpers[0]?.phones,
        draft.helpers[0]?.phoneLabels,
        draft.recipient.idNumber,
        draft.recipient.phones,
        draft.frequency,
        draft.hours,
      ]),
    ).toEqual([
      ['任远', ['13600001111', '0999-7651111'], ['', '办公室'], old, [], '每周1次', 4],
      ['向阳', ['13600002222'], [], man, [], '每月不少于2次', 6],
      ['任远', ['13600001111'], [], third, [], '每周一次', null],
    ])
    expect(rows[0]?.draft.chain).toEqual([
      { level: 'supervisor', name: '周镇长', post: null, phone: null },
      { level: 'firstResponsible', name: '吴支书', post: null, phone: '13500001111' },
    ])
    expect(rows[0]?.draft.remark).toBeNull()
    expect(rows[2]?.draft.remark).toContain('半天')
  })

  test('a line per party member with an elder in each of three columns', async () => {
    const bytes = await xlsx({
      name: '党员',
      rows: table(`
        |党员干部结对帮扶留守老人一览表|
        |序号|党员姓名|所在支部|联系方式|结对老人1|结对老人2|结对老人3|结对时间|
        |1|任远|石桥村支部|13600001111|祁秀云|马福来||2026年3月|
        |2|向阳|镇卫生院支部|13600002222|盛玉兰|||2026年3月|`),
      merges: ['A1:H1'],
    })
    expect(pairs(bytes)).toEqual([
      ['任远', '13600001111', '祁秀云', null],
      ['任远', '13600001111', '马福来', null],
      ['向阳', '13600002222', '盛玉兰', null],
    ])
  })

  test('several elders in one cell; with a number that belongs to one of them it stays a question', async () => {
    const listed = await xlsx({
      rows: table(`
        |包联干部|职务|包联户（老人姓名）|所在村|
        |任远|副镇长|祁秀云、马福来|石桥村|
        |向阳|民政所长|盛玉兰|柏树坪村|`),
    })
    expect(pairs(listed)).toEqual([
      ['任远', '', '祁秀云', '石桥村'],
      ['任远', '', '马福来', '石桥村'],
      ['向阳', '', '盛玉兰', '柏树坪村'],
    ])
    const unclear = await xlsx({
      rows: table(`
        |包联干部|职务|帮扶对象|身份证号|所在村|
        |任远|副镇长|祁秀云、马福来|${old}|石桥村|
        |向阳|民政所长|盛玉兰|${third}|柏树坪村|`),
    })
    const [row] = rowsOf(understand(unclear), 'pairings')
    expect(row?.problems).toMatchObject([{ code: 'NAME_CHARACTER', blocking: true }])
  })

  test('three levels of officials with a telephone each: nobody’s number becomes the elder’s', async () => {
    const bytes = await xlsx({
      rows: table(`
        |三级包保责任清单|
        |老人姓名|性别|年龄|村组|包抓县级领导|包抓镇领导|联系电话|村包保责任人|电话|网格员|网格员电话|
        |祁秀云|女|85|石桥村2组|李县长|周镇长|13500001111|吴支书|13500002222|任远|13600001111|`),
    })
    expect(mappingOf(understand(bytes))).toMatchObject({ 联系电话: null, 电话: null })
    const [row] = rowsOf(understand(bytes), 'pairings')
    expect(row?.draft.recipient.phones).toEqual([])
    expect(row?.draft.helpers).toMatchObject([{ name: '任远', phones: ['13600001111'] }])
  })
})

describe('visit records laid out otherwise', () => {
  test('telephone days and home days of a month beside each other', async () => {
    const bytes = await xlsx({
      name: '7月',
      rows: table(`
        |石桥村2026年7月留守老人探访登记表|
        |序号|老人姓名|身份证号|电话联系日期|入户探访日期|探访人|发现问题及处理|
        |1|祁秀云|${old}|3、10、17、24|12|任远|无|
        |2|马福来|${man}|5日、19日|6号，26号|向阳|缺药，已送|
        |3|盛玉兰|${third}||2026.7.8|向阳||`),
    })
    expect(visits(bytes)).toEqual([
      ['祁秀云', 'phone', '2026-07-03 2026-07-10 2026-07-17 2026-07-24'],
      ['祁秀云', 'home', '2026-07-12'],
      ['马福来', 'phone', '2026-07-05 2026-07-19'],
      ['马福来', 'home', '2026-07-06 2026-07-26'],
      ['盛玉兰', 'home', '2026-07-08'],
    ])
  })

  test('a column per month: days where they are written, the month where there is only a tick', async () => {
    const bytes = await xlsx({
      name: '2026',
      rows: table(`
        |2026年上半年入户走访台账|
        |姓名|村|1月|2月|3月|4月|5月|6月|走访人|
        |祁秀云|石桥村|√|√||√||√|任远|
        |马福来|石桥村|5|8|12、25||3|9日|向阳|`),
      merges: ['A1:I1'],
    })
    expect(visits(bytes)).toEqual([
      ['祁秀云', 'home', '2026-01'],
      ['祁秀云', 'home', '2026-02'],
      ['祁秀云', 'home', '2026-04'],
      ['祁秀云', 'home', '2026-06'],
      ['马福来', 'home', '2026-01-05'],
      ['马福来', 'home', '2026-02-08'],
      ['马福来', 'home', '2026-03-12 2026-03-25'],
      ['马福来', 'home', '2026-05-03'],
      ['马福来', 'home', '2026-06-09'],
    ])
  })

  test('amounts by month are no visits', async () => {
    const ledger = understand(
      await xlsx({
        rows: table(`
          |2026年高龄津贴发放表|
          |姓名|身份证号|1月|2月|3月|
          |祁秀云|${old}|50|50|50|
          |马福来|${man}|50|50|50|`),
      }),
    )
    expect(ledger.sheets[0]?.recognition?.kind).toBe('people')
    expect(rowsOf(ledger, 'people')).toHaveLength(2)
  })

  test('times, ranges of times and short years beside a dozen ways of contact', () => {
    const bytes = delimited(
      table(`
        |农村留守老年人定期探访记录|
        |探访对象姓名|对象电话|探访起止时间|探访途径|身心状况|居住安全|已办结情况|探访人签名|探访人电话|
        |祁秀云|13900002222|2026年3月5日 9:00-9:40|实地走访|良好|安全|已买|任远|13600001111|
        |马福来|13900001111|2026/3/6|电话问候|一般|线路老化||向阳|13600002222|
        |盛玉兰||二〇二六年三月七日|线上视频|||/|向阳||
        |盛玉兰||2026-3-8 14:30|邻居代看|||/|向阳||
        |盛玉兰||3月9日|联系其子女|||/|向阳||
        |盛玉兰||26.3.11|入户|||/|向阳||
        |盛玉兰||20260312|上门|||/|向阳||`),
      '\t',
      'utf-16le',
      true,
    )
    expect(visits(bytes)).toEqual([
      ['祁秀云', 'home', '2026-03-05'],
      ['马福来', 'phone', '2026-03-06'],
      ['盛玉兰', 'video', '2026-03-07'],
      ['盛玉兰', 'proxy', '2026-03-08'],
      ['盛玉兰', 'child', '--03-09'],
      ['盛玉兰', 'home', '2026-03-11'],
      ['盛玉兰', 'home', '2026-03-12'],
    ])
    const rows = rowsOf(understand(bytes), 'contacts')
    expect(rows[1]?.draft.remark).toContain('线路老化')
    expect(rows.flatMap(({ problems }) => problems.filter(({ blocking }) => blocking))).toEqual([])
  })
})
