import type { PictureStep } from '../../../core/groupwork/plan-shape.ts'
import { Picture } from '../../kit/index.ts'
import styles from './programmes.module.css'

/** To be pointed at and said aloud, one after the other. */
export function PictureStepList({ steps }: { readonly steps: readonly PictureStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={`${step.picture} ${step.words}`}>
          <Picture id={step.picture} size={88} />
          <span>{step.words}</span>
        </li>
      ))}
    </ol>
  )
}
