import type { ComponentType } from 'react'

/** One screen of the program. */
export interface AppRoute {
  /** A wouter pattern; parameters are read with `useParams`. */
  path: string
  title: string
  /** The manual page F1 opens: a file name in resources/manual, without its ending. */
  manual: string
  /** Puts the screen into the left navigation, in the order of this table. */
  icon?: ComponentType<{ size?: number; stroke?: number }>
  /** The entry of the navigation this screen stands under, where its address does not say so. */
  under?: string
  /** Of the township and its villages: whoever leads a group of people has nothing to do there. */
  ofPlaces?: boolean
  /** Print views stand alone, without navigation and top bar. */
  bare?: boolean
  component: ComponentType
}
