import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { vaultPaths } from './vault/files'
import { openTestVault, testFounding, type TestVault } from './test-vault'

let vault: TestVault
beforeAll(async () => {
  vault = await openTestVault()
})
afterAll(() => vault.close())

/** A paper as 打开来打印 leaves it for the office program. */
function leavePaper(): string {
  const folder = join(vaultPaths(vault.dataDir).opened, '1')
  mkdirSync(folder, { recursive: true })
  const paper = join(folder, '个人档案表.docx')
  writeFileSync(paper, '明文')
  return paper
}

it('sweeps opened papers when the program is locked, and those a crash left at the next login', async () => {
  const paper = leavePaper()
  const { operator } = await vault.must('session.me', {})
  expect(existsSync(paper)).toBe(true)
  await vault.must('vault.lock', {})
  expect(existsSync(paper)).toBe(false)

  const left = leavePaper()
  await vault.must('vault.unlock', {
    operatorId: operator.id,
    password: testFounding.operator.password,
  })
  expect(existsSync(left)).toBe(false)
})
