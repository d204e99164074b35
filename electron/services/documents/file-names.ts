import { fileNamesApart } from '@shared/domain/file-name'

/** File names for Word papers, safe on every system and no two alike. */
export function fileNames(wanted: readonly string[]): string[] {
  return fileNamesApart(
    wanted.map((text) => `${text}.docx`),
    '文书',
  )
}
