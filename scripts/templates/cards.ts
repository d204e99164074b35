import { AlignmentType, Paragraph, TabStopType, type Table } from 'docx'
import { twipsOfMm } from '@electron/documents/layout/settings'
import { templateFile } from './document'
import { run, sheet, value, label, type Cell, type SheetRow, type TextLook } from './sheet'

/** 便民联系卡: 90 × 54 mm, ten to an A4 sheet, printed on both sides; no ID number on any card. */

const cardMm = { width: 90, height: 54 }
const markMm = 6
const paddingMm = 5

function line(parts: [string, TextLook][], heightMm: number, spread = false): Paragraph {
  const runs = parts.flatMap(([text, look], position) => [
    ...(spread && position > 0 ? [run('\t', look)] : []),
    run(text, look),
  ])
  return new Paragraph({
    spacing: { line: twipsOfMm(heightMm), lineRule: 'exact' },
    indent: { left: twipsOfMm(paddingMm), right: twipsOfMm(3) },
    tabStops: [{ type: TabStopType.RIGHT, position: twipsOfMm(cardMm.width - 3) }],
    children: runs,
  })
}

const small: TextLook = { face: 'label', pt: 10.5 }
const text: TextLook = { pt: 13 }
const strong: TextLook = { face: 'label', pt: 14 }

/** A tag that opens or closes a repetition takes no room. */
function marker(tag: string): Paragraph {
  return new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    children: [run(tag, { pt: 1 })],
  })
}

function front(side: string): Paragraph[] {
  return [
    marker(`{#${side}}`),
    line([['{单位名称}', small]], 7),
    line(
      [
        ['{姓名}', { face: 'label', pt: 20 }],
        ['{性别}　{年龄}', text],
      ],
      10,
      true,
    ),
    line(
      [
        ['住址　', small],
        ['{现住址}', text],
      ],
      7.2,
    ),
    line(
      [
        ['电话　', small],
        ['{联系电话}', strong],
      ],
      7.2,
    ),
    line(
      [
        ['急找　', small],
        ['{紧急联系人}', text],
        ['　{紧急联系人电话}', strong],
      ],
      7.2,
    ),
    line(
      [
        ['　　　', small],
        ['{第二联系人}', text],
        ['　{第二联系人电话}', strong],
      ],
      7.2,
    ),
    marker(`{/${side}}`),
    marker(''),
  ]
}

function back(side: string): Paragraph[] {
  return [
    marker(`{#${side}}`),
    line([['遇到困难请打这些电话', { face: 'label', pt: 13 }]], 9),
    line(
      [
        ['帮扶人　　', small],
        ['{帮扶人}', text],
      ],
      7,
    ),
    line(
      [
        ['　　　　　', small],
        ['{帮扶人电话}', { face: 'label', pt: 16 }],
      ],
      7.5,
    ),
    line(
      [
        ['家庭医生　', small],
        ['{家庭医生}', text],
        ['　{家庭医生电话}', strong],
      ],
      7.2,
    ),
    line(
      [
        ['关爱中心　', small],
        ['{单位电话}', strong],
      ],
      7.2,
    ),
    line([['急救120　报警110　火警119', { face: 'label', pt: 14 }]], 8.5),
    marker(`{/${side}}`),
    marker(''),
  ]
}

/** A sheet: a ring of crop marks around five rows of two cards. */
function cardSheet(list: string, face: (side: string) => Paragraph[]): Table {
  const edge = (marks: Cell['marks']): SheetRow => ({
    heightMm: markMm,
    exact: true,
    cells: [
      value(markMm, '', { pt: 1 }),
      value(cardMm.width, '', { pt: 1, marks }),
      value(cardMm.width, '', { pt: 1, marks }),
      value(markMm, '', { pt: 1 }),
    ],
  })
  const sideMarks: Cell['marks'] = ['top', 'bottom']
  return sheet(
    [
      edge(['left', 'right']),
      {
        heightMm: cardMm.height,
        exact: true,
        cells: [
          { ...value(markMm, ''), marks: sideMarks, paragraphs: [marker(`{#${list}}`)] },
          { ...value(cardMm.width, ''), paragraphs: face('左') },
          { ...value(cardMm.width, ''), paragraphs: face('右') },
          { ...value(markMm, ''), marks: sideMarks, paragraphs: [marker(`{/${list}}`)] },
        ],
      },
      edge(['left', 'right']),
    ],
    { ruled: false, paddingMm: 0 },
  )
}

export function contactCards(): Promise<Uint8Array> {
  const widthMm = 2 * (cardMm.width + markMm)
  const heightMm = 5 * cardMm.height + 2 * markMm
  const side = (210 - widthMm) / 2
  const end = (297 - heightMm) / 2 - 1
  const turn = (): Paragraph =>
    new Paragraph({
      pageBreakBefore: true,
      spacing: { line: 20, lineRule: 'exact' },
      children: [],
    })
  return templateFile(
    '便民联系卡',
    {
      widthMm: 210,
      heightMm: 297,
      marginMm: { top: end, bottom: end - 2, left: side, right: side },
    },
    [
      marker('{#张}'),
      // Both sides begin alike, so that backs lie behind their fronts.
      turn(),
      cardSheet('正面行', front),
      turn(),
      cardSheet('背面行', back),
      marker('{/张}'),
    ],
  )
}

/** The same numbers for the wall: A5, one to a page, readable from across the room. */
export function wallCard(): Promise<Uint8Array> {
  const big: TextLook = { face: 'label', pt: 22 }
  const row = (name: string, who: string, phone: string): SheetRow => ({
    heightMm: 21,
    cells: [
      label(34, name, { pt: 16 }),
      {
        ...value(94, ''),
        paragraphs: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [run(who, { pt: 16 })] }),
          new Paragraph({ alignment: AlignmentType.CENTER, children: [run(phone, big)] }),
        ],
      },
    ],
  })
  return templateFile(
    '便民联系卡（墙贴）',
    { widthMm: 148, heightMm: 210, marginMm: { top: 10, bottom: 8, left: 10, right: 10 } },
    [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 60 },
        children: [run('便民联系卡', { face: 'title', pt: 28 })],
      }),
      sheet([
        {
          heightMm: 20,
          cells: [label(34, '姓名', { pt: 16 }), value(94, '{姓名}', { face: 'label', pt: 28 })],
        },
        { heightMm: 14, cells: [label(34, '住址', { pt: 16 }), value(94, '{现住址}', { pt: 15 })] },
        row('有急事找', '{紧急联系人}　{紧急联系人关系}', '{紧急联系人电话}'),
        row('也可以找', '{第二联系人}　{第二联系人关系}', '{第二联系人电话}'),
        row('帮扶人', '{帮扶人}', '{帮扶人电话}'),
        row('家庭医生', '{家庭医生}', '{家庭医生电话}'),
        row('关爱中心', '{单位名称}', '{单位电话}'),
        {
          heightMm: 22,
          cells: [value(128, '急救 120　报警 110　火警 119', { face: 'label', pt: 22 })],
        },
      ]),
    ],
  )
}
