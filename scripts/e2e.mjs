/** `npm run e2e -- chromium|electron [Playwright arguments]`: the specs in one host. */
import { ensureBuiltOrExit } from './build.mjs'
import { e2eCommand } from './e2e-hosts.mjs'
import { onProjectNode } from './install.mjs'
import { runAttached, say } from './run.mjs'

await onProjectNode(import.meta.url)
const [host, ...args] = process.argv.slice(2)
if (host !== 'chromium' && host !== 'electron') {
  say('npm run e2e -- chromium|electron [Playwright arguments]')
  process.exit(2)
}
ensureBuiltOrExit()
const command = await e2eCommand(host, args).catch((error) => {
  say(error.message)
  process.exit(1)
})
process.exit(
  await runAttached(command.program, command.args, { env: { ...process.env, ...command.env } }),
)
