import { codesOf, contactKindLabel, type ContactKind } from '@shared/domain/vocabulary'

/** One key for each kind of contact: the letter its pinyin is remembered by. */
export const kindKeys: Readonly<Record<ContactKind, string>> = {
  phone: 'D',
  home: 'R',
  video: 'S',
  proxy: 'F',
  child: 'Z',
  checkup: 'T',
  alive: 'C',
}

export function kindOfKey(key: string): ContactKind | undefined {
  return codesOf(contactKindLabel).find((kind) => kindKeys[kind] === key.toUpperCase())
}
