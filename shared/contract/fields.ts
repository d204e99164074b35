import { z } from 'zod'
import { isDay } from '../domain/calendar/days'
import { isPartialDate } from '../domain/calendar/partial-date'
import { presetOf, type DictionaryKey } from '../domain/dictionaries/presets'

/** Fields that many operations share, with the words a clerk reads when they are refused. */

export const id = z.number().int().positive()

/** A local calendar day, `YYYY-MM-DD`. */
export const day = z.string().refine(isDay, '请填写完整日期，如 2026-11-21')

/** A date as far as it is known: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `--MM-DD`. */
export const partialDate = z.string().refine(isPartialDate, '日期写法不对，如 2026-11-21、2026-11')

/** Free text that may be left out; blanks count as nothing. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `最多 ${most} 字`)
    .nullish()
    .transform((text) => (text ? text : null))

/** Why something is done: never empty, because the history must be readable later. */
export const reason = z.string().trim().min(1, '请写明原因').max(200, '原因最多 200 字')

/** The save that a form was filled from; a newer one answers CONFLICT. */
export const revision = z.number().int().positive()

/**
 * An entry of an office's dictionary. Its code is kept; its label or another word for it is taken
 * too. Whether the office has such an entry, the core knows.
 */
export const dictionaryCode = (key: DictionaryKey) =>
  z
    .string()
    .trim()
    .min(1)
    .max(40)
    .describe(`${presetOf(key).title}：词条编码或名称，见 dictionaries.list 的 ${key}`)
