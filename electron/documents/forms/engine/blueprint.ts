import type { Relation } from './package-parts'
import type { Program } from './program'
import type { PackedPart } from './zip-writer'

/** A compiled template: what every file made from it shares, and how the rest is written. */
export interface Blueprint {
  /** Parts that never change, packed. */
  fixed: readonly PackedPart[]
  /** `[Content_Types].xml` up to its closing tag: entries of headers with tags follow. */
  contentTypes: string
  document: DocumentPart
  /** Headers and footers that hold tags, by their relation's id. */
  margins: ReadonlyMap<string, MarginPart>
  numbering: NumberingPart | null
  /** The numbers of new relations and pictures begin above those of the template. */
  firstFreeNumber: number
}

export interface DocumentPart {
  path: string
  relations: readonly Relation[]
  /** Everything before the body's content, and after it. */
  head: string
  tail: string
  body: Program
  /** The properties of the last section. */
  section: Program
}

export interface MarginPart {
  path: string
  relation: Relation
  relations: readonly Relation[]
  contentType: string
  program: Program
}

/** The numbered lists of a template, to be started afresh for each person of a merged file. */
export interface NumberingPart {
  path: string
  /** The part up to and from the place where further lists are declared. */
  head: string
  tail: string
  /** What declares a list that begins afresh, by the id of the list it is like. */
  restarted: ReadonlyMap<string, string>
  firstFreeId: number
}
