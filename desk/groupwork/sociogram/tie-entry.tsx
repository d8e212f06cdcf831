import { useState } from 'react'
import { type TieKind, tieKinds } from '../../../core/groupwork/members/member-mark.ts'
import type {
  PlacedMember,
  PlacedSociogram,
} from '../../../core/groupwork/members/place-sociogram.ts'
import { DoingNote, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { Chip } from '../chip.tsx'
import { draftMemberMark } from '../marks/mark-items.ts'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { draftsOfTie, type NewTie } from './draft-tie.ts'
import { SociogramPicture } from './sociogram-picture.tsx'
import styles from './sociogram.module.css'

const directions = ['oneWay', 'mutual'] as const

/** Touch one, touch the other: two touches make a line. What kind of line is chosen before and stays. */
export function TieEntry({
  meetingId,
  placed,
  label,
}: {
  readonly meetingId: string
  readonly placed: PlacedSociogram
  readonly label: string
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const [kind, setKind] = useState<TieKind>('close')
  const [direction, setDirection] = useState<(typeof directions)[number]>('mutual')
  const [chosen, setChosen] = useState<string | null>(null)
  const [saved, setSaved] = useState<NewTie | null>(null)
  const memberOf = (seatId: string | null) => placed.members.find(({ seat }) => seat.id === seatId)
  const first = memberOf(chosen)
  const touch = async (seatId: string) => {
    setChosen(chosen === null ? seatId : null)
    setSaved(null)
    const [from, to] = [first?.seat, memberOf(seatId)?.seat]
    if (from === undefined || to === undefined || from.id === to.id) return
    const mutual = direction === 'mutual'
    const tie = { kind, from, to, mutual }
    const made = await doing.run(() => act((look) => draftsOfTie(meetingId, tie, look)))
    if (made !== null) setSaved(tie)
  }
  const toggleAlone = () => {
    if (first === undefined) return
    const { seat, alone } = first
    setChosen(null)
    void doing.run(() => act((look) => draftMemberMark(meetingId, seat, { alone: !alone }, look)))
  }
  return (
    <div className={styles.entry}>
      <SegmentedChoice
        label={text('groupwork:sociogram.kind')}
        value={kind}
        options={tieKinds.map((value) => ({ value, label: text(`groupwork:tie.${value}`) }))}
        onChange={setKind}
      />
      <SegmentedChoice
        label={text('groupwork:sociogram.direction')}
        labelHidden
        value={direction}
        options={directions.map((value) => ({
          value,
          label: text(`groupwork:sociogram.${value}`),
        }))}
        onChange={setDirection}
      />
      <NextTouch first={first} saved={saved} onAlone={toggleAlone} />
      <SociogramPicture
        placed={placed}
        label={label}
        chosen={chosen}
        onTouch={(seatId) => void touch(seatId)}
      />
      <DoingNote doing={doing} />
    </div>
  )
}

/** What was just noted, and what to touch next. */
function NextTouch({
  first,
  saved,
  onAlone,
}: {
  readonly first: PlacedMember | undefined
  readonly saved: NewTie | null
  readonly onAlone: () => void
}) {
  return (
    <output className={styles.next}>
      {first !== undefined && (
        <>
          {text('groupwork:sociogram.touchSecond', { name: first.seat.displayName })}
          <Chip label={text('groupwork:sociogram.alone')} pressed={first.alone} onPress={onAlone} />
        </>
      )}
      {first === undefined && saved !== null && (
        <strong>
          {text(saved.mutual ? 'groupwork:sociogram.savedMutual' : 'groupwork:sociogram.saved', {
            from: saved.from.displayName,
            to: saved.to.displayName,
            kind: text(`groupwork:tie.${saved.kind}`),
          })}
        </strong>
      )}
      {first === undefined && text('groupwork:sociogram.touchFirst')}
    </output>
  )
}
