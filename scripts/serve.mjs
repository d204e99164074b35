/**
 * `npm run serve -- --data DIR [--port N]`: the loopback host. Its stdout is one JSON line
 * `{"url","token"}`; what the build or the install have to say goes to stderr.
 */
import { ensureBuilt } from './build.mjs'
import { onProjectNode } from './install.mjs'
import { root, runAttached, say } from './run.mjs'
import { join } from 'node:path'

await onProjectNode(import.meta.url)
try {
  ensureBuilt()
} catch (error) {
  say(`构建失败：${error.message} (build failed)`)
  process.exit(1)
}
process.exit(
  await runAttached(process.execPath, [join(root, 'out/main/serve.js'), ...process.argv.slice(2)], {
    cwd: process.cwd(),
  }),
)
