import {
  contentTypeOf,
  kindOf,
  targetPath,
  type Relation,
  type TemplatePackage,
} from './package-parts'
import { refused } from './refusal'
import { elementsIn, parseXml, type XmlElement } from './xml'

/*
 * Refuses what a template may not bring: programs, embedded files, and anything that makes Word
 * or WPS fetch or start something when the document is opened. A form needs none of it.
 */

const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export function judgePackage(template: TemplatePackage): void {
  judgeDocumentType(contentTypeOf(template.contentTypes, template.documentPath))
  for (const path of template.parts.keys())
    judgePart(path, contentTypeOf(template.contentTypes, path))
  for (const [owner, relations] of template.relations)
    for (const relation of relations) judgeRelation(owner, relation, template.parts)
  for (const [path, part] of template.parts)
    if (/\.(xml|rels|vml)$/i.test(path))
      judgeMarkup(parseXml(part, path), path === template.documentPath)
}

function judgeDocumentType(type: string): void {
  if (type === documentType) return
  if (/macroEnabled/i.test(type))
    throw refused('文件带宏（.docm）。请另存为不带宏的 .docx 后再试。')
  if (type.endsWith('template.main+xml'))
    throw refused('它是 .dotx 模板格式。请另存为 Word 文档（.docx）后再试。')
  throw refused('它不是 Word 文档（.docx）。请用 WPS 或 Word 打开后另存为 .docx。')
}

function judgePart(path: string, type: string): void {
  if (/vba(Project|Data)|macroEnabled/i.test(path + type))
    throw refused('文件里有宏。请另存为不带宏的 .docx 后再试。')
  if (/activeX/i.test(path + type))
    throw refused('文件里有 ActiveX 控件。请删掉按钮、输入框等控件后再试。')
  if (/(^|\/)embeddings\/|oleObject/i.test(path + (type && path.endsWith('.bin') ? type : '')))
    throw refused('文件里嵌入了别的文件（如 Excel 表、图表数据）。请删掉，或改成图片后再试。')
}

const refusedKinds: Readonly<Record<string, string>> = {
  oleObject: '文件里嵌入了别的文件（OLE 对象）。请删掉，或改成图片后再试。',
  package: '文件里嵌入了别的文件（如图表数据）。请删掉，或改成图片后再试。',
  control: '文件里有 ActiveX 控件。请删掉后再试。',
  aFChunk: '文件里夹带了另一份文档。请把内容粘贴成普通文字后再试。',
  subDocument: '文件引用了子文档。请把内容粘贴进来后再试。',
  vbaProject: '文件里有宏。请另存为不带宏的 .docx 后再试。',
  frame: '文件里有网页框架。请删掉后再试。',
}

function judgeRelation(
  owner: string,
  { type, target, external }: Relation,
  parts: ReadonlyMap<string, Uint8Array>,
): void {
  const kind = kindOf(type)
  const reason = refusedKinds[kind]
  if (reason) throw refused(reason)
  if (external) {
    if (kind === 'attachedTemplate' && isOnThisPc(target)) return
    const shown = target.length > 60 ? `${target.slice(0, 60)}…` : target
    throw refused(
      kind === 'hyperlink'
        ? `文件里有指向外部的链接（${shown}）。请在链接上点右键选“取消超链接”后再试。`
        : `文件要从外面读取内容（${shown}），可能泄露信息。请删掉链接的图片或对象后再试。`,
    )
  }
  const path = targetPath(owner, target)
  if (path === null || /[\\:]/.test(target))
    throw refused('文件里有伪装的路径，可能是恶意文件，请不要使用。')
  if (!parts.has(path) && !target.startsWith('#') && target !== 'NULL')
    throw refused(`文件缺了“${path}”部分，可能已经损坏。请用 WPS 或 Word 打开后另存一份再试。`)
}

/** A .dotx the document was once made from; it is left out of what is written. */
function isOnThisPc(target: string): boolean {
  return /^(file:\/\/\/)?[A-Za-z]:[\\/]/.test(target)
}

/** Fields that read other files or start other programs when they are updated. */
const reachingOut =
  /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|EMBED|DATABASE|RD|MACROBUTTON|HYPERLINK\s+(?!\\l))\b/i

function judgeMarkup(root: XmlElement, isDocument: boolean): void {
  if (isDocument && (root.name !== 'w:document' || root.attributes['xmlns:w'] !== wordNamespace))
    throw refused('它不是 WPS 或 Word 按常用格式保存的。请打开后另存为 Word 文档（.docx）再试。')
  for (const field of fieldsIn(root)) {
    const word = reachingOut.exec(field)?.[1]
    if (word)
      throw refused(`文件里有会读取外部内容的域（${word.trim().toUpperCase()}）。请删掉后再试。`)
  }
}

/** The instruction of every field; Word may cut one into several runs. */
function fieldsIn(root: XmlElement): string[] {
  const fields: string[] = []
  const open: string[] = []
  for (const { name, attributes, children } of elementsIn(root)) {
    if (name === 'w:fldSimple') fields.push(attributes['w:instr'] ?? '')
    if (name === 'w:fldChar') {
      const state = attributes['w:fldCharType']
      if (state === 'begin') open.push('')
      else if (state === 'end') fields.push(open.pop() ?? '')
    }
    if (name === 'w:instrText') {
      const text = children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
      if (open.length === 0) fields.push(text)
      else open[open.length - 1] += text
    }
  }
  return [...fields, ...open]
}
