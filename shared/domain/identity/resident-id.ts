import { dayOf, existsDay } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { cellText, saysNothing } from '@shared/domain/cell-text'
import type { Gender } from '@shared/domain/vocabulary'

/*
 * The resident identity number, GB 11643: 6 digits region of first registration, 8 digits birth
 * date, 3 digits sequence (odd for men), 1 check character. The old number of 15 digits has a year
 * of two digits and no check.
 */

/** `CHECKSUM` alone can be overridden: cards with a wrong check character exist (证件原号如此). */
export type ResidentIdProblem = 'LENGTH' | 'CHARACTER' | 'PRECISION_LOST' | 'DATE' | 'CHECKSUM'

export type ResidentIdReading =
  | { state: 'missing' }
  | {
      state: 'valid'
      /** 18 characters. */
      id: string
      /** As the cell had it. */
      original: string
      birthDay: Day
      gender: Gender
      /** Whether the cell had the old 15 digits. */
      from15: boolean
      /** A doubt that never blocks: an unknown province code. */
      warning?: string
    }
  | {
      state: 'invalid'
      problem: ResidentIdProblem
      /** The normalised text of the cell. */
      id: string
      original: string
      message: string
      /** Known for `CHECKSUM` (kept with an override) and where 15 digits survived the rounding. */
      birthDay?: Day
      /** Known for `CHECKSUM`. */
      gender?: Gender
      /** `PRECISION_LOST`: the leading digits that are certain, to find the person by. */
      kept?: string
      /** A number that passes every check and would explain the slip; to offer, never to apply. */
      couldBe?: string
    }

type Invalid = Extract<ResidentIdReading, { state: 'invalid' }>
type Finding = Pick<Invalid, 'problem' | 'message'> & Partial<Invalid>

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** Older births belong to nobody who ever held a card (first issued in 1984). */
const FIRST_BIRTH_YEAR = 1800

/** GB/T 2260 province codes, 83 included, which Taiwan residents' cards carry. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/** The 18th character of a number whose first 17 are digits. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return CHECK_CHARACTERS[sum % 11]!
}

/** A valid number for samples and tests: region of 6 digits, sequence 0–999 (odd for men). */
export function composeResidentId(region: string, birthDay: Day, sequence: number): string {
  const first17 = region + birthDay.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return first17 + checkCharacter(first17)
}

/**
 * What was meant by the text of a cell: half-width, no spaces, hyphens, invisible marks or leading
 * apostrophe; small x, the multiplication sign and look-alike letters of other scripts become X.
 */
export function normaliseId(raw: string): string {
  return cellText(raw)
    .replace(/[\s\-‐‑‒–—－_]/g, '')
    .replace(/^['‘’`´]+/, '')
    .replace(/[x×ХхΧχ]/g, 'X')
}

/** The old number in its 18 characters. Sequences 996–999 were kept for people born before 1900. */
function from15Digits(digits: string): string {
  const century = Number(digits.slice(12)) >= 996 ? '18' : '19'
  const first17 = digits.slice(0, 6) + century + digits.slice(6)
  return first17 + checkCharacter(first17)
}

function birthDayOf(id: string): Day | null {
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ]
  return year >= FIRST_BIRTH_YEAR && existsDay(year, month, day) ? dayOf(year, month, day) : null
}

const genderOf = (id: string): Gender => (Number(id[16]) % 2 === 1 ? 'male' : 'female')

const isWhole = (id: string, today: Day): boolean =>
  /^\d{17}[\dX]$/.test(id) && findFault(id, today) === null

/** A number that passes and differs by a usual slip of the hand or of a form. */
function likelyMeant(id: string, today: Day): string | undefined {
  const candidates = [
    // letters typed for digits
    id.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1'),
    // a disability certificate: the number, class and level
    /^\d{17}[\dX][1-7][1-4](?:B\d)?$/.test(id) ? id.slice(0, 18) : '',
    // the last character left out
    /^\d{17}$/.test(id) ? id + checkCharacter(id) : '',
  ]
  return candidates.find((candidate) => isWhole(candidate, today))
}

function lost(kept: string): Finding {
  const birthDay = birthDayOf(kept)
  return {
    problem: 'PRECISION_LOST',
    kept,
    message: '表格把号码当数字存了，只保住前 15 位，末尾已丢失，请照证件补齐',
    ...(birthDay ? { birthDay } : {}),
  }
}

function findCharacterFault(id: string): Finding | null {
  const wrong = [...id].findIndex((c, at) => !/\d/.test(c) && !(c === 'X' && at === 17))
  if (wrong < 0) return null
  const message = /^\d*[A-Za-z]?\d*$/.test(id)
    ? `第 ${wrong + 1} 位“${[...id][wrong]}”不是数字`
    : '含有数字以外的字，不是身份证号'
  return { problem: 'CHARACTER', message }
}

/** What is wrong with 18 characters (17 digits and a digit or X), or null. */
function findFault(id: string, today: Day): Finding | null {
  const birthDay = birthDayOf(id)
  if (birthDay === null) {
    const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)]
    return {
      problem: 'DATE',
      message: `出生日期“${year}年${month}月${day}日”不存在，请核对`,
    }
  }
  if (birthDay > today) return { problem: 'DATE', message: '出生日期晚于今天，请核对' }
  const expected = checkCharacter(id)
  if (id[17] === expected) return null
  // as text: a genuine number with this ending has a good check and has passed
  if (id.endsWith('000')) return lost(id.slice(0, 15))
  const message = `校验不符（按前 17 位末位应为 ${expected}，此处为 ${id[17]}），请核对证件；证件原号如此的，注明理由后保留`
  return { problem: 'CHECKSUM', message, birthDay, gender: genderOf(id) }
}

/** The leading digits that survived a number cell or its scientific notation; null for other text. */
function digitsKept(id: string, isNumberCell: boolean): string | null {
  if (isNumberCell && /^\d{16,}$/.test(id)) return id.slice(0, 15)
  const [, first, rest] = /^(\d)\.?(\d*)[Ee]\+?\d{2}$/.exec(id) ?? []
  return first === undefined ? null : (first + rest).slice(0, 15)
}

/**
 * Reads the ID cell of a ledger. A number cell of more than 15 digits has lost its tail (Excel keeps
 * 15 digits). The region is never a reason to refuse: no complete history of codes exists.
 * @param today decides which births lie in the future
 */
export function readResidentId(
  raw: string | number | null | undefined,
  today: Day,
): ResidentIdReading {
  const original = String(raw ?? '')
  if (saysNothing(original)) return { state: 'missing' }
  const id = normaliseId(original)
  const fault = (finding: Finding): ResidentIdReading => ({
    state: 'invalid',
    id,
    original,
    ...finding,
  })
  const slip = (finding: Finding): ResidentIdReading => {
    const couldBe = likelyMeant(id, today)
    return fault(couldBe === undefined ? finding : { ...finding, couldBe })
  }

  const kept = digitsKept(id, typeof raw === 'number')
  if (kept !== null) return fault(lost(kept))
  const length = [...id].length
  if (length !== 18 && length !== 15 && !/[^\dXB]/.test(id))
    return slip({ problem: 'LENGTH', message: `应为 18 位，此处 ${length} 位` })
  const characterFault = findCharacterFault(id)
  if (characterFault) return slip(characterFault)

  const from15 = length === 15
  const whole = from15 ? from15Digits(id) : id
  const contentFault = findFault(whole, today)
  if (contentFault) return fault(contentFault)
  return {
    state: 'valid',
    id: whole,
    original,
    birthDay: birthDayOf(whole)!,
    gender: genderOf(whole),
    from15,
    ...(PROVINCES.has(whole.slice(0, 2)) ? {} : { warning: '前两位不是现行省份代码，请核对' }),
  }
}
