import type { CloseReason } from '../../core/casework/case-shape.ts'
import { type Doing, useDoing } from '../kit/index.ts'
import { useAct, useToday } from '../sync/index.ts'
import { draftStep } from './say-in-case.ts'
import { useReview } from './supervision/use-review.ts'

/** SUP-10: a closing that is asked for is handed in with the same press, so that its words can be commented on. */
export function useAskClosing(caseId: string): {
  readonly doing: Doing
  readonly ask: (reason: CloseReason, words: string) => Promise<boolean>
} {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const inHand = useReview('caseFile', caseId)
  return {
    doing,
    ask: async (reason, words) => {
      const close = draftStep(caseId, 'close', { on: today, reason, words })
      const both = () => (inHand?.mayWrite === true ? inHand.handIn('', [close]) : act(close))
      return (await doing.run(both)) !== null
    },
  }
}
