import { contract } from '@shared/contract'
import { sensitive, sensitiveKindOf } from '@shared/contract/op'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { maskerFor } from './masking'

const idNumber = () => sensitive(z.string().nullable(), 'idNumber')

describe('masking', () => {
  it('reaches tagged fields wherever they stand and leaves the rest', () => {
    const mask = maskerFor(
      z.object({
        name: z.string(),
        idNumber: idNumber(),
        family: z.array(z.object({ phones: sensitive(z.array(z.string()), 'phone').optional() })),
        byVillage: z.record(z.string(), z.object({ note: sensitive(z.string(), 'health') })),
        either: z.union([z.object({ idNumber: idNumber() }), z.null()]),
      }),
    )!
    expect(
      mask({
        name: '尉迟彩霞',
        idNumber: '610999193412212068',
        family: [{ phones: ['13897124171', ''] }, {}],
        byVillage: { 下河村: { note: '高血压' } },
        either: { idNumber: null },
      }),
    ).toEqual({
      name: '尉迟彩霞',
      idNumber: '610999************',
      family: [{ phones: ['138****4171', ''] }, {}],
      byVillage: { 下河村: { note: '（无权查看）' } },
      either: { idNumber: null },
    })
  })

  it('leaves out what is no text', () => {
    const mask = maskerFor(
      z.object({
        score: sensitive(z.number().nullable(), 'health'),
        answers: sensitive(z.record(z.string(), z.number()).nullable(), 'health'),
      }),
    )!
    expect(mask({ score: 62, answers: { eating: 4 } })).toEqual({ score: null, answers: null })
  })

  it('shows no part of a text too short to hide in', () => {
    const mask = maskerFor(z.object({ idNumber: idNumber() }))!
    expect(mask({ idNumber: '12345' })).toEqual({ idNumber: '*****' })
  })

  it('costs nothing where nothing is tagged', () => {
    expect(maskerFor(z.object({ name: z.string(), list: z.array(z.number()) }))).toBeNull()
  })
})

interface Parts {
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  valueType?: z.ZodType
  options?: z.ZodType[]
}
const partsOf = (schema: z.ZodType): Parts => schema.def as unknown as Parts

function isTagged(schema: z.ZodType): boolean {
  const { innerType } = partsOf(schema)
  return sensitiveKindOf(schema) !== undefined || (innerType !== undefined && isTagged(innerType))
}

/** Paths of output fields that by their name hold a number of somebody's and are not tagged. */
function untagged(schema: z.ZodType, path: string): string[] {
  if (isTagged(schema)) return []
  const { shape = {}, element, innerType, valueType, options = [] } = partsOf(schema)
  const named = /^(idNumber|idTail|disabilityCertificate|account|phones?|(?!hasNo)\w*Phone\d?)$/
  return [
    ...Object.entries(shape).flatMap(([key, field]) =>
      named.test(key) && !isTagged(field) ? [`${path}.${key}`] : untagged(field, `${path}.${key}`),
    ),
    ...[element, innerType, valueType, ...options].flatMap((part) =>
      part ? untagged(part, path) : [],
    ),
  ]
}

it('tags every number of a person in what operations answer', () => {
  const found = Object.entries(contract).flatMap(([name, { output }]) => untagged(output, name))
  // The centre's own telephone is on its door; whoever may import reads all numbers.
  const known =
    /^(centre\.get\.phone|(documents\.printedPeople|feedback\.pending|vouchers\.printed)\.centre\.phone|imports\.)/
  expect(found.filter((path) => !known.test(path))).toEqual([])
})
