/*
 * The text of one cell of an office ledger, before its meaning is read: full-width characters,
 * every kind of space, and the words with which people say that they have nothing to write.
 */

/** Zero-width and direction marks that copying from web pages and chat leaves in cells. */
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g

/** Full-width ASCII (０–９ Ａ–Ｚ ／ ．) to half-width; nothing else changes, Han least of all. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, ' ')
}

/** Half-width, without invisible marks, without spaces at the ends. */
export function cellText(text: string): string {
  return toHalfWidth(text).replace(INVISIBLE, '').trim()
}

const NOTHING_WRITTEN = new Set([
  '无',
  '没有',
  '暂无',
  '不详',
  '不祥',
  '未知',
  '不清楚',
  '不知道',
  '记不清',
  '待补',
  '待查',
  '空',
  'N/A',
  'NA',
  'NONE',
  'NULL',
])

/**
 * Whether a cell says that nothing is known: empty, only strokes (`/`, `-`, `——`), or a word such as
 * 无, 不详. The ditto marks 〃 and 同上 are not nothing: they repeat the row above.
 */
export function saysNothing(text: string): boolean {
  const bare = cellText(text).replace(/[\s()（）。.]/g, '')
  return /^[/\\\-_—–―－、]*$/.test(bare) || NOTHING_WRITTEN.has(bare.toUpperCase())
}
