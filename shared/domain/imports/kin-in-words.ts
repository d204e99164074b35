import { tidy } from './wording'

/** Somebody told of in one cell: 祁军，长子，在杭州务工 13700003333. */
export interface KinInWords {
  name: string
  relation: string | null
  place: string | null
  phone: string | null
}

const phone = /1[3-9]\d{9}|0\d{2,3}-?\d{7,8}/
const kinWord =
  /^(?:[长大次二三四五幺小独养继]?(?:子|女|儿子|女儿|儿|闺女)|父子|父女|母子|母女|女婿|儿媳妇?|媳妇|侄子|侄女|外甥女?|孙子|孙女|外孙女?|祖孙|爷孙|配偶|丈夫|妻子|老伴|父亲|母亲|爷爷|奶奶|外公|外婆|弟弟?|妹妹?|哥哥?|姐姐?|兄弟|姐妹|邻居|亲属)$/
const spoken =
  /^([长大次二三四五幺小独养继]?(?:子|女|儿子|女儿))?(\p{Script=Han}{2,3}?)(?:现?[在于到往去])(\p{Script=Han}{2,8}?)(?:务工|打工|工作|经商|上班|做生意|居住|生活|上学)?$/u
const aName = /^\p{Script=Han}[\p{Script=Han}·]{1,4}$/u

/** Whether a cell tells more of people than their names. */
export const tellsMore = (text: string): boolean =>
  phone.test(text.replace(/(?<=\d)[ -](?=\d)/g, '')) ||
  (/[；;\n]/.test(text) && /[,，、]/.test(text))

/** Everybody a cell tells of; null where it cannot be told who is who. */
export function readKin(text: string): KinInWords[] | null {
  const people: KinInWords[] = []
  for (const segment of segmentsOf(text)) {
    const read = readSegment(segment)
    if (!read) return null
    people.push(...read)
  }
  return people.length === 0 ? null : people
}

/** One person each: by line, by semicolon, or by the numbers before them. */
function segmentsOf(text: string): string[] {
  return text
    .split(/[\n\r；;]+/)
    .flatMap((line) =>
      tidy(line)
        .replace(/(^|[\s,，、。])[(（]?[1-9①-⑨][.、．)）]?\s*(?=\p{Script=Han})/gu, '\n')
        .split('\n'),
    )
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readSegment(segment: string): KinInWords[] | null {
  const words = segment
    .replace(/(?<=\d)[ -](?=\d)/g, '')
    .replace(new RegExp(phone.source, 'g'), ' $& ')
    .split(/[\s,，、。:：/()（）]+/)
    .filter((word) => word !== '')
  const people: KinInWords[] = []
  let waiting: string | null = null
  for (const word of words) {
    const last = people.at(-1)
    const spokenOf = spoken.exec(word)
    if (phone.test(word)) {
      if (!last || last.phone) return null
      last.phone = word
    } else if (kinWord.test(word)) {
      if (last && last.relation === null && last.phone === null) last.relation = word
      else waiting = word
    } else if (spokenOf?.[2]) {
      const [, relation, name, place] = spokenOf
      people.push({ name, relation: relation ?? waiting, place: place ?? null, phone: null })
      waiting = null
    } else if (!last || last.phone !== null || waiting !== null) {
      if (!aName.test(word)) return null
      people.push({ name: word, relation: waiting, place: null, phone: null })
      waiting = null
    } else if (last.place === null && /^\p{Script=Han}+$/u.test(word)) last.place = placeOf(word)
    else return null
  }
  // A word alone may be anything; a relation, a telephone or a place says that a person is meant.
  const isSure = people.every(
    (one) => one.relation !== null || one.phone !== null || one.place !== null,
  )
  return isSure && waiting === null ? people : null
}

const placeOf = (word: string): string =>
  word.replace(/^[在于]/, '').replace(/(务工|打工|工作|经商|上班)$/, '') || word
