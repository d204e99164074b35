import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedTemplates } from '@electron/documents/forms/catalogue'
import { templateBuilders } from './templates'

/** Writes resources/templates afresh; a test compares the files kept there with a new build. */
for (const { id, file, title } of shippedTemplates) {
  const bytes = await templateBuilders[id]()
  writeFileSync(join(import.meta.dirname, '../resources/templates', file), bytes)
  console.log(`${file}  ${title}  ${bytes.length} bytes`)
}
