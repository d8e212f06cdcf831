import { Button } from '@mantine/core'
import type { Segment } from '../../core/groupwork/plan-shape.ts'
import { announce, DoingNote, text, useDoing } from '../kit/index.ts'
import type { RecordInHand } from './use-record.ts'

/** What nobody has ticked went as planned: one tap, and one to take it back. */
export function TickRest({
  segments,
  inHand,
  frozen,
}: {
  readonly segments: readonly Segment[]
  readonly inHand: RecordInHand
  readonly frozen: boolean
}) {
  const doing = useDoing()
  const ticks = inHand.record?.ticks ?? {}
  const open = segments.filter(({ id }) => ticks[id] === undefined)
  if (open.length === 0 || frozen) return null
  const ids = new Set(open.map(({ id }) => id))
  const takeBack = () =>
    inHand.write((present) => ({
      ticks: Object.fromEntries(
        Object.entries(present?.ticks ?? {}).filter(([id]) => !ids.has(id)),
      ),
    }))
  const tick = async () => {
    const rest = Object.fromEntries(
      open.map(({ id }) => [id, { state: 'done' as const, reason: '' }]),
    )
    const made = await doing.run(() =>
      inHand.write((present) => ({ ticks: { ...rest, ...present?.ticks } })),
    )
    if (made === null) return
    announce({
      words: text('groupwork:run.restTicked', { count: open.length }),
      undo: () => void takeBack().catch(reportError),
    })
  }
  return (
    <>
      <DoingNote doing={doing} />
      <Button variant="default" onClick={() => void tick()} loading={doing.busy}>
        {text('groupwork:run.tickRest', { count: open.length })}
      </Button>
    </>
  )
}
