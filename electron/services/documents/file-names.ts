import { fileStem } from '@shared/domain/file-name'

/** File names for Word papers, safe on every system and no two alike. */
export function fileNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((text) => {
    const base = fileStem(text, '文书')
    let name = base
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base}（${copy}）`
    taken.add(name.toLowerCase())
    return `${name}.docx`
  })
}
