import type * as vocabulary from '../vocabulary'
import { compact, isNothing, remembering, splitList, tidy } from './wording'

/*
 * The words of ledgers for the closed lists of the vocabulary. Order matters: 半失能 is tried
 * before 失能, 低保边缘 before 低保. What matches nothing is given back, never dropped.
 */

type Table<Code> = readonly (readonly [RegExp, Code])[]

/** The code of a whole cell; `undefined` where no word fits. */
export function readCode<Code>(text: string, table: Table<Code>): Code | undefined {
  let read = readers.get(table)
  if (!read) {
    read = remembering((written) => ({ code: table.find(([words]) => words.test(written))?.[1] }))
    readers.set(table, read)
  }
  return read(compact(text)).code as Code | undefined
}

const readers = new Map<Table<unknown>, (written: string) => { code: unknown }>()

export interface CodeList<Code> {
  codes: Code[]
  /** The parts that fit no code, as written. */
  unknown: string[]
}

/** The codes of a cell that lists several things: 低保、残疾. */
export function readCodes<Code>(
  text: string,
  meaning: (part: string) => Code | undefined,
): CodeList<Code> {
  const codes = new Set<Code>()
  const unknown: string[] = []
  for (const part of splitList(text.replace(/[+＋和及与]/g, '、'))) {
    if (isNothing(part) || /^([否n]|(一般|普通|正常)(农户|户|家庭)?)$/i.test(part)) continue
    const code = meaning(part)
    if (code === undefined) unknown.push(part)
    else codes.add(code)
  }
  return { codes: [...codes], unknown }
}

export const genderWords: Table<vocabulary.Gender> = [
  [/^(女|女性|女士|妇|f|female|2)$/i, 'female'],
  [/^(男|男性|先生|m|male|1)$/i, 'male'],
]

export const healthWords: Table<vocabulary.Health> = [
  [/失能|瘫|卧床|植物人|生活不能自理/, 'disabled'],
  [/较差|很差|不好|不佳|欠佳|体弱|^差|虚弱|多病|衰弱|弱$/, 'poor'],
  [/一般|尚可|还可以|还行|中等|尚好|基本健康|较弱|亚健康/, 'fair'],
  [
    /^(良好?|健康|好|较好|很好|正常|优|身体好|身体健康|无病|可以|健康良好|无疾病|硬朗)$|良好$/,
    'good',
  ],
  [/患病|有病|疾病|慢病|慢性病|大病|重病|生病|患有|残疾/, 'ill'],
]

/** Names of illnesses that offices write where they are asked for health. */
const illness =
  /高血压|血压|冠心病|心脏|心梗|心衰|糖尿|血糖|肺|哮喘|气管|支气管|脑梗|脑出血|脑血栓|脑|中风|偏瘫|帕金森|肾|肝|胃|肠|溃疡|肿瘤|癌|骨折|骨质|骨|股骨|癫痫|甲减|甲亢|甲状腺|白内障|青光眼|眼|耳|聋|痴呆|阿尔茨海默|精神|抑郁|风湿|关节|腰|腿|颈椎|痛风|贫血|前列腺|结石|高血脂|三高|病$|症$|炎$/

/** 高血压、糖尿病 → both; 良好 and a bare 患病 → none. */
export function readIllnesses(text: string): string[] {
  return splitList(text)
    .map(tidy)
    .filter(
      (part) =>
        !isNothing(part) && !/^(患病|有病|疾病|慢性?病|大病|重病|无病|生病|没病)$/.test(part),
    )
    .map((part) => part.replace(/^(患有|伴有|患|有|伴)/, ''))
    .filter((part) => illness.test(part))
}

export const selfCareWords: Table<vocabulary.SelfCare> = [
  [/半|部分|基本(不能)?自理$|轻度|中度|介助|需要?照顾|需协助|需要?帮助/, 'partly'],
  [/不能|不可|无法|失能|完全丧失|不自理|不具备|全护理|介护|重度|卧床|^否$|^无$|瘫/, 'unable'],
  [/自理|具备|完好|^是$|^能$|^可以?$|正常|健全|良好/, 'able'],
]

export const livingWords: Table<vocabulary.LivingArrangement> = [
  [/养老院|敬老院|福利院|养老机构|机构|供养中心|集中供养|幸福院/, 'institution'],
  [/独居|独自|单独|一个?人|1人|自己住|独住|独身|单身居住/, 'alone'],
  [/孙|隔代/, 'withGrandchildren'],
  [/子女|儿子|女儿|儿媳|女婿|儿女|长子|次子|子媳|^与子|^和儿/, 'withChildren'],
  [/夫妻|配偶|老伴|夫妇|两口|二老|双老|爱人|老两口|丈夫|妻子/, 'withSpouse'],
  [/父母|父亲|母亲/, 'withParents'],
  [/兄|弟|姐|妹/, 'withSiblings'],
  [/非亲属|保姆|护工|朋友|邻居/, 'withNonRelatives'],
  [/亲属|亲戚|侄|外甥|家人/, 'withOtherRelatives'],
]

export const carerWords: Table<vocabulary.DailyCarer> = [
  [/^(无|没有|没人|无人)|无人/, 'none'],
  [/邻居|邻里|邻$/, 'neighbours'],
  [/雇|保姆|护工|请人|购买/, 'hired'],
  [/社区|居家养老|养老服务|日间照料|村委|护理员|照料中心|管护站/, 'communityService'],
  [/配偶|老伴|丈夫|妻子|夫妻|爱人|老公|老婆|互相|相互/, 'spouse'],
  [/^(自己|本人|自我|自理|自身|自行)/, 'self'],
  [/亲属|亲戚|子女|儿|女|孙|侄|兄|弟|姐|妹|家人|家属|近亲|媳|父|母|外甥/, 'relatives'],
]

export const incomeWords: Table<vocabulary.IncomeSource> = [
  [/居民养老|新农保|农保|城乡居民|农村养老保险|基础养老/, 'residentPension'],
  [/养老金|退休|养老保险|离休|社保/, 'pension'],
  [/子女|赡养|儿女|儿子|女儿|家人|供养$/, 'childrenSupport'],
  [/低保|五保|特困|政府|救助|救济|补贴|补助|津贴|优抚|抚恤/, 'governmentRelief'],
  [/务农|种|养殖|农业|耕|养|土地|庄稼|果|茶/, 'farming'],
  [/打工|务工|工资|劳务|零工|公益岗|经商|做工/, 'labour'],
  [/亲友|亲戚|亲属|朋友/, 'relativesSupport'],
  [/储蓄|存款|积蓄/, 'savings'],
  [/其他|其它/, 'other'],
]

export const reliefWords: Table<vocabulary.ReliefKind> = [
  [/易致贫|易返贫|突发严重困难|脱贫|监测|建档立卡|贫困户|返贫/, 'povertyMonitored'],
  [/刚性支出|支出型/, 'rigidExpenditure'],
  [/边缘|低边|低收入/, 'marginalIncome'],
  [/低保|最低生活保障/, 'subsistenceAllowance'],
  [/特困|五保|分散供养|集中供养|三无/, 'extremePoverty'],
  [/残|两项补贴/, 'disability'],
  [/医疗救助|大病救助|医疗/, 'medical'],
  [/临时救助|临救|临时/, 'temporary'],
  [/优抚|退役|军属|烈属|参战|伤残军人|老兵|复员/, 'specialCare'],
  [/其他|其它|高龄|补贴|津贴/, 'other'],
]

export const relationWords: Table<vocabulary.Relation> = [
  [/侄|甥/, 'otherRelative'],
  [/孙/, 'grandchild'],
  [/女婿|婿/, 'sonInLaw'],
  [/儿媳|媳/, 'daughterInLaw'],
  [/配偶|夫妻|丈夫|妻|老伴|爱人|老公|老婆/, 'spouse'],
  [/父女|母女|女/, 'daughter'],
  [/父子|母子|儿|^(长|次|三|四|五|幺|独|养|继)?子$/, 'son'],
  [/兄|弟|姐|妹|哥/, 'sibling'],
  [/父|母|爸|妈/, 'parent'],
  [/非亲属|邻|朋友|村干部|志愿者|村医/, 'nonRelative'],
  [/叔|伯|姑|舅|姨|亲|家人|其他/, 'otherRelative'],
]

export const absenceReasonWords: Table<vocabulary.AbsenceReason> = [
  [/经商|生意|做买卖|开店|个体|创业|商/, 'business'],
  [/求学|读书|上学|学生|就学|学/, 'study'],
  [/务工|打工|工作|上班|就业|工人|工|厂|职业|司机|建筑|餐饮|电子|服务/, 'work'],
]

export const helperKindWords: Table<vocabulary.HelperKind> = [
  [/村医|医生|医师|医护|护士|卫生院|卫生室|家庭医生|乡医/, 'villageDoctor'],
  [/党员/, 'partyMember'],
  [
    /(?<!包|驻)村干|村委|村支|村组|两委|社区干|社区工作|居委|支书|组长|网格员|村妇联|村主任|村文书/,
    'villageCadre',
  ],
  [/镇|乡(?!贤)|机关|公务员|事业|政府|民政|包村|驻村|领导|街道/, 'townCadre'],
  [/志愿|义工|社工|爱心人士/, 'volunteer'],
  [/邻/, 'neighbour'],
  [/亲属|亲戚|亲友|家属|侄|子女/, 'relative'],
  [/学生|大学|青年|团员/, 'student'],
  [/企业|公司|合作社|商户|工商/, 'company'],
  [/干部/, 'villageCadre'],
  [/其他|其它|群众|村民|能人|乡贤/, 'other'],
]

/** 子女电话 before 电话: whom one speaks to comes before how. */
export const contactKindWords: Table<vocabulary.ContactKind> = [
  [/体检|健康检查|健康管理/, 'checkup'],
  [/子女|儿女|赡养人|家属|亲属/, 'child'],
  [/代访|代为|委托|代看|邻居代|代探/, 'proxy'],
  [/视频|微信|视讯/, 'video'],
  [/电话|通话|致电|来电|电访|电联|手机/, 'phone'],
  [/入户|上门|家访|走访|实地|当面|见面|面谈|探访|探望|看望|登门|面访|慰问|到家|现场|巡访/, 'home'],
]

export const pairingModeWords: Table<vocabulary.PairingMode> = [
  [/多对一|多帮一|[二两三四五多2345N]对[一1]|多人/i, 'manyToOne'],
  [/一对一|1对1|一帮一|一对多|一帮多|1对多|一助一|一人多户/, 'oneToOne'],
]

export const maritalWords: Table<vocabulary.Marital> = [
  [/丧偶|寡|鳏/, 'widowed'],
  [/离/, 'divorced'],
  [/未婚|单身/, 'single'],
  [/已婚|有配偶|结婚|初婚|再婚/, 'married'],
  [/未说明|不详|其他/, 'unknown'],
]

export const educationWords: Table<vocabulary.Education> = [
  [/大专|大学|本科|专科|研究生|硕士/, 'college'],
  [/高中|中专|技校|职高|中技/, 'seniorHigh'],
  [/初中|初级中学/, 'juniorHigh'],
  [/小学|私塾/, 'primary'],
  [/文盲|半文盲|不识字|未上学|无学历|^无$/, 'illiterate'],
  [/不详|其他/, 'unknown'],
]

export const housingWords: Table<vocabulary.HousingGrade> = [
  [/D/i, 'D'],
  [/C/i, 'C'],
  [/B/i, 'B'],
  [/A/i, 'A'],
]

export const needWords: Table<vocabulary.NeedKind> = [
  [/照料|助餐|助洁|助浴|送餐|做饭|家务|洗|护理|生活/, 'dailyLiving'],
  [/生产|农活|农忙|耕|收割/, 'farmWork'],
  [/精神|慰藉|陪伴|聊天|心理|安慰|情感|陪聊/, 'comfort'],
  [/医|药|看病|体检|康复|助行|健康/, 'medical'],
  [/法律|维权|纠纷|法援/, 'legal'],
  [/安全|用电|用火|房屋|住房|漏雨|危房|维修|改造/, 'safety'],
  [/文化|娱乐|活动|学习/, 'culture'],
  [/紧急|应急|救助|急救|资金|经济|物资/, 'emergency'],
]

/** What a word about the person claims: groups, categories and relief at once. */
export interface Claim {
  groups?: readonly vocabulary.RecipientGroup[]
  category?: vocabulary.Category
  relief?: vocabulary.ReliefKind
}

/** 身份类别, 老人类别 and remarks such as 五保, 低保户, 残疾. */
export const claimWords: Table<Claim> = [
  [/留守妇女|^妇女$/, { groups: ['woman'] }],
  [/留守儿童|困境|孤儿|无人抚养|^儿童$/, { groups: ['child'] }],
  [/半失能|部分失能/, { category: 'partlyIncapacitated' }],
  [/失能|失智/, { category: 'incapacitated' }],
  [/刚性支出|支出型困难/, { category: 'rigidExpenditure', relief: 'rigidExpenditure' }],
  [/低保边缘|低边/, { category: 'marginalIncome', relief: 'marginalIncome' }],
  [/低保/, { category: 'subsistenceAllowance', relief: 'subsistenceAllowance' }],
  [
    /五保|特困|分散供养|集中供养/,
    { groups: ['extremePoverty'], category: 'extremePoverty', relief: 'extremePoverty' },
  ],
  [/三无/, { category: 'threeNoes' }],
  [/计生|失独|计划生育/, { category: 'bereavedOnlyChildFamily' }],
  [/重残|重度残疾/, { category: 'severeDisability', relief: 'disability' }],
  [/残疾|残/, { relief: 'disability' }],
  [/脱贫|监测|建档立卡|贫困户/, { category: 'povertyMonitored', relief: 'povertyMonitored' }],
  [/优抚|退役|军属|烈属/, { category: 'specialCare', relief: 'specialCare' }],
  [/五老|老党员|老战士|老模范|老教师/, { category: 'fiveVeterans' }],
  [/百岁/, { groups: ['elder'], category: 'centenarian' }],
  [/高龄/, { groups: ['elder'], category: 'advancedAge' }],
  [/空巢/, { groups: ['elder'], category: 'emptyNest' }],
  [/独居/, { groups: ['elder'], category: 'livingAlone' }],
  [/留守/, { groups: ['elder'], category: 'leftBehind' }],
  [/老人|老年人/, { groups: ['elder'] }],
]
