import { readsFromOutside } from '../../core/evaluation/reads-from-outside.ts'
import { useActor } from '../sync/index.ts'

/** Is this person an evaluator or researcher only? Then small cells stay hidden. */
export function useOutsideReader(): boolean {
  return readsFromOutside(useActor().roles)
}
