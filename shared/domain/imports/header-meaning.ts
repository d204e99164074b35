import { allFields, fieldsOf, subjectOf, type Field, type LedgerKind, type Subject } from './fields'
import { attributeWords, ownedWords, subjectInKind, subjectWords } from './header-words'
import { headerKey } from './wording'

/** What a header may mean in one kind of ledger, before the values are looked at. */
export interface Meaning {
  field: Field
  /** 0–1: how plainly the words say it. */
  score: number
}

/** Whose columns a header opens or continues. */
export interface HeaderSense {
  /** The subject its own words or its group heading name, if any. */
  subject?: Subject
  /** Its words can only be about the person the row is about: 健康状况, 救助类别. */
  ownerOnly: boolean
  meanings: Meaning[]
}

const exact = 1
const namedByHeader = 0.98
const namedByGroup = 0.95
/** A bare word that also fits the columns to its left is rather theirs than the recipient's. */
const inherited = 0.86
const notInherited = 0.8
/** A word under another person's heading, or joined to their name, is hardly the recipient's. */
const foreign = 0.4

/** The elder's own address is often asked late in the table; only under a heading is it another's. */
const neverInherited = new Set(
  (attributeWords.get('recipient.address') ?? []).filter((word) => word !== '地址'),
)

/**
 * Reads one header. `before` is the subject of the columns to its left: after 帮扶人 a bare 电话
 * is the helper's.
 */
export function readHeader(
  title: string,
  group: string,
  before: Subject,
  kind: LedgerKind,
): HeaderSense {
  const own = headerKey(title)
  const key = own.replace(/[0-9一二三①②③]$/, '') || own
  const allowed = new Set(fieldsOf(kind))
  const meanings = new Map<Field, number>()
  const offer = (field: Field | undefined, score: number) => {
    if (!field || !allowed.has(field) || score <= (meanings.get(field) ?? 0)) return
    meanings.set(field, score)
  }

  const named = findSubject(key, kind)
  const grouped = group === '' ? undefined : findSubject(headerKey(group), kind)

  for (const field of allowed) if (isOwnedByKind(field)) offer(field, wordScore(field, key))
  offer(ownedWords.get(key), exact)
  offerFlag(key, offer)
  if (named) {
    const rest = withoutFiller(named.rest)
    for (const field of allowed)
      if (subjectOf(field) === named.subject)
        offer(field, subjectScore(field, rest) * namedByHeader)
  }
  const heading = grouped?.subject === 'recipient' ? undefined : grouped?.subject
  if (heading)
    for (const field of allowed)
      if (subjectOf(field) === heading) offer(field, wordScore(field, key) * namedByGroup)

  const continues =
    !named &&
    !grouped &&
    before !== 'recipient' &&
    !neverInherited.has(key) &&
    fitsExactly(before, key, allowed)
  if (continues)
    for (const field of allowed)
      if (subjectOf(field) === before) offer(field, wordScore(field, key) * inherited)
  for (const field of allowed) {
    if (subjectOf(field) !== 'recipient') continue
    const score = wordScore(field, key)
    if (named && named.subject !== 'recipient') offer(field, score === exact ? 0.9 : 0)
    else offer(field, score * (heading ? foreign : continues ? notInherited : exact))
  }

  const list = [...meanings].map(([field, score]) => ({ field, score }))
  const best = list.reduce<Meaning>((top, m) => (m.score > top.score ? m : top), {
    field: 'record.remark',
    score: 0,
  })
  const byWords = ownedWords.get(key)
  const subject = byWords ? subjectOf(byWords) : (named?.subject ?? grouped?.subject)
  return {
    ...(subject && { subject }),
    ownerOnly: subjectOf(best.field) === 'recipient' && !continues,
    meanings: list.filter((meaning) => meaning.score >= 0.45),
  }
}

function fitsExactly(subject: Subject, key: string, allowed: ReadonlySet<Field>): boolean {
  for (const field of allowed)
    if (subjectOf(field) === subject && attributeWords.get(field)?.includes(key)) return true
  return false
}

/** Fields whose words carry their own owner: the record, the contact, the pairing. */
function isOwnedByKind(field: Field): boolean {
  const subject = subjectOf(field)
  return subject === 'record' || subject === 'contact' || subject === 'pairing'
}

function findSubject(
  key: string,
  kind: LedgerKind,
): { subject: Subject; rest: string } | undefined {
  for (const [subject, word] of subjectWords) {
    const at = key.indexOf(word)
    if (at < 0) continue
    return {
      subject: subjectInKind(subject, word, kind),
      rest: key.slice(0, at) + key.slice(at + word.length),
    }
  }
  return undefined
}

function withoutFiller(text: string): string {
  return text.replace(/^(的|之|及|其|与|基本)+|(的|及|基本)?(信息|情况)$|[0-9一二三①②③]/g, '')
}

/** A subject by itself stands for its name: 帮扶人, 帮扶对象, 紧急联系人. */
function subjectScore(field: Field, rest: string): number {
  if (rest === '') return field.endsWith('.name') ? exact : 0
  return wordScore(field, rest)
}

function offerFlag(key: string, offer: (field: Field, score: number) => void): void {
  const asked = /^是否(为|是|属于|享受)?(.+)$/.exec(key)?.[2]
  for (const field of allFields) {
    if (subjectOf(field) !== 'flag') continue
    const words = attributeWords.get(field) ?? []
    if (asked && words.includes(asked)) offer(field, exact)
    else if (words.includes(key)) offer(field, 0.9)
  }
}

/** Two characters that say enough inside a longer header; 类别, 时间 or 情况 do not. */
const tellingShortWords = new Set(
  '姓名 性别 年龄 电话 手机 住址 地址 民族 学历 婚姻 生日 关系 职务 单位 备注 序号 日期'.split(' '),
)

const scores = new Map<string, number>()

/** 1 for the very word; less for a header that begins, ends with or holds it, by its share. */
export function wordScore(field: Field, key: string): number {
  const memo = `${field} ${key}`
  const known = scores.get(memo)
  if (known !== undefined) return known
  let best = 0
  for (const word of attributeWords.get(field) ?? []) {
    if (word === key) {
      best = exact
      break
    }
    if (!key.includes(word) || (word.length < 3 && !tellingShortWords.has(word))) continue
    const share = word.length / key.length
    const score = (key.endsWith(word) ? 0.62 : 0.55) + 0.3 * share
    if (score > best) best = score
  }
  if (scores.size < 50_000) scores.set(memo, best)
  return best
}
