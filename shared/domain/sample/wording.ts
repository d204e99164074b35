import type { AbsenceScope } from '../vocabulary'

/** The sample township does not exist: region 610999 is assigned to no place. */
export const sampleCentre = {
  name: '松溪镇留守老人关爱服务中心（样例）',
  county: '秋禾县',
  township: '松溪镇',
  regionCode: '610999',
}

export const villageNames = [
  '上塘村',
  '下塘村',
  '石桥村',
  '竹林村',
  '杨树坪村',
  '梨园村',
  '东岭村',
  '西岭村',
  '双井村',
  '水磨村',
  '槐荫村',
  '三合村',
  '白沙村',
  '龙泉社区',
  '新街社区',
] as const

export const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '单',
  '仇',
  '曾',
  '解',
  '区',
  '查',
  '覃',
  '朴',
  '盖',
  '缪',
  '尉迟',
  '欧阳',
]

export const givenNames = {
  male: '德福 永贵 长林 志和 守仁 建国 世明 富贵 大山 祖德 润生 学文 忠义 兆麟 吉祥 金垚 旺 喜 𬭚 福全 国栋 正清 有田 满仓 庆余 仁厚 广才 明礼 树根 春生'.split(
    ' ',
  ),
  female:
    '桂兰 秀英 玉珍 月娥 腊梅 素梅 金花 翠花 彩霞 巧云 银秀 冬梅 淑芬 兰芝 春桃 菊香 凤英 莲 婉 𫖯 玉兰 秋菊 来娣 香莲 惠芳 秀兰 桃花 杏儿 美玉 瑞芝'.split(
      ' ',
    ),
}

export const childNames = {
  male: '强 军 勇 涛 斌 磊 伟 鹏 超 浩'.split(' '),
  female: '敏 霞 艳 娟 红 丽 静 芳 燕 婷'.split(' '),
}

export const workPlaces: readonly (readonly [{ place: string; scope: AbsenceScope }, number])[] = [
  [{ place: '县城', scope: 'insideCounty' }, 22],
  [{ place: '邻县开发区', scope: 'outsideCounty' }, 12],
  [{ place: '省城', scope: 'outsideCounty' }, 18],
  [{ place: '东莞', scope: 'outsideProvince' }, 14],
  [{ place: '深圳', scope: 'outsideProvince' }, 10],
  [{ place: '苏州', scope: 'outsideProvince' }, 10],
  [{ place: '宁波', scope: 'outsideProvince' }, 8],
  [{ place: '成都', scope: 'outsideProvince' }, 6],
]

export const diseases = ['高血压', '糖尿病', '冠心病', '慢阻肺', '白内障', '骨关节病', '脑梗后遗症']

export const findings = {
  summary: [
    '精神尚好，饮食正常',
    '身体无大碍，家中整洁',
    '睡眠不太好，聊了半小时',
    '盼子女回家，情绪平稳',
    '刚从地里回来，提醒注意劳逸',
    '在邻居家串门，一切正常',
    '血压偏高，已提醒按时服药',
  ],
  problem: [
    '灶房电线老化',
    '屋顶有一处漏雨',
    '降压药快用完',
    '行动不便，取水困难',
    '近期头晕，需要检查',
  ],
  outcome: ['已告知子女', '已联系村医', '已报村委会', '约定下周再看'],
}

export const helperPosts = [
  { kind: 'townCadre', unit: '松溪镇人民政府', post: '干部' },
  { kind: 'villageCadre', unit: '村委会', post: '委员' },
  { kind: 'villageCadre', unit: '村委会', post: '妇女主任' },
  { kind: 'partyMember', unit: '村党支部', post: '党员' },
  { kind: 'villageDoctor', unit: '村卫生室', post: '村医' },
  { kind: 'neighbour', unit: '', post: '' },
  { kind: 'volunteer', unit: '镇志愿服务队', post: '队员' },
] as const

export const leadingGroup = [
  { title: '组长', name: '许正清', post: '镇长' },
  { title: '副组长', name: '梁惠芳', post: '分管副镇长' },
  { title: '副组长', name: '邵国栋', post: '民政所所长' },
  { title: '成员', name: '汤明礼', post: '司法所所长' },
  { title: '成员', name: '尹瑞芝', post: '卫生院院长' },
  { title: '成员', name: '乔庆余', post: '派出所所长' },
  { title: '成员', name: '贺素梅', post: '妇联主席' },
  { title: '成员', name: '龚学文', post: '团委书记' },
]

export const responsibilities = [
  {
    task: '摸底排查、建立台账',
    lead: '民政所',
    assisting: '派出所、卫生院',
    implementing: '各村（社区）',
  },
  {
    task: '定期走访联系',
    lead: '民政所',
    assisting: '妇联、团委',
    implementing: '各管护站、帮扶人',
  },
  { task: '健康管理与年度体检', lead: '卫生院', assisting: '民政所', implementing: '各村卫生室' },
  { task: '督促履行赡养义务', lead: '司法所', assisting: '民政所', implementing: '各村（社区）' },
  {
    task: '房屋与用火用电安全',
    lead: '应急办',
    assisting: '村镇建设办',
    implementing: '各村（社区）',
  },
  { task: '宣传与志愿服务', lead: '宣传办', assisting: '团委、妇联', implementing: '志愿服务队' },
]

export const planPhases = [
  {
    name: '调查摸底',
    from: '01-05',
    to: '02-28',
    content: '逐户登记，核对子女外出情况，建立一人一档。',
  },
  {
    name: '动员结对',
    from: '03-01',
    to: '03-31',
    content: '落实帮扶人，签订结对登记表，发放联系卡。',
  },
  {
    name: '组织实施',
    from: '04-01',
    to: '10-31',
    content: '按频次走访联系，办理需求，开展节日慰问。',
  },
  { name: '督导检查', from: '08-01', to: '11-15', content: '分两次到村督导，问题列单整改。' },
  { name: '总结考核', from: '11-16', to: '12-31', content: '复核档案，总结成效，安排下年度工作。' },
]
