import { fileStem } from '../file-name'

interface MediaKind {
  /** What a clerk calls it. */
  readonly label: string
  /** Endings of such files; the first is given to one that came without. */
  readonly endings: readonly [string, ...string[]]
  /** How it is shown inside the program; null is saved out to be looked at. */
  readonly view: 'picture' | 'pdf' | null
}

/** 附件 that are kept, by media type. What is not listed is refused: programs, pages, archives. */
export const mediaTypes = {
  'image/jpeg': { label: 'JPEG 图片', endings: ['jpg', 'jpeg'], view: 'picture' },
  'image/png': { label: 'PNG 图片', endings: ['png'], view: 'picture' },
  'image/gif': { label: 'GIF 图片', endings: ['gif'], view: 'picture' },
  'image/webp': { label: 'WebP 图片', endings: ['webp'], view: 'picture' },
  'image/bmp': { label: 'BMP 图片', endings: ['bmp'], view: 'picture' },
  'image/tiff': { label: 'TIFF 图片', endings: ['tif', 'tiff'], view: null },
  'application/pdf': { label: 'PDF', endings: ['pdf'], view: 'pdf' },
  'application/ofd': { label: 'OFD 版式文件', endings: ['ofd'], view: null },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    label: 'Word 文档',
    endings: ['docx'],
    view: null,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    label: 'Excel 表格',
    endings: ['xlsx'],
    view: null,
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    label: '演示文稿',
    endings: ['pptx'],
    view: null,
  },
  /** Word, Excel and WPS files of the old kind look alike inside: their ending tells them apart. */
  'application/x-ole-storage': {
    label: '旧版 Office 或 WPS 文档',
    endings: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'],
    view: null,
  },
} as const satisfies Record<string, MediaKind>
export type MediaType = keyof typeof mediaTypes

export const mediaTypeCodes = Object.keys(mediaTypes) as [MediaType, ...MediaType[]]

/** What one attachment may weigh. A scanned sheet has some 0.5 MB, a long scanned PDF 10. */
export const attachmentLimit = 20 * 1024 * 1024 // bytes

const anyEnding = /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i

/** The name under which a file of this type is kept: as given, with an ending that is true. */
export function attachmentName(given: string, type: MediaType): string {
  const ending = anyEnding.exec(given.trimEnd())?.[0].slice(1).toLowerCase()
  const { endings }: MediaKind = mediaTypes[type]
  const stem = fileStem(given.trimEnd().replace(anyEnding, ''), '附件')
  return `${stem}.${ending !== undefined && endings.includes(ending) ? ending : endings[0]}`
}
