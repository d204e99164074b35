import type { WorkPlanFacts } from './work-plan-facts'

/** A fictional township's facts, complete, for tests; people and places do not exist. */
export function completeFacts(people = 60): WorkPlanFacts {
  const villages = ['下河村', '柳林村', '石桥社区', '杏花村'].map((name, position) => ({
    villageId: position + 1,
    name,
    total: people / 4,
    categories: { leftBehind: 10, livingAlone: 3, advancedAge: 4, extremePoverty: 1 },
  }))
  return {
    year: 2026,
    township: '青石镇',
    centre: '青石镇留守老人关爱服务中心',
    issuer: '青石镇人民政府',
    documentNumber: '青政发〔2026〕3号',
    redHead: '青石镇人民政府文件',
    addressee: '各村（社区），镇直各部门',
    date: '2026-03-05',
    sealed: true,
    colophon: {
      copyTo: '县民政局，县卫生健康局',
      printedBy: '青石镇党政综合办公室',
      printedOn: '2026-03-05',
    },
    basis: [{ title: '关于做好农村留守老人关爱服务工作的通知', number: '川民发〔2025〕9号' }],
    definition:
      '留守老人是指年满60周岁、全部子女外出务工或者经商连续半年以上、身边没有赡养人的老人。',
    asOf: '2026-03-01',
    total: people,
    categories: [
      { category: 'leftBehind', count: 40 },
      { category: 'livingAlone', count: 12 },
      { category: 'advancedAge', count: 16 },
      { category: 'extremePoverty', count: 4 },
      { category: 'bereavedOnlyChildFamily', count: 1 },
    ],
    ageBands: [
      { label: '60—69岁', count: 20 },
      { label: '70—79岁', count: 24 },
      { label: '80岁以上', count: 16 },
    ],
    villages,
    pairing: { helpers: 31, paired: 57, unpaired: people - 57 },
    frequencies: [
      { who: null, kinds: ['phone'], count: 4, period: 'month' },
      { who: null, kinds: ['home'], count: 3, period: 'quarter' },
      { who: null, kinds: ['child'], count: 3, period: 'year' },
      { who: null, kinds: ['checkup'], count: 1, period: 'year' },
    ],
    phases: [
      {
        name: '调查摸底',
        from: '2026-01-05',
        to: '2026-02-28',
        tasks: '各村（社区）逐户核实人员，补齐档案，提出类别和帮扶建议，报镇关爱服务中心审核。',
      },
      {
        name: '动员结对',
        from: '2026-03-01',
        to: '2026-03-31',
        tasks: '召开动员会，落实帮扶人，发放便民联系卡，给外出子女写一封信。',
      },
      {
        name: '集中实施',
        from: '2026-04-01',
        to: '2026-11-30',
        tasks: '按频次探访，办理需求，开展节日慰问，做好汛期和冬季排查。',
      },
      {
        name: '总结考核',
        from: '2026-12-01',
        to: '2027-01-15',
        tasks: '逐人复核档案，评价帮扶效果，表扬先进，安排下年工作。',
      },
    ],
    leadingGroup: [
      { role: '组长', name: '邹守成', post: '镇党委副书记、镇长' },
      { role: '副组长', name: '贺兰英', post: '镇党委委员、副镇长' },
      { role: '成员', name: '单小岚', post: '民政所所长' },
      { role: '成员', name: '解志远', post: '卫生院院长' },
    ],
    office: { department: '镇民政所', director: '单小岚' },
    duties: [
      {
        task: '逐户核实人员情况，一人一档，变动当月更新',
        lead: '民政所',
        assisting: '派出所',
        implementing: '各村（社区）',
      },
      {
        task: '65周岁以上老人年度体检，失能和慢性病老人签约随访',
        lead: '卫生院',
        assisting: null,
        implementing: '各村卫生室',
      },
    ],
    roster: Array.from({ length: people }, (_, position) => ({
      name: position === 5 ? '𬭚桂𫖯' : `测试${position + 1}`,
      gender: position % 2 ? '女' : '男',
      age: String(62 + (position % 35)),
      village: villages[position % 4]!.name,
      address: `${(position % 6) + 1}组${position + 1}号`,
      phone: '139****0000',
      categories: '留守、独居',
      supporter: '测试某（长子）',
      helper: '邹守成',
    })),
  }
}

/** The same township before anybody has filled anything in. */
export function emptyFacts(): WorkPlanFacts {
  return {
    ...completeFacts(0),
    township: null,
    issuer: null,
    documentNumber: null,
    redHead: null,
    addressee: null,
    date: null,
    colophon: null,
    basis: [],
    definition: null,
    categories: [],
    ageBands: [],
    villages: [],
    pairing: { helpers: 0, paired: 0, unpaired: 0 },
    frequencies: [],
    phases: [],
    leadingGroup: [],
    office: { department: null, director: null },
    duties: [],
  }
}
