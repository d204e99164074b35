import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { alias } from './vitest.config'

const entry = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      rollupOptions: {
        // One bundle per process: the desktop shell, the core beside it, its worker threads,
        // the loopback host and the sample generator (the latter two are left out of packages).
        input: {
          index: entry('electron/main/index.ts'),
          core: entry('electron/main/core-process.ts'),
          worker: entry('electron/core/worker.ts'),
          serve: entry('electron/http/serve.ts'),
          sample: entry('electron/http/generate-sample.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: entry('electron/preload/index.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: entry('renderer'),
    resolve: { alias },
    plugins: [react()],
    build: { minify: true, rollupOptions: { input: entry('renderer/index.html') } },
  },
})
