import { decode } from 'jpeg-js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Core } from '../../core/core'
import { createSampleVault, sampleAccess } from '../../core/sample-vault'
import { closeTestVaults, coreOn, programDir, temporaryFolder } from '../../core/test-vault'

let core: Core
let ids: number[]

beforeAll(async () => {
  const dataDir = temporaryFolder()
  const request = { recipients: 60, contacts: 200, years: 1, until: '2026-11-21' }
  const { vault, operatorId } = await createSampleVault({ dataDir, programDir, request })
  vault.close()
  core = coreOn(dataDir)
  await core.do('vault.unlock', { operatorId, password: sampleAccess.password })
  const list = await core.do('recipients.list', { filter: { group: 'elder' } })
  ids = list.ok ? list.value.rows.map(({ id }) => id) : []
})
afterAll(closeTestVaults)

it('shows portraits that any picture reader opens', async () => {
  const photos = await Promise.all(ids.map((id) => core.do('recipients.photo', { id })))
  const bytes = photos.flatMap((one) =>
    one.ok && one.value ? [Buffer.from(one.value.base64, 'base64')] : [],
  )
  expect(bytes.length).toBeGreaterThan(ids.length / 2)
  for (const one of bytes) expect(decode(one)).toMatchObject({ width: 240, height: 320 })
})

it('holds scans and PDFs that open again from the encrypted files', async () => {
  const kinds = new Set<string>()
  for (const id of ids) {
    const listed = await core.do('attachments.list', { entity: 'recipient', recordId: id })
    if (!listed.ok) throw new Error(listed.error.message)
    for (const one of listed.value) {
      const opened = await core.do('attachments.content', { id: one.id })
      if (!opened.ok) throw new Error(opened.error.message)
      kinds.add(Buffer.from(opened.value.base64, 'base64').toString('latin1', 0, 4))
    }
  }
  expect(kinds).toEqual(new Set(['%PDF', '\xff\xd8\xff\xe0']))
})

it('keeps the level of a file the same as that of its last risk review', async () => {
  let reviewed = 0
  for (const id of ids) {
    const reviews = await core.do('riskReviews.list', { recipientId: id })
    const file = await core.do('recipients.file', { id })
    if (!reviews.ok || !file.ok || !reviews.value[0]) continue
    reviewed += 1
    expect(file.value.riskLevel).toBe(reviews.value[0].finalLevel)
  }
  expect(reviewed).toBeGreaterThan(3)
})
