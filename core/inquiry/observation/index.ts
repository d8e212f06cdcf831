import type { Kind } from '../../sync/kind.ts'
import { episode } from './episode.ts'
import { homeVisit } from './home-visit.ts'
import { observationSheet } from './observation-sheet.ts'

export const observationKinds = [
  episode,
  observationSheet,
  homeVisit,
] as const satisfies readonly Kind[]
