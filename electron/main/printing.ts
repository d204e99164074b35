import type { WebContents } from 'electron'
import { rememberedPrinter, rememberPrinter } from './shell-settings'

/** Printing straight to a printer, past the system's dialog. */

export interface Printers {
  printers: { name: string; label: string }[]
  /** The one chosen last on this computer, or the system's own default; null where there is none. */
  chosen: string | null
}

/** The printers of this computer, as the system calls them. */
export async function printersOf(contents: WebContents): Promise<Printers> {
  const found = await contents.getPrintersAsync()
  const printers = found.map(({ name, displayName }) => ({ name, label: displayName || name }))
  const remembered = rememberedPrinter()
  const known = printers.some(({ name }) => name === remembered)
  return { printers, chosen: known ? remembered : (printers[0]?.name ?? null) }
}

const papers = ['A3', 'A4', 'A5'] as const
type Paper = (typeof papers)[number]

/** What the page may ask for; anything else it sends is refused. */
export interface DirectPrint {
  printer: string
  paper: Paper
  landscape: boolean
}

export function asDirectPrint(input: unknown): DirectPrint {
  const { printer, paper, landscape } = (input ?? {}) as Record<string, unknown>
  const known = papers.find((one) => one === paper)
  if (typeof printer !== 'string' || !known) throw new Error('没有说明打印机或纸张，没有打印。')
  return { printer, paper: known, landscape: landscape === true }
}

/** Prints the view as it stands; the printer is remembered once it took the paper. */
export async function printTo(
  contents: WebContents,
  { printer, paper, landscape }: DirectPrint,
): Promise<void> {
  const { printers } = await printersOf(contents)
  const meant = printers.find(({ name }) => name === printer)
  if (!meant)
    throw new Error(
      '这台电脑上找不到选定的打印机，没有打印。请重新选一台，或点“打印”从系统窗口里选。',
    )
  await new Promise<void>((resolve, reject) => {
    contents.print(
      { silent: true, deviceName: printer, pageSize: paper, landscape, printBackground: true },
      (taken) => {
        if (taken) resolve()
        else
          reject(
            new Error(
              `打印机“${meant.label}”没有接收，没有打印出来。请看它是否开机、有纸、连好，再试一次；也可以先存成 PDF。`,
            ),
          )
      },
    )
  })
  rememberPrinter(printer)
}
