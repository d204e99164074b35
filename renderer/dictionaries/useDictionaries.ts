import { useMemo } from 'react'
import {
  Dictionaries,
  presetDictionaries,
  type DictionaryEntry,
} from '@shared/domain/dictionaries/dictionary'
import { useQueryOp } from '../api'

/** The office's code lists; the program's own until they are read. */
export function useDictionaries(): Dictionaries {
  const { data } = useQueryOp('dictionaries.list', {})
  return useMemo(
    () =>
      data
        ? new Dictionaries(
            new Map(data.map(({ key, entries }) => [key, entries as readonly DictionaryEntry[]])),
          )
        : presetDictionaries,
    [data],
  )
}
