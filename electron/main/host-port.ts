import { writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron'
import type { Result } from '../core/core'
import type { ArtifactDescription } from '../core/process-messages'
import type { CoreClient } from './core-client'
import { asDirectPrint, printersOf, printTo } from './printing'

/** Tags and lines are copied, never whole papers. */
const longestCopy = 10_000 // characters

/** What the page may ask of the machine, by name. */
export class HostPort {
  /** What was saved last; the page may have its folder opened, and no other. */
  private saved: string | null = null

  constructor(
    private readonly window: BrowserWindow,
    private readonly core: CoreClient,
  ) {}

  /** Answers what the page gets; throws with a Chinese message when the machine refuses. */
  async handle(request: unknown, input: unknown): Promise<unknown> {
    switch (request) {
      case 'pickDataDir':
        return this.pickFolder('选择存放数据的文件夹', join(homedir(), '桑榆数据'))
      case 'pickFolder':
        return this.pickFolder(typeof input === 'string' ? input : '选择文件夹')
      case 'saveArtifact':
        return this.saveArtifact(Number(input))
      case 'openArtifact':
        return this.openArtifact(Number(input))
      case 'copyText':
        return clipboard.writeText(String(input).slice(0, longestCopy))
      case 'savePdf':
        return this.savePdf(typeof input === 'string' ? input : '打印')
      case 'showSaved':
        return this.showSaved()
      case 'printers':
        return printersOf(this.window.webContents)
      case 'printTo':
        return printTo(this.window.webContents, asDirectPrint(input))
      default:
        throw new Error('没有这项功能')
    }
  }

  private async pickFolder(title: string, defaultPath?: string): Promise<string | null> {
    const answer = await dialog.showOpenDialog(this.window, {
      title,
      ...(defaultPath && { defaultPath }),
      properties: ['openDirectory', 'createDirectory'],
    })
    return answer.canceled ? null : (answer.filePaths[0] ?? null)
  }

  private async saveArtifact(artifactId: number): Promise<string | null> {
    const { title, fileNames } = valueOf<ArtifactDescription>(
      await this.core.ask({ kind: 'describeArtifact', artifactId }),
    )
    const [only] = fileNames
    const target =
      fileNames.length === 1 && only
        ? await this.chooseFile(only)
        : await this.chooseFolderFor(title)
    if (!target) return null
    const written = await this.core.ask({ kind: 'writeArtifact', artifactId, target })
    return (this.saved = valueOf<string>(written))
  }

  private async openArtifact(artifactId: number): Promise<void> {
    const path = valueOf<string>(await this.core.ask({ kind: 'unpackArtifact', artifactId }))
    const problem = await shell.openPath(path)
    if (problem)
      throw new Error('没有找到能打开这份文件的程序，请先安装 WPS 或 Word，或改用“另存”。')
  }

  private async savePdf(suggestedName: string): Promise<string | null> {
    const pdf = await this.window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
    })
    const target = await this.chooseFile(`${suggestedName}.pdf`)
    if (!target) return null
    try {
      await writeFile(target, pdf)
    } catch {
      throw new Error(
        `没有写进“${target}”。请看这份文件是否正在别的程序里打开、磁盘是否已满，或换个位置再存。`,
      )
    }
    return (this.saved = target)
  }

  /** Opens the folder with the file that was saved last marked in it. */
  private showSaved(): void {
    if (this.saved) shell.showItemInFolder(this.saved)
  }

  private async chooseFile(name: string): Promise<string | null> {
    const trial = trialSaveDir()
    if (trial) return join(trial, name)
    const answer = await dialog.showSaveDialog(this.window, { defaultPath: name })
    return answer.canceled ? null : (answer.filePath ?? null)
  }

  private async chooseFolderFor(title: string): Promise<string | null> {
    const parent = trialSaveDir() ?? (await this.pickFolder('选择存放这些文件的文件夹'))
    return parent ? join(parent, title) : null
  }
}

/** Tests answer the save dialogs by naming a folder; a packaged program ignores it. */
function trialSaveDir(): string | undefined {
  return app.isPackaged ? undefined : process.env['SANGYU_SAVE_DIR']
}

function valueOf<Value>(result: Result): Value {
  if (!result.ok) throw new Error(result.error.message)
  return result.value as Value
}
