import type { CoreEvent, Result } from './core'

/** What the desktop shell asks of the core process. */
export type CoreRequest =
  | { kind: 'call'; id: number; name: string; input: unknown }
  | { kind: 'describeArtifact'; id: number; artifactId: number }
  /** Writes the artifact's files: to `target` itself when there is one file, else into that folder. */
  | { kind: 'writeArtifact'; id: number; artifactId: number; target: string }
  /** Writes it into the swept folder of opened papers; answers the path to open. */
  | { kind: 'unpackArtifact'; id: number; artifactId: number }
  | { kind: 'close' }

export type CoreMessage =
  | { kind: 'reply'; id: number; result: Result }
  | { kind: 'event'; event: CoreEvent }
  | { kind: 'ready' }

export interface ArtifactDescription {
  title: string
  fileNames: string[]
}
