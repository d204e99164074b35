import type { Scale, ScaleItem, ScaleLevel } from './scale'

/** An item whose answers fall by five points each, best first, down to 0. */
function item(code: string, title: string, texts: string[], asks?: string): ScaleItem {
  const anchors = texts.map((text, index) => ({ points: 5 * (texts.length - 1 - index), text }))
  return asks === undefined ? { code, title, anchors } : { code, title, asks, anchors }
}

const items: ScaleItem[] = [
  item('eating', '进食', ['自己吃', '要人帮（夹菜、盛饭、切碎）', '全靠喂']),
  item('bathing', '洗澡', ['自己洗', '要人帮']),
  item('grooming', '修饰', ['自己洗脸、刷牙、梳头、刮脸', '要人帮']),
  item('dressing', '穿衣', ['自己穿脱，会系扣、拉链、鞋带', '要人帮一半', '全靠别人']),
  item('bowel', '大便', ['管得住', '偶尔失禁，每周不超过一次', '失禁']),
  item('bladder', '小便', ['管得住', '偶尔失禁，每天不超过一次', '失禁，或留置导尿']),
  item('toileting', '如厕', ['自己来', '要人帮一部分', '全靠别人'], '去厕所、整理衣裤、擦净、冲水'),
  item('transfer', '床椅转移', [
    '自己来',
    '要人扶一把或在旁照看',
    '要一两个人用力帮，能坐住',
    '不能，坐不住',
  ]),
  item(
    'walking',
    '平地行走',
    ['自己走 45 米（可用拐杖）', '一人扶着或照看走 45 米', '坐轮椅自己能行', '不能'],
    '走约 45 米',
  ),
  item('stairs', '上下楼梯', ['自己上下', '要人扶或照看', '不能']),
]

const fourLevels = (mild: number, moderate: number): ScaleLevel[] => [
  { code: 'independent', label: '生活自理', from: 100 },
  { code: 'mild', label: '轻度依赖', from: mild },
  { code: 'moderate', label: '中度依赖', from: moderate },
  { code: 'severe', label: '重度依赖', from: 0 },
]

const base = {
  code: 'barthel',
  groups: [{ code: 'all', title: '日常生活活动', items }],
  questions: [],
  raises: 'once',
  step: 5,
} as const

/** Published cut-offs differ; the first is the default, an office may choose another. */
export const barthelVersions: readonly [Scale, ...Scale[]] = [
  {
    ...base,
    version: 'four-61-41',
    versionTitle: '四级：100／61–99／41–60／40 及以下',
    basis: 'Barthel 指数，10 项 100 分；100 自理，61–99 轻度，41–60 中度，40 及以下重度依赖',
    levels: fourLevels(61, 41),
  },
  {
    // Answers being multiples of five, this cuts as the first does; papers that print it exist.
    ...base,
    version: 'four-65-45',
    versionTitle: '四级：100／65–95／45–60／40 及以下',
    basis: 'Barthel 指数，10 项 100 分；100 自理，65–95 轻度，45–60 中度，40 及以下重度依赖',
    levels: fourLevels(65, 45),
  },
  {
    ...base,
    version: 'five-75-50-25',
    versionTitle: '五级：100／75–95／50–70／25–45／0–20',
    basis:
      'Barthel 指数，10 项 100 分；100 自理，75–95 轻度，50–70 中度，25–45 重度，0–20 完全依赖',
    levels: [
      ...fourLevels(75, 50).slice(0, 3),
      { code: 'severe', label: '重度依赖', from: 25 },
      { code: 'complete', label: '完全依赖', from: 0 },
    ],
  },
]
