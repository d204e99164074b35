import { normaliseName } from '../names/name-text'
import { contactKindWords, readCode } from './codes'
import { ofContacts, readDays } from './contact-days'
import type { ContactDraft } from './draft'
import { pointerOnly, readPointer } from './pointer'
import type { RowReader } from './row-reader'
import { splitList, tidy } from './wording'

/** One row of a visit record. Its date stays as partial as the paper gives it. */
export function readContact(reader: RowReader): ContactDraft {
  const recipient = pointerOnly(readPointer(reader))
  const written = reader.value('contact.date')
  const days = readDays(reader)
  const [date = null, ...moreDates] =
    days.state === 'days'
      ? days.dates
      : days.state === 'bad'
        ? []
        : [reader.date('contact.date', { ...ofContacts, notAfter: reader.context.today }).date]
  if (days.state === 'bad')
    reader.block('contact.date', 'DATE', `日期：${days.message}`, written?.cell.text ?? '')
  if (!date && !reader.problems.some(({ field }) => field === 'contact.date'))
    reader.block('contact.date', 'DATE', '没有日期，请补上或不导入这一行')
  else if (!date) toBlocking(reader, written ? tidy(written.cell.text) : '')
  return {
    recipient,
    kind: readKind(reader),
    date,
    moreDates: moreDates.filter((one) => one !== null),
    visitor: visitors(reader),
    visitorPhone: reader.phones('visitor.phone').numbers[0] ?? null,
    summary: reader.text('contact.summary'),
    problem: reader.text('contact.problem'),
    outcome: reader.text('contact.result'),
    remark: reader.remarks(),
  }
}

/** A contact without a day cannot be filed: what is only a remark elsewhere keeps the row out here. */
function toBlocking(reader: RowReader, raw: string): void {
  for (const problem of reader.problems)
    if (problem.field === 'contact.date') Object.assign(problem, { blocking: true, raw })
}

function readKind(reader: RowReader): ContactDraft['kind'] {
  const kind = reader.code('contact.kind', contactKindWords)
  if (kind) return kind
  const titled = reader.has('contact.kind') ? null : kindOfTitle(reader.context.hints.title)
  if (titled) return titled
  reader.block(
    'contact.kind',
    'KIND_MISSING',
    '没有写明走访方式（入户、电话、视频…），请选一种',
    reader.text('contact.kind') ?? '',
  )
  return null
}

/** 入户走访登记表 says the kind of every line; 走访记录 may hold any. */
function kindOfTitle(title: string): ContactDraft['kind'] {
  const words = title.match(/入户|上门|电话|视频|代访|体检/g) ?? []
  const kinds = new Set(words.map((word) => readCode(word, contactKindWords)))
  const [only] = kinds
  return kinds.size === 1 ? (only ?? null) : null
}

/** Several visitors stay one text, evenly spelled: 张三、李四. */
function visitors(reader: RowReader): string | null {
  const text = reader.text('visitor.name')
  return text === null ? null : splitList(text).map(normaliseName).join('、')
}
