import { getTableColumns, getTableName } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { historyCodeWord, historyFieldWord } from '@shared/domain/history/part-words'
import { partsOfFile } from './records'
import { isTold } from './repositories/history'
import { recipient } from './schema'

const parts = [...new Set(partsOfFile.map(({ table }) => table))].filter(
  (table) => table !== recipient,
)

describe.each(parts.map((table) => [getTableName(table), getTableColumns(table)] as const))(
  'the history of %s',
  (entity, columns) => {
    const told = Object.entries(columns).filter(([key]) => isTold(entity, key))

    it('names every column it tells of, so that no English word stands in a file', () => {
      const nameless = told.map(([key]) => key).filter((key) => !historyFieldWord(entity, key))
      expect(nameless).toEqual([])
    })

    it('says every code of its columns in words', () => {
      const bare = told
        .flatMap(([, column]) => column.enumValues ?? [])
        .filter((code) => !historyCodeWord(entity, code))
      expect(bare).toEqual([])
    })
  },
)

it('tells since when a child is away, though the registers keep such a column to themselves', () => {
  expect(isTold('absence_period', 'since')).toBe(true)
  expect(isTold('feedback', 'words')).toBe(true)
  expect(isTold('register_entry', 'words')).toBe(false)
})
