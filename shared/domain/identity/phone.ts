import { cellText } from '@shared/domain/cell-text'

/** `short` 集团短号 of 3–6 digits; `service` 400/800 and five-digit service numbers beginning 95, 96, 12, 10. */
export type PhoneKind = 'mobile' | 'landline' | 'short' | 'service'

export type PhoneReading =
  /** 无, /: this person has no phone. */
  | { state: 'none' }
  | {
      state: 'valid'
      kind: PhoneKind
      /** Digits only; a landline as `0917-3212345`, with `-8` for an extension. */
      number: string
      /** Words that stood with the number: whose it is. */
      note?: string
    }
  | { state: 'invalid'; text: string; message: string }

const NO_PHONE = /^(?:无|没有|无电话|没有电话|无手机|没有手机|未装|暂无|[/\\\-—–―]+)$/
const BETWEEN_PHONES = /[/\\、,，;；|\n\r]+|或者|或/
const MOBILE = /^1[3-9]\d{9}$/
const AREA = /^(010|02\d|0[3-9]\d{2})([2-9]\d{6,7})$/
const SERVICE = /^(?:[48]00\d{7}|(?:95|96|12|10|11)\d{3,4})$/

function landline(digits: string): string | null {
  const [, area, local] = AREA.exec(digits) ?? []
  if (local !== undefined) return `${area}-${local}`
  return /^[2-8]\d{6,7}$/.test(digits) ? digits : null
}

function reasonAgainst(digits: string): string {
  if (digits.length === 11 && digits.startsWith('1'))
    return `手机号不会以 ${digits.slice(0, 2)} 开头`
  if (digits.startsWith('1') && digits.length >= 9 && digits.length <= 13)
    return `手机号应为 11 位，此处 ${digits.length} 位`
  if (digits.startsWith('0')) return `固定电话位数不对，此处连区号 ${digits.length} 位`
  return `不像电话号码，此处 ${digits.length} 位`
}

/** Reads the digits of one number; null where they are none. */
function readDigits(digits: string, extension = ''): PhoneReading | null {
  const national = digits.replace(/^(?:\+|00)?86(?=1\d{10}$|0\d{9,11}$)/, '').replace(/^\+/, '')
  const valid = (kind: PhoneKind, number: string): PhoneReading => ({
    state: 'valid',
    kind,
    number,
  })
  if (MOBILE.test(national)) return valid('mobile', national)
  if (SERVICE.test(national)) return valid('service', national)
  const fixed = landline(national)
  if (fixed !== null) return valid('landline', extension ? `${fixed}-${extension}` : fixed)
  return /^\d{3,6}$/.test(national) && !national.startsWith('0') ? valid('short', national) : null
}

const digitsOf = (text: string): string => text.replace(/[^\d+]/g, '')

/** One run of digits, spaces and hyphens: a number, or several set apart by spaces or nothing. */
function readRun(run: string): PhoneReading[] {
  const [, main = run, extension = ''] = /^(.*\d)\s*(?:转|分机|-{2})\s*(\d{1,5})$/.exec(run) ?? []
  const digits = digitsOf(main)
  const whole = readDigits(digits, extension)
  if (whole) return [whole]
  // 0917-3212345-8
  const [, fixed = '', local = ''] =
    /^(0\d{2,3}-\d{7,8})-(\d{1,5})$/.exec(run.replace(/\s/g, '')) ?? []
  const withExtension = fixed === '' ? null : readDigits(digitsOf(fixed), local)
  if (withExtension) return [withExtension]
  if (digits.length === 22 && MOBILE.test(digits.slice(0, 11)))
    return [digits.slice(0, 11), digits.slice(11)].flatMap(readRun)
  const pieces = main.split(/\s+/).filter((piece) => piece !== '')
  if (pieces.length > 1) return pieces.flatMap(readRun)
  return [{ state: 'invalid', text: run.trim(), message: reasonAgainst(digits) }]
}

/** `儿子13800000000`, `0917-3212345（家里）`: numbers among words. */
function readPiece(piece: string): PhoneReading[] {
  if (NO_PHONE.test(piece)) return [{ state: 'none' }]
  const runs = piece.match(/\+?\d[\d\s-]*(?:(?:转|分机)\s*\d+)?/g) ?? []
  if (runs.length === 0) return [{ state: 'invalid', text: piece, message: `“${piece}”里没有号码` }]
  const readings = runs.flatMap((run) => readRun(run.trim()))
  const [only] = readings
  if (readings.length > 1 || only?.state !== 'valid') return readings
  const note = piece
    .replace(runs[0]!, '')
    .replace(/[()（）:：\s'‘’`]/g, '')
    .replace(/^(?:电话|手机|联系电话)$/, '')
  return note === '' ? [only] : [{ ...only, note }]
}

function readNumberCell(value: number): PhoneReading {
  const text = String(value)
  // a landline typed as a number has lost the zero of its area code
  const reading = /^\d+$/.test(text) ? (readDigits(text) ?? readDigits(`0${text}`)) : null
  return reading ?? { state: 'invalid', text, message: reasonAgainst(digitsOf(text)) }
}

/**
 * Reads the phone cell of a ledger, in order; an empty cell gives none at all, `无` gives `none`.
 * Between numbers may stand ／、；， a line break or a space; `无` keeps its place among several, so
 * that the numbers still belong to the children they stand beside.
 */
export function readPhones(raw: string | number | null | undefined): PhoneReading[] {
  if (typeof raw === 'number') return [readNumberCell(raw)]
  const text = cellText(raw ?? '').replace(/^['‘’`]/, '')
  if (text === '') return []
  if (NO_PHONE.test(text)) return [{ state: 'none' }]
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text))
    return [{ state: 'invalid', text, message: '号码被存成科学计数法，末尾已丢失，请补齐' }]
  return text
    .split(BETWEEN_PHONES)
    .map((piece) =>
      piece
        .replace(/\((0\d{2,3})\)/g, '$1-')
        .replace(/[—–―]+/g, '-')
        .trim(),
    )
    .filter((piece) => piece !== '')
    .flatMap(readPiece)
}
