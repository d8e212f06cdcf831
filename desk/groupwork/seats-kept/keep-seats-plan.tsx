import {
  parentRelations,
  type ParentRelation,
  seat as seatKind,
  type Seat,
} from '../../../core/groupwork/seat.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import type { LocalRecord } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'

/** For which parents a seat beside this child is kept at every joint meeting. */
export function KeepSeatsPlan({ seat }: { readonly seat: LocalRecord<Seat> }) {
  const act = useActInTurn()
  const doing = useDoing()
  const toggle = (relation: ParentRelation) =>
    void doing.run(() =>
      act((look) => {
        const now = look(seatKind, seat.id)?.keptFor ?? []
        const keptFor = now.includes(relation)
          ? now.filter((one) => one !== relation)
          : [...now, relation]
        return {
          kind: seatKind,
          recordId: seat.id,
          verb: 'edit',
          input: {},
          fields: { keptFor },
        }
      }),
    )
  return (
    <fieldset className={styles.part}>
      <legend>{seat.displayName}</legend>
      <div className={styles.chips}>
        {parentRelations.map((relation) => (
          <Chip
            key={relation}
            label={text(`groupwork:relation.${relation}`)}
            pressed={seat.keptFor.includes(relation)}
            onPress={() => toggle(relation)}
          />
        ))}
      </div>
      <DoingNote doing={doing} />
    </fieldset>
  )
}
