import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection, storeOn } from '@db/open'
import { AttachmentFiles } from '@electron/core/vault/attachments'
import { openEntry, readKeyringText } from '@electron/core/vault/keyring'
import { formerKeys } from '@electron/core/vault/rekeying'
import { startProgram, type Program } from './program'

export interface KillReport {
  kills: number
  /** Records the program said were saved. */
  acknowledged: number
  /** Of those, missing afterwards. */
  lost: number
  /** Kills after which the database or a scan did not check out. */
  corrupt: number
  attachments: number
}

const operator = { name: '王经办', password: '松绿-2026-桑榆' }
const founding = {
  centre: { name: '青石镇留守老人关爱服务中心', county: '青石县', township: '青石镇' },
  villages: [{ name: '下河村', kind: 'village' }],
  operator,
}

interface Saved {
  table: 'recipient' | 'contact' | 'attachment'
  id: number
}

/**
 * Writes people, visits and scans through the program over HTTP, several at once, kills it at a
 * random moment, starts it again and looks for everything it had said was saved.
 */
export async function killUnderLoad(request: {
  entry: readonly string[]
  dataDir: string
  kills: number
  /** Milliseconds of writing before a kill, at most. */
  longest: number
  say: (line: string) => void
}): Promise<KillReport> {
  const { entry, dataDir, kills, longest, say } = request
  const report: KillReport = { kills: 0, acknowledged: 0, lost: 0, corrupt: 0, attachments: 0 }
  const saved: Saved[] = []
  let program = await startProgram(entry, dataDir)
  try {
    must(await program.ask('vault.create', founding))
    const key = await keyOf(dataDir)
    while (report.kills < kills) {
      const [village] = must(await program.ask('villages.list', {})) as { id: number }[]
      const writing = [0, 1, 2].map(() => writeOn(program, village!.id, saved))
      await new Promise((resume) => {
        setTimeout(resume, Math.random() * longest)
      })
      await program.kill()
      await Promise.all(writing)
      report.kills += 1
      program = await startProgram(entry, dataDir)
      const { operators } = must(await program.ask('vault.status', {})) as {
        operators: { id: number }[]
      }
      const operatorId = operators[0]!.id
      must(await program.ask('vault.unlock', { operatorId, password: operator.password }))
      const { missing, sound, scans } = lookAt(dataDir, key, saved)
      report.acknowledged = saved.length
      report.lost = missing
      report.attachments = scans
      if (!sound) report.corrupt += 1
      if (report.kills % 25 === 0) say(JSON.stringify(report))
    }
    return report
  } finally {
    await program.kill()
  }
}

/** Saves one record after the other until the program is gone; what was answered is remembered. */
async function writeOn(program: Program, villageId: number, saved: Saved[]): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const person = await program.ask('recipients.create', {
      facts: { name: `尉迟${'甲乙丙丁'[turn % 4]}` },
      villageId,
      from: '2026-01-01',
      allowSimilar: true,
    })
    if (!person) return
    const { id: recipientId } = must(person) as { id: number }
    saved.push({ table: 'recipient', id: recipientId })
    const bytes = Buffer.from(`%PDF-1.7 ${recipientId} `.repeat(1 + (turn % 50) * 40))
    const scan = await program.ask('attachments.add', {
      entity: 'recipient',
      recordId: recipientId,
      name: '残疾证.pdf',
      base64: bytes.toString('base64'),
    })
    if (!scan) return
    saved.push({ table: 'attachment', id: (must(scan) as { id: number }).id })
  }
}

/** Reads the vault beside the running program: damage, broken references, what is missing. */
function lookAt(
  dataDir: string,
  key: Uint8Array,
  saved: readonly Saved[],
): { missing: number; sound: boolean; scans: number } {
  const connection = openConnection(join(dataDir, 'sangyu.db'), key, { readonly: true })
  try {
    const damage = connection.pragma('quick_check') as { quick_check: string }[]
    const broken = connection.pragma('foreign_key_check') as unknown[]
    const present = new Map(
      (['recipient', 'contact', 'attachment'] as const).map((table) => [
        table,
        new Set(connection.prepare(`select id from ${table}`).pluck().all() as number[]),
      ]),
    )
    const files = new AttachmentFiles(
      join(dataDir, 'attachments'),
      key,
      formerKeys(storeOn(connection)),
    )
    const names = connection
      .prepare('select storage_name from attachment order by id desc limit 200')
      .pluck()
      .all() as string[]
    const unreadable = names.filter((name) => !reads(files, name))
    return {
      missing: saved.filter(({ table, id }) => !present.get(table)!.has(id)).length,
      sound: damage[0]?.quick_check === 'ok' && broken.length === 0 && unreadable.length === 0,
      scans: present.get('attachment')!.size,
    }
  } finally {
    connection.close()
  }
}

function reads(files: AttachmentFiles, name: string): boolean {
  try {
    return files.read(name).byteLength > 0
  } catch {
    return false
  }
}

async function keyOf(dataDir: string): Promise<Uint8Array> {
  const text = readFileSync(join(dataDir, 'keyring.json'), 'utf8')
  const [entry] = readKeyringText(text)!.operators
  return (await openEntry(entry!, operator.password))!
}

function must(answer: { ok: boolean; value?: unknown; error?: { message: string } } | null) {
  if (!answer?.ok) throw new Error(answer?.error?.message ?? 'the program is gone')
  return answer.value
}
