import { expect, type Page } from '@playwright/test'
import { call } from '../call'

/** 走访任务单 and 录入走访单 as a clerk works them: with the keyboard alone. */
export class VisitEntryPages {
  constructor(private readonly page: Page) {}

  async must<Value>(name: string, input: unknown): Promise<Value> {
    const answer = await call(this.page, name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error?.message}`)
    return answer.value as Value
  }

  /** A vault with so many people of one helper, and today as its page tells it. */
  async found(
    names: readonly string[],
  ): Promise<{ helperId: number; ids: number[]; today: string }> {
    await this.must('vault.create', {
      centre: { name: '青石镇留守老人关爱服务中心', county: '清溪县', township: '青石镇' },
      villages: [{ name: '下河村', kind: 'village' }],
      operator: { name: '王经办', password },
    })
    const [village] = await this.must<{ id: number }[]>('villages.list', {})
    const { id: helperId } = await this.must<{ id: number }>('helpers.create', { name: '张吉祥' })
    const { today } = await this.must<{ today: string }>('session.me', {})
    // On file since the month began, so that this month's contacts are due.
    const from = `${today.slice(0, 8)}01`
    const ids: number[] = []
    for (const name of names) {
      const { id } = await this.must<{ id: number }>('recipients.create', {
        facts: { name },
        villageId: village!.id,
        from,
      })
      ids.push(id)
    }
    await this.must('pairings.create', { helperId, recipientIds: ids, from: today })
    return { helperId, ids, today }
  }

  /** Opens a sheet's grid by its number, from the list of sheets. */
  async openByNumber(number: string): Promise<void> {
    await this.go('#/visit-sheets')
    await expect(this.page.getByRole('heading', { name: '走访任务单' })).toBeVisible()
    await this.page.keyboard.press('/')
    await this.page.keyboard.type(number)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByRole('heading', { name: `任务单 ${number}` })).toBeVisible()
    await expect(this.grid.locator('input:focus')).toHaveCount(1)
  }

  async go(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, address)
  }

  get grid() {
    return this.page.getByRole('grid', { name: '录入走访单' })
  }

  /** Presses keys one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Letters in composition, as a Chinese input method shows them before a word is chosen. */
  async compose(letters: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    })
    await session.detach()
  }

  /** The word chosen, in the place of what was being composed. */
  async commit(text: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('Input.insertText', { text })
    await session.detach()
  }

  /** Counts what hands do from now on. */
  async watchHands(): Promise<void> {
    await this.page.evaluate(() => {
      const hands = { keys: 0, clicks: 0 }
      Object.assign(window, { hands })
      window.addEventListener('keydown', () => (hands.keys += 1), { capture: true })
      window.addEventListener('mousedown', () => (hands.clicks += 1), { capture: true })
    })
  }

  hands(): Promise<{ keys: number; clicks: number }> {
    return this.page.evaluate(
      () => (window as unknown as { hands: { keys: number; clicks: number } }).hands,
    )
  }
}

export const password = '松绿-2026-桑榆'
