import { escapeXml } from '../../text'
import type { TemplatePicture } from './values'

/** English metric units, in which drawings are measured. */
const emuPerMm = 36_000

const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const pictureNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
const placeNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface Size {
  width: number
  height: number
}

/** The size asked for, in EMU. */
export function printedSize({ widthMm, heightMm }: TemplatePicture): Size {
  return { width: Math.round(widthMm * emuPerMm), height: Math.round(heightMm * emuPerMm) }
}

/** As large as the frame allows, proportions kept. */
export function sizeWithin(frame: Size, picture: TemplatePicture): Size {
  const wanted = printedSize(picture)
  if (wanted.width <= 0 || wanted.height <= 0) return frame
  const scale = Math.min(frame.width / wanted.width, frame.height / wanted.height)
  return { width: Math.round(wanted.width * scale), height: Math.round(wanted.height * scale) }
}

/** What the bytes really are: a wrong name would make Word show a red cross. */
export function formatOf(bytes: Uint8Array): 'png' | 'jpeg' | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  return null
}

/** A picture standing in a line of text. */
export function inlinePicture(id: number, relation: string, alt: string, size: Size): string {
  const extent = `cx="${size.width}" cy="${size.height}"`
  return (
    `<w:drawing><wp:inline xmlns:wp="${placeNamespace}" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent ${extent}/><wp:docPr id="${id}" name="picture" descr="${escapeXml(alt)}"/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawingNamespace}" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${drawingNamespace}"><a:graphicData uri="${pictureNamespace}">` +
    `<pic:pic xmlns:pic="${pictureNamespace}"><pic:nvPicPr><pic:cNvPr id="${id}" name="picture"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${relationNamespace}" r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  )
}
