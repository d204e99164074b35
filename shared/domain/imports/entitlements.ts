import { readPartialDate } from '../calendar/read-partial-date'
import type { PartialDate } from '../calendar/types'
import { normaliseName } from '../names/name-text'
import type { ChainLevel } from '../pairings/vocabulary'
import type { ChargedTier } from '../service-tiers/vocabulary'
import { benefitColumns, benefitIn, type BenefitColumn } from './benefit-columns'
import { readCode } from './codes'
import type { AccountDraft, BenefitDraft, ChainDraft } from './draft'
import type { Cell } from './grid'
import type { RowReader } from './row-reader'
import { compact, isNothing, splitList, tidy } from './wording'

/* What a row says of 待遇, 一卡通, 服务类别 and of who answers for the person. */

/** Figures below this are marks, not money: 1 under 是否享受. */
const leastAmount = 5

/** Every benefit the row says is held; what it denies is no record. */
export function readBenefits(reader: RowReader): BenefitDraft[] {
  const inColumns = benefitColumns.flatMap((column) => readColumn(reader, column) ?? [])
  const told = [...inColumns, ...readFlags(reader), ...readRelief(reader)]
  return told.filter(({ benefit }, at) => told.findIndex((one) => one.benefit === benefit) === at)
}

function readColumn(reader: RowReader, benefit: BenefitColumn): BenefitDraft | null {
  const { date } = reader.date(`${benefit}.since`, { notAfter: reader.context.today })
  const draft: BenefitDraft = {
    benefit,
    amount: null,
    since: date,
    level: reader.text(`${benefit}.level`),
  }
  const cells = reader.all(`${benefit}.amount`).map(({ cell }) => cell)
  let held = cells.length === 0 && (draft.since !== null || draft.level !== null)
  for (const cell of cells) {
    const reading = readPayment(cell)
    if (reading === null) continue
    if (reading === 'unread') {
      reader.keep(`${benefit}.amount`, tidy(cell.text))
      continue
    }
    held = true
    draft.amount ??= reading.amount
    draft.since ??= reading.since
    draft.level ??= reading.level
  }
  return held ? draft : null
}

type Payment = Pick<BenefitDraft, 'amount' | 'since' | 'level'>

/** 200, 200元/月, 是, A类 350元, 120（2023.5起); null where it says no. */
function readPayment(cell: Cell): Payment | 'unread' | null {
  const text = compact(cell.text.normalize('NFKC'))
  const nothing: Payment = { amount: null, since: null, level: null }
  if (isNothing(text) || /^(否|不|未|没|×|x|n|no|0+(\.0+)?元?)/i.test(text)) return null
  if (cell.date) return { ...nothing, since: cell.date }
  const level =
    /[A-Da-d一二三四五甲乙丙]\s?[类级档等]|[类级档]\s?[A-D一二三四]/.exec(text)?.[0] ?? null
  const money =
    /(\d+(?:\.\d+)?)元/.exec(text.replace(/,/g, '')) ??
    /^(?:约)?(\d+(?:\.\d+)?)(?:$|\/|每|[(])/.exec(text.replace(/,/g, ''))
  const amount = money && Number(money[1]) >= leastAmount ? Number(money[1]) : null
  const since = sinceIn(text)
  if (amount !== null || level !== null || since !== null) return { amount, level, since }
  return /^(是|有|√|✓|✔|☑|y|yes|1|对|享受|已|在|正常|领取|发放)/i.test(text) ? nothing : 'unread'
}

function sinceIn(text: string): PartialDate | null {
  const written =
    /((?:19|20)\d{2}(?:[年.\-/]\d{1,2})?(?:[月.\-/]\d{1,2})?[月日号]?)(?:起|开始|至今|享受)/.exec(
      text,
    )
  const reading = written ? readPartialDate(written[1] ?? '') : null
  return reading?.state === 'ok' ? reading.date : null
}

/** 低保 as a column of its own is ticked in one office and holds the amount in another. */
function readFlags(reader: RowReader): BenefitDraft[] {
  const flags = [
    ['flag.subsistenceAllowance', 'subsistenceAllowance'],
    ['flag.extremePoverty', 'extremePovertyAtHome'],
  ] as const
  return flags.flatMap(([field, benefit]) => {
    const cell = reader.value(field)?.cell
    const reading = cell ? readPayment(cell) : null
    return reading === null || reading === 'unread' || reading.amount === null
      ? []
      : [{ benefit, ...reading }]
  })
}

/** 享受政策: 低保350元、高龄津贴. */
function readRelief(reader: RowReader): BenefitDraft[] {
  return reader
    .all('recipient.relief')
    .flatMap(({ cell }) => splitList(cell.text))
    .flatMap((part) => {
      const benefit = benefitIn(compact(part))
      if (benefit === undefined || /^(未|无|不)/.test(compact(part))) return []
      const amount = /(\d+(?:\.\d+)?)元?/.exec(compact(part).normalize('NFKC'))?.[1]
      const paid = amount && Number(amount) >= leastAmount ? Number(amount) : null
      return [{ benefit, amount: paid, since: null, level: null }]
    })
}

/** Of more digits than a number in Excel keeps, the last are lost. */
const keptDigits = 15

/**
 * 一卡通. A number that cannot be used is told and left out: it does not belong into the remark,
 * which everybody reads.
 */
export function readAccount(reader: RowReader, ownName: string): AccountDraft | null {
  const cell = reader.value('recipient.account')?.cell
  if (!cell || isNothing(cell.text)) return null
  const text = compact(cell.text.normalize('NFKC')).replace(/(?<=\d)[-\s](?=\d)/g, '')
  const account = /(?<!\d)\d{8,30}(?!\d)/.exec(text)?.[0]
  if (account === undefined || (cell.number !== undefined && account.length > keptDigits)) {
    const message = account
      ? '一卡通账号被当成数字存放，末几位已经丢失，没有读取；请照原件补全'
      : '一卡通账号应为 8 到 30 位数字，没有读取'
    reader.note('recipient.account', 'WORD', message, cell.text)
    return null
  }
  const written = reader.text('recipient.accountHolder') ?? text.replace(account, '')
  const holder = normaliseName(written.replace(/^(户名|姓名|开户人)?[:：]?/, ''))
  return {
    account,
    holder: holder === '' || holder === ownName || holder.length > 20 ? null : holder,
    holderRelation: reader.text('recipient.accountRelation'),
    bank: reader.text('recipient.bank'),
  }
}

const tierWords: readonly (readonly [RegExp, ChargedTier])[] = [
  [/无偿|免费/, 'free'],
  [/低偿|低费/, 'lowCost'],
  [/有偿|自费|付费/, 'paid'],
]

/** 志愿 comes beside a charged tier and follows from the facts: it stays in words. */
export function readTier(reader: RowReader): ChargedTier | null {
  const text = reader.text('recipient.tier')
  if (text === null) return null
  const tier = readCode(text, tierWords)
  if (tier === undefined) reader.keep('recipient.tier', text)
  return tier ?? null
}

/** 第一责任人 and 督导员, as far as the row names them. */
export function readChain(reader: RowReader): ChainDraft[] {
  return (['supervisor', 'firstResponsible'] as const).flatMap((level: ChainLevel) => {
    const text = reader.text(`${level}.name`)
    if (text === null) return []
    const phones = reader.phones(`${level}.phone`).numbers
    const within = /(?<!\d)1\d{10}(?!\d)/.exec(text)?.[0]
    const [name = '', post] = text.replace(within ?? '', '').split(/[\s(（、,，]+/)
    return [
      {
        level,
        name: normaliseName(name),
        post: reader.text(`${level}.post`) ?? (post?.replace(/[)）]$/, '') || null),
        phone: phones[0] ?? within ?? null,
      },
    ]
  })
}
