/**
 * The one place where text from records is made fit for a document. XML 1.0 has no room for most
 * control characters, and Word refuses a file that holds one, or half a surrogate pair.
 */

const forbidden =
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufeff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Keeps `\n` as the only break; tabs become spaces; what no document may hold is dropped. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(loneSurrogate, '')
    .replace(forbidden, '')
}

/**
 * Characters outside the plane that everyday Chinese fonts cover (names such as 𬭚, or private-use
 * glyphs of old systems). They print in a font of their own, and a paper lists them.
 */
export function isRare(character: string): boolean {
  const code = character.codePointAt(0)!
  return code >= 0x20000 || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xe000 && code <= 0xf8ff)
}

export interface TextSpan {
  text: string
  rare: boolean
}

/** Splits text where a run of rare characters begins or ends. */
export function spansByRarity(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  for (const character of text) {
    const rare = isRare(character)
    const last = spans.at(-1)
    if (last && last.rare === rare) last.text += character
    else spans.push({ text: character, rare })
  }
  return spans
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
