import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedForms } from '@shared/domain/templates/forms'
import { templateBuilders } from './templates'

/** Writes resources/templates afresh; a test compares the files kept there with a new build. */
for (const { id, file, title } of shippedForms) {
  const bytes = await templateBuilders[id]()
  writeFileSync(join(import.meta.dirname, '../resources/templates', file), bytes)
  console.log(`${file}  ${title}  ${bytes.length} bytes`)
}
