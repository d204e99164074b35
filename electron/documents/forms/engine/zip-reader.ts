import { Inflate } from 'fflate'
import { FailureError } from '@shared/contract/failure'
import { crc32 } from './crc32'
import { refused } from './refusal'

/*
 * Reads the zip of a template that anybody may have made. Nothing is unpacked before the list of
 * contents has been judged, and nothing beyond the size it announced.
 */

const maxFileBytes = 20 * 1024 * 1024
const maxEntries = 2000
const maxPartBytes = 48 * 1024 * 1024
const maxTotalBytes = 96 * 1024 * 1024
/** Real XML packs to a twentieth; a part that unpacks a thousandfold was made to do harm. */
const maxRatio = 200
/** Small parts may pack well by chance. */
const ratioMattersFrom = 1024 * 1024

const stored = 0
const deflated = 8

interface Entry {
  path: string
  method: number
  flags: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

/** The parts of an Office file by path; throws a refusal in a clerk's words. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > maxFileBytes)
    throw refused('文件超过 20 MB。请删掉模板里的大图片，或把图片压缩后再试。')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw refused('它是旧格式（.doc）或加了打开密码的文件。请去掉密码，另存为 .docx 后再试。')
  const entries = readContents(bytes)
  judge(entries)
  return new Map(entries.map((entry) => [entry.path, unpack(bytes, entry)]))
}

const notZip = '它不是 Word 文档（.docx），或者文件已经损坏。请用 WPS 或 Word 打开后另存为 .docx。'
const damaged = '文件已经损坏。请用 WPS 或 Word 打开后另存一份再试。'

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function readContents(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > maxEntries) throw refused(`文件里有 ${count} 个部件，不是正常的 Word 文档。`)
  const decoder = new TextDecoder('utf-8')
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw refused(damaged)
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      path: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  // Folders are listed by some zip programs; Office files do without.
  return entries.filter(({ path, size }) => !(path.endsWith('/') && size === 0))
}

/** The end record lies in the last 22 bytes, further up only where a comment follows it. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw refused(notZip)
}

function judge(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  let total = 0
  for (const entry of entries) {
    if (entry.flags & 1) throw refused('文件加了密码。请去掉密码后另存为 .docx 再试。')
    if (entry.method !== stored && entry.method !== deflated) throw refused(damaged)
    if (!isPlainPath(entry.path)) throw refused('文件里有伪装的路径，可能是恶意文件，请不要使用。')
    // Windows and Office do not tell upper from lower case.
    const key = entry.path.toLowerCase()
    if (seen.has(key)) throw refused('文件里有重名的部件，可能是恶意文件，请不要使用。')
    seen.add(key)
    total += entry.size
    const swollen = entry.size > ratioMattersFrom && entry.size > entry.packedSize * maxRatio
    if (swollen || entry.size > maxPartBytes || total > maxTotalBytes)
      throw refused('文件解开后大得不正常（压缩炸弹），可能是恶意文件，请不要使用。')
  }
}

function isPlainPath(path: string): boolean {
  return (
    path !== '' &&
    // oxlint-disable-next-line no-control-regex -- control characters in a name are a disguise
    !/[\u0000-\u001f\\:\ufffd]/.test(path) &&
    path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')
  )
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw refused(damaged)
  const start =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packedSize)
  if (packed.length !== entry.packedSize) throw refused(damaged)
  const part = entry.method === stored ? packed : inflate(packed, entry.size)
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw refused(damaged)
  return part
}

/** Fed in small pieces, so that a part which lies about its size is stopped soon after it. */
const pieceBytes = 16 * 1024

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const part = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size)
      throw refused('文件解开后比它声明的大（压缩炸弹），可能是恶意文件，请不要使用。')
    part.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length; at += pieceBytes)
      stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
  } catch (error) {
    // fflate says no more than that the stream is broken.
    throw error instanceof FailureError ? error : refused(damaged)
  }
  return part.subarray(0, length)
}
