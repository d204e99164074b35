import { CFB } from '@e965/xlsx'

/*
 * The records of an .xls that carry values; the numbers are those of the binary format (BIFF5/8).
 * Everything else is drawing, printing and formulas.
 */
const valueRecords = new Set([
  0x0809, // BOF: begins workbook or sheet
  0x000a, // EOF
  0x0042, // CodePage
  0x0022, // Date1904
  0x002f, // FilePass: set where the file has a password
  0x041e, // Format: number formats tell dates
  0x00e0, // XF: which cell has which format
  0x0085, // BoundSheet8: names of sheets
  0x00fc, // SST: shared strings
  0x00fd, // LabelSst
  0x0204, // Label
  0x00d6, // RString
  0x0203, // Number
  0x027e, // RK
  0x00bd, // MulRk
  0x0205, // BoolErr
  0x0006, // Formula, of which only the stored result is used
  0x0207, // String: result of a formula
  0x00e5, // MergeCells
  0x0200, // Dimensions
])
const formulaRecord = 0x0006
const continuation = 0x003c
/** ExcelFile9: a record without content that every reader passes over. */
const passedOver = 0x01c0
/** Where in a formula record the length of its tokens stands. */
const tokenLengthAt = 20

/**
 * Blanks everything in an old workbook but its values. Readers trip, or never come back, over
 * damaged formulas and drawings that no ledger needs.
 */
export function keepValuesOnly(bytes: Buffer): Buffer {
  const container = CFB.read(bytes, { type: 'buffer' })
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')
  if (!stream) return bytes
  const content = Buffer.from(stream.content as Uint8Array)
  blankRecords(content)
  stream.content = content
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array)
}

function blankRecords(content: Buffer): void {
  let blanking = false
  for (let at = 0; at + 4 <= content.length;) {
    const record = content.readUInt16LE(at)
    const length = content.readUInt16LE(at + 2)
    const end = at + 4 + length
    if (record !== continuation) blanking = !valueRecords.has(record)
    if (blanking) content.writeUInt16LE(passedOver, at)
    else if (record === formulaRecord && length >= tokenLengthAt + 2 && end <= content.length)
      content.writeUInt16LE(0, at + 4 + tokenLengthAt)
    at = end
  }
}
