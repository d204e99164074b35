import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { VaultFacts } from '@db/vault-facts'
import { codesOf } from '@shared/domain/vocabulary'
import { backupCauseLabel } from '@shared/domain/backups/vocabulary'

/*
 * The first entry of a backup says what it is. In the clear stands only what the keyring shows
 * anyway; counts and dates are sealed under the vault key, and the seal covers the open part too,
 * so that nobody without the key can pass one backup off as another.
 */

const openPart = z.object({
  format: z.number().int(),
  vaultId: z.string(),
  centreName: z.string(),
  madeAt: z.iso.datetime(),
  cause: z.enum(codesOf(backupCauseLabel)),
  /** Whether the attachments lie inside; a local backup shares those of its vault. */
  bundled: z.boolean(),
  /** How many migrations the database has been through. */
  schema: z.number().int(),
  /** SHA-256 of keyring, list of attachments and database. */
  digests: z.record(z.string(), z.string()),
  attachments: z.object({ count: z.number().int(), bytes: z.number() }),
  /** Bytes of the archive after this manifest. */
  rest: z.number(),
})
export type BackupHeading = z.infer<typeof openPart>

const backupManifest = openPart.extend({ sealed: z.string() })
export type BackupManifest = z.infer<typeof backupManifest>

export const BACKUP_FORMAT = 1

const vaultFacts: z.ZodType<VaultFacts> = z.object({
  counts: z.record(z.string(), z.number()),
  lastChangeAt: z.string().nullable(),
  chainHead: z.string().nullable(),
})

const attachmentList = z.array(
  z.object({
    name: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number(),
    /** Of the sealed file. */
    sha256: z.string(),
  }),
)
export type AttachmentList = z.infer<typeof attachmentList>

export function sealManifest(
  heading: BackupHeading,
  facts: VaultFacts,
  vaultKey: Uint8Array,
): BackupManifest {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', factsKey(vaultKey), iv)
  cipher.setAAD(Buffer.from(JSON.stringify(heading)))
  const text = Buffer.concat([cipher.update(JSON.stringify(facts)), cipher.final()])
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')
  return { ...heading, sealed }
}

/** The sealed facts, or null where the key does not fit or a word of the manifest was changed. */
export function unsealManifest(manifest: BackupManifest, vaultKey: Uint8Array): VaultFacts | null {
  const { sealed, ...heading } = manifest
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', factsKey(vaultKey), bytes.subarray(0, 12))
    decipher.setAAD(Buffer.from(JSON.stringify(heading)))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    return vaultFacts.parse(JSON.parse(text.toString('utf8')))
  } catch {
    return null
  }
}

export function readManifest(text: string): BackupManifest | null {
  try {
    return backupManifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function factsKey(vaultKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, '', 'sangyu backup facts', 32))
}

export function readAttachmentList(text: string): AttachmentList | null {
  try {
    return attachmentList.parse(JSON.parse(text))
  } catch {
    return null
  }
}
