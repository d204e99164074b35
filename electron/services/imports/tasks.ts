import {
  openLedger,
  understandGrids,
  type OpenedLedger,
  type OpenInput,
  type UnderstandInput,
  type Understood,
} from './staging'

/** Reading of files off the core's own thread: plain data in, plain data out. */
export const importTasks = {
  openLedger: async (input: OpenInput): Promise<OpenedLedger> => openLedger(input),
  understandLedger: async (input: UnderstandInput): Promise<Understood> => understandGrids(input),
} as const
