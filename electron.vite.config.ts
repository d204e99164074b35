import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { alias } from './vitest.config'

const entry = (path: string): string => resolve(import.meta.dirname, path)

/**
 * What pdf.js reads while it draws, as files beside the pages: how Chinese text without embedded
 * fonts is coded, and decoders for scans that run without WebAssembly, which the pages forbid.
 */
function pdfParts(): Plugin {
  const parts = [
    { folder: 'cmaps', of: /^(Adobe-GB1|GB|UniGB|Identity)/ },
    { folder: 'wasm', of: /_nowasm_fallback\.js$/ },
  ]
  return {
    name: 'pdf-parts',
    generateBundle() {
      for (const { folder, of } of parts) {
        const from = entry(join('node_modules/pdfjs-dist', folder))
        for (const name of readdirSync(from).filter((name) => of.test(name)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${name}`,
            source: readFileSync(join(from, name)),
          })
      }
    },
  }
}

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
    plugins: [react(), pdfParts()],
    build: { minify: true, rollupOptions: { input: entry('renderer/index.html') } },
  },
})
