import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { HostOption } from './app'

const results = join(import.meta.dirname, '../test-results')

/**
 * The same specs in both hosts; `npm run e2e -- chromium|electron` gives each what it needs.
 * One at a time: a township's office PC has no more cores to spare than the machine of a test.
 */
export default defineConfig<object, HostOption>({
  testDir: '.',
  workers: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  projects: [
    {
      name: 'chromium',
      testIgnore: '*.electron.spec.ts',
      outputDir: join(results, 'chromium'),
      use: {
        host: 'loopback',
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        launchOptions: {
          executablePath: process.env['SANGYU_CHROMIUM'] ?? '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    {
      name: 'electron',
      outputDir: join(results, 'electron'),
      use: { host: 'desktop' },
    },
  ],
})
