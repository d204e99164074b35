import { importTasks } from '../services/imports/tasks'
import { makePhoto } from '../services/pictures/photo'
import { findDamage, inspectDatabase } from '@db/maintenance'
import { checkBackup } from './vault/backup-file'
import { makeBackup } from './vault/backup-making'
import { checkFiles } from './vault/file-check'
import { unpackBackup } from './vault/restoring'
import {
  fillForms,
  findTemplateFaults,
  mergeForms,
  writePaper,
  writeWorkbook,
} from '@electron/documents/tasks'

/**
 * Work that runs on the worker thread: plain data in, plain data out, connections of its own.
 * Areas with heavy work add theirs here.
 */
export const tasks = {
  findDamage,
  inspectDatabase,
  makeBackup,
  checkBackup,
  unpackBackup,
  checkFiles,
  ...importTasks,
  makePhoto,
  fillForms,
  findTemplateFaults,
  mergeForms,
  writePaper,
  writeWorkbook,
} as const

export type TaskName = keyof typeof tasks
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0]
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>
