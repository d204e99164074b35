import { readFileSync } from 'node:fs'
import { openPackage, partText } from '@electron/documents/package'
import { expect, test } from './app'
import { call } from './call'
import { PaperPages } from './pages/papers'

const kind = '年终工作总结'

test('a summary is reworded, its figure opened, kept as own wording, written, handed in and taken up the year after', async ({
  app,
}) => {
  const papers = new PaperPages(app)
  const { page } = app
  await papers.openSample()
  const me = await call(page, 'session.me', {})
  const { today } = me.value as { today: string }
  const year = Number(today.slice(0, 4))
  /** How many visits the records hold from the first of a year to a day. */
  const visits = async (from: string, to: string): Promise<number> => {
    const questions = [{ figure: 'contacts.visits', from, to, slice: {} }]
    const { value } = await call(page, 'figures.values', { questions })
    return (value as { answers: { value: number }[] }).answers[0]!.value
  }
  const last = await visits(`${year - 1}-01-01`, `${year - 1}-12-31`)
  const now = await visits(`${year}-01-01`, today)
  expect(last).not.toBe(now)

  await papers.edit(kind, year - 1)
  await expect(papers.sheet).toContainText('主要做法')
  await papers.section('主要做法').uncheck()
  await expect(papers.sheet).not.toContainText('主要做法')
  await papers.reword('开头结尾的话', '本镇把老人的事放在前头，走到{探访次数}次。')
  const opening = papers.line('本镇把老人的事放在前头')
  await expect(opening).toHaveText(`本镇把老人的事放在前头，走到${last}次。`)

  // The figure opens the records it counts; on the way back nothing typed is lost.
  await opening.getByRole('button', { name: String(last), exact: true }).click()
  await expect(page.getByRole('heading', { name: '探访次数' })).toBeVisible()
  await expect(page.getByText(`${last} 次`)).toBeVisible()
  await expect(page.getByRole('grid', { name: '数字的明细' }).getByRole('row').nth(1)).toBeVisible()
  await page.goBack()
  await papers.editing(kind, year - 1)
  await expect(opening).toHaveText(`本镇把老人的事放在前头，走到${last}次。`)
  await expect(papers.section('主要做法')).not.toBeChecked()

  await papers.keepWording()
  const word = partText(
    openPackage(new Uint8Array(readFileSync(await papers.write()))),
    'word/document.xml',
  )
  expect(word).toContain(`本镇把老人的事放在前头，走到${last}次。`)
  expect(word).not.toContain('主要做法')

  await papers.handIn()
  await expect(opening).toHaveText(`本镇把老人的事放在前头，走到${last}次。`)
  await papers.takeUpForNextYear()
  await papers.editing(kind, year)
  await expect(page.getByText(`从上一份开始：松溪镇${year - 1}年`)).toBeVisible()
  await expect(opening).toHaveText(`本镇把老人的事放在前头，走到${now}次。`)
  await expect(papers.section('主要做法')).not.toBeChecked()
  await expect(papers.sheet).toContainText(`松溪镇${year}年留守老人关爱服务工作总结`)
})
