import { escapeXml } from '../text'

/**
 * Names under which another PC may know the same or the nearest face: 方正小标宋 is not part of
 * Windows, and the *_GB2312 fonts left with Windows XP.
 */
const otherNames: Record<string, string> = {
  方正小标宋简体: '华文中宋',
  仿宋: 'FangSong',
  仿宋_GB2312: '仿宋',
  楷体: 'KaiTi',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
  'SimSun-ExtB': '宋体-ExtB',
}

/** word/fontTable.xml for the fonts a document names, each with its other name. */
export function fontTable(fonts: Iterable<string>): string {
  const entries = [...new Set(fonts)].sort().map((font) => {
    const other = otherNames[font]
    return (
      `<w:font w:name="${escapeXml(font)}">` +
      (other ? `<w:altName w:val="${escapeXml(other)}"/>` : '') +
      '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    )
  })
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${entries.join('')}</w:fonts>`
  )
}

/** The four font slots of a run, as attributes: no slot is left to a theme. */
export function fontSlots(chinese: string, latin: string | null) {
  const narrow = latin ?? chinese
  return { ascii: narrow, hAnsi: narrow, cs: narrow, eastAsia: chinese }
}
