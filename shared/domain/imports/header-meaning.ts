import { benefitNamed, isBenefit } from './benefit-columns'
import { allFields, fieldsOf, subjectOf, type Field, type LedgerKind, type Subject } from './fields'
import {
  attributeWords,
  ownedWords,
  strangerWords,
  subjectInKind,
  subjectWords,
} from './header-words'
import {
  absenceHints,
  isDoingWord,
  recipientHints,
  recordHints,
  relationField,
} from './header-hints'
import { headerKey } from './wording'

/** What a header may mean in one kind of ledger, before the values are looked at. */
export interface Meaning {
  field: Field
  /** 0–1: how plainly the words say it. */
  score: number
  /** The words name nobody: the owner is only guessed from the columns to the left. */
  guessedOwner?: true
}

/** Whose columns a header opens or continues. */
export interface HeaderSense {
  /** The subject its own words or its group heading name, if any. */
  subject?: Subject
  /** It speaks of the person the row is about, or of the row: whoever stood before is done with. */
  ownerOnly: boolean
  meanings: Meaning[]
}

const exact = 1
const namedByHeader = 0.98
const namedByGroup = 0.95
/** A bare word that also fits the columns to its left is rather theirs than the recipient's. */
const inherited = 0.86
const notInherited = 0.8
/** What no table leaves out of the elder: another's only if the elder's stands elsewhere. */
const ownFirst = new Set<Field>(['child.name', 'child.gender', 'child.idNumber', 'carer.phone'])
const afterOwn = 0.78
/** An address after the child's columns is the child's only if the elder has one already. */
const laterAddress = 0.7
/** 低保 by itself is a tick as often as an amount: the values decide. */
const bareBenefit = 0.87
/** A word under another person's heading, or joined to their name, is hardly the recipient's. */
const foreign = 0.4

/** After 包抓领导 a bare 电话 may be anybody's: it is asked, not taken for the elder's. */
const personal = new Set<Field>(['recipient.phone', 'recipient.idNumber'])

/** The elder's own address is often asked late in the table; only under a heading is it another's. */
const ownAddress = new Set(
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
  const sense = readKey(keyOf(title), group, before, kind)
  const bare = keyOf(title.replace(/[(（][^()（）]*[)）]/g, ''))
  if (bare === keyOf(title) || bare === '' || sense.subject) return sense
  // 家庭住址（村、组） is an address before it is anything else.
  const without = readKey(bare, group, before, kind)
  return { ...without, meanings: strongest([...sense.meanings, ...without.meanings]) }
}

function keyOf(title: string): string {
  const key = headerKey(title)
  return key.replace(/[0-9一二三①②③]$/, '') || key
}

function strongest(meanings: readonly Meaning[]): Meaning[] {
  const best = new Map<Field, Meaning>()
  for (const meaning of meanings)
    if (meaning.score > (best.get(meaning.field)?.score ?? 0)) best.set(meaning.field, meaning)
  return [...best.values()]
}

function readKey(key: string, group: string, before: Subject, kind: LedgerKind): HeaderSense {
  const allowed = new Set(fieldsOf(kind))
  const meanings: Meaning[] = []
  const offer = (field: Field | undefined, score: number) => {
    if (field && score > 0 && allowed.has(field)) meanings.push({ field, score })
  }
  const ofSubject = (subject: Subject): Field[] =>
    [...allowed].filter((field) => subjectOf(field) === subject)

  const named = findSubject(key, kind)
  const grouped = group === '' ? undefined : findSubject(headerKey(group), kind)
  const heading = grouped?.subject === 'recipient' ? undefined : grouped?.subject
  const anothers = named !== undefined && named.subject !== 'recipient'

  for (const field of allowed) if (isOwnedByKind(field)) offer(field, wordScore(field, key))
  const owned = relationField(key, before) ?? ownedWords.get(key)
  offer(owned, exact)
  offerFlag(key, offer)
  if (named) {
    const rest = restOf(named)
    for (const field of ofSubject(named.subject))
      offer(field, subjectScore(field, rest) * namedByHeader)
  }
  if (heading)
    for (const field of ofSubject(heading)) offer(field, wordScore(field, key) * namedByGroup)

  const isFree = !named && !grouped && before !== 'recipient'
  const continues = isFree && !ownAddress.has(key) && fitsExactly(before, key, allowed)
  if (isFree)
    for (const field of ofSubject(before)) {
      const guess = !continues ? laterAddress : ownFirst.has(field) ? afterOwn : inherited
      const score = wordScore(field, key) * guess
      if (score > 0) meanings.push({ field, score, guessedOwner: true })
    }
  for (const field of ofSubject('recipient')) {
    const score = wordScore(field, key)
    if (isFree && before === 'stranger' && personal.has(field)) offer(field, score * foreign)
    else if (anothers) offer(field, score === exact ? 0.9 : 0)
    else offer(field, score * (heading ? foreign : continues ? notInherited : exact))
  }
  if (!anothers && !heading) offerHints(key, kind, offer)

  const list = strongest(meanings).filter(({ score }) => score >= 0.45)
  const best = list.reduce<Meaning | undefined>(
    (top, meaning) => (!top || meaning.score > top.score ? meaning : top),
    undefined,
  )
  const about = best && subjectOf(best.field)
  const isStranger = named !== undefined && isUnplaced(named, best)
  const subject = owned
    ? subjectOf(owned)
    : isStranger
      ? best
        ? undefined
        : ('stranger' as const)
      : (named?.subject ?? grouped?.subject)
  const isOwners = about === 'recipient' || about === 'record'
  return {
    ...(subject && { subject }),
    ownerOnly: isOwners && !continues && !(isFree && ownAddress.has(key)),
    meanings: list,
  }
}

function offerHints(
  key: string,
  kind: LedgerKind,
  offer: (field: Field, score: number) => void,
): void {
  for (const [words, field] of absenceHints) if (words.test(key)) offer(field, 0.85)
  const hints = kind === 'people' ? recipientHints : recordHints
  for (const [words, field, score] of hints) if (words.test(key)) offer(field, score)
}

/** What a header says beside its subject; 服务老人 says nothing beside it. */
function restOf({ subject, rest }: NamedSubject): string {
  const bare = withoutFiller(rest)
  return subject === 'recipient' && isDoingWord(bare) ? '' : bare
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

interface NamedSubject {
  subject: Subject
  rest: string
}

/** 包抓镇领导 is a stranger, and so is 村级第一责任人: a helper of another sort than the helper. */
function isUnplaced({ subject, rest }: NamedSubject, best: Meaning | undefined): boolean {
  if (subject === 'stranger') return true
  // 县级第一责任人: of another level than the chain has.
  if (subject === 'firstResponsible') return /[县区镇乡]/.test(rest)
  return (
    best === undefined &&
    (subject === 'helper' || subject === 'visitor') &&
    /级|第一|[县镇乡村]$/.test(rest)
  )
}

function findSubject(key: string, kind: LedgerKind): NamedSubject | undefined {
  const benefit = kind === 'people' ? benefitNamed(key) : undefined
  if (benefit) return benefit
  for (const [subject, word] of subjectWords) {
    const at = key.indexOf(word)
    if (at < 0) continue
    return {
      subject: subjectInKind(subject, word, kind),
      rest: key.slice(0, at) + key.slice(at + word.length),
    }
  }
  const whose = key.replace(ofAPerson, '')
  return strangerWords.test(whose)
    ? { subject: 'stranger', rest: key.slice(whose.length) }
    : undefined
}

/** What is asked of whoever a header names. */
const ofAPerson =
  /(姓名|名字|签名|(联系|移动|固定)?(电话|手机)(号码?)?|联系方式|身份证(号码?)?|性别|年龄|职务|单位)$/

function withoutFiller(text: string): string {
  return text.replace(
    /^(的|之|及|其|与|基本|主要)+|(的|及|基本)?(信息|情况|名单)$|[0-9一二三①②③]/g,
    '',
  )
}

/** 子女情况（姓名、关系、电话）: everything of them in one cell, which begins with their names. */
const asked = [/姓名|名字/, /关系|称谓/, /电话|手机|联系方式/, /务工地|外出|地址|地点|去向|住址/]

/** A subject by itself stands for its name: 帮扶人, 帮扶对象, 紧急联系人. */
function subjectScore(field: Field, rest: string): number {
  if (asked.filter((words) => words.test(rest)).length >= 2)
    return field.endsWith('.name') ? exact : 0
  if (rest === '' && isBenefit(subjectOf(field))) return field.endsWith('.amount') ? bareBenefit : 0
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
