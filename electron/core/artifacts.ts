import { failure } from '@shared/contract/failure'
import { fileNamesApart, fileStem } from '@shared/domain/file-name'

export interface ArtifactFile {
  /** File name with its ending, as offered in the save dialog. */
  name: string
  bytes: Uint8Array
}

/** What a screen learns of something that was written and waits to be saved or opened. */
export interface ArtifactSummary {
  artifactId: number
  title: string
  files: number
  bytes: number
}

interface Artifact {
  /** Can be stored as the name of a folder. */
  title: string
  files: ArtifactFile[]
}

const SHELF_LIMIT = 768 * 1024 * 1024

/**
 * Papers and workbooks that were produced and not yet saved. They are kept in memory only, so that
 * nothing readable lies on the disk before the operator chooses a place; the oldest make room.
 */
export class ArtifactShelf {
  private readonly shelf = new Map<number, Artifact>()
  private lastId = 0

  /**
   * `title` names the folder or archive when there are several files. Names hold what offices call
   * their people, registers and papers: whatever would lead out of the folder is taken off here.
   */
  put(title: string, files: ArtifactFile[]): ArtifactSummary {
    this.lastId += 1
    const names = fileNamesApart(
      files.map(({ name }) => name),
      '文件',
    )
    this.shelf.set(this.lastId, {
      title: fileStem(title, '文件'),
      files: files.map(({ bytes }, at) => ({ name: names[at]!, bytes })),
    })
    for (const id of this.shelf.keys()) {
      if (this.size() <= SHELF_LIMIT || id === this.lastId) break
      this.shelf.delete(id)
    }
    return {
      artifactId: this.lastId,
      title,
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes.byteLength, 0),
    }
  }

  get(id: number): Artifact {
    const artifact = this.shelf.get(id)
    if (!artifact) throw failure('NOT_FOUND', '这份文件已不在待保存的列表里，请重新生成。')
    return artifact
  }

  clear(): void {
    this.shelf.clear()
  }

  private size(): number {
    let bytes = 0
    for (const artifact of this.shelf.values()) {
      for (const file of artifact.files) bytes += file.bytes.byteLength
    }
    return bytes
  }
}
