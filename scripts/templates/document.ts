import {
  Document,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  AlignmentType,
  type FileChild,
  type Header,
} from 'docx'
import { fontSlots } from '@electron/documents/layout/fonts'
import { sealDocument } from '@electron/documents/layout/seal'
import { halfPoints, twipsOfMm } from '@electron/documents/layout/settings'
import { faces } from './sheet'

export interface PageSpec {
  widthMm: number
  heightMm: number
  landscape?: boolean
  marginMm: { top: number; bottom: number; left: number; right: number }
  /** A form printed on both sides begins on a new sheet when many are put into one file. */
  newSheet?: boolean
  pageNumber?: boolean
  header?: Header
}

/** The date of the files is that of the first release: they do not change with the clock. */
const written = '2026-01-01T00:00:00Z'

const styles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:docDefaults><w:rPrDefault><w:rPr>' +
  '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:cs="仿宋"/><w:kern w:val="0"/>' +
  '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' +
  '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '</w:styles>'

/** One template file: a single section holding a form. */
export function templateFile(
  title: string,
  page: PageSpec,
  children: FileChild[],
): Promise<Uint8Array> {
  const document = new Document({
    externalStyles: styles,
    sections: [
      {
        properties: {
          type: page.newSheet ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
          page: {
            size: {
              // docx turns the page itself: width and height are those of the upright sheet.
              width: twipsOfMm(page.widthMm),
              height: twipsOfMm(page.heightMm),
              orientation: page.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twipsOfMm(page.marginMm.top),
              bottom: twipsOfMm(page.marginMm.bottom),
              left: twipsOfMm(page.marginMm.left),
              right: twipsOfMm(page.marginMm.right),
              header: twipsOfMm(5),
              footer: twipsOfMm(6),
            },
          },
        },
        ...(page.header && { headers: { default: page.header } }),
        ...(page.pageNumber && { footers: { default: pageNumberFooter() } }),
        children,
      },
    ],
  })
  const fonts = Object.values(faces).map((face) => face.font)
  return sealDocument(document, styles, fonts, { title, author: '桑榆', written })
}

function pageNumberFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ['第 ', PageNumber.CURRENT, ' 页  共 ', PageNumber.TOTAL_PAGES, ' 页'],
            size: halfPoints(10),
            font: { ...fontSlots(faces.note.font, null), hint: 'eastAsia' },
          }),
        ],
      }),
    ],
  })
}
