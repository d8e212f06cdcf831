import { Text } from '@mantine/core'
import type { Listen, StrandPlan } from '../../../core/groupwork/plan-shape.ts'
import { text } from '../../kit/index.ts'
import { CueCardView } from './cue-card-view.tsx'
import { PictureStepList } from './picture-step-list.tsx'
import styles from './programmes.module.css'

/** What members take with them: the task, the card, the pictures, and the lesson for who could not come. */
export function GoingHome({ plan }: { readonly plan: StrandPlan }) {
  return (
    <>
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
    </>
  )
}

/** The voice lesson for a parent who cannot come, as the worker records it. */
function ListenView({ listen }: { readonly listen: Listen }) {
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
