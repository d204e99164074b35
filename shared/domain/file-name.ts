/**
 * What no file's name may hold: what Windows forbids, control characters, and marks that turn the
 * direction of writing or are not seen, by which `gpj.exe` can be made to read as a picture.
 */
const forbidden =
  // oxlint-disable-next-line no-control-regex -- control characters are among them
  /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g
/** Half of a character of two code units; it cannot be written to a disk. */
const brokenCharacters = /[\ud800-\udfff]/gu
const edges = /^[. \u3000]+|[. \u3000]+$/g
/** Names that Windows keeps for devices, whatever ending follows. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?= *(\.|$))/i
const longest = 80 // characters
/** Bytes; Linux keeps 255, which must do for an ending and a number among equals too. */
const heaviest = 240
const ending = /\.[a-z0-9]{1,5}$/i

/** A name without ending that every system can store; `fallback` where nothing of it is left. */
export function fileStem(text: string, fallback: string): string {
  const clean = text.replace(brokenCharacters, '').replace(forbidden, '').replace(edges, '')
  const stem = shortened(clean).replace(edges, '')
  return (stem || fallback).replace(devices, `${fallback}-$1`)
}

/** The same of a whole name, which keeps its ending. */
export function fileName(text: string, fallback: string): string {
  const kept = ending.exec(text)?.[0] ?? ''
  return fileStem(text.slice(0, text.length - kept.length), fallback) + kept
}

/**
 * Names under which the texts wanted can lie in one folder, in their order: each can be stored and
 * none is like another, not even where the system does not tell capitals.
 */
export function fileNamesApart(wanted: readonly string[], fallback: string): string[] {
  const taken = new Set<string>()
  return wanted.map((text) => {
    const base = fileName(text, fallback)
    const kept = ending.exec(base)?.[0] ?? ''
    let name = base
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1)
      name = `${base.slice(0, base.length - kept.length)}（${copy}）${kept}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** As much of it from the front as a name may hold; no character is cut in two. */
function shortened(text: string): string {
  let bytes = 0
  return [...text]
    .slice(0, longest)
    .filter((character) => {
      bytes += new TextEncoder().encode(character).length
      return bytes <= heaviest
    })
    .join('')
}
