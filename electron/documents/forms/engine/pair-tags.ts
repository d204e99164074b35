import type { PartProblems } from './problems'
import type { Tag } from './tag'

/**
 * Which tag closes which, for the tags of one part in reading order. Tags without a partner are
 * reported and left out, so that one slip does not hide the next.
 */
export function pairTags(tags: readonly Tag[], problems: PartProblems): Map<Tag, Tag> {
  const pairs = new Map<Tag, Tag>()
  const open: Tag[] = []
  /** Loops that were reported as crossing: their ends, coming later, are no news. */
  const crossedOver = new Set<string>()
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === 'open' || tag.kind === 'inverted') open.push(tag)
    if (tag.kind !== 'close') continue
    const depth = tag.name === '' ? open.length - 1 : open.findLastIndex(isNamed(tag.name))
    if (depth < 0 && tag.name !== '' && crossedOver.delete(tag.name)) continue
    if (depth < 0) {
      problems.add(
        tag,
        tag.name === ''
          ? `“${tag.raw}”前面没有对应的开始标记。`
          : `“${tag.raw}”前面没有对应的开始标记“{#${tag.name}}”。`,
      )
      continue
    }
    const later = tags.slice(index + 1)
    for (const inner of open.splice(depth + 1).reverse()) {
      const crossed = later.some((other) => other.kind === 'close' && other.name === inner.name)
      if (crossed) crossedOver.add(inner.name)
      problems.add(inner, crossed ? crossing(inner, tag) : unclosed(inner))
    }
    pairs.set(open.pop()!, tag)
  }
  for (const tag of open) problems.add(tag, unclosed(tag))
  return pairs
}

const isNamed =
  (name: string) =>
  (tag: Tag): boolean =>
    tag.name === name

const unclosed = ({ raw, name }: Tag): string =>
  `“${raw}”没有结束，请在它管的内容后面写“{/${name}}”。`

const crossing = (inner: Tag, close: Tag): string =>
  `“${inner.raw}”还没有结束，外面的循环就在${close.place}用“${close.raw}”结束了，两个循环交叉。请把“{/${inner.name}}”移到“${close.raw}”前面。`
