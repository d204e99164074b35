import { z } from 'zod'
import { backupCauseLabel } from '../domain/backups/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { op } from './op'

/** A file or folder of the machine, as a whole path. */
const place = z.string().min(1, '请选择或填写位置').max(1000, '路径太长')

const backupHeading = z.object({
  path: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  madeAt: z.string(),
  cause: z.enum(codesOf(backupCauseLabel)),
  /** Whether scans and photos lie inside. */
  bundled: z.boolean(),
  attachments: z.number().int(),
  vaultId: z.string(),
  centreName: z.string(),
})

/** A file that ends like a backup and is none, or not a whole one. */
const unreadableBackup = z.object({ path: z.string(), fileName: z.string(), problem: z.string() })

const backupSettings = z.strictObject({
  /** Hours with the program open after which another backup is made, if anything changed. */
  everyHours: z.number().int().min(1, '最短 1 小时').max(24, '最长 24 小时'),
  /** Days after which the home page asks for another copy outside this PC. */
  outsideDays: z.number().int().min(1, '最短 1 天').max(90, '最长 90 天'),
})

/** What a vault holds, for seeing which of two is the later. */
const holdings = z.object({
  lastChangeAt: z.string().nullable(),
  people: z.number().int(),
  contacts: z.number().int(),
  counts: z.record(z.string(), z.number()),
})

const drillReport = z.object({
  at: z.string(),
  fileName: z.string().nullable(),
  ok: z.boolean(),
  /** What was done and found, in words. */
  lines: z.array(z.string()),
})

const access = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('password'),
    operatorId: z.number().int(),
    password: z.string().max(200),
  }),
  z.strictObject({
    by: z.literal('recovery'),
    firstHalf: z.string().max(100),
    secondHalf: z.string().max(100),
  }),
])

export const backupsContract = {
  'vault.backUp': op({
    kind: 'job',
    right: 'vault.use',
    input: z.strictObject({}),
    output: z.object({ fileName: z.string(), bytes: z.number() }),
  }),
  'backups.list': op({
    kind: 'query',
    right: 'vault.use',
    input: z.strictObject({}),
    output: z.object({
      folder: z.string(),
      backups: z.array(
        backupHeading.extend({
          /** When it was last opened and found whole. */
          verifiedAt: z.string().nullable(),
        }),
      ),
      unreadable: z.array(unreadableBackup),
      /** Days since the last copy outside this PC; null: never. */
      outsideAgo: z.number().int().nullable(),
      outside: z.object({ at: z.string(), path: z.string() }).nullable(),
      /** Whether that is longer ago than the office wants. */
      outsideDue: z.boolean(),
      settings: backupSettings,
      drill: drillReport.nullable(),
      /** Why the last automatic backup was not made. */
      trouble: z.string().nullable(),
      /** Where this vault itself was restored from, the last time. */
      restored: z.object({ from: z.string(), at: z.string() }).nullable(),
    }),
  }),
  /** Writes a backup with all scans into a folder outside the vault, such as a USB stick. */
  'backups.toFolder': op({
    kind: 'job',
    right: 'backups.take',
    input: z.strictObject({ folder: place }),
    output: z.object({ path: z.string(), bytes: z.number() }),
  }),
  /** Reads every byte of a local backup again. */
  'backups.verify': op({
    kind: 'job',
    right: 'vault.use',
    input: z.strictObject({ fileName: z.string().min(1).max(200) }),
    output: z.object({ ok: z.boolean(), problem: z.string().nullable() }),
  }),
  /** Restores the last backup into a temporary folder, as every month happens by itself. */
  'backups.drill': op({
    kind: 'job',
    right: 'backups.take',
    input: z.strictObject({}),
    output: drillReport,
  }),
  'backups.saveSettings': op({
    kind: 'command',
    right: 'vault.admin',
    input: backupSettings,
    output: z.object({}),
  }),
  /** The backups in a folder, newest first; without one, those beside the vault. */
  'backups.find': op({
    kind: 'query',
    right: null,
    input: z.strictObject({ folder: place.optional() }),
    output: z.object({
      folder: z.string().nullable(),
      backups: z.array(backupHeading),
      unreadable: z.array(unreadableBackup),
    }),
  }),
  /** Who can open a backup with a password of their own. */
  'backups.operators': op({
    kind: 'query',
    right: null,
    input: z.strictObject({ path: place }),
    output: z.array(z.object({ id: z.number(), name: z.string() })),
  }),
  /**
   * Unpacks a backup beside the vault and compares the two. Nothing that is in use changes until
   * `backups.takeOver`.
   */
  'backups.restore': op({
    kind: 'job',
    right: null,
    input: z.strictObject({
      path: place,
      access,
      /** Where the vault shall lie; by default where this program has or wants its own. */
      dataDir: place.optional(),
    }),
    output: z.object({
      restoreId: z.string(),
      madeAt: z.string(),
      centreName: z.string(),
      dataDir: z.string(),
      /** Scans found nowhere; the records that name them stay. */
      missingAttachments: z.number().int(),
      attachments: z.number().int(),
      restored: holdings,
      /** The vault that would be set aside: null where there is none or it does not open. */
      present: holdings.nullable(),
      presentState: z.enum(['absent', 'open', 'unreadable']),
    }),
  }),
  /** Puts the restored vault in the place of the present one, which is set aside, never deleted. */
  'backups.takeOver': op({
    kind: 'command',
    right: null,
    input: z.strictObject({ restoreId: z.string().max(100) }),
    output: z.object({ aside: z.string().nullable() }),
  }),
  /** Leaves everything as it was. */
  'backups.discard': op({
    kind: 'command',
    right: null,
    input: z.strictObject({ restoreId: z.string().max(100) }),
    output: z.object({}),
  }),
} as const
