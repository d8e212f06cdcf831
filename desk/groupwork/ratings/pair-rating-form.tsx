import { Text } from '@mantine/core'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import {
  pairBehaviours,
  type PairRating,
  pairRating,
  pairRatingId,
} from '../../../core/groupwork/ratings/pair-rating.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { ConflictMark, DoingNote, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useActor, useMay, useRecord } from '../../sync/index.ts'
import { Face, faces } from '../marks/face.tsx'
import { ThumbChoice } from '../thumb-choice.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'

const levels = [0, 1, 2, 3, 4] as const

/** One worker's own rating of one pair: seven behaviours, and the face each side points at. */
export function PairRatingForm({
  meeting,
  child,
  adult,
}: {
  readonly meeting: LocalRecord<Meeting>
  readonly child: SeatEntry
  readonly adult: SeatEntry
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const { staffId } = useActor()
  const may = useMay('pairRating', 'create', `group:${meeting.groupId}`)
  const birth = {
    meetingId: meeting.id,
    groupId: meeting.groupId,
    familyId: child.familyId,
    childSeatId: child.id,
    adultSeatId: adult.id,
    raterId: staffId,
  }
  const recordId = pairRatingId(birth)
  const rating = useRecord(pairRating, recordId)
  const say = (change: (now: PairRating | null) => Partial<PairRating>) =>
    void doing.run(() =>
      act((look) => {
        const known = look(pairRating, recordId)
        return {
          kind: pairRating,
          recordId,
          verb: known === null ? 'create' : 'edit',
          input: {},
          fields: fieldsAsJson({ ...(known === null ? birth : {}), ...change(known) }),
        }
      }),
    )
  return (
    <>
      {rating !== null && <ConflictMark kind={pairRating} record={rating} />}
      {pairBehaviours.map((behaviour) => (
        <div key={behaviour}>
          <Text>{text(`groupwork:pairBehaviour.${behaviour}`)}</Text>
          <ThumbChoice
            label={text(`groupwork:pairBehaviour.${behaviour}`)}
            disabled={!may}
            value={rating?.levels[behaviour] ?? null}
            options={levels.map((value) => ({ value, label: String(value) }))}
            onChange={(level) => say((now) => ({ levels: { ...now?.levels, [behaviour]: level } }))}
            onAgain={() => say((now) => ({ levels: { ...now?.levels, [behaviour]: null } }))}
          />
        </div>
      ))}
      {(['childFace', 'adultFace'] as const).map((side) => (
        <div key={side}>
          <Text>
            {text('groupwork:pairs.after', {
              name: side === 'childFace' ? child.displayName : adult.displayName,
            })}
          </Text>
          <ThumbChoice
            label={text('groupwork:pairs.after', {
              name: side === 'childFace' ? child.displayName : adult.displayName,
            })}
            disabled={!may}
            value={rating?.[side] ?? null}
            options={faces.map((level) => ({
              value: level,
              label: text(`groupwork:mood.${level}`),
              face: <Face level={level} />,
            }))}
            onChange={(level) => say(() => ({ [side]: level }))}
            onAgain={() => say(() => ({ [side]: null }))}
          />
        </div>
      ))}
      <DoingNote doing={doing} />
    </>
  )
}
