import { Text } from '@mantine/core'
import type { Listen, Segment, StrandPlan } from '../../../core/groupwork/plan-shape.ts'
import { formatList, text } from '../../kit/index.ts'
import { CueCardView } from './cue-card-view.tsx'
import { PictureStepList } from './picture-step-list.tsx'
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
      {plan.homeTask !== '' && (
        <p className={styles.homeTask}>
          <strong>{text('groupwork:run.homeTask')}</strong> {plan.homeTask}
        </p>
      )}
      {plan.cueCard !== null && <CueCardView card={plan.cueCard} />}
      {plan.pictureSteps.length > 0 && (
        <>
          <Text fw={600}>{text('groupwork:library.pictureSteps')}</Text>
          <PictureStepList steps={plan.pictureSteps} />
        </>
      )}
      {plan.listen !== null && <ListenView listen={plan.listen} />}
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

/** The voice lesson for a parent who cannot come, as the worker records it. */
export function ListenView({ listen }: { readonly listen: Listen }) {
  return (
    <details className={styles.segment}>
      <summary>
        <strong>{text('groupwork:library.listen')}</strong>{' '}
        <span className={styles.faint}>{text('groupwork:library.listenHint')}</span>
      </summary>
      <blockquote>{listen.script}</blockquote>
      <p>
        <strong>{text('groupwork:library.recall')}</strong> {listen.recall}
      </p>
      <p>
        <strong>{text('groupwork:library.task')}</strong> {listen.task}
      </p>
    </details>
  )
}
