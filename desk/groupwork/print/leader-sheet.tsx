import type {
  Plan,
  ProgrammeTarget,
  Segment,
  StrandPlan,
} from '../../../core/groupwork/plan-shape.ts'
import { planStrands, type PlanStrand } from '../../../core/groupwork/strand.ts'
import { formatList, text } from '../../kit/index.ts'
import frame from '../print-page.module.css'
import { Lines } from './lines.tsx'
import styles from './print.module.css'
import { SegmentCells } from './segment-cells.tsx'

export interface LeaderSource {
  readonly aims: readonly string[]
  readonly targets: readonly ProgrammeTarget[]
  readonly indicators: readonly string[]
  readonly risks: readonly string[]
  readonly plan: Plan
  readonly language?: string
}

/** One session on A4: aims, what to bring, the time table with the words to say, what if the line breaks, risks. */
export function LeaderSheet({ source }: { readonly source: LeaderSource }) {
  return (
    <div lang={source.language} className={styles.leader}>
      <Lines label={text('groupwork:print.aims')} lines={source.aims} />
      <p>
        <strong>{text('groupwork:print.targets')}</strong>{' '}
        {formatList(source.targets.map((target) => text(`groupwork:target.${target}`)))}
      </p>
      {planStrands.map((strand) => {
        const plan = source.plan[strand]
        return plan === undefined ? null : <StrandSheet key={strand} strand={strand} plan={plan} />
      })}
      <Lines label={text('groupwork:print.indicators')} lines={source.indicators} />
      <Lines label={text('groupwork:print.risks')} lines={source.risks} />
    </div>
  )
}

function StrandSheet({ strand, plan }: { readonly strand: PlanStrand; readonly plan: StrandPlan }) {
  const bring = [...new Set(plan.segments.flatMap(({ materials }) => materials))]
  return (
    <section className={styles.strand}>
      <h2>
        {text('groupwork:page.strandMinutes', {
          strand: text(`groupwork:strand.${strand}`),
          minutes: plan.minutes,
        })}
      </h2>
      {bring.length > 0 && (
        <p>
          <strong>{text('groupwork:cards.bring')}</strong> {formatList(bring)}
        </p>
      )}
      <div className={frame.scroll}>
        <table className={frame.plan}>
          <thead>
            <tr>
              <th scope="col">{text('groupwork:cards.from')}</th>
              <th scope="col">{text('groupwork:print.segment')}</th>
              <th scope="col">{text('groupwork:print.content')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.segments.map((segment, at) => (
              <SegmentRow key={segment.id} segment={segment} from={startOf(plan.segments, at)} />
            ))}
          </tbody>
        </table>
      </div>
      {plan.homeTask !== '' && (
        <p className={styles.kept}>
          <strong>{text('groupwork:run.homeTask')}</strong> {plan.homeTask}
        </p>
      )}
      {plan.listen !== null && (
        <div className={styles.listen}>
          <strong>{text('groupwork:library.listen')}</strong>
          <p>{plan.listen.script}</p>
          <p>
            <strong>{text('groupwork:library.recall')}</strong> {plan.listen.recall}
          </p>
          <p>
            <strong>{text('groupwork:library.task')}</strong> {plan.listen.task}
          </p>
        </div>
      )}
    </section>
  )
}

function startOf(segments: readonly Segment[], at: number): number {
  return segments.slice(0, at).reduce((sum, segment) => sum + segment.minutes, 0)
}

function SegmentRow({ segment, from }: { readonly segment: Segment; readonly from: number }) {
  return (
    <tr>
      <td className={styles.time}>
        {text('groupwork:cards.span', { from, until: from + segment.minutes })}
      </td>
      <SegmentCells segment={segment} withPurpose />
    </tr>
  )
}
