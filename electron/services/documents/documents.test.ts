import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import type { JobState } from '@shared/contract/jobs'
import { addContact } from '@db/repositories/contacts'
import { addHelper, addPairing } from '@db/repositories/helpers'
import { assignOperator } from '@db/repositories/operators'
import { loadRoster } from '@db/repositories/roster'
import { lintWord } from '@electron/documents/lint'
import { openPackage, partText } from '@electron/documents/package'
import { validationErrors } from '@electron/documents/proof'
import { inlineText } from '@shared/domain/papers/model'
import { usualPhases, usualResponsibilities } from '@shared/domain/papers/plan-presets'
import type { JobName } from '@shared/contract'
import { enterPeople } from '../../core/test-people'
import { finishedJob, openTestVault, testFounding, type TestVault } from '../../core/test-vault'
import { recordsOf } from './records'

let vault: TestVault
let people: number[]
let lower: number

beforeAll(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  lower = villages.find(({ name }) => name === '下河村')!.id
  const willow = villages.find(({ name }) => name === '柳林村')!.id
  people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower, birthDate: '1934-12-21' },
    { name: '解旺', villageId: willow, birthDate: '1948-03' },
    { name: '单小岚', villageId: lower, birthDate: '1960-07-01' },
    { name: '贺小宝', villageId: lower, group: 'child' },
  ])
  vault.write((ctx) => {
    const helperId = addHelper(ctx, {
      name: '张吉祥',
      phones: ['13900000003'],
      unit: '村委会',
    })
    addPairing(ctx, { helperId, recipientId: people[0]!, from: '2026-03' })
  })
})
afterAll(() => vault.close())

async function run<Name extends JobName>(name: Name, input: InputOf<Name>): Promise<JobState> {
  const { jobId } = (await vault.must(name, input)) as { jobId: number }
  return finishedJob(vault.core, jobId)
}

async function filesOf<Name extends JobName>(name: Name, input: InputOf<Name>) {
  const state = await run(name, input)
  if (state.status !== 'done') throw new Error(JSON.stringify(state.error))
  const { artifactId } = state.result as { artifactId: number }
  return vault.core.artifacts.get(artifactId).files
}

const wordText = (bytes: Uint8Array): string =>
  partText(openPackage(bytes), 'word/document.xml').replace(/<[^>]+>/g, '')

async function expectSound(bytes: Uint8Array): Promise<void> {
  expect(lintWord(bytes)).toEqual([])
  expect(await validationErrors(bytes, 'docx')).toEqual([])
}

describe('forms of people', () => {
  it('come as one file for all, in the order of the villages', async () => {
    const [file, ...more] = await filesOf('documents.recipientForms', { people: { filter: {} } })
    expect(more).toEqual([])
    expect(file!.name).toBe('个人档案表_4人.docx')
    await expectSound(file!.bytes)
    const text = wordText(file!.bytes)
    expect(text.indexOf('尉迟彩霞')).toBeLessThan(text.indexOf('解旺'))
    expect(text).toContain('1948年3月')
    expect(text).toContain('张吉祥')
  })

  it('come as a file each, named after the person', async () => {
    const files = await filesOf('documents.recipientForms', {
      people: { ids: [people[1]!, people[0]!] },
      mode: 'separate',
    })
    expect(files.map(({ name }) => name)).toEqual([
      '个人档案表_柳林村_解旺.docx',
      '个人档案表_下河村_尉迟彩霞.docx',
    ])
  })

  it('tell nothing of health to whoever may not read it', async () => {
    const person = vault.write((ctx) => {
      addContact(ctx, {
        recipientId: people[0]!,
        kind: 'checkup',
        date: '2026-11-20',
        summary: '血压偏高',
      })
      return loadRoster(ctx).find(({ id }) => id === people[0])!
    })
    const printed = (disclosure: 'full' | 'masked'): string =>
      vault.write((ctx) => JSON.stringify(recordsOf(ctx, [person], { disclosure, complete: true })))
    expect(printed('full')).toContain('血压偏高')
    expect(printed('masked')).not.toContain('血压偏高')
  })

  it('are refused where nobody is meant, or somebody unknown', async () => {
    const nobody = await run('documents.recipientForms', {
      people: { filter: { text: '没有这个人' } },
    })
    expect(nobody).toMatchObject({ status: 'failed', error: { code: 'VALIDATION' } })
    const unknown = await run('documents.cards', { people: { ids: [1] } })
    expect(unknown).toMatchObject({ status: 'failed', error: { code: 'NOT_FOUND' } })
    const both = await vault.core.call('documents.cards', { people: { ids: [1], filter: {} } })
    expect(both).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  })

  it.each(['docxA4', 'docxA3', 'xlsx', 'pairings'] as const)(
    'come as a register in %s',
    async (format) => {
      const [file] = await filesOf('documents.roster', { people: { filter: {} }, format })
      if (format === 'xlsx') expect(await validationErrors(file!.bytes, 'xlsx')).toEqual([])
      else {
        await expectSound(file!.bytes)
        expect(wordText(file!.bytes)).toContain('共 4 人')
      }
    },
  )

  it('name in the pairing register who answers above the helper, and what was promised', async () => {
    await vault.must('chain.set', {
      level: 'firstResponsible',
      villageIds: [lower],
      name: '钱书记',
      from: '2026-01-01',
    })
    const [file] = await filesOf('documents.roster', {
      people: { filter: { villageId: lower } },
      format: 'pairings',
    })
    expect(wordText(file!.bytes)).toContain('钱书记')
    expect(wordText(file!.bytes)).toContain('结对帮扶登记表')
  })

  it('come as cards and as wall cards', async () => {
    const [sheet] = await filesOf('documents.cards', { people: { filter: { villageId: lower } } })
    await expectSound(sheet!.bytes)
    const [wall] = await filesOf('documents.recipientForms', {
      people: { ids: people },
      template: 'wallCard',
    })
    await expectSound(wall!.bytes)
    expect(wordText(wall!.bytes)).toContain('13900000003')
  })

  it('say beforehand what the paper will leave blank, and nothing it does not print', async () => {
    const { people: count, fields } = await vault.must('documents.missing', {
      people: { filter: { villageId: lower } },
    })
    expect(count).toBe(3)
    const helperless = fields.find(({ field }) => field === 'helper')
    expect(helperless).toMatchObject({ count: 2 })
    expect(helperless!.examples.map(({ name }) => name).sort()).toEqual(['单小岚', '贺小宝'])
    const on = async (paper: 'roster' | 'recipientFile') => {
      const asked = { people: { filter: { villageId: lower } }, paper }
      return (await vault.must('documents.missing', asked)).fields.map(({ field }) => field)
    }
    expect(await on('recipientFile')).toEqual(expect.arrayContaining(['photo', 'consentOn']))
    expect(await on('roster')).toContain('helper')
    for (const unprinted of ['photo', 'consentOn', 'incomeSources'])
      expect(await on('roster')).not.toContain(unprinted)
  })
})

describe('the work plan', () => {
  it('lists what nobody has entered yet, and writes visible blanks', async () => {
    const particulars = await vault.must('documents.workPlanParticulars', { year: 2027 })
    const { paper } = await vault.must('documents.workPlanPreview', { year: 2027, particulars })
    expect(paper.missing).toContain('成文日期')
    expect(paper.missing).toContain('工作阶段及起止时间（设置 → 组织与计划 → 阶段安排）')
    expect(paper.title).toBe('青石镇2027年留守老人关爱服务工作方案')
  })

  it('is written from the records and keeps the figures it had', async () => {
    await vault.must('organization.savePhases', { year: 2026, phases: usualPhases(2026) })
    await vault.must('organization.saveResponsibilities', { items: [...usualResponsibilities] })
    await vault.must('organization.saveLeadingGroup', {
      members: [
        { title: '组长', name: '邹守成', post: '镇长' },
        { title: '办公室主任', name: '单远', post: '民政所所长' },
      ],
    })
    const particulars = await vault.must('documents.workPlanParticulars', { year: 2026 })
    const state = await run('documents.workPlan', {
      year: 2026,
      particulars: { ...particulars, date: '2026-03-05', officeDepartment: '民政所' },
    })
    expect(state.error).toBeUndefined()
    const result = state.result as { artifactId: number; documentId: number; missing: string[] }
    expect(result.missing).toEqual(['依据的上级文件名称和文号'])
    const [file] = vault.core.artifacts.get(result.artifactId).files
    await expectSound(file!.bytes)
    const text = wordText(file!.bytes)
    expect(text).toContain('在册关爱对象3人')
    expect(text).toContain('单远任办公室主任')
    expect(text).toContain('调查摸底（1月5日至2月28日）')
    expect(text).toContain('每月不少于1次')

    enterPeople(vault, [{ name: '新来', villageId: lower, birthDate: '1950-01-01' }])
    const kept = await vault.must('documents.get', { id: result.documentId })
    expect(kept.paper.figures['recipients.total']!.value).toBe(3)
    const [again] = await filesOf('documents.reprint', { id: result.documentId })
    expect(Buffer.compare(again!.bytes, file!.bytes)).toBe(0)

    const next = await vault.must('documents.workPlanParticulars', { year: 2027 })
    expect(next).toMatchObject({ date: null, officeDepartment: '民政所' })
    expect(await vault.must('documents.list', {})).toHaveLength(1)
    await vault.must('documents.void', { id: result.documentId, reason: '重新拟定' })
    expect(await vault.must('documents.list', {})).toEqual([])
  })

  it('cites each figure with a filter that finds as many people', async () => {
    const particulars = await vault.must('documents.workPlanParticulars', { year: 2026 })
    const { paper } = await vault.must('documents.workPlanPreview', { year: 2026, particulars })
    for (const [key, { value, source }] of Object.entries(paper.figures)) {
      if (source.list !== 'recipients' || !/total|category|unpaired|village/.test(key)) continue
      const { total } = await vault.must('recipients.list', {
        filter: source.filter ?? {},
        limit: 1,
      })
      expect([key, total]).toEqual([key, value])
    }
    expect(inlineText(paper.body[0]!.kind === 'paragraph' ? paper.body[0]!.text : [])).toContain(
      '根据',
    )
  })
})

it('fills a 走访记录表 for every visit, on a page of its own', async () => {
  const { ids } = await vault.must('contacts.record', {
    recipientIds: people.slice(0, 2),
    dates: ['2026-11-03'],
    kind: 'home',
    visitor: '张吉祥',
    startTime: '09:30',
    endTime: '10:10',
    vitals: { systolic: 138, diastolic: 82 },
    checks: { health: 'fine', safety: 'concern' },
    problem: '灶房电线老化',
    outcome: '已报村里',
    revisitOn: '2026-11-17',
  })
  const [file, ...more] = await filesOf('documents.visitRecords', { contactIds: ids })
  expect(more).toEqual([])
  await expectSound(file!.bytes)
  const text = wordText(file!.bytes)
  for (const words of ['尉迟彩霞', '解旺', '09:30 至 10:10', '血压 138/82', '灶房电线老化', '未查'])
    expect(text).toContain(words)
  const [one] = await filesOf('documents.visitRecords', { contactIds: ids.slice(0, 1) })
  expect(one!.name).toBe('走访记录表_尉迟彩霞_2026-11-03.docx')
})

it('prints the visits of a person or month as their list shows them, and no empty file', async () => {
  const ofPerson = { recipientId: people[0]! }
  const [file] = await filesOf('documents.visitRecords', { filter: ofPerson })
  expect(wordText(file!.bytes)).toContain('尉迟彩霞')
  expect(wordText(file!.bytes)).not.toContain('解旺')
  const [month] = await filesOf('documents.visitRecords', { filter: { within: '2026-11' } })
  expect(month!.name).toMatch(/^走访记录表_\d+份\.docx$/)
  expect(await run('documents.visitRecords', { filter: { within: '1999' } })).toMatchObject({
    status: 'failed',
    error: { code: 'VALIDATION' },
  })
})

it.each(['consentNotice', 'annualReview', 'applicationForm'] as const)(
  'prints %s for chosen people in one run',
  async (form) => {
    const chosen = { ids: people.slice(0, 2) }
    const [file, ...more] = await filesOf('formRuns.start', { people: chosen, form })
    expect(more).toEqual([])
    expect(wordText(file!.bytes)).toContain('解旺')
    await expectSound(file!.bytes)
  },
)

it('prints the directory with who helps today, and a duty roster with every day of its month', async () => {
  const [directory] = await filesOf('documents.officePaper', { form: 'directory' })
  await expectSound(directory!.bytes)
  expect(wordText(directory!.bytes)).toContain('张吉祥')
  const [duty] = await filesOf('documents.officePaper', { form: 'dutyRoster', month: '2028-02' })
  expect(duty!.name).toBe('值班表_2028-02.docx')
  const text = wordText(duty!.bytes)
  expect(text).toContain('2月29日星期二')
  expect(text).not.toContain('3月1日')
})

it('gives a reader, who may read no telephone, no directory', async () => {
  const reader = await openTestVault()
  const { operator } = await reader.must('session.me', {})
  reader.write((ctx) =>
    assignOperator(ctx, operator.id, { role: 'reader', scope: { villages: null, groups: null } }),
  )
  await reader.must('vault.lock', {})
  await reader.must('vault.unlock', {
    operatorId: operator.id,
    password: testFounding.operator.password,
  })
  const { jobId } = await reader.must('documents.officePaper', { form: 'directory' })
  expect(await finishedJob(reader.core, jobId)).toMatchObject({
    status: 'failed',
    error: { code: 'FORBIDDEN' },
  })
  await reader.close()
})

describe('print views', () => {
  it('give the people of cards and registers with words ready to print', async () => {
    const printed = await vault.must('documents.printedPeople', { people: { ids: people } })
    expect(printed.centre.township).toBe('青石镇')
    expect(printed.people[0]).toMatchObject({ name: '尉迟彩霞', birthDate: '1934年12月21日' })
  })
})
