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
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const longest = 80 // characters

/** A name without ending that every system can store; `fallback` where nothing of it is left. */
export function fileStem(text: string, fallback: string): string {
  const clean = text.replace(brokenCharacters, '').replace(forbidden, '').replace(edges, '')
  const stem = [...clean].slice(0, longest).join('').replace(edges, '')
  return (stem || fallback).replace(devices, `${fallback}-$1`)
}
