/** `npm run sample -- --data DIR [--recipients N] [--contacts N] [--until DAY]`: a sample township. */
import { runBuilt } from './run-built.mjs'

await runBuilt(import.meta.url, 'sample.js')
