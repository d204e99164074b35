import { readSmallNumber } from './imports/wording'

const byPinyin = new Intl.Collator('zh-CN')

/** 三组, 第3组 and 3社 are all number three; a group with a name of its own has none. */
function numberOf(name: string): number {
  const written = /^第?(.+?)(村民小组|居民小组|小组|组|社|队)?$/.exec(name)?.[1] ?? ''
  return readSmallNumber(written) ?? Infinity
}

/** 村民小组 as people count them: 一组, 二组 … 十组, and named ones after those. */
export function compareGroupNames(a: string, b: string): number {
  const [first, second] = [numberOf(a), numberOf(b)]
  return first === second ? byPinyin.compare(a, b) : first < second ? -1 : 1
}
