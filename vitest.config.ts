import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const folder = (name: string): string => resolve(import.meta.dirname, name)

/** The import prefixes of the source tree; tsconfig.json repeats them for the type checker. */
export const alias = {
  '@shared': folder('shared'),
  '@db': folder('db'),
  '@electron': folder('electron'),
  '@renderer': folder('renderer'),
}

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['{shared,db,electron,renderer,scripts}/**/*.test.ts'],
    testTimeout: 30_000,
  },
})
