/** `npm run serve -- --data DIR [--port N] [--today DAY]`: the loopback host. */
import { runBuilt } from './run-built.mjs'

await runBuilt(import.meta.url, 'serve.js')
