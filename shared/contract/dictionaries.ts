import { z } from 'zod'
import { dictionaryKeys } from '../domain/dictionaries/presets'
import { op } from './op'

/** 字典: the code lists an office may add to, rename, order and retire. */

const dictionary = z.enum(dictionaryKeys)
const code = z.string().trim().min(1).max(40)
const label = z.string().trim().min(1, '请填写名称').max(20, '名称最多 20 字')
const aliases = z.array(z.string().trim().min(1).max(30)).max(30, '最多 30 种写法')

const entry = z.object({
  code: z.string(),
  label: z.string(),
  aliases: z.array(z.string()),
  retired: z.boolean(),
  /** Which rule of the program reads the entry, so that it can be neither retired nor renamed. */
  reservedBy: z.string().nullable(),
  builtIn: z.boolean(),
  note: z.string().nullable(),
  /** Saves of the entry so far; 0 for one of the preset that nobody touched. */
  revision: z.number().int(),
})

export const dictionariesContract = {
  'dictionaries.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    /** All lists with all entries, retired ones included, in their order. */
    output: z.array(z.object({ key: dictionary, title: z.string(), entries: z.array(entry) })),
  }),
  'dictionaries.usage': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ dictionary }),
    output: z.object({
      /** How many files hold each entry. */
      entries: z.array(z.object({ code: z.string(), files: z.number().int() })),
      /** Words typed into files that are no entry yet, the most frequent first. */
      ownWords: z.array(z.object({ word: z.string(), files: z.number().int() })),
    }),
  }),
  /** The word becomes the entry's code: files that hold it as an own word belong to it at once. */
  'dictionaries.add': op({
    kind: 'command',
    right: 'fields.write',
    input: z.strictObject({ dictionary, label, aliases: aliases.default([]) }),
    output: z.object({ code: z.string() }),
  }),
  'dictionaries.change': op({
    kind: 'command',
    right: 'fields.write',
    input: z.strictObject({
      dictionary,
      code,
      revision: z.number().int().min(0),
      label: label.optional(),
      aliases: aliases.optional(),
      retired: z.boolean().optional(),
    }),
    output: z.object({}),
  }),
  'dictionaries.reorder': op({
    kind: 'command',
    right: 'fields.write',
    /** All codes in their new order; those left out keep to the end. */
    input: z.strictObject({ dictionary, codes: z.array(code).min(1).max(500) }),
    output: z.object({}),
  }),
} as const
