import { eq } from 'drizzle-orm'
import type { Store } from './open'
import { meta } from './schema'

/** 2³²: an id is replica × SEQUENCE_SPACE + sequence, below 2⁵³ for 20-bit replica numbers. */
export const SEQUENCE_SPACE = 2 ** 32
export const MAX_REPLICA = 2 ** 20 - 1

/**
 * Hands out record ids of this replica. The counter is written back by `persist` inside the
 * transaction that used the ids; a rolled-back transaction merely leaves a gap.
 */
export class IdSource {
  private sequence: number

  constructor(
    readonly replica: number,
    private readonly store: Store,
  ) {
    this.sequence = Number(readMeta(store, 'sequence') ?? 0)
  }

  next(): number {
    this.sequence += 1
    return this.replica * SEQUENCE_SPACE + this.sequence
  }

  persist(): void {
    writeMeta(this.store, 'sequence', String(this.sequence))
  }
}

export function readMeta(store: Store, key: string): string | undefined {
  return store.select().from(meta).where(eq(meta.key, key)).get()?.value
}

export function writeMeta(store: Store, key: string, value: string): void {
  store
    .insert(meta)
    .values({ key, value })
    .onConflictDoUpdate({ target: meta.key, set: { value } })
    .run()
}
