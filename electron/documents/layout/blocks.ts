import type { FileChild } from 'docx'
import { headingCounter } from '@shared/domain/papers/numerals'
import { inlineText, type Block, type HeadingLevel } from '@shared/domain/papers/model'
import { ruledTable } from './tables'
import type { StyleKey } from './styles'
import type { Typesetter } from './typesetter'

const headingStyle: Record<HeadingLevel, StyleKey> = {
  1: 'level1',
  2: 'level2',
  3: 'level3',
  4: 'level4',
}

/**
 * Text blocks in order, headings numbered as they come. `width` is what tables may fill; with
 * `tied`, the last paragraph stays on a page with what follows.
 */
export function blocksToWord(
  blocks: readonly Block[],
  width: number,
  setter: Typesetter,
  tied = false,
): FileChild[] {
  const count = headingCounter()
  return blocks.map((block, position): FileChild => {
    const keepNext = tied && position === blocks.length - 1
    if (block.kind === 'table') return ruledTable(block, width, setter)
    if (block.kind === 'paragraph') return setter.paragraph('body', block.text, { keepNext })
    const key = headingStyle[block.level]
    const heading = setter.runs(count(block.level) + inlineText(block.text), key)
    return block.body
      ? // The paragraph flows like text: only its first sentence carries the heading's face.
        setter.paragraph(key, [...heading, ...setter.inlineRuns(block.body, 'body')], {
          keepNext,
        })
      : setter.paragraph(key, heading)
  })
}
