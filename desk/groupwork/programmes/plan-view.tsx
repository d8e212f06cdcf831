import type { Segment, StrandPlan } from '../../../core/groupwork/plan-shape.ts'
import { formatList, text } from '../../kit/index.ts'
import { GoingHome } from './going-home.tsx'
import styles from './programmes.module.css'

/** What one strand does, and what goes home: every segment opens where it stands. */
export function PlanView({
  plan,
  language,
}: {
  readonly plan: StrandPlan
  readonly language: string
}) {
  return (
    <div lang={language} className={styles.plan}>
      <ol className={styles.segments}>
        {plan.segments.map((segment) => (
          <li key={segment.id}>
            <SegmentView segment={segment} />
          </li>
        ))}
      </ol>
      <GoingHome plan={plan} />
    </div>
  )
}

function SegmentView({ segment }: { readonly segment: Segment }) {
  return (
    <details className={styles.segment}>
      <summary>
        <strong>{segment.title}</strong>{' '}
        <span className={styles.faint}>
          {text('groupwork:library.minutes', { count: segment.minutes })}
          {segment.process !== null && ` · ${text(`groupwork:process.${segment.process}`)}`}
        </span>
      </summary>
      {segment.purpose !== '' && <p className={styles.faint}>{segment.purpose}</p>}
      <p>{segment.content}</p>
      {segment.leaderWords !== '' && <blockquote>{segment.leaderWords}</blockquote>}
      {segment.materials.length > 0 && (
        <p>
          <strong>{text('groupwork:print.materials')}</strong> {formatList(segment.materials)}
        </p>
      )}
      {segment.fallback !== '' && (
        <p>
          <strong>{text('groupwork:run.fallback')}</strong> {segment.fallback}
        </p>
      )}
    </details>
  )
}
