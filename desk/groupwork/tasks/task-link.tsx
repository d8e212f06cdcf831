import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { LinkCard } from '../../kit/link-card.tsx'
import { callServer, useMay, useOnline } from '../../sync/index.ts'
import { type MadeLink, madeLinkShape } from '../../sync/family-link-shapes.ts'

const validDays = 14

/** A page with this one task and three answers, for their own phone. Needs the server; asking by voice needs nothing. */
export function TaskLink({
  meetingId,
  seat,
  childId,
}: {
  readonly meetingId: string
  readonly seat: SeatEntry
  readonly childId: string | null
}) {
  const doing = useDoing()
  const online = useOnline()
  const may = useMay('answerSheet', 'create', `family:${seat.familyId}`)
  const [made, setMade] = useState<MadeLink | null>(null)
  if (!may || !online || childId === null) return null
  const make = async () => {
    const body = {
      familyId: seat.familyId,
      personId: seat.personId,
      childId,
      purpose: 'homeTask',
      waveId: null,
      instrumentId: null,
      pairId: null,
      meetingId,
      days: validDays,
    }
    const link = await doing.run(() => callServer('/api/family-links', body, madeLinkShape))
    if (link !== null) setMade(link)
  }
  return (
    <div>
      {made === null ? (
        <Button
          size="compact-md"
          variant="default"
          loading={doing.busy}
          onClick={() => void make()}
        >
          {text('groupwork:tasks.makeLink')}
        </Button>
      ) : (
        <LinkCard
          qrSvg={made.qrSvg}
          checkCode={made.checkCode}
          words={text('groupwork:tasks.linkWords', {
            address: made.address,
            day: formatDay(made.endsAt.slice(0, 10)),
          })}
        />
      )}
      <DoingNote doing={doing} />
    </div>
  )
}
