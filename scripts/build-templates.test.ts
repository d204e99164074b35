import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validationErrors } from '@electron/documents/proof'
import { shippedForms } from '@shared/domain/templates/forms'
import { templateBuilders } from './templates'

describe('shipped templates', () => {
  it.each(shippedForms)('$file is what `npm run templates` writes', async ({ id, file }) => {
    const kept = readFileSync(join(import.meta.dirname, '../resources/templates', file))
    const built = await templateBuilders[id]()
    expect(Buffer.compare(kept, built)).toBe(0)
    expect(await validationErrors(built, 'docx')).toEqual([])
  })
})
