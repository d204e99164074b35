import ExcelJS from 'exceljs'
import { sampleTownship } from '../../shared/domain/sample/township'
import { inTurn } from './figures'
import { BenchCore, generateVault } from './vaults'

const ROWS = 3000

/** Three thousand people in one workbook as a village would send it, from file to files. */
export async function importFigures(until: string) {
  const bytes = await ledger(until)
  const content = Buffer.from(bytes).toString('base64')
  const vaults = await Promise.all(
    Array.from({ length: 3 }, () =>
      generateVault({ recipients: 10, contacts: 100, years: 1, until }),
    ),
  )
  const figures = await inTurn(
    vaults.length,
    async (run) => {
      const bench = await BenchCore.open(vaults[run]!)
      await importPeople(bench, content)
      await bench.core.close()
    },
    async () => {
      await new ExcelJS.Workbook().xlsx.load(bytes)
    },
  )
  for (const vault of vaults) vault.remove()
  return { ...figures, rows: ROWS, baselineIs: 'exceljs reading the same workbook' }
}

async function importPeople(bench: BenchCore, content: string): Promise<void> {
  const opened = await bench.job('imports.open', { fileName: '花名册.xlsx', content })
  const { importId } = opened.result as { importId: string }
  const applied = await bench.job('imports.apply', { importId })
  const { people } = applied.result as { people: { created: number } }
  if (people.created !== ROWS) throw new Error(`${people.created} people imported of ${ROWS}`)
}

async function ledger(until: string): Promise<ArrayBuffer> {
  const { people, villages } = sampleTownship({ recipients: ROWS, contacts: 0, years: 1, until })
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('花名册')
  sheet.addRow(['序号', '村', '组', '姓名', '性别', '身份证号', '联系电话', '健康状况', '自理能力'])
  people.forEach((person, i) => {
    const village = villages[person.villageIndex]!
    sheet.addRow([
      i + 1,
      village.name,
      village.groups[person.groupIndex],
      person.name,
      person.gender === 'male' ? '男' : '女',
      person.idNumber ?? '',
      person.phone ?? '无',
      '一般',
      '能自理',
    ])
  })
  return book.xlsx.writeBuffer() as Promise<ArrayBuffer>
}
