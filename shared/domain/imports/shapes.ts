import type { Cell } from './grid'
import type { Field } from './fields'
import { looksLikeVillage } from './places'
import { compact, isDitto, isNothing, splitList } from './wording'

/*
 * What the values of a column look like, whatever its header says. A header may be strange or
 * mean two things (联系方式 is a telephone in one ledger and 入户/电话 in another); values decide.
 */

const shapeTests = {
  idNumber: (text: string) => /^'?\d{14,19}[\dxX]?$/.test(text),
  phone: (text: string) => /^(\+?86)?1\d{10}$|^0\d{2,3}-?\d{7,8}$|^[2-8]\d{6,7}$/.test(text),
  date: (text: string) =>
    /^(19|20)\d{2}(年|\.|-|\/|—)?(0?[1-9]|1[0-2])?(月|\.|-|\/|—)?([0-3]?\d)?(日|号)?([\sT]\d.*)?$/.test(
      text,
    ) ||
    // 2026.1—2026.12, 2026年3月起
    /^(19|20)\d{2}[\d年月日.\-/]*([-—–~～至到](19|20)?\d[\d年月日.\-/]*|起|至今)$/.test(text) ||
    /^\d{1,2}(月|\.|-|\/)\d{1,2}(日|号)?$/.test(text),
  days: (text: string) => /^[0-3]?\d[日号]?$/.test(text),
  gender: (text: string) => /^(男|女)(性|孩|童)?$/.test(text),
  age: (text: string) => /^(\d{1,2}|1[0-2]\d)(周)?岁?$/.test(text),
  name: (text: string) =>
    /^[\p{Script=Han}·•.]{2,5}$/u.test(text) && !commonWord.test(text) && !looksLikeVillage(text),
  village: (text: string) => looksLikeVillage(text),
  group: (text: string) => /^第?[\d一二三四五六七八九十]{1,3}(村民小组|小组|组|社|队)?$/.test(text),
  contactKind: (text: string) =>
    /^(入户|上门|电话|打电话|视频|微信|代访|体检|实地|当面|见面|面谈|子女|联系子女|家访|走访|探访|探望|看望|远程|其他)/.test(
      text,
    ) && text.length <= 8,
  relation: (text: string) =>
    /^(长|次|三|四|五|大|二|小|幺)?(儿子?|子|女儿?|女婿|儿媳妇?|媳妇|孙子?女?|外孙女?|父亲?|母亲?|父子|父女|母子|母女|侄[子女儿]?|兄弟|姐妹|弟弟?|妹妹?|哥哥?|姐姐?|配偶|夫妻|丈夫|妻子|爷孙|爷爷|奶奶|祖孙|亲属|邻居)$/.test(
      text,
    ),
  mark: (text: string) => /^(是|否|有|无|√|✓|✔|☑|○|●|◯|☆|★|y|n|yes|no|1|0|对)$/i.test(text),
} satisfies Record<string, (text: string) => boolean>
export type Shape = keyof typeof shapeTests

const commonWord =
  /男|女|良好|一般|较差|自理|失能|独居|同住|务农|低保|特困|残疾|留守|空巢|高龄|老人|儿童|妇女|电话|入户|视频|上门|配偶|邻居|镇|组$|村$|社区|干部|党员|村民|主任|书记|高血压|糖尿病|身体|情绪|健康|患病|打工|务工|养老|子女|儿子|没有|正常|^已/

const shapes = Object.keys(shapeTests) as Shape[]

/** Shares (0–1) of the column's telling values that have each shape. */
export interface ColumnProfile {
  /** Values that say something; 无, / and 同上 do not. */
  telling: number
  shares: Record<Shape, number>
  averageLength: number
}

const sampleSize = 200

export function profileColumn(cells: Iterable<Cell | null | undefined>): ColumnProfile {
  const counts = Object.fromEntries(shapes.map((shape) => [shape, 0])) as Record<Shape, number>
  let telling = 0
  let marks = 0
  let length = 0
  for (const cell of cells) {
    if (!cell || isDitto(cell.text)) continue
    const first = compact(splitList(cell.text)[0] ?? '')
    if (shapeTests.mark(first)) marks++
    if (first === '' || isNothing(first)) continue
    telling++
    length += cell.text.length
    for (const shape of shapes) {
      if (shape === 'mark') continue
      if (shape === 'date' && cell.date) counts.date++
      else if (shapeTests[shape](first)) counts[shape]++
    }
    if (telling >= sampleSize) break
  }
  counts.mark = marks
  const total = Math.max(1, telling)
  const shares = Object.fromEntries(
    shapes.map((shape) => [shape, Math.min(1, counts[shape] / total)]),
  ) as Record<Shape, number>
  return { telling, shares, averageLength: length / total }
}

/** The shapes that values of a field have; fields without an entry may hold anything. */
const expected: Partial<Record<Field, readonly Shape[]>> = {
  'recipient.name': ['name'],
  'recipient.gender': ['gender'],
  'recipient.age': ['age'],
  'recipient.birth': ['date'],
  'recipient.idNumber': ['idNumber'],
  'recipient.phone': ['phone'],
  'recipient.registeredOn': ['date'],
  'recipient.account': ['idNumber'],
  'supervisor.phone': ['phone'],
  'firstResponsible.phone': ['phone'],
  'carer.phone': ['phone'],
  'doctor.phone': ['phone'],
  'child.name': ['name'],
  'child.relation': ['relation'],
  'child.gender': ['gender'],
  'child.since': ['date'],
  'child.phone': ['phone'],
  'guardian.name': ['name'],
  'guardian.phone': ['phone'],
  'spouse.phone': ['phone'],
  'father.phone': ['phone'],
  'mother.phone': ['phone'],
  'emergency.name': ['name'],
  'emergency.phone': ['phone'],
  'helper.name': ['name'],
  'helper.gender': ['gender'],
  'helper.phone': ['phone'],
  'helper.idNumber': ['idNumber'],
  'visitor.name': ['name'],
  'visitor.phone': ['phone'],
  'pairing.since': ['date'],
  'pairing.until': ['date'],
  // A line per month names its days only: 3、10、17.
  'contact.date': ['date', 'days'],
  'contact.kind': ['contactKind'],
}

/** Shapes so telling that a field without them is not that field. */
const foreign: readonly Shape[] = ['idNumber', 'phone', 'gender', 'contactKind', 'relation']

/**
 * How the values speak for (+) or against (−) a field: +0.15 where they look as they should,
 * −0.6 where they plainly do not, 0 where there is too little to say.
 */
export function supportOf(field: Field, profile: ColumnProfile): number {
  if (profile.telling === 0)
    return field.startsWith('flag.') && profile.shares.mark === 0 ? -0.2 : 0
  const wanted = expected[field]
  if (field.startsWith('flag.')) return profile.shares.mark > 0.5 ? 0.2 : -0.6
  if (!wanted)
    return foreign.some((shape) => shape !== 'relation' && profile.shares[shape] > 0.6) ? -0.3 : 0
  const share = Math.max(...wanted.map((shape) => profile.shares[shape]))
  if (share >= 0.5) return 0.15
  // A summary counts under 留守老人; nobody is called 12.
  if (field.endsWith('.name') && profile.shares.age >= 0.8) return -0.6
  if (profile.telling < 3) return 0
  return share < 0.2 ? -0.6 : 0
}
