import { ledgerLimits } from '@shared/domain/imports/grid'

const megabyte = 1024 * 1024

/** Why these files are not even read, in words for the clerk; `null` where one can be. */
export function refusalOf(files: readonly Pick<File, 'size' | 'name'>[]): string | null {
  const [file, second] = files
  if (!file) return '没有拿到文件。请从文件夹里拖一个文件进来，或点“选择文件”。'
  if (second) return '一次导入一个文件。请先导完一个，再放下一个。'
  if (file.size > ledgerLimits.fileBytes)
    return `“${file.name}”有 ${Math.ceil(file.size / megabyte)} MB，超过 ${ledgerLimits.fileBytes / megabyte} MB，没有读取。请删去图片和无关的工作表，另存后再导入。`
  return null
}
