// What the served village told its parent process about itself: our own words, so only stated, not checked.
import type { ServedVillage } from './serve-village.ts'

export function readVillage(message: unknown): ServedVillage {
  return message as ServedVillage
}
