import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import type { InputOf } from '@shared/contract'
import type { Role } from '@shared/domain/vocabulary'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, openTestVault, testFounding, type TestVault } from '../../core/test-vault'
import { bonesOfJpeg, bonesOfPng, secretPlace } from '../pictures/test-pictures'

let vault: TestVault
let villageId: number
let personId: number

beforeAll(async () => {
  vault = await openTestVault()
  villageId = (await vault.must('villages.list', {}))[0]!.id
  personId = enterPeople(vault, [{ name: '尉迟彩霞', villageId }])[0]!
})
afterAll(closeTestVaults)

const pdf = Buffer.from('%PDF-1.7\n残疾证 61099919341221206842\n%%EOF')
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const onPerson = (id = personId) => ({ entity: 'recipient' as const, recordId: id })

const add = (file: Partial<InputOf<'attachments.add'>> = {}) =>
  vault.must('attachments.add', { ...onPerson(), name: '残疾证.pdf', base64: base64(pdf), ...file })
const listed = (id = personId) => vault.must('attachments.list', onPerson(id))

describe('attachments of a file', () => {
  it('come back as they were put in, with who added them and when', async () => {
    const { id } = await add({ day: '2026-03-05', note: '原件在本人处' })
    expect((await listed()).find((one) => one.id === id)).toMatchObject({
      name: '残疾证.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      day: '2026-03-05',
      note: '原件在本人处',
      addedBy: '王经办',
    })
    const content = await vault.must('attachments.content', { id })
    expect(Buffer.from(content.base64, 'base64')).toEqual(pdf)
  })

  it('are known by their content, not by what they are called', async () => {
    const added = await add({ name: '合同.exe', base64: base64(bonesOfPng()) })
    expect(added).toMatchObject({ name: '合同.png', mediaType: 'image/png' })
    const docx = zipSync({ 'word/document.xml': strToU8('<w/>') })
    expect(await add({ name: '说明', base64: base64(docx) })).toMatchObject({ name: '说明.docx' })
  })

  it.each([
    ['a program', Buffer.from('MZ\x90\0 this program')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an archive of anything', Buffer.from(zipSync({ 'x.exe': strToU8('MZ') }))],
    ['an archive cut short', Buffer.from('PK\x03\x04')],
    ['no base64 at all', Buffer.alloc(0)],
  ])('refuses %s in words, and keeps nothing of it', async (_, bytes) => {
    const before = (await listed()).length
    const input = { ...onPerson(), name: 'x.pdf', base64: base64(bytes) || '!!!' }
    const refused = await vault.core.do('attachments.add', input)
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(JSON.stringify(refused)).toContain('没有放入')
    expect(await listed()).toHaveLength(before)
  })

  it('refuses more than 20 MB before anything is written', async () => {
    const big = Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)])
    const refused = await vault.core.do('attachments.add', {
      ...onPerson(),
      name: '大.pdf',
      base64: base64(big),
    })
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(JSON.stringify(refused)).toContain('20 MB')
  })

  it('lose the place that a camera wrote into them, whoever sends them', async () => {
    const { id } = await add({ name: '隐患.jpg', base64: base64(bonesOfJpeg(6)) })
    const content = await vault.must('attachments.content', { id })
    expect(Buffer.from(content.base64, 'base64').toString('latin1')).not.toContain(secretPlace)
  })

  it('are renamed and hidden with history, and a stale save is refused', async () => {
    const { id } = await add({ name: '旧名.pdf' })
    const { revision } = (await listed()).find((one) => one.id === id)!
    await vault.must('attachments.update', { id, revision, name: '新名', note: '补扫' })
    const stale = await vault.core.do('attachments.update', { id, revision, name: '别名' })
    expect(stale).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    await vault.must('attachments.void', { id, reason: '放错人' })
    expect((await listed()).some((one) => one.id === id)).toBe(false)
    const content = await vault.core.do('attachments.content', { id })
    expect(content).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    const history = await vault.must('recipients.history', { id: personId })
    expect(history.filter((entry) => entry.subject === '新名.pdf').map(({ kind }) => kind)).toEqual(
      ['void', 'update', 'create'],
    )
    expect(JSON.stringify(history)).not.toMatch(/storageName|[0-9a-f]{64}/)
  })

  it('are noted as given out when they are saved outside', async () => {
    const { id } = await add({ name: '存单.pdf' })
    const { artifactId, title } = await vault.must('attachments.download', { id })
    expect(title).toBe('存单.pdf')
    expect(Buffer.from(vault.core.artifacts.get(artifactId).files[0]!.bytes)).toEqual(pdf)
    const [latest] = await vault.must('recipients.disclosures', {})
    expect(latest).toMatchObject({ people: 1, reason: '另存附件：存单.pdf' })
  })

  it('go with a file that is united with another, and hide with one entered by mistake', async () => {
    const [kept, other, mistake] = enterPeople(vault, [
      { name: '仇大山', villageId },
      { name: '仇大山', villageId },
      { name: '录错人', villageId },
    ]) as [number, number, number]
    await add(onPerson(other))
    const { id } = await add(onPerson(mistake))
    await vault.must('recipients.merge', {
      keptId: kept,
      keptRevision: 1,
      otherId: other,
      otherRevision: 1,
      reason: '同一人',
    })
    expect(await listed(kept)).toHaveLength(1)
    await vault.must('recipients.void', { id: mistake, reason: '录错', confirmed: true })
    expect(await vault.core.do('attachments.content', { id })).toMatchObject({ ok: false })
  })
})

describe('attachments of another record', () => {
  it('hang on a visit, and show in the history of the person visited', async () => {
    await vault.must('contacts.record', {
      recipientIds: [personId],
      kind: 'home',
      dates: ['2026-11-20'],
    })
    const { rows } = await vault.must('contacts.list', { recipientId: personId })
    const visit = { entity: 'contact' as const, recordId: rows[0]!.id }
    const { id } = await add({ ...visit, name: '走访单.pdf' })
    expect(await vault.must('attachments.list', visit)).toMatchObject([{ id }])
    expect((await listed()).some((one) => one.id === id)).toBe(false)
    const history = await vault.must('recipients.history', { id: personId })
    expect(history.some((entry) => entry.subject === '走访单.pdf')).toBe(true)
  })

  it('refuses a record that does not exist', async () => {
    for (const entity of ['recipient', 'contact', 'helper', 'pairing'] as const) {
      const answer = await vault.core.do('attachments.list', { entity, recordId: 12345 })
      expect(answer, entity).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    }
  })
})

describe('who may do what', () => {
  async function as(role: Role, villages: number[] | null): Promise<void> {
    const { operator } = await vault.must('session.me', {})
    vault.write((ctx) =>
      assignOperator(ctx, operator.id, { role, scope: { villages, groups: null } }),
    )
    await vault.must('vault.lock', {})
    const { password } = testFounding.operator
    await vault.must('vault.unlock', { operatorId: operator.id, password })
  }

  it('a reader sees what is there, but opens, adds and hides nothing', async () => {
    const { id } = await add()
    await as('reader', null)
    expect((await listed()).length).toBeGreaterThan(0)
    for (const refused of [
      await vault.core.do('attachments.content', { id }),
      await vault.core.do('attachments.download', { id }),
      await vault.core.do('attachments.void', { id, reason: 'x' }),
      await vault.core.do('attachments.add', { ...onPerson(), name: 'x', base64: base64(pdf) }),
    ])
      expect(refused).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    await as('admin', null)
  })

  it('a clerk of another village finds none of it, by whatever id', async () => {
    const { id } = await add()
    const other = (await vault.must('villages.list', {}))[1]!
    await as('clerk', [other.id])
    for (const refused of [
      await vault.core.do('attachments.list', onPerson()),
      await vault.core.do('attachments.content', { id }),
      await vault.core.do('attachments.download', { id }),
      await vault.core.do('attachments.void', { id, reason: 'x' }),
      await vault.core.do('attachments.update', { id, revision: 1, name: 'x' }),
      await vault.core.do('attachments.add', { ...onPerson(), name: 'x', base64: base64(pdf) }),
    ])
      expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    await as('admin', null)
  })
})
