import type { RegisterDefinition } from './definition'

/*
 * A definition as a file, so that a county can hand one to all its townships. What comes in is not
 * trusted: its size, depth and keys are checked here, its shape by the contract, its sense by
 * `definitionFaults`; then a clerk looks at it before it becomes a register.
 */

const format = 'sangyu-register'
const formatVersion = 1
export const mostDefinitionText = 300_000 // characters; the largest definition there can be is smaller
const mostDepth = 8

export const writeDefinition = (definition: RegisterDefinition): string =>
  `${JSON.stringify({ format, version: formatVersion, definition }, null, 2)}\n`

export type ReadDefinition = { readonly definition: unknown } | { readonly fault: string }

/** The definition a file holds, its shape still unchecked, or why it is none. */
export function readDefinition(text: string): ReadDefinition {
  if (text.length > mostDefinitionText) return { fault: '文件太大，不是登记簿文件' }
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { fault: '文件读不懂，不是登记簿文件，或没有传完整' }
  }
  if (!isPlain(content, 0)) return { fault: '文件里有不该有的内容，没有读入' }
  const { format: name, version, definition } = (content ?? {}) as Record<string, unknown>
  if (name !== format) return { fault: '这不是登记簿文件' }
  if (version !== formatVersion) return { fault: '文件来自更新的版本，请先升级程序' }
  return { definition }
}

/** Not deeper than a definition, and without keys that reach into how objects work. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth > mostDepth) return false
  return Object.entries(value).every(
    ([key, inner]) => !(key in {} && !Array.isArray(value)) && isPlain(inner, depth + 1),
  )
}
