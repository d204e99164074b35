import { and, eq, isNull } from 'drizzle-orm'
import type { StoreContext, WriteContext } from '../context'
import { setting } from '../schema'

/** A setting of the office by its key; undefined where it chose nothing. */
export function readSetting<Value>(ctx: StoreContext, key: string): Value | undefined {
  const all = ctx.memo.derive(
    'settings',
    [setting],
    () =>
      new Map(
        ctx.db
          .select()
          .from(setting)
          .where(isNull(setting.voidedAt))
          .all()
          .map((row) => [row.key, row.value]),
      ),
  )
  return all.get(key) as Value | undefined
}

export function writeSetting(ctx: WriteContext, key: string, value: unknown): void {
  const known = ctx.db
    .select({ id: setting.id })
    .from(setting)
    .where(and(eq(setting.key, key), isNull(setting.voidedAt)))
    .get()
  if (known) ctx.writer.update(setting, known.id, { value })
  else ctx.writer.create(setting, { key, value })
}
