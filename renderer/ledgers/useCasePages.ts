import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { InputOf, OutputOf } from '@shared/contract'
import { call, type CallError, type QueryName } from '../api'

/** The operations that answer a ledger in pages. */
export type CaseListName = {
  [Name in QueryName]: OutputOf<Name> extends { rows: unknown[]; next: Cursor } ? Name : never
}[QueryName]

/** Where a page ended: its day and record, or the record alone where the list has no other order. */
type Cursor = { day: string; id: number } | number | null
type RowOf<Name extends CaseListName> = OutputOf<Name>['rows'][number]

interface CasePages<Row> {
  rows: Row[] | undefined
  error: CallError | undefined
  onNearEnd: () => void
  onRetry: () => void
}

const pageSize = 200

/** A ledger as filtered; the next page is fetched as the end comes into sight. */
export function useCasePages<Name extends CaseListName>(
  name: Name,
  question: Omit<InputOf<Name>, 'after' | 'limit'>,
  options: { enabled?: boolean } = {},
): CasePages<RowOf<Name>> {
  interface Page {
    rows: RowOf<Name>[]
    next: Cursor
  }
  const list = useInfiniteQuery<Page, CallError, { pages: Page[] }, unknown[], Cursor>({
    queryKey: [name, question, 'pages'],
    queryFn: async ({ pageParam }) => {
      const input = { ...question, limit: pageSize, after: pageParam ?? undefined }
      return (await call(name, input as unknown as InputOf<Name>)) as unknown as Page
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    ...options,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows), [list.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    rows,
    error: list.error ?? undefined,
    onNearEnd,
    onRetry: () => void list.refetch(),
  }
}
