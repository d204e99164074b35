/** What Windows does not allow in a file's name, and dots and blanks at its end. */
// oxlint-disable-next-line no-control-regex -- control characters are among them
const forbidden = /[\\/:*?"<>|\u0000-\u001f]|[. ]+$/g
const longest = 80

/** File names for Word papers, safe on every system and no two alike. */
export function fileNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((text) => {
    const base = [...text.replace(forbidden, '')].slice(0, longest).join('') || '文书'
    let name = base
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base}（${copy}）`
    taken.add(name.toLowerCase())
    return `${name}.docx`
  })
}
