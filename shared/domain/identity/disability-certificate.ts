import type { Day } from '@shared/domain/calendar/types'
import { saysNothing } from '@shared/domain/cell-text'
import { normaliseId, readResidentId } from './resident-id'

/** 残疾类别: the 19th character of a 残疾人证 number. */
export const disabilityClassLabel = {
  1: '视力',
  2: '听力',
  3: '言语',
  4: '肢体',
  5: '智力',
  6: '精神',
  7: '多重',
} as const
export type DisabilityClass = keyof typeof disabilityClassLabel

/** 残疾等级: the 20th character; 1 is the most severe. */
export type DisabilityLevel = 1 | 2 | 3 | 4

export type DisabilityCertificateReading =
  | { state: 'missing' }
  | {
      state: 'valid'
      /** The whole number, normalised. */
      number: string
      /** The resident ID in its first 18 characters. */
      id: string
      class: DisabilityClass
      level: DisabilityLevel
      /** 补领次数 of a re-issued card: 1 for a number that ends in B1. */
      reissue: number
    }
  | { state: 'invalid'; message: string }

const SHAPE = /^(.{18})([1-7])([1-4])(?:B(\d))?$/u

/** Reads 残疾证号: resident ID, class and level, and `B1` … on a re-issued card. */
export function readDisabilityCertificate(
  raw: string | number | null | undefined,
  today: Day,
): DisabilityCertificateReading {
  const text = String(raw ?? '')
  if (saysNothing(text)) return { state: 'missing' }
  if (typeof raw === 'number')
    return { state: 'invalid', message: '表格把号码当数字存了，末尾已丢失，请照证件补齐' }
  const number = normaliseId(text).toUpperCase()
  const [, owner, kind, level, reissue] = SHAPE.exec(number) ?? []
  if (owner === undefined)
    return { state: 'invalid', message: '残疾证号应为身份证号 18 位加类别 1–7、等级 1–4 共 20 位' }
  const reading = readResidentId(owner, today)
  if (reading.state === 'missing') return { state: 'invalid', message: '残疾证号前 18 位是空的' }
  if (reading.state === 'invalid')
    return { state: 'invalid', message: `残疾证号前 18 位：${reading.message}` }
  return {
    state: 'valid',
    number,
    id: reading.id,
    class: Number(kind) as DisabilityClass,
    level: Number(level) as DisabilityLevel,
    reissue: Number(reissue ?? 0),
  }
}

/** The number of a first certificate from what it is made of; null where that is not all known. */
export function composeDisabilityCertificate(
  parts: {
    idNumber?: string | null
    disabilityClass?: number | null
    disabilityLevel?: number | null
  },
  today: Day,
): string | null {
  const { idNumber, disabilityClass, disabilityLevel } = parts
  if (!idNumber || !disabilityClass || !disabilityLevel) return null
  const reading = readDisabilityCertificate(
    `${idNumber}${disabilityClass}${disabilityLevel}`,
    today,
  )
  return reading.state === 'valid' ? reading.number : null
}
