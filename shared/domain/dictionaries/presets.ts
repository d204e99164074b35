import {
  absenceReasonLabel,
  dailyCarerLabel,
  educationLabel,
  healthLabel,
  helperKindLabel,
  incomeSourceLabel,
  livingArrangementLabel,
  maritalLabel,
  needKindLabel,
  relationLabel,
  reliefKindLabel,
} from '../vocabulary'
import { icdGroupOf } from './diseases'

/** A dictionary as the program brings it: what an office starts from and may add to. */
export interface DictionaryPreset {
  readonly title: string
  /** The entries the program brings, by code, in the order in which forms offer them. */
  readonly labels: Readonly<Record<string, string>>
  /** Of entries that the program's own rules read: which rule, in words for the clerk. */
  readonly reserved?: Readonly<Record<string, string>>
  /** What stands beside an entry to explain it. */
  readonly notes?: Readonly<Record<string, string>>
}

const all = (labels: Readonly<Record<string, string>>, why: string): Record<string, string> =>
  Object.fromEntries(Object.keys(labels).map((code) => [code, why]))

/** Words that are their own codes: what was typed before the list was one still belongs to it. */
const words = (...list: string[]): Record<string, string> =>
  Object.fromEntries(list.map((word) => [word, word]))

const byKin = '留守、空巢、赡养按家庭关系判定'
const byLiving = '独居、空巢按居住情况判定'
const byRelief = '同名类别按救助类别判定'

/**
 * Every list an office may change (domain facts §2). An area that needs another adds it here; its
 * fields hold codes of the list, and screens, papers and imports read its words by the key.
 */
export const dictionaryPresets = {
  education: { title: '文化程度', labels: educationLabel },
  marital: {
    title: '婚姻状况',
    labels: maritalLabel,
    reserved: {
      married: '有无配偶按婚姻状况判定',
      unknown: '信息待补把它当作没有问到',
    },
  },
  livingArrangement: {
    title: '居住情况',
    labels: livingArrangementLabel,
    reserved: all(livingArrangementLabel, byLiving),
  },
  dailyCarer: { title: '日常照料人', labels: dailyCarerLabel },
  relation: { title: '家庭关系', labels: relationLabel, reserved: all(relationLabel, byKin) },
  absenceReason: {
    title: '外出原因',
    labels: absenceReasonLabel,
    reserved: { work: '留守按务工、经商判定', business: '留守按务工、经商判定' },
  },
  health: {
    title: '健康状况',
    labels: healthLabel,
    reserved: {
      disabled: '没有评估时按它认定失能',
      good: '风险评估的建议读取它',
      fair: '风险评估的建议读取它',
    },
  },
  chronicDisease: {
    title: '慢性病',
    labels: words(...Object.keys(icdGroupOf)),
    notes: Object.fromEntries(
      Object.entries(icdGroupOf).map(([word, group]) => [word, `ICD-10 ${group}`]),
    ),
  },
  incomeSource: { title: '经济来源', labels: incomeSourceLabel },
  reliefKind: {
    title: '救助类别',
    labels: reliefKindLabel,
    reserved: {
      subsistenceAllowance: byRelief,
      marginalIncome: byRelief,
      extremePoverty: byRelief,
      disability: byRelief,
      povertyMonitored: byRelief,
      specialCare: byRelief,
    },
  },
  livingStandard: { title: '生活状况', labels: words('良好', '一般', '贫困') },
  residenceState: {
    title: '人户状态',
    labels: words('户在人在', '户在人不在', '户不在人在'),
  },
  housingTenure: { title: '住房性质', labels: words('自有', '租住', '借住', '集体供养', '其他') },
  housingStructure: {
    title: '住房结构',
    labels: words('土木', '石木', '砖木', '砖混', '框架', '其他'),
  },
  utility: {
    title: '水电气暖',
    labels: words(
      '自来水',
      '井水',
      '通电',
      '管道燃气',
      '瓶装气',
      '柴火',
      '集中供暖',
      '煤炉',
      '无取暖',
    ),
  },
  hazardZone: {
    title: '隐患区域',
    labels: words('滑坡', '洪水', '泥石流', '崩塌', '用火用电', '无'),
  },
  politicalStatus: {
    title: '政治面貌',
    labels: words('中共党员', '共青团员', '民主党派', '群众'),
  },
  religion: {
    title: '宗教信仰',
    labels: words('无', '佛教', '道教', '伊斯兰教', '天主教', '基督教', '其他'),
  },
  mentalState: {
    title: '精神状况',
    labels: words('正常', '记性差', '情绪低落', '认知障碍', '精神障碍'),
  },
  assistiveDevice: {
    title: '辅具',
    labels: words('拐杖', '助行器', '轮椅', '助听器', '老花镜', '假牙', '护理床', '坐便椅', '无'),
  },
  medicalInsurance: {
    title: '医疗保险',
    labels: words('城乡居民医保', '职工医保', '公费医疗', '商业保险', '未参保'),
  },
  schooling: {
    title: '就学状态',
    labels: words('在校', '送教上门', '休学', '辍学', '未入学', '已毕业'),
  },
  boarding: { title: '住宿情况', labels: words('走读', '寄宿') },
  employmentWish: {
    title: '就业意愿',
    labels: words('就近就业', '外出务工', '居家灵活就业', '自主创业', '已就业', '暂无意愿'),
  },
  supportMode: { title: '供养方式', labels: words('分散供养', '集中供养') },
  nursingLevel: { title: '护理等级', labels: words('全自理', '半护理', '全护理') },
  needKind: { title: '服务需求', labels: needKindLabel },
  helperKind: { title: '帮扶人身份', labels: helperKindLabel },
} as const satisfies Record<string, DictionaryPreset>

export type DictionaryKey = keyof typeof dictionaryPresets

export const dictionaryKeys = Object.keys(dictionaryPresets) as [DictionaryKey, ...DictionaryKey[]]

export const presetOf = (key: DictionaryKey): DictionaryPreset => dictionaryPresets[key]
