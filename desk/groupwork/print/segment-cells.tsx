import type { Segment } from '../../../core/groupwork/plan-shape.ts'
import { text } from '../../kit/index.ts'
import frame from '../print-page.module.css'
import styles from './print.module.css'

/** A segment as two cells of a time table: its name with the process, and what happens with the words to say. */
export function SegmentCells({
  segment,
  withPurpose = false,
}: {
  readonly segment: Segment
  readonly withPurpose?: boolean
}) {
  return (
    <>
      <th scope="row">
        {segment.title}
        {segment.process !== null && (
          <>
            <br />
            <small>{text(`groupwork:process.${segment.process}`)}</small>
          </>
        )}
      </th>
      <td>
        {withPurpose && segment.purpose !== '' && (
          <span className={styles.purpose}>{segment.purpose} </span>
        )}
        {segment.content}
        {segment.leaderWords !== '' && <p className={frame.words}>{segment.leaderWords}</p>}
        {segment.fallback !== '' && (
          <p className={frame.words}>
            <strong>{text('groupwork:run.fallback')}</strong> {segment.fallback}
          </p>
        )}
      </td>
    </>
  )
}
