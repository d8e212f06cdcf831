import { Badge } from '@mantine/core'
import { type CaseFile, stateOfCase } from '../../core/casework/case-shape.ts'
import { caseStages, type StageOfCase } from '../../core/casework/stage-of-case.ts'
import { formatDay, text } from '../kit/index.ts'
import styles from './casework.module.css'

export function StateBadge({ its }: { readonly its: CaseFile }) {
  return (
    <Badge variant="outline" color="gray.7" tt="none">
      {text(`casework:state.${stateOfCase(its)}`)}
    </Badge>
  )
}

/** Seven stages in a row with the day of what made each; where the work stands is said in a word, not by colour alone. */
export function StageLine({ stage }: { readonly stage: StageOfCase }) {
  return (
    <div>
      <ol className={styles.stages} aria-label={text('casework:stage.label')}>
        {caseStages.map((one) => {
          const day = stage.doneOn[one]
          const here = one === stage.stage
          return (
            <li
              key={one}
              className={styles.stage}
              data-done={day !== null}
              {...(here ? { 'aria-current': 'step' as const } : {})}
            >
              {text(`casework:stage.${one}`)}
              {here && ` · ${text('casework:stage.now')}`}
              {day !== null && <span className={styles.fine}>{formatDay(day)}</span>}
            </li>
          )
        })}
      </ol>
      {stage.reassessing && <p className={styles.fine}>{text('casework:stage.reassessing')}</p>}
      {stage.replanning && <p className={styles.fine}>{text('casework:stage.replanning')}</p>}
      {stage.loops > 0 && (
        <p className={styles.fine}>{text('casework:stage.loops', { count: stage.loops })}</p>
      )}
    </div>
  )
}
