import { z } from 'zod'
import { dayShape } from '../../core/kit/dates.ts'
import { useKeptForm } from '../sync/index.ts'

const circleShape = z.strictObject({
  /** The theme of a ready plan; '' for one's own, null while nobody has chosen. */
  chosen: z.string().nullable(),
  own: z.string(),
  plannedOn: dayShape,
  plannedAt: z.string(),
  place: z.string(),
})
export type CircleForm = z.infer<typeof circleShape>

interface CircleFields {
  readonly fields: CircleForm
  readonly restored: boolean
  readonly set: (part: Partial<CircleForm>) => void
  /** Begins anew with what is proposed. */
  readonly discard: () => void
  /** After it was saved. */
  readonly clear: () => Promise<void>
}

/** A circle that is being planned: rests on the device when the page is closed; null until that was looked up. */
export function useCircleForm(
  groupId: string,
  proposed: Pick<CircleForm, 'plannedOn' | 'place'>,
): CircleFields | null {
  const first: CircleForm = { chosen: null, own: '', plannedAt: '10:00', ...proposed }
  const kept = useKeptForm<CircleForm>(`guardianCircle:new:${groupId}`, first, (found) => {
    const read = circleShape.safeParse(found)
    return read.success ? read.data : null
  })
  const fields = kept.value
  if (fields === null) return null
  return {
    fields,
    restored: kept.restored,
    set: (part) => kept.change({ ...fields, ...part }),
    discard: () => {
      kept.restart(first)
      kept.clear().catch(reportError)
    },
    clear: kept.clear,
  }
}
