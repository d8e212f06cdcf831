import {
  memberMark,
  memberMarkId,
  tieKey,
  type TieKind,
} from '../../../core/groupwork/members/member-mark.ts'
import type { Tie } from '../../../core/groupwork/members/read-sociogram.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { draftMemberMark } from '../marks/mark-items.ts'
import type { Look } from '../../sync/use-act-in-turn.ts'

export interface NewTie {
  readonly kind: TieKind
  readonly from: SeatEntry
  readonly to: SeatEntry
  readonly mutual: boolean
}

/** Notes that one turned to the other, or both to each other: each in the mark of whoever turned. */
export function draftsOfTie(
  meetingId: string,
  { kind, from, to, mutual }: NewTie,
  look: Look,
): readonly Draft[] {
  const turning = (own: SeatEntry, other: SeatEntry) => {
    const { ties } = look(memberMark, memberMarkId(meetingId, own.id)) ?? { ties: {} }
    const fields = { ties: { ...ties, [tieKey(kind, other.id)]: true as const } }
    return draftMemberMark(meetingId, own, fields, look)
  }
  return mutual ? [turning(from, to), turning(to, from)] : [turning(from, to)]
}

/** Takes the whole line away, from whichever mark it stands in. */
export function draftsOfNoTie(
  meetingId: string,
  { kind, from, to }: Tie,
  look: Look,
): readonly Draft[] {
  return [
    [from, to],
    [to, from],
  ].flatMap(([own, other]) => {
    if (own === undefined || other === undefined) return []
    const known = look(memberMark, memberMarkId(meetingId, own.id))
    const key = tieKey(kind, other.id)
    if (known?.ties[key] !== true) return []
    const { [key]: _gone, ...ties } = known.ties
    return [draftMemberMark(meetingId, own, { ties }, look)]
  })
}
