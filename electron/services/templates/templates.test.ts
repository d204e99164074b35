import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf, JobName, OutputOf } from '@shared/contract'
import { lintWord } from '@electron/documents/lint'
import { openPackage, partText, sealPackage, setPartText } from '@electron/documents/package'
import { enterPeople } from '../../core/test-people'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  programDir,
  type TestVault,
} from '../../core/test-vault'

let vault: TestVault
let personId: number

beforeAll(async () => {
  vault = await openTestVault()
  const [village] = await vault.must('villages.list', {})
  personId = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: village!.id, birthDate: '1934-12-21' },
  ])[0]!
})
afterAll(closeTestVaults)

const shippedCard = new Uint8Array(
  readFileSync(join(programDir, 'resources/templates/wall-card.docx')),
)

/** The shipped wall card with other words in the place of some. */
function edited(from: string, to: string): string {
  const parts = openPackage(shippedCard)
  const xml = partText(parts, 'word/document.xml')
  expect(xml).toContain(from)
  setPartText(parts, 'word/document.xml', xml.replace(from, to))
  return Buffer.from(sealPackage(parts)).toString('base64')
}

async function fileOf<Name extends JobName>(name: Name, input: InputOf<Name>): Promise<Uint8Array> {
  const { jobId } = (await vault.must(name, input)) as { jobId: number }
  const state = await finishedJob(vault.core, jobId)
  if (state.status !== 'done') throw new Error(JSON.stringify(state.error))
  const { artifactId } = state.result as { artifactId: number }
  return vault.core.artifacts.get(artifactId).files[0]!.bytes
}

const words = (bytes: Uint8Array): string =>
  partText(openPackage(bytes), 'word/document.xml').replace(/<[^>]+>/g, '')

const wallCards = () =>
  fileOf('documents.recipientForms', { people: { ids: [personId] }, template: 'wallCard' })

type Shown = OutputOf<'templates.get'>
const shown = (id: number): Promise<Shown> => vault.must('templates.get', { id })

async function upload(input: Omit<InputOf<'templates.upload'>, 'fileName'>) {
  return vault.must('templates.upload', { fileName: '联系卡（改）.docx', ...input })
}

async function enforce(id: number, inForce = true): Promise<void> {
  const { revision } = await shown(id)
  await vault.must('templates.setInForce', { id, revision, inForce })
}

describe('a template of the office', () => {
  it('begins as the shipped one, and is not used before it is put in force', async () => {
    const { id } = await vault.must('templates.copy', { form: 'wallCard', name: '本镇联系卡' })
    const copy = await shown(id)
    expect(copy).toMatchObject({ inForce: false, versionNumber: 1, shippedIsNewer: false })
    const bytes = await fileOf('templates.download', { versionId: copy.versions[0]!.id })
    expect(Buffer.compare(bytes, shippedCard)).toBe(0)
    await vault.must('templates.void', { id, reason: '试一试' })
    expect(await vault.core.do('templates.get', { id })).toMatchObject({ ok: false })
  })

  it('fills papers once it is in force; ended or hidden, the shipped one does again', async () => {
    const base64 = edited('{单位名称}', '本镇自己的联系卡')
    const { id, problems } = await upload({ form: 'wallCard', name: '本镇联系卡', base64 })
    expect(problems).toEqual([])
    expect(words(await wallCards())).not.toContain('本镇自己的联系卡')
    await enforce(id)
    const card = await wallCards()
    expect(words(card)).toContain('本镇自己的联系卡')
    expect(lintWord(card)).toEqual([])
    await enforce(id, false)
    expect(words(await wallCards())).not.toContain('本镇自己的联系卡')
    await enforce(id)
    await vault.must('templates.void', { id, reason: '不用了' })
    expect(words(await wallCards())).not.toContain('本镇自己的联系卡')
  })

  it('with a faulty new version goes on with the sound one, and says what to mend', async () => {
    const { id } = await upload({
      form: 'wallCard',
      name: '本镇联系卡',
      base64: edited('{单位名称}', '第一版'),
    })
    await enforce(id)
    const faulty = await upload({ id, base64: edited('{单位名称}', '第二版{姓明}') })
    expect(faulty.number).toBe(2)
    expect(faulty.problems).toHaveLength(1)
    expect(faulty.problems[0]).toContain('您是不是想写“{姓名}”')
    expect(await shown(id)).toMatchObject({ versionNumber: 1, latestNumber: 2, faults: 1 })
    expect(words(await wallCards())).toContain('第一版')

    const { revision, versions } = await shown(id)
    const second = versions.find(({ number }) => number === 2)!
    const forced = await vault.core.do('templates.useVersion', {
      id,
      revision,
      versionId: second.id,
    })
    expect(forced).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })

    await upload({ id, base64: edited('{单位名称}', '第三版{姓名}'), note: '改好了' })
    expect(words(await wallCards())).toContain('第三版尉迟彩霞')
    const mended = await shown(id)
    const first = mended.versions.find(({ number }) => number === 1)!
    await vault.must('templates.useVersion', {
      id,
      revision: mended.revision,
      versionId: first.id,
    })
    expect(words(await wallCards())).toContain('第一版')
    await enforce(id, false)
  })

  it('is the only one in force of its form; 自制 forms stand side by side', async () => {
    const make = (form: 'wallCard' | 'ownPerson', name: string) =>
      upload({ form, name, base64: edited('{单位名称}', name) })
    const [a, b] = [await make('wallCard', '甲'), await make('wallCard', '乙')]
    await enforce(a.id)
    await enforce(b.id)
    expect((await shown(a.id)).inForce).toBe(false)
    expect(words(await wallCards())).toContain('乙')
    const [c, d] = [await make('ownPerson', '丙'), await make('ownPerson', '丁')]
    await enforce(c.id)
    await enforce(d.id)
    expect((await shown(c.id)).inForce).toBe(true)
    await enforce(b.id, false)
  })

  it('never changes with the program: a newer shipped template is only told', async () => {
    const { id } = await vault.must('templates.copy', { form: 'wallCard', name: '旧自带' })
    vault.write((ctx) => {
      ctx.db.$client.exec(
        `update template_version set copied_from = 'older' where template_id = ${id}`,
      )
    })
    const before = await fileOf('templates.download', {
      versionId: (await shown(id)).versions[0]!.id,
    })
    expect((await shown(id)).shippedIsNewer).toBe(true)
    expect(Buffer.compare(before, shippedCard)).toBe(0)
  })

  it.each([
    ['no document at all', Buffer.from('这不是文档').toString('base64'), '不是 Word 文档'],
    [
      'a file with macros',
      (() => {
        const parts = openPackage(shippedCard)
        parts.set('word/vbaProject.bin', new Uint8Array([1, 2, 3]))
        return Buffer.from(sealPackage(parts)).toString('base64')
      })(),
      '宏',
    ],
  ])('is refused and leaves nothing behind: %s', async (_, base64, reason) => {
    const before = await vault.must('templates.list', {})
    const answer = await vault.core.do('templates.upload', {
      form: 'wallCard',
      name: '坏的',
      fileName: '坏的.docx',
      base64,
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(JSON.stringify(answer)).toContain(reason)
    expect(await vault.must('templates.list', {})).toEqual(before)
  })
})

describe('trial prints', () => {
  it('come out of every shipped template, with one person or of the office itself', async () => {
    for (const { form, scope, shipped } of await vault.must('templates.list', {})) {
      if (!shipped) continue
      const bytes = await fileOf('templates.trial', { form, recipientId: personId })
      expect(words(bytes), form).toContain(
        scope === 'office' ? '青石镇留守老人关爱服务中心' : '尉迟彩霞',
      )
      expect(lintWord(bytes), form).toEqual([])
    }
  })

  it('refuse a faulty version in words', async () => {
    const { id } = await upload({
      form: 'wallCard',
      name: '有错',
      base64: edited('{单位名称}', '{#家庭成员}'),
    })
    const versionId = (await shown(id)).versions[0]!.id
    const { jobId } = (await vault.must('templates.trial', {
      versionId,
      recipientId: personId,
    })) as { jobId: number }
    const state = await finishedJob(vault.core, jobId)
    expect(state).toMatchObject({ status: 'failed', error: { code: 'VALIDATION' } })
  })
})
