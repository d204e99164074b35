import { sessionHandlers } from '../services/session'

/** The handlers of every area; those of the vault itself live in the core. */
export const handlers = {
  ...sessionHandlers,
}
