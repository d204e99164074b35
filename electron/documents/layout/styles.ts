import { escapeXml } from '../text'
import { fontSlots } from './fonts'
import {
  characterTwips,
  halfPoints,
  twipsOfPt,
  type FontRole,
  type LayoutSettings,
} from './settings'

/** The paragraph styles of a paper; code picks an id, an office changes the look here or in WPS. */
export const styleIds = {
  body: 'PaperBody',
  flush: 'PaperFlush',
  level1: 'PaperLevel1',
  level2: 'PaperLevel2',
  level3: 'PaperLevel3',
  level4: 'PaperLevel4',
  title: 'PaperTitle',
  redHead: 'PaperRedHead',
  documentNumber: 'PaperNumber',
  attachmentLabel: 'PaperAttachment',
  right: 'PaperRight',
  colophon: 'PaperColophon',
  tableHead: 'PaperTableHead',
  tableCell: 'PaperTableCell',
  compactHead: 'PaperCompactHead',
  compactCell: 'PaperCompactCell',
  pageNumber: 'PaperPageNumber',
} as const
export type StyleKey = keyof typeof styleIds

interface ParagraphStyle {
  name: string
  font: FontRole
  sizePt: number
  bold?: boolean
  color?: string
  /** Body text is tightened to reach 28 characters a line; other text stands at its natural width. */
  tightened?: boolean
  align: 'both' | 'center' | 'left' | 'right'
  firstLineTwips?: number
  /** Exact line height; null lets the line grow with its text, as tables need. */
  linePt: number | null
  keepNext?: boolean
  outlineLevel?: number
}

/** The font, size and spacing of every style, derived from the settings. */
export function paragraphStyles(settings: LayoutSettings): Record<StyleKey, ParagraphStyle> {
  const indent = 2 * characterTwips(settings)
  const body: ParagraphStyle = {
    name: '公文正文',
    font: 'body',
    sizePt: settings.bodyPt,
    tightened: true,
    align: 'both',
    firstLineTwips: indent,
    linePt: settings.linePitchPt,
  }
  const heading = (level: 1 | 2 | 3 | 4, font: FontRole): ParagraphStyle => ({
    ...body,
    name: `公文层次${level}`,
    font,
    bold: settings.boldLevels.includes(level),
    keepNext: true,
    outlineLevel: level - 1,
  })
  const centred = { align: 'center', tightened: false, firstLineTwips: 0 } as const
  const tableHead: ParagraphStyle = {
    ...body,
    ...centred,
    name: '表头',
    font: 'tableHead',
    sizePt: settings.tablePt,
    linePt: null,
  }
  const tableCell: ParagraphStyle = { ...tableHead, name: '表格正文', font: 'table', align: 'left' }
  return {
    body,
    flush: { ...body, name: '公文顶格', firstLineTwips: 0 },
    level1: heading(1, 'level1'),
    level2: heading(2, 'level2'),
    level3: heading(3, 'body'),
    level4: heading(4, 'body'),
    title: {
      ...body,
      ...centred,
      name: '公文标题',
      font: 'title',
      sizePt: settings.titlePt,
      linePt: Math.max(settings.linePitchPt, settings.titlePt * 1.5),
    },
    redHead: {
      ...body,
      ...centred,
      name: '发文机关标志',
      font: 'redHead',
      color: 'FF0000',
      linePt: null,
    },
    documentNumber: { ...body, ...centred, name: '发文字号' },
    attachmentLabel: {
      ...body,
      name: '附件标识',
      font: 'level1',
      align: 'left',
      firstLineTwips: 0,
    },
    right: { ...body, name: '公文落款', align: 'right', firstLineTwips: 0 },
    colophon: {
      ...body,
      name: '版记',
      sizePt: settings.colophonPt,
      tightened: false,
      align: 'left',
      firstLineTwips: 0,
    },
    tableHead,
    tableCell,
    compactHead: { ...tableHead, name: '表头（小）', sizePt: settings.compactTablePt },
    compactCell: { ...tableCell, name: '表格正文（小）', sizePt: settings.compactTablePt },
    pageNumber: {
      ...body,
      name: '公文页码',
      font: 'pageNumber',
      sizePt: settings.pageNumberPt,
      tightened: false,
      firstLineTwips: 0,
      align: 'right',
      linePt: settings.pageNumberPt + 2,
    },
  }
}

function fontsXml(role: FontRole, settings: LayoutSettings): string {
  const slots = fontSlots(settings.fonts[role], settings.latinFont)
  return `<w:rFonts ${Object.entries(slots)
    .map(([slot, font]) => `w:${slot}="${escapeXml(font)}"`)
    .join(' ')}/>`
}

function styleXml(id: string, style: ParagraphStyle, settings: LayoutSettings): string {
  const spacing = style.linePt
    ? `<w:spacing w:before="0" w:after="0" w:line="${twipsOfPt(style.linePt)}" w:lineRule="exact"/>`
    : '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
  const paragraph = [
    style.keepNext ? '<w:keepNext/>' : '',
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
    spacing,
    style.firstLineTwips ? `<w:ind w:firstLine="${style.firstLineTwips}"/>` : '',
    `<w:jc w:val="${style.align}"/>`,
    style.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${style.outlineLevel}"/>`,
  ]
  const run = [
    fontsXml(style.font, settings),
    style.bold ? '<w:b/>' : '',
    style.color ? `<w:color w:val="${style.color}"/>` : '',
    style.tightened ? `<w:spacing w:val="${twipsOfPt(settings.characterSpacingPt)}"/>` : '',
    `<w:sz w:val="${halfPoints(style.sizePt)}"/><w:szCs w:val="${halfPoints(style.sizePt)}"/>`,
  ]
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${style.name}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraph.join('')}</w:pPr><w:rPr>${run.join('')}</w:rPr></w:style>`
  )
}

/**
 * word/styles.xml: everything a paragraph looks like stands here once. Space between Chinese and
 * Latin text is off, so that characters stay on their places in the line.
 */
export function stylesXml(settings: LayoutSettings): string {
  const styles = paragraphStyles(settings)
  const size = halfPoints(settings.bodyPt)
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml('body', settings)}<w:kern w:val="0"/>` +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault><w:pPr/></w:pPrDefault>' +
    '</w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>' +
    '</w:tblCellMar></w:tblPr></w:style>' +
    (Object.keys(styles) as StyleKey[])
      .map((key) => styleXml(styleIds[key], styles[key], settings))
      .join('') +
    '</w:styles>'
  )
}
