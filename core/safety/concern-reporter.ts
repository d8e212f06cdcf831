import { z } from 'zod'
import { refusal } from '../kit/outcome.ts'
import { defineKind, readerOf } from '../sync/kind.ts'

const concernReporterShape = z.strictObject({ concernId: z.uuid(), staffId: z.uuid() })

const reader = readerOf('concernReporter', concernReporterShape)

/**
 * Who raised a concern (D11): a record of its own, because those who are named to help with the concern are not told. Made
 * together with it, once; whoever knows a concern's number cannot become its reporter afterwards.
 */
export const concernReporter = defineKind({
  name: 'concernReporter',
  room: 'safety',
  shape: concernReporterShape,
  scope: { of: 'concern', field: 'concernId' },
  key: { of: 'concern', field: 'concernId' },
  guarded: ['concernId', 'staffId'],
  references: { concernId: 'concern' },
  columns: ['concernId', 'staffId'],
  ruleNeeds: ({ concernId }) => [{ kind: 'concernReporter', where: { concernId } }],
  rule: (after, before, found, { actor }) => {
    if (before !== null || after.staffId !== actor.staffId) return refusal('NotAllowed')
    return found.of(reader).length > 0 ? refusal('NotAllowed') : null
  },
})
