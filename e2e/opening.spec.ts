import { expect, test } from './app'
import { SetUpPages } from './pages/set-up'

test('the first start opens on the set-up page', async ({ app }) => {
  await new SetUpPages(app.page).seen()
  await expect(app.page).toHaveTitle('桑榆')
})
