import { TemplateHandler, type TemplateData } from 'easy-template-x'
import { cleanText } from '../text'
import { fittedSize, type Picture } from './picture'
import { refused } from './template-check'

/**
 * The only file that knows the template library. Tags are written {姓名}; {#家庭成员} … {/家庭成员}
 * repeats a row, a paragraph or a stretch of text for each entry.
 */

/** What fills a template: text, a picture or null for none, and lists of the same. */
export interface TagData {
  [tag: string]: string | Picture | null | TagData[]
}

const pixelsPerMm = 96 / 25.4

export async function fillTemplate(template: Uint8Array, data: TagData): Promise<Uint8Array> {
  try {
    const filled = await new TemplateHandler().process(Buffer.from(template), libraryData(data))
    return new Uint8Array(filled)
  } catch (error) {
    // The tags themselves were checked before; what is left is where they stand.
    const words = error instanceof Error ? error.message : String(error)
    const tag = /\{[^{}]+\}/.exec(words)?.[0]
    throw refused(tag ? `标记“${tag}”放的位置不对` : '模板的内容读不出来')
  }
}

function libraryData(data: TagData): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([tag, value]): [string, unknown] => {
      if (value === null) return [tag, '']
      if (typeof value === 'string') return [tag, cleanText(value)]
      if (Array.isArray(value)) return [tag, value.map(libraryData)]
      const size = fittedSize(value)
      return [
        tag,
        {
          _type: 'image',
          source: Buffer.from(value.bytes),
          format: value.mime,
          width: Math.round(size.width * pixelsPerMm),
          height: Math.round(size.height * pixelsPerMm),
          altText: tag,
        },
      ]
    }),
  ) as TemplateData
}
