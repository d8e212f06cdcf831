import { Button } from '@mantine/core'
import { useState } from 'react'
import { isSeatedFor, type SeatEntry } from '../../core/groupwork/seat.ts'
import { DoingNote, formatDayOf, text, useDoing } from '../kit/index.ts'
import { LinkCard } from '../kit/link-card.tsx'
import { useMay, useOnline, useSender, useMakeLink } from '../sync/index.ts'
import type { MadeLink } from '../sync/family-link-shapes.ts'

const validDays = 14

const wordsOf = {
  homeTask: { make: 'groupwork:tasks.makeLink', send: 'groupwork:tasks.linkWords' },
  session: { make: 'groupwork:away.makeLink', send: 'groupwork:away.linkWords' },
} as const

/** A page for one member's own phone: the task they took home, or this meeting. Needs the server; asking by voice needs nothing. */
export function SeatLink({
  purpose,
  meetingId,
  seat,
  seats,
}: {
  readonly purpose: keyof typeof wordsOf
  readonly meetingId: string
  readonly seat: SeatEntry
  readonly seats: readonly SeatEntry[]
}) {
  const doing = useDoing()
  const makeLink = useMakeLink()
  const sender = useSender()
  const online = useOnline()
  const may = useMay('answerSheet', 'create', `family:${seat.familyId}`)
  const [made, setMade] = useState<MadeLink | null>(null)
  const childId = childOf(seat, seats)
  if (!may || !online || childId === null) return null
  const { make: makeWords, send } = wordsOf[purpose]
  const make = async () => {
    const body = {
      familyId: seat.familyId,
      personId: seat.personId,
      childId,
      purpose,
      waveId: null,
      instrumentId: null,
      pairId: null,
      meetingId,
      days: validDays,
    }
    const link = await doing.run(() => makeLink(body))
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
          {text(makeWords)}
        </Button>
      ) : (
        <LinkCard
          qrSvg={made.qrSvg}
          checkCode={made.checkCode}
          link={{ familyId: seat.familyId, linkId: made.id, address: made.address }}
          words={text(send, {
            ...sender,
            address: made.address,
            day: formatDayOf(made.endsAt),
          })}
        />
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

/** For whom they sit here: the child whose year of birth the page asks for. */
function childOf(seat: SeatEntry, seats: readonly SeatEntry[]): string | null {
  if (seat.strand === 'child') return seat.personId
  const child = seats.find((one) => one.strand === 'child' && isSeatedFor(seat, one.personId))
  return child?.personId ?? null
}
