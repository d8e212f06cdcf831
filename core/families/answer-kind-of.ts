import type { RightsRequest } from './rights-request.ts'

/** RIG-3: what the reviewer has before them: a copy that leaves the house, something done, or a no and its ground. */
export function answerKindOf({
  right,
  outcome,
}: Pick<RightsRequest, 'right' | 'outcome'>): 'copy' | 'done' | 'refused' {
  if (outcome === 'refused') return 'refused'
  return right === 'copy' || right === 'access' ? 'copy' : 'done'
}
