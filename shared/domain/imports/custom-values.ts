import {
  settleCustomValue,
  type CustomField,
  type CustomValue,
} from '../custom-fields/custom-field'
import { readPartialDate } from '../calendar/read-partial-date'
import { plainWord } from '../dictionaries/dictionary'
import type { RowReader } from './row-reader'
import { isNothing } from './wording'

/** Whether a column's title is the name of one of the office's own fields. */
export const isNamed = (title: string, customFields: readonly CustomField[]): boolean =>
  fieldNamed(title, customFields) !== undefined

const fieldNamed = (title: string, customFields: readonly CustomField[]): CustomField | undefined =>
  customFields.find((field) => !field.retired && plainWord(field.name) === plainWord(title))

/**
 * What the row says in columns named after 自定义字段. A cell that is no value of its field stays in
 * the remark, as a column nobody knows does.
 */
export function readCustomValues(reader: RowReader): Record<number, CustomValue> {
  const { customFields, today } = reader.context
  const values: Record<number, CustomValue> = {}
  for (const { title, text } of reader.row.unmapped) {
    const field = fieldNamed(title, customFields)
    // 无 is an answer to a yes or no.
    if (!field || (field.kind !== 'yesNo' && isNothing(text))) continue
    const settled = settleCustomValue(field, written(field, text), null, today)
    if ('fault' in settled)
      reader.note(null, 'WORD', `${field.name}“${text}”：${settled.fault}，已写入备注`, text)
    else if (settled.value !== null) {
      values[field.id] = settled.value
      reader.markRead(title)
    }
  }
  return values
}

/** Dates are written in many ways; everything else is read as it stands. */
function written({ kind }: CustomField, text: string): string {
  if (kind !== 'date') return text
  const reading = readPartialDate(text)
  return reading.state === 'ok' ? reading.date : text
}
