import type { UseFormReturnType } from '@mantine/form'
import { CallError } from '../../api'
import { tellFailure } from '../notify'

/**
 * Puts a refusal where the clerk looks: beside the fields it names, with the cursor in the first
 * of them; otherwise as a message that stays until closed.
 */
export function showFailure<Values extends object>(
  form: UseFormReturnType<Values>,
  error: unknown,
): void {
  const fields = error instanceof CallError ? Object.keys(error.fields) : []
  if (error instanceof CallError && fields.length > 0) {
    form.setErrors(error.fields)
    form.getInputNode(fields[0]!)?.focus()
    return
  }
  tellFailure(error)
}
