import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ImportRow, RowState } from '@shared/contract/imports'
import { call, type CallError } from '../api'

interface ImportRowsFilter {
  importId: string
  states?: RowState[]
  sheet?: number
  text?: string
}

interface ImportRows {
  rows: ImportRow[] | undefined
  total: number
  /** Given while there are more. */
  fetchMore?: () => void
  error: CallError | null
  refetch: () => void
}

const pageSize = 200 // rows

/** The rows of a file under a filter, problems first, fetched page by page as the clerk scrolls. */
export function useImportRows(filter: ImportRowsFilter): ImportRows {
  const query = useInfiniteQuery({
    queryKey: ['imports.preview', 'pages', filter],
    queryFn: ({ pageParam }) =>
      call('imports.preview', { ...filter, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const fetched = pages.length * pageSize
      return fetched < total ? fetched : undefined
    },
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.rows), [pages])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  return {
    rows,
    total: pages?.[0]?.total ?? 0,
    fetchMore: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
    error: query.error as CallError | null,
    refetch: () => void query.refetch(),
  }
}
