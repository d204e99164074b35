import type { ContentPart } from './content-parts'
import { kindOf, targetPath, type Relation, type TemplatePackage } from './package-parts'
import { elementsIn, type XmlElement } from './xml'

/** Of the package itself: the text and what it says of itself; no preview picture, no signature. */
const packageKinds = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'custom-properties',
])

/** Parts that Word reads without being pointed to from the text. */
const silentKinds = new Set([
  'styles',
  'stylesWithEffects',
  'settings',
  'webSettings',
  'fontTable',
  'theme',
  'numbering',
  'footnotes',
  'endnotes',
])

/**
 * The relations that files made from a template keep, by the part they belong to. What nothing
 * points to stays behind: the picture that a frame showed, comments, an old page header.
 */
export function keptRelations(
  template: TemplatePackage,
  contentParts: readonly ContentPart[],
): Map<string, Relation[]> {
  const used = new Map(contentParts.map(({ path, root }) => [path, usedIds(root)]))
  const kept = new Map<string, Relation[]>()
  const visit = (owner: string): void => {
    if (kept.has(owner)) return
    const relations = (template.relations.get(owner) ?? []).filter((relation) =>
      isKept(owner, relation, used.get(owner)),
    )
    kept.set(owner, relations)
    for (const { target } of relations) visit(targetPath(owner, target)!)
  }
  visit('')
  return kept
}

function isKept(
  owner: string,
  { id, type, external }: Relation,
  used: ReadonlySet<string> | undefined,
): boolean {
  // The only outside relation that is let in: the .dotx a document was once made from.
  if (external) return false
  if (owner === '') return packageKinds.has(kindOf(type))
  return used === undefined || silentKinds.has(kindOf(type)) || used.has(id)
}

function usedIds(root: XmlElement): Set<string> {
  const ids = new Set<string>()
  for (const { attributes } of elementsIn(root))
    for (const [name, value] of Object.entries(attributes))
      if (name.startsWith('r:') || name === 'o:relid') ids.add(value)
  return ids
}
